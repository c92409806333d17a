"""Stripe's usual ways to fail, ready made: `world.faults.add(answer_lost("/v1/refunds"))`.

`path` is searched for in the request's path as a regular expression, `times` None means for ever.
"""

from __future__ import annotations

import json

from integrations.sandbox.faults import Fault
from integrations.sandbox.stripe_endpoints import error_of


def answer_lost(path: str, *, method: str = "POST", times: int | None = 1, after: float = 0.0) -> Fault:
    """Stripe acts, then the connection closes (after so many seconds) without a byte of an answer."""
    return Fault("stripe", method, path, after=True, drop=True, delay=after, times=times)


def never_arrived(path: str, *, method: str = "POST", times: int | None = 1) -> Fault:
    """The connection closes before Stripe acts."""
    return Fault("stripe", method, path, drop=True, times=times)


def too_slow(path: str, seconds: float, *, method: str = "POST", times: int | None = 1) -> Fault:
    """Stripe acts at once and answers so late that the client has given up."""
    return Fault("stripe", method, path, after=True, delay=seconds, times=times)


def late(path: str, seconds: float, *, method: str = "POST", times: int | None = 1) -> Fault:
    """Stripe takes so long to begin: meanwhile the idempotency key is in use (409 for others)."""
    return Fault("stripe", method, path, delay=seconds, times=times)


def broken(
    path: str, *, acts: bool, saved: bool = True, method: str = "POST", times: int | None = 1
) -> Fault:
    """A 500, before or after Stripe acted; `saved` under the idempotency key, as Stripe does."""
    body = json.dumps({"error": error_of("An unknown error occurred", kind="api_error")})
    return Fault("stripe", method, path, status=500, body=body, after=acts, saved=saved, times=times)


def over_limit(
    path: str, times: int | None, *, method: str = "POST", retry_after: int | None = None
) -> Fault:
    """429 so many times. Never kept under a key, never acted on."""
    body = json.dumps({"error": error_of("Too many requests", code="rate_limit")})
    headers = {} if retry_after is None else {"Retry-After": str(retry_after)}
    return Fault("stripe", method, path, status=429, body=body, headers=headers, times=times)


def refusing(
    path: str,
    status: int,
    message: str,
    *,
    code: str | None = None,
    kind: str = "invalid_request_error",
    method: str = "POST",
    times: int | None = 1,
) -> Fault:
    """Any refusal of Stripe's, without acting."""
    body = json.dumps({"error": error_of(message, code=code, kind=kind)})
    return Fault("stripe", method, path, status=status, body=body, times=times)
