"""One ticket: claimed, read, kept or retried; whatever happens, it is never forgotten."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from threading import Event, Thread
from time import sleep

import pytest

from integrations.errors import NotFound, VendorRefused, VendorUnavailable
from plugin.jobs.tasks import diagnose_ticket, retry_at
from plugin.store import Cases, DiagnosedTicket, Store

START = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)


class SetClock:
    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def cases(store: Store) -> Cases:
    cases = Cases(store, "acme")
    cases.want(1, "open", at=START, seen=START)
    return cases


def reading(ticket_id: int) -> DiagnosedTicket:
    return DiagnosedTicket({"ticket_id": ticket_id}, START, "open", START)


def failing(error: Exception) -> Callable[[int], DiagnosedTicket]:
    def diagnose(_ticket_id: int) -> DiagnosedTicket:
        raise error

    return diagnose


def test_a_due_ticket_is_read_once(cases: Cases, clock: SetClock) -> None:
    assert diagnose_ticket(1, cases, reading, clock, "w") == "kept"
    assert diagnose_ticket(1, cases, reading, clock, "w") == "not_due"
    assert diagnose_ticket(404, cases, reading, clock, "w") == "not_due"
    kept = cases.get(1)
    assert kept
    assert kept.document == {"ticket_id": 1}


def test_a_ticket_somebody_else_reads_is_left_alone(cases: Cases, clock: SetClock) -> None:
    cases.claim(1, "other", lease_seconds=60, now=clock())
    assert diagnose_ticket(1, cases, reading, clock, "w") == "not_due"


def test_a_change_during_the_reading_makes_it_due_again(cases: Cases, clock: SetClock) -> None:
    def interrupted(ticket_id: int) -> DiagnosedTicket:
        cases.want(1, "open", at=clock(), seen=START + timedelta(seconds=30))
        return reading(ticket_id)

    assert diagnose_ticket(1, cases, interrupted, clock, "w") == "due_again"
    assert diagnose_ticket(1, cases, reading, clock, "w") == "kept"


def test_a_ticket_that_is_gone_is_closed(cases: Cases, clock: SetClock) -> None:
    gone = failing(NotFound("zendesk", "There is no such ticket."))
    assert diagnose_ticket(1, cases, gone, clock, "w") == "gone"
    assert cases.open_ids() == ()


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (
            VendorUnavailable("stripe", "Stripe did not answer.", request_id="req_1"),
            "Stripe did not answer. (request req_1)",
        ),
        (NotFound("stripe", "There is no such charge."), "There is no such charge."),
        (
            KeyError("ada@example.com"),
            "Tillside could not finish this ticket (KeyError).",
        ),
    ],
)
def test_a_failure_is_said_in_a_sentence_and_tried_again(
    cases: Cases, clock: SetClock, error: Exception, sentence: str
) -> None:
    assert diagnose_ticket(1, cases, failing(error), clock, "w") == "failed"
    case = cases.get(1)
    assert case
    assert case.last_error == sentence
    assert diagnose_ticket(1, cases, reading, clock, "w") == "not_due"
    clock.now += timedelta(seconds=2)
    assert diagnose_ticket(1, cases, reading, clock, "w") == "kept"


def test_waits_grow_to_a_minute_and_follow_the_vendor() -> None:
    down = VendorUnavailable("stripe", "down")
    waits = [(retry_at(START, n, down) - START).total_seconds() for n in range(8)]
    assert waits == [2, 4, 8, 16, 32, 60, 60, 60]
    assert (retry_at(START, 10_000, down) - START).total_seconds() == 60
    asked = VendorUnavailable("stripe", "slow down", retry_after=90)
    assert (retry_at(START, 0, asked) - START).total_seconds() == 90
    absurd = VendorUnavailable("stripe", "slow down", retry_after=1e6)
    assert (retry_at(START, 0, absurd) - START).total_seconds() == 900
    refused = VendorRefused("stripe", "no permission", permission="charge_read")
    assert (retry_at(START, 20, refused) - START).total_seconds() == 900


def test_a_slow_reading_keeps_its_lease(cases: Cases) -> None:
    release, reading_now = Event(), Event()

    def slow(ticket_id: int) -> DiagnosedTicket:
        reading_now.set()
        release.wait(20)
        return reading(ticket_id)

    outcomes: list[str] = []

    def now() -> datetime:
        return datetime.now(UTC)

    thread = Thread(
        target=lambda: outcomes.append(diagnose_ticket(1, cases, slow, now, "w", lease_seconds=1.0))
    )
    thread.start()
    assert reading_now.wait(10)
    sleep(2.5)  # longer than two leases
    assert cases.claim(1, "other", lease_seconds=60, now=now()) is None
    release.set()
    thread.join()
    assert outcomes == ["kept"]
