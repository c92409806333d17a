"""CaseFacts: all that is known about one ticket at one moment, frozen, and small questions answered.

Detectors, plan, reply and handoff see only this. Nothing here reads a clock or the network: `now` is
handed in. Times are UTC, amounts minor units (see `integrations.records`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from typing import Literal

from integrations.money import Money
from integrations.records import (
    AccountPicture,
    BillingPicture,
    Charge,
    CheckoutSession,
    CreditNote,
    Customer,
    Dispute,
    FraudWarning,
    Invoice,
    InvoiceLine,
    PaymentIntent,
    PaymentMethod,
    PortalConfiguration,
    Refund,
    Risks,
    Subscription,
    SubscriptionItem,
    Ticket,
    Unread,
)

Confidence = Literal["strong", "weak", "ambiguous", "none"]

Intent = Literal[
    "duplicate_charge",
    "cancel_request",
    "refund_request",
    "payment_failed",
    "invoice_or_receipt_request",
    "update_payment_method",
    "plan_or_seat_question",
    "unexpected_charge",
    "product_failure_complaint",
    "usage_or_rate_limit_question",
    "refund_status",
    "not_billing",
]

Bucket = Literal[
    "duplicate_subscription",
    "multi_seat_intent",
    "payment_failed",
    "self_serve_missing",
    "product_failure",
    "not_billing",
    "needs_human",
]


@dataclass(frozen=True)
class Reading:
    """What the text asks for. `intents` strongest first; `language` is an ISO 639-1 code ("en")."""

    intents: tuple[Intent, ...] = ()
    language: str = "en"
    quotes: tuple[tuple[Intent, str], ...] = ()
    """Which words made us think so: (intent, matched words), for the agent's eyes only."""
    added: tuple[Intent, ...] = ()
    """Those of `intents` only an external reader saw: a hint for the agent, worth nothing to a guard."""
    notes: tuple[str, ...] = ()
    """What the agent should know about how it was read ("the external reader could not be reached")."""

    def asks_in_own_words(self, *intents: Intent) -> bool:
        """As `asks`, of what the house's own reader saw: what may lift a guard."""
        return any(intent in self.intents and intent not in self.added for intent in intents)

    def asks(self, *intents: Intent) -> bool:
        return any(intent in self.intents for intent in intents)


@dataclass(frozen=True)
class Candidate:
    """One customer a ticket may be about, with what tells it from the others."""

    customer_id: str
    match_reason: str
    name: str | None = None
    email: str | None = None
    created: datetime | None = None
    differs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Pin:
    """An agent said: this requester is that customer."""

    customer_id: str
    agent_id: int
    agent_name: str
    pinned_at: datetime


CorrectionReason = Literal["agreed", "other_cause", "other_question", "not_in_stripe", "other"]


@dataclass(frozen=True)
class Correction:
    """An agent said which class this ticket has, and what we had said; "agreed" where both are the same."""

    bucket: Bucket
    situation: str | None
    """None where only the bucket was named."""
    reason: CorrectionReason
    said_bucket: Bucket
    said_situation: str
    agent_id: int
    agent_name: str
    at: datetime
    note: str = ""
    """The agent's own words, redacted."""

    @property
    def agreed(self) -> bool:
        return self.reason == "agreed"


@dataclass(frozen=True)
class Match:
    """Who the customer is and how sure we are; `also` are further records of the same person.

    `typed_only`: nothing but ids typed in the ticket points to the customer, so not even its picture
    is gathered. `ask_for` says, in words, what would make it surer.
    """

    confidence: Confidence = "none"
    customer_id: str | None = None
    also: tuple[str, ...] = ()
    match_reason: str = ""
    candidates: tuple[Candidate, ...] = ()
    ask_for: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    typed_only: bool = False
    pin: Pin | None = None

    @property
    def customer_ids(self) -> tuple[str, ...]:
        return (self.customer_id, *self.also) if self.customer_id else ()


@dataclass(frozen=True)
class CaseFacts:
    """Everything known. Several customer records of one person are read as one picture."""

    now: datetime
    ticket: Ticket | None = None
    reading: Reading = field(default_factory=Reading)
    match: Match = field(default_factory=Match)
    pictures: tuple[BillingPicture, ...] = ()
    account: AccountPicture = field(default_factory=AccountPicture)
    risks: Risks = field(default_factory=Risks)
    guest_sessions: tuple[CheckoutSession, ...] = ()
    guest_charges: tuple[Charge, ...] = ()
    unread: tuple[Unread, ...] = ()
    """What could not be read outside of the pictures (look-ups, the ticket's own parts)."""
    done: frozenset[tuple[str, str]] = frozenset()
    """Steps carried out in this ticket, as (kind, target): effects of the case, not its cause."""

    # ------------------------------------------------------------ who
    @cached_property
    def customers(self) -> tuple[Customer, ...]:
        return tuple(p.customer for p in self.pictures)

    @cached_property
    def customer(self) -> Customer | None:
        """The main record: the matched one, else the first that was read."""
        for found in self.customers:
            if found.id == self.match.customer_id:
                return found
        return self.customers[0] if self.customers else None

    @property
    def strong(self) -> bool:
        return self.match.confidence == "strong"

    # ------------------------------------------------------------ what was read, newest first
    @cached_property
    def subscriptions(self) -> tuple[Subscription, ...]:
        found = [s for p in self.pictures for s in p.subscriptions]
        return tuple(sorted(found, key=lambda s: s.created, reverse=True))

    @cached_property
    def live_subscriptions(self) -> tuple[Subscription, ...]:
        return tuple(s for s in self.subscriptions if s.live)

    def ended_here(self, subscription: Subscription) -> bool:
        """It ends because of a step of this ticket; what it ended for is as true as before."""
        ending = ("set_cancel_at_period_end", "cancel_subscription_now")
        return any((kind, subscription.id) in self.done for kind in ending)

    @cached_property
    def live_or_ended_here(self) -> tuple[Subscription, ...]:
        return tuple(s for s in self.subscriptions if s.live or self.ended_here(s))

    @cached_property
    def invoices(self) -> tuple[Invoice, ...]:
        found = [i for p in self.pictures for i in p.invoices]
        return tuple(sorted(found, key=lambda i: i.created, reverse=True))

    @cached_property
    def charges(self) -> tuple[Charge, ...]:
        found = {c.id: c for c in self.guest_charges} | {c.id: c for p in self.pictures for c in p.charges}
        return tuple(sorted(found.values(), key=lambda c: c.created, reverse=True))

    @cached_property
    def succeeded_charges(self) -> tuple[Charge, ...]:
        return tuple(c for c in self.charges if c.status == "succeeded" and c.captured)

    @cached_property
    def payment_intents(self) -> tuple[PaymentIntent, ...]:
        found = [i for p in self.pictures for i in p.payment_intents]
        return tuple(sorted(found, key=lambda i: i.created, reverse=True))

    @cached_property
    def checkout_sessions(self) -> tuple[CheckoutSession, ...]:
        found = {s.id: s for s in self.guest_sessions}
        found |= {s.id: s for p in self.pictures for s in p.checkout_sessions}
        return tuple(sorted(found.values(), key=lambda s: s.created, reverse=True))

    @cached_property
    def credit_notes(self) -> tuple[CreditNote, ...]:
        return tuple(n for p in self.pictures for n in p.credit_notes)

    @cached_property
    def payment_methods(self) -> tuple[PaymentMethod, ...]:
        return tuple(m for p in self.pictures for m in p.payment_methods)

    @cached_property
    def disputes(self) -> tuple[Dispute, ...]:
        return self.risks.disputes

    @cached_property
    def fraud_warnings(self) -> tuple[FraudWarning, ...]:
        return self.risks.fraud_warnings

    @property
    def portal(self) -> PortalConfiguration | None:
        return self.account.portal

    # ------------------------------------------------------------ what could not be read
    @cached_property
    def all_unread(self) -> tuple[Unread, ...]:
        inner = [u for p in self.pictures for u in p.unread]
        return (*self.unread, *inner, *self.account.unread, *self.risks.unread)

    def could_read(self, *names: str) -> bool:
        """False when one of the named lists is missing, in any picture, or was cut."""
        missing = {u.what for u in self.all_unread} | {t for p in self.pictures for t in p.truncated}
        return not missing.intersection(names)

    # ------------------------------------------------------------ how things hang together
    @cached_property
    def _charge_by_intent(self) -> dict[str, tuple[Charge, ...]]:
        found: dict[str, list[Charge]] = {}
        for charge in self.charges:
            if charge.payment_intent:
                found.setdefault(charge.payment_intent, []).append(charge)
        return {intent: tuple(charges) for intent, charges in found.items()}

    @cached_property
    def _charges_by_id(self) -> dict[str, Charge]:
        return {c.id: c for c in self.charges}

    @cached_property
    def _invoices_by_id(self) -> dict[str, Invoice]:
        return {i.id: i for i in self.invoices}

    @cached_property
    def _invoice_by_payment(self) -> dict[str, Invoice]:
        found: dict[str, Invoice] = {}
        for invoice in self.invoices:
            for payment in invoice.payments:
                for key in (payment.payment_intent, payment.charge):
                    if key:
                        found[key] = invoice
        return found

    @cached_property
    def _subscriptions_by_id(self) -> dict[str, Subscription]:
        return {s.id: s for s in self.subscriptions}

    @cached_property
    def _invoices_by_subscription(self) -> dict[str, tuple[Invoice, ...]]:
        found: dict[str, list[Invoice]] = {}
        for invoice in self.invoices:
            if invoice.subscription:
                found.setdefault(invoice.subscription, []).append(invoice)
        return {sub: tuple(invoices) for sub, invoices in found.items()}

    @cached_property
    def _charges_by_amount_and_day(self) -> dict[tuple[int, str, date], list[Charge]]:
        found: dict[tuple[int, str, date], list[Charge]] = {}
        for charge in self.charges:
            found.setdefault((charge.amount, charge.currency, charge.created.date()), []).append(charge)
        return found

    @cached_property
    def _owners_by_id(self) -> dict[str, frozenset[str | None]]:
        found: dict[str, set[str | None]] = {}
        records: list[Charge | Subscription | Invoice] = [*self.charges, *self.subscriptions, *self.invoices]
        for record in records:
            found.setdefault(record.id, set()).add(record.customer)
        return {id: frozenset(owners) for id, owners in found.items()}

    @cached_property
    def _quoted(self) -> dict[str, str]:
        return {i.subscription: i.quote for i in self.invoices if i.subscription and i.quote}

    def owners_of(self, record_id: str | None) -> frozenset[str | None]:
        """Whom a charge, subscription or invoice of this id belongs to; several where records contradict."""
        return self._owners_by_id.get(record_id or "", frozenset())

    def quote_of(self, subscription: Subscription) -> str | None:
        """The quote one of its invoices rests on."""
        return self._quoted.get(subscription.id)

    def others_like(self, charge: Charge) -> tuple[Charge, ...]:
        """Other charges of the same amount on the same day."""
        alike = self._charges_by_amount_and_day.get(
            (charge.amount, charge.currency, charge.created.date()), []
        )
        return tuple(c for c in alike if c.id != charge.id)

    def charge(self, charge_id: str | None) -> Charge | None:
        return self._charges_by_id.get(charge_id or "")

    def invoice(self, invoice_id: str | None) -> Invoice | None:
        return self._invoices_by_id.get(invoice_id or "")

    def subscription(self, subscription_id: str | None) -> Subscription | None:
        return self._subscriptions_by_id.get(subscription_id or "")

    def payments_of(self, invoice: Invoice) -> tuple[Charge, ...]:
        """Every charge, failed ones too, that tried to settle the invoice; newest first."""
        found: dict[str, Charge] = {}
        for payment in invoice.payments:
            for charge in self._charge_by_intent.get(payment.payment_intent or "", ()):
                found[charge.id] = charge
            if payment.charge and payment.charge in self._charges_by_id:
                found[payment.charge] = self._charges_by_id[payment.charge]
        return tuple(sorted(found.values(), key=lambda c: c.created, reverse=True))

    def paid_by(self, invoice: Invoice) -> Charge | None:
        """The succeeded charge that settled the invoice."""
        return next((c for c in self.payments_of(invoice) if c.status == "succeeded"), None)

    def invoice_of(self, charge: Charge) -> Invoice | None:
        return self._invoice_by_payment.get(charge.payment_intent or "") or self._invoice_by_payment.get(
            charge.id
        )

    def invoices_of(self, subscription: Subscription) -> tuple[Invoice, ...]:
        return self._invoices_by_subscription.get(subscription.id, ())

    def first_invoice_of(self, subscription: Subscription) -> Invoice | None:
        created = [i for i in self.invoices_of(subscription) if i.billing_reason == "subscription_create"]
        return created[-1] if created else None

    def charges_of(self, subscription: Subscription) -> tuple[Charge, ...]:
        return tuple(c for i in self.invoices_of(subscription) for c in self.payments_of(i))

    def intent_of(self, invoice: Invoice) -> PaymentIntent | None:
        wanted = {p.payment_intent for p in invoice.payments if p.payment_intent}
        return next((i for i in self.payment_intents if i.id in wanted), None)

    def refunds(self) -> tuple[Refund, ...]:
        found = [r for c in self.charges for r in c.refunds]
        return tuple(sorted(found, key=lambda r: r.created, reverse=True))

    def disputes_of(self, charge: Charge) -> tuple[Dispute, ...]:
        return tuple(d for d in self.disputes if d.charge == charge.id)

    def proration_lines(self, invoice: Invoice) -> tuple[InvoiceLine, ...]:
        return tuple(line for line in invoice.lines if line.proration)

    def since(self, moment: datetime) -> timedelta:
        return self.now - moment


# k of stripe.md section 3: what one interval is worth in months.
_MONTHS = {"month": 1.0, "year": 1 / 12, "week": 52 / 12, "day": 365 / 12}


def monthly_value(subscription: Subscription) -> Money | None:
    """MRR of one subscription in minor units, discounts by percent applied; None where the price is metered or tiered.

    sum(quantity x unit_amount x k / interval_count), k: month 1, year 1/12, week 52/12, day 365/12.
    """
    total = 0.0
    for item in subscription.items:
        price = item.price
        if price.unit_amount is None or price.usage_type == "metered" or price.billing_scheme != "per_unit":
            return None
        total += (
            item.quantity
            * price.unit_amount
            * _MONTHS.get(price.interval or "", 0.0)
            / max(1, price.interval_count)
        )
    for discount in subscription.discounts:
        if discount.percent_off:
            total *= 1 - discount.percent_off / 100
    return Money(round(total), subscription.currency) if subscription.items else None


def shown(pictures: tuple[BillingPicture, ...], match: Match) -> tuple[BillingPicture, ...]:
    """The pictures judgement may see: the matched records', main one first; while an agent still has to pick, none."""
    by_id = {picture.customer.id: picture for picture in pictures}
    return tuple(by_id[customer_id] for customer_id in match.customer_ids if customer_id in by_id)


def with_product_names(
    pictures: tuple[BillingPicture, ...], names: Mapping[str, str]
) -> tuple[BillingPicture, ...]:
    """The same pictures, in which each price says what its product is called."""

    def named(item: SubscriptionItem) -> SubscriptionItem:
        name = item.price.product_name or names.get(item.price.product)
        return replace(item, price=replace(item.price, product_name=name)) if name else item

    return tuple(
        replace(
            picture,
            subscriptions=tuple(
                replace(subscription, items=tuple(named(item) for item in subscription.items))
                for subscription in picture.subscriptions
            ),
        )
        for picture in pictures
    )


def example(**parts: object) -> CaseFacts:
    """Facts for the examples beside a rule: a strong match at a fixed time unless said otherwise.

    `example(pictures=(BillingPicture(...),), reading=Reading(("refund_request",)))`.
    """
    defaults: dict[str, object] = {
        "now": EXAMPLE_NOW,
        "match": Match(confidence="strong", customer_id="cus_example", match_reason="example"),
    }
    return CaseFacts(**{**defaults, **parts})  # type: ignore[arg-type]


EXAMPLE_NOW = datetime(2026, 6, 15, 12, 0, tzinfo=UTC)
