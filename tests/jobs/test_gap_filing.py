"""From a judged ticket to one GitHub issue, through the worker's own parts and the sandbox's wire."""

from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from integrations.sandbox.faults import Fault
from integrations.sandbox.world import World
from plugin import wiring
from plugin.jobs.case_reader import CaseReader
from plugin.jobs.deliveries import ChangeNews
from plugin.jobs.gap_filing import TAG, GapFiling, GapFollowUpNotes, GapTables
from plugin.jobs.queue import Hints
from plugin.jobs.tasks import diagnose_ticket
from plugin.settings import Settings
from plugin.store import Cases, Deliveries, GapFollowUps, GapIssues, GapSightings, Store, open_store

GAP = "no_duplicate_subscription_guard"
STORIES = ("duplicate_minutes_apart", "duplicate_across_letter_case", "japanese_double_charge")


@pytest.fixture
def store(settings: Settings) -> Store:
    return open_store(settings.database_url)


@pytest.fixture
def read(settings: Settings, store: Store) -> Callable[[int], object]:
    cases = Cases(store, settings.account)
    casework = wiring.casework(settings, wiring.helpdesk(settings), lambda _requester: None)
    reader = CaseReader(casework, GapIssues(store, settings.account), settings.secret_key)

    def done(ticket_id: int) -> object:
        cases.want(ticket_id, "open", at=wiring.utc_now())
        return diagnose_ticket(ticket_id, cases, reader.read, wiring.utc_now, "test")

    return done


def tables(settings: Settings, store: Store) -> GapTables:
    account = settings.account
    return GapTables(
        GapIssues(store, account),
        GapSightings(store, account),
        Cases(store, account),
        GapFollowUps(store, account),
    )


def filing(settings: Settings, store: Store, owner: str = "worker") -> GapFiling:
    return GapFiling(
        tables(settings, store),
        wiring.issue_tracker(settings),
        settings.secret_key,
        owner=owner,
        clock=wiring.utc_now,
    )


def test_many_tickets_one_issue_and_every_case_links_to_it(
    settings: Settings, store: Store, world: World, stage: Callable[[str], int], read: Callable[[int], object]
) -> None:
    tickets = [stage(story) for story in STORIES]
    for ticket_id in tickets:
        assert read(ticket_id) == "kept"
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda n: filing(settings, store, f"w{n}").file(GAP), range(8)))
    (issue,) = world.github.overview()["issues"]
    assert "| Tickets | 3 | 3 | 3 | 3 |" in issue["body"]
    for ticket_id in tickets:
        stored = Cases(store, settings.account).get(ticket_id)
        assert stored
        assert stored.document
        (link,) = [gap["issue"] for gap in stored.document["gaps"] if gap["gap"] == GAP]
        assert link["number"] == issue["number"]
        assert link["url"].startswith("http")


def test_an_issue_holds_nobodys_data(
    settings: Settings, store: Store, world: World, stage: Callable[[str], int], read: Callable[[int], object]
) -> None:
    read(stage("duplicate_minutes_apart"))
    filing(settings, store).file(GAP)
    (issue,) = world.github.overview()["issues"]
    customer = world.stripe.first("customer")
    for private in (customer["id"], customer["email"], customer["name"], customer["name"].split()[0], "4242"):
        assert private not in issue["title"] + issue["body"]


@pytest.mark.parametrize(
    "fault",
    [
        Fault(
            "github", "POST", "/issues$", status=403, body='{"message":"Resource not accessible"}', times=1
        ),
        Fault("github", "POST", "/issues$", status=502, after=True, times=1),
        Fault("github", "GET", "/issues", status=500, times=1),
        Fault("github", "GET", "/issues", status=403, body='{"message":"Forbidden"}', times=1),
    ],
    ids=["403", "502 after success", "500", "403 on reading"],
)
def test_github_having_a_bad_day_costs_time_and_no_second_issue(
    settings: Settings,
    store: Store,
    world: World,
    stage: Callable[[str], int],
    read: Callable[[int], object],
    fault: Fault,
) -> None:
    ticket_id = stage("duplicate_minutes_apart")
    read(ticket_id)
    world.faults.add(fault)
    first = filing(settings, store).file(GAP)
    assert first
    assert first.outcome == "failed"
    assert "GitHub" in first.sentence
    world.faults.clear()
    later = GapFiling(
        tables(settings, store),
        wiring.issue_tracker(settings),
        settings.secret_key,
        owner="later",
        clock=lambda: wiring.utc_now().replace(year=wiring.utc_now().year + 1),
    )
    again = later.file(GAP)
    assert again
    assert again.outcome in {"created", "updated", "unchanged"}
    assert len(world.github.overview()["issues"]) == 1
    stored = Cases(store, settings.account).get(ticket_id)
    assert stored
    assert stored.document
    assert stored.document["verdict"]["situation"] == "duplicate_same_customer"


# ------------------------------------------------------------------ the loop
def later(settings: Settings, store: Store, days: float) -> GapFiling:
    return GapFiling(
        tables(settings, store),
        wiring.issue_tracker(settings),
        settings.secret_key,
        owner="later",
        clock=lambda: wiring.utc_now() + timedelta(days=days),
    )


def notes(settings: Settings, store: Store, days: float) -> GapFollowUpNotes:
    return GapFollowUpNotes(
        GapFollowUps(store, settings.account),
        Cases(store, settings.account),
        wiring.helpdesk(settings),
        owner="notes",
        clock=lambda: wiring.utc_now() + timedelta(days=days),
    )


def news(settings: Settings, store: Store) -> ChangeNews:
    account = settings.account
    hints = Hints(settings.queue_url, account)
    return ChangeNews(
        Cases(store, account), Deliveries(store, account), hints, wiring.utc_now, GapIssues(store, account)
    )


def test_a_closed_issue_comes_back_to_its_tickets_once(
    settings: Settings, store: Store, world: World, stage: Callable[[str], int], read: Callable[[int], object]
) -> None:
    ticket_id = stage("japanese_double_charge")
    read(ticket_id)
    assert filing(settings, store).file(GAP)
    (issue,) = world.github.issues
    world.github.close(issue)
    heard = news(settings, store)
    for _ in range(2):  # GitHub sends it twice
        heard.take("github", "delivery-1", json.dumps({"action": "closed", "number": issue}))
    heard.take("github", "delivery-2", json.dumps({"action": "closed", "number": 999}))
    closed = filing(settings, store).file(GAP)
    assert closed
    assert closed.outcome == "closed"
    assert notes(settings, store, 0).due(wiring.utc_now()) == (), "closed by a slip? a few minutes are waited"
    key = f"{GAP}/{ticket_id}"
    assert notes(settings, store, 1).due(wiring.utc_now() + timedelta(days=1)) == (key,)
    world.faults.add(Fault("zendesk", "PUT", "tickets", status=502, after=True, times=1))
    assert notes(settings, store, 1).write(key) == "failed"
    assert notes(settings, store, 2).write(key) == "already", "written, though nobody was told"
    assert notes(settings, store, 3).write(key) == "not_due"
    assert later(settings, store, 3).file(GAP)
    assert notes(settings, store, 4).due(wiring.utc_now() + timedelta(days=4)) == ()
    ticket = wiring.helpdesk(settings).ticket(ticket_id)
    (note,) = [comment for comment in ticket.comments if "product gap" in comment.body]
    assert not note.public
    assert "was closed as completed" in note.body
    assert "同じプラン" in note.body, "the draft is in the customer's language"
    assert TAG in ticket.tags


def test_an_issue_opened_again_at_once_tells_nobody(
    settings: Settings, store: Store, world: World, stage: Callable[[str], int], read: Callable[[int], object]
) -> None:
    read(stage("duplicate_minutes_apart"))
    filing(settings, store).file(GAP)
    (issue,) = world.github.issues
    for change in (world.github.close, world.github.reopen):
        change(issue)
        news(settings, store).take("github", change.__name__, json.dumps({"action": "x", "number": issue}))
        filing(settings, store).file(GAP)
    assert notes(settings, store, 1).due(wiring.utc_now() + timedelta(days=1)) == ()
