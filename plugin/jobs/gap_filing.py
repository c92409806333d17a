"""Files a gap's issue, lets the stored cases that show the gap link to it, and tells its tickets when it is closed."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Literal

from integrations.errors import NotFound, VendorError, VendorRefused
from integrations.roles import Helpdesk, IssueTracker
from plugin.gaps import gap as known_gap
from plugin.gaps.filing import DemandOf, Filed, Pace, file_gap
from plugin.gaps.issue import Demand
from plugin.gaps.rules import FilingRules
from plugin.jobs.case_reader import as_link
from plugin.redaction import harmless
from plugin.report import gap_closed
from plugin.store import Cases, GapFollowUps, GapIssues, GapSightings

log = logging.getLogger(__name__)

TAG = "tillside_gap_closed"
_OPEN = frozenset({"created", "updated", "commented", "reopened", "unchanged"})


@dataclass(frozen=True)
class GapTables:
    issues: GapIssues
    sightings: GapSightings
    cases: Cases
    follow_ups: GapFollowUps


class GapFiling:
    """`tracker` None: no repository is set, gaps are only shown."""

    def __init__(
        self,
        tables: GapTables,
        tracker: IssueTracker | None,
        secret: str,
        *,
        owner: str,
        clock: Callable[[], datetime],
        rules: FilingRules | None = None,
        pace: Pace | None = None,
    ) -> None:
        self._tables = tables
        self._tracker = tracker
        self._secret = secret
        self._owner = owner
        self._clock = clock
        self._rules = rules or FilingRules()
        self._pace = pace or Pace()

    def file(self, gap_id: str) -> Filed | None:
        gap = known_gap(gap_id)
        if gap is None or self._tracker is None:
            return None
        filed = file_gap(
            gap,
            self._tables.issues,
            self._demand(),
            self._tracker,
            secret=self._secret,
            owner=self._owner,
            clock=self._clock,
            rules=self._rules,
            pace=self._pace,
            tickets_of=self._tables.sightings.tickets,
        )
        if filed.outcome in {"failed", "refused", "gone"}:
            log.warning("gap not filed: gap=%s why=%s", gap_id, filed.sentence)
        elif filed.outcome not in {"unchanged", "not_due"}:
            log.info("gap filed: gap=%s outcome=%s", gap_id, filed.outcome)
        self._owe_follow_ups(gap_id, filed)
        if filed.issue is not None:
            self._link_cases(gap_id)
        return filed

    def _demand(self) -> DemandOf:
        def demand(gap: str, *, since: datetime | None = None) -> Demand:
            return self._tables.sightings.demand(gap, now=self._clock(), since=since)

        return demand

    def _owe_follow_ups(self, gap_id: str, filed: Filed) -> None:
        """Asked with every look at a closed issue, and owed once: who was killed in between loses nothing."""
        if filed.outcome in _OPEN:
            self._tables.follow_ups.forget(gap_id)
        issue = filed.issue
        if filed.outcome != "closed" or issue is None or issue.closed_at is None:
            return
        now = self._clock()
        owed = self._tables.follow_ups.want(
            gap_id,
            issue.number,
            closed_at=issue.closed_at,
            # Who met the old version during the grace period is told too; later ones are a regression.
            seen_until=issue.closed_at + self._rules.grace,
            solved_since=now - self._rules.tell_solved_within,
            at=now,
            not_before=now + self._rules.tell_after,
        )
        if owed:
            log.info("gap closed: gap=%s tickets to tell=%d", gap_id, owed)

    def _link_cases(self, gap_id: str) -> None:
        issue = self._tables.issues.linked().get(gap_id)
        if issue is None:
            return
        link = as_link(issue)

        def linked(document: dict[str, Any]) -> dict[str, Any]:
            gaps = [{**gap, "issue": link} if gap["gap"] == gap_id else gap for gap in document["gaps"]]
            return {**document, "gaps": gaps}

        for ticket_id in self._tables.sightings.tickets(gap_id):
            self._tables.cases.amend(ticket_id, linked)


Told = Literal["told", "already", "not_due", "failed", "dropped"]


class GapFollowUpNotes:
    """Writes the notes that are owed, once each: the row is there before the note, and the note carries a marker."""

    LEASE_SECONDS = 60.0
    """More than twice the helpdesk client's longest wait, so that a slow write is never taken over."""
    _RETRY = timedelta(minutes=5)
    _RETRY_REFUSED = timedelta(days=1)

    def __init__(
        self,
        follow_ups: GapFollowUps,
        cases: Cases,
        helpdesk: Helpdesk,
        *,
        owner: str,
        clock: Callable[[], datetime],
    ) -> None:
        self._follow_ups = follow_ups
        self._cases = cases
        self._helpdesk = helpdesk
        self._owner = owner
        self._clock = clock

    def due(self, now: datetime) -> tuple[str, ...]:
        return tuple(f"{gap}/{ticket_id}" for gap, ticket_id in self._follow_ups.due(now))

    def write(self, key: str) -> Told:
        """`key`: "<gap>/<ticket>". Safe to call at any time, from anywhere, twice."""
        gap_id, _, ticket = key.rpartition("/")
        gap, ticket_id = known_gap(gap_id), int(ticket)
        claim = self._follow_ups.claim(
            gap_id, ticket_id, self._owner, lease_seconds=self.LEASE_SECONDS, now=self._clock()
        )
        if claim is None:
            return "not_due"
        done = partial(self._follow_ups.done, claim)
        if gap is None:  # its file is gone: nobody can say any more what was fixed
            done(comment_id=None, at=self._clock())
            return "dropped"
        digest = hashlib.sha256(f"gap closed\n{gap_id}\n{ticket_id}".encode()).hexdigest()
        marker = f"tillside-{digest[:16]}"
        try:
            written = None if claim.first else self._helpdesk.find_note(ticket_id, marker)
            outcome: Told = "already" if written else "told"
            if written is None:
                draft = gap_closed.follow_up(gap_id, self._language(ticket_id))
                text = gap_closed.note(gap.title, claim.issue_number, claim.closed_at, draft)
                written = self._helpdesk.write_note(ticket_id, f"{harmless(text)}\n\n{marker}", [TAG])
        except NotFound:
            done(comment_id=None, at=self._clock())  # the ticket is gone
            return "dropped"
        except VendorError as error:
            # The outcome may be unknown: the next try is not the first, so it looks before it writes.
            wait = self._RETRY_REFUSED if isinstance(error, VendorRefused) else self._RETRY
            self._follow_ups.fail(claim, error.sentence, retry_at=self._clock() + wait)
            return "failed"
        done(comment_id=written.comment_id, at=self._clock())
        return outcome

    def _language(self, ticket_id: int) -> str:
        stored = self._cases.get(ticket_id)
        document = stored.document if stored else None
        return str(document["reading"]["language"] or "en") if document else "en"
