"""Compares what should be with what is, and sends hints for the difference. Idempotent; any worker runs it.

Webhooks, hints and workers get lost. Every few seconds this asks the helpdesk what changed, the store
what is due, and says so again: a lost message costs seconds, never a ticket.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from time import monotonic

from integrations.errors import VendorError
from integrations.records import TicketRef
from integrations.roles import Helpdesk
from plugin.jobs.queue import Hints
from plugin.store.attempts import Attempts
from plugin.store.cases import Cases
from plugin.store.deliveries import Deliveries, Delivery
from plugin.store.gap_issues import GapIssues
from plugin.store.pulse import Cursors, Ticks

log = logging.getLogger(__name__)

TICKET = "ticket"
GAP = "gap"
STEP = "step"
FOLLOW_UP = "follow_up"

_CHANGES = "helpdesk_changes"
_WALK_CHUNK = 500
_MOST_PAGES = 20
"""Pages of changes per turn, so that a long backlog does not keep a worker from its other duties."""


@dataclass(frozen=True)
class StepWork:
    """What agents confirmed: found again and finished, whoever began it."""

    attempts: Attempts
    finish: Callable[[str], object]
    expire_waiting: Callable[[datetime], object]


@dataclass(frozen=True)
class FollowUpWork:
    """Tickets that are owed the word that their gap is closed."""

    due: Callable[[datetime], Sequence[str]]
    write: Callable[[str], object]


@dataclass(frozen=True)
class Work:
    """All that the workers keep going, handed in by the wiring."""

    cases: Cases
    gap_issues: GapIssues
    deliveries: Deliveries
    cursors: Cursors
    ticks: Ticks
    diagnose: Callable[[int], object]
    """Claims and reads one ticket: `tasks.diagnose_ticket` with everything else filled in."""
    file_gap: Callable[[str], object]
    replay: Callable[[Delivery], object] | None = None
    """Acts on a webhook delivery that was acknowledged, then forgotten; it must end in `handled`."""
    helpdesk: Helpdesk | None = None
    steps: StepWork | None = None
    follow_ups: FollowUpWork | None = None

    def answer(self, hints: Hints) -> None:
        """Makes a worker on these hints do this work."""
        if self.steps:
            hints.register(STEP, self.steps.finish)
        hints.register(TICKET, lambda key: self.diagnose(int(key)))
        hints.register(GAP, self.file_gap)
        if self.follow_ups:
            hints.register(FOLLOW_UP, self.follow_ups.write)


@dataclass(frozen=True)
class Pace:
    """How often what is done."""

    ask_helpdesk_every: timedelta = timedelta(seconds=30)
    """Zendesk answers ten of these questions a minute, for the whole account."""
    gaps_wait_for_tickets: timedelta = timedelta(minutes=2)
    replay_after: timedelta = timedelta(seconds=30)
    tidy_every: timedelta = timedelta(hours=1)
    most_hints: int = 500
    """Waiting at once. More would not be answered sooner, only be repeated by every tick."""


class Reconcile:
    def __init__(self, work: Work, hints: Hints, *, worker: str, pace: Pace | None = None) -> None:
        self._work = work
        self._hints = hints
        self._worker = worker
        self._pace = pace or Pace()

    def __call__(self, now: datetime) -> None:
        """One tick. A part that fails leaves the others to run, and is back with the next tick."""
        for part in (self._money, self._ask_helpdesk, self._replay, self._hint, self._tidy, self._beat):
            try:
                part(now)
            except VendorError as error:
                log.warning("reconcile: %s: %s", part.__name__.strip("_"), error)
            except Exception:
                log.exception("reconcile: %s", part.__name__.strip("_"))

    def _money(self, now: datetime) -> None:
        """First, and however many other hints wait: somebody confirmed it."""
        if self._work.steps is None:
            return
        self._work.steps.expire_waiting(now)
        for attempt_id in self._work.steps.attempts.due(now):
            self._hints.send(STEP, attempt_id)

    def _ask_helpdesk(self, now: datetime) -> None:
        helpdesk, work = self._work.helpdesk, self._work
        if helpdesk is None:
            return
        if not work.cursors.take_turn(_CHANGES, every=self._pace.ask_helpdesk_every, now=now):
            return
        began = monotonic()

        def still_busy() -> None:
            busy_for = timedelta(seconds=monotonic() - began)
            work.cursors.keep_turn(_CHANGES, until=now + busy_for + self._pace.ask_helpdesk_every)

        cursor = work.cursors.get(_CHANGES)
        if cursor is None:
            # The first start: every open ticket, then whatever changed during the walk. Without a
            # cursor at its end, a walk that was interrupted is walked again.
            for chunk in _chunks(helpdesk.open_tickets()):
                work.cases.want_many(chunk, at=now)
                still_busy()
        for _ in range(_MOST_PAGES):
            changes = helpdesk.changes(cursor, since=now - timedelta(minutes=5))
            work.cases.want_many([ticket for ticket in changes.tickets if ticket.open], at=now)
            for ticket in changes.tickets:
                if not ticket.open:
                    work.cases.close(ticket.id, at=now, status=ticket.status, seen=ticket.updated_at)
            # Only now: a worker that ends in the middle of a page reads the page again.
            cursor = changes.cursor
            work.cursors.set(_CHANGES, cursor)
            if changes.complete:
                return
            still_busy()

    def _replay(self, now: datetime) -> None:
        if self._work.replay is None:
            return
        for delivery in self._work.deliveries.unhandled(before=now - self._pace.replay_after):
            self._work.replay(delivery)

    def _hint(self, now: datetime) -> None:
        room = self._pace.most_hints - self._hints.waiting()
        if room <= 0:
            return
        if not self._counting(now):
            for gap in self._work.gap_issues.due(now, limit=room):
                self._hints.send(GAP, gap)
        if self._work.follow_ups:
            for key in self._work.follow_ups.due(now):
                self._hints.send(FOLLOW_UP, key)
        for ticket_id in self._work.cases.due(now, limit=room):
            self._hints.send(TICKET, str(ticket_id))

    def _counting(self, now: datetime) -> bool:
        """While tickets are being read, an issue filed now would give a fraction of the demand; but not for ever."""
        oldest = self._work.cases.backlog().oldest_requested_at
        return oldest is not None and now - oldest < self._pace.gaps_wait_for_tickets

    def _tidy(self, now: datetime) -> None:
        if self._work.cursors.take_turn("tidy", every=self._pace.tidy_every, now=now):
            yesterday = now - timedelta(days=1)
            self._work.cases.forget_unwatched(before=yesterday)
            self._work.ticks.forget(before=yesterday)

    def _beat(self, now: datetime) -> None:
        self._work.ticks.beat(self._worker, at=now)


def _chunks(tickets: Iterator[TicketRef]) -> Iterator[list[TicketRef]]:
    chunk: list[TicketRef] = []
    for ticket in tickets:
        chunk.append(ticket)
        if len(chunk) == _WALK_CHUNK:
            yield chunk
            chunk = []
    yield chunk
