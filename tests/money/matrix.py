"""The kill-and-fault matrix: what may go wrong on the way of one confirmed step, and what must hold after it.

A case: an agent looks at a step and confirms; a fault strikes, or the process dies at a place of the path; the
agent presses again three times at once, workers take it up, one of them may die too; late duplicates arrive. In
the end Stripe must hold exactly what was wanted, every attempt has an end, and ticket and audit log say it once.
"""

from __future__ import annotations

import itertools
import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

from integrations.money import Money
from integrations.sandbox.faults import Fault
from integrations.sandbox.merchant import catalogue
from integrations.sandbox.running import running
from integrations.sandbox.stripe_faults import answer_lost, broken, never_arrived, over_limit
from integrations.sandbox.world import World
from plugin import wiring
from plugin.act.wish import Wish
from plugin.settings import Settings
from plugin.store import Audit, Cases, open_store
from plugin.store.migrate import upgrade
from tests.conftest import environment

KINDS = {
    "refund": "refund_charge",
    "cancel": "set_cancel_at_period_end",
    "cancel now": "cancel_subscription_now",
    "credit note": "refund_charge",
    "portal link": "send_portal_link",
    "note": "note",
}
PLACES = (
    None,
    "asked",
    "checked",
    "confirmed",
    "claimed",
    "looked",
    "permitted",
    "in the call",
    "acted",
    "finished",
    "case wanted",
    "noted",
    "told",
)
FAULTS = (
    "none",
    "answer lost",
    "never arrived",
    "never arrived, then lost",
    "500 kept, not done",
    "500 kept, done",
    "429 twice",
    "database lost",
)
_PATHS = {
    "refund": "/v1/refunds$",
    "credit note": "/v1/credit_notes$",
    "cancel": "/v1/subscriptions/sub_",
    "cancel now": "/v1/subscriptions/sub_",
    "portal link": "/v1/billing_portal/sessions",
    "note": "/api/v2/tickets/",
}
_LEASE = 61
"""Seconds after which a dead process's claim is anybody's: the clock of later processes is put forward by it."""


@dataclass(frozen=True)
class Case:
    kind: str
    place: str | None
    fault: str
    worker_dies_at: str | None = None
    prune: bool = False
    """Stripe forgets its idempotency keys before the second try (it keeps them a day)."""

    def __str__(self) -> str:
        died = f", killed at {self.place!r}" if self.place else ""
        again = f", worker killed at {self.worker_dies_at!r}" if self.worker_dies_at else ""
        return f"{self.kind}: {self.fault}{died}{again}{', keys pruned' if self.prune else ''}"


def every_case() -> Iterator[Case]:
    for kind, place, fault, worker, prune in itertools.product(
        KINDS, PLACES, FAULTS, (None, "claimed", "acted", "finished"), (False, True)
    ):
        if kind == "note" and (
            place not in {None, "in the call"} or worker or prune or fault == "database lost"
        ):
            continue
        yield Case(kind, place, fault, worker, prune)


def draw(number: int, seed: int) -> list[Case]:
    """So many cases; every kind meets every place and every fault before any pair comes twice."""
    dice = random.Random(seed)
    cases = list(every_case())
    dice.shuffle(cases)
    chosen: list[Case] = []
    while len(chosen) < number:
        seen: set[tuple[str, object]] = set()
        fresh = [c for c in cases if not {(c.kind, c.place), (c.kind, c.fault)} <= seen and not _see(c, seen)]
        chosen += fresh[: number - len(chosen)]
        left = set(chosen)
        cases = [c for c in cases if c not in left] or list(every_case())
    return chosen


def _see(case: Case, seen: set[tuple[str, object]]) -> None:
    seen.update({(case.kind, case.place), (case.kind, case.fault)})


@dataclass
class Result:
    case: Case
    wanted: int
    """Refunds a person confirmed."""
    made: int
    """Refunds Stripe holds."""
    unfinished: int
    wrong: list[str] = field(default_factory=list)


class Bench:
    """One database, one sandbox, one process that forks; cases run through it one after the other."""

    def __init__(self, database_url: str, folder: Path) -> None:
        self._folder = folder
        self._database_url = database_url
        self._stack = ExitStack()
        self._count = 0
        self._offset = 0
        upgrade(database_url)

    def _now(self) -> datetime:
        return datetime.now(UTC) + timedelta(seconds=self._offset)

    def __enter__(self) -> Bench:
        self._forker = subprocess.Popen(
            [sys.executable, "-m", "tests.money.stand_in_process"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )
        self._new_world()
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()
        assert self._forker.stdin is not None
        self._forker.stdin.close()
        self._forker.wait(20)

    def _new_world(self) -> None:
        self._stack.close()
        self.world = World()
        addresses = self._stack.enter_context(running(self.world))
        self.env = environment(addresses, self._folder) | {
            "STRIPE_WRITE_KEY": "rk_test_sandbox_write",
            "DATABASE_URL": self._database_url,
            "ZENDESK_SUBDOMAIN": "northwind",
        }
        self.settings = Settings.read(self.env)
        with patch.object(wiring, "utc_now", self._now):
            self.steps = wiring.steps(self.settings)
        store = open_store(self._database_url)
        self.cases, self.audit = Cases(store, self.settings.account), Audit(store, self.settings.account)
        self._staged = 0

    # ---------------------------------------------------------------- one case
    def run(self, case: Case, mutant: str | None = None) -> Result:
        self._count += 1
        if self._staged >= 60:
            self._new_world()
        self._staged += 1
        self.world.faults.clear()
        ticket, target = self._stage(case)
        if case.kind == "note":
            return self._run_note(case, ticket, mutant)
        kind = KINDS[case.kind]
        # A part only: Stripe itself refuses to give back a whole charge twice, and would hide a fault of ours.
        part = Money(700, "usd") if kind == "refund_charge" else None
        wish = Wish(kind, target, amount=part, reason="duplicate")  # type: ignore[arg-type]
        shown = self.steps.show(ticket, wish, self._agent)
        if shown.attempt is None:
            return Result(case, 1, 0, 0, [f"nothing to confirm: {shown.considered.objections}"])
        confirm = {"do": "confirm", "ticket": ticket, "hash": shown.considered.hash, "agent": self._agent}
        finish = {"do": "finish", "attempt": shown.attempt.id}
        self._add_faults(case)
        lost = {"database_lost_at": "acted"} if case.fault == "database lost" else {}
        self._do(mutant, 0, {**confirm, **lost, "die_at": case.place})
        if case.prune:
            self.world.stripe.prune_idempotency_keys()
        # Everybody presses again and every worker gets the hint, at the moment the dead one's lease ends.
        self._do(mutant, _LEASE, confirm, {**finish, "die_at": case.worker_dies_at}, finish)
        self._do(mutant, 2 * _LEASE, finish, confirm)
        # The tick goes on until nothing is owed; then its hint comes five times more.
        for self._offset in (3 * _LEASE, 4 * _LEASE):
            self.steps.finish(shown.attempt.id)
        for self._offset in range(5 * _LEASE, 5 * _LEASE + 5):
            self.steps.finish(shown.attempt.id)
        self._offset = 0
        return self._judge(case, ticket, target, shown.attempt.id)

    def _add_faults(self, case: Case) -> None:
        method, path = ("DELETE" if case.kind == "cancel now" else "POST"), _PATHS[case.kind]
        add = self.world.faults.add
        if case.kind == "note":
            method = "PUT"
        vendor = {"vendor": "zendesk"} if case.kind == "note" else {}
        faults: dict[str, list[Fault]] = {
            "answer lost": [answer_lost(path, method=method)],
            "never arrived": [never_arrived(path, method=method)],
            "never arrived, then lost": [
                never_arrived(path, method=method),
                answer_lost(path, method=method),
            ],
            "500 kept, not done": [
                broken(path, acts=False, saved=not vendor and method != "DELETE", method=method)
            ],
            "500 kept, done": [
                broken(path, acts=True, saved=not vendor and method != "DELETE", method=method)
            ],
            "429 twice": [over_limit(path, 2, method=method)],
        }
        for fault in faults.get(case.fault, []):
            if vendor:
                fault.vendor = "zendesk"
            add(fault)
        if case.place == "in the call":
            # Stripe acts and takes its time to answer; the process is killed while it waits.
            add(Fault("zendesk" if vendor else "stripe", method, path, after=True, delay=0.4, times=1))

    def _run_note(self, case: Case, ticket: int, mutant: str | None) -> Result:
        text = f"Handoff of {ticket}"
        write = {"do": "note", "ticket": ticket, "text": text, "agent": self._agent}
        self._add_faults(case)
        # Slow enough that those who begin together are all under way before the first has ended.
        self.world.faults.latency["zendesk"] = 0.2
        self._do(mutant, 0, {**write, "die_at": case.place}, write, write)
        self.world.faults.latency.clear()
        for turn in range(1, 5):
            self._do(mutant, turn * _LEASE, write, write, write)
        notes = [n for n in self._notes(ticket) if text in n]
        wrong = [] if len(notes) == 1 else [f"{len(notes)} notes instead of one"]
        return Result(case, 0, 0, 0, wrong)

    def _judge(self, case: Case, ticket: int, target: str, attempt_id: str) -> Result:
        attempt = self.steps._attempts.get(attempt_id)
        assert attempt is not None
        wrong = []
        ledger = self.world.stripe.ledger()
        done = attempt.state == "done"
        if attempt.state not in {"done", "refused"} or attempt.told_at is None:
            wrong.append(f"no end: {attempt.state}, told {attempt.told_at}, {attempt.last_error}")
        if not done:
            wrong.append(f"not done: {attempt.result}")
        refunds = ledger["refunds"].get(target, [])
        is_refund = case.kind in {"refund", "credit note"}
        if is_refund and len(refunds) != 1:
            wrong.append(f"{len(refunds)} refunds")
        if case.kind == "credit note":
            notes = [n for n in ledger["credit_notes"] if n["metadata"].get("tillside") == attempt_id]
            if len(notes) != 1:
                wrong.append(f"{len(notes)} credit notes")
        if case.kind.startswith("cancel"):
            ends = [c for c in ledger["cancellations"] if c["subscription"] == target]
            if len(ends) != 1 or ends[0]["now"] is not (case.kind == "cancel now"):
                wrong.append(f"ends: {ends}")
        if case.kind == "portal link":
            pages = [p for p in ledger["portal_sessions"] if p["customer"] == target]
            if not pages or (len(pages) > 1 and not case.prune and case.fault != "500 kept, done"):
                wrong.append(f"{len(pages)} portal pages")
        said = [e.event for e in self.audit.of_ticket(ticket)]
        if sorted(said) != ["confirmed", "done"]:
            wrong.append(f"the audit log says {said}")
        told = [n for n in self._notes(ticket) if "Done through Tillside" in n]
        if len(told) != 1:
            wrong.append(f"{len(told)} notes")
        unfinished = 0 if attempt.ended and attempt.told_at else 1
        return Result(case, int(is_refund), len(refunds) if is_refund else 0, unfinished, wrong)

    # ---------------------------------------------------------------- processes
    def _do(self, mutant: str | None, offset: int, *deeds: dict[str, Any]) -> list[int]:
        with tempfile.TemporaryDirectory() as folder:
            said = [
                {
                    "die_at": None,
                    **d,
                    "env": self.env,
                    "offset": offset,
                    "mutant": mutant,
                    "out": f"{folder}/{n}",
                }
                for n, d in enumerate(deeds)
            ]
            assert self._forker.stdin is not None
            assert self._forker.stdout is not None
            self._forker.stdin.write(json.dumps(said) + "\n")
            self._forker.stdin.flush()
            codes: list[int] = json.loads(self._forker.stdout.readline())
            for place, code in enumerate(codes):
                if code == 1:
                    raise AssertionError((Path(folder) / str(place)).read_text())
            return codes

    # ---------------------------------------------------------------- the story of a case
    @property
    def _agent(self) -> int:
        return self.world.zendesk.agent_ids[0]

    def _stage(self, case: Case) -> tuple[int, str]:
        """Somebody who bought the same twice, three days ago, minutes apart."""
        world, name = self.world, f"case {self._count} {case.kind}"
        books, shop = world.stripe, catalogue(world)
        with world.lock, books.told_by(name):
            address = f"pat{self._count}@example.com"
            tax = 20.0 if case.kind == "credit note" else 0
            pat = books.customer(address, "Pat Doe", created=world.ago(days=4))
            card = books.card(pat, "4242", exp=(9, 2030))
            first, second = (
                books.subscribe(
                    pat, shop.pro, at=world.ago(days=3, minutes=m), card=card, checkout=True, tax_percent=tax
                )
                for m in (9, 3)
            )
            ticket = world.zendesk.ticket(
                world.zendesk.person("Pat Doe", address),
                "charged twice",
                "I was charged twice for one account, please refund the second one.",
                at=world.ago(minutes=30),
            )
        ticket_id = int(getattr(ticket, "id", ticket))
        with world.lock:
            charge = next(c for c in books.all("charge", customer=pat["id"]))
        target = {
            "refund": charge["id"],
            "credit note": charge["id"],
            "cancel": second["id"],
            "cancel now": second["id"],
            "portal link": pat["id"],
            "note": "",
        }[case.kind]
        assert first["id"] != second["id"]
        return ticket_id, target

    def _notes(self, ticket: int) -> list[str]:
        with self.world.lock:
            return [c.body for c in self.world.zendesk.tickets[ticket].comments if not c.public]
