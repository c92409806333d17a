"""Every error of Stripe becomes one of ours, as a sentence without secrets."""

from __future__ import annotations

import pytest
import requests
import stripe

from integrations.errors import NotFound, VendorError, VendorRefused, VendorUnavailable
from integrations.stripe_billing.codes import BY_CODE, BY_KIND, KeyRejected, vendor_error

LEAK = "Invalid API Key provided: rk_live_***abcd for pat@example.org"
HEADERS = {"request-id": "req_123"}


def after(error: stripe.StripeError, cause: Exception) -> stripe.StripeError:
    error.__cause__ = cause
    return error


CASES: tuple[tuple[Exception, type[VendorError], str], ...] = (
    (stripe.AuthenticationError(LEAK, http_status=401), KeyRejected, "does not accept our key"),
    (stripe.AuthenticationError(LEAK, http_status=401, code="api_key_expired"), KeyRejected, "expired"),
    (stripe.PermissionError(LEAK, http_status=403), VendorRefused, "does not let our key read disputes"),
    (stripe.RateLimitError(LEAK, http_status=429), VendorUnavailable, "request limit"),
    (stripe.APIConnectionError(LEAK), VendorUnavailable, "cannot be reached"),
    (after(stripe.APIConnectionError(LEAK), requests.ReadTimeout()), VendorUnavailable, "in time"),
    (stripe.APIError(LEAK, http_status=503), VendorUnavailable, "trouble"),
    (stripe.APIError(LEAK, http_body="<html>", http_status=200), VendorUnavailable, "not data"),
    (
        stripe.InvalidRequestError(LEAK, "id", code="resource_missing", http_status=404),
        NotFound,
        "no such disputes",
    ),
    (stripe.InvalidRequestError(LEAK, "limit", http_status=400), VendorRefused, "refused"),
    (stripe.InvalidRequestError(LEAK, "x", code="lock_timeout"), VendorUnavailable, "busy"),
    (stripe.CardError(LEAK, "x", "card_declined"), VendorRefused, "refused"),
    (stripe.IdempotencyError(LEAK), VendorRefused, "refused"),
    (AttributeError(LEAK), VendorUnavailable, "not data"),
)


@pytest.mark.parametrize(("caught", "kind", "words"), CASES, ids=lambda case: type(case).__name__)
def test_means(caught: Exception, kind: type[VendorError], words: str) -> None:
    error = vendor_error(caught, "disputes")
    assert isinstance(error, kind)
    assert words in str(error)
    assert "rk_live" not in str(error)
    assert "@" not in str(error)


def test_the_missing_permission_is_named() -> None:
    refused = stripe.PermissionError(
        "The provided key 'rk_test_***x' does not have the required permissions. Having the "
        "'rak_dispute_read' permission would allow this request to continue.",
        http_status=403,
        headers=HEADERS,
    )
    error = vendor_error(refused, "disputes")
    assert isinstance(error, VendorRefused)
    assert error.permission == "rak_dispute_read"
    assert error.sentence == (
        "Stripe does not let our key read disputes (permission rak_dispute_read is missing)"
    )
    assert error.request_id == "req_123"


def test_several_permissions_are_all_named() -> None:
    refused = stripe.PermissionError(
        "Having the 'rak_charge_read' and 'rak_refund_read' permissions would ..."
    )
    error = vendor_error(refused, "charges")
    assert isinstance(error, VendorRefused)
    assert error.permission == "rak_charge_read, rak_refund_read"
    assert error.sentence.endswith("(permissions rak_charge_read, rak_refund_read are missing)")


def test_how_long_to_wait_is_kept() -> None:
    limited = stripe.RateLimitError(LEAK, headers={"retry-after": "7", **HEADERS})
    error = vendor_error(limited, "charges")
    assert isinstance(error, VendorUnavailable)
    assert error.retry_after == 7.0


def test_every_sentence_of_the_tables_is_one() -> None:
    meanings = [*BY_CODE.values(), *(meaning for _, meaning in BY_KIND)]
    for meaning in meanings:
        sentence = meaning.sentence.format(what="charges")
        assert sentence[0].isupper()
        assert "{" not in sentence
