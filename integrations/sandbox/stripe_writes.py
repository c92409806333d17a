"""What the sandbox's Stripe lets a key change: one line per endpoint, with the permission it needs."""

from __future__ import annotations

from integrations.sandbox.stripe_collecting import pay_invoice, send_invoice, update_invoice, void_invoice
from integrations.sandbox.stripe_customer_writes import (
    create_portal_session,
    expire_checkout,
    update_customer,
)
from integrations.sandbox.stripe_endpoints import Endpoint
from integrations.sandbox.stripe_money_back import (
    create_balance_transaction,
    create_credit_note,
    create_refund,
    preview_credit_note,
)
from integrations.sandbox.stripe_previews import create_preview
from integrations.sandbox.stripe_subscription_writes import (
    cancel_subscription,
    resume_subscription,
    update_subscription,
)
from integrations.sandbox.stripe_webhook_endpoints import create_webhook_endpoint, update_webhook_endpoint

_SUBSCRIPTION = "/v1/subscriptions/{subscription_exposed_id}"

WRITES: dict[tuple[str, str], Endpoint] = {
    ("post", "/v1/refunds"): Endpoint("rak_charge_write", create_refund, or_permission="rak_refund_write"),
    ("post", "/v1/credit_notes"): Endpoint("rak_credit_note_write", create_credit_note),
    ("get", "/v1/credit_notes/preview"): Endpoint("rak_credit_note_read", preview_credit_note),
    ("post", "/v1/customers/{customer}/balance_transactions"): Endpoint("rak_customer_write", create_balance_transaction),
    ("post", "/v1/customers/{customer}"): Endpoint("rak_customer_write", update_customer),
    ("post", "/v1/billing_portal/sessions"): Endpoint("rak_customer_portal_write", create_portal_session),
    ("post", "/v1/checkout/sessions/{session}/expire"): Endpoint("rak_checkout_session_write", expire_checkout),
    ("post", _SUBSCRIPTION): Endpoint("rak_subscription_write", update_subscription),
    ("delete", _SUBSCRIPTION): Endpoint("rak_subscription_write", cancel_subscription),
    ("post", "/v1/subscriptions/{subscription}/resume"): Endpoint("rak_subscription_write", resume_subscription),
    ("post", "/v1/invoices/{invoice}"): Endpoint("rak_invoice_write", update_invoice),
    ("post", "/v1/invoices/{invoice}/pay"): Endpoint("rak_invoice_write", pay_invoice),
    ("post", "/v1/invoices/{invoice}/send"): Endpoint("rak_invoice_write", send_invoice),
    ("post", "/v1/invoices/{invoice}/void"): Endpoint("rak_invoice_write", void_invoice),
    ("post", "/v1/webhook_endpoints"): Endpoint("rak_webhook_write", create_webhook_endpoint),
    ("post", "/v1/webhook_endpoints/{webhook_endpoint}"): Endpoint("rak_webhook_write", update_webhook_endpoint),
    # A preview changes nothing; which permission Stripe wants for it is not known, so the stronger one.
    ("post", "/v1/invoices/create_preview"): Endpoint("rak_invoice_write", create_preview, changes=False),
}  # fmt: skip
