"""The one way to Stripe: the SDK's client, set up so that nothing leaks, hangs or retries unseen."""

from __future__ import annotations

import logging
import random
from collections.abc import Mapping
from http.cookiejar import DefaultCookiePolicy
from typing import Any

import requests
import stripe
from requests.adapters import HTTPAdapter
from urllib3 import BaseHTTPResponse
from urllib3.util import Retry

from integrations.stripe_billing.codes import nonsense, unknown_outcome, vendor_error, write_error

CONNECTIONS = 40
"""Kept open to Stripe; at least as many as a reader has workers, or each round would open some anew."""

_CONNECT_SECONDS, _READ_SECONDS = 3.05, 10.0

Json = Mapping[str, Any]


class _WaitForTurn(Retry):
    """Waits out a 429, which the SDK never repeats; only for reads, and never longer than a ticket can wait."""

    SHORTEST, LONGEST = 0.3, 2.0

    def get_retry_after(self, response: BaseHTTPResponse) -> float | None:
        asked = super().get_retry_after(response)
        return None if asked is None else min(asked, self.LONGEST)

    def get_backoff_time(self) -> float:
        # urllib3 repeats the first time at once, which a limiter answers with the next 429; and a round's
        # calls are refused together, so they must not come back together.
        return max(self.SHORTEST, super().get_backoff_time()) * random.uniform(1, 1.5)  # noqa: S311


def stripe_client(key: str, *, address: str | None = None) -> stripe.StripeClient:
    """A client for this key; `address` is where Stripe's API is, unless it is Stripe itself."""
    _keep_quiet()
    return stripe.StripeClient(
        key,
        stripe_version=stripe.api_version,
        # Explicit: a client left to its default does not retry at all.
        max_network_retries=1,
        http_client=stripe.RequestsClient(timeout=(_CONNECT_SECONDS, _READ_SECONDS), session=_session()),
        base_addresses={"api": address.rstrip("/")} if address else {},
    )


def get(client: stripe.StripeClient, path: str, params: Mapping[str, Any], *, what: str) -> Json:
    """One GET as plain JSON. Raises only errors of `integrations.errors`, which say that `what` was wanted.

    The SDK's objects stay out on purpose: they carry the key, and pickling one writes it down.
    """
    try:
        answer = client.raw_request("get", path, **params).data
    except (stripe.StripeError, AttributeError, KeyError, TypeError, ValueError) as caught:
        # The four others are what the SDK trips over when an error's body is not shaped like Stripe's.
        failure = vendor_error(caught, what)
    else:
        if isinstance(answer, dict):
            return answer
        failure = nonsense(what)
    # Outside the `except`: the SDK's error holds the answer's body and must not travel on as `__context__`.
    raise failure


def send(
    client: stripe.StripeClient,
    verb: str,
    path: str,
    params: Mapping[str, Any],
    *,
    key: str | None,
    what: str,
) -> tuple[Json, str | None]:
    """One change, tried once; its answer as plain JSON, and Stripe's id of the request.

    Repeating is the caller's business: between two tries somebody has to look what the first one did.
    """
    options = {"max_network_retries": 0, **({"idempotency_key": key} if key else {})}
    try:
        answer = client.raw_request(verb, path, **params, **options)
        data, request_id = answer.data, answer.request_id
    except (stripe.StripeError, AttributeError, KeyError, TypeError, ValueError) as caught:
        failure = write_error(caught, what)
    else:
        if isinstance(data, dict):
            return data, request_id
        failure = unknown_outcome(what)
    raise failure


def _session() -> requests.Session:
    """One session for all threads: sessions per thread leak connections when threads end."""
    session = requests.Session()
    # Nothing may change the shared session, so it takes no cookies.
    session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
    waiting = _WaitForTurn(
        total=3,
        connect=0,
        read=0,
        redirect=0,
        other=0,
        status=3,
        status_forcelist={429},
        allowed_methods={"GET"},
        backoff_factor=0.3,
        raise_on_status=False,
    )
    adapter = HTTPAdapter(pool_connections=4, pool_maxsize=CONNECTIONS, max_retries=waiting)
    session.mount("https://", adapter)
    session.mount("http://", adapter)
    return session


def _keep_quiet() -> None:
    # Telemetry writes a file into the home directory, and crashes every call where there is none.
    stripe.enable_telemetry = False
    # Both print whole addresses below these levels, and ours have the customer's e-mail in the query.
    logging.getLogger("stripe").setLevel(logging.WARNING)
    logging.getLogger("urllib3.connectionpool").setLevel(logging.INFO)
