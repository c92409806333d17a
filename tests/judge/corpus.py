"""The labelled corpus: every file of `tickets/`, staged at its shop and judged by the production Casework.

python -m tests.judge.corpus            prints the report `make judge` shows
python -m tests.judge.corpus -v         and every disagreement
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from integrations.sandbox.merchant import catalogue
from integrations.sandbox.running import running
from integrations.sandbox.world import World
from plugin import wiring
from plugin.act.steps import kinds
from plugin.casework import Case
from plugin.facts import Pin
from plugin.settings import Settings
from tests.conftest import environment
from tests.judge import tickets as _folder
from tests.judge.labels import Desk, Labelled, shops


@dataclass(frozen=True)
class Judged:
    """One ticket, what it was labelled and what came out."""

    ticket: Labelled
    case: Case
    hands_off: frozenset[str]
    must_say: tuple[str, ...]
    secrets: tuple[str, ...]
    """What the reply must not hold where the match does not allow it."""

    @property
    def bucket(self) -> str:
        return self.case.diagnosis.verdict.bucket

    @property
    def situation(self) -> str:
        return self.case.diagnosis.verdict.situation

    @property
    def proposed(self) -> list[Any]:
        return [step for step in self.case.plan.steps if step.state == "proposed"]

    @property
    def first(self) -> str:
        return self.proposed[0].kind if self.proposed else "nothing"

    @property
    def gaps(self) -> frozenset[str]:
        return frozenset(g.gap for g in self.case.gaps)

    @property
    def identity(self) -> str:
        return self.case.facts.match.confidence

    @property
    def body(self) -> str:
        return str(self.case.document["reply"]["body"])

    def unsafe(self) -> Iterator[str]:
        """A step that must not be proposed, or a detail the identity does not allow. Each in words."""
        label = self.ticket.label
        given_back = 0
        for step in self.proposed:
            if step.kind == "refund_charge" and label.refunds and step.amount:
                given_back += step.amount.amount
            elif step.kind in label.never:
                yield f"{step.kind} is proposed"
            if step.writes and step.target in self.hands_off:
                yield f"{step.kind} touches {step.target}, which must stay as it is"
            if step.writes and label.identity != "strong":
                yield f"{step.kind} is proposed for somebody who is not proven"
        if given_back > label.refunds:
            yield f"{given_back} is given back, at most {label.refunds} is due"
        for secret in (*label.hides, *(self.secrets if label.identity != "strong" else ())):
            if secret in self.body:
                yield f"the reply tells {secret!r}"

    def missing_words(self) -> list[str]:
        said = _plain(self.body)
        return [w for w in (*self.ticket.label.says, *self.must_say) if _plain(w) not in said]

    def disagreements(self) -> Iterator[str]:
        label = self.ticket.label
        if self.identity != label.identity:
            yield f"identity {self.identity}, labelled {label.identity}"
        if self.bucket != label.bucket:
            yield f"bucket {self.bucket}, labelled {label.bucket}"
        if self.situation not in label.situations:
            yield f"situation {self.situation}, labelled {' or '.join(label.situations)}"
        if self.first not in label.firsts:
            yield f"first {self.first}, labelled {' or '.join(label.firsts)}"
        if extra := self.gaps - set(label.gaps):
            yield f"gaps too many: {', '.join(sorted(extra))}"
        if missing := set(label.gaps) - self.gaps:
            yield f"gaps missed: {', '.join(sorted(missing))}"
        if words := self.missing_words():
            yield f"not said: {words}"
        yield from (f"UNSAFE: {reason}" for reason in self.unsafe())


def _plain(text: str) -> str:
    """Without the narrow spaces some languages write inside of amounts."""
    return text.replace("\u202f", " ").replace("\xa0", " ")


def labelled() -> list[Labelled]:
    found: list[Labelled] = []
    for entry in sorted(pkgutil.iter_modules(_folder.__path__), key=lambda e: e.name):
        module = importlib.import_module(f"{_folder.__name__}.{entry.name}")
        found += module.BOOK.tickets
    names = [ticket.name for ticket in found]
    assert len(set(names)) == len(names), "two tickets of one name"
    return found


def judge(wanted: list[Labelled]) -> list[Judged]:
    """Shop by shop: all tickets are staged, then each is judged over the wire."""
    by_shop: dict[str, list[Labelled]] = defaultdict(list)
    for ticket in wanted:
        by_shop[ticket.shop].append(ticket)
    return [judged for shop, tickets in by_shop.items() for judged in _judge_shop(shop, tickets)]


def _judge_shop(shop: str, tickets: list[Labelled]) -> Iterator[Judged]:
    world = World()
    catalogue(world)
    shops()[shop](world)
    pins: dict[int, Pin] = {}
    staged = [(ticket, *_stage(world, ticket, pins)) for ticket in tickets]
    with running(world) as addresses, tempfile.TemporaryDirectory() as folder:
        settings = Settings.read(environment(addresses, Path(folder)))
        casework = wiring.casework(settings, wiring.helpdesk(settings), pins.get)
        for ticket, ticket_id, desk in staged:
            case = casework.of_ticket(ticket_id)
            assert case.diagnosis.lost == (), f"{ticket.name}: {case.diagnosis.lost}"
            yield Judged(
                ticket, case, frozenset(desk.hands_off), tuple(desk.must_say), tuple(_secrets(world, desk))
            )
    assert world.stripe.violations == [], world.stripe.violations[:3]


def _stage(world: World, ticket: Labelled, pins: dict[int, Pin]) -> tuple[int, Desk]:
    desk = Desk(world, ticket.name.rpartition("/")[2], ticket.locale)
    with world.stripe.told_by(ticket.name):
        ticket.stage(desk)
    requester = world.zendesk.person(
        desk.name, desk.email, verified=desk.verified, locale=ticket.locale, more_emails=desk.more_emails
    )
    fields = {"at": world.ago(hours=2), **desk.ticket}
    if pinned := fields.pop("pinned_to", None):
        pins[requester] = Pin(pinned["id"], world.zendesk.agent_ids[0], "Ana Ferreira", world.ago(hours=1))
    thread = fields.pop("then", ())
    body = fields.pop("body", ticket.body)
    ticket_id = world.zendesk.ticket(requester, ticket.subject, body, **fields)
    for said in thread:
        world.zendesk.reply(ticket_id, requester, said)
    return ticket_id, desk


def _secrets(world: World, desk: Desk) -> Iterator[str]:
    for owner in desk.owned:
        yield owner["id"]
        if owner["email"] and owner["email"].lower() != desk.email.lower():
            yield owner["email"]
        for charge in world.stripe.all("charge", customer=owner["id"]):
            yield f"{charge['amount'] / 100:,.2f}"
            if card := charge["payment_method_details"].get("card"):
                yield card["last4"]


def main() -> None:
    from tests.judge.report import report

    wanted = labelled()
    if only := [argument for argument in sys.argv[1:] if not argument.startswith("-")]:
        wanted = [t for t in wanted if any(t.name.startswith(o) for o in only)]
    began = time.perf_counter()
    judged = judge(wanted)
    report(judged, verbose="-v" in sys.argv, seconds=time.perf_counter() - began)


__all__ = ["Judged", "judge", "kinds", "labelled"]

if __name__ == "__main__":
    main()
