"""The story of one ticket in six calls: fetch, identify, gather, diagnose, plan, write down.

Reads vendors through their roles, judges with pure functions, writes to nobody. Rounds of billing
calls, each side by side: (1) look-ups and the account, (2) the pictures, (3) disputes and fraud
warnings of the charges the plan would touch.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from integrations.records import BillingPicture, Clue, LookUp, Risks, Unread
from integrations.roles import BillingReader, Helpdesk
from plugin.act.plan import DoneStep, Plan, make_plan
from plugin.diagnose import diagnose
from plugin.diagnose.correction import corrected
from plugin.diagnose.finding import Diagnosis
from plugin.facts import CaseFacts, Correction, Match, Pin, with_product_names
from plugin.gaps import sightings
from plugin.gaps.gap import GapSighting
from plugin.identify.clues import clues_of
from plugin.identify.lookup import asked_for, decide, narrow, own_guests
from plugin.policy import Policy
from plugin.read import LEXICON, Reader, read_ticket
from plugin.report.case_document import document
from plugin.report.handoff import handoff
from plugin.report.reply import draft

_MOST_CHECKED = 10
"""Two calls each: more would spend the account's rate on one ticket."""


@dataclass(frozen=True)
class Case:
    """One judged case: the document of docs/case.md and what it was made from."""

    facts: CaseFacts
    diagnosis: Diagnosis
    plan: Plan
    gaps: tuple[GapSighting, ...]
    document: dict[str, Any]


class Casework:
    """Works one case at a time; safe to share between threads."""

    def __init__(
        self,
        billing: BillingReader,
        helpdesk: Helpdesk,
        policy: Policy,
        *,
        can_write: bool,
        pin_of: Callable[[int], Pin | None],
        clock: Callable[[], datetime],
        correction_of: Callable[[int], Correction | None] = lambda _ticket: None,
        done_in: Callable[[int], Sequence[DoneStep]] = lambda _ticket: (),
        reader: Reader = LEXICON,
    ) -> None:
        self._billing = billing
        self._helpdesk = helpdesk
        self._policy = policy
        self._can_write = can_write
        self._pin_of = pin_of
        self._clock = clock
        self._correction_of = correction_of
        self._done_in = done_in
        self._reader = reader
        self._beside = ThreadPoolExecutor(8, thread_name_prefix="beside")

    def of_ticket(self, ticket_id: int, *, as_of: datetime | None = None) -> Case:
        """Raises NotFound for a ticket that is not there, VendorError when nothing could be read."""
        ticket = self._helpdesk.ticket(ticket_id)
        pin = self._pin_of(ticket.requester.id) if ticket.requester else None
        clues = clues_of(ticket, self._policy.metadata_keys)
        account = self._beside.submit(self._billing.account)
        found = self._billing.look_up(
            [*clues.to_look_up, *([Clue("customer", pin.customer_id)] if pin else [])]
        )
        pictures = self._gather(narrow(ticket, clues, found, pin))
        sessions, charges = own_guests(ticket, found)
        facts = CaseFacts(
            now=as_of or self._clock(),
            ticket=ticket,
            reading=read_ticket(ticket, self._reader),
            match=decide(ticket, clues, found, pictures, pin),
            guest_sessions=sessions,
            guest_charges=charges,
            unread=found.unread,
            account=account.result(),
        )
        return self._judge(facts, pictures, self._correction_of(ticket_id))

    def of_clue(self, clue: Clue, *, as_of: datetime | None = None) -> Case:
        """A customer without a ticket, as somebody at the command line asks for it."""
        account = self._beside.submit(self._billing.account)
        found = LookUp()
        ids: Sequence[str] = [clue.value]
        if clue.kind != "customer":
            found = self._billing.look_up([clue])
            ids = list(dict.fromkeys(hit.customer_id for hit in found.hits))[:3]
        pictures = self._gather(ids)
        facts = CaseFacts(
            now=as_of or self._clock(),
            match=asked_for(clue, found, pictures),
            guest_sessions=found.guest_sessions,
            guest_charges=found.guest_charges,
            unread=found.unread,
            account=account.result(),
        )
        return self._judge(facts, pictures)

    def again(
        self, ticket_id: int, customer_ids: Sequence[str], charge_ids: Sequence[str]
    ) -> tuple[CaseFacts, Diagnosis]:
        """The facts as they are this second, in one round of billing calls: whom it is about is known already."""
        read_pictures = self._beside.submit(self._gather, customer_ids[:3])
        read_risks = self._beside.submit(self._billing.risks, charge_ids) if charge_ids else None
        account = self._beside.submit(self._billing.account)
        ticket = self._helpdesk.ticket(ticket_id)
        pin = self._pin_of(ticket.requester.id) if ticket.requester else None
        clues = clues_of(ticket, self._policy.metadata_keys)
        found = self._billing.look_up(
            [*clues.to_look_up, *([Clue("customer", pin.customer_id)] if pin else [])]
        )
        pictures, wanted = read_pictures.result(), narrow(ticket, clues, found, pin)
        if not set(wanted) <= {picture.customer.id for picture in pictures}:
            pictures = self._gather(wanted)  # it points to somebody else by now
        match = decide(ticket, clues, found, pictures, pin)
        sessions, charges = own_guests(ticket, found)
        facts = CaseFacts(
            now=self._clock(),
            ticket=ticket,
            reading=read_ticket(ticket, self._reader),
            match=match,
            guest_sessions=sessions,
            guest_charges=charges,
            pictures=with_product_names(shown(pictures, match), account.result().product_names),
            unread=found.unread,
            done=taken(self._done_in(ticket_id)),
            account=account.result(),
            risks=read_risks.result() if read_risks else Risks(),
        )
        diagnosis = diagnose(facts)
        touched = charges_to_check(facts, diagnosis)
        if not set(touched) <= set(charge_ids):
            facts = replace(facts, risks=self._risks_of([*touched, *charge_ids]))
            diagnosis = diagnose(facts)
        return facts, corrected(facts, diagnosis, self._correction_of(ticket_id))

    # ------------------------------------------------------------------
    def _risks_of(self, charge_ids: Sequence[str]) -> Risks:
        """Disputes and fraud warnings. Beyond the most that is asked for at once, they count as unread: money rests."""
        risks = self._billing.risks(list(charge_ids[:_MOST_CHECKED]))
        if len(charge_ids) <= _MOST_CHECKED:
            return risks
        why = (
            f"{len(charge_ids) - _MOST_CHECKED} of {len(charge_ids)} payments in question were not looked at"
        )
        return replace(risks, unread=(*risks.unread, Unread("disputes", why), Unread("fraud_warnings", why)))

    def _gather(self, customer_ids: Sequence[str]) -> tuple[BillingPicture, ...]:
        return self._billing.pictures(customer_ids) if customer_ids else ()

    def _judge(
        self, facts: CaseFacts, pictures: tuple[BillingPicture, ...], correction: Correction | None = None
    ) -> Case:
        named = with_product_names(shown(pictures, facts.match), facts.account.product_names)
        done = self._done_in(facts.ticket.id) if facts.ticket else ()
        facts = replace(facts, pictures=named, done=taken(done))
        diagnosis = diagnose(facts)
        touched = charges_to_check(facts, diagnosis)
        if touched:
            facts = replace(facts, risks=self._risks_of(touched))
            diagnosis = diagnose(facts)
        diagnosis = corrected(facts, diagnosis, correction)
        plan = make_plan(facts, diagnosis, self._policy, can_write=self._can_write, done=done)
        seen = sightings(facts, diagnosis)
        reply = draft(facts, diagnosis, plan, tone=self._policy.tone)
        note = handoff(facts, diagnosis, plan, seen, reply)
        return Case(facts, diagnosis, plan, seen, document(facts, diagnosis, plan, seen, reply, note))


def shown(pictures: tuple[BillingPicture, ...], match: Match) -> tuple[BillingPicture, ...]:
    """The pictures judgement may see: the matched records', main one first; while an agent still has to pick, none."""
    by_id = {picture.customer.id: picture for picture in pictures}
    return tuple(by_id[customer_id] for customer_id in match.customer_ids if customer_id in by_id)


def charges_to_check(facts: CaseFacts, diagnosis: Diagnosis) -> list[str]:
    """Charges a plan would touch, those Stripe already marks as disputed, and those a complaint is likely about."""
    proposed = [
        proposal.target
        for finding in diagnosis.findings
        for proposal in finding.proposals
        if proposal.target and proposal.kind == "refund_charge"
    ]
    disputed = [charge.id for charge in facts.charges if charge.disputed]
    # A fraud warning marks no charge: who complains of one may have been warned about, whatever the rules saw.
    complains = facts.reading.asks("refund_request", "unexpected_charge", "duplicate_charge")
    may_complain = complains or not facts.reading.intents
    newest = [charge.id for charge in facts.succeeded_charges[:3]] if may_complain and facts.strong else []
    return list(dict.fromkeys([*proposed, *disputed, *newest]))


def taken(done: Sequence[DoneStep]) -> frozenset[tuple[str, str]]:
    return frozenset((step.kind, step.target) for step in done if not step.failed)
