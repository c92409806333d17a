"""Carries out what an agent confirmed: exactly once, or not at all, and says so.

What may happen is decided in `plugin/act/gate.py`; this keeps the rows, reads the facts anew and calls the writer.
The attempt is committed before the deed. Whoever takes one up that somebody took up before looks first whether
the deed was done, so a process may die at any line here. No transaction is open while a vendor is called.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal, cast

from integrations.deeds import Deed, Done, Estimate, Permit, Reason, from_json, to_json
from integrations.errors import KeptFailure, NotFound, VendorError, VendorRefused
from integrations.money import Money
from integrations.records import Agent
from integrations.roles import BillingWriter, Helpdesk
from plugin.act import gate
from plugin.act.gate import Considered, NotPermitted
from plugin.act.plan import DoneStep
from plugin.act.wish import Wish
from plugin.casework import Casework
from plugin.diagnose.finding import ActionKind, Diagnosis, Impact
from plugin.facts import CaseFacts
from plugin.jobs.handoff_notes import HandoffNotes
from plugin.jobs.tasks import retry_at
from plugin.policy import Policy
from plugin.store import Attempt, AttemptClaim, Attempts, Cases, ShownCases, SomebodyWasFaster

log = logging.getLogger(__name__)

LEASE_SECONDS = 60.0
"""More than twice the longest a call to Stripe may take (3 s to connect, 10 s to answer), with a look-up before it."""

Outcome = Literal["done", "refused", "failed", "lost", "not_due"]

_CHARGE_IDS = ("ch_", "py_")
_ADVICE_ONLY = "This installation has no key that writes (STRIPE_WRITE_KEY), so it only advises: take the step at Stripe."


@dataclass(frozen=True)
class ShownStep:
    """What an agent is shown before they confirm. `attempt` is None where there is nothing to confirm."""

    considered: Considered
    attempt: Attempt | None
    good_until: datetime
    advice: str | None


@dataclass(frozen=True)
class StepResult:
    """An attempt as it stands. `url`: a portal page, told once to who confirmed it and never kept."""

    attempt: Attempt
    url: str | None = None


class Steps:
    def __init__(
        self,
        *,
        casework: Casework,
        helpdesk: Helpdesk,
        writer: BillingWriter | None,
        attempts: Attempts,
        cases: Cases,
        shown_cases: ShownCases,
        notes: HandoffNotes,
        policy: Policy,
        account: str,
        owner: str,
        clock: Callable[[], datetime],
        changed: Callable[[int], object] = lambda _ticket: None,
        passing: Callable[[str], object] = lambda _place: None,
        lease_seconds: float = LEASE_SECONDS,
    ) -> None:
        self._casework = casework
        self._helpdesk = helpdesk
        self._writer = writer
        self._attempts = attempts
        self._cases = cases
        self._shown_cases = shown_cases
        self._notes = notes
        self._policy = policy
        self._account = account
        self._owner = owner
        self._clock = clock
        self._changed = changed
        self._passing = passing
        """Told each place the work passes, so that a test can end the process there."""
        self._lease_seconds = lease_seconds
        self._beside = ThreadPoolExecutor(8, thread_name_prefix="steps")

    @property
    def advice(self) -> str | None:
        return None if self._writer else _ADVICE_ONLY

    # ---------------------------------------------------------------- shown
    def show(self, ticket_id: int, wish: Wish, agent_id: int) -> ShownStep:
        """What exactly would happen, from facts read this second and, where it computes, from Stripe itself."""
        target = wish.target or ""
        turn = self._attempts.turn(target)
        reading = self._beside.submit(self._agent, agent_id)
        facts, diagnosis = self._facts(ticket_id, wish)
        agent = reading.result()
        if wish.kind == "change_quantity_now":
            wish = _as_of(wish, self._clock())
        now = gate.consider(
            facts, diagnosis, self._policy, wish, agent=agent, seen_turn=turn.number, done=self.done_in(ticket_id)
        )  # fmt: skip
        if now.deed is not None and self._writer is not None and _is_computed(now.deed):
            now = gate.consider(
                facts, diagnosis, self._policy, wish, agent=agent, seen_turn=turn.number,
                done=self.done_in(ticket_id), estimate=self._writer.estimate(now.deed),
            )  # fmt: skip
        at = self._clock()
        attempt = None
        if now.may_be_confirmed and self._writer is not None:
            attempt = self._attempts.show(
                attempt_id=gate.attempt_id(self._account, ticket_id, wish.kind, target, now.hash),
                ticket_id=ticket_id,
                kind=wish.kind,
                target=target,
                shown_hash=now.hash,
                shown=_as_shown(now),
                deed=to_json(now.deed) if now.deed else None,
                amount=now.amount.amount if now.amount else None,
                currency=now.amount.currency if now.amount else None,
                seen_turn=turn.number,
                at=at,
            )
        return ShownStep(now, attempt, at + gate.SHOWN_FOR, self.advice)

    # ---------------------------------------------------------------- confirmed
    def confirm(self, ticket_id: int, shown_hash: str, agent_id: int) -> StepResult:
        """Does what was shown, if it is still exactly that. Raises NotPermitted; pressed again, tells how it stands."""
        self._require_writer()
        attempt = self._attempts.with_hash(ticket_id, shown_hash)
        if attempt is None:
            raise NotPermitted(
                "This was not shown for this ticket. Look at the step first.", code="not-shown"
            )
        if attempt.state != "shown":
            return StepResult(attempt)
        self._passing("asked")
        agent, now = self._look_again(attempt, agent_id)
        rule = gate.check_agent(agent, self._policy, to="act")
        gate.check(
            attempt.shown_hash, attempt.shown["facts"], now, shown_at=attempt.shown_at, at=self._clock()
        )
        who, rule = (agent.id, agent.name), now.rule or rule
        if now.second_person is not None:
            return StepResult(self._attempts.ask(attempt.id, by=who, rule=rule, at=self._clock()))
        return self._confirmed(attempt, by=who, second=None, rule=rule)

    def approve(self, ticket_id: int, attempt_id: str, agent_id: int) -> StepResult:
        """The second person's yes, in the sidebar of the same ticket; who asked cannot give it."""
        self._require_writer()
        attempt = self._of_ticket(ticket_id, attempt_id)
        if attempt.state != "waiting" or attempt.asked_by is None:
            return StepResult(attempt)
        if attempt.asked_by == agent_id:
            raise NotPermitted("You asked for this step; somebody else must approve it.", code="asker")
        reading = self._beside.submit(self._agent, agent_id)
        asker, now = self._look_again(attempt, attempt.asked_by)
        gate.check_agent(asker, self._policy, to="act")
        second = reading.result()
        gate.check_agent(second, self._policy, to="approve")
        gate.still_same(attempt.shown_hash, attempt.shown["facts"], now)
        return self._confirmed(
            attempt,
            by=(asker.id, attempt.asked_by_name or asker.name),
            second=(second.id, second.name),
            rule=attempt.rule,
        )

    def withdraw(self, ticket_id: int, attempt_id: str, agent_id: int) -> StepResult:
        """A step that waits for a second person is called off, by either of them."""
        agent = self._agent(agent_id)
        gate.check_agent(agent, self._policy, to="act")
        attempt = self._of_ticket(ticket_id, attempt_id)
        self._attempts.give_up_waiting(
            attempt.id, f"Called off by {agent.name}.", by=(agent.id, agent.name), at=self._clock()
        )
        return StepResult(self._attempts.get(attempt.id) or attempt)

    def _confirmed(
        self, attempt: Attempt, *, by: tuple[int, str], second: tuple[int, str] | None, rule: str | None
    ) -> StepResult:
        self._passing("checked")
        try:
            confirmed = self._attempts.confirm(attempt.id, by=by, second=second, rule=rule, at=self._clock())
        except SomebodyWasFaster:
            raise NotPermitted(
                "Somebody else just confirmed another step on this. Look at it again.", code="changed"
            ) from None
        self._passing("confirmed")
        done: list[Done] = []
        self.finish(confirmed.id, just_checked=True, found=done.append)
        return StepResult(self._attempts.get(confirmed.id) or confirmed, done[0].url if done else None)

    def _require_writer(self) -> BillingWriter:
        if self._writer is None:
            raise NotPermitted(_ADVICE_ONLY, code="advice-only")
        return self._writer

    def _of_ticket(self, ticket_id: int, attempt_id: str) -> Attempt:
        attempt = self._attempts.get(attempt_id)
        if attempt is None or attempt.ticket_id != ticket_id:
            raise NotPermitted("This step does not belong to this ticket.", code="not-shown")
        return attempt

    # ---------------------------------------------------------------- carried out
    def finish(
        self,
        attempt_id: str,
        *,
        just_checked: bool = False,
        found: Callable[[Done], object] = lambda _done: None,
    ) -> Outcome:
        """Takes one confirmed step to its end. Safe at any time, from anywhere, twice, and after any crash."""
        claim = self._attempts.claim(
            attempt_id, self._owner, lease_seconds=self._lease_seconds, now=self._clock()
        )
        if claim is None:
            return "not_due"
        self._passing("claimed")
        try:
            if not claim.attempt.ended:
                outcome = self._end(claim, just_checked=just_checked, found=found)
                if outcome not in {"done", "refused"}:
                    return outcome
            self._tell(claim)
        except VendorError as error:
            return self._later(claim, error)
        except Exception as error:
            log.error("step not finished: attempt=%s", claim.attempt.id, exc_info=error)
            return self._later(claim, error)
        ended = self._attempts.get(attempt_id)
        return "done" if ended is not None and ended.state == "done" else "refused"

    def _end(self, claim: AttemptClaim, *, just_checked: bool, found: Callable[[Done], object]) -> Outcome:
        attempt, writer = claim.attempt, self._writer
        if writer is None:
            # It was confirmed while there was a key. Nobody can look or act without one; it stays owed.
            return self._later(claim, VendorRefused("stripe", _ADVICE_ONLY))
        deed = from_json(attempt.deed or {})
        # Only an attempt that was never taken up before is provably not done yet.
        done = None if claim.first else writer.find(deed, attempt.id)
        self._passing("looked")
        if done is None:
            if not just_checked and (refusal := self._no_longer_right(attempt)):
                return self._refused(claim, refusal, None)
            # Ownership is asked for again right before the call: between claim and now this process may
            # have slept longer than its lease.
            held = self._attempts.renew(
                claim,
                lease_seconds=self._lease_seconds,
                now=self._clock(),
                next_key=attempt.key_spent and not claim.first,
            )
            if held is None:
                return "lost"
            self._passing("permitted")
            try:
                done = writer.perform(self._permit(held, deed))
            except VendorRefused as refused:
                # "Already refunded" may be our own doing, answered to somebody who was too slow.
                done = writer.find(deed, attempt.id)
                if done is None:
                    return self._refused(claim, refused.sentence, refused.request_id)
            except NotFound as missing:
                return self._refused(claim, missing.sentence, missing.request_id)
            self._passing("acted")
        kept = self._attempts.finish(
            claim,
            vendor_id=done.object_id,
            vendor_status=done.status,
            request_id=done.request_id,
            result=f"{attempt.shown['title']}: {_plain(done.status)}",
            at=self._clock(),
        )
        self._passing("finished")
        found(done)
        return "done" if kept else "lost"

    def _permit(self, attempt: Attempt, deed: Deed) -> Permit:
        assert attempt.asked_by is not None
        assert attempt.confirmed_at is not None
        return gate.permit(
            attempt=attempt.id,
            generation=attempt.generation,
            deed=deed,
            shown=attempt.shown,
            ticket_id=attempt.ticket_id,
            agent_id=attempt.asked_by,
            approved_by=attempt.approved_by,
            confirmed_at=attempt.confirmed_at,
        )

    def _no_longer_right(self, attempt: Attempt) -> str | None:
        """Why a step that was confirmed a while ago, and is known not to have happened, must not happen now."""
        again = "Look at it again, and confirm again if it is still right."
        if attempt.confirmed_at is None or self._clock() >= attempt.confirmed_at + gate.PERMIT_FOR:
            return f"It was not done in time, and nothing was changed. {again}"
        try:
            agent, now = self._look_again(attempt, attempt.asked_by or 0, own=True)
            gate.check_agent(agent, self._policy, to="act")
            gate.still_same(attempt.shown_hash, attempt.shown["facts"], now)
        except NotPermitted as refused:
            return f"{refused.sentence} {' '.join(refused.changed)}".strip()
        return None

    def _refused(self, claim: AttemptClaim, sentence: str, request_id: str | None) -> Outcome:
        kept = self._attempts.refuse(claim, sentence, request_id=request_id, at=self._clock())
        self._passing("finished")
        return "refused" if kept else "lost"

    def _later(self, claim: AttemptClaim, error: Exception) -> Outcome:
        sentence = error.sentence if isinstance(error, VendorError) else f"It broke ({type(error).__name__})."
        log.warning("step not finished yet: attempt=%s error=%s", claim.attempt.id, type(error).__name__)
        self._attempts.fail(
            claim,
            sentence,
            retry_at=retry_at(self._clock(), claim.attempt.failures, error),
            key_spent=isinstance(error, KeptFailure),
        )
        return "failed"

    # ---------------------------------------------------------------- told
    def _tell(self, claim: AttemptClaim) -> None:
        """The case is read again, and the ticket has its note: owed until both are so."""
        attempt = self._attempts.get(claim.attempt.id)
        if attempt is None or not attempt.ended:
            return
        self._cases.want(attempt.ticket_id, "open", at=self._clock())
        self._passing("case wanted")
        if attempt.state == "done":
            try:
                self._notes.write(
                    attempt.ticket_id, _note(attempt), attempt.asked_by or 0, attempt.asked_by_name or ""
                )
            except (VendorRefused, NotFound) as refused:
                # A ticket that was closed or deleted takes no note; case and audit still tell.
                log.warning("note not written: ticket=%s error=%s", attempt.ticket_id, type(refused).__name__)
        self._passing("noted")
        self._attempts.told(claim, at=self._clock())
        self._passing("told")
        self._changed(attempt.ticket_id)

    def done_in(self, ticket_id: int) -> tuple[DoneStep, ...]:
        return done_in(self._attempts, ticket_id)

    def of_ticket(self, ticket_id: int) -> tuple[Attempt, ...]:
        return self._attempts.of_ticket(ticket_id)

    def expire_waiting(self, now: datetime) -> None:
        """Nobody approved: that is an end too, and it is said."""
        for attempt_id in self._attempts.waiting(asked_before=now - gate.APPROVAL_WITHIN):
            self._attempts.give_up_waiting(
                attempt_id, "Nobody approved it within a day; nothing was changed.", by=None, at=now
            )

    # ---------------------------------------------------------------- the facts, now
    def _look_again(self, attempt: Attempt, agent_id: int, *, own: bool = False) -> tuple[Agent, Considered]:
        """Agent, facts and Stripe's own computation as they are now, all read side by side.

        `own`: the attempt holds its turn already, so the one before it is the one that was seen.
        """
        turn = self._attempts.turn(attempt.target)
        if not own and turn.busy:
            raise NotPermitted("Another step on this is just being finished. Wait a moment.", code="busy")
        wish = _wish_of(attempt)
        deed = from_json(attempt.deed or {})
        reading = self._beside.submit(self._agent, agent_id)
        computing = self._beside.submit(self._estimate, deed)
        facts, diagnosis = self._facts(attempt.ticket_id, wish)
        agent = reading.result()
        now = gate.consider(
            facts,
            diagnosis,
            self._policy,
            wish,
            agent=agent,
            seen_turn=attempt.seen_turn if own else turn.number,
            done=self.done_in(attempt.ticket_id),
            estimate=computing.result(),
        )
        if not own and turn.number != attempt.seen_turn:
            raise NotPermitted(
                "Another step was taken on this since it was shown. Look at it again.",
                code="changed",
                changed=gate.changed(attempt.shown["facts"], now),
            )
        return agent, now

    def _estimate(self, deed: Deed) -> Estimate | None:
        return self._writer.estimate(deed) if self._writer and _is_computed(deed) else None

    def _facts(self, ticket_id: int, wish: Wish) -> tuple[CaseFacts, Diagnosis]:
        known = _named_in(self._shown_cases, ticket_id)
        own = [wish.target] if wish.target and wish.target.startswith(_CHARGE_IDS) else []
        charges = list(dict.fromkeys([*own, *known[1]]))
        return self._casework.again(ticket_id, known[0], charges[:10])

    def _agent(self, agent_id: int) -> Agent:
        try:
            return self._helpdesk.agent(agent_id)
        except NotFound:
            raise NotPermitted("Zendesk does not know this agent any more.", code="not-an-agent") from None


# ------------------------------------------------------------------ rows and records
def done_in(attempts: Attempts, ticket_id: int) -> tuple[DoneStep, ...]:
    """For the case: what was done in this ticket, and what was tried last and failed."""
    ended = [attempt for attempt in attempts.of_ticket(ticket_id) if attempt.ended]
    newest = {(attempt.kind, attempt.target): attempt.id for attempt in ended}
    return tuple(
        _as_done(attempt)
        for attempt in ended
        if attempt.state == "done" or (attempt.turn and newest[attempt.kind, attempt.target] == attempt.id)
    )


def _named_in(shown_cases: ShownCases, ticket_id: int) -> tuple[list[str], list[str]]:
    """Customers and charges the stored case is about: where to begin reading, never what to believe."""
    stored = shown_cases.get(ticket_id)
    if stored is None or stored.document_json is None:
        return [], []
    document = json.loads(stored.document_json)
    identity = document["identity"]
    customers = [*([identity["customer_id"]] if identity["customer_id"] else []), *identity["also"]]
    charges = [s["target"] for s in document["plan"] if s["kind"] == "refund_charge" and s["target"]]
    charges += [p["id"] for p in document["billing"]["payments"] if p["disputed"]]
    # What a finding names is asked about in the same round, or judging would need another one.
    charges += [e for f in document["findings"] for e in f["evidence"] if e.startswith(_CHARGE_IDS)]
    return customers, charges


def _is_computed(deed: Deed) -> bool:
    """Whether Stripe has something to compute beforehand."""
    return type(deed).__name__ in {"CreditInvoice", "EndNow", "SetSeats"}


def _as_of(wish: Wish, now: datetime) -> Wish:
    return replace(wish, as_of=now.replace(microsecond=0))


def _money(money: Money | None) -> dict[str, Any] | None:
    return {"amount": money.amount, "currency": money.currency, "text": str(money)} if money else None


def _moneys(moneys: Iterable[Money]) -> list[dict[str, Any] | None]:
    return [_money(money) for money in moneys]


def _as_shown(now: Considered) -> dict[str, Any]:
    wish = now.wish
    return {
        "title": now.title,
        "does": now.does,
        "undo": now.undo,
        "lines": list(now.lines),
        "facts": dict(now.facts),
        "amount": _money(now.amount),
        "ceiling": _money(now.amount),
        "situation": now.situation,
        "rule": now.rule,
        "contract": list(now.contract),
        "impact": {
            "refund": _moneys(now.impact.refund),
            "mrr_lost": _moneys(now.impact.mrr_lost),
            "mrr_gained": _moneys(now.impact.mrr_gained),
            "fee_lost": _moneys(now.impact.fee_lost),
        },
        "wish": {
            "kind": wish.kind,
            "target": wish.target,
            "amount": _money(wish.amount),
            "reason": wish.reason,
            "quantity": wish.quantity,
            "contract_read": wish.contract_read,
            "as_of": wish.as_of.isoformat() if wish.as_of else None,
        },
    }


def _wish_of(attempt: Attempt) -> Wish:
    said = attempt.shown["wish"]
    return Wish(
        kind=cast(ActionKind, said["kind"]),
        target=said["target"],
        amount=_money_of(said["amount"]),
        reason=cast(Reason, said["reason"]),
        quantity=said["quantity"],
        contract_read=said["contract_read"],
        as_of=datetime.fromisoformat(said["as_of"]) if said["as_of"] else None,
    )


def _money_of(said: dict[str, Any] | None) -> Money | None:
    return Money(said["amount"], said["currency"]) if said else None


def _as_done(attempt: Attempt) -> DoneStep:
    shown = attempt.shown

    def of(name: str) -> tuple[Money, ...]:
        return tuple(Money(m["amount"], m["currency"]) for m in shown["impact"][name])

    return DoneStep(
        kind=cast(ActionKind, attempt.kind),
        target=attempt.target,
        amount=_money_of(shown["amount"]),
        title=shown["title"],
        by=confirmed_by(attempt),
        at=attempt.finished_at or attempt.shown_at,
        impact=Impact(
            refund=of("refund"),
            mrr_lost=of("mrr_lost"),
            mrr_gained=of("mrr_gained"),
            fee_lost=of("fee_lost"),
        ),
        situation=shown["situation"],
        policy_rule=attempt.rule,
        failed=attempt.result if attempt.state == "refused" else None,
    )


def confirmed_by(attempt: Attempt) -> str:
    who = attempt.asked_by_name or "an agent"
    return f"{who}, approved by {attempt.approved_by_name}" if attempt.approved_by_name else who


def _note(attempt: Attempt) -> str:
    """The same words whenever it is composed: that is how a note that was written already is recognised."""
    at = attempt.finished_at or attempt.shown_at
    request = f", request {attempt.request_id}" if attempt.request_id else ""
    return "\n".join(
        [
            "Done through Tillside",
            attempt.shown["title"],
            f"Confirmed by {confirmed_by(attempt)} on {at:%Y-%m-%d %H:%M} UTC",
            f"Stripe: {attempt.vendor_id} ({attempt.vendor_status}){request}",
            f"To undo: {attempt.shown['undo']}",
        ]
    )


def _plain(status: str) -> str:
    return status.replace("_", " ")
