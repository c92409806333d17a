"""Files a gap's issue, then lets the stored cases that show the gap link to it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from typing import Any

from integrations.roles import IssueTracker
from plugin.gaps import gap as known_gap
from plugin.gaps.filing import Filed, file_gap
from plugin.jobs.case_reader import as_link
from plugin.store import Cases, GapIssues, GapSightings

log = logging.getLogger(__name__)


class GapFiling:
    """`tracker` None: no repository is set, gaps are only shown."""

    def __init__(
        self,
        issues: GapIssues,
        sightings: GapSightings,
        cases: Cases,
        tracker: IssueTracker | None,
        secret: str,
        *,
        owner: str,
        clock: Callable[[], datetime],
    ) -> None:
        self._issues = issues
        self._sightings = sightings
        self._cases = cases
        self._tracker = tracker
        self._secret = secret
        self._owner = owner
        self._clock = clock

    def file(self, gap_id: str) -> Filed | None:
        gap = known_gap(gap_id)
        if gap is None or self._tracker is None:
            return None
        filed = file_gap(
            gap,
            self._issues,
            self._sightings.demand,
            self._tracker,
            secret=self._secret,
            owner=self._owner,
            clock=self._clock,
        )
        if filed.outcome in {"failed", "refused"}:
            log.warning("gap not filed: gap=%s why=%s", gap_id, filed.sentence)
        if filed.issue is not None:
            self._link_cases(gap_id)
        return filed

    def _link_cases(self, gap_id: str) -> None:
        issue = self._issues.linked().get(gap_id)
        if issue is None:
            return
        link = as_link(issue)

        def linked(document: dict[str, Any]) -> dict[str, Any]:
            gaps = [{**gap, "issue": link} if gap["gap"] == gap_id else gap for gap in document["gaps"]]
            return {**document, "gaps": gaps}

        for ticket_id in self._sightings.tickets(gap_id):
            self._cases.amend(ticket_id, linked)
