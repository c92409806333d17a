"""Workers are killed under load, hints are lost on purpose: in the end every case shows the truth."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from threading import Event, Thread
from time import monotonic, sleep

import pytest

from plugin.jobs.queue import Hints
from plugin.jobs.reconcile import TICKET
from plugin.store import Cases, Store

pytestmark = pytest.mark.slow

KILLS = 20
TICKETS = 40
REPOSITORY = Path(__file__).parents[2]


@dataclass
class World:
    """What changes, and what the workers wrote down about their work."""

    folder: Path
    truth: Counter[int] = field(default_factory=Counter)

    def change(self, ticket_id: int) -> None:
        self.truth[ticket_id] += 1
        fresh = self.folder / "fresh"
        fresh.write_text(str(self.truth[ticket_id]))
        fresh.replace(self.folder / str(ticket_id))

    def journal(self) -> list[tuple[int, str, int]]:
        path = self.folder / "journal"
        lines = path.read_text().splitlines() if path.exists() else []
        return [(int(pid), what, int(ticket)) for pid, what, ticket in map(str.split, lines)]

    def has_begun(self, worker: subprocess.Popen[bytes]) -> bool:
        return any(pid == worker.pid for pid, _what, _ticket in self.journal())

    def interrupted(self) -> int:
        """Readings that began and never ended."""
        ended = Counter((pid, ticket) for pid, what, ticket in self.journal() if what == "ended")
        began = Counter((pid, ticket) for pid, what, ticket in self.journal() if what == "began")
        return sum((began - ended).values())


@pytest.fixture
def world(tmp_path: Path) -> World:
    folder = tmp_path / "world"
    folder.mkdir()
    return World(folder)


@pytest.fixture
def start_worker(
    database_url: str, queue_url: str, world: World
) -> Iterator[Callable[[], subprocess.Popen[bytes]]]:
    started: list[subprocess.Popen[bytes]] = []

    def start() -> subprocess.Popen[bytes]:
        command = [
            sys.executable, "-m", "tests.jobs.stand_in_worker", database_url, queue_url, str(world.folder)
        ]  # fmt: skip
        started.append(subprocess.Popen(command, cwd=REPOSITORY))
        return started[-1]

    yield start
    for worker in started:
        worker.kill()
        worker.wait()


def soon(condition: Callable[[], bool], seconds: float) -> bool:
    deadline = monotonic() + seconds
    while monotonic() < deadline:
        if condition():
            return True
        sleep(0.05)
    return condition()


def test_no_ticket_is_lost_when_workers_are_killed(
    store: Store,
    queue_url: str,
    world: World,
    start_worker: Callable[[], subprocess.Popen[bytes]],
) -> None:
    cases, hints = Cases(store, "acme"), Hints(queue_url, "acme")
    dice = random.Random(7)
    enough = Event()

    def load() -> None:
        while not enough.wait(0.03):
            ticket_id = dice.randrange(TICKETS)
            world.change(ticket_id)
            cases.want(ticket_id, "open", at=datetime.now(UTC))
            if dice.random() < 0.5:  # the other half is "lost between commit and queue"
                hints.send(TICKET, str(ticket_id))

    loading = Thread(target=load)
    loading.start()
    try:
        workers = [start_worker(), start_worker()]
        for _ in range(KILLS):
            workers.append(start_worker())
            victim = workers.pop(0)
            assert soon(lambda worker=victim: world.has_begun(worker), 30), "the worker does no work"
            sleep(dice.uniform(0.0, 0.3))
            victim.send_signal(signal.SIGKILL)
            assert victim.wait(10) == -signal.SIGKILL, "it ended by itself"
    finally:
        enough.set()
        loading.join()

    assert soon(lambda: cases.backlog().due == 0, 20), cases.backlog()
    assert world.interrupted() >= KILLS, "the kills did not meet work in hand: the test shows nothing"
    for ticket_id, truth in world.truth.items():
        case = cases.get(ticket_id)
        assert case is not None
        assert case.done_rev == case.wanted_rev
        assert case.document == {"truth": truth}, ticket_id


def test_a_worker_that_is_asked_to_stop_finishes_what_it_has_in_hand(
    store: Store, world: World, start_worker: Callable[[], subprocess.Popen[bytes]]
) -> None:
    cases = Cases(store, "acme")
    for ticket_id in range(200):
        world.change(ticket_id)
        cases.want(ticket_id, "open", at=datetime.now(UTC))
    worker = start_worker()
    assert soon(lambda: world.has_begun(worker), 30)
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(20) == 0
    assert world.interrupted() == 0
    assert 0 < cases.backlog().due < 200, "what it had not begun is left to the next worker"
    assert len(cases.due(datetime.now(UTC), limit=1000)) == cases.backlog().due, "nothing is held by a lease"
