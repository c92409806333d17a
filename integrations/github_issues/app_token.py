"""How Tillside signs in to GitHub: with a token, or as an app installed on the repository."""

from __future__ import annotations

import threading

from github import GithubIntegration
from github.Auth import AppAuth, AppInstallationAuth, Auth, Token
from github.Requester import Requester, WithRequester

_PERMISSIONS = {"issues": "write"}
"""All that an installation token of ours may do, whatever else the app was granted."""


def github_auth(
    repository: str, *, token: str | None = None, app_id: str | None = None, private_key: str | None = None
) -> Auth:
    """The sign-in for one repository, from either a token or an app's id and PEM key."""
    if token and not (app_id or private_key):
        return Token(token)
    if app_id and private_key and not token:
        return RepositoryInstallation(repository, AppAuth(app_id, private_key))
    raise ValueError("GitHub needs either a token, or the id and the private key of an app.")


class RepositoryInstallation(Auth, WithRequester["RepositoryInstallation"]):
    """Signs in as the app's installation on the repository; finds it at the first use.

    The token lives for an hour and PyGithub renews it.
    """

    def __init__(self, repository: str, app: AppAuth) -> None:
        super().__init__()
        self._owner, _, self._name = repository.partition("/")
        self._app = app
        self._lock = threading.Lock()
        self._installation: AppInstallationAuth | None = None

    def __repr__(self) -> str:
        return f"RepositoryInstallation({self._owner}/{self._name}, app {self._app.app_id})"

    def withRequester(self, requester: Requester) -> RepositoryInstallation:
        super().withRequester(requester)
        return self

    @property
    def token_type(self) -> str:
        return "token"

    @property
    def token(self) -> str:
        with self._lock:
            if self._installation is None:
                self._installation = self._find_installation()
            return self._installation.token

    def _find_installation(self) -> AppInstallationAuth:
        as_app = self.requester.withAuth(self._app)
        found = GithubIntegration(**as_app.kwargs).get_repo_installation(self._owner, self._name)
        return self._app.get_installation_auth(found.id, _PERMISSIONS, self.requester)

    @property
    def _masked_token(self) -> str:
        return "token (installation token removed)"
