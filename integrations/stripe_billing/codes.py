"""What Stripe's errors mean for us, as tables: the code decides first, then the kind of the SDK's error.

The vendor's own message is searched for a permission name and never repeated: it may hold the masked
key, an e-mail or an id.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import requests
import stripe

from integrations.errors import NotFound, VendorError, VendorRefused, VendorUnavailable

VENDOR = "stripe"

_PERMISSION = re.compile(r"\brak_[a-z0-9_]+\b")
_REQUEST_ID = re.compile(r"[\w-]{1,80}")


class KeyRejected(VendorRefused):
    """Stripe does not accept the key at all, so every other call fails the same way."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """One row: which of our errors, and its sentence; `{what}` is what we wanted, in plain words."""

    error: type[VendorError]
    sentence: str


_KEY_REJECTED = Meaning(KeyRejected, "Stripe does not accept our key: it is wrong, expired or was revoked")
_FORBIDDEN = Meaning(VendorRefused, "Stripe does not let our key read {what}")
_MISSING = Meaning(NotFound, "Stripe has no such {what}, or our key may not see it")
_OVER_LIMIT = Meaning(
    VendorUnavailable, "Stripe is over its request limit; {what} could not be read just now"
)
_BUSY = Meaning(VendorUnavailable, "Stripe was busy with another change; {what} could not be read just now")
_UNREACHABLE = Meaning(VendorUnavailable, "Stripe cannot be reached; {what} could not be read")
_TOO_SLOW = Meaning(VendorUnavailable, "Stripe did not answer in time; {what} could not be read")
_TROUBLE = Meaning(VendorUnavailable, "Stripe has trouble answering; {what} could not be read just now")
_NONSENSE = Meaning(
    VendorUnavailable, "Stripe answered with something that is not data; {what} could not be read"
)
_REFUSED = Meaning(VendorRefused, "Stripe refused the request for {what}")

BY_CODE: dict[str, Meaning] = {
    "api_key_expired": _KEY_REJECTED,
    "platform_api_key_expired": _KEY_REJECTED,
    "secret_key_required": Meaning(
        KeyRejected, "Stripe wants a secret or restricted key; ours is a publishable one"
    ),
    "testmode_charges_only": Meaning(VendorRefused, "This Stripe account is not activated for live payments"),
    "livemode_mismatch": Meaning(
        VendorRefused, "The key and the {what} belong to different modes of Stripe (test and live)"
    ),
    "resource_missing": _MISSING,
    "rate_limit": _OVER_LIMIT,
    "lock_timeout": _BUSY,
}

BY_KIND: tuple[tuple[type[stripe.StripeError], Meaning], ...] = (
    (stripe.AuthenticationError, _KEY_REJECTED),
    (stripe.PermissionError, _FORBIDDEN),
    (stripe.RateLimitError, _OVER_LIMIT),
    (stripe.APIConnectionError, _UNREACHABLE),
    (stripe.IdempotencyError, _REFUSED),
    (stripe.CardError, _REFUSED),
    (stripe.InvalidRequestError, _REFUSED),
    (stripe.APIError, _TROUBLE),
)


def vendor_error(caught: Exception, what: str) -> VendorError:
    """Our error for whatever the SDK raised while we wanted `what` ("disputes", "the portal configuration")."""
    if not isinstance(caught, stripe.StripeError):
        return nonsense(what)
    meaning = _meaning(caught)
    sentence = meaning.sentence.format(what=what)
    request_id = caught.request_id if _REQUEST_ID.fullmatch(caught.request_id or "") else None
    if issubclass(meaning.error, VendorUnavailable):
        return meaning.error(VENDOR, sentence, request_id=request_id, retry_after=_retry_after(caught))
    if meaning is _FORBIDDEN:
        permission = _permission(caught)
        return VendorRefused(
            VENDOR, forbidden(what, permission), request_id=request_id, permission=permission
        )
    return meaning.error(VENDOR, sentence, request_id=request_id)


def forbidden(what: str, permission: str | None) -> str:
    """The sentence that sends someone to the key's page with the right box to tick."""
    sentence = _FORBIDDEN.sentence.format(what=what)
    if permission is None:
        return sentence
    missing = (
        f"permissions {permission} are missing"
        if ", " in permission
        else f"permission {permission} is missing"
    )
    return f"{sentence} ({missing})"


def too_slow(what: str) -> VendorUnavailable:
    return VendorUnavailable(VENDOR, _TOO_SLOW.sentence.format(what=what))


def nonsense(what: str) -> VendorUnavailable:
    return VendorUnavailable(VENDOR, _NONSENSE.sentence.format(what=what))


def _meaning(caught: stripe.StripeError) -> Meaning:
    if meaning := BY_CODE.get(caught.code or ""):
        return meaning
    if isinstance(caught.__cause__, requests.exceptions.Timeout):
        return _TOO_SLOW
    # A page of HTML under status 200 reaches us as an APIError too, but is not Stripe in trouble:
    # mostly a proxy in between.
    if isinstance(caught, stripe.APIError) and (caught.http_status or 500) < 500:
        return _NONSENSE
    return next((meaning for kind, meaning in BY_KIND if isinstance(caught, kind)), _TROUBLE)


def _permission(caught: stripe.StripeError) -> str | None:
    """The permission (or permissions) Stripe's sentence says is missing."""
    named = dict.fromkeys(_PERMISSION.findall(caught.user_message or ""))
    return ", ".join(named) or None


def _retry_after(caught: stripe.StripeError) -> float | None:
    asked = (caught.headers or {}).get("retry-after", "")
    return float(asked) if re.fullmatch(r"\d{1,6}(\.\d+)?", asked) else None
