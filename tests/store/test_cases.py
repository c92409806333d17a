"""Which tickets are due, who may read them, and that nothing that happens meanwhile is lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from integrations.records import TicketRef
from plugin.store import Cases, Claim, DiagnosedTicket, GapSightings, Sighting, Store

Time = Callable[..., datetime]


@pytest.fixture
def cases(store: Store) -> Cases:
    return Cases(store, "acme")


def found(t: Time, at: float = 1, **parts: object) -> DiagnosedTicket:
    defaults: dict[str, object] = {
        "document": {"ticket_id": 1, "as_of": "then"},
        "read_at": t(at),
        "ticket_status": "open",
        "ticket_updated_at": t(0),
    }
    return DiagnosedTicket(**{**defaults, **parts})  # type: ignore[arg-type]


def claimed(cases: Cases, at: datetime, ticket_id: int = 1) -> Claim:
    claim = cases.claim(ticket_id, "worker", lease_seconds=60, now=at)
    assert claim is not None
    return claim


# ------------------------------------------------------------ wanting
def test_a_new_ticket_is_due_until_it_was_read(cases: Cases, t: Time) -> None:
    assert cases.want(1, "new", at=t(), seen=t())
    assert cases.due(t()) == (1,)
    assert cases.finish(claimed(cases, t(1)), found(t), at=t(2)) == "kept"
    assert cases.due(t(3)) == ()
    kept = cases.get(1)
    assert kept is not None
    assert (kept.document, kept.read_at, kept.ticket_status, kept.due) == (
        {"ticket_id": 1, "as_of": "then"},
        t(1),
        "open",
        False,
    )


def test_an_unknown_ticket_is_none(cases: Cases) -> None:
    assert cases.get(404) is None


def test_the_same_change_told_again_asks_for_nothing(cases: Cases, t: Time) -> None:
    assert cases.want(1, "new", at=t(), seen=t())
    assert not cases.want(1, "new", at=t(1), seen=t()), "nobody has begun to read: it will be covered"
    claim = claimed(cases, t(5))
    assert not cases.want(1, "new", at=t(5.5), seen=t()), "the reading began well after the change"
    assert cases.finish(claim, found(t, 6), at=t(6)) == "kept"
    assert not cases.want(1, "new", at=t(7), seen=t())
    assert not cases.want(1, "new", at=t(8), seen=t(-60)), "an older event that comes late"
    assert cases.want(1, "open", at=t(9), seen=t(8))


def test_a_second_change_in_the_same_second_is_not_taken_for_the_first(cases: Cases, t: Time) -> None:
    cases.want(1, "new", at=t(), seen=t())
    cases.finish(claimed(cases, t(0.4)), found(t, 0.5), at=t(0.6))
    assert cases.want(1, "open", at=t(0.9), seen=t()), "the helpdesk's times have whole seconds"


def test_an_agent_who_asks_always_gets_a_new_reading(cases: Cases, t: Time) -> None:
    cases.want(1, "new", at=t(), seen=t())
    cases.fail(claimed(cases, t(1)), "Stripe did not answer.", retry_at=t(600))
    assert cases.due(t(2)) == ()
    assert cases.want(1, "open", at=t(3))
    assert cases.due(t(3)) == (1,), "a person does not wait for the back-off"


def test_what_arrives_during_a_reading_stays_due(cases: Cases, t: Time) -> None:
    cases.want(1, "new", at=t(), seen=t())
    claim = claimed(cases, t(1))
    cases.want(1, "open", at=t(2), seen=t(2))
    assert cases.finish(claim, found(t, 1), at=t(3)) == "due_again"
    assert cases.due(t(3)) == (1,)
    kept = cases.get(1)
    assert kept is not None
    assert kept.document_json, "the older picture is shown meanwhile"
    assert kept.due


def test_the_longest_waiting_comes_first_and_keeps_its_place(cases: Cases, t: Time) -> None:
    for ticket_id in (3, 1, 2):
        cases.want(ticket_id, "new", at=t(ticket_id), seen=t(ticket_id))
    cases.want(1, "open", at=t(50), seen=t(50))
    assert cases.due(t(60)) == (1, 2, 3)
    assert cases.due(t(60), limit=2) == (1, 2)
    backlog = cases.backlog()
    assert (backlog.due, backlog.failing, backlog.oldest_requested_at) == (3, 0, t(1))


def test_many_tickets_at_once(cases: Cases, t: Time) -> None:
    tickets = [TicketRef(number, "open", t()) for number in range(450)]
    assert cases.want_many(tickets, at=t()) == 450
    assert cases.want_many(tickets, at=t(1)) == 0
    assert len(cases.due(t(1), limit=1000)) == 450


# ------------------------------------------------------------ claiming
def test_one_claim_at_a_time(cases: Cases, t: Time) -> None:
    cases.want(1, "new", at=t(), seen=t())
    assert cases.claim(1, "a", lease_seconds=60, now=t(1)) is not None
    assert cases.claim(1, "b", lease_seconds=60, now=t(2)) is None
    assert cases.due(t(2)) == ()


def test_nothing_to_claim(cases: Cases, t: Time) -> None:
    assert cases.claim(1, "a", lease_seconds=60, now=t()) is None
    cases.want(1, "new", at=t(), seen=t())
    cases.finish(claimed(cases, t(1)), found(t), at=t(2))
    assert cases.claim(1, "a", lease_seconds=60, now=t(3)) is None


def test_a_dead_workers_ticket_goes_to_the_next_and_the_dead_may_not_finish(cases: Cases, t: Time) -> None:
    cases.want(1, "new", at=t(), seen=t())
    first = cases.claim(1, "worker", lease_seconds=10, now=t(1))
    assert first
    assert cases.due(t(10)) == ()
    assert cases.due(t(11)) == (1,)
    second = cases.claim(1, "worker", lease_seconds=10, now=t(11))
    assert second
    # The same worker's name does not make the first claim good again.
    assert cases.finish(first, found(t, document={"from": "first"}), at=t(12)) == "lost"
    assert not cases.renew(first, lease_seconds=10, now=t(12))
    assert not cases.fail(first, "late", retry_at=t(99))
    assert not cases.gone(first, at=t(12))
    assert cases.finish(second, found(t, document={"from": "second"}), at=t(13)) == "kept"
    kept = cases.get(1)
    assert kept
    assert kept.document == {"from": "second"}


def test_a_renewed_lease_holds(cases: Cases, t: Time) -> None:
    cases.want(1, "new", at=t(), seen=t())
    claim = cases.claim(1, "a", lease_seconds=10, now=t(0))
    assert claim
    assert cases.renew(claim, lease_seconds=10, now=t(9))
    assert cases.claim(1, "b", lease_seconds=10, now=t(15)) is None
    assert cases.claim(1, "b", lease_seconds=10, now=t(19)) is not None


def test_a_failure_waits_and_is_never_given_up(cases: Cases, t: Time) -> None:
    cases.want(1, "new", at=t(), seen=t())
    for attempt in range(1, 40):
        claim = claimed(cases, t(attempt * 100))
        assert claim.failures == attempt - 1
        assert cases.fail(claim, "Stripe did not answer.", retry_at=t(attempt * 100 + 50))
        assert cases.due(t(attempt * 100 + 49)) == ()
        assert cases.due(t(attempt * 100 + 50)) == (1,)
    failing = cases.get(1)
    assert failing
    assert (failing.failures, failing.last_error) == (39, "Stripe did not answer.")
    assert cases.backlog().failing == 1
    cases.finish(claimed(cases, t(9000)), found(t), at=t(9001))
    recovered = cases.get(1)
    assert recovered
    assert (recovered.failures, recovered.last_error) == (0, None)


# ------------------------------------------------------------ closing
def test_a_closed_ticket_is_not_due_and_a_reopened_one_is(cases: Cases, t: Time) -> None:
    cases.want(1, "open", at=t(), seen=t())
    assert cases.close(1, at=t(5), status="solved", seen=t(4))
    assert cases.due(t(6)) == ()
    assert cases.open_ids() == ()
    assert cases.claim(1, "a", lease_seconds=1, now=t(6)) is None
    assert not cases.close(404, at=t(6))
    assert cases.want(1, "open", at=t(7), seen=t(7))
    assert cases.open_ids() == (1,)
    assert cases.due(t(7)) == (1,)


def test_a_closing_that_comes_late_does_not_close_a_reopened_ticket(cases: Cases, t: Time) -> None:
    cases.want(1, "open", at=t(10), seen=t(10))
    assert not cases.close(1, at=t(11), status="solved", seen=t(5))
    assert cases.open_ids() == (1,)


def test_an_opening_that_comes_late_does_not_reopen(cases: Cases, t: Time) -> None:
    cases.want(1, "open", at=t(), seen=t())
    cases.finish(claimed(cases, t(3)), found(t, 3), at=t(4))
    cases.close(1, at=t(21), status="solved", seen=t(20))
    cases.want(1, "open", at=t(22), seen=t(10))
    kept = cases.get(1)
    assert kept
    assert (kept.ticket_status, kept.closed_at) == ("solved", t(21))


def test_a_reading_that_finds_the_ticket_solved_closes_it(cases: Cases, t: Time) -> None:
    cases.want(1, "open", at=t(), seen=t())
    solved = found(t, ticket_status="solved", open=False, ticket_updated_at=t(1))
    assert cases.finish(claimed(cases, t(2)), solved, at=t(3)) == "kept"
    assert cases.open_ids() == ()


def test_a_reading_that_does_not_know_the_tickets_time_changes_no_status(cases: Cases, t: Time) -> None:
    cases.want(1, "pending", at=t(), seen=t())
    timeless = found(t, ticket_status="solved", open=False, ticket_updated_at=None)
    assert cases.finish(claimed(cases, t(5)), timeless, at=t(6)) == "kept"
    assert cases.open_ids() == (1,)


def test_a_ticket_the_helpdesk_deleted_is_closed(cases: Cases, t: Time) -> None:
    cases.want(1, "open", at=t(), seen=t())
    assert cases.gone(claimed(cases, t(1)), at=t(2))
    kept = cases.get(1)
    assert kept
    assert (kept.ticket_status, kept.closed_at, kept.due) == ("deleted", t(2), False)


# ------------------------------------------------------------ customers
def test_a_changed_customer_makes_all_its_open_cases_due(cases: Cases, t: Time) -> None:
    for ticket_id, customers in ((1, ["cus_a"]), (2, ["cus_a", "cus_b"]), (3, ["cus_b"]), (4, ["cus_a"])):
        cases.want(ticket_id, "open", at=t(), seen=t())
        cases.finish(claimed(cases, t(10), ticket_id), found(t, customer_ids=customers), at=t(11))
    cases.close(4, at=t(12))
    assert cases.want_customer("cus_a", at=t(60)) == (1, 2)
    assert cases.due(t(60)) == (1, 2)
    assert cases.want_customer("cus_nobody", at=t(60)) == ()


def test_a_case_follows_only_the_customers_it_shows_now(cases: Cases, t: Time) -> None:
    cases.want(1, "open", at=t(), seen=t())
    cases.finish(claimed(cases, t(10)), found(t, customer_ids=["cus_a", "cus_b"]), at=t(11))
    cases.want(1, "open", at=t(20))
    cases.finish(claimed(cases, t(30)), found(t, customer_ids=["cus_b"]), at=t(31))
    assert cases.want_customer("cus_a", at=t(60)) == ()
    assert cases.want_customer("cus_b", at=t(60)) == (1,)


def test_a_customer_that_changed_during_the_first_reading_is_not_missed(cases: Cases, t: Time) -> None:
    cases.want(1, "open", at=t(), seen=t())
    claim = claimed(cases, t(100))
    assert cases.want_customer("cus_a", at=t(101)) == (), "the case does not show it yet"
    assert cases.finish(claim, found(t, customer_ids=["cus_a"]), at=t(102)) == "due_again"
    assert cases.finish(claimed(cases, t(200)), found(t, customer_ids=["cus_a"]), at=t(201)) == "kept"


def test_customers_of_no_case_are_forgotten(cases: Cases, t: Time) -> None:
    cases.want(1, "open", at=t(), seen=t())
    cases.finish(claimed(cases, t(10)), found(t, customer_ids=["cus_a"]), at=t(11))
    cases.want_customer("cus_stranger", at=t(12))
    assert cases.forget_unwatched(before=t(5)) == 0
    assert cases.forget_unwatched(before=t(100)) == 1
    assert cases.want_customer("cus_a", at=t(200)) == (1,)


# ------------------------------------------------------------ all or nothing
def test_sightings_are_kept_with_the_case_or_not_at_all(store: Store, cases: Cases, t: Time) -> None:
    sightings = GapSightings(store, "acme")
    cases.want(1, "open", at=t(), seen=t())
    first = cases.claim(1, "a", lease_seconds=1, now=t(1))
    assert first
    second = claimed(cases, t(5))
    shown = found(t, sightings=[Sighting("no_billing_portal", "self_serve_missing", "no_portal")])
    assert cases.finish(first, shown, at=t(6)) == "lost"
    assert sightings.of_ticket(1) == ()
    assert cases.finish(second, shown, at=t(7)) == "kept"
    assert sightings.of_ticket(1) == ("no_billing_portal",)
    cases.want(1, "open", at=t(8))
    cases.finish(claimed(cases, t(9)), found(t), at=t(10))
    assert sightings.of_ticket(1) == ()


def test_a_document_with_any_text_survives(cases: Cases, t: Time) -> None:
    odd = {"reply": "naïve ✓ \u0000 \ud800 {{ticket.id}} 🧾 '; DROP TABLE cases; --"}
    cases.want(1, "open", at=t(), seen=t())
    cases.finish(claimed(cases, t(1)), found(t, document=odd), at=t(2))
    kept = cases.get(1)
    assert kept
    assert kept.document == odd


def test_accounts_never_meet(store: Store, t: Time) -> None:
    ours, theirs = Cases(store, "acme"), Cases(store, "globex")
    ours.want(1, "open", at=t(), seen=t())
    assert theirs.get(1) is None
    assert theirs.due(t(9)) == ()
    assert theirs.open_ids() == ()
    assert theirs.claim(1, "w", lease_seconds=1, now=t(9)) is None
    assert not theirs.close(1, at=t(9))
    ours.finish(claimed(ours, t(10)), found(t, customer_ids=["cus_a"]), at=t(11))
    theirs.want(1, "open", at=t(), seen=t())
    assert theirs.want_customer("cus_a", at=t(60)) == ()
    assert ours.due(t(60)) == ()
    theirs.finish(claimed(theirs, t(61)), found(t, document={"whose": "globex"}), at=t(62))
    kept = ours.get(1)
    assert kept
    assert kept.document == {"ticket_id": 1, "as_of": "then"}
