"""A real worker process whose diagnosis is a stand-in: it reads a number from a file, slowly.

The file is what the vendors are to the product: the truth, which changes while it is being read.
"""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from time import sleep

from plugin.jobs.queue import Hints
from plugin.jobs.reconcile import Pace, Reconcile, Work
from plugin.jobs.tasks import diagnose_ticket
from plugin.jobs.worker import run_worker, worker_name
from plugin.store import Cases, Cursors, Deliveries, DiagnosedTicket, GapIssues, Ticks, open_store

LEASE_SECONDS = 2.0
TICK_SECONDS = 0.3


def now() -> datetime:
    return datetime.now(UTC)


def read_slowly(ticket_id: int, *, folder: Path) -> DiagnosedTicket:
    journal(folder, "began", ticket_id)
    truth = int((folder / str(ticket_id)).read_text())
    read_at = now()
    sleep(0.1)
    journal(folder, "ended", ticket_id)
    return DiagnosedTicket({"truth": truth}, read_at, "open", None)


def journal(folder: Path, what: str, ticket_id: int) -> None:
    with (folder / "journal").open("a") as file:  # one short line: appended whole or not at all
        file.write(f"{os.getpid()} {what} {ticket_id}\n")


def main(database_url: str, queue_url: str, folder: Path) -> None:
    store, hints, name = open_store(database_url), Hints(queue_url, "acme"), worker_name()
    cases = Cases(store, "acme")
    diagnose = partial(
        diagnose_ticket,
        cases=cases,
        diagnose=partial(read_slowly, folder=folder),
        clock=now,
        owner=name,
        lease_seconds=LEASE_SECONDS,
    )
    work = Work(
        cases=cases,
        gap_issues=GapIssues(store, "acme"),
        deliveries=Deliveries(store, "acme"),
        cursors=Cursors(store, "acme"),
        ticks=Ticks(store, "acme"),
        diagnose=diagnose,
        file_gap=print,
    )
    work.answer(hints)
    pace = Pace(tidy_every=timedelta(days=1), most_hints=100)
    run_worker(hints, Reconcile(work, hints, worker=name, pace=pace), threads=4, tick_seconds=TICK_SECONDS)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
