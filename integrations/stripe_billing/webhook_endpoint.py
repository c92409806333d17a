"""The webhook endpoint by which Stripe tells us whose billing changed.

https://docs.stripe.com/api/webhook_endpoints
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal
from uuid import uuid4

import stripe

from integrations.stripe_billing.client import get, send

EVENTS: tuple[str, ...] = (
    "billing_portal.configuration.updated",
    "charge.dispute.closed", "charge.dispute.created", "charge.dispute.updated",
    "charge.failed", "charge.pending", "charge.refund.updated", "charge.refunded", "charge.succeeded", "charge.updated",
    "checkout.session.async_payment_failed", "checkout.session.async_payment_succeeded",
    "checkout.session.completed", "checkout.session.expired",
    "credit_note.created", "credit_note.updated", "credit_note.voided",
    "customer.created", "customer.deleted", "customer.updated",
    "customer.discount.created", "customer.discount.deleted", "customer.discount.updated",
    "customer.subscription.created", "customer.subscription.deleted", "customer.subscription.paused",
    "customer.subscription.pending_update_applied", "customer.subscription.pending_update_expired",
    "customer.subscription.resumed", "customer.subscription.updated",
    "entitlements.active_entitlement_summary.updated",
    "invoice.created", "invoice.deleted", "invoice.finalized", "invoice.finalization_failed",
    "invoice.marked_uncollectible", "invoice.overpaid", "invoice.paid", "invoice.payment_action_required",
    "invoice.payment_failed", "invoice.sent", "invoice.updated", "invoice.voided", "invoice_payment.paid",
    "invoiceitem.created", "invoiceitem.deleted",
    "payment_intent.canceled", "payment_intent.payment_failed", "payment_intent.processing",
    "payment_intent.requires_action", "payment_intent.succeeded",
    "payment_method.attached", "payment_method.automatically_updated", "payment_method.detached", "payment_method.updated",
    "radar.early_fraud_warning.created", "radar.early_fraud_warning.updated",
    "refund.created", "refund.failed", "refund.updated", "review.closed", "review.opened",
    "subscription_schedule.canceled", "subscription_schedule.completed", "subscription_schedule.created",
    "subscription_schedule.released", "subscription_schedule.updated",
)  # fmt: skip
"""What changes a picture we show; of each event only its type and whose it is are kept."""

PINNED = stripe.api_version
"""The shape of an event follows its endpoint's version, not ours: so they are the same."""

_MOST = 100


@dataclass(frozen=True, slots=True)
class EndpointState:
    """`secret` is told by Stripe once, when the endpoint is created."""

    done: Literal["created", "repaired", "kept", "other_version"]
    secret: str | None = field(default=None, repr=False)


def set_endpoint(client: stripe.StripeClient, address: str) -> EndpointState:
    """Creates the endpoint, or repairs the one with this address. Raises VendorError.

    The version of an existing endpoint cannot be changed: that one is left alone and said.
    """
    what = "the webhook endpoint"
    found = get(client, "/v1/webhook_endpoints", {"limit": _MOST}, what="webhook endpoints")
    rows = found.get("data")
    ours = [row for row in (rows if isinstance(rows, list) else []) if row.get("url") == address]
    if not ours:
        asked = {
            "url": address,
            "enabled_events": list(EVENTS),
            "api_version": PINNED,
            "description": "Tillside",
        }
        # A key of its own: under a saved one Stripe would repeat an old answer, with a secret no longer valid.
        made, _ = send(client, "post", "/v1/webhook_endpoints", asked, key=f"connect-{uuid4()}", what=what)
        return EndpointState("created", str(made.get("secret") or "") or None)
    current = next((row for row in ours if row.get("api_version") == PINNED), None)
    if current is None:
        return EndpointState("other_version")
    if current.get("status") == "enabled" and set(EVENTS) <= set(current.get("enabled_events", ())):
        return EndpointState("kept")
    path = f"/v1/webhook_endpoints/{current['id']}"
    repair = {"enabled_events": list(EVENTS), "disabled": False}
    send(client, "post", path, repair, key=f"connect-{uuid4()}", what=what)
    return EndpointState("repaired")
