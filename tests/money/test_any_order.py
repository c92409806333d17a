"""Whatever the order of looks, confirmations, hints, crashes, ticks and changes at Stripe: I1, I2 and I8 hold.

The rows are real (SQLite); Stripe is a few lines of memory that lose answers, keep failures and forget keys, so
that thousands of orders can be tried. The wire itself is in the matrix beside this file.
"""

from __future__ import annotations

import atexit
import contextlib
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from integrations.deeds import Deed, Done, Estimate, Permit, RefundCharge
from integrations.errors import KeptFailure, VendorRefused, VendorUnavailable
from integrations.money import Money
from integrations.records import (
    Agent,
    BillingPicture,
    Charge,
    Customer,
    Dispute,
    PaymentMethod,
    Refund,
    Risks,
)
from plugin.act.gate import NotPermitted
from plugin.act.wish import Wish
from plugin.diagnose.finding import Diagnosis, Finding, Verdict
from plugin.diagnose.remedies import refund
from plugin.facts import CaseFacts, Match
from plugin.jobs.steps import Steps
from plugin.policy import Policy
from plugin.store import Attempts, Audit, migrate, open_store

START = datetime(2026, 11, 22, 14, 0, tzinfo=UTC)
PLACES = (
    "asked",
    "checked",
    "confirmed",
    "claimed",
    "looked",
    "permitted",
    "acted",
    "finished",
    "noted",
    "told",
)
TROUBLES = ("none", "answer lost", "never arrived", "failure kept", "failure kept, done", "busy")


class Killed(BaseException):
    """No handler of the product catches it, as none catches SIGKILL."""


@dataclass
class Memory:
    """Stripe, as far as refunds of one charge go."""

    now: datetime = START
    refunds: list[Refund] = field(default_factory=list)
    keys: dict[str, Done | Exception] = field(default_factory=dict)
    disputed: bool = False
    trouble: str = "none"

    # ---- roles.BillingWriter
    def perform(self, permit: Permit) -> Done:
        trouble, self.trouble = self.trouble, "none"
        assert permit.covers_its_deed
        if self.now >= permit.good_until:
            raise VendorRefused("stripe", "Too old.")
        if permit.key in self.keys:
            kept = self.keys[permit.key]
            if isinstance(kept, Exception):
                raise KeptFailure("stripe", "Kept.")
            return kept
        if trouble in {"never arrived", "busy"}:
            raise VendorUnavailable("stripe", trouble)
        if trouble == "failure kept":
            self.keys[permit.key] = ValueError()
            raise VendorUnavailable("stripe", "500")
        assert isinstance(permit.deed, RefundCharge)
        done = self.give_back(permit.deed.amount.amount, permit.marker)
        self.keys[permit.key] = ValueError() if trouble == "failure kept, done" else done
        if trouble in {"answer lost", "failure kept, done"}:
            raise VendorUnavailable("stripe", trouble)
        return done

    def find(self, _deed: Deed, marker: str) -> Done | None:
        found = [r for r in self.refunds if r.metadata.get("tillside") == marker]
        return Done(found[0].id, "succeeded") if found else None

    def estimate(self, _deed: Deed) -> Estimate:
        return Estimate()

    def give_back(self, amount: int, marker: str = "") -> Done:
        if self.disputed or sum(r.amount for r in self.refunds) + amount > 2000:
            raise VendorRefused("stripe", "Not refundable.")
        made = Refund(
            f"re_{len(self.refunds)}",
            "ch_1",
            amount,
            "usd",
            "succeeded",
            self.now,
            metadata={"tillside": marker},
        )
        self.refunds.append(made)
        return Done(made.id, "succeeded")

    # ---- Casework.again
    def again(
        self, _ticket: int, _customers: Sequence[str], _charges: Sequence[str]
    ) -> tuple[CaseFacts, Diagnosis]:
        charge = Charge(
            "ch_1", 2000, "usd", "succeeded", START - timedelta(days=3), "cus_1", amount_captured=2000,
            amount_refunded=sum(r.amount for r in self.refunds), disputed=self.disputed,
            method=PaymentMethod(last4="4242"), refunds=tuple(self.refunds),
        )  # fmt: skip
        disputes = (Dispute("dp_1", "ch_1", "needs_response", "fraudulent", 2000, "usd", START),)
        facts = CaseFacts(
            now=self.now,
            match=Match("strong", "cus_1"),
            pictures=(BillingPicture(Customer("cus_1"), self.now, charges=(charge,)),),
            risks=Risks(disputes=disputes if self.disputed else ()),
        )
        finding = Finding(
            "duplicate_subscription", "Twice.", ("ch_1",), ("Twice.",), proposals=refund(facts, charge, "Twice."),
            situation="charged_twice_minutes_apart",
        )  # fmt: skip
        verdict = Verdict(
            "duplicate_subscription", "charged_twice_minutes_apart", "high", "Twice.", deciding=finding
        )
        return facts, Diagnosis(verdict, (finding,))

    # ---- the other parties
    def agent(self, agent_id: int) -> Agent:
        return Agent(agent_id, f"Agent {agent_id}", "agent")

    def want(self, *_: Any, **__: Any) -> None: ...

    def get(self, *_: Any) -> None: ...

    def write(self, *_: Any) -> None: ...


@cache
def empty_database() -> Path:
    """Migrated once; each example gets a copy."""
    file = Path(tempfile.mkdtemp()) / "empty.db"
    atexit.register(shutil.rmtree, file.parent, ignore_errors=True)
    migrate.upgrade(f"sqlite:///{file}")
    return file


class AnyOrder(RuleBasedStateMachine):
    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        file = Path(self.folder.name) / "tillside.db"
        shutil.copy(empty_database(), file)
        self.store = open_store(f"sqlite:///{file}")
        self.attempts, self.audit = Attempts(self.store, "acme"), Audit(self.store, "acme")
        self.stripe = Memory()
        self.die_at: str | None = None
        self.seen: list[tuple[str, str]] = []
        self.dashboard = 0
        memory: Any = self.stripe
        self.steps = Steps(
            casework=memory, helpdesk=memory, writer=memory, attempts=self.attempts, cases=memory,
            shown_cases=memory, notes=memory, policy=Policy(), account="acme", owner="w",
            clock=lambda: self.stripe.now, passing=self.passing,
        )  # fmt: skip

    def passing(self, place: str) -> None:
        if place == self.die_at:
            self.die_at = None
            raise Killed

    def teardown(self) -> None:
        if not hasattr(self, "steps"):
            return
        self.die_at, self.stripe.trouble = None, "none"
        for _ in range(8):
            self.tick()
        self.everything_has_an_end()
        self.store.close()
        self.folder.cleanup()

    # ---------------------------------------------------------------- what may happen
    @rule(amount=st.sampled_from([100, 500, 2000, None]))
    def look(self, amount: int | None) -> None:
        wish = Wish("refund_charge", "ch_1", amount=Money(amount, "usd") if amount else None)
        shown = self.steps.show(1, wish, 1)
        if shown.attempt:
            self.seen.append((shown.attempt.id, shown.considered.hash))

    @rule(
        which=st.integers(0, 20), agent=st.integers(1, 2),
        die_at=st.none() | st.sampled_from(PLACES), trouble=st.sampled_from(TROUBLES),
    )  # fmt: skip
    def confirm(self, which: int, agent: int, die_at: str | None, trouble: str) -> None:
        if self.seen:
            self.die_at, self.stripe.trouble = die_at, trouble
            self.survive(lambda: self.steps.confirm(1, self.seen[which % len(self.seen)][1], agent))

    @rule(which=st.integers(0, 20), times=st.integers(1, 3), die_at=st.none() | st.sampled_from(PLACES))
    def deliver(self, which: int, times: int, die_at: str | None) -> None:
        """A hint: early, late, doubled, or of something long done."""
        if self.seen:
            self.die_at = die_at
            for _ in range(times):
                self.survive(lambda: self.steps.finish(self.seen[which % len(self.seen)][0]))

    @rule()
    def tick(self) -> None:
        self.stripe.now += timedelta(seconds=61)
        for attempt_id in self.attempts.due(self.stripe.now):
            self.survive(lambda found=attempt_id: self.steps.finish(found))

    @rule(amount=st.sampled_from([100, 500]))
    def somebody_refunds_in_the_dashboard(self, amount: int) -> None:
        if not self.stripe.disputed and sum(r.amount for r in self.stripe.refunds) + amount <= 2000:
            self.stripe.give_back(amount)
            self.dashboard += amount

    @rule(opens=st.booleans())
    def the_bank_disputes(self, opens: bool) -> None:
        self.stripe.disputed = opens

    @rule()
    def stripe_forgets_its_keys(self) -> None:
        self.stripe.keys.clear()

    def survive(self, act: Any) -> None:
        with contextlib.suppress(Killed, NotPermitted):
            act()
        self.die_at = None

    # ---------------------------------------------------------------- what must hold
    @invariant()
    def at_most_once_and_once_if_done(self) -> None:
        if not hasattr(self, "steps"):
            return
        for attempt in self.attempts.of_ticket(1):
            made = [r for r in self.stripe.refunds if r.metadata.get("tillside") == attempt.id]
            assert len(made) <= 1, "I1"
            assert (len(made) == 1) or attempt.state != "done", "I1"
            assert not (made and attempt.state == "refused"), "I1"

    @invariant()
    def nothing_without_a_confirmation_of_what_was_shown(self) -> None:
        if not hasattr(self, "steps"):
            return
        confirmed = {e.attempt: e for e in self.audit.of_ticket(1) if e.event == "confirmed"}
        for made in self.stripe.refunds:
            if marker := made.metadata.get("tillside"):
                assert marker in confirmed, "I2"
                assert confirmed[marker].amount == made.amount, "I2"

    def everything_has_an_end(self) -> None:
        attempts = self.attempts.of_ticket(1)
        assert [a.state for a in attempts if not (a.ended and a.told_at)] == []
        done = sum(a.amount or 0 for a in attempts if a.state == "done")
        assert done + self.dashboard == sum(r.amount for r in self.stripe.refunds), "I8"
        entries = [(e.attempt, e.event) for e in self.audit.of_ticket(1) if e.event != "confirmed"]
        assert sorted(entries) == sorted((a.id, a.state) for a in attempts)


AnyOrder.TestCase.settings = settings(
    max_examples=40, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
TestAnyOrder = AnyOrder.TestCase
