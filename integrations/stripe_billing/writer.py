"""Changes Stripe, one deed per permit. Only the wiring may import this file (an import contract).

Every deed has three answers here: how it is done, how it is recognised when it was done already, and what
Stripe says beforehand will come of it. Looking and asking go through the key that only reads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from functools import singledispatchmethod
from typing import Any

import stripe

from integrations.deeds import (
    AddCredit,
    CollectInvoice,
    CreditInvoice,
    Deed,
    Done,
    EndNow,
    EndWithPeriod,
    Estimate,
    OpenPortal,
    PayInvoice,
    Permit,
    RefundCharge,
    ResumeSubscription,
    SetSeats,
    VoidInvoice,
)
from integrations.errors import NotFound, VendorRefused, VendorUnavailable
from integrations.money import Money
from integrations.stripe_billing import translate
from integrations.stripe_billing.client import Json, get, send
from integrations.stripe_billing.codes import VENDOR, nonsense

MARK = "tillside"
"""The metadata key that holds the marker of the step that made or changed an object."""

_PAGE = 100
_MOST_PAGES = 20


class StripeWriter:
    """`roles.BillingWriter` on Stripe."""

    def __init__(
        self, writing: stripe.StripeClient, reading: stripe.StripeClient, *, now: Callable[[], datetime]
    ) -> None:
        self._writing = writing
        self._reading = reading
        self._now = now

    # ---------------------------------------------------------------- roles.BillingWriter
    def perform(self, permit: Permit) -> Done:
        if self._now() >= permit.good_until:
            raise VendorRefused(VENDOR, "The confirmation is too old. Nothing was changed.")
        if not permit.covers_its_deed:
            raise VendorRefused(VENDOR, "The permit does not cover this amount. Nothing was changed.")
        return self._do(permit.deed, permit)

    def find(self, deed: Deed, marker: str) -> Done | None:
        return self._found(deed, marker)

    def estimate(self, deed: Deed) -> Estimate:
        return self._estimated(deed)

    # ---------------------------------------------------------------- per deed
    @singledispatchmethod
    def _do(self, deed: Any, _permit: Permit) -> Done:
        raise TypeError(f"no way to do {type(deed).__name__}")

    @singledispatchmethod
    def _found(self, deed: Any, _marker: str) -> Done | None:
        raise TypeError(f"no way to look for {type(deed).__name__}")

    @singledispatchmethod
    def _estimated(self, _deed: Any) -> Estimate:
        return Estimate()

    # ---------------------------------------------------------------- refund
    @_do.register
    def _refund(self, deed: RefundCharge, permit: Permit) -> Done:
        params = {"charge": deed.charge, "amount": deed.amount.amount, "reason": deed.reason}
        return self._post("/v1/refunds", {**params, **_marked(permit)}, permit.key, "the refund")

    @_found.register
    def _find_refund(self, deed: RefundCharge, marker: str) -> Done | None:
        return self._in_list("/v1/refunds", {"charge": deed.charge}, marker, "the refunds of the charge")

    # ---------------------------------------------------------------- credit note
    @_do.register
    def _credit_note(self, deed: CreditInvoice, permit: Permit) -> Done:
        params = _credit_note_of(deed) | _marked(permit)
        return self._post("/v1/credit_notes", params, permit.key, "the credit note")

    @_found.register
    def _find_credit_note(self, deed: CreditInvoice, marker: str) -> Done | None:
        return self._in_list(
            "/v1/credit_notes", {"invoice": deed.invoice}, marker, "the credit notes of the invoice"
        )

    @_estimated.register
    def _estimate_credit_note(self, deed: CreditInvoice) -> Estimate:
        note = get(
            self._reading,
            "/v1/credit_notes/preview",
            _credit_note_of(deed),
            what="the preview of the credit note",
        )
        currency = deed.amount.currency
        amounts = [
            ("credited", "total"),
            ("refunded", "post_payment_amount"),
            ("without tax", "total_excluding_tax"),
        ]
        return Estimate(tuple(_amounts(note, amounts, currency)))

    # ---------------------------------------------------------------- ending
    @_do.register
    def _end_with_period(self, deed: EndWithPeriod, permit: Permit) -> Done:
        params = {"cancel_at_period_end": deed.ends, **_marked(permit)}
        return self._post(
            f"/v1/subscriptions/{deed.subscription}", params, permit.key, "the change of the end"
        )

    @_found.register
    def _find_end(self, deed: EndWithPeriod, marker: str) -> Done | None:
        now = self._subscription(deed.subscription)
        ends = bool(now.get("cancel_at_period_end") or now.get("cancel_at"))
        return _done(now) if _has(now, marker) or ends is deed.ends else None

    @_do.register
    def _end_now(self, deed: EndNow, permit: Permit) -> Done:
        """In steps that may each have happened before: DELETE takes no idempotency key."""
        now, request_id = self._subscription(deed.subscription), None
        if now.get("status") != "canceled":
            params = {
                "invoice_now": False,
                "prorate": False,
                "cancellation_details": {"comment": f"{MARK} {permit.marker}"},
            }
            path = f"/v1/subscriptions/{deed.subscription}"
            now, request_id = send(
                self._writing, "delete", path, params, key=None, what="the end of the subscription"
            )
        for invoice in deed.keep_collecting:
            if self._collection_was_stopped(invoice):
                again = {"auto_advance": True, **_marked(permit)}
                self._post(
                    f"/v1/invoices/{invoice}", again, f"{permit.key}-{invoice}", "the repair of the invoice"
                )
        return _done(now, request_id)

    @_found.register
    def _find_ended(self, deed: EndNow, _marker: str) -> Done | None:
        now = self._subscription(deed.subscription)
        if now.get("status") != "canceled" or any(map(self._collection_was_stopped, deed.keep_collecting)):
            return None
        return _done(now)

    @_estimated.register
    def _estimate_end(self, deed: EndNow) -> Estimate:
        return self._upcoming(
            deed.subscription, {"cancel_now": True, "proration_behavior": "none"}, "last invoice"
        )

    def _collection_was_stopped(self, invoice: str) -> bool:
        now = get(self._reading, f"/v1/invoices/{invoice}", {}, what="the invoice")
        return now.get("status") == "open" and now.get("auto_advance") is False

    # ---------------------------------------------------------------- invoices
    @_do.register
    def _collect(self, deed: CollectInvoice, permit: Permit) -> Done:
        params = {"auto_advance": deed.collect, **_marked(permit)}
        return self._post(f"/v1/invoices/{deed.invoice}", params, permit.key, "the change of the invoice")

    @_found.register
    def _find_collect(self, deed: CollectInvoice, marker: str) -> Done | None:
        now = self._invoice(deed.invoice)
        return _done(now) if _has(now, marker) or now.get("auto_advance") is deed.collect else None

    @_do.register
    def _void(self, deed: VoidInvoice, permit: Permit) -> Done:
        return self._post(f"/v1/invoices/{deed.invoice}/void", {}, permit.key, "the voiding of the invoice")

    @_found.register
    def _find_void(self, deed: VoidInvoice, _marker: str) -> Done | None:
        now = self._invoice(deed.invoice)
        return _done(now) if now.get("status") == "void" else None

    @_do.register
    def _pay(self, deed: PayInvoice, permit: Permit) -> Done:
        return self._post(f"/v1/invoices/{deed.invoice}/pay", {}, permit.key, "the payment")

    @_found.register
    def _find_pay(self, deed: PayInvoice, _marker: str) -> Done | None:
        now = self._invoice(deed.invoice)
        return _done(now) if now.get("status") == "paid" else None

    # ---------------------------------------------------------------- seats and pauses
    @_do.register
    def _set_seats(self, deed: SetSeats, permit: Permit) -> Done:
        params: dict[str, Any] = {"items": [{"id": deed.item, "quantity": deed.quantity}], **_prorated(deed)}
        path = f"/v1/subscriptions/{deed.subscription}"
        return self._post(path, params | _marked(permit), permit.key, "the change of the seats")

    @_found.register
    def _find_seats(self, deed: SetSeats, marker: str) -> Done | None:
        now = self._subscription(deed.subscription)
        items = translate.entries(now.get("items") or {})
        there = any(
            isinstance(item, dict) and item.get("id") == deed.item and item.get("quantity") == deed.quantity
            for item in items
        )
        return _done(now) if _has(now, marker) or there else None

    @_estimated.register
    def _estimate_seats(self, deed: SetSeats) -> Estimate:
        details: dict[str, Any] = {"items": [{"id": deed.item, "quantity": deed.quantity}], **_prorated(deed)}
        return self._upcoming(deed.subscription, details, "next invoice")

    @_do.register
    def _resume(self, deed: ResumeSubscription, permit: Permit) -> Done:
        path = f"/v1/subscriptions/{deed.subscription}"
        if deed.collection_only:
            return self._post(path, {"pause_collection": "", **_marked(permit)}, permit.key, "the resumption")
        return self._post(f"{path}/resume", {}, permit.key, "the resumption")

    @_found.register
    def _find_resumed(self, deed: ResumeSubscription, marker: str) -> Done | None:
        now = self._subscription(deed.subscription)
        runs = not now.get("pause_collection") if deed.collection_only else now.get("status") != "paused"
        return _done(now) if _has(now, marker) or runs else None

    # ---------------------------------------------------------------- credit
    @_do.register
    def _add_credit(self, deed: AddCredit, permit: Permit) -> Done:
        # Stripe's sign: a negative amount is money the customer has with us.
        params = {"amount": -deed.amount.amount, "currency": deed.amount.currency, **_marked(permit)}
        path = f"/v1/customers/{deed.customer}/balance_transactions"
        return self._post(path, params, permit.key, "the credit")

    @_found.register
    def _find_credit(self, deed: AddCredit, marker: str) -> Done | None:
        path = f"/v1/customers/{deed.customer}/balance_transactions"
        return self._in_list(path, {}, marker, "the customer's balance")

    # ---------------------------------------------------------------- portal
    @_do.register
    def _open_portal(self, deed: OpenPortal, permit: Permit) -> Done:
        params: dict[str, Any] = {
            "customer": deed.customer,
            # Without it the link in a mail is dead by the time it is read.
            "after_expiration": {"type": "customer_login"},
        }
        if deed.flow != "overview":
            flow: dict[str, Any] = {"type": deed.flow}
            if deed.subscription is not None:
                flow[deed.flow] = {"subscription": deed.subscription}
            params["flow_data"] = flow
        page, request_id = send(
            self._writing,
            "post",
            "/v1/billing_portal/sessions",
            params,
            key=permit.key,
            what="the portal page",
        )
        url = page.get("url")
        return Done(str(page.get("id")), "open", request_id, url if isinstance(url, str) else None)

    @_found.register
    def _find_portal(self, _deed: OpenPortal, _marker: str) -> Done | None:
        """Stripe lists no sessions. A second one harms nobody, and within a day the key brings the first."""
        return None

    # ---------------------------------------------------------------- calls
    def _post(self, path: str, params: Mapping[str, Any], key: str, what: str) -> Done:
        return _done(*send(self._writing, "post", path, params, key=key, what=what))

    def _subscription(self, subscription: str) -> Json:
        return get(self._reading, f"/v1/subscriptions/{subscription}", {}, what="the subscription")

    def _invoice(self, invoice: str) -> Json:
        return get(self._reading, f"/v1/invoices/{invoice}", {}, what="the invoice")

    def _in_list(self, path: str, params: Mapping[str, Any], marker: str, what: str) -> Done | None:
        for entry in self._entries(path, params, what):
            if _has(entry, marker):
                return _done(entry)
        return None

    def _entries(self, path: str, params: Mapping[str, Any], what: str) -> Iterator[Json]:
        asked = {**params, "limit": _PAGE}
        for _ in range(_MOST_PAGES):
            page = get(self._reading, path, asked, what=what)
            if not translate.is_list(page):
                raise nonsense(what)
            found = translate.entries(page)
            yield from (entry for entry in found if isinstance(entry, dict))
            last = translate.object_id(found[-1]) if found else None
            if not translate.has_more(page) or last is None:
                return
            asked["starting_after"] = last
        # "Not there" may only be said of a list that was read to its end.
        raise VendorUnavailable(VENDOR, f"Not all of {what} could be read.")

    def _upcoming(self, subscription: str, details: Mapping[str, Any], name: str) -> Estimate:
        params = {"subscription": subscription, "subscription_details": dict(details)}
        what = "the preview of the invoice"
        try:
            # Asking is a POST too, and needs no key of ours: nothing is made by it.
            invoice, _ = send(
                self._writing, "post", "/v1/invoices/create_preview", params, key=None, what=what
            )
        except NotFound:
            return Estimate(lines=("Stripe will make no further invoice for it.",))
        currency = invoice.get("currency")
        if not isinstance(currency, str):
            raise nonsense(what)
        return Estimate(tuple(_amounts(invoice, [(name, "amount_due"), ("of it total", "total")], currency)))


def _marked(permit: Permit) -> dict[str, Any]:
    return {"metadata": {MARK: permit.marker, f"{MARK}_ticket": str(permit.ticket_id)}}


def _has(thing: Json, marker: str) -> bool:
    metadata = thing.get("metadata")
    return isinstance(metadata, dict) and metadata.get(MARK) == marker


def _done(thing: Json, request_id: str | None = None) -> Done:
    return Done(str(thing.get("id")), str(thing.get("status") or thing.get("object")), request_id)


def _credit_note_of(deed: CreditInvoice) -> dict[str, Any]:
    amount = deed.amount.amount
    reason = "duplicate" if deed.reason == "duplicate" else "order_change"
    return {"invoice": deed.invoice, "amount": amount, "refund_amount": amount, "reason": reason}


def _prorated(deed: SetSeats) -> dict[str, Any]:
    if deed.at is None:
        return {"proration_behavior": "none"}
    return {"proration_behavior": "create_prorations", "proration_date": int(deed.at.timestamp())}


def _amounts(thing: Json, wanted: list[tuple[str, str]], currency: str) -> Iterator[tuple[str, Money]]:
    for name, field in wanted:
        value = thing.get(field)
        if isinstance(value, int) and not isinstance(value, bool):
            yield name, Money(value, currency)
