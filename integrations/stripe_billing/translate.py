"""Stripe's JSON to our records: the only file that knows the names of Stripe's fields.

Nothing here raises, whatever the JSON looks like. A field that is missing or of another type than
expected becomes None, zero or empty; an unknown enum value is kept as it came; an object is read
whether Stripe sent it whole or only its id. Where a doubtful field guards money (was it captured,
how much was given back, is it disputed), absence reads as the answer that permits less.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from integrations.money import Money
from integrations.records import (
    NOTHING,
    Account,
    BalanceTransaction,
    Charge,
    CheckoutSession,
    CreditNote,
    Customer,
    Discount,
    Dispute,
    Entitlement,
    FraudWarning,
    Invoice,
    InvoiceLine,
    InvoicePayment,
    PaymentIntent,
    PaymentMethod,
    PendingItem,
    PortalConfiguration,
    Price,
    Refund,
    Subscription,
    SubscriptionItem,
    UndeliveredEvent,
)

T = TypeVar("T")

UNKNOWN = "unknown"
"""Where a word is required and Stripe gave none."""

_EPOCH = datetime.fromtimestamp(0, UTC)


# ------------------------------------------------------------------ lists
@dataclass(frozen=True, slots=True)
class Translated(Generic[T]):
    """What a list held; `complete` is False where an entry had no id and had to be left out."""

    records: tuple[T, ...]
    complete: bool = True


def many(page: object, one: Callable[[object], T | None]) -> Translated[T]:
    """Every entry of a Stripe list (its object, or the bare array) that can be told apart by an id."""
    found = _list(page)
    records = tuple(record for entry in found if (record := one(entry)) is not None)
    return Translated(records, complete=len(records) == len(found))


def entries(page: object) -> list[object]:
    """The untranslated entries of one page of a list."""
    return _list(page)


def is_list(page: object) -> bool:
    """Whether this is a list at all: something else must not pass for an empty one."""
    return isinstance(_map(page).get("data"), list)


def has_more(page: object) -> bool:
    return _flag(_map(page).get("has_more"))


def object_id(value: object) -> str | None:
    """The id, from the id itself or from the expanded object."""
    return _text(value) or _text(_map(value).get("id"))


def customer_id(value: object) -> str | None:
    """Whose object this is; of a customer object its own id."""
    row = _map(value)
    return object_id(value) if is_a(row, "customer") else object_id(row.get("customer"))


def customer_inside(value: object) -> Customer | None:
    """The whole customer, where the answer is one or holds one expanded."""
    row = _map(value)
    return customer(row if is_a(row, "customer") else row.get("customer"))


def belongs_to_v2_account(value: object) -> bool:
    """Billed to an Accounts v2 account that has no customer object."""
    row = _map(value)
    return object_id(row.get("customer")) is None and _text(row.get("customer_account")) is not None


def inner(value: object, name: str) -> object:
    """An expanded object inside another one ("charge" of a refund), or nothing where only its id came."""
    found = _map(value).get(name)
    return found if isinstance(found, dict) else None


def is_a(value: object, kind: str) -> bool:
    return _map(value).get("object") == kind


def field_text(value: object, name: str) -> str | None:
    return _text(_map(value).get(name))


# ------------------------------------------------------------------ who
def customer(value: object) -> Customer | None:
    row = _map(value)
    if not (id_ := _text(row.get("id"))):
        return None
    credit = _map(row.get("invoice_credit_balance"))
    return Customer(
        id=id_,
        email=_text(row.get("email")),
        name=_text(row.get("name")),
        created=_time(row.get("created")),
        deleted=_flag(row.get("deleted")),
        balance=_number(row.get("balance")),
        invoice_credit=tuple(
            Money(amount, currency)
            for currency, amount in sorted(credit.items(), key=lambda pair: str(pair[0]))
            if isinstance(currency, str) and _whole(amount) is not None
        ),
        currency=_text(row.get("currency")),
        delinquent=_flag(row.get("delinquent")),
        default_payment_method=payment_method(
            _map(row.get("invoice_settings")).get("default_payment_method")
        ),
        metadata=_metadata(row.get("metadata")),
        livemode=_flag(row.get("livemode")),
        test_clock=object_id(row.get("test_clock")),
        phone=_text(row.get("phone")),
        country=_text(_map(row.get("address")).get("country")),
    )


def payment_method(value: object) -> PaymentMethod | None:
    """From a payment method, its bare id, or the `payment_method_details` of a charge."""
    if id_ := _text(value):
        return PaymentMethod(id=id_, kind=UNKNOWN)
    row = _map(value)
    kind = _text(row.get("type"))
    if kind is None:
        return None
    # Every kind keeps its particulars under its own name: {"type": "card", "card": {...}}.
    details = _map(row.get(kind))
    wallet = _map(details.get("wallet"))
    return PaymentMethod(
        id=_text(row.get("id")),
        kind=kind,
        brand=_text(details.get("brand")) or _text(details.get("bank_name")),
        last4=_last4(details.get("last4")),
        fingerprint=_text(details.get("fingerprint")),
        exp_month=_whole(details.get("exp_month")),
        exp_year=_whole(details.get("exp_year")),
        wallet=_text(wallet.get("type")),
        wallet_last4=_last4(wallet.get("dynamic_last4")),
        country=_text(details.get("country")),
    )


# ------------------------------------------------------------------ subscriptions
def price(value: object) -> Price | None:
    row = _map(value)
    if not (id_ := object_id(value)):
        return None
    recurring = _map(row.get("recurring"))
    product = row.get("product")
    return Price(
        id=id_,
        product=object_id(product) or UNKNOWN,
        currency=_text(row.get("currency")) or "",
        unit_amount=_whole(row.get("unit_amount")),
        nickname=_text(row.get("nickname")),
        product_name=_text(_map(product).get("name")),
        interval=_text(recurring.get("interval")),
        interval_count=_number(recurring.get("interval_count"), 1),
        usage_type=_text(recurring.get("usage_type")) or "licensed",
        billing_scheme=_text(row.get("billing_scheme")) or "per_unit",
    )


def subscription_item(value: object) -> SubscriptionItem | None:
    row = _map(value)
    id_, item_price = _text(row.get("id")), price(row.get("price"))
    if not id_ or item_price is None:
        return None
    return SubscriptionItem(
        id=id_,
        price=item_price,
        # A metered item has no quantity at all; a licensed one may have zero.
        quantity=_number(row.get("quantity"), 1),
        period_start=_time(row.get("current_period_start")),
        period_end=_time(row.get("current_period_end")),
    )


def discount(value: object) -> Discount | None:
    row = _map(value)
    if not (id_ := object_id(value)):
        return None
    coupon = _map(row.get("source")).get("coupon")
    terms = _map(coupon)
    return Discount(
        id=id_,
        coupon=object_id(coupon),
        percent_off=_fraction(terms.get("percent_off")),
        amount_off=_whole(terms.get("amount_off")),
        start=_time(row.get("start")),
        end=_time(row.get("end")),
    )


def subscription(value: object) -> Subscription | None:
    row = _map(value)
    if not (id_ := _text(row.get("id"))):
        return None
    items = many(row.get("items"), subscription_item)
    pause = _map(row.get("pause_collection"))
    return Subscription(
        id=id_,
        customer=object_id(row.get("customer")) or "",
        status=_text(row.get("status")) or UNKNOWN,
        created=_time(row.get("created")) or _EPOCH,
        currency=_text(row.get("currency")) or "",
        items=items.records,
        items_truncated=has_more(row.get("items")) or not items.complete,
        cancel_at_period_end=_flag(row.get("cancel_at_period_end")),
        cancel_at=_time(row.get("cancel_at")),
        canceled_at=_time(row.get("canceled_at")),
        ended_at=_time(row.get("ended_at")),
        cancellation_reason=_text(_map(row.get("cancellation_details")).get("reason")),
        trial_start=_time(row.get("trial_start")),
        trial_end=_time(row.get("trial_end")),
        collection_method=_text(row.get("collection_method")) or "charge_automatically",
        schedule=object_id(row.get("schedule")),
        discounts=many(row.get("discounts"), discount).records,
        metadata=_metadata(row.get("metadata")),
        description=_text(row.get("description")),
        default_payment_method=payment_method(row.get("default_payment_method")),
        latest_invoice=object_id(row.get("latest_invoice")),
        # Paused collection leaves the status as it is; a paused subscription has the status "paused".
        pause_behavior=_text(pause.get("behavior")),
        pause_resumes_at=_time(pause.get("resumes_at")),
        pending_update_expires_at=_time(_map(row.get("pending_update")).get("expires_at")),
        billing_mode=_text(_map(row.get("billing_mode")).get("type")),
        connect=_connect(row),
        livemode=_flag(row.get("livemode")),
        test_clock=object_id(row.get("test_clock")),
    )


# ------------------------------------------------------------------ invoices
def invoice_line(value: object, metered: Collection[str] = ()) -> InvoiceLine | None:
    row = _map(value)
    if not (id_ := _text(row.get("id"))):
        return None
    parent = _map(row.get("parent"))
    origin = _map(parent.get("subscription_item_details")) or _map(parent.get("invoice_item_details"))
    credited = _map(_map(origin.get("proration_details")).get("credited_items"))
    priced = _map(_map(row.get("pricing")).get("price_details"))
    line_price = price(priced.get("price"))
    period = _map(row.get("period"))
    return InvoiceLine(
        id=id_,
        amount=_number(row.get("amount")),
        currency=_text(row.get("currency")) or "",
        description=_text(row.get("description")),
        proration=_flag(origin.get("proration")),
        credited_invoice=object_id(credited.get("invoice")),
        price=line_price.id if line_price else None,
        product=object_id(priced.get("product")),
        quantity=_whole(row.get("quantity")),
        # A line names its price by id only; whether that is metered is known from the subscription's items.
        metered=line_price is not None and (line_price.usage_type == "metered" or line_price.id in metered),
        period_start=_time(period.get("start")),
        period_end=_time(period.get("end")),
        subscription=object_id(origin.get("subscription")) or object_id(row.get("subscription")),
    )


def metered_prices(subscriptions: Collection[Subscription]) -> frozenset[str]:
    """Ids of the prices billed by usage."""
    return frozenset(
        item.price.id
        for subscription in subscriptions
        for item in subscription.items
        if item.price.usage_type == "metered"
    )


def invoice_payment(value: object) -> InvoicePayment | None:
    row = _map(value)
    payment = _map(row.get("payment"))
    if not row:
        return None
    return InvoicePayment(
        status=_text(row.get("status")) or UNKNOWN,
        payment_intent=object_id(payment.get("payment_intent")),
        charge=object_id(payment.get("charge")),
        amount_paid=_whole(row.get("amount_paid")),
        is_default=_flag(row.get("is_default")),
    )


def invoice(value: object, metered: Collection[str] = ()) -> Invoice | None:
    row = _map(value)
    if not (id_ := _text(row.get("id"))):
        return None
    parent = _map(row.get("parent"))
    steps = _map(row.get("status_transitions"))
    lines = many(row.get("lines"), lambda line: invoice_line(line, metered))
    return Invoice(
        id=id_,
        customer=object_id(row.get("customer")),
        status=_text(row.get("status")),
        created=_time(row.get("created")) or _EPOCH,
        currency=_text(row.get("currency")) or "",
        number=_text(row.get("number")),
        subscription=object_id(_map(parent.get("subscription_details")).get("subscription")),
        quote=object_id(_map(parent.get("quote_details")).get("quote")),
        billing_reason=_text(row.get("billing_reason")),
        total=_number(row.get("total")),
        amount_due=_number(row.get("amount_due")),
        amount_paid=_number(row.get("amount_paid")),
        amount_remaining=_number(row.get("amount_remaining")),
        amount_overpaid=_number(row.get("amount_overpaid")),
        paid_off_stripe=_number(row.get("amount_paid_off_stripe")),
        tax=_sum_of_amounts(row.get("total_taxes")),
        discount=_sum_of_amounts(row.get("total_discount_amounts")),
        starting_balance=_number(row.get("starting_balance")),
        ending_balance=_whole(row.get("ending_balance")),
        credit_notes_after_payment=_number(row.get("post_payment_credit_notes_amount")),
        attempt_count=_number(row.get("attempt_count")),
        next_payment_attempt=_time(row.get("next_payment_attempt")),
        due_date=_time(row.get("due_date")),
        paid_at=_time(steps.get("paid_at")),
        voided_at=_time(steps.get("voided_at")),
        uncollectible_reason=_text(_map(_map(row.get("status_details")).get("uncollectible")).get("reason")),
        collection_method=_text(row.get("collection_method")),
        auto_advance=_flag(row.get("auto_advance")) if row.get("auto_advance") is not None else None,
        hosted_url=_text(row.get("hosted_invoice_url")),
        pdf_url=_text(row.get("invoice_pdf")),
        customer_email=_text(row.get("customer_email")),
        lines=lines.records,
        lines_truncated=has_more(row.get("lines")) or not lines.complete,
        payments=many(row.get("payments"), invoice_payment).records,
        livemode=_flag(row.get("livemode")),
    )


def credit_note(value: object) -> CreditNote | None:
    row = _map(value)
    if not (id_ := _text(row.get("id"))):
        return None
    refunds = (object_id(_map(entry).get("refund")) for entry in _list(row.get("refunds")))
    return CreditNote(
        id=id_,
        invoice=object_id(row.get("invoice")) or "",
        status=_text(row.get("status")) or UNKNOWN,
        total=_number(row.get("total")),
        currency=_text(row.get("currency")) or "",
        created=_time(row.get("created")) or _EPOCH,
        refunds=tuple(refund_id for refund_id in refunds if refund_id),
        to_balance=object_id(row.get("customer_balance_transaction")) is not None,
    )


def pending_item(value: object) -> PendingItem | None:
    row = _map(value)
    if not (id_ := _text(row.get("id"))):
        return None
    parent = _map(row.get("parent"))
    return PendingItem(
        id=id_,
        amount=_number(row.get("amount")),
        currency=_text(row.get("currency")) or "",
        proration=_flag(row.get("proration")),
        description=_text(row.get("description")),
        subscription=object_id(_map(parent.get("subscription_details")).get("subscription")),
    )


def balance_transaction(value: object) -> BalanceTransaction | None:
    row = _map(value)
    if not (id_ := _text(row.get("id"))):
        return None
    return BalanceTransaction(
        id=id_,
        amount=_number(row.get("amount")),
        currency=_text(row.get("currency")) or "",
        kind=_text(row.get("type")) or UNKNOWN,
        created=_time(row.get("created")) or _EPOCH,
        ending_balance=_number(row.get("ending_balance")),
    )


# ------------------------------------------------------------------ payments
def refund(value: object) -> Refund | None:
    row = _map(value)
    if not (id_ := _text(row.get("id"))):
        return None
    return Refund(
        id=id_,
        charge=object_id(row.get("charge")),
        amount=_number(row.get("amount")),
        currency=_text(row.get("currency")) or "",
        status=_text(row.get("status")),
        created=_time(row.get("created")) or _EPOCH,
        payment_intent=object_id(row.get("payment_intent")),
        reason=_text(row.get("reason")),
        pending_reason=_text(row.get("pending_reason")),
        failure_reason=_text(row.get("failure_reason")),
        reference=_refund_reference(row.get("destination_details")),
        metadata=_metadata(row.get("metadata")),
    )


def charge(value: object) -> Charge | None:
    row = _map(value)
    if not (id_ := _text(row.get("id"))):
        return None
    currency = _text(row.get("currency")) or ""
    outcome = _map(row.get("outcome"))
    outcome_type, outcome_reason = _text(outcome.get("type")), _text(outcome.get("reason"))
    captured = _number(row.get("amount_captured"))
    returned = _whole(row.get("amount_refunded"))
    refunds = many(row.get("refunds"), refund)
    return Charge(
        id=id_,
        amount=_number(row.get("amount")),
        currency=currency,
        status=_text(row.get("status")) or UNKNOWN,
        created=_time(row.get("created")) or _EPOCH,
        customer=object_id(row.get("customer")),
        payment_intent=object_id(row.get("payment_intent")),
        amount_captured=captured,
        amount_refunded=captured if returned is None else returned,
        captured=_flag(row.get("captured")),
        disputed=row.get("disputed") is not False,
        method=_charge_method(row),
        failure_code=_text(row.get("failure_code")),
        # On a charge the issuer's decline code is the outcome's reason; Radar's reasons stand there too.
        decline_code=outcome_reason if outcome_type == "issuer_declined" else None,
        advice_code=_text(outcome.get("advice_code")),
        outcome_type=outcome_type,
        outcome_reason=outcome_reason,
        network_status=_text(outcome.get("network_status")),
        description=_text(row.get("description")),
        statement_descriptor=_text(row.get("calculated_statement_descriptor"))
        or _text(row.get("statement_descriptor")),
        receipt_number=_text(row.get("receipt_number")),
        receipt_url=_text(row.get("receipt_url")),
        receipt_email=_text(row.get("receipt_email")),
        billing_email=_text(_map(row.get("billing_details")).get("email")),
        review=object_id(row.get("review")),
        refunds=refunds.records,
        refunds_truncated=has_more(row.get("refunds")) or not refunds.complete,
        fee=_fee(row.get("balance_transaction"), currency),
        connect=_connect(row),
        livemode=_flag(row.get("livemode")),
    )


def payment_intent(value: object) -> PaymentIntent | None:
    row = _map(value)
    if not (id_ := _text(row.get("id"))):
        return None
    error = _map(row.get("last_payment_error"))
    return PaymentIntent(
        id=id_,
        amount=_number(row.get("amount")),
        currency=_text(row.get("currency")) or "",
        status=_text(row.get("status")) or UNKNOWN,
        created=_time(row.get("created")) or _EPOCH,
        customer=object_id(row.get("customer")),
        error_code=_text(error.get("code")),
        decline_code=_text(error.get("decline_code")),
        advice_code=_text(error.get("advice_code")),
        next_action=_text(_map(row.get("next_action")).get("type")),
        latest_charge=object_id(row.get("latest_charge")),
        # After a failure Stripe detaches the method from the intent and keeps it whole inside the error.
        method=payment_method(error.get("payment_method")) or payment_method(row.get("payment_method")),
    )


def checkout_session(value: object) -> CheckoutSession | None:
    row = _map(value)
    if not (id_ := _text(row.get("id"))):
        return None
    recovery = _map(_map(row.get("after_expiration")).get("recovery"))
    return CheckoutSession(
        id=id_,
        status=_text(row.get("status")),
        payment_status=_text(row.get("payment_status")) or UNKNOWN,
        mode=_text(row.get("mode")) or UNKNOWN,
        created=_time(row.get("created")) or _EPOCH,
        customer=object_id(row.get("customer")),
        customer_email=_text(_map(row.get("customer_details")).get("email"))
        or _text(row.get("customer_email")),
        amount_total=_whole(row.get("amount_total")),
        currency=_text(row.get("currency")),
        subscription=object_id(row.get("subscription")),
        payment_intent=object_id(row.get("payment_intent")),
        expires_at=_time(row.get("expires_at")),
        recovery_url=_text(recovery.get("url")),
    )


def dispute(value: object) -> Dispute | None:
    row = _map(value)
    if not (id_ := _text(row.get("id"))):
        return None
    return Dispute(
        id=id_,
        charge=object_id(row.get("charge")) or "",
        status=_text(row.get("status")) or UNKNOWN,
        reason=_text(row.get("reason")) or UNKNOWN,
        amount=_number(row.get("amount")),
        currency=_text(row.get("currency")) or "",
        created=_time(row.get("created")) or _EPOCH,
        due_by=_time(_map(row.get("evidence_details")).get("due_by")),
        refundable=_flag(row.get("is_charge_refundable")),
    )


def fraud_warning(value: object) -> FraudWarning | None:
    row = _map(value)
    if not (id_ := _text(row.get("id"))):
        return None
    return FraudWarning(
        id=id_,
        charge=object_id(row.get("charge")) or "",
        actionable=row.get("actionable") is not False,
        created=_time(row.get("created")) or _EPOCH,
    )


# ------------------------------------------------------------------ the merchant's account
def entitlement(value: object) -> Entitlement | None:
    row = _map(value)
    id_, key = _text(row.get("id")), _text(row.get("lookup_key"))
    return Entitlement(id=id_, lookup_key=key) if id_ and key else None


def account(value: object) -> Account | None:
    row = _map(value)
    if not (id_ := _text(row.get("id"))):
        return None
    settings = _map(row.get("settings"))
    return Account(
        id=id_,
        country=_text(row.get("country")),
        name=_text(_map(row.get("business_profile")).get("name"))
        or _text(_map(settings.get("dashboard")).get("display_name")),
        statement_descriptor=_text(_map(settings.get("payments")).get("statement_descriptor")),
        default_currency=_text(row.get("default_currency")),
    )


def product_name(value: object) -> tuple[str, str] | None:
    """Id and name."""
    row = _map(value)
    product_id, name = _text(row.get("id")), _text(row.get("name"))
    return (product_id, name) if product_id and name else None


def portal_configuration(value: object) -> PortalConfiguration | None:
    row = _map(value)
    if not (id_ := _text(row.get("id"))):
        return None
    features = _map(row.get("features"))
    login = _map(row.get("login_page"))
    cancel, update = _map(features.get("subscription_cancel")), _map(features.get("subscription_update"))
    allowed = (_text(name) for name in _list(update.get("default_allowed_updates")))

    def enabled(feature: str) -> bool:
        return _flag(_map(features.get(feature)).get("enabled"))

    return PortalConfiguration(
        id=id_,
        active=_flag(row.get("active")),
        login_url=_text(login.get("url")) if _flag(login.get("enabled")) else None,
        cancel_enabled=enabled("subscription_cancel"),
        cancel_mode=_text(cancel.get("mode")),
        update_enabled=enabled("subscription_update"),
        updates_allowed=tuple(name for name in allowed if name),
        payment_method_update=enabled("payment_method_update"),
        invoice_history=enabled("invoice_history"),
        customer_update=enabled("customer_update"),
        pause_enabled=enabled("subscription_pause"),
    )


def undelivered_event(value: object) -> UndeliveredEvent | None:
    row = _map(value)
    if not (id_ := _text(row.get("id"))):
        return None
    # Shaped by the API version of the merchant's endpoint, not ours: only names that never changed.
    subject = _map(_map(row.get("data")).get("object"))
    return UndeliveredEvent(
        id=id_,
        kind=_text(row.get("type")) or UNKNOWN,
        created=_time(row.get("created")) or _EPOCH,
        object_id=_text(subject.get("id")),
        customer=customer_id(subject),
    )


# ------------------------------------------------------------------ one field at a time
def _map(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else NOTHING


def _list(value: object) -> list[object]:
    """A Stripe list object, or a bare array."""
    inside = _map(value).get("data", value)
    return inside if isinstance(inside, list) else []


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _flag(value: object) -> bool:
    return value is True


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _number(value: object, otherwise: int = 0) -> int:
    whole = _whole(value)
    return otherwise if whole is None else whole


def _fraction(value: object) -> float | None:
    if not isinstance(value, int | float) or isinstance(value, bool):
        return None
    try:
        return float(value)
    except OverflowError:
        return None


def _time(value: object) -> datetime | None:
    seconds = _whole(value)
    if seconds is None:
        return None
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, OSError, ValueError):
        return None


def _metadata(value: object) -> Mapping[str, str]:
    kept = {key: text for key, text in _map(value).items() if isinstance(key, str) and isinstance(text, str)}
    return MappingProxyType(kept) if kept else NOTHING


def _last4(value: object) -> str | None:
    """Never more than four characters, whatever stands there."""
    return value[-4:] if isinstance(value, str) and re.fullmatch(r"\w+", value) else None


def _sum_of_amounts(value: object) -> int:
    return sum(_number(_map(entry).get("amount")) for entry in _list(value))


def _connect(row: Mapping[str, Any]) -> bool:
    """Whether a third party's account has a hand in this."""
    return any(row.get(name) for name in ("application", "on_behalf_of", "transfer_data"))


def _charge_method(row: Mapping[str, Any]) -> PaymentMethod | None:
    details = _map(row.get("payment_method_details"))
    id_ = object_id(row.get("payment_method"))
    return payment_method({**details, "id": id_}) or payment_method(id_)


def _fee(value: object, currency: str) -> int | None:
    """What Stripe kept, where it was taken in the charge's own currency (a record has only one)."""
    row = _map(value)
    return _whole(row.get("fee")) if row.get("currency") == currency else None


def _refund_reference(value: object) -> str | None:
    details = _map(value)
    own = _map(details.get(_text(details.get("type")) or ""))
    return _text(own.get("reference"))
