"""Exactly one issue per gap, whatever dies: `make chaos-gaps`, and a smaller share of it in `make test`.

Workers are processes; GitHub is the sandbox's, on loopback HTTP, with the real adapter in front of it. The
sightings are recorded by the same workers that file the issues. Workers kill themselves (SIGKILL) between
"created" and "stored", before "created", and while they write; GitHub is slow, answers with 502 after it
did what it was asked, drops connections, hits its limits, and its list runs behind its own writes.
"""

from __future__ import annotations

import argparse
import logging
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from github.Auth import Token  # noqa: E402

from integrations.github_issues.tracker import GithubIssues  # noqa: E402
from integrations.money import Money  # noqa: E402
from integrations.records import Issue  # noqa: E402
from integrations.sandbox.faults import Fault  # noqa: E402
from integrations.sandbox.world import World  # noqa: E402
from plugin.gaps import gaps  # noqa: E402
from plugin.gaps.filing import Pace, file_gap  # noqa: E402
from plugin.gaps.issue import Demand  # noqa: E402
from plugin.store import GapIssues, GapSightings, Sighting, StoreUnavailable, open_store  # noqa: E402
from plugin.store.migrate import upgrade  # noqa: E402

Answer = TypeVar("Answer")
ACCOUNT = "chaos"
LIST_LAG = 1.0
"""Seconds the list of the sandbox's GitHub runs behind."""
PACE = Pace(
    # The longest turn here: a few calls of at most a second.
    lease_seconds=8.0,
    settle=timedelta(seconds=LIST_LAG + 1),
    retry=timedelta(milliseconds=200),
)
TIMEOUT = 1
LONGEST = 1200
"""Seconds for a whole run on a busy machine; two minutes are usual on an idle one."""


def now() -> datetime:
    return datetime.now(UTC)


# ------------------------------------------------------------------ one worker
class Deadly:
    """The real tracker, and a process that ends at the worst moment: after GitHub did it, before we wrote it down."""

    def __init__(self, tracker: GithubIssues, dice: random.Random, deaths: float) -> None:
        self._tracker = tracker
        self._dice = dice
        self._deaths = deaths

    def __getattr__(self, name: str) -> object:
        return getattr(self._tracker, name)

    def create(
        self,
        title: str,
        body: str,
        labels: Sequence[str],
        *,
        assignees: Sequence[str] = (),
        milestone: int | None = None,
    ) -> Issue:
        self._perhaps_die(self._deaths / 3)
        try:
            return self._tracker.create(title, body, labels, assignees=assignees, milestone=milestone)
        finally:
            self._perhaps_die(self._deaths)

    def _perhaps_die(self, chance: float) -> None:
        if self._dice.random() < chance:
            os.kill(os.getpid(), signal.SIGKILL)


def work(url: str, github: str, first: int, count: int, seed: int, deaths: float) -> None:
    """Records its share of the sightings, then files whatever is due until nothing is."""
    store, dice = open_store(url), random.Random(seed)
    sightings, issues = GapSightings(store, ACCOUNT), GapIssues(store, ACCOUNT)
    real = GithubIssues(
        "northwind/notes", Token("sandbox-token"), base_url=github, timeout=TIMEOUT, seconds_between_writes=0
    )
    tracker = Deadly(real, dice, deaths)

    def demand(gap: str, *, since: datetime | None = None) -> Demand:
        return sightings.demand(gap, now=now(), since=since)

    def file_due() -> None:
        for gap_id in issues.due(now()):
            gap = next(gap for gap in gaps() if gap.id == gap_id)
            file_gap(
                gap,
                issues,
                demand,
                tracker,  # type: ignore[arg-type]
                secret="s" * 40,
                owner=f"w{seed}",
                clock=now,
                pace=PACE,
            )

    for ticket_id in range(first, first + count):
        gap = gaps()[ticket_id % len(gaps())]
        seen = Sighting(gap.id, "self_serve_missing", "x", f"h{ticket_id % 97}", mrr=Money(900, "usd"))
        patiently(lambda ticket_id=ticket_id, seen=seen: sightings.record(ticket_id, seen, at=now()))  # type: ignore[misc]
        if ticket_id % 10 == 0:
            patiently(file_due)
    while len(patiently(lambda: filed(issues))) < len(gaps()):
        patiently(file_due)
        time.sleep(0.2)


def patiently(doing: Callable[[], Answer]) -> Answer:
    """As the queue does it: a database that many processes hold on to is asked again."""
    while True:
        try:
            return doing()
        except StoreUnavailable:
            time.sleep(0.5)


def filed(issues: GapIssues) -> dict[str, int | None]:
    return {gap: issue.issue_number for gap, issue in issues.linked().items()}


# ------------------------------------------------------------------ the run
@dataclass(frozen=True)
class Result:
    sightings: int
    gaps: int
    issues: int
    killed: int
    ends_wrong: int


@contextmanager
def github(world: World) -> Iterator[str]:
    from werkzeug.serving import WSGIRequestHandler, make_server

    from integrations.sandbox import github_wire

    class Quiet(WSGIRequestHandler):
        def log(self, type: str, message: str, *args: object) -> None:
            pass

    server = make_server("127.0.0.1", 0, github_wire.create_app(world), threaded=True, request_handler=Quiet)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    server.server_close()
    thread.join()


def spoil(world: World) -> None:
    """Bad days, each for a while; then GitHub is itself again."""
    create = {"vendor": "github", "method": "POST", "path": "/issues$"}
    world.github.list_lag = LIST_LAG
    world.faults.latency["github"] = 0.05
    limit = '{"message": "You have exceeded a secondary rate limit."}'
    for fault in (
        Fault(**create, status=502, after=True, times=2),
        Fault(**create, delay=TIMEOUT * 2.5, after=True, times=2),  # made, and told too late
        Fault(**create, drop=True, after=True, times=2),
        Fault(**create, status=429, body=limit, headers={"Retry-After": "1"}, times=1),
        Fault("github", "GET", "/issues", status=500, times=3),
        Fault("github", "GET", "/issues", delay=TIMEOUT * 1.5, times=3),
        Fault(**create, drop=True, times=1),
    ):
        world.faults.add(fault)


def run(url: str, *, workers: int, sightings: int, kills: int, seed: int = 7) -> Result:
    upgrade(url)
    world = World()
    spoil(world)
    share, rest = divmod(sightings, workers)
    ended: Counter[str] = Counter()
    with github(world) as address:

        def start(number: int, deaths: float) -> subprocess.Popen[bytes]:
            count = share + (rest if number == workers - 1 else 0)
            arguments = [url, address, number * share + 1, count, seed + number, deaths]
            return subprocess.Popen(
                [sys.executable, __file__, "--worker", *map(str, arguments)],
                cwd=ROOT,
                stderr=subprocess.DEVNULL,
            )

        running = {number: start(number, 0.9) for number in range(workers)}
        until = time.monotonic() + LONGEST
        while running and time.monotonic() < until:
            for number, process in list(running.items()):
                if process.poll() is None:
                    continue
                del running[number]
                if process.returncode == -signal.SIGKILL:
                    ended["killed"] += 1
                    # Comes back as a platform would restart it, and after enough deaths lives on.
                    running[number] = start(number, 0.9 if ended["killed"] < kills else 0.0)
                elif process.returncode:
                    ended["wrong"] += 1
            if ended["killed"] >= kills and not ended["calm"]:
                ended["calm"] = 1
                for number, process in list(running.items()):
                    process.kill()
                    process.wait()
                    running[number] = start(number, 0.0)
            time.sleep(0.05)
        for process in running.values():
            process.kill()
            process.wait()
            ended["wrong"] += 1
        time.sleep(TIMEOUT * 2.5)  # what GitHub still had in hand
    store = open_store(url)
    demands = GapSightings(store, ACCOUNT).demands(now=now())
    known = filed(GapIssues(store, ACCOUNT))
    store.close()
    real = world.github.issues
    if set(known.values()) != set(real):
        ended["wrong"] += 1
    return Result(
        sum(demand.tickets for demand in demands.values()),
        len(demands),
        len(real),
        ended["killed"],
        ended["wrong"],
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--worker", nargs=6, help=argparse.SUPPRESS)
    parser.add_argument("--workers", type=int, default=20)
    parser.add_argument("--sightings", type=int, default=1000)
    parser.add_argument("--kills", type=int, default=15)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--database", help="another database than an SQLite file of its own")
    asked = parser.parse_args()
    logging.disable()  # the stand-in says when a client was killed; that is the point
    if asked.worker:
        url, address, first, count, seed, deaths = asked.worker
        work(url, address, int(first), int(count), int(seed), float(deaths))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        url = asked.database or f"sqlite:///{Path(folder) / 'chaos.db'}"
        found = run(url, workers=asked.workers, sightings=asked.sightings, kills=asked.kills, seed=asked.seed)
    print(f"workers {asked.workers}, killed {found.killed}, ended wrong {found.ends_wrong}")
    print(f"sightings {found.sightings}, gaps {found.gaps}, issues {found.issues}")
    exact = (found.sightings, found.gaps, found.issues) == (asked.sightings, len(gaps()), len(gaps()))
    return 0 if exact and not found.ends_wrong else 1


if __name__ == "__main__":
    sys.exit(main())
