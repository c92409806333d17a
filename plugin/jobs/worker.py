"""A worker process: threads that answer hints, and one that reconciles."""

# huey has no annotations.
# mypy: disable-error-code="no-untyped-call"

from __future__ import annotations

import logging
import os
import signal
import socket
from collections.abc import Callable
from datetime import UTC, datetime
from threading import Event, Thread
from types import FrameType
from uuid import uuid4

from huey.consumer import Consumer

from plugin.jobs.queue import Hints

log = logging.getLogger(__name__)

TICK_SECONDS = 5.0
_LONGEST_GOODBYE = 20.0
"""Seconds for the jobs in hand when the process is asked to stop; less than a platform waits to kill it."""


def worker_name() -> str:
    """Unlike any other, also of a process with the same number in another container."""
    return f"{socket.gethostname()}.{os.getpid()}.{uuid4().hex[:6]}"


class Worker:
    """Runs in the background of any process: `tillside worker`, or beside the web server in `serve`."""

    def __init__(
        self,
        hints: Hints,
        reconcile: Callable[[datetime], None],
        *,
        threads: int = 4,
        tick_seconds: float = TICK_SECONDS,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._reconcile = reconcile
        self._tick_seconds = tick_seconds
        self._clock = clock
        self._stopping = Event()
        self._consumer = _QuietConsumer(
            hints.huey,
            workers=threads,
            periodic=False,
            scheduler_interval=60,  # no hint is ever sent for later
            initial_delay=0.05,
            max_delay=0.5,  # only SQLite polls; the others wake us up
            shutdown_timeout=_LONGEST_GOODBYE,
        )
        # Not huey's cron: that fires once a minute, and on every consumer; lost work must be found
        # within seconds. An Event that is waited for ends at once when the worker stops.
        self._ticking = Thread(target=self._tick, name="reconcile", daemon=True)

    def start(self) -> None:
        self._consumer.start()
        self._ticking.start()

    def stop(self) -> None:
        """Waits for the jobs in hand. One that takes longer is left to its lease: another worker repeats it."""
        self._stopping.set()
        self._consumer.stop(graceful=True)
        self._ticking.join(_LONGEST_GOODBYE)

    def _tick(self) -> None:
        while not self._stopping.is_set():
            try:
                self._reconcile(self._clock())
                self._consumer.check_worker_health()
            except Exception:
                log.exception("tick failed")
            self._stopping.wait(self._tick_seconds)


def run_worker(
    hints: Hints,
    reconcile: Callable[[datetime], None],
    threads: int = 4,
    tick_seconds: float = TICK_SECONDS,
) -> None:
    """Works until the process is told to stop (SIGTERM or SIGINT). Call it from the main thread."""
    asked_to_stop = Event()

    def stop(_number: int, _frame: FrameType | None) -> None:
        asked_to_stop.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    worker = Worker(hints, reconcile, threads=threads, tick_seconds=tick_seconds)
    worker.start()
    log.info("worker started: threads=%s", threads)
    asked_to_stop.wait()
    worker.stop()
    log.info("worker stopped")


class _QuietConsumer(Consumer):
    """huey's consumer without its signal handlers, which only a main thread may set.

    One of them would start the process anew with the arguments it found, whatever they were.
    """

    def _set_signal_handlers(self) -> None:
        return
