"""Invoices as they would be: the change is made, the invoice read, and everything undone.

A preview therefore counts exactly as the change itself does, to the second and the cent.
"""

from __future__ import annotations

from typing import Any

from integrations.sandbox.stripe_books import ENDED, StripeBooks
from integrations.sandbox.stripe_contract import Call, Json
from integrations.sandbox.stripe_endpoints import StripeRefusal, invalid, not_served, only, wanted
from integrations.sandbox.stripe_store import page_of
from integrations.sandbox.stripe_subscription_writes import (
    apply_items,
    apply_settings,
    end_now,
    proration_moment,
)

_DETAILS = frozenset(
    {
        "cancel_at",
        "cancel_at_period_end",
        "cancel_now",
        "items",
        "proration_behavior",
        "proration_date",
        "resume_at",
    }
)
_NOT_YET: Json = {
    "attempt_count": 0,
    "attempted": False,
    "auto_advance": False,
    "effective_at": None,
    "hosted_invoice_url": None,
    "invoice_pdf": None,
    "next_payment_attempt": None,
    "number": None,
    "status": "draft",
    "status_transitions": {
        "finalized_at": None,
        "marked_uncollectible_at": None,
        "paid_at": None,
        "voided_at": None,
    },
}


def create_preview(books: StripeBooks, call: Call) -> Json:
    only(call, "customer", "discounts", "preview_mode", "subscription", "subscription_details")
    if "subscription" not in call.params:
        # True of Stripe too, whatever its documentation says about the customer alone.
        raise invalid(
            "You must provide at least one of: `subscription`, `schedule`, `subscription_details.items`, "
            "`schedule_details.phases`, `invoice_items`."
        )
    details: Json = call.params.get("subscription_details", {})
    if unknown := sorted(details.keys() - _DETAILS):
        raise not_served(f"{', '.join(unknown)} in subscription_details")
    subscription = wanted(books, call.params["subscription"], "subscription", param="subscription")
    _check_dates(details)
    if subscription["status"] in ENDED:
        raise _nothing_upcoming(subscription)
    recurring = call.params.get("preview_mode") == "recurring"
    with books.rehearsal():
        if "discounts" in call.params:
            apply_settings(books, subscription, {"discounts": call.params["discounts"]})
        invoice = (_recurring if recurring else _next)(books, subscription, details)
        if invoice is None and books.empty_previews:
            invoice = books.empty_invoice(subscription)
        if invoice is None:
            raise _nothing_upcoming(subscription)
        return _as_preview(books, invoice, call.params.get("expand", ()))


def _check_dates(details: Json) -> None:
    if "proration_date" not in details:
        return
    if details.get("proration_behavior") == "none":
        raise invalid(
            "You cannot pass `proration_date` when `proration_behavior` is 'none'.",
            param="subscription_details[proration_date]",
        )
    if not (details.get("items") or details.get("cancel_now")):
        raise invalid(
            "When `proration_date` is passed, `subscription_details.items` is required.",
            param="subscription_details[proration_date]",
        )


def _nothing_upcoming(subscription: Json) -> StripeRefusal:
    return StripeRefusal(
        404, f"No upcoming invoices for customer: {subscription['customer']}", code="invoice_upcoming_none"
    )


def _next(books: StripeBooks, subscription: Json, details: Json) -> Json | None:
    """The invoice that comes next: at once, at the end of the period, or the last one."""
    if details.get("cancel_now"):
        moment = proration_moment(subscription, details.get("proration_date"))
        return end_now(
            books,
            subscription,
            prorate=details.get("proration_behavior") != "none",
            invoice_now=True,
            moment=moment or books.world.now(),
        )
    if subscription["status"] == "paused":
        return books.start_period(subscription, books.world.now()) if "resume_at" in details else None
    endings: Json = {n: v for n, v in details.items() if n in ("cancel_at", "cancel_at_period_end")}
    if endings:
        apply_settings(books, subscription, endings)
    if "items" in details:
        at_once = apply_items(books, subscription, details)
        if at_once:
            return at_once
    end = books.period_end(subscription)
    if subscription["cancel_at"] and subscription["cancel_at"] <= end.timestamp():
        return books.final_invoice(subscription, end)
    return books.next_invoice(subscription)


def _recurring(books: StripeBooks, subscription: Json, details: Json) -> Json | None:
    """What every period costs: no prorations, nothing pending, no balance."""
    for waiting in books.all("invoiceitem", customer=subscription["customer"], invoice=None):
        books.change(waiting, invoice="in_elsewhere")
    books.change(subscription["customer"], balance=0)
    books.used.clear()
    if "items" in details:
        apply_items(books, subscription, {"items": details["items"], "proration_behavior": "none"})
    return books.next_invoice(subscription)


def _as_preview(books: StripeBooks, invoice: Json, expand: Any) -> Json:
    due = max(0, invoice["total"] + invoice["starting_balance"])
    books.change(invoice, **_NOT_YET, amount_due=due, amount_remaining=due, amount_paid=0)
    shown = books.shown(invoice, expand)
    shown["id"] = f"upcoming_{invoice['id']}"
    lines = [
        {**line, "id": line["id"].replace("il_", "il_tmp_", 1), "invoice": shown["id"]}
        for line in shown["lines"]["data"]
    ]
    shown["lines"] = page_of(
        lines, f"/v1/invoices/upcoming/lines?subscription={_of(invoice)}", more=shown["lines"]["has_more"]
    )
    return shown


def _of(invoice: Json) -> str:
    return str(invoice["parent"]["subscription_details"]["subscription"])
