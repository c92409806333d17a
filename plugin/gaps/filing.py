"""Keeps the one issue of one gap: found or created, its numbers current, reopened when the gap comes back.

Exactly one issue per gap, whatever dies in between: the right to write is claimed in the store first; an
issue is looked for by its marker in the tracker before one is created; its number is kept the moment it
exists. A creation whose answer was lost is found by its marker at the next try.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, Protocol, TypeVar

from integrations.errors import NotFound, VendorError
from integrations.records import Issue
from integrations.roles import IssueTracker
from plugin.gaps import issue as text
from plugin.gaps.gap import Gap

LEASE_SECONDS = 120.0
"""Longer than the slowest call to the tracker: two holders at once could create two issues."""
_QUIET = timedelta(hours=1)
"""A busy gap is not rewritten with every ticket."""
_RETRY = timedelta(minutes=5)
_RETRY_LEAK = timedelta(days=1)
"""A refused text is a mistake of ours: nothing changes before somebody looks."""

Outcome = Literal[
    "created", "updated", "reopened", "unchanged", "not_due", "taken_over", "no_demand", "failed", "refused"
]


class KnownIssue(Protocol):
    @property
    def issue_number(self) -> int | None: ...


class Claim(Protocol):
    """The right to write one gap's issue, and what is known of it."""

    @property
    def issue(self) -> KnownIssue: ...


ClaimT = TypeVar("ClaimT", bound=Claim)


class IssueBook(Protocol[ClaimT]):
    """The store's table of gap issues: one row per gap, one holder at a time."""

    def claim(
        self, gap: str, fingerprint: str, owner: str, *, lease_seconds: float, now: datetime
    ) -> ClaimT | None: ...

    def renew(self, claim: ClaimT, *, lease_seconds: float, now: datetime) -> bool: ...

    def remember(self, claim: ClaimT, number: int, url: str, state: str) -> bool: ...

    def link(
        self,
        claim: ClaimT,
        number: int,
        url: str,
        state: str,
        *,
        body_hash: str,
        at: datetime,
        next_update_at: datetime | None = None,
    ) -> bool: ...

    def fail(self, claim: ClaimT, sentence: str, *, retry_at: datetime) -> bool: ...


@dataclass(frozen=True)
class Filed:
    """What became of one gap; `sentence` says why when nothing did."""

    outcome: Outcome
    issue: Issue | None = None
    sentence: str = ""


def file_gap(
    gap: Gap,
    book: IssueBook[ClaimT],
    demand_of: Callable[[str], text.Demand],
    tracker: IssueTracker,
    *,
    secret: str,
    owner: str,
    clock: Callable[[], datetime],
) -> Filed:
    """Brings the gap's issue up to date, or creates it. Raises nothing a vendor raised: the row keeps it."""
    fingerprint = text.fingerprint(gap, secret)
    claim = book.claim(gap.id, fingerprint, owner, lease_seconds=LEASE_SECONDS, now=clock())
    if claim is None:
        return Filed("not_due")
    demand = demand_of(gap.id)  # after the claim: what comes from now on keeps the row due
    try:
        found = _find(tracker, claim, fingerprint)
        if found is None:
            return _create(gap, demand, fingerprint, book, claim, tracker, clock)
        return _bring_up_to_date(gap, demand, fingerprint, found, book, claim, tracker, clock)
    except text.LeakRefused as refused:
        book.fail(claim, str(refused), retry_at=clock() + _RETRY_LEAK)
        return Filed("refused", sentence=str(refused))
    except VendorError as error:
        book.fail(claim, error.sentence, retry_at=clock() + _RETRY)
        return Filed("failed", sentence=error.sentence)


def _find(tracker: IssueTracker, claim: Claim, fingerprint: str) -> Issue | None:
    if claim.issue.issue_number is not None:
        try:
            return tracker.get(claim.issue.issue_number)
        except NotFound:
            pass  # deleted or moved: the marker has the last word
    return tracker.find(text.marker(fingerprint))


def _create(
    gap: Gap,
    demand: text.Demand,
    fingerprint: str,
    book: IssueBook[ClaimT],
    claim: ClaimT,
    tracker: IssueTracker,
    clock: Callable[[], datetime],
) -> Filed:
    if not demand.tickets:
        book.fail(claim, "No ticket shows this gap any more", retry_at=clock() + _RETRY_LEAK)
        return Filed("no_demand")
    title, body = text.title(gap), text.body(gap, demand, fingerprint)
    if not book.renew(claim, lease_seconds=LEASE_SECONDS, now=clock()):
        return Filed("taken_over")
    created = tracker.create(title, body, gap.labels)
    _link(book, claim, created, body, clock())
    return Filed("created", created)


def _bring_up_to_date(
    gap: Gap,
    demand: text.Demand,
    fingerprint: str,
    found: Issue,
    book: IssueBook[ClaimT],
    claim: ClaimT,
    tracker: IssueTracker,
    clock: Callable[[], datetime],
) -> Filed:
    if not book.remember(claim, found.number, found.url, found.state):
        return Filed("taken_over")
    body = text.with_numbers(found.body, demand, gap, fingerprint)
    outcome: Outcome = "unchanged"
    issue = found
    if body != found.body:
        issue, outcome = tracker.update_body(found.number, body), "updated"
    if _came_back(found, demand):
        comment = text.came_back(demand)
        issue, outcome = tracker.reopen(found.number), "reopened"
        if not found.locked:
            tracker.comment(found.number, comment)
    _link(book, claim, issue, body, clock())
    return Filed(outcome, issue)


def _came_back(found: Issue, demand: text.Demand) -> bool:
    """Closed as done, and seen again since. Closed as "not planned" is a decision, and stays."""
    if found.state != "closed" or found.state_reason == "not_planned" or found.closed_at is None:
        return False
    return demand.last_seen is not None and demand.last_seen > found.closed_at


def _link(book: IssueBook[ClaimT], claim: ClaimT, issue: Issue, body: str, now: datetime) -> None:
    digest = hashlib.sha256(body.encode()).hexdigest()
    book.link(
        claim, issue.number, issue.url, issue.state, body_hash=digest, at=now, next_update_at=now + _QUIET
    )
