"""What the sandbox's GitHub holds: the issues and labels of one repository, and how it may refuse."""

from __future__ import annotations

import itertools
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from integrations.sandbox.world import World


@dataclass(frozen=True)
class Account:
    id: int
    login: str
    kind: str = "User"


@dataclass
class Label:
    id: int
    name: str
    color: str = "ededed"
    description: str | None = None


@dataclass
class IssueComment:
    id: int
    author: Account
    body: str
    created_at: datetime


@dataclass
class Issue:
    id: int
    number: int
    title: str
    body: str
    author: Account
    created_at: datetime
    updated_at: datetime
    labels: list[str] = field(default_factory=list)
    state: str = "open"
    state_reason: str | None = None
    closed_at: datetime | None = None
    locked: bool = False
    is_pull_request: bool = False
    comments: list[IssueComment] = field(default_factory=list)
    searchable_from: float = 0.0
    """On the machine's monotonic clock: until then the search does not know the issue."""
    listed_from: float = 0.0
    """The same for the list."""


class GithubBooks:
    """One repository in memory. Hold the world's lock while using it from several threads."""

    owner = "northwind"
    repository = "notes"
    token = "sandbox-token"

    def __init__(self, world: World) -> None:
        self._world = world
        self._ids = itertools.count(910001)
        self._numbers = itertools.count(1)
        self.bot = Account(7701, "tillside-bot")
        self.maintainer = Account(7702, "lea-maintainer")
        self.issues: dict[int, Issue] = {}
        self.labels: dict[str, Label] = {}
        self.issues_enabled = True
        self.archived = False
        self.token_may_write = True
        self.search_lag = 5.0
        """Seconds until a new issue shows up in the search, as on GitHub itself."""
        self.list_lag = 0.0
        """The same for the list of issues, which was once seen minutes behind."""
        self.requests_counted = 0
        self.address: str | None = None
        """Where the stand-in is served, once it is; makes the links of `overview`."""
        for name in ("bug", "enhancement"):
            self.add_label(name)

    @property
    def full_name(self) -> str:
        return f"{self.owner}/{self.repository}"

    # ------------------------------------------------------------------ builder
    def issue(
        self,
        title: str,
        body: str = "",
        *,
        labels: Sequence[str] = (),
        author: Account | None = None,
        at: datetime | None = None,
        is_pull_request: bool = False,
    ) -> int:
        """Opens an issue (or a pull request, which GitHub lists among the issues) and returns its number."""
        at = at or self._world.now()
        opened = Issue(
            id=next(self._ids),
            number=next(self._numbers),
            title=title,
            body=body,
            author=author or self.maintainer,
            created_at=at,
            updated_at=at,
            is_pull_request=is_pull_request,
            searchable_from=time.monotonic() + self.search_lag,
            listed_from=time.monotonic() + self.list_lag,
        )
        self.issues[opened.number] = opened
        self.set_labels(opened, labels)
        return opened.number

    def close(self, number: int, reason: str = "completed", *, at: datetime | None = None) -> None:
        """`reason` is "completed", "not_planned" or "duplicate"."""
        closed = self.issues[number]
        closed.state, closed.state_reason = "closed", reason
        closed.closed_at = at or self._world.now()
        self.touch(closed)

    def reopen(self, number: int) -> None:
        reopened = self.issues[number]
        reopened.state, reopened.state_reason, reopened.closed_at = "open", "reopened", None
        self.touch(reopened)

    def lock(self, number: int) -> None:
        self.issues[number].locked = True

    def comment(self, number: int, body: str, *, author: Account | None = None) -> IssueComment:
        said = IssueComment(next(self._ids), author or self.maintainer, body, self._world.now())
        self.issues[number].comments.append(said)
        self.touch(self.issues[number])
        return said

    def add_label(self, name: str, color: str = "ededed", description: str | None = None) -> Label:
        label = Label(next(self._ids), name, color, description)
        self.labels[name.lower()] = label
        return label

    def set_labels(self, issue: Issue, names: Sequence[str]) -> None:
        """Unknown labels come into being, as they do on GitHub; known ones keep their spelling."""
        for name in names:
            if name.lower() not in self.labels:
                self.add_label(name)
        issue.labels = list(dict.fromkeys(self.labels[name.lower()].name for name in names))

    def touch(self, issue: Issue) -> None:
        issue.updated_at = max(issue.updated_at, self._world.now())

    # ------------------------------------------------------------------ for the agent desk
    def overview(self) -> dict[str, Any]:
        issues = [self._issue_overview(i) for i in self.issues.values() if not i.is_pull_request]
        return {"repository": self.full_name, "issues": issues[::-1]}

    def _issue_overview(self, issue: Issue) -> dict[str, Any]:
        return {
            "number": issue.number,
            "title": issue.title,
            "state": issue.state,
            "state_reason": issue.state_reason,
            "labels": issue.labels,
            "body": issue.body,
            "comments": [{"author": c.author.login, "body": c.body} for c in issue.comments],
            "created_at": issue.created_at.isoformat(),
            "updated_at": issue.updated_at.isoformat(),
            "url": f"{self.address}/{self.full_name}/issues/{issue.number}" if self.address else None,
        }
