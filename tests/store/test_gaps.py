"""Gap sightings, the demand they add up to, and the one issue of each gap."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest
from sqlalchemy import event

from integrations.money import Money
from plugin.store import GapIssues, GapSightings, Sighting, Store

Time = Callable[..., datetime]

PORTAL = "no_billing_portal"
USAGE = "no_usage_visibility"


@pytest.fixture
def sightings(store: Store) -> GapSightings:
    return GapSightings(store, "acme")


@pytest.fixture
def issues(store: Store) -> GapIssues:
    return GapIssues(store, "acme")


def saw(gap: str = PORTAL, customer: str | None = "h1", **parts: object) -> Sighting:
    return Sighting(gap, "self_serve_missing", "no_portal", customer, **parts)  # type: ignore[arg-type]


# ------------------------------------------------------------ sightings
def test_a_sighting_counts_once_however_often_it_is_recorded(sightings: GapSightings, t: Time) -> None:
    assert sightings.record(1, saw(), at=t())
    assert not sightings.record(1, saw(), at=t(60))
    demand = sightings.demand(PORTAL, now=t(99))
    assert (demand.tickets, demand.customers, demand.first_seen, demand.last_seen) == (1, 1, t(), t())


def test_a_sighting_that_says_something_else_replaces_the_older(sightings: GapSightings, t: Time) -> None:
    sightings.record(1, saw(mrr=Money(1900, "usd")), at=t())
    assert sightings.record(1, saw(mrr=Money(2900, "usd")), at=t(60))
    assert sightings.record(1, saw(), at=t(90)), "from an amount to none is a change too"
    assert sightings.demand(PORTAL, now=t(99)).mrr == ()


def test_the_demand_counts_a_customers_mrr_once_and_adds_per_currency(
    sightings: GapSightings, t: Time
) -> None:
    sightings.record(1, saw(mrr=Money(1900, "usd"), refunds=(Money(500, "usd"),)), at=t(1))
    sightings.record(2, saw(mrr=Money(1900, "usd"), refunds=(Money(700, "usd"), Money(3, "eur"))), at=t(2))
    sightings.record(3, saw(customer="h2", mrr=Money(400, "eur")), at=t(3))
    sightings.record(4, saw(customer=None), at=t(4))
    sightings.record(5, saw(gap=USAGE, customer="h3", mrr=Money(9999, "usd")), at=t(5))
    demand = sightings.demand(PORTAL, now=t(99))
    assert (demand.tickets, demand.customers) == (4, 2)
    assert demand.mrr == (Money(400, "eur"), Money(1900, "usd"))
    assert demand.refunds == (Money(3, "eur"), Money(1200, "usd"))
    assert demand.situations == (("no_portal", 4),)
    assert (demand.first_seen, demand.last_seen) == (t(1), t(4))
    assert sightings.demand(PORTAL, now=t(99), since=t(3)).tickets == 2
    assert sightings.demand("no_such_gap", now=t(99)).tickets == 0


def test_a_ticket_that_shows_a_gap_no_longer_is_not_counted(sightings: GapSightings, t: Time) -> None:
    sightings.record(1, saw(), at=t())
    sightings.record(1, saw(gap=USAGE), at=t())
    sightings.record(2, saw(), at=t())
    assert sightings.of_ticket(1) == (PORTAL, USAGE)
    assert sightings.withdraw(1, keep={USAGE}) == (PORTAL,)
    assert sightings.of_ticket(1) == (USAGE,)
    assert sightings.demand(PORTAL, now=t(99)).tickets == 1
    assert sightings.withdraw(1) == (USAGE,)


def test_the_windows_count_what_was_first_seen_in_them(sightings: GapSightings, t: Time) -> None:
    day = 86_400
    sightings.record(1, saw(mrr=Money(900, "usd"), agent_minutes=10), at=t(0))
    sightings.record(
        2, saw(mrr=Money(1900, "usd"), refunds=(Money(5, "usd"),), agent_minutes=4), at=t(60 * day)
    )
    sightings.record(3, saw(customer="h2", mrr=Money(7, "eur"), agent_minutes=1), at=t(95 * day))
    sightings.record(4, saw(mrr=Money(3, "eur")), at=t(96 * day))
    demand = sightings.demand(PORTAL, now=t(100 * day))
    assert [(w.days, w.tickets, w.customers, w.agent_minutes) for w in demand.windows] == [
        (7, 2, 2, 1),
        (30, 2, 2, 1),
        (90, 3, 2, 5),
        (None, 4, 2, 15),
    ]
    assert [w.mrr for w in demand.windows] == [
        (Money(10, "eur"),),
        (Money(10, "eur"),),
        (Money(10, "eur"), Money(1900, "usd")),
        (Money(10, "eur"), Money(1900, "usd")),
    ], "a customer with two currencies counts once in each, and is one customer"
    assert [w.refunds for w in demand.windows][2:] == [(Money(5, "usd"),)] * 2
    assert len(demand.weeks) == 12
    assert (sum(demand.weeks), demand.weeks[-1], demand.weeks[6]) == (3, 2, 1)
    assert sightings.demands(now=t(100 * day))[PORTAL].windows == demand.windows


def test_recording_a_sighting_is_one_statement(sightings: GapSightings, store: Store, t: Time) -> None:
    said: list[str] = []

    @event.listens_for(store.engine, "before_cursor_execute")
    def listen(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        said.append(statement)

    for _ in range(2):
        said.clear()
        sightings.record(1, saw(), at=t())
        assert len([statement for statement in said if not statement.startswith("BEGIN")]) == 1
    event.remove(store.engine, "before_cursor_execute", listen)


# ------------------------------------------------------------ issues
def test_a_gap_is_due_until_its_issue_says_what_was_seen(
    sightings: GapSightings, issues: GapIssues, t: Time
) -> None:
    assert issues.due(t()) == ()
    sightings.record(1, saw(), at=t())
    assert issues.due(t()) == (PORTAL,)
    claim = issues.claim(PORTAL, "f1", "w", lease_seconds=60, now=t())
    assert claim
    assert issues.due(t(1)) == ()
    assert issues.link(claim, 12, "https://git.example/12", "open", body_hash="b1", at=t(2))
    assert issues.due(t(3)) == ()
    assert issues.claim(PORTAL, "f1", "w", lease_seconds=60, now=t(3)) is None, "nothing changed"
    linked = issues.get(PORTAL, "f1")
    assert linked
    assert (linked.issue_number, linked.url, linked.state, linked.body_hash, linked.updated_at) == (
        12,
        "https://git.example/12",
        "open",
        "b1",
        t(2),
    )
    assert issues.linked() == {PORTAL: linked}
    sightings.record(2, saw(customer="h2"), at=t(4))
    assert issues.due(t(4)) == (PORTAL,)


def test_a_sighting_during_the_writing_keeps_the_gap_due(
    sightings: GapSightings, issues: GapIssues, t: Time
) -> None:
    sightings.record(1, saw(), at=t())
    claim = issues.claim(PORTAL, "f1", "w", lease_seconds=60, now=t())
    assert claim
    sightings.record(2, saw(), at=t())
    issues.link(claim, 12, "u", "open", body_hash="b1", at=t(1))
    assert issues.due(t(2)) == (PORTAL,)


def test_a_withdrawn_sighting_makes_the_gap_due(sightings: GapSightings, issues: GapIssues, t: Time) -> None:
    sightings.record(1, saw(), at=t())
    claim = issues.claim(PORTAL, "f1", "w", lease_seconds=60, now=t())
    assert claim
    issues.link(claim, 12, "u", "open", body_hash="b1", at=t(1))
    sightings.withdraw(1)
    assert issues.due(t(2)) == (PORTAL,)


def test_only_the_holder_may_link_and_a_dead_one_is_replaced(
    sightings: GapSightings, issues: GapIssues, t: Time
) -> None:
    sightings.record(1, saw(), at=t())
    first = issues.claim(PORTAL, "f1", "w", lease_seconds=10, now=t())
    assert first
    assert issues.claim(PORTAL, "f1", "w", lease_seconds=10, now=t(5)) is None
    assert issues.remember(first, 12, "u", "open")
    second = issues.claim(PORTAL, "f1", "w", lease_seconds=10, now=t(10))
    assert second
    assert second.issue.issue_number == 12, "the next one knows that the issue exists"
    assert not issues.renew(first, lease_seconds=10, now=t(11))
    assert not issues.link(first, 13, "u", "open", body_hash="b", at=t(11))
    assert issues.renew(second, lease_seconds=10, now=t(11))
    assert issues.link(second, 12, "u", "open", body_hash="b", at=t(12))


def test_a_failure_waits_and_a_busy_gap_is_held_back(
    sightings: GapSightings, issues: GapIssues, t: Time
) -> None:
    sightings.record(1, saw(), at=t())
    claim = issues.claim(PORTAL, "f1", "w", lease_seconds=60, now=t())
    assert claim
    assert issues.fail(claim, "GitHub did not answer.", retry_at=t(30))
    assert issues.due(t(29)) == ()
    again = issues.claim(PORTAL, "f1", "w", lease_seconds=60, now=t(30))
    assert again
    assert (again.issue.failures, again.issue.last_error) == (1, "GitHub did not answer.")
    issues.link(again, 12, "u", "open", body_hash="b1", at=t(31), next_update_at=t(600))
    sightings.record(2, saw(), at=t(40))
    assert issues.due(t(599)) == ()
    assert issues.due(t(600)) == (PORTAL,)


def test_news_of_an_issue_make_its_gap_due_at_once(
    sightings: GapSightings, issues: GapIssues, t: Time
) -> None:
    sightings.record(1, saw(), at=t())
    claim = issues.claim(PORTAL, "f1", "w", lease_seconds=60, now=t())
    assert claim
    issues.link(claim, 12, "u", "open", body_hash="b", at=t(), next_update_at=t(86_400))
    assert issues.due(t(9)) == ()
    assert issues.look_again(13) == ()
    assert issues.look_again(12) == (PORTAL,)
    assert issues.due(t(9)) == (PORTAL,)


def test_an_issue_is_looked_at_once_a_day_also_when_nothing_was_seen(
    sightings: GapSightings, issues: GapIssues, t: Time
) -> None:
    sightings.record(1, saw(), at=t())
    claim = issues.claim(PORTAL, "f1", "w", lease_seconds=60, now=t())
    assert claim
    issues.link(claim, 12, "u", "open", body_hash="b", at=t())
    assert issues.due(t(86_400)) == ()
    assert issues.due(t(86_401)) == (PORTAL,)
    assert issues.claim(PORTAL, "f1", "w", lease_seconds=60, now=t(86_401))


def test_an_issue_written_by_hand_is_adopted_by_one_gap(
    sightings: GapSightings, issues: GapIssues, t: Time
) -> None:
    assert issues.adopt(PORTAL, "f1", 7, "u7", "open") is None
    assert issues.adopt(USAGE, "f2", 7, "u7", "open") == PORTAL
    assert issues.due(t()) == (PORTAL,), "so that the worker adds the numbers"
    claim = issues.claim(PORTAL, "f1", "w", lease_seconds=60, now=t())
    assert claim
    assert claim.issue.issue_number == 7
    assert issues.adopt(PORTAL, "f1", 8, "u8", "open") is None
    assert not issues.remember(claim, 7, "u7", "open"), "whoever was writing has lost the row"
    assert issues.unlink(PORTAL, "f1") == 8
    assert issues.linked() == {}


def test_a_yes_is_kept_with_who_said_it(sightings: GapSightings, issues: GapIssues, t: Time) -> None:
    assert not issues.approve(PORTAL, "Ana", at=t())
    sightings.record(1, saw(), at=t())
    claim = issues.claim(PORTAL, "f1", "w", lease_seconds=60, now=t())
    assert claim
    assert not claim.approved
    issues.fail(claim, "Waits for a yes.", retry_at=t(86_400))
    assert [gap.last_error for gap in issues.troubled()] == ["Waits for a yes."]
    assert issues.approve(PORTAL, "Ana", at=t(1))
    again = issues.claim(PORTAL, "f1", "w", lease_seconds=60, now=t(2))
    assert again
    assert again.approved


def test_many_workers_and_one_writer_per_gap(sightings: GapSightings, issues: GapIssues, t: Time) -> None:
    gaps = [f"gap_{n}" for n in range(6)]
    for gap in gaps:
        sightings.record(1, saw(gap=gap), at=t())

    def claim_all(_worker: int) -> int:
        return sum(issues.claim(gap, "f", "w", lease_seconds=60, now=t()) is not None for gap in gaps)

    with ThreadPoolExecutor(6) as pool:
        assert sum(pool.map(claim_all, range(6))) == len(gaps)


def test_accounts_never_meet(store: Store, sightings: GapSightings, issues: GapIssues, t: Time) -> None:
    sightings.record(1, saw(mrr=Money(100, "usd")), at=t())
    claim = issues.claim(PORTAL, "f1", "w", lease_seconds=60, now=t())
    assert claim
    issues.link(claim, 12, "u", "open", body_hash="b", at=t())
    their_sightings, their_issues = GapSightings(store, "globex"), GapIssues(store, "globex")
    assert their_sightings.demand(PORTAL, now=t(99)).tickets == 0
    assert their_sightings.of_ticket(1) == ()
    assert their_sightings.withdraw(1) == ()
    assert their_issues.due(t(9)) == ()
    assert their_issues.linked() == {}
    assert their_issues.get(PORTAL, "f1") is None
    assert their_issues.look_again(12) == ()
    assert not their_issues.approve(PORTAL, "Ana", at=t())
