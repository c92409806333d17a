"""The HTTP session with one Zendesk account: no other host, bounded patience, errors as sentences.

Errors are made here, before zenpy sees an answer: zenpy waits for rate limits without bound, loses the
request id, and falls over answers that are not the JSON it expects.
"""

from __future__ import annotations

import re
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from requests.auth import AuthBase
from urllib3.exceptions import MaxRetryError
from urllib3.util import Retry

from integrations.errors import NotFound, VendorError, VendorRefused, VendorUnavailable

if TYPE_CHECKING:
    from typing import Self

VENDOR = "zendesk"

LONGEST_WAIT = 5.0
"""Seconds a caller is made to wait for one `Retry-After`; a longer one is handed to the caller."""

_SCOPES = (
    # path of the request, scope for reading, scope for writing, what a 404 means
    (r"/tickets\b", "tickets:read", "tickets:write", "This ticket does not exist in Zendesk any more"),
    (r"/users\b", "users:read", "users:write", "This person does not exist in Zendesk any more"),
    (r"/apps\b", "apps:read", "apps:write", "Zendesk knows no app with this id"),
    (r"/webhooks\b", "webhooks:read", "webhooks:write", "This webhook does not exist in Zendesk any more"),
    (r"/triggers\b", "triggers:read", "triggers:write", "This trigger does not exist in Zendesk any more"),
    (r"", "read", "write", "Zendesk does not know what was asked for"),
)


def account_origin(subdomain: str) -> str:
    """`https://{subdomain}.zendesk.com`; refuses anything that would lead to another host."""
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", subdomain):
        raise ValueError("A Zendesk subdomain has only lower-case letters, digits and hyphens.")
    return f"https://{subdomain}.zendesk.com"


class AccountSession(requests.Session):
    """Sends to one account only, so that the access token cannot leave with a link out of an answer.

    With a `base_url` (the sandbox) requests for the account are sent there instead.
    """

    authorized = True
    """Tells zenpy that this session signs in by itself."""

    def __init__(
        self, subdomain: str, auth: AuthBase, *, base_url: str | None, timeout: tuple[float, float]
    ) -> None:
        super().__init__()
        origin = account_origin(subdomain)
        self.auth = auth
        self.headers["User-Agent"] = "Tillside"
        self._timeout = timeout
        self.adapters.clear()
        if base_url is None:
            self.mount(f"{origin}/", HTTPAdapter(max_retries=_patience()))
        else:
            base_url = base_url.rstrip("/")
            self.trust_env = False  # a proxy from the environment has no business with the sandbox
            self.mount(f"{origin}/", _Detour(origin, base_url))
            # the links to next pages that the sandbox puts into its answers name itself
            self.mount(f"{base_url}/", HTTPAdapter(max_retries=_patience()))

    def request(self, method: str | bytes, url: str | bytes, *args: Any, **kwargs: Any) -> requests.Response:
        kwargs.setdefault("timeout", self._timeout)
        kwargs["allow_redirects"] = False
        name = method.decode() if isinstance(method, bytes) else method
        try:
            response = super().request(method, url, *args, **kwargs)
        except requests.RequestException as error:
            raise _unreachable(error, name) from error
        if not 200 <= response.status_code < 300:
            raise _failure(response, name)
        has_no_json = response.status_code == 204 or urlsplit(response.url).path.endswith(".pem")
        if not has_no_json and not _holds_json_object(response):
            raise VendorUnavailable(
                VENDOR,
                "Zendesk answered something that is not its API's format." + _aftermath(name),
                request_id=request_id(response),
            )
        return response


class _Detour(HTTPAdapter):
    """Sends what is meant for the account to another address, and lets the answer look as if it came from the account.

    zenpy compares the answer's URL with the account's, and its own override is process-wide.
    """

    def __init__(self, origin: str, base_url: str) -> None:
        super().__init__(max_retries=_patience())
        self._origin, self._base_url = origin, base_url

    def send(self, request: requests.PreparedRequest, *args: Any, **kwargs: Any) -> requests.Response:
        redirected = request.copy()
        redirected.url = (request.url or "").replace(self._origin, self._base_url, 1)
        response = super().send(redirected, *args, **kwargs)
        response.request, response.url = request, request.url or ""
        return response


class _GetsOnly(Retry):
    """Repeats reads, never writes, and never sleeps longer than `LONGEST_WAIT` for one answer."""

    def increment(self, *args: Any, **kwargs: Any) -> Self:
        response = kwargs.get("response")
        if response is not None and (self.get_retry_after(response) or 0) > LONGEST_WAIT:
            # urllib3 then hands the answer out as it is (raise_on_status is False)
            raise MaxRetryError(kwargs["_pool"], "", None)
        return super().increment(*args, **kwargs)


def _patience() -> Retry:
    # other=0: urllib3 files a broken TLS connection under "other" and would repeat even a PUT after it
    return _GetsOnly(
        total=2,
        other=0,
        redirect=0,
        allowed_methods={"GET"},
        status_forcelist={429, 502, 503, 504},
        backoff_factor=0.2,
        raise_on_status=False,
    )


# ------------------------------------------------------------------ errors
def request_id(response: requests.Response) -> str | None:
    return response.headers.get("X-Request-Id")


def retry_after(response: requests.Response) -> float | None:
    """Seconds to wait before the next try, whichever way the header says it."""
    told = response.headers.get("Retry-After", "").strip()
    if told.isdigit():
        return float(told)
    try:
        then, now = parsedate_to_datetime(told), parsedate_to_datetime(response.headers["Date"])
    except (KeyError, TypeError, ValueError):
        return None
    return max(0.0, (then - now).total_seconds())


def _unreachable(error: requests.RequestException, method: str) -> VendorUnavailable:
    if isinstance(error, requests.Timeout):
        return VendorUnavailable(VENDOR, "Zendesk did not answer in time." + _aftermath(method))
    if isinstance(error, requests.exceptions.InvalidSchema):
        return VendorUnavailable(VENDOR, "Zendesk's answer led away from its account; it was not followed.")
    return VendorUnavailable(VENDOR, "Zendesk cannot be reached." + _aftermath(method))


def _aftermath(method: str) -> str:
    return "" if method.upper() == "GET" else " Whether the change was made is not known."


def _failure(response: requests.Response, method: str) -> VendorError:
    status, asked = response.status_code, request_id(response)
    reading, writing, absent = next(
        entry[1:] for entry in _SCOPES if re.search(entry[0], urlsplit(response.url).path)
    )
    scope = reading if method.upper() == "GET" else writing
    if status == 401:
        return VendorRefused(
            VENDOR,
            "Zendesk does not accept Tillside's sign-in: check that its OAuth client is active, "
            f"and that its scopes include {scope}.",
            request_id=asked,
            permission=scope,
        )
    if status == 403:
        return VendorRefused(
            VENDOR,
            f"Zendesk does not permit this to Tillside: add the scope {scope} to its OAuth client, "
            "or give the agent it acts as access.",
            request_id=asked,
            permission=scope,
        )
    if status in {404, 410}:
        return NotFound(VENDOR, f"{absent}, or Tillside may not see it.", request_id=asked)
    if status == 429:
        return VendorUnavailable(
            VENDOR,
            "Zendesk's request limit is reached; try again in a moment.",
            request_id=asked,
            retry_after=retry_after(response),
        )
    if status == 409:
        return VendorUnavailable(
            VENDOR, "Somebody changed this in Zendesk at the same moment; try again.", request_id=asked
        )
    if status >= 500 or status in {408, 425}:
        return VendorUnavailable(
            VENDOR,
            "Zendesk has a problem at the moment." + _aftermath(method),
            request_id=asked,
            retry_after=retry_after(response),
        )
    if 300 <= status < 400:
        return VendorRefused(
            VENDOR,
            "Zendesk redirects this account to another address; check the subdomain in the settings.",
            request_id=asked,
        )
    if method.upper() != "GET":
        return VendorRefused(
            VENDOR, "Zendesk did not accept the change; a closed ticket cannot be changed.", request_id=asked
        )
    return VendorRefused(VENDOR, f"Zendesk did not accept the request (status {status}).", request_id=asked)


def _holds_json_object(response: requests.Response) -> bool:
    try:
        return isinstance(response.json(), dict)
    except ValueError:
        return False
