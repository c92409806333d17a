"""Pins, sessions, spent tokens, deliveries, notes, cursors and ticks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from plugin.facts import Pin
from plugin.store import Cursors, Deliveries, Notes, Pins, Sessions, SpentTokens, Store, Ticks

Time = Callable[..., datetime]

IDLE = timedelta(minutes=15)
ABSOLUTE = timedelta(hours=8)


# ------------------------------------------------------------ pins
def test_a_pin_stands_until_it_is_replaced_or_withdrawn(store: Store, t: Time) -> None:
    pins = Pins(store, "acme")
    assert pins.get(7) is None
    pins.pin(7, "cus_a", agent_id=1, agent_name="Ada", at=t())
    pins.pin(8, "cus_x", agent_id=1, agent_name="Ada", at=t())
    pins.pin(7, "cus_b", agent_id=2, agent_name="Bob", at=t(60))
    assert pins.get(7) == Pin("cus_b", 2, "Bob", t(60))
    assert [pin.customer_id for pin in pins.history(7)] == ["cus_b", "cus_a"]
    assert pins.unpin(7, agent_id=1, at=t(70))
    assert not pins.unpin(7, agent_id=1, at=t(71))
    assert pins.get(7) is None
    assert pins.get(8) == Pin("cus_x", 1, "Ada", t())
    assert Pins(store, "globex").get(8) is None
    assert Pins(store, "globex").history(7) == ()


# ------------------------------------------------------------ sessions
def test_a_session_ends_when_idle_or_old(store: Store, t: Time) -> None:
    sessions = Sessions(store, "acme")
    sessions.open("h", agent_id=1, agent_name="Ada", installation="acme/1", at=t())

    def find(seconds: float) -> object:
        return sessions.find("h", now=t(seconds), idle=IDLE, absolute=ABSOLUTE)

    assert find(899) is not None
    assert find(900) is None, "idle"
    for minute in range(1, 8 * 60):
        found = sessions.find("h", now=t(minute * 60), idle=IDLE, absolute=ABSOLUTE)
        assert found, minute
        if minute % 10 == 0:
            sessions.touch("h", found, now=t(minute * 60))
    assert find(8 * 3600) is None, "old, however busy"
    assert Sessions(store, "globex").find("h", now=t(), idle=IDLE, absolute=ABSOLUTE) is None


def test_a_session_is_touched_once_a_minute_at_most(store: Store, t: Time) -> None:
    sessions = Sessions(store, "acme")
    opened = sessions.open("h", agent_id=1, agent_name="Ada", installation="acme/1", at=t())
    sessions.touch("h", opened, now=t(59))
    found = sessions.find("h", now=t(59), idle=IDLE, absolute=ABSOLUTE)
    assert found == opened
    sessions.touch("h", opened, now=t(60))
    touched = sessions.find("h", now=t(60), idle=IDLE, absolute=ABSOLUTE)
    assert touched
    assert touched.last_seen_at == t(60)


def test_sessions_are_closed_and_purged(store: Store, t: Time) -> None:
    sessions = Sessions(store, "acme")
    for token, agent_id in (("a", 1), ("b", 1), ("c", 2), ("d", 3)):
        sessions.open(token, agent_id=agent_id, agent_name="x", installation="i", at=t())
    sessions.close("d")
    assert sessions.close_all_of(1) == 2
    assert sessions.purge(now=t(10), idle=IDLE, absolute=ABSOLUTE) == 0
    assert sessions.purge(now=t(901), idle=IDLE, absolute=ABSOLUTE) == 1


def test_a_token_is_spent_once(store: Store, t: Time) -> None:
    spent = SpentTokens(store, "acme")
    assert spent.spend("x", expires_at=t(60))
    assert not spent.spend("x", expires_at=t(60))
    assert SpentTokens(store, "globex").spend("x", expires_at=t(60))
    assert spent.purge(now=t(60)) == 0
    assert spent.purge(now=t(61)) == 1


# ------------------------------------------------------------ deliveries
def test_a_delivery_is_new_once_and_found_again_until_handled(store: Store, t: Time) -> None:
    deliveries = Deliveries(store, "acme")
    assert deliveries.remember("stripe", "evt_1", '{"a": 1}', at=t())
    assert not deliveries.remember("stripe", "evt_1", '{"a": 1}', at=t(5))
    assert deliveries.remember("zendesk", "evt_1", "{}", at=t(1)), "each sender numbers its own"
    assert Deliveries(store, "globex").remember("stripe", "evt_1", "{}", at=t())
    waiting = deliveries.unhandled(before=t(30))
    assert [(d.source, d.delivery_id, d.body) for d in waiting] == [
        ("stripe", "evt_1", '{"a": 1}'),
        ("zendesk", "evt_1", "{}"),
    ]
    assert deliveries.unhandled(before=t(1)) == waiting[:1]
    deliveries.handled("stripe", "evt_1", at=t(6))
    assert [d.source for d in deliveries.unhandled(before=t(30))] == ["zendesk"]
    assert deliveries.purge(before=t(100)) == 1
    assert deliveries.remember("stripe", "odd", "a\x00b", at=t())


# ------------------------------------------------------------ notes
def test_a_note_is_written_once(store: Store, t: Time) -> None:
    notes = Notes(store, "acme")
    assert notes.claim(1, "m", "w", lease_seconds=10, now=t()) is None, "nobody asked for it"
    begun = notes.begin(1, "m", agent_id=1, agent_name="Ada", at=t())
    assert begun.state == "wanted"
    assert notes.begin(1, "m", agent_id=2, agent_name="Bob", at=t(1)) == begun
    first = notes.claim(1, "m", "w", lease_seconds=10, now=t(2))
    assert first
    assert first.first
    assert notes.claim(1, "m", "w", lease_seconds=10, now=t(3)) is None
    second = notes.claim(1, "m", "w", lease_seconds=10, now=t(12))
    assert second
    assert not second.first, "the first may have written it before it died: look before writing"
    assert not notes.done(first, comment_id=1, at=t(13))
    assert notes.done(second, comment_id=99, at=t(14))
    assert notes.claim(1, "m", "w", lease_seconds=10, now=t(60)) is None
    done = notes.get(1, "m")
    assert done
    assert (done.state, done.comment_id, done.written_at) == ("done", 99, t(14))
    assert notes.of_ticket(1) == (done,)
    assert Notes(store, "globex").get(1, "m") is None


def test_a_refused_note_can_be_tried_at_once_but_not_blindly(store: Store, t: Time) -> None:
    notes = Notes(store, "acme")
    notes.begin(1, "m", agent_id=1, agent_name="Ada", at=t())
    claim = notes.claim(1, "m", "w", lease_seconds=60, now=t())
    assert claim
    assert notes.release(claim)
    again = notes.claim(1, "m", "w", lease_seconds=60, now=t(1))
    assert again
    assert not again.first


# ------------------------------------------------------------ cursors and ticks
def test_a_cursor_is_kept(store: Store) -> None:
    cursors = Cursors(store, "acme")
    assert cursors.get("changes") is None
    cursors.set("changes", "a")
    cursors.set("changes", "b")
    assert cursors.get("changes") == "b"
    assert Cursors(store, "globex").get("changes") is None


def test_one_worker_has_the_turn(store: Store, t: Time) -> None:
    cursors = Cursors(store, "acme")
    cursors.set("changes", "a")
    every = timedelta(seconds=30)
    assert cursors.take_turn("changes", every=every, now=t())
    assert not cursors.take_turn("changes", every=every, now=t(29))
    assert cursors.take_turn("changes", every=every, now=t(30))
    assert cursors.get("changes") == "a"
    cursors.keep_turn("changes", until=t(100))
    assert not cursors.take_turn("changes", every=every, now=t(99))
    assert cursors.take_turn("changes", every=every, now=t(100))


def test_the_pulse(store: Store, t: Time) -> None:
    ticks = Ticks(store, "acme")
    assert ticks.latest() is None
    ticks.beat("w1", at=t())
    ticks.beat("w2", at=t(5))
    ticks.beat("w1", at=t(10))
    assert ticks.latest() == t(10)
    ticks.forget(before=t(100))
    assert ticks.latest() is None


def test_a_time_without_a_zone_is_refused(store: Store) -> None:
    with pytest.raises(Exception, match="zone"):
        Ticks(store, "acme").beat("w", at=datetime(2026, 6, 1))  # noqa: DTZ001
