"""Invoices collected over the wire: paid, sent, voided, and left alone."""

from __future__ import annotations

from datetime import timedelta

from integrations.sandbox.stripe_books import StripeBooks
from integrations.sandbox.stripe_contract import Call, Json
from integrations.sandbox.stripe_endpoints import (
    StripeRefusal,
    invalid,
    merged_metadata,
    only,
    resource_missing,
    told_as,
    wanted,
)
from integrations.sandbox.stripe_payments import DECLINES
from integrations.sandbox.stripe_store import timestamp

FIRST_ATTEMPT_AFTER = timedelta(hours=1)

_UNPAID = ("past_due", "unpaid", "incomplete")
"""What a subscription is because of an invoice; paying its last one makes it active again."""


# ------------------------------------------------------------------ update, send, void
def update_invoice(books: StripeBooks, call: Call) -> Json:
    only(call, "auto_advance", "metadata")
    invoice = wanted(books, call.ids["invoice"], "invoice")
    with told_as(books, "invoice.updated", invoice):
        if "metadata" in call.params:
            books.change(invoice, metadata=merged_metadata(invoice["metadata"], call.params["metadata"]))
        if "auto_advance" in call.params:
            _set_collection(books, invoice, call.params["auto_advance"])
    return books.shown(invoice, call.params.get("expand", ()))


def _set_collection(books: StripeBooks, invoice: Json, goes_on: bool) -> None:
    if invoice["status"] not in ("draft", "open"):
        raise invalid("Finalized invoices can't be updated in this way", param="auto_advance")
    attempt = None
    if goes_on and invoice["collection_method"] == "charge_automatically":
        soon = timestamp(books.world.now() + FIRST_ATTEMPT_AFTER)
        attempt = invoice["next_payment_attempt"] or soon
    books.change(invoice, auto_advance=goes_on, next_payment_attempt=attempt)


def send_invoice(books: StripeBooks, call: Call) -> Json:
    only(call)
    invoice = wanted(books, call.ids["invoice"], "invoice", param="invoice")
    if invoice["collection_method"] != "send_invoice":
        raise StripeRefusal(
            400, "You can only manually send an invoice if its collection method is 'send_invoice'."
        )
    if invoice["status"] != "open":
        raise StripeRefusal(
            400,
            "This invoice cannot be sent right now. Please contact us via https://support.stripe.com/contact with "
            "details, so we can help.",
        )
    books.event("invoice.sent", invoice, at=books.world.now())
    return books.shown(invoice, call.params.get("expand", ()))


def void_invoice(books: StripeBooks, call: Call) -> Json:
    only(call)
    invoice = wanted(books, call.ids["invoice"], "invoice")
    if invoice["status"] == "paid":
        raise StripeRefusal(400, "Invoices with `paid` payments cannot be voided.")
    intent = books.intent_of(invoice)
    if intent and intent["status"] == "processing":
        raise StripeRefusal(400, "Invoices with `processing` payments cannot be voided.")
    if invoice["status"] != "open":
        raise StripeRefusal(400, "You can only pass in open invoices. This invoice isn't open.")
    now = books.world.now()
    with told_as(books, "invoice.updated", invoice):
        books.void_invoice(invoice, at=now)
    books.event("invoice.voided", invoice, at=now)
    _give_credit_back(books, invoice)
    subscription = books.subscription_of(invoice)
    if subscription and subscription["status"] == "incomplete":
        with told_as(books, "customer.subscription.updated", subscription):
            books.change(subscription, status="incomplete_expired", ended_at=timestamp(now))
    return books.shown(invoice, call.params.get("expand", ()))


def _give_credit_back(books: StripeBooks, invoice: Json) -> None:
    """Balance that the invoice had used is the customer's again."""
    used = invoice["starting_balance"] - (invoice["ending_balance"] or 0)
    if used < 0:
        books.balance(
            invoice["customer"],
            used,
            at=books.world.now(),
            currency=invoice["currency"],
            kind="unapplied_from_invoice",
            invoice=invoice,
        )


# ------------------------------------------------------------------ pay
def pay_invoice(books: StripeBooks, call: Call) -> Json:
    only(call, "forgive", "off_session", "paid_out_of_band", "payment_method")
    invoice = wanted(books, call.ids["invoice"], "invoice")
    if invoice["status"] == "paid":
        raise StripeRefusal(400, "Invoice is already paid")
    if invoice["status"] == "void":
        raise StripeRefusal(400, "You can only pass in open invoices. This invoice isn't open.")
    if call.params.get("paid_out_of_band"):
        with told_as(books, "invoice.updated", invoice):
            books.pay_invoice(invoice, at=books.world.now(), off_stripe=True)
        _paid(books, invoice)
        return books.shown(invoice, call.params.get("expand", ()))
    method = _method_for(books, invoice, call.params.get("payment_method"))
    if method is None:
        raise StripeRefusal(
            400,
            "There is no `default_payment_method` set on this Customer or Invoice. Please create an attached "
            "PaymentMethod and set it as the default, or provide one.",
            code="resource_missing",
        )
    collect(books, invoice, method)
    return books.shown(invoice, call.params.get("expand", ()))


def _method_for(books: StripeBooks, invoice: Json, given: str | None = None) -> Json | None:
    """What an invoice would be charged to: the one given, the subscription's own, the customer's default."""
    if given is not None:
        return owned_method(books, given, invoice["customer"], "payment_method")
    subscription = books.subscription_of(invoice)
    own = subscription["default_payment_method"] if subscription else None
    customer = books.get(invoice["customer"])
    default = own or customer["invoice_settings"]["default_payment_method"]
    return books.find(default) if default else None


def owned_method(books: StripeBooks, method_id: str, customer: str, param: str) -> Json:
    """A payment method of this customer, or Stripe's refusal."""
    method = books.find(method_id, "payment_method")
    if method is None:
        raise resource_missing("payment_method", method_id, param=param)
    if method["customer"] != customer:
        raise invalid(
            f"The customer does not have a payment method with the ID {method_id}. The payment method must be "
            "attached to the customer.",
            param=param,
        )
    return method


def collect(books: StripeBooks, invoice: Json, method: Json | None = None) -> None:
    """One attempt to collect an open invoice; a decline is a refusal whose traces stay."""
    if invoice["status"] == "paid":
        return
    method = method or _method_for(books, invoice)
    if method is None:
        return
    now = books.world.now()
    if decline_code := _declines(books, method):
        raise _declined(books, invoice, method, decline_code)
    with told_as(books, "invoice.updated", invoice):
        if method["type"] == "card":
            books.pay_invoice(invoice, at=now, card=method)
        else:
            books.debit_on_its_way(invoice, at=now, card=method)
    if invoice["status"] == "paid":
        charge = books.charge_of(invoice)
        if charge:
            books.event("charge.succeeded", charge, at=now)
        _paid(books, invoice)


def _declines(books: StripeBooks, method: Json) -> str | None:
    if code := books.declining.get(method["id"]):
        return code
    card = method.get("card")
    now = books.world.now()
    if card and (card["exp_year"], card["exp_month"]) < (now.year, now.month):
        return "expired_card"
    return None


def _declined(books: StripeBooks, invoice: Json, method: Json, decline_code: str) -> StripeRefusal:
    now = books.world.now()
    decline = DECLINES[decline_code]
    with told_as(books, "invoice.updated", invoice):
        if decline_code == "authentication_required":
            books.ask_for_confirmation(invoice, at=now, card=method)
        else:
            scheduled = invoice["next_payment_attempt"]
            books.fail_payment(invoice, at=now, decline_code=decline_code, card=method, retries_go_on=False)
            # An attempt by hand is one more: the schedule goes on as it was.
            books.change(invoice, next_payment_attempt=scheduled)
    books.event("invoice.payment_failed", invoice, at=now)
    intent = books.intent_of(invoice)
    assert intent is not None
    if decline_code == "authentication_required":
        return StripeRefusal(
            402,
            "This invoice requires additional user action before it can be paid. The customer has to "
            "authenticate the payment.",
            code="invoice_payment_intent_requires_action",
            kind="card_error",
            acted=True,
            decline_code=decline_code,
            payment_intent=books.shown(intent),
        )
    charge = books.get(intent["latest_charge"])
    books.event("charge.failed", charge, at=now)
    details: Json = {"advice_code": decline.advice, "network_decline_code": decline.network_code}
    return StripeRefusal(
        402,
        decline.message,
        code=decline.code,
        kind="card_error",
        acted=True,
        charge=charge["id"],
        decline_code=decline_code,
        payment_intent=books.shown(intent),
        payment_method=books.shown(method),
        **{name: value for name, value in details.items() if value},
    )


def _paid(books: StripeBooks, invoice: Json) -> None:
    now = books.world.now()
    for kind in ("invoice.paid", "invoice.payment_succeeded"):
        books.event(kind, invoice, at=now)
    subscription = books.subscription_of(invoice)
    if subscription and subscription["status"] in _UNPAID and subscription["latest_invoice"] == invoice["id"]:
        with told_as(books, "customer.subscription.updated", subscription):
            books.change(subscription, status="active")
    customer = books.get(invoice["customer"])
    still_open = [
        i
        for i in books.all("invoice", customer=customer["id"], status="open")
        if i["attempt_count"] and i["collection_method"] == "charge_automatically"
    ]
    if customer["delinquent"] and not still_open:
        with told_as(books, "customer.updated", customer):
            books.change(customer, delinquent=False)
