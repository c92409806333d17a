"""From a judged ticket to one GitHub issue, through the worker's own parts and the sandbox's wire."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from integrations.sandbox.faults import Fault
from integrations.sandbox.world import World
from plugin import wiring
from plugin.jobs.case_reader import CaseReader
from plugin.jobs.gap_filing import GapFiling
from plugin.jobs.tasks import diagnose_ticket
from plugin.settings import Settings
from plugin.store import Cases, GapIssues, GapSightings, Store, open_store

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


def filing(settings: Settings, store: Store, owner: str = "worker") -> GapFiling:
    return GapFiling(
        GapIssues(store, settings.account),
        GapSightings(store, settings.account),
        Cases(store, settings.account),
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
    assert "| Tickets | 3 |" in issue["body"]
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
        GapIssues(store, settings.account),
        GapSightings(store, settings.account),
        Cases(store, settings.account),
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
