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

from integrations.errors import VendorError
from integrations.records import AccountPicture, BillingPicture, Clue, LookUp, Risks, Ticket, Unread
from integrations.roles import BillingReader, Helpdesk
from plugin.act.plan import DoneStep, Plan, make_plan, taken
from plugin.diagnose import diagnose
from plugin.diagnose.correction import corrected
from plugin.diagnose.finding import Diagnosis
from plugin.diagnose.in_question import charges_in_question
from plugin.facts import CaseFacts, Correction, Match, Pin, shown, with_product_names
from plugin.gaps import sightings
from plugin.gaps.gap import GapSighting
from plugin.identify.clues import Clues, clues_of
from plugin.identify.lookup import asked_for, decide, narrow, own_guests, suggest
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
        account = self._beside.submit(self._billing.account)
        lead = self._follow(ticket_id)
        pictures = self._gather(lead.customer_ids)
        facts = self._facts(lead, pictures, account.result(), as_of or self._clock())
        return self._written(*self._diagnosed(facts))

    def of_clue(self, clue: Clue, *, as_of: datetime | None = None) -> Case:
        """A customer without a ticket, as somebody at the command line asks for it."""
        account = self._beside.submit(self._billing.account)
        found = self._billing.look_up([clue]) if clue.kind != "customer" else LookUp()
        ids = list(dict.fromkeys(hit.customer_id for hit in found.hits))[:3]
        pictures = self._gather([clue.value] if clue.kind == "customer" else ids)
        match = asked_for(clue, found, pictures)
        facts = CaseFacts(
            now=as_of or self._clock(),
            match=match,
            pictures=with_product_names(shown(pictures, match), account.result().product_names),
            guest_sessions=found.guest_sessions,
            guest_charges=found.guest_charges,
            unread=found.unread,
            account=account.result(),
        )
        return self._written(*self._diagnosed(facts))

    def again(
        self, ticket_id: int, customer_ids: Sequence[str], charge_ids: Sequence[str]
    ) -> tuple[CaseFacts, Diagnosis]:
        """The facts as they are this second, in one round of billing calls: whom it is about is known already."""
        known = self._beside.submit(self._gather, customer_ids[:3])
        risks = self._beside.submit(self._billing.risks, charge_ids) if charge_ids else None
        account = self._beside.submit(self._billing.account)
        lead, pictures = self._follow(ticket_id), known.result()
        if not set(lead.customer_ids) <= {picture.customer.id for picture in pictures}:
            pictures = self._gather(lead.customer_ids)  # it points to somebody else by now
        facts = self._facts(lead, pictures, account.result(), self._clock())
        return self._diagnosed(replace(facts, risks=risks.result() if risks else Risks()), charge_ids)

    # ------------------------------------------------------------------
    def _follow(self, ticket_id: int) -> _Lead:
        ticket = self._helpdesk.ticket(ticket_id)
        pin = self._pin_of(ticket.requester.id) if ticket.requester else None
        clues = clues_of(ticket, self._policy.metadata_keys)
        pinned = [Clue("customer", pin.customer_id)] if pin else []
        return _Lead(ticket, clues, self._billing.look_up([*clues.to_look_up, *pinned]), pin)

    def _gather(self, customer_ids: Sequence[str]) -> tuple[BillingPicture, ...]:
        return self._billing.pictures(customer_ids) if customer_ids else ()

    def _facts(
        self, lead: _Lead, pictures: tuple[BillingPicture, ...], account: AccountPicture, now: datetime
    ) -> CaseFacts:
        match = self._or_colleagues(lead, decide(lead.ticket, lead.clues, lead.found, pictures, lead.pin))
        sessions, charges = own_guests(lead.ticket, lead.found)
        return CaseFacts(
            now=now,
            ticket=lead.ticket,
            reading=read_ticket(lead.ticket, self._reader),
            match=match,
            pictures=with_product_names(shown(pictures, match), account.product_names),
            guest_sessions=sessions,
            guest_charges=charges,
            unread=lead.found.unread,
            done=taken(self._done_in(lead.ticket.id)),
            account=account,
        )

    def _or_colleagues(self, lead: _Lead, match: Match) -> Match:
        """Only where nobody was found: one more round, for a suggestion."""
        requester = lead.ticket.requester
        if match.confidence != "none" or requester is None or requester.organization_id is None:
            return match
        own = {identity.address.lower() for identity in requester.emails}
        try:
            others = [a for a in self._helpdesk.colleagues(requester.organization_id) if a.lower() not in own]
            found = self._billing.look_up([Clue("email", address) for address in others[:8]])
        except VendorError:
            return match  # a suggestion that cannot be made is no loss
        return suggest(match, found)

    def _diagnosed(self, facts: CaseFacts, checked: Sequence[str] = ()) -> tuple[CaseFacts, Diagnosis]:
        """Judged twice where a first look names charges whose disputes are not read yet."""
        diagnosis = diagnose(facts)
        questioned = charges_in_question(facts, diagnosis.findings)
        if not set(questioned) <= set(checked):
            facts = replace(facts, risks=self._risks_of([*questioned, *checked]))
            diagnosis = diagnose(facts)
        correction = self._correction_of(facts.ticket.id) if facts.ticket else None
        return facts, corrected(facts, diagnosis, correction)

    def _risks_of(self, charge_ids: Sequence[str]) -> Risks:
        """Disputes and fraud warnings. Beyond the most that is asked for at once, they count as unread: money rests."""
        charge_ids = list(dict.fromkeys(charge_ids))
        risks = self._billing.risks(charge_ids[:_MOST_CHECKED])
        if len(charge_ids) <= _MOST_CHECKED:
            return risks
        why = (
            f"{len(charge_ids) - _MOST_CHECKED} of {len(charge_ids)} payments in question were not looked at"
        )
        return replace(risks, unread=(*risks.unread, Unread("disputes", why), Unread("fraud_warnings", why)))

    def _written(self, facts: CaseFacts, diagnosis: Diagnosis) -> Case:
        done = self._done_in(facts.ticket.id) if facts.ticket else ()
        plan = make_plan(facts, diagnosis, self._policy, can_write=self._can_write, done=done)
        seen = sightings(facts, diagnosis)
        reply = draft(facts, diagnosis, plan, tone=self._policy.tone)
        note = handoff(facts, diagnosis, plan, seen, reply)
        return Case(facts, diagnosis, plan, seen, document(facts, diagnosis, plan, seen, reply, note))


@dataclass(frozen=True)
class _Lead:
    """A ticket and what its clues led to."""

    ticket: Ticket
    clues: Clues
    found: LookUp
    pin: Pin | None

    @property
    def customer_ids(self) -> Sequence[str]:
        return narrow(self.ticket, self.clues, self.found, self.pin)
