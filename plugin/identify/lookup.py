"""Clues and what they led to -> one match: strong, weak, ambiguous or none.

What a match permits follows the proof, not the precision of the identifier. A customer is *proven* when
the merchant's own records name it for the requester, or when it has a verified address of a requester
nothing speaks against. Everything else only *points*. Ids typed in the ticket never add a customer; they
choose among proven ones.

Two steps, because telling one person's records from two parties' needs their cards:
`narrow` says which records to read, `decide` judges when they were.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import combinations

from integrations.records import BillingPicture, Charge, CheckoutSession, Clue, Customer, LookUp, Ticket
from plugin.facts import Candidate, Match, Pin
from plugin.identify.addresses import look_alike, same_mailbox
from plugin.identify.asks import in_words
from plugin.identify.clues import Source, TicketClue
from plugin.identify.sender import Doubt, doubts_about, started_by_somebody_else

MOST_RECORDS = 3
"""How many customer records are read for one ticket."""

_NAMED_THINGS = {
    "customer": "a customer",
    "subscription": "a subscription",
    "invoice": "an invoice",
    "invoice_number": "an invoice",
    "receipt_number": "a receipt",
    "charge": "a charge",
    "payment_intent": "a payment",
    "checkout_session": "a checkout",
    "refund": "a refund",
    "dispute": "a dispute",
    "metadata": "an account",
    "card_payment": "a card payment",
    "email": "an address",
}


@dataclass(frozen=True, slots=True)
class _Link:
    """One reason to think of one customer."""

    customer_id: str
    clue: Clue | None
    source: Source
    proven: bool
    held: bool
    reason: str


@dataclass(frozen=True, slots=True)
class _Evidence:
    """All links of a ticket, with the records known so far."""

    ticket: Ticket | None
    links: tuple[_Link, ...]
    records: dict[str, Customer]
    pictures: dict[str, BillingPicture]
    doubts: tuple[Doubt, ...]
    pin: Pin | None

    def ids(self, *, proven: bool | None = None, held: bool | None = None, typed: bool = False) -> list[str]:
        """Customer ids in the order they were found, of links of one sort."""
        return list(
            dict.fromkeys(
                link.customer_id
                for link in self.links
                if (link.source == "typed") == typed
                and (proven is None or link.proven == proven)
                and (held is None or link.held == held)
            )
        )

    def reason(self, customer_id: str) -> str:
        best = sorted(
            (link for link in self.links if link.customer_id == customer_id),
            key=lambda link: (not link.proven, not link.held, link.source == "typed"),
        )
        return best[0].reason if best else ""

    def deleted(self, customer_id: str) -> bool:
        record = self.records.get(customer_id)
        return bool(record and record.deleted)


def narrow(
    ticket: Ticket | None, clues: Iterable[TicketClue], found: LookUp, pin: Pin | None = None
) -> tuple[str, ...]:
    """The customer records worth reading, best first, three at most; none where only typed ids point."""
    evidence = _weigh(ticket, clues, found, pin, ())
    named = set(evidence.ids(typed=True))
    chosen = evidence.ids(proven=True) or evidence.ids()
    pinned = pin.customer_id if pin else None

    def rank(customer_id: str) -> tuple[bool, bool, bool, float]:
        record = evidence.records.get(customer_id)
        age = record.created.timestamp() if record and record.created else 0.0
        return (customer_id != pinned, customer_id not in named, evidence.deleted(customer_id), -age)

    return tuple(sorted(chosen, key=rank)[:MOST_RECORDS])


def decide(
    ticket: Ticket | None,
    clues: Iterable[TicketClue],
    found: LookUp,
    pictures: Sequence[BillingPicture] = (),
    pin: Pin | None = None,
) -> Match:
    """The match, from proof alone; `pictures` are those of the records `narrow` named."""
    evidence = _weigh(ticket, clues, found, pin, pictures)
    proven = evidence.ids(proven=True)
    pointed = evidence.ids(proven=False)
    if proven:
        match = _among_proven(evidence, proven)
    elif pointed:
        match = _pointed_only(evidence, pointed)
    elif _has_guest(found):
        match = _guest(evidence, found)
    elif evidence.ids(typed=True):
        match = _typed_only(evidence)
    else:
        match = Match(ask_for=in_words("write_from_billing_address", "invoice_number", "charge_details"))
    return _with_warnings(match, evidence, found)


def asked_for(clue: Clue, found: LookUp, pictures: Sequence[BillingPicture] = ()) -> Match:
    """A customer somebody of the merchant names, without a ticket: there is no sender to doubt.

    An address may still stand for several parties, and those are still not guessed between.
    """
    records = {hit.customer_id: hit.customer for hit in found.hits if hit.customer}
    records |= {picture.customer.id: picture.customer for picture in pictures}
    ids = dict.fromkeys([*(hit.customer_id for hit in found.hits), *(p.customer.id for p in pictures)])
    reason = f"asked for by {clue.kind.replace('_', ' ')} {clue.value}"
    links = tuple(_Link(i, clue, "held", proven=True, held=False, reason=reason) for i in ids)
    evidence = _Evidence(None, links, records, {p.customer.id: p for p in pictures}, (), None)
    match = _among_proven(evidence, list(ids)) if ids else Match()
    return _with_warnings(match, evidence, found)


def suggest(match: Match, found: LookUp) -> Match:
    """Nobody matched: customers among the requester's colleagues, for an agent to ask about. Never a match."""
    if match.confidence != "none" or not found.hits:
        return match
    colleagues = {hit.customer_id: hit for hit in found.hits if hit.how in {"exact", "case_insensitive"}}
    return replace(
        match,
        match_reason=match.match_reason or "no customer has an address of the requester",
        candidates=tuple(
            Candidate(
                customer_id=customer_id,
                match_reason="somebody else in the requester's organisation: a suggestion, no match",
                name=hit.customer.name if hit.customer else None,
                email=hit.customer.email if hit.customer else None,
                created=hit.customer.created if hit.customer else None,
            )
            for customer_id, hit in list(colleagues.items())[:5]
        ),
    )


def own_guests(
    ticket: Ticket | None, found: LookUp
) -> tuple[tuple[CheckoutSession, ...], tuple[Charge, ...]]:
    """Checkouts and charges without a customer record that carry a verified address of an undoubted requester.

    A guest charge found through a typed id may be anybody's: it is left out.
    """
    if ticket is None or doubts_about(ticket):
        return (), ()
    addresses = _addresses(ticket, verified=True)
    return (
        tuple(s for s in found.guest_sessions if _one_of(addresses, s.customer_email)),
        tuple(c for c in found.guest_charges if _one_of(addresses, c.billing_email, c.receipt_email)),
    )


# ------------------------------------------------------------------ weighing
def _weigh(
    ticket: Ticket | None,
    clues: Iterable[TicketClue],
    found: LookUp,
    pin: Pin | None,
    pictures: Sequence[BillingPicture],
) -> _Evidence:
    doubts = doubts_about(ticket) if ticket else ()
    records = {hit.customer_id: hit.customer for hit in found.hits if hit.customer}
    records |= {picture.customer.id: picture.customer for picture in pictures}
    sources: dict[Clue, Source] = {c.clue: c.source for c in clues}
    links = [*_pin_links(pin, doubts)]
    for hit in found.hits:
        if pin and hit.clue not in sources and hit.clue == Clue("customer", pin.customer_id):
            continue  # looked up for the pin, which has its own link
        # A hit for a clue nobody gave is worth no more than a typed one.
        source = sources.get(hit.clue, "typed")
        links.append(_link(hit.clue, source, hit.customer_id, records.get(hit.customer_id), doubts))
    return _Evidence(ticket, tuple(links), records, {p.customer.id: p for p in pictures}, doubts, pin)


def _pin_links(pin: Pin | None, doubts: tuple[Doubt, ...]) -> Iterable[_Link]:
    """A pin says who the requester is; a doubtful message that came after it was not judged by that agent."""
    if pin is None:
        return
    newer_doubt = next((d for d in doubts if d.at > pin.pinned_at), None)
    reason = f"{pin.agent_name} confirmed this customer on {pin.pinned_at:%Y-%m-%d %H:%M} UTC"
    if newer_doubt:
        reason += f", but in a message since then {newer_doubt.why}"
    yield _Link(pin.customer_id, None, "held", newer_doubt is None, newer_doubt is None, reason)


def _link(
    clue: Clue, source: Source, customer_id: str, record: Customer | None, doubts: tuple[Doubt, ...]
) -> _Link:
    doubted = f", but {doubts[0].why}" if doubts else ""
    if source == "typed":
        what = "a card payment described" if clue.kind == "card_payment" else clue.value
        reason = f"only {what} in the text of the ticket points to a customer"
        return _Link(customer_id, clue, source, proven=False, held=False, reason=reason)
    if source == "held":
        what = "names this customer" if clue.kind == "customer" else "is noted on this customer"
        reason = f"the requester's external id {what}{doubted}"
        return _Link(customer_id, clue, source, proven=not doubts, held=not doubts, reason=reason)
    if source == "cc":
        return _Link(customer_id, clue, source, False, False, f"{clue.value} is only copied in")
    if clue.kind == "metadata":
        # The address is noted by the merchant on the customer, not typed by the customer at checkout.
        address = clue.value.partition("=")[2]
        equal, alike = True, True
    else:
        address = clue.value
        known = record.email if record else None
        equal = same_mailbox(address, known) and source != "variant"
        alike = look_alike(address, known)
    if source == "variant" or (not equal and alike):
        reason = f"{address} equals the customer's address only up to dots, +tag or look-alike letters"
        return _Link(customer_id, clue, source, False, False, reason)
    if not equal:
        reason = f"a search for {address} led to this customer, whose address is now another one"
        return _Link(customer_id, clue, source, False, False, reason)
    if source == "unverified":
        reason = f"{address} is the customer's address, but the requester has not confirmed it in Zendesk"
        return _Link(customer_id, clue, source, False, False, reason + doubted)
    reason = f"{address} is a verified address of the requester and the customer's own{doubted}"
    return _Link(customer_id, clue, source, proven=not doubts, held=False, reason=reason)


# ------------------------------------------------------------------ judging
def _among_proven(evidence: _Evidence, proven: list[str]) -> Match:
    parties = _parties(evidence, proven)
    pinned = evidence.pin.customer_id if evidence.pin else None
    named = set(evidence.ids(typed=True))
    anchors = set(evidence.ids(proven=True, held=True))
    if pinned in anchors:
        anchors = {pinned} if pinned else set()
    living = [p for p in parties if not all(evidence.deleted(i) for i in p)]
    # Each rule is tried only while more than one party is left, and only where it leaves one or more.
    choices = living or parties
    for narrower in (anchors, named):
        kept = [p for p in choices if narrower.intersection(p)]
        choices = kept or choices
    if len(choices) > 1:
        return Match(
            confidence="ambiguous",
            match_reason=f"{len(choices)} customers may be meant: same address, but neither card nor name agree",
            candidates=_candidates(evidence, [i for party in choices for i in party]),
            ask_for=in_words("which_account", "invoice_number", "charge_details"),
        )
    party = choices[0]
    first = max(party, key=lambda i: _main_record_rank(evidence, i, anchors, named))
    also = tuple(i for i in party if i != first)
    left_out = [i for i in proven if i not in party]
    reason = evidence.reason(first)
    if also:
        reason += f"; {len(also)} further record{'s' if len(also) > 1 else ''} of the same person"
    return Match(
        confidence="strong",
        customer_id=first,
        also=also,
        match_reason=reason,
        candidates=_candidates(evidence, left_out),
        pin=evidence.pin if first == pinned else None,
    )


def _pointed_only(evidence: _Evidence, pointed: list[str]) -> Match:
    parties = _parties(evidence, pointed)
    candidates = _candidates(evidence, pointed)
    if len(parties) > 1:
        return Match(
            confidence="ambiguous",
            match_reason=f"{len(parties)} customers may be meant, none of them proven",
            candidates=candidates,
            ask_for=in_words("write_from_billing_address", "which_account", "invoice_number"),
        )
    first = max(parties[0], key=lambda i: _main_record_rank(evidence, i, set(), set()))
    return Match(
        confidence="weak",
        customer_id=first,
        also=tuple(i for i in parties[0] if i != first),
        match_reason=evidence.reason(first),
        candidates=candidates,
        ask_for=in_words(*_asks_for_weak(evidence, first)),
    )


def _asks_for_weak(evidence: _Evidence, customer_id: str) -> tuple[str, ...]:
    sources = {link.source for link in evidence.links if link.customer_id == customer_id}
    if sources <= {"cc", "variant", "typed"}:
        return ("write_from_billing_address", "invoice_number")
    return ("confirm_address", "invoice_number")


def _typed_only(evidence: _Evidence) -> Match:
    """Something by that name exists; whose it is, is nobody's business yet."""
    named = evidence.ids(typed=True)
    return Match(
        confidence="weak",
        customer_id=named[0] if len(named) == 1 else None,
        match_reason="only something typed in the ticket points to a customer, and anybody can type it",
        ask_for=in_words("write_from_billing_address", "charge_details"),
        typed_only=True,
    )


def _has_guest(found: LookUp) -> bool:
    return bool(found.guest_sessions or found.guest_charges)


def _guest(evidence: _Evidence, found: LookUp) -> Match:
    """Paid, or began to, without an account: the address given there takes the place of the record."""
    sessions, charges = own_guests(evidence.ticket, found)
    if sessions or charges:
        return Match(
            confidence="strong",
            match_reason="paid without an account, with a verified address of the requester",
        )
    addresses = _addresses(evidence.ticket, verified=False) if evidence.ticket else ()
    given = [s.customer_email for s in found.guest_sessions]
    given += [address for c in found.guest_charges for address in (c.billing_email, c.receipt_email)]
    by_address = _one_of(addresses, *given)
    return Match(
        confidence="weak",
        match_reason=(
            "a payment without an account carries the requester's address, which is not proven"
            if by_address
            else "only something typed in the ticket points to a payment without an account"
        ),
        ask_for=in_words("confirm_address" if by_address else "write_from_billing_address", "charge_details"),
        typed_only=not by_address,
    )


def _with_warnings(match: Match, evidence: _Evidence, found: LookUp) -> Match:
    warnings: list[str] = []
    if match.confidence != "none" and not match.typed_only:
        warnings += _foreign_ids(evidence, match)
    if evidence.deleted(match.customer_id or ""):
        warnings.append("the customer was deleted in Stripe: refunds are still possible, the portal is not")
    if match.confidence == "strong" and match.candidates:
        warnings.append(
            "a further customer record is connected to the requester, but neither card nor name agree"
        )
    if unread := [i for i in match.customer_ids if evidence.pictures and i not in evidence.pictures]:
        warnings.append(
            f"{len(unread)} further record{'s' if len(unread) > 1 else ''} of this person could not be read"
        )
    if evidence.ticket and started_by_somebody_else(evidence.ticket):
        warnings.append("the ticket was not started by its requester")
    warnings += [doubt.why for doubt in evidence.doubts if match.confidence != "none"]
    warnings += [
        f"{clue.value}, named in the ticket, was not found" for clue in found.not_found if _is_an_id(clue)
    ]
    if found.unread:
        warnings.append(
            "the search for the customer is incomplete: " + "; ".join(u.why for u in found.unread[:3])
        )
    return Match(
        **{field: getattr(match, field) for field in Match.__dataclass_fields__ if field != "warnings"},
        warnings=tuple(dict.fromkeys(warnings)),
    )


def _foreign_ids(evidence: _Evidence, match: Match) -> list[str]:
    """Typed ids of customers outside the match; an address typed in passing is no such claim."""
    known = {*match.customer_ids, *(c.customer_id for c in match.candidates)}
    # Four digits, an amount and a day may be several people's: it is somebody else's only when none of them is ours.
    ours = {link.clue for link in evidence.links if link.customer_id in known}
    foreign = [
        link.clue
        for link in evidence.links
        if link.source == "typed"
        and link.customer_id not in known
        and link.clue
        and link.clue.kind != "email"
        and not (link.clue.kind == "card_payment" and link.clue in ours)
    ]
    things = dict.fromkeys(_NAMED_THINGS.get(clue.kind, "something") for clue in foreign)
    return [f"the ticket names {thing} that belongs to somebody else" for thing in things]


def _is_an_id(clue: Clue) -> bool:
    return clue.kind not in {"email", "metadata", "card_payment"}


# ------------------------------------------------------------------ one person or several parties
def _parties(evidence: _Evidence, ids: Sequence[str]) -> list[list[str]]:
    """Records grouped by person: joined where card or name agree, in the order found."""
    group = {customer_id: customer_id for customer_id in ids}
    for one, other in combinations(ids, 2):
        if _same_person(evidence, one, other):
            old, new = group[other], group[one]
            group = {i: new if g == old else g for i, g in group.items()}
    parties: dict[str, list[str]] = {}
    for customer_id in ids:
        parties.setdefault(group[customer_id], []).append(customer_id)
    return list(parties.values())


def _same_person(evidence: _Evidence, one: str, other: str) -> bool:
    return bool(_cards(evidence, one) & _cards(evidence, other)) or bool(
        _name(evidence, one) and _name(evidence, one) == _name(evidence, other)
    )


def _name(evidence: _Evidence, customer_id: str) -> str:
    record = evidence.records.get(customer_id)
    return " ".join((record.name or "").casefold().split()) if record else ""


def _cards(evidence: _Evidence, customer_id: str) -> frozenset[str]:
    record = evidence.records.get(customer_id)
    methods = [record.default_payment_method] if record else []
    if picture := evidence.pictures.get(customer_id):
        methods += [*picture.payment_methods, *(c.method for c in picture.charges if c.status == "succeeded")]
    return frozenset(m.fingerprint for m in methods if m and m.fingerprint)


def _main_record_rank(
    evidence: _Evidence, customer_id: str, anchors: set[str], named: set[str]
) -> tuple[bool, bool, bool, int, int, float, str]:
    """Which record of one person stands for it: the merchant's own, the named one, the used one, the oldest."""
    picture = evidence.pictures.get(customer_id)
    record = evidence.records.get(customer_id)
    live = sum(s.live for s in picture.subscriptions) if picture else 0
    paid = sum(c.status == "succeeded" for c in picture.charges) if picture else 0
    created = (record.created if record else None) or datetime.max.replace(tzinfo=UTC)
    return (
        not evidence.deleted(customer_id),
        customer_id in anchors,
        customer_id in named,
        live,
        paid,
        -created.timestamp(),
        customer_id,
    )


def _candidates(evidence: _Evidence, ids: Sequence[str]) -> tuple[Candidate, ...]:
    traits = {i: _traits(evidence, i) for i in ids}
    shared = set.intersection(*traits.values()) if len(traits) > 1 else set()
    candidates = []
    for customer_id in ids:
        record = evidence.records.get(customer_id)
        candidates.append(
            Candidate(
                customer_id=customer_id,
                match_reason=evidence.reason(customer_id),
                name=record.name if record else None,
                email=record.email if record else None,
                created=record.created if record else None,
                differs=tuple(sorted(traits[customer_id] - shared)),
            )
        )
    return tuple(candidates)


def _traits(evidence: _Evidence, customer_id: str) -> set[str]:
    traits: set[str] = set()
    if record := evidence.records.get(customer_id):
        traits.add(f"name: {record.name or 'none'}")
        traits.add(f"address: {record.email or 'none'}")
        if record.deleted:
            traits.add("deleted")
        if record.created:
            traits.add(f"customer since {record.created:%Y-%m-%d}")
    if picture := evidence.pictures.get(customer_id):
        traits.add(f"live subscriptions: {sum(s.live for s in picture.subscriptions)}")
        last4 = sorted({m.last4 for m in picture.payment_methods if m.last4})
        traits.add("cards: " + (", ".join(last4) if last4 else "none"))
        if picture.charges:
            newest = max(c.created for c in picture.charges)
            traits.add(f"last payment {newest:%Y-%m-%d}")
    return traits


def _addresses(ticket: Ticket, *, verified: bool) -> tuple[str, ...]:
    identities = ticket.requester.emails if ticket.requester else ()
    return tuple(i.address for i in identities if i.verified or not verified)


def _one_of(addresses: Sequence[str], *given: str | None) -> bool:
    return any(same_mailbox(address, candidate) for address in addresses for candidate in given)
