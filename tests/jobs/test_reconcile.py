"""The tick finds what is due whatever was lost, and asks the helpdesk no more often than it may."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from integrations.errors import VendorUnavailable
from integrations.records import TicketChanges, TicketRef
from plugin.jobs.queue import Hints
from plugin.jobs.reconcile import Pace, Reconcile, Work
from plugin.store import Cases, Cursors, Deliveries, Delivery, GapIssues, GapSightings, Sighting, Store, Ticks

START = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)


def after(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


class ScriptedHelpdesk:
    """Only the two questions a reconcile asks."""

    def __init__(self) -> None:
        self.open: list[TicketRef] = []
        self.pages: list[TicketChanges] = []
        self.asked: list[str | None] = []
        self.walks = 0
        self.down = False

    def open_tickets(self) -> Iterator[TicketRef]:
        self.walks += 1
        yield from self.open
        if self.down:
            raise VendorUnavailable("zendesk", "Zendesk did not answer.")

    def changes(self, cursor: str | None, since: datetime) -> TicketChanges:
        self.asked.append(cursor)
        return self.pages.pop(0) if self.pages else TicketChanges((), cursor or "c0", True)


class Setting:
    def __init__(self, store: Store, queue: Path) -> None:
        self.helpdesk = ScriptedHelpdesk()
        self.cases = Cases(store, "acme")
        self.sightings = GapSightings(store, "acme")
        self.deliveries = Deliveries(store, "acme")
        self.cursors = Cursors(store, "acme")
        self.ticks = Ticks(store, "acme")
        self.hints = Hints(f"sqlite:///{queue}")
        self.replayed: list[Delivery] = []
        self.work = Work(
            cases=self.cases,
            gap_issues=GapIssues(store, "acme"),
            deliveries=self.deliveries,
            cursors=self.cursors,
            ticks=self.ticks,
            diagnose=print,
            file_gap=print,
            replay=self.replayed.append,
            helpdesk=self.helpdesk,  # type: ignore[arg-type]
        )
        self.reconcile = Reconcile(self.work, self.hints, worker="w1", pace=Pace(most_hints=5))

    def sent(self) -> list[tuple[str, str]]:
        """The hints in the queue, taken out of it."""
        taken = [task.args for task in self.hints.huey.pending()]
        self.hints.huey.flush()
        return sorted(taken)


@pytest.fixture
def setting(store: Store, tmp_path: Path) -> Setting:
    return Setting(store, tmp_path / "hints.db")


def test_the_first_start_walks_every_open_ticket(setting: Setting) -> None:
    setting.helpdesk.open = [TicketRef(1, "open", START), TicketRef(2, "new", START)]
    setting.reconcile(START)
    assert setting.sent() == [("ticket", "1"), ("ticket", "2")]
    assert setting.cursors.get("helpdesk_changes") == "c0"
    assert setting.ticks.latest() == START
    setting.reconcile(after(31))
    assert setting.helpdesk.walks == 1
    assert setting.helpdesk.asked == [None, "c0"]


def test_a_walk_that_was_interrupted_is_walked_again(setting: Setting) -> None:
    setting.helpdesk.open = [TicketRef(1, "open", START)]
    setting.helpdesk.down = True
    setting.reconcile(START)
    assert setting.cursors.get("helpdesk_changes") is None
    assert setting.ticks.latest() == START, "a helpdesk that is down stops nothing else"
    setting.helpdesk.down = False
    setting.reconcile(after(31))
    assert setting.helpdesk.walks == 2
    assert setting.cases.open_ids() == (1,)


def test_changes_are_followed_page_by_page(setting: Setting) -> None:
    setting.cursors.set("helpdesk_changes", "c1")
    setting.cases.want(3, "open", at=START, seen=START)
    setting.helpdesk.pages = [
        TicketChanges((TicketRef(1, "open", START), TicketRef(3, "solved", after(1))), "c2", False),
        TicketChanges((TicketRef(2, "pending", START), TicketRef(9, "closed", START)), "c3", True),
    ]
    setting.reconcile(START)
    assert setting.helpdesk.asked == ["c1", "c2"]
    assert setting.cursors.get("helpdesk_changes") == "c3"
    assert sorted(setting.cases.open_ids()) == [1, 2]
    assert setting.cases.get(9) is None, "a closed ticket we never knew is none of our work"


def test_the_helpdesk_is_asked_by_one_worker_per_period(setting: Setting) -> None:
    other = Reconcile(setting.work, setting.hints, worker="w2")
    for seconds in range(0, 60, 5):
        setting.reconcile(after(seconds))
        other(after(seconds + 1))
    assert len(setting.helpdesk.asked) == 2


def test_a_lost_hint_is_sent_again_until_the_work_is_done(setting: Setting) -> None:
    long_ago = START - timedelta(minutes=10)
    setting.cases.want(1, "open", at=long_ago, seen=long_ago)
    setting.sightings.record(1, Sighting("no_billing_portal", "self_serve_missing", "no_portal"), at=START)
    wanted = [("gap", "no_billing_portal"), ("ticket", "1")]
    setting.reconcile(START)
    assert setting.sent() == wanted
    setting.reconcile(after(5))
    assert setting.sent() == wanted, "nobody took it"
    setting.cases.claim(1, "w", lease_seconds=60, now=after(6))
    setting.reconcile(after(10))
    assert setting.sent() == wanted[:1], "somebody reads the ticket"
    setting.reconcile(after(66))
    assert setting.sent() == wanted, "and died"


def test_an_issue_waits_until_the_tickets_at_hand_are_counted(setting: Setting) -> None:
    setting.cases.want(1, "open", at=START, seen=START)
    setting.sightings.record(2, Sighting("no_billing_portal", "self_serve_missing", "no_portal"), at=START)
    setting.reconcile(START)
    assert setting.sent() == [("ticket", "1")]
    setting.reconcile(after(300))
    assert setting.sent() == [("gap", "no_billing_portal"), ("ticket", "1")], "but not for ever"


def test_a_full_queue_is_not_filled_further(setting: Setting) -> None:
    for number in range(20):
        setting.cases.want(number, "open", at=START, seen=START)
    for tick in range(4):
        setting.reconcile(after(tick * 5))
    assert len(setting.sent()) == 5


def test_an_acknowledged_delivery_nobody_acted_on_is_replayed(setting: Setting) -> None:
    setting.deliveries.remember("stripe", "evt_1", "{}", at=START)
    setting.deliveries.remember("stripe", "evt_2", "{}", at=START)
    setting.deliveries.handled("stripe", "evt_2", at=START)
    setting.reconcile(after(20))
    assert setting.replayed == [], "its own request may still be at it"
    setting.reconcile(after(31))
    assert [delivery.delivery_id for delivery in setting.replayed] == ["evt_1"]


def test_a_part_that_fails_leaves_the_others_to_run(setting: Setting) -> None:
    setting.cases.want(1, "open", at=START, seen=START)
    setting.deliveries.remember("stripe", "evt_1", "{}", at=START)
    setting.work = Work(**{**vars(setting.work), "replay": lambda _delivery: 1 / 0})
    Reconcile(setting.work, setting.hints, worker="w1")(after(60))
    assert setting.sent() == [("ticket", "1")]
    assert setting.ticks.latest() == after(60)
