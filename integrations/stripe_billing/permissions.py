"""What Tillside's two Stripe keys must and must not be allowed, found out by calls that change nothing.

Every call names an object that cannot exist, or lists one thing. Stripe checks the permission first: 403
names what is missing, "no such object" means the call was allowed. Names of permissions are Stripe's own
where they are publicly known; for the others the 403 tells it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

import stripe

from integrations.probes import Probed, seconds_ahead
from integrations.stripe_billing.codes import missing_permission, vendor_error

KEY_PAGE = "https://dashboard.stripe.com/apikeys/create"


@dataclass(frozen=True, slots=True)
class Permission:
    """One right of a restricted key, why Tillside wants it, and the calls that find out whether it is there."""

    name: str
    """Short and stable, part of a check's id."""
    slug: str
    what: str
    """What the key may then do, after "read" or "change"."""
    without_it: str
    calls: tuple[tuple[str, str, Mapping[str, Any]], ...] = field(repr=False)
    in_link: bool = True
    """False where Stripe's name is a guess: an unknown name could spoil the prefilled page."""


def _get(path: str, **params: Any) -> tuple[str, str, Mapping[str, Any]]:
    return "get", f"/v1/{path}", params


def _post(path: str, **params: Any) -> tuple[str, str, Mapping[str, Any]]:
    return "post", f"/v1/{path}", params


_CUSTOMER, _SUBSCRIPTION, _INVOICE = "cus_tillside_doctor", "sub_tillside_doctor", "in_tillside_doctor"
_CHARGE, _INTENT, _SESSION = "ch_tillside_doctor", "pi_tillside_doctor", "cs_test_tillside_doctor"

READS: tuple[Permission, ...] = (
    Permission(
        "customers", "rak_customer_read", "customers and their balance", "nobody is found",
        (_get(f"customers/{_CUSTOMER}"), _get(f"customers/{_CUSTOMER}/balance_transactions")),
    ),
    Permission(
        "subscriptions", "rak_subscription_read", "subscriptions",
        "duplicates, cancellations and renewals go unseen", (_get("subscriptions", customer=_CUSTOMER),),
    ),
    Permission(
        "invoices", "rak_invoice_read", "invoices, their payments and pending items",
        "nobody can say what a charge was for",
        (
            _get("invoices", customer=_CUSTOMER),
            _get("invoiceitems", customer=_CUSTOMER),
            _get("invoice_payments", invoice=_INVOICE),
        ),
    ),
    Permission(
        "charges", "rak_charge_read", "charges and refunds", "payments and refunds go unseen",
        (_get("charges", customer=_CUSTOMER), _get("refunds", charge=_CHARGE)),
    ),
    Permission(
        "payment_intents", "rak_payment_intent_read", "payment attempts",
        "why a payment failed cannot be said", (_get(f"payment_intents/{_INTENT}"),),
    ),
    Permission(
        "payment_methods", "rak_payment_method_read", "payment methods (brand, last four digits, expiry)",
        "expired cards and the same card on two customers go unseen",
        (_get(f"customers/{_CUSTOMER}/payment_methods"),),
    ),
    Permission(
        "checkout_sessions", "rak_checkout_session_read", "checkout sessions",
        "incomplete checkouts go unseen", (_get(f"checkout/sessions/{_SESSION}"),),
    ),
    Permission(
        "credit_notes", "rak_credit_note_read", "credit notes",
        "money already given back could be given back again", (_get("credit_notes", customer=_CUSTOMER),),
    ),
    Permission(
        "disputes", "rak_dispute_read", "disputes",
        "every refund stays blocked, because a chargeback may be open", (_get("disputes", charge=_CHARGE),),
    ),
    Permission(
        "products", "rak_product_read", "products", "plans are shown without their names",
        (_get("products", limit=1),),
    ),
    Permission(
        "account", "rak_accounts_kyc_basic_read", "our own account (country, name on statements)",
        "the name customers see on their statement cannot be said", (_get("account"),), in_link=False,
    ),
    Permission(
        "portal", "rak_customer_portal_read", "the customer portal's configuration",
        "links into the portal cannot be checked against what it lets customers do",
        (_get("billing_portal/configurations", limit=1),), in_link=False,
    ),
    Permission(
        "events", "rak_event_read", "events", "changes missed while Tillside was down are found later",
        (_get("events", limit=1),), in_link=False,
    ),
    Permission(
        "fraud_warnings", "rak_radar_read", "early fraud warnings",
        "every refund stays blocked, because a fraud warning may be open",
        (_get("radar/early_fraud_warnings", charge=_CHARGE),), in_link=False,
    ),
    Permission(
        "entitlements", "rak_entitlements_read", "entitlements",
        "what a customer may use cannot be compared with what they pay",
        (_get("entitlements/active_entitlements", customer=_CUSTOMER),), in_link=False,
    ),
)  # fmt: skip

WRITES: tuple[Permission, ...] = (
    Permission(
        "refunds", "rak_charge_write", "refunds", "no refund can be made",
        (_post("refunds", charge=_CHARGE),),
    ),
    Permission(
        "credit_notes", "rak_credit_note_write", "credit notes", "no invoice can be credited",
        (_post("credit_notes", invoice=_INVOICE, amount=1),),
    ),
    Permission(
        "subscriptions", "rak_subscription_write", "subscriptions",
        "no subscription can be ended, resumed or changed", (_post(f"subscriptions/{_SUBSCRIPTION}"),),
    ),
    Permission(
        "invoices", "rak_invoice_write", "invoices", "no invoice can be voided, sent or retried",
        (_post(f"invoices/{_INVOICE}/void"),),
    ),
    Permission(
        "customers", "rak_customer_write", "customer balances", "no credit can be given",
        (_post(f"customers/{_CUSTOMER}"),),
    ),
    Permission(
        "portal", "rak_customer_portal_write", "portal sessions", "no signed-in link into the portal can be made",
        (_post("billing_portal/sessions", customer=_CUSTOMER),),
    ),
)  # fmt: skip


def key_page(name: str, permissions: Sequence[Permission]) -> str:
    """Stripe's page for a new restricted key, with name and permissions filled in."""
    asked = [("name", name), *(("permissions[]", p.slug) for p in permissions if p.in_link)]
    return f"{KEY_PAGE}?{urlencode(asked, safe='[]')}"


def probe(client: stripe.StripeClient, permissions: Sequence[Permission]) -> tuple[Probed, ...]:
    """One result per permission, in their order; the first call that is not allowed decides."""
    with ThreadPoolExecutor(8, thread_name_prefix="probe") as pool:
        return tuple(pool.map(lambda permission: _probed(client, permission), permissions))


def our_lead(client: stripe.StripeClient, now: Callable[[], datetime]) -> float | None:
    """Seconds our clock is ahead of Stripe's; the answer's status does not matter."""
    try:
        headers: Any = client.raw_request("get", "/v1/account").headers
    except stripe.StripeError as caught:
        headers = caught.headers
    sent = {str(name).lower(): str(value) for name, value in dict(headers or {}).items()}
    return seconds_ahead(sent.get("date"), now())


def _probed(client: stripe.StripeClient, permission: Permission) -> Probed:
    for verb, path, params in permission.calls:
        try:
            # A key of its own: under one used before, Stripe would repeat what it said then.
            once = {"idempotency_key": f"doctor-{uuid4()}"} if verb == "post" else {}
            client.raw_request(verb, path, **params, **once)
        except stripe.PermissionError as caught:
            named = missing_permission(caught)
            return Probed(permission.slug, False, vendor_error(caught, permission.what).sentence, named)
        except (stripe.InvalidRequestError, stripe.CardError):
            continue  # let in, and then told that there is no such object
        except (stripe.StripeError, AttributeError, KeyError, TypeError, ValueError) as caught:
            return Probed(permission.slug, None, vendor_error(caught, permission.what).sentence)
    return Probed(permission.slug, True)
