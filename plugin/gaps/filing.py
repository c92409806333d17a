"""Keeps the one issue of one gap: found or created, its numbers current, reopened when the gap comes back.

Exactly one issue per gap, whatever dies in between: the right to write is claimed in the store first; that an
issue is about to be created is written down before it is; an issue is looked for by its marker in the
tracker's list before one is created; its number is kept the moment it exists. A creation whose answer was
lost is found by its marker at the next try, and nobody creates before the list can have caught up.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Generic, Literal, Protocol, TypeVar

from integrations.errors import NotFound, VendorError, VendorRefused, VendorUnavailable
from integrations.records import Issue
from integrations.roles import IssueTracker
from plugin.gaps import issue as text
from plugin.gaps.gap import Gap
from plugin.gaps.rules import DEMAND_LABEL, FilingRules

Outcome = Literal[
    "created",
    "updated",
    "commented",
    "reopened",
    "closed",
    "not_planned",
    "transferred",
    "gone",
    "unchanged",
    "not_due",
    "taken_over",
    "no_demand",
    "waits",
    "failed",
    "refused",
]


@dataclass(frozen=True)
class Pace:
    lease_seconds: float = 120.0
    """Longer than the slowest calls to the tracker: two holders at once could create two issues."""
    settle: timedelta = timedelta(minutes=15)
    """After a creation of which nothing was heard. GitHub's list was once seen eight minutes behind."""
    retry: timedelta = timedelta(minutes=5)
    retry_later: timedelta = timedelta(days=1)
    """After what only a person can change: a refused text, an issue that is gone."""


class KnownIssue(Protocol):
    @property
    def issue_number(self) -> int | None: ...
    @property
    def url(self) -> str | None: ...
    @property
    def creating_at(self) -> datetime | None: ...
    @property
    def edited_at(self) -> datetime | None: ...
    @property
    def told(self) -> str | None: ...


class Claim(Protocol):
    """The right to write one gap's issue, and what is known of it."""

    @property
    def issue(self) -> KnownIssue: ...
    @property
    def approved(self) -> bool: ...


ClaimT = TypeVar("ClaimT", bound=Claim)


class IssueBook(Protocol[ClaimT]):
    """The store's table of gap issues: one row per gap, one holder at a time."""

    def claim(
        self, gap: str, fingerprint: str, owner: str, *, lease_seconds: float, now: datetime
    ) -> ClaimT | None: ...

    def renew(self, claim: ClaimT, *, lease_seconds: float, now: datetime) -> bool: ...

    def creating(self, claim: ClaimT, at: datetime | None) -> bool: ...

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
        covered: bool = True,
        edited_at: datetime | None = None,
        closed_at: datetime | None = None,
        told: str | None = None,
    ) -> bool: ...

    def fail(self, claim: ClaimT, sentence: str, *, retry_at: datetime) -> bool: ...


class DemandOf(Protocol):
    """Counts one gap; `since` leaves out what was first seen before."""

    def __call__(self, gap: str, *, since: datetime | None = None) -> text.Demand: ...


@dataclass(frozen=True)
class Filed:
    """What became of one gap; `sentence` says why when nothing did."""

    outcome: Outcome
    issue: Issue | None = None
    sentence: str = ""


@dataclass(frozen=True)
class _Told:
    """What the readers of the issue know already."""

    threshold: int
    situations: frozenset[str]

    @classmethod
    def of(cls, demand: text.Demand, rules: FilingRules) -> _Told:
        return cls(rules.passed(demand.tickets), frozenset(slug for slug, _count in demand.situations))

    @classmethod
    def read(cls, written: str | None) -> _Told | None:
        if not written:
            return None
        said = json.loads(written)
        return cls(int(said["threshold"]), frozenset(said["situations"]))

    def with_news_of(self, other: _Told) -> _Told:
        # What was told stays told: a gap that shrinks and grows again says nothing new.
        return _Told(max(self.threshold, other.threshold), self.situations | other.situations)

    def write(self) -> str:
        return json.dumps({"threshold": self.threshold, "situations": sorted(self.situations)})


def file_gap(
    gap: Gap,
    book: IssueBook[ClaimT],
    demand_of: DemandOf,
    tracker: IssueTracker,
    *,
    secret: str,
    owner: str,
    clock: Callable[[], datetime],
    rules: FilingRules | None = None,
    pace: Pace | None = None,
    tickets_of: Callable[[str], Sequence[int]] = lambda _gap: (),
) -> Filed:
    """Brings the gap's issue up to date, or creates it. Raises nothing a vendor raised: the row keeps it."""
    pace, rules = pace or Pace(), rules or FilingRules()
    fingerprint = text.fingerprint(gap, secret)
    claim = book.claim(gap.id, fingerprint, owner, lease_seconds=pace.lease_seconds, now=clock())
    if claim is None:
        return Filed("not_due")
    demand = demand_of(gap.id)  # after the claim: what comes from now on keeps the row due
    tickets = tickets_of(gap.id) if rules.name_tickets else ()
    work = _Work(gap, fingerprint, book, claim, demand, demand_of, tickets, tracker, clock, rules, pace)
    try:
        return work.done()
    except text.LeakRefused as refused:
        book.fail(claim, str(refused), retry_at=clock() + pace.retry_later)
        return Filed("refused", sentence=str(refused))
    except VendorError as error:
        wait = pace.retry
        if isinstance(error, VendorUnavailable) and error.retry_after is not None:
            wait = max(wait, timedelta(seconds=error.retry_after))
        book.fail(claim, error.sentence, retry_at=clock() + wait)
        return Filed("failed", sentence=error.sentence)


@dataclass(frozen=True)
class _Work(Generic[ClaimT]):
    """One turn at one gap's issue, by who holds the claim."""

    gap: Gap
    fingerprint: str
    book: IssueBook[ClaimT]
    claim: ClaimT
    demand: text.Demand
    demand_of: DemandOf
    tickets: Sequence[int]
    tracker: IssueTracker
    clock: Callable[[], datetime]
    rules: FilingRules
    pace: Pace

    def done(self) -> Filed:
        known = self.claim.issue
        found = self._look(known)
        if found is None and known.issue_number is not None:
            return self._gone(known.issue_number, known.url or "")
        if found is None:
            return self._create(known)
        if not self.book.remember(self.claim, found.number, found.url, _state(found)):
            return Filed("taken_over")
        if found.elsewhere:
            # Another repository's people have it now, and our token may end at its door: only counted.
            return self._keep(found, "transferred")
        if found.state == "closed":
            return self._closed(found)
        return self._open(found)

    # ------------------------------------------------------------ is there one?
    def _look(self, known: KnownIssue) -> Issue | None:
        if known.issue_number is not None:
            try:
                return self.tracker.get(known.issue_number)
            except NotFound:
                pass  # gone, or the whole repository is: then the list says so
        return self.tracker.find(text.marker(self.fingerprint))

    def _gone(self, number: int, url: str) -> Filed:
        """Deleted, or moved to where we may not look. Not filed anew: somebody has decided something."""
        sentence = (
            f"Issue {number} of the gap {self.gap.id} is gone: deleted, or moved where Tillside may not see it. "
            f"Link another one (tillside gaps link {self.gap.id} NUMBER), or have it filed anew "
            f"(tillside gaps unlink {self.gap.id})."
        )
        self.book.remember(self.claim, number, url, "gone")
        self.book.fail(self.claim, sentence, retry_at=self.clock() + self.pace.retry_later)
        return Filed("gone", sentence=sentence)

    def _create(self, known: KnownIssue) -> Filed:
        now = self.clock()
        if self.demand.tickets < max(1, self.rules.create_after_tickets):
            self.book.fail(self.claim, "Too few tickets show this gap yet.", retry_at=now + self.pace.retry)
            return Filed("no_demand")
        if self.rules.waits_for_yes and not self.claim.approved:
            sentence = f"Waits for a yes: tillside gaps approve {self.gap.id}."
            self.book.fail(self.claim, sentence, retry_at=now + self.pace.retry_later)
            return Filed("waits", sentence=sentence)
        if known.creating_at is not None and now < known.creating_at + self.pace.settle:
            # Somebody began to create it and was not heard of since; the list may not show it yet.
            sentence = "The issue may have been created just now; looking again before creating it."
            self.book.fail(self.claim, sentence, retry_at=known.creating_at + self.pace.settle)
            return Filed("waits", sentence=sentence)
        title = text.title(self.gap)
        body = text.body(
            self.gap,
            self.demand,
            self.fingerprint,
            on=now.date(),
            template=self.rules.template,
            tickets=self.tickets,
        )
        if not self._holds() or not self.book.creating(self.claim, now):
            return Filed("taken_over")
        try:
            created = self.tracker.create(
                title,
                body,
                self._labels(()),
                assignees=self.rules.assignees,
                milestone=self.rules.milestone,
            )
        except VendorError as error:
            if isinstance(error, VendorRefused) or getattr(error, "retry_after", None) is not None:
                self.book.creating(self.claim, None)  # refused, so it does not exist
            raise
        self.book.remember(self.claim, created.number, created.url, created.state)
        told = _Told.of(self.demand, self.rules)
        return self._keep(created, "created", body=body, edited=True, told=told)

    # ------------------------------------------------------------ it is closed
    def _closed(self, found: Issue) -> Filed:
        if found.state_reason in {"not_planned", "duplicate"}:
            return self._keep(found, "not_planned")
        if found.closed_at is None:
            return self._keep(found, "closed")
        again = self.demand_of(self.gap.id, since=found.closed_at + self.rules.grace)
        if not again.tickets:
            return self._keep(found, "closed")
        if not self._holds():
            return Filed("taken_over")
        mark = text.said(self.fingerprint, f"regression {found.closed_at.isoformat()}")
        comment = text.came_back(again, closed=found.closed_at, grace_days=self.rules.grace.days, mark=mark)
        # The comment first: who is killed in between opens it the next time, and does not repeat it.
        self._say(found, comment, mark)
        return self._keep(self.tracker.reopen(found.number), "reopened", covered=False)

    # ------------------------------------------------------------ it is open
    def _open(self, found: Issue) -> Filed:
        now, known = self.clock(), self.claim.issue
        if not self._holds():
            return Filed("taken_over")
        outcome: Outcome = "unchanged"
        state = _Told.of(self.demand, self.rules)
        told = _Told.read(known.told)
        if told is not None and self._tell(found, told, state):
            outcome = "commented"
        body = text.with_numbers(
            found.body,
            self.demand,
            self.gap,
            self.fingerprint,
            on=now.date(),
            template=self.rules.template,
            tickets=self.tickets,
        )
        labels = self._labels(found.labels)
        same = body == found.body and set(labels) == set(found.labels)
        due = known.edited_at is None or now >= known.edited_at + self.rules.edit_every
        if not same and due:
            found, outcome = self.tracker.update(found.number, body=body, labels=labels), "updated"
        return self._keep(
            found,
            outcome,
            body=body,
            edited=not same and due,
            covered=same or due,
            told=told.with_news_of(state) if told else state,
        )

    def _tell(self, found: Issue, told: _Told, state: _Told) -> bool:
        threshold = state.threshold if state.threshold > told.threshold else None
        situations = sorted(state.situations - told.situations)
        if not threshold and not situations:
            return False
        mark = text.said(self.fingerprint, f"{threshold} {situations}")
        comment = text.news(self.demand, threshold=threshold, situations=situations, mark=mark)
        return self._say(found, comment, mark)

    def _say(self, found: Issue, comment: str, mark: str) -> bool:
        """Looks before it writes: GitHub has no key against writing a comment twice."""
        if found.locked or self.tracker.has_comment(found.number, mark):
            return False
        self.tracker.comment(found.number, comment)
        return True

    # ------------------------------------------------------------ small parts
    def _labels(self, present: Sequence[str]) -> tuple[str, ...]:
        """A new issue gets all; on an existing one only the label of demand is ours to change."""
        demand = self.rules.demand_label(self.demand.tickets)
        if present:
            kept = [label for label in present if not label.startswith(DEMAND_LABEL)]
        else:
            kept = [*self.gap.labels, *self.rules.labels.get(self.gap.id, ())]
        return tuple(dict.fromkeys([*kept, *([demand] if demand else [])]))

    def _holds(self) -> bool:
        return self.book.renew(self.claim, lease_seconds=self.pace.lease_seconds, now=self.clock())

    def _keep(
        self,
        found: Issue,
        outcome: Outcome,
        *,
        body: str | None = None,
        edited: bool = False,
        covered: bool = True,
        told: _Told | None = None,
    ) -> Filed:
        now = self.clock()
        edited_at = now if edited else self.claim.issue.edited_at
        self.book.link(
            self.claim,
            found.number,
            found.url,
            _state(found),
            body_hash=hashlib.sha256((found.body if body is None else body).encode()).hexdigest(),
            at=now,
            next_update_at=(edited_at or now) + self.rules.edit_every,
            covered=covered,
            edited_at=edited_at,
            closed_at=found.closed_at,
            told=told.write() if told else self.claim.issue.told,
        )
        return Filed(outcome, found)


def _state(found: Issue) -> str:
    """As our row keeps it: also why it is closed, and that it went elsewhere."""
    if found.elsewhere:
        return "transferred"
    if found.state == "closed" and found.state_reason in {"not_planned", "duplicate"}:
        return "not_planned"
    return found.state
