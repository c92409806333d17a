"""Signs requests in as an OAuth client of the Zendesk account (client credentials), and renews the token in time."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import requests
from requests.auth import AuthBase

from integrations.errors import VendorError, VendorRefused, VendorUnavailable
from integrations.zendesk_support.session import VENDOR, account_origin, request_id, retry_after

DEFAULT_SCOPE = "read tickets:write"
"""Zendesk's search has no narrower scope than `read`."""

_ASSUMED_LIFETIME = 3600.0
_RENEW_AT = 0.8
_NEXT_TRY = 30.0


@dataclass(frozen=True)
class _Token:
    value: str = field(repr=False)
    renew_at: float
    expires_at: float


class ClientCredentials(AuthBase):
    """One token for all threads. It is renewed at 80 % of its life, and once when Zendesk refuses it."""

    def __init__(
        self,
        subdomain: str,
        client_id: str,
        client_secret: str,
        scope: str = DEFAULT_SCOPE,
        *,
        base_url: str | None = None,
        timeout: tuple[float, float] = (3.05, 10),
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._url = f"{(base_url or account_origin(subdomain)).rstrip('/')}/oauth/tokens"
        self._trust_env = base_url is None
        self._client_id, self._client_secret, self._scope = client_id, client_secret, scope
        self._timeout, self._clock = timeout, clock
        self._lock = threading.Lock()
        self._token: _Token | None = None

    def __repr__(self) -> str:
        return f"ClientCredentials(client_id={self._client_id!r})"

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self._usable_token()}"
        request.hooks["response"].append(self._repeat_with_new_token)
        return request

    def _usable_token(self) -> str:
        token = self._token
        if token is not None and self._clock() < token.renew_at:
            return token.value
        with self._lock:
            token = self._token
            if token is not None and self._clock() < token.renew_at:
                return token.value  # another thread renewed it while this one waited
            try:
                return self._renew().value
            except VendorError:
                if token is None or self._clock() >= token.expires_at:
                    raise
                # the token still holds for the rest of its life: try to renew a little later
                self._token = _Token(token.value, self._clock() + _NEXT_TRY, token.expires_at)
                return token.value

    def _repeat_with_new_token(self, response: requests.Response, **sending: Any) -> requests.Response:
        """A 401 did nothing, so that the same request may be sent again, whatever its method."""
        if response.status_code != 401 or "invalid_token" not in response.text:
            return response
        refused = response.request.headers["Authorization"].removeprefix("Bearer ")
        with self._lock:
            token = self._token
            if token is None or token.value == refused:
                token = self._renew()
        response.close()
        again = response.request.copy()
        again.headers["Authorization"] = f"Bearer {token.value}"
        answer: requests.Response = response.connection.send(again, **sending)
        answer.history.append(response)
        answer.request = again
        return answer

    def _renew(self) -> _Token:
        """Fetches a token. The caller holds the lock."""
        asked_at = self._clock()
        answer = self._ask()
        lifetime = answer.get("expires_in")
        if not isinstance(lifetime, int | float) or lifetime <= 0:
            lifetime = _ASSUMED_LIFETIME
        token = _Token(answer["access_token"], asked_at + _RENEW_AT * lifetime, asked_at + lifetime)
        self._token = token
        return token

    def _ask(self) -> dict[str, Any]:
        form = {
            "grant_type": "client_credentials",
            "client_id": self._client_id,
            "client_secret": self._client_secret,
            "scope": self._scope,
        }
        try:
            with requests.Session() as session:
                session.trust_env = self._trust_env
                response = session.post(self._url, json=form, timeout=self._timeout, allow_redirects=False)
        except requests.RequestException as error:
            raise VendorUnavailable(VENDOR, "Zendesk's sign-in cannot be reached.") from error
        asked, status = request_id(response), response.status_code
        if status in {400, 401, 403, 404}:
            raise VendorRefused(
                VENDOR,
                "Zendesk refuses Tillside's OAuth client: check its id, its secret and its scopes "
                f"({self._scope}), and that it is a confidential client.",
                request_id=asked,
            )
        try:
            answer = response.json()
        except ValueError:
            answer = None
        if status != 200 or not isinstance(answer, dict) or not isinstance(answer.get("access_token"), str):
            raise VendorUnavailable(
                VENDOR,
                "Zendesk's sign-in does not work at the moment.",
                request_id=asked,
                retry_after=retry_after(response),
            )
        return answer
