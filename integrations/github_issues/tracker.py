"""The issue tracker role, played by one GitHub repository through PyGithub.

PyGithub's traps are kept outside: it repeats POST by default, and fetches an object again in secret when
an attribute is asked for that the answer lacked.
"""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import requests
from github import Github
from github.Auth import Auth
from github.Consts import DEFAULT_BASE_URL
from github.GithubException import BadAttributeException, GithubException, RateLimitExceededException
from github.Issue import Issue as GithubIssue
from requests.utils import parse_header_links
from urllib3.util import Retry

from integrations.errors import NotFound, VendorError, VendorRefused, VendorUnavailable
from integrations.records import Issue

VENDOR = "github"

LABEL = "tillside"
"""Every issue is created with it. Only people with triage access can set it, so a stranger cannot plant an issue."""

_SECONDARY_LIMIT_PAUSE = 60.0
"""GitHub's own advice where it names no time."""

logging.getLogger("github").setLevel(logging.WARNING)
_log = logging.getLogger(__name__)


class GithubIssues:
    """Issues of `repository` ("owner/name"). May be used from any number of threads."""

    def __init__(
        self,
        repository: str,
        auth: Auth,
        *,
        base_url: str | None = None,
        timeout: int = 10,
        seconds_between_writes: float = 1.0,
    ) -> None:
        if not re.fullmatch(r"[a-zA-Z0-9][\w-]*/(?!\.+$)[\w.-]+", repository, re.ASCII):
            raise ValueError('A GitHub repository is written "owner/name".')
        github = Github(
            auth=auth,
            base_url=(base_url or DEFAULT_BASE_URL).rstrip("/"),
            timeout=timeout,
            user_agent="Tillside",
            retry=_reads_only(),
            seconds_between_requests=None,
            seconds_between_writes=seconds_between_writes or None,
            lazy=True,
        )
        self._github = github
        self._requester = github.requester
        self._repository = github.get_repo(repository)

    def find(self, marker: str) -> Issue | None:
        if not marker:
            raise ValueError("An empty marker would match every issue.")
        found: Issue | None = None
        with asking(writes=False):
            # PyGithub loses the query when GitHub redirects to a renamed repository: ours would be a list
            # of open issues only, and a closed one would be filed again.
            self._follow_the_repository()
            for issue in self._labelled():
                if issue.get("pull_request") is not None or marker not in (issue.get("body") or ""):
                    continue
                if found is None:
                    found = self._record(GithubIssue(self._requester, {}, dict(issue), completed=True))
                else:
                    _log.warning(
                        "GitHub issues %d and %d carry the same marker; only the first is kept current. "
                        "Remove the line <!-- tillside:gap... --> from the other",
                        found.number,
                        issue.get("number"),
                    )
        return found

    def get(self, number: int) -> Issue:
        with asking(writes=False):
            issue = self._record(self._repository.get_issue(number).complete())
            if issue.elsewhere:
                # It moved, or the whole repository has a new name
                self._follow_the_repository()
                issue = self._record(self._repository.get_issue(number).complete())
        return issue

    def create(
        self,
        title: str,
        body: str,
        labels: Sequence[str],
        *,
        assignees: Sequence[str] = (),
        milestone: int | None = None,
    ) -> Issue:
        asked: dict[str, Any] = {
            "title": title,
            "body": body,
            "labels": list(dict.fromkeys([LABEL, *labels])),
        }
        if assignees:
            asked["assignees"] = list(assignees)
        if milestone is not None:
            asked["milestone"] = milestone
        with asking(writes=True):
            _headers, data = self._requester.requestJsonAndCheck(
                "POST", f"{self._repository.url}/issues", input=asked
            )
            issue = self._record(GithubIssue(self._requester, {}, data, completed=True))
        if LABEL not in {label.lower() for label in issue.labels}:
            # GitHub drops labels in silence where the token has no triage access
            _log.warning(
                "GitHub issue %d was created without the label %r: the token needs triage access, "
                "else issues cannot be found again",
                issue.number,
                LABEL,
            )
        return issue

    def update(self, number: int, *, body: str, labels: Sequence[str]) -> Issue:
        with asking(writes=True):
            issue = self._repository.get_issue(number)
            issue.edit(body=body, labels=list(dict.fromkeys([LABEL, *labels])))
            return self._record(issue)

    def has_comment(self, number: int, marker: str) -> bool:
        with asking(writes=False):
            comments = self._pages(f"{self._repository.url}/issues/{number}/comments", {"per_page": 100})
            return any(marker in (comment.get("body") or "") for comment in comments)

    def comment(self, number: int, text: str) -> None:
        with asking(writes=True):
            self._repository.get_issue(number).create_comment(text)

    def reopen(self, number: int) -> Issue:
        with asking(writes=True):
            issue = self._repository.get_issue(number)
            issue.edit(state="open", state_reason="reopened")
            return self._record(issue)

    def _follow_the_repository(self) -> None:
        """Takes the name the repository has now; who writes next does not run into a redirect."""
        _headers, repository = self._requester.requestJsonAndCheck("GET", self._repository.url)
        name = str(repository["full_name"])
        if name != self._repository.full_name:
            _log.warning("The GitHub repository is called %s now; change GITHUB_REPOSITORY", name)
            self._repository = self._github.get_repo(name)

    def _record(self, issue: GithubIssue) -> Issue:
        home = f"/repos/{self._repository.full_name}".lower()
        there = str(issue.raw_data.get("repository_url") or home).lower()
        return _record(issue, elsewhere=not there.endswith(home))

    def _labelled(self) -> Iterator[Mapping[str, Any]]:
        """All issues and pull requests that carry our label, oldest first.

        PyGithub's own list takes an empty answer for an empty list (and we would file the issue twice),
        and asking its items whether they are pull requests fetches each of them again.
        """
        asked = {"state": "all", "labels": LABEL, "sort": "created", "direction": "asc", "per_page": 100}
        return self._pages(f"{self._repository.url}/issues", asked)

    def _pages(self, page: str | None, asked: dict[str, Any]) -> Iterator[Mapping[str, Any]]:
        while page:
            headers, rows = self._requester.requestJsonAndCheck("GET", page, asked)
            if not isinstance(rows, list):
                raise TypeError("not a list")
            yield from rows
            links = parse_header_links(headers.get("link", ""))
            page = next((link["url"] for link in links if link.get("rel") == "next"), None)
            asked = {}  # the link has them all


def _reads_only() -> Retry:
    # rate limits are not waited for: whoever files issues comes back later
    # other=0: urllib3 files a broken TLS connection under "other" and would repeat even a POST after it
    return Retry(
        total=2,
        other=0,
        redirect=0,
        allowed_methods={"GET"},
        status_forcelist={502, 503, 504},
        backoff_factor=0.2,
        respect_retry_after_header=False,
        raise_on_status=False,
    )


def _record(issue: GithubIssue, *, elsewhere: bool) -> Issue:
    return Issue(
        number=int(issue.number),
        url=issue.html_url,
        title=issue.title,
        body=issue.body or "",
        state=issue.state,
        labels=tuple(label.name for label in issue.labels),
        state_reason=issue.state_reason,
        closed_at=issue.closed_at,
        locked=bool(issue.locked),
        elsewhere=elsewhere,
    )


# ------------------------------------------------------------------ errors
@contextmanager
def asking(*, writes: bool) -> Iterator[None]:
    """Turns everything that can go wrong into the errors of `integrations.errors`."""
    aftermath = " Whether the change was made is not known." if writes else ""
    try:
        yield
    except GithubException as error:
        raise _failure(error, writes=writes, aftermath=aftermath) from error
    except requests.Timeout as error:
        raise VendorUnavailable(VENDOR, "GitHub did not answer in time." + aftermath) from error
    except requests.RequestException as error:
        raise VendorUnavailable(VENDOR, "GitHub cannot be reached." + aftermath) from error
    except (
        # what PyGithub makes of answers that are not what it expects, and of redirects to elsewhere
        BadAttributeException,
        AssertionError,
        AttributeError,
        KeyError,
        RuntimeError,
        TypeError,
        ValueError,
    ) as error:
        raise VendorUnavailable(
            VENDOR, "GitHub answered something that Tillside does not understand." + aftermath
        ) from error


def _failure(error: GithubException, *, writes: bool, aftermath: str) -> VendorError:
    headers = error.headers or {}
    data = error.data if isinstance(error.data, Mapping) else {}
    said = str(data.get("message") or "").lower()
    asked, status = headers.get("x-github-request-id"), error.status
    permission = f"issues: {'write' if writes else 'read'}"

    if status == 429 or (
        status == 403 and (isinstance(error, RateLimitExceededException) or "retry-after" in headers)
    ):
        return VendorUnavailable(
            VENDOR,
            "GitHub's request limit is reached; try again later.",
            request_id=asked,
            retry_after=_retry_after(headers),
        )
    if status >= 500:
        return VendorUnavailable(VENDOR, "GitHub has a problem at the moment." + aftermath, request_id=asked)
    if status == 410 and "disabled" in said:
        return VendorRefused(
            VENDOR, "Issues are switched off in this GitHub repository; switch them on.", request_id=asked
        )
    if status in {404, 410}:
        return NotFound(
            VENDOR,
            "This GitHub repository or issue does not exist any more, or Tillside's token may not see it.",
            request_id=asked,
        )
    if status == 401:
        return VendorRefused(
            VENDOR, "GitHub does not accept Tillside's token; it may have expired.", request_id=asked
        )
    if status == 403 and "archived" in said:
        return VendorRefused(
            VENDOR, "This GitHub repository is archived and cannot be changed.", request_id=asked
        )
    if status == 403 and "locked" in said:
        return VendorRefused(VENDOR, "The conversation of this GitHub issue is locked.", request_id=asked)
    if status == 403:
        return VendorRefused(
            VENDOR,
            f'GitHub does not permit this: give Tillside\'s token the permission "{permission}" '
            "for the repository.",
            request_id=asked,
            permission=permission,
        )
    if status == 422:
        return VendorRefused(VENDOR, f"GitHub did not accept the issue{_complaints(data)}.", request_id=asked)
    return VendorRefused(VENDOR, f"GitHub did not accept the request (status {status}).", request_id=asked)


def _retry_after(headers: Mapping[str, str]) -> float:
    if (told := headers.get("retry-after", "")).isdigit():
        return float(told)
    reset = headers.get("x-ratelimit-reset", "")
    if headers.get("x-ratelimit-remaining") == "0" and reset.isdigit():
        return max(1.0, float(reset) - time.time())
    return _SECONDARY_LIMIT_PAUSE


def _complaints(data: Mapping[str, Any]) -> str:
    """Which fields GitHub complains about: names and codes only, never the values."""
    errors = data.get("errors")
    found = [
        f"{error.get('field')} {error.get('code')}"
        for error in (errors if isinstance(errors, list) else [])
        if isinstance(error, Mapping)
    ]
    named = [one for one in found if re.fullmatch(r"[a-z_]+ [a-z_]+", one)]
    return f" ({', '.join(named)})" if named else ""
