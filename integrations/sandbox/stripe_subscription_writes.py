"""Subscriptions changed over the wire."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

from integrations.sandbox.stripe_books import ENDED, StripeBooks
from integrations.sandbox.stripe_collecting import collect, owned_method
from integrations.sandbox.stripe_contract import Call, Json
from integrations.sandbox.stripe_endpoints import (
    StripeRefusal,
    invalid,
    merged_metadata,
    not_served,
    only,
    resource_missing,
    told_as,
    wanted,
)
from integrations.sandbox.stripe_store import timestamp
from integrations.sandbox.stripe_subscribing import ItemChange

_STILL_CHANGEABLE = frozenset({"metadata", "cancellation_details", "expand"})
"""What may be changed of a subscription that has ended."""

_ENDINGS = ("cancel_at_period_end", "cancel_at")


# ------------------------------------------------------------------ update
def update_subscription(books: StripeBooks, call: Call) -> Json:
    only(
        call,
        "cancel_at",
        "cancel_at_period_end",
        "cancellation_details",
        "default_payment_method",
        "description",
        "discounts",
        "items",
        "metadata",
        "off_session",
        "pause_collection",
        "payment_behavior",
        "proration_behavior",
        "proration_date",
    )
    subscription = wanted(books, call.ids["subscription_exposed_id"], "subscription")
    _refuse_what_has_ended(subscription, call.params)
    with told_as(books, "customer.subscription.updated", subscription):
        apply_settings(books, subscription, call.params)
        if "items" in call.params:
            invoice = apply_items(books, subscription, call.params)
            if invoice:
                _bill_at_once(books, subscription, invoice, call.params.get("payment_behavior"))
    return books.shown(subscription, call.params.get("expand", ()))


def _refuse_what_has_ended(subscription: Json, params: Json) -> None:
    if subscription["status"] in ENDED and params.keys() - _STILL_CHANGEABLE:
        raise StripeRefusal(
            400,
            "A canceled subscription can only update its cancellation_details and metadata.",
            code="invalid_canceled_subscription_fields",
        )


def apply_items(books: StripeBooks, subscription: Json, params: Json) -> Json | None:
    """New prices and quantities; the invoice that is made for them at once, if one is."""
    changes = [
        _item_change(books, subscription, given, f"items[{number}]")
        for number, given in enumerate(params["items"])
    ]
    deleted = [c.item["id"] for c in changes if c.item and c.deleted]
    if len(deleted) == len(subscription["items"]["data"]) and all(c.item for c in changes):
        raise StripeRefusal(400, "A subscription must have at least one active plan.", param="items")
    return books.change_items(
        subscription,
        changes,
        books.world.now(),
        behavior=params.get("proration_behavior", "create_prorations"),
        prorated_at=proration_moment(subscription, params.get("proration_date")),
    )


def _item_change(books: StripeBooks, subscription: Json, given: Json, where: str) -> ItemChange:
    if unknown := sorted(given.keys() - {"id", "price", "plan", "quantity", "deleted"}):
        raise not_served(f"{', '.join(unknown)} in {where}")
    item = None
    if "id" in given:
        items = subscription["items"]["data"]
        item = next((i for i in items if i["id"] == given["id"]), None)
        if item is None:
            raise resource_missing("subscription_item", given["id"], param=f"{where}[id]", status=400)
    price_id = given.get("price") or given.get("plan")
    if price_id is None and item is None:
        raise invalid(
            f"Missing required param: {where}[price].", code="parameter_missing", param=f"{where}[price]"
        )
    price = books.find(price_id or (item or {})["price"]["id"], "price")
    if price is None:
        raise resource_missing("price", str(price_id), param=f"{where}[price]", status=400)
    if not price["recurring"] or price["currency"] != subscription["currency"]:
        raise invalid(
            f"The price `{price['id']}` does not fit this subscription: it must be recurring and in {subscription['currency']}.",
            param=f"{where}[price]",
        )
    metered = price["recurring"]["usage_type"] == "metered"
    if metered and "quantity" in given:
        raise invalid("You cannot set a quantity for a metered plan.", param=f"{where}[quantity]")
    quantity = given.get("quantity")
    if quantity is not None and quantity < 0:
        raise invalid(
            "Invalid non-negative integer", code="parameter_invalid_integer", param=f"{where}[quantity]"
        )
    if quantity is None:
        # Stripe's trap: another price without a quantity is a quantity of one.
        same_price = item is not None and item["price"]["id"] == price["id"]
        quantity = item["quantity"] if item and same_price else 1
    return ItemChange(item, price, quantity or 0, deleted=given.get("deleted", False))


def proration_moment(subscription: Json, given: int | None) -> datetime | None:
    """The time prorations are counted from, where the request names one: it must be in the running period."""
    if given is None:
        return None
    items = subscription["items"]["data"]
    if not all(i["current_period_start"] <= given <= i["current_period_end"] for i in items):
        raise invalid(
            "Cannot specify proration date outside of current subscription period.", param="proration_date"
        )
    return datetime.fromtimestamp(given, UTC)


def _bill_at_once(
    books: StripeBooks, subscription: Json, invoice: Json, payment_behavior: str | None
) -> None:
    """Collects an invoice that a change made. A decline leaves the change and the debt, unless the request
    wants both or nothing."""
    behavior = payment_behavior or "allow_incomplete"
    if behavior not in ("allow_incomplete", "error_if_incomplete"):
        raise not_served(f"payment_behavior {behavior}")
    tell_of_new(books, invoice)
    if invoice["status"] == "paid" or subscription["collection_method"] != "charge_automatically":
        return
    try:
        collect(books, invoice)
    except StripeRefusal as declined:
        if behavior == "error_if_incomplete":
            declined.acted = False
            raise
        books.change(subscription, status="past_due")


def tell_of_new(books: StripeBooks, invoice: Json) -> None:
    for kind in ("invoice.created", "invoice.finalized"):
        books.event(kind, invoice, at=books.world.now())
    if invoice["status"] == "paid":
        books.event("invoice.paid", invoice, at=books.world.now())


def apply_settings(books: StripeBooks, subscription: Json, params: Json) -> None:
    """Everything but items and prorations."""
    if "metadata" in params:
        books.change(subscription, metadata=merged_metadata(subscription["metadata"], params["metadata"]))
    if "description" in params:
        books.change(subscription, description=params["description"] or None)
    if method := params.get("default_payment_method"):
        owned_method(books, method, subscription["customer"], "default_payment_method")
        books.change(subscription, default_payment_method=method)
    if "pause_collection" in params:
        pause = params["pause_collection"]
        books.change(
            subscription,
            pause_collection={"resumes_at": None, **pause} if pause else None,
        )
    if "discounts" in params:
        _set_discounts(books, subscription, params["discounts"])
    if "cancellation_details" in params:
        _explain(books, subscription, params["cancellation_details"])
    if any(name in params for name in _ENDINGS):
        _set_ending(books, subscription, params)


def _set_ending(books: StripeBooks, subscription: Json, params: Json) -> None:
    """When it ends: at the end of the period, at a time, or, where it was to end, not after all."""
    if all(name in params for name in _ENDINGS):
        raise invalid(
            "You may only specify one of these parameters: cancel_at, cancel_at_period_end.",
            code="parameters_exclusive",
        )
    if subscription["schedule"]:
        raise StripeRefusal(
            400,
            f"The subscription is managed by the subscription schedule `{subscription['schedule']}`, and updating "
            "any cancelation behavior directly is not allowed. Please update the schedule instead.",
        )
    now, details = timestamp(books.world.now()), subscription["cancellation_details"]
    at_period_end = params.get("cancel_at_period_end", False)
    ends = timestamp(books.period_end(subscription)) if at_period_end else params.get("cancel_at") or None
    if isinstance(ends, str):
        ends = _period_edge(subscription, ends)
    if ends is not None and ends <= now:
        raise invalid("cancel_at must be a timestamp in the future.", param="cancel_at")
    books.change(
        subscription,
        cancel_at_period_end=at_period_end,
        cancel_at=ends,
        canceled_at=(subscription["canceled_at"] or now) if ends else None,
        cancellation_details={**details, "reason": "cancellation_requested" if ends else None},
    )


def _period_edge(subscription: Json, name: str) -> int:
    ends = [item["current_period_end"] for item in subscription["items"]["data"]]
    return int(min(ends) if name == "min_period_end" else max(ends))


def _explain(books: StripeBooks, subscription: Json, given: Json) -> None:
    details = dict(subscription["cancellation_details"])
    for name, value in given.items():
        details[name] = value or None
    books.change(subscription, cancellation_details=details)


def _set_discounts(books: StripeBooks, subscription: Json, given: Any) -> None:
    """A list replaces what there was; an empty one changes nothing, an empty string takes all away."""
    if given == []:
        return
    kept: list[str] = []
    for number, entry in enumerate(given or ()):
        if coupon := entry.get("coupon"):
            if books.find(coupon, "coupon") is None:
                raise resource_missing("coupon", coupon, param=f"discounts[{number}][coupon]", status=400)
            books.give_discount(subscription, coupon, at=books.world.now())
            kept.append(subscription["discounts"][-1])
        elif entry.get("discount") in subscription["discounts"]:
            kept.append(entry["discount"])
        else:
            raise invalid("No such discount on this subscription.", param=f"discounts[{number}]")
    books.change(subscription, discounts=kept)


# ------------------------------------------------------------------ the end
def cancel_subscription(books: StripeBooks, call: Call) -> Json:
    only(call, "cancellation_details", "invoice_now", "prorate")
    subscription = wanted(books, call.ids["subscription_exposed_id"], "subscription")
    if subscription["status"] in ENDED:
        # Stripe does not say "canceled already": to this endpoint it is not there any more.
        raise resource_missing("subscription", subscription["id"])
    now = books.world.now()
    invoice = end_now(
        books,
        subscription,
        prorate=call.params.get("prorate", False),
        invoice_now=call.params.get("invoice_now", False),
        moment=now,
    )
    details = call.params.get("cancellation_details", {})
    books.cancel(
        subscription, now, feedback=details.get("feedback") or None, comment=details.get("comment") or None
    )
    if invoice:
        tell_of_new(books, invoice)
        if subscription["collection_method"] == "charge_automatically":
            # A decline does not keep the subscription alive: the invoice stays open.
            with suppress(StripeRefusal):
                collect(books, invoice)
    _stop_collecting(books, subscription["customer"])
    books.event("customer.subscription.deleted", subscription, at=now)
    return books.shown(subscription, call.params.get("expand", ()))


def end_now(
    books: StripeBooks, subscription: Json, *, prorate: bool, invoice_now: bool, moment: datetime
) -> Json | None:
    """What becomes of the unused time and of what waits to be billed; the final invoice, if there is one."""
    now = books.world.now()
    if prorate and subscription["status"] != "trialing":
        for item in subscription["items"]["data"]:
            books.credit_unused(subscription, item, now, timestamp(moment))
    if invoice_now:
        return books.final_invoice(subscription, now)
    if not prorate:
        # As the pinned version's documentation has it; older ones said the opposite.
        books.forget_prorations(subscription)
    return None


def _stop_collecting(books: StripeBooks, customer: str) -> None:
    """Cancelling one subscription stops the collection of all finalized invoices of the customer, those of
    other subscriptions included: whoever cancels a duplicate has to repair the survivor's."""
    for invoice in books.all("invoice", customer=customer, status="open"):
        with told_as(books, "invoice.updated", invoice):
            books.change(invoice, auto_advance=False, next_payment_attempt=None)


# ------------------------------------------------------------------ going on after a pause
def resume_subscription(books: StripeBooks, call: Call) -> Json:
    only(call, "billing_cycle_anchor", "proration_behavior", "proration_date")
    subscription = wanted(books, call.ids["subscription"], "subscription")
    if subscription["status"] != "paused":
        raise StripeRefusal(
            400,
            f"You can only resume subscriptions that are paused. This subscription is {subscription['status']}.",
        )
    if subscription["collection_method"] != "charge_automatically":
        raise StripeRefusal(
            400, "Only subscriptions with collection_method=charge_automatically can be resumed."
        )
    if call.params.get("billing_cycle_anchor", {"type": "now"})["type"] != "now":
        raise not_served("billing_cycle_anchor unchanged in resuming")
    now = books.world.now()
    invoice = books.start_period(subscription, now)
    tell_of_new(books, invoice)
    try:
        collect(books, invoice)
    except StripeRefusal:
        books.change(subscription, status="paused")
    else:
        if invoice["status"] == "paid":
            books.change(subscription, status="active", status_details=None)
            books.event("customer.subscription.resumed", subscription, at=now)
    return books.shown(subscription, call.params.get("expand", ()))
