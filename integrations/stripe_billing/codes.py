"""What Stripe's errors mean for us, as tables: the code decides first, then the kind of the SDK's error.

The vendor's own message is searched for a permission name and never repeated: it may hold the masked
key, an e-mail or an id.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import requests
import stripe

from integrations.errors import KeptFailure, NotFound, VendorError, VendorRefused, VendorUnavailable

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
        permission = missing_permission(caught)
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


# ------------------------------------------------------------------ changes
_NOTHING_DONE = "Nothing was changed."

REFUSED_CHANGES: dict[str, str] = {
    "charge_already_refunded": "The charge has been refunded already.",
    "charge_disputed": "The customer's bank disputes this payment; while it does, Stripe refunds nothing.",
    "refund_disputed_payment": "The customer's bank disputes this payment; while it does, Stripe refunds nothing.",
    "charge_not_refundable": "Stripe cannot refund this payment.",
    "insufficient_funds": "The Stripe balance does not hold enough for this refund; top it up first.",
    "amount_too_large": "The amount is more than what is left.",
    "amount_too_small": "The amount is less than what Stripe handles.",
    "resource_missing": "Stripe has no such object any more, or our key may not see it.",
    "invoice_upcoming_none": "There will be no further invoice.",
    "invoice_not_editable": "The invoice can no longer be changed.",
    "invoice_already_paid": "The invoice is paid already.",
    "livemode_mismatch": "The key and the object belong to different modes of Stripe (test and live).",
    "secret_key_required": "Stripe wants a secret or restricted key; ours is a publishable one.",
    "subscription_canceled": "The subscription has ended already.",
    "billing_invalid_mandate": "The customer's bank no longer lets us debit this account.",
}
"""Sentences for a change Stripe refused. What is not here is refused in general words, never in Stripe's own."""


def write_error(caught: Exception, what: str) -> VendorError:
    """Our error for a change ("the refund") that did not go through, or of which nobody knows."""
    if not isinstance(caught, stripe.StripeError):
        return unknown_outcome(what)
    request_id = caught.request_id if _REQUEST_ID.fullmatch(caught.request_id or "") else None
    status, code = caught.http_status or 0, caught.code or ""
    if status == 429 or code in {"rate_limit", "lock_timeout", "idempotency_key_in_use"} or status == 409:
        sentence = f"Stripe is busy; {what} is tried again in a moment."
        return VendorUnavailable(VENDOR, sentence, request_id=request_id, retry_after=_retry_after(caught))
    if not 400 <= status < 500:
        # Also no status at all: the answer was lost on its way, or never came.
        replayed = (caught.headers or {}).get("idempotent-replayed", "") == "true"
        return unknown_outcome(what, request_id=request_id, kept=replayed and status >= 500)
    if isinstance(caught, stripe.AuthenticationError):
        return KeyRejected(
            VENDOR, f"Stripe does not accept our write key. {_NOTHING_DONE}", request_id=request_id
        )
    if isinstance(caught, stripe.PermissionError):
        permission = missing_permission(caught)
        add = f"Add the permission {permission} to it" if permission else "Give it the permission"
        sentence = f"Our write key (STRIPE_WRITE_KEY) may not do this. {add} at Stripe. {_NOTHING_DONE}"
        return VendorRefused(VENDOR, sentence, request_id=request_id, permission=permission)
    if isinstance(caught, stripe.CardError):
        why = _PLAIN_CODE.fullmatch(_decline(caught) or code)
        said = f" ({why[0].replace('_', ' ')})" if why else ""
        sentence = f"The customer's bank declined the payment{said}. Nothing was taken. They can pay on the invoice's page with another card."
        return VendorRefused(VENDOR, sentence, request_id=request_id)
    told = REFUSED_CHANGES.get(code) or f"Stripe refused {what}{_in_brackets(code)}."
    kind = NotFound if code in {"resource_missing", "invoice_upcoming_none"} else VendorRefused
    return kind(VENDOR, f"{told} {_NOTHING_DONE}", request_id=request_id)


def unknown_outcome(what: str, *, request_id: str | None = None, kept: bool = False) -> VendorUnavailable:
    kind = KeptFailure if kept else VendorUnavailable
    return kind(
        VENDOR,
        f"Stripe did not say whether {what} went through; we look before anything is tried again.",
        request_id=request_id,
    )


_PLAIN_CODE = re.compile(r"[a-z][a-z0-9_]{1,60}")


def _in_brackets(code: str) -> str:
    return f" ({code})" if _PLAIN_CODE.fullmatch(code) else ""


def _decline(caught: stripe.CardError) -> str | None:
    body = caught.json_body
    error = body.get("error") if isinstance(body, dict) else None
    found = error.get("decline_code") if isinstance(error, dict) else None
    return found if isinstance(found, str) else None


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


def missing_permission(caught: stripe.StripeError) -> str | None:
    """The permission (or permissions) Stripe's sentence says is missing."""
    named = dict.fromkeys(_PERMISSION.findall(caught.user_message or ""))
    return ", ".join(named) or None


def _retry_after(caught: stripe.StripeError) -> float | None:
    asked = (caught.headers or {}).get("retry-after", "")
    return float(asked) if re.fullmatch(r"\d{1,6}(\.\d+)?", asked) else None
