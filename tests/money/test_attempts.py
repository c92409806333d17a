"""The rows behind a step, on both databases: one turn, one owner, one end, one entry."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from plugin.store import Attempt, Attempts, Audit, SomebodyWasFaster, Store, migrate, open_store
from tests.postgres import new_database

NOW = datetime(2026, 11, 22, 14, 0, tzinfo=UTC)
ANA, BEN = (1, "Ana"), (2, "Ben")


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    url = new_database() if request.param == "postgresql" else f"sqlite:///{tmp_path / 'tillside.db'}"
    migrate.upgrade(url)
    opened = open_store(url)
    yield opened
    opened.close()


@pytest.fixture
def attempts(store: Store) -> Attempts:
    return Attempts(store, "acme")


def shown(
    attempts: Attempts, name: str = "a", target: str = "ch_1", turn: int = 0, ticket: int = 1
) -> Attempt:
    return attempts.show(
        attempt_id=name, ticket_id=ticket, kind="refund_charge", target=target, shown_hash=f"hash {name}",
        shown={"title": "Refund"}, deed={"deed": "x"}, amount=500, currency="usd", seen_turn=turn, at=NOW,
    )  # fmt: skip


def test_of_many_who_saw_the_same_turn_one_confirms(attempts: Attempts) -> None:
    for number in range(8):
        shown(attempts, f"a{number}", ticket=number)

    def confirm(number: int) -> bool:
        try:
            attempts.confirm(f"a{number}", by=ANA, second=None, rule=None, at=NOW)
        except SomebodyWasFaster:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(confirm, range(8))) == 1
    assert attempts.turn("ch_1").number == 1
    assert attempts.turn("ch_1").busy


def test_a_turn_that_was_taken_and_ended_stays_taken(attempts: Attempts) -> None:
    shown(attempts, "a")
    shown(attempts, "b", ticket=2)
    attempts.confirm("a", by=ANA, second=None, rule=None, at=NOW)
    claim = attempts.claim("a", "w", lease_seconds=60, now=NOW)
    assert claim is not None
    attempts.refuse(claim, "No.", request_id=None, at=NOW)
    with pytest.raises(SomebodyWasFaster):
        attempts.confirm("b", by=BEN, second=None, rule=None, at=NOW)
    assert not attempts.turn("ch_1").busy


def test_many_claim_and_one_holds(attempts: Attempts) -> None:
    shown(attempts)
    attempts.confirm("a", by=ANA, second=None, rule=None, at=NOW)
    with ThreadPoolExecutor(8) as pool:
        claims = list(pool.map(lambda n: attempts.claim("a", f"w{n}", lease_seconds=60, now=NOW), range(8)))
    (held,) = [claim for claim in claims if claim]
    assert held.first
    later = attempts.claim("a", "w", lease_seconds=60, now=NOW + timedelta(seconds=61))
    assert later is not None
    assert not later.first
    assert attempts.renew(held, lease_seconds=60, now=NOW + timedelta(seconds=62)) is None
    ended = {
        "vendor_id": "re_1",
        "vendor_status": "succeeded",
        "request_id": "req",
        "result": "ok",
        "at": NOW,
    }
    assert not attempts.finish(held, **ended)  # type: ignore[arg-type]
    assert attempts.finish(later, **ended)  # type: ignore[arg-type]
    assert not attempts.finish(later, **ended)  # type: ignore[arg-type]


def test_a_lease_that_ran_out_cannot_be_renewed(attempts: Attempts) -> None:
    shown(attempts)
    attempts.confirm("a", by=ANA, second=None, rule=None, at=NOW)
    held = attempts.claim("a", "w", lease_seconds=60, now=NOW)
    assert held is not None
    assert attempts.renew(held, lease_seconds=60, now=NOW + timedelta(seconds=61)) is None


def test_each_end_is_in_the_audit_log_once(attempts: Attempts, store: Store) -> None:
    shown(attempts)
    for _ in range(3):
        attempts.confirm("a", by=ANA, second=None, rule="agent_refund_limit.usd", at=NOW)
    claim = attempts.claim("a", "w", lease_seconds=60, now=NOW)
    assert claim is not None
    for _ in range(3):
        attempts.refuse(claim, "No.", request_id="req_1", at=NOW + timedelta(seconds=1))
    entries = Audit(store, "acme").of_ticket(1)
    assert [(e.event, e.agent_name) for e in entries] == [("confirmed", "Ana"), ("refused", "Ana")]
    assert entries[1].request_id == "req_1"


def test_who_asked_cannot_approve_even_at_the_row(attempts: Attempts) -> None:
    shown(attempts)
    assert attempts.ask("a", by=ANA, rule=None, at=NOW).state == "waiting"
    assert attempts.confirm("a", by=ANA, second=ANA, rule=None, at=NOW).state == "waiting"
    assert attempts.confirm("a", by=ANA, second=BEN, rule=None, at=NOW).state == "confirmed"


def test_another_account_sees_nothing(attempts: Attempts, store: Store) -> None:
    shown(attempts)
    attempts.confirm("a", by=ANA, second=None, rule=None, at=NOW)
    other = Attempts(store, "globex")
    assert other.get("a") is None
    assert other.claim("a", "w", lease_seconds=60, now=NOW) is None
    assert other.due(NOW) == ()
    assert other.turn("ch_1").number == 0
    assert Audit(store, "globex").of_ticket(1) == ()
