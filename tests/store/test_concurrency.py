"""Several processes and threads at once: every row has one winner and no change is lost."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path

import pytest

from plugin.store import Cases, Cursors, DiagnosedTicket, Notes, Pins, Store

Time = Callable[..., datetime]

PROCESSES = 3
REPOSITORY = Path(__file__).parents[2]


def rivals(database_url: str, what: str, count: int) -> list[int]:
    """What each of the processes won; one that failed fails the test."""
    command = [sys.executable, "-m", "tests.store.rival", database_url, what, str(count)]
    running = [
        subprocess.Popen(command, cwd=REPOSITORY, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(PROCESSES)
    ]
    for process in running:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
    for process in running:
        assert process.stdin
        process.stdin.write("go\n")
        process.stdin.flush()
    won = [process.communicate(timeout=60)[0] for process in running]
    assert [process.returncode for process in running] == [0] * PROCESSES
    return [int(number) for number in won]


@pytest.mark.slow
def test_processes_that_read_and_then_write_lose_nothing(database_url: str, store: Store) -> None:
    Cursors(store, "acme").set("counter", "0")
    rivals(database_url, "read_then_write", 100)
    assert Cursors(store, "acme").get("counter") == str(100 * PROCESSES)


@pytest.mark.slow
def test_every_ask_of_every_process_counts(database_url: str, store: Store) -> None:
    rivals(database_url, "want_one_ticket", 60)
    kept = Cases(store, "acme").get(1)
    assert kept
    assert kept.wanted_rev == 60 * PROCESSES


@pytest.mark.slow
def test_every_ticket_note_and_token_has_one_winner(database_url: str, store: Store, t: Time) -> None:
    cases, notes = Cases(store, "acme"), Notes(store, "acme")
    for number in range(40):
        cases.want(number, "open", at=t(), seen=t())
        notes.begin(number, "m", agent_id=1, agent_name="Ada", at=t())
    assert sum(rivals(database_url, "claim_each_ticket", 40)) == 40
    assert sum(rivals(database_url, "claim_each_note", 40)) == 40
    assert sum(rivals(database_url, "spend_each_token", 40)) == 40


def test_threads_claim_each_ticket_once(store: Store, t: Time) -> None:
    cases = Cases(store, "acme")
    for number in range(20):
        cases.want(number, "open", at=t(), seen=t())

    def claim_all(worker: int) -> int:
        claims = [cases.claim(n, f"w{worker}", lease_seconds=60, now=t(1)) for n in range(20)]
        return sum(claim is not None for claim in claims)

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(claim_all, range(8))) == 20


def test_agents_who_pin_at_the_same_moment_leave_one_pin(store: Store, t: Time) -> None:
    pins = Pins(store, "acme")
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: pins.pin(7, f"cus_{n}", agent_id=n, agent_name="Ada", at=t(n)), range(8)))
    assert pins.get(7) is not None
    assert len(pins.history(7)) == 8
    assert pins.unpin(7, agent_id=1, at=t(9))
    assert pins.get(7) is None


def test_events_about_customers_and_finished_readings_cross_without_loss(store: Store, t: Time) -> None:
    """Whatever the order, an event during a reading leaves the case due; and nobody deadlocks."""
    cases = Cases(store, "acme")
    customers = ["cus_a", "cus_b", "cus_c"]

    def read(ticket_id: int, order: list[str]) -> str:
        claim = cases.claim(ticket_id, "w", lease_seconds=60, now=t(100))
        assert claim
        found = DiagnosedTicket({}, t(100), "open", t(), customer_ids=order)
        return cases.finish(claim, found, at=t(101))

    for round_ in range(8):
        tickets = [round_ * 10 + n for n in range(4)]
        for ticket_id in tickets:
            cases.want(ticket_id, "open", at=t(), seen=t())
        with ThreadPoolExecutor(7) as pool:
            reading = [pool.submit(read, ticket_id, customers[::-1]) for ticket_id in tickets]
            events = [pool.submit(cases.want_customer, customer, at=t(100.5)) for customer in customers]
            for job in [*reading, *events]:
                job.result()
        assert set(tickets) <= set(cases.due(t(200), limit=1000))
