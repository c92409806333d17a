"""Short words to build the examples beside a rule: who paid what, and how many days ago.

    case(sub("sub_old", 200), paid("sub_old", 200), sub("sub_new", 3), paid("sub_new", 3), asks="duplicate_charge")

Every `ago` is in days before EXAMPLE_NOW (15 June 2026, noon), fractions allowed. Ids follow from the names
given: `paid("sub_new", 3)` is invoice `in_sub_new_3`, charge `ch_sub_new_3`. Anything else of a record is set
by its own field name.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from integrations.records import (
    AccountPicture,
    BalanceTransaction,
    BillingPicture,
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
    Risks,
    Subscription,
    SubscriptionItem,
    Ticket,
    UndeliveredEvent,
    Unread,
)
from plugin.facts import EXAMPLE_NOW, CaseFacts, Intent, Match, Reading

ME = "cus_example"
VISA = PaymentMethod(
    "pm_visa", "card", "visa", "4242", fingerprint="fp_visa", exp_month=12, exp_year=2029, country="US"
)
AMEX = PaymentMethod(
    "pm_amex", "card", "amex", "0005", fingerprint="fp_amex", exp_month=12, exp_year=2029, country="US"
)
SEPA = PaymentMethod("pm_sepa", "sepa_debit", None, "3000", fingerprint="fp_sepa", country="DE")

_LENGTH = {"day": 1, "week": 7, "month": 30, "year": 365}


def ago(days: float) -> datetime:
    return EXAMPLE_NOW - timedelta(days=days)


def card(**fields: Any) -> PaymentMethod:
    return replace(VISA, **fields)


def sub(
    id: str = "sub_a",
    since: float = 40,
    *,
    plan: str = "pro",
    price: int | None = 1900,
    every: str = "month",
    quantity: int = 1,
    status: str = "active",
    customer: str = ME,
    currency: str = "usd",
    usage: str = "licensed",
    **fields: Any,
) -> Subscription:
    """A subscription to one plan; its current period began with the last renewal before now."""
    length = _LENGTH[every]
    start = ago(since % length) if since >= 0 else ago(since)
    item = SubscriptionItem(
        id=f"si_{id}",
        price=Price(
            f"price_{plan}_{every}",
            f"prod_{plan}",
            currency,
            price,
            product_name=plan.title(),
            interval=every,
            usage_type=usage,
        ),
        quantity=quantity,
        period_start=start,
        period_end=start + timedelta(days=length),
    )
    return Subscription(id, customer, status, ago(since), currency, items=(item,), **fields)


Part = object
Payment = tuple[Invoice, Charge]


def paid(
    subscription: str | None = "sub_a",
    when: float = 40,
    amount: int = 1900,
    *,
    reason: str = "subscription_create",
    customer: str = ME,
    currency: str = "usd",
    method: PaymentMethod | None = VISA,
    refunds: tuple[Refund, ...] = (),
    charge: dict[str, Any] | None = None,
    **invoice: Any,
) -> Payment:
    """A paid invoice of a subscription (None: of no subscription) and the charge that paid it."""
    name = f"{subscription or 'manual'}_{when:g}"
    given_back = sum(r.amount for r in refunds if r.status != "failed")
    bill = Invoice(
        f"in_{name}",
        customer,
        "paid",
        ago(when),
        currency,
        number=f"T-{name.removeprefix('sub_')}",
        subscription=subscription,
        billing_reason=reason,
        total=amount,
        amount_due=amount,
        amount_paid=amount,
        paid_at=ago(when),
        collection_method="charge_automatically",
        hosted_url=f"https://invoice.example/{name}",
        pdf_url=f"https://invoice.example/{name}.pdf",
        payments=(InvoicePayment("paid", payment_intent=f"pi_{name}", amount_paid=amount),),
    )
    settled = Charge(
        f"ch_{name}",
        amount,
        currency,
        "succeeded",
        ago(when),
        customer=customer,
        payment_intent=f"pi_{name}",
        amount_captured=amount,
        amount_refunded=given_back,
        method=method,
        refunds=refunds,
        fee=85,
    )
    return replace(bill, **invoice), replace(settled, **(charge or {}))


def unpaid(
    subscription: str | None = "sub_a",
    when: float = 2,
    amount: int = 1900,
    *,
    decline: str | None = "insufficient_funds",
    reason: str = "subscription_cycle",
    customer: str = ME,
    currency: str = "usd",
    method: PaymentMethod | None = VISA,
    attempts: int = 1,
    charge: dict[str, Any] | None = None,
    **invoice: Any,
) -> tuple[Part, ...]:
    """An open invoice and the failed charge of its last attempt (`decline=None`: never attempted)."""
    name = f"{subscription or 'manual'}_{when:g}"
    bill = Invoice(
        f"in_{name}",
        customer,
        "open",
        ago(when),
        currency,
        number=f"T-{name.removeprefix('sub_')}",
        subscription=subscription,
        billing_reason=reason,
        total=amount,
        amount_due=amount,
        amount_remaining=amount,
        attempt_count=attempts,
        collection_method="charge_automatically",
        hosted_url=f"https://invoice.example/{name}",
        payments=(InvoicePayment("open", payment_intent=f"pi_{name}"),),
    )
    bill = replace(bill, **invoice)
    if decline is None:
        return (bill,)
    return bill, failed(f"ch_{name}", when, amount, currency=currency, decline=decline, customer=customer,
                        method=method, payment_intent=f"pi_{name}", **(charge or {}))  # fmt: skip


def charged(id: str = "ch_a", when: float = 1, amount: int = 1900, **fields: Any) -> Charge:
    """A lone succeeded charge, of no invoice."""
    values: dict[str, Any] = {
        "currency": "usd", "status": "succeeded", "customer": ME, "payment_intent": id.replace("ch_", "pi_"),
        "amount_captured": amount, "method": VISA, "fee": 85,
    }  # fmt: skip
    return Charge(id=id, amount=amount, created=ago(when), **{**values, **fields})


def failed(id: str = "ch_f", when: float = 1, amount: int = 1900, *, decline: str = "insufficient_funds",
           **fields: Any) -> Charge:  # fmt: skip
    values: dict[str, Any] = {
        "status": "failed", "amount_captured": 0, "captured": False, "failure_code": "card_declined",
        "decline_code": decline, "network_status": "declined_by_network", "outcome_type": "issuer_declined",
    }  # fmt: skip
    return charged(id, when, amount, **{**values, **fields})


def refunded(amount: int, when: float, status: str = "succeeded", id: str = "re_a", **fields: Any) -> Refund:
    return Refund(
        id, fields.pop("charge", None), amount, fields.pop("currency", "usd"), status, ago(when), **fields
    )


def line(amount: int, *, currency: str = "usd", **fields: Any) -> InvoiceLine:
    return InvoiceLine(fields.pop("id", f"il_{amount}"), amount, currency, **fields)


def disputed(
    charge: str, when: float = 5, amount: int = 1900, status: str = "needs_response", **fields: Any
) -> Dispute:
    return Dispute(
        f"dp_{charge}", charge, status, fields.pop("reason", "duplicate"), amount, "usd", ago(when), **fields
    )


def warned(charge: str, when: float = 5, *, actionable: bool = True) -> FraudWarning:
    return FraudWarning(f"issfr_{charge}", charge, actionable, ago(when))


def session(id: str = "cs_a", when: float = 1, **fields: Any) -> CheckoutSession:
    values: dict[str, Any] = {
        "status": "complete", "payment_status": "paid", "mode": "subscription", "customer": ME,
        "amount_total": 1900, "currency": "usd",
    }  # fmt: skip
    return CheckoutSession(id=id, created=ago(when), **{**values, **fields})


def intent(
    id: str, when: float = 1, amount: int = 1900, status: str = "requires_action", **fields: Any
) -> PaymentIntent:
    return PaymentIntent(
        id, amount, fields.pop("currency", "usd"), status, ago(when), **{"customer": ME, **fields}
    )


def note(invoice: str, amount: int, when: float = 5, **fields: Any) -> CreditNote:
    return CreditNote(
        f"cn_{invoice}", invoice, fields.pop("status", "issued"), amount, "usd", ago(when), **fields
    )


def undelivered(kind: str, when: float = 1, **fields: Any) -> UndeliveredEvent:
    return UndeliveredEvent(fields.pop("id", f"evt_{kind}"), kind, ago(when), **{"customer": ME, **fields})


def coupon(percent: float = 50, ended: float | None = None, **fields: Any) -> Discount:
    return Discount(
        "di_a", "coupon", percent_off=percent, end=ago(ended) if ended is not None else None, **fields
    )


def customer(
    id: str = ME, email: str | None = "pat@example.com", name: str | None = "Pat Lee", **fields: Any
) -> Customer:
    return Customer(id, email, name, **{"created": ago(400), **fields})


PORTAL = PortalConfiguration(
    "bpc_a",
    login_url="https://billing.example/login",
    cancel_enabled=True,
    cancel_mode="at_period_end",
    update_enabled=True,
    updates_allowed=("price", "quantity"),
    payment_method_update=True,
    invoice_history=True,
    customer_update=True,
)
NO_CANCEL = replace(PORTAL, cancel_enabled=False)

_LISTS: dict[type, str] = {
    Subscription: "subscriptions",
    Invoice: "invoices",
    Charge: "charges",
    PaymentIntent: "payment_intents",
    CheckoutSession: "checkout_sessions",
    PaymentMethod: "payment_methods",
    CreditNote: "credit_notes",
    BalanceTransaction: "balance_transactions",
    PendingItem: "pending_items",
    Entitlement: "entitlements",
    Unread: "unread",
}


def case(
    *parts: Any,
    asks: Intent | tuple[Intent, ...] = (),
    confidence: str = "strong",
    portal: PortalConfiguration | None = PORTAL,
    truncated: tuple[str, ...] = (),
    says: str | None = None,
    **fields: Any,
) -> CaseFacts:
    """Facts about one person: every record goes into the picture of the customer it names, else into the first."""
    flat = list(_flat(parts))
    customers = {part.id: part for part in flat if isinstance(part, Customer)}
    named = [part.customer for part in flat if isinstance(part, (Subscription, Invoice)) and part.customer]
    for id in [*named, *([] if customers or named else [ME])]:
        customers.setdefault(id, customer(id))
    main = ME if ME in customers else next(iter(customers))
    lists: dict[str, dict[str, list[Any]]] = {id: {} for id in customers}
    for part in flat:
        if name := _LISTS.get(type(part)):
            owner = getattr(part, "customer", None)
            lists[owner if owner in customers else main].setdefault(name, []).append(part)
    pictures = tuple(
        BillingPicture(
            record, EXAMPLE_NOW, truncated=truncated, **{k: tuple(v) for k, v in lists[id].items()}
        )
        for id, record in customers.items()
    )
    others = tuple(id for id in customers if id != main)
    return CaseFacts(
        now=EXAMPLE_NOW,
        ticket=Ticket(1, says, "open", None, (), EXAMPLE_NOW, EXAMPLE_NOW) if says else None,
        reading=Reading((asks,) if isinstance(asks, str) else asks),
        match=Match(confidence, main, others, "example"),  # type: ignore[arg-type]
        pictures=pictures,
        account=AccountPicture(
            portal=portal, undelivered=tuple(p for p in flat if isinstance(p, UndeliveredEvent))
        ),
        risks=Risks(
            disputes=tuple(p for p in flat if isinstance(p, Dispute)),
            fraud_warnings=tuple(p for p in flat if isinstance(p, FraudWarning)),
        ),
        **fields,
    )


def _flat(parts: Iterable[Any]) -> Iterable[Any]:
    for part in parts:
        if isinstance(part, tuple | list):
            yield from _flat(part)
        else:
            yield part
