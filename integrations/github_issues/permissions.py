"""What Tillside may do in its GitHub repository, found out without writing anything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from github import Github
from github.Auth import Auth
from github.Consts import DEFAULT_BASE_URL

from integrations.errors import NotFound, VendorError, VendorRefused
from integrations.github_issues.tracker import asking
from integrations.probes import Probed

NOBODY = 2_147_483_647
"""No issue has this number."""


@dataclass(frozen=True, slots=True)
class RepositoryState:
    archived: bool
    has_issues: bool
    may_label: bool | None
    """Whether whoever the token acts for may set labels; None where GitHub does not say (a GitHub App)."""


class RepositoryAccess:
    def __init__(self, repository: str, auth: Auth, *, base_url: str | None = None) -> None:
        address = (base_url or DEFAULT_BASE_URL).rstrip("/")
        github = Github(auth=auth, base_url=address, timeout=10, user_agent="Tillside", retry=None, lazy=True)
        self._requester = github.requester
        self._path = f"/repos/{repository}"

    def state(self) -> RepositoryState:
        """Raises VendorError: NotFound also where the token may not see the repository."""
        shown = self._asked("GET", self._path)
        rights = shown.get("permissions")
        may_label = any(rights.get(right) for right in ("triage", "push", "admin")) if rights else None
        return RepositoryState(bool(shown.get("archived")), bool(shown.get("has_issues")), may_label)

    def may_read_issues(self) -> Probed:
        return self._probe("issues: read", "GET")

    def may_write_issues(self) -> Probed:
        """A change of an issue that does not exist: GitHub looks at the token first."""
        return self._probe("issues: write", "PATCH")

    def _probe(self, permission: str, verb: str) -> Probed:
        try:
            self._asked(verb, f"{self._path}/issues/{NOBODY}", {} if verb == "PATCH" else None)
        except NotFound:
            return Probed(permission, True)
        except VendorRefused as refused:
            denied = False if refused.permission else None
            return Probed(permission, denied, refused.sentence, refused.permission)
        except VendorError as error:
            return Probed(permission, None, error.sentence)
        return Probed(permission, True)

    def _asked(self, verb: str, path: str, body: Mapping[str, Any] | None = None) -> Mapping[str, Any]:
        with asking(writes=verb != "GET"):
            _, answer = self._requester.requestJsonAndCheck(verb, path, input=body)
            if not isinstance(answer, dict):
                raise TypeError("not an object")
            return answer
