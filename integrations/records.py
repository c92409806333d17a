"""Plain records of what the outside world holds, in nobody's vendor language.

All are frozen. Amounts are integers in minor units of the record's `currency` unless they are
`Money`; times are aware datetimes in UTC; enumerations are the vendor's strings kept as they came
(an unknown value must stay visible, never be mapped to a default). Fields a vendor did not return
are None or empty. The mapping from Stripe's fields is `stripe_billing/translate.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType

from integrations.money import Money

NOTHING: Mapping[str, str] = MappingProxyType({})

LIVE_STATUSES = frozenset({"active", "trialing", "past_due", "unpaid", "paused"})
"""Subscription statuses under which the customer has, or may soon have again, the product."""


# ------------------------------------------------------------------ billing
@dataclass(frozen=True, slots=True)
class PaymentMethod:
    """A card, a bank account or another way to pay; never more of a number than its last four."""

    id: str | None = None
    kind: str = "card"
    brand: str | None = None
    last4: str | None = None
    fingerprint: str | None = None
    exp_month: int | None = None
    exp_year: int | None = None
    wallet: str | None = None
    wallet_last4: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Customer:
    """One customer record. `balance` < 0 is credit the customer holds (Stripe's sign)."""

    id: str
    email: str | None = None
    name: str | None = None
    created: datetime | None = None
    deleted: bool = False
    balance: int = 0
    invoice_credit: tuple[Money, ...] = ()
    currency: str | None = None
    delinquent: bool = False
    default_payment_method: PaymentMethod | None = None
    metadata: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    livemode: bool = False
    test_clock: str | None = None
    phone: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Price:
    id: str
    product: str
    currency: str
    unit_amount: int | None = None
    nickname: str | None = None
    product_name: str | None = None
    interval: str | None = None
    interval_count: int = 1
    usage_type: str = "licensed"
    billing_scheme: str = "per_unit"


@dataclass(frozen=True, slots=True)
class SubscriptionItem:
    id: str
    price: Price
    quantity: int = 1
    period_start: datetime | None = None
    period_end: datetime | None = None


@dataclass(frozen=True, slots=True)
class Discount:
    id: str
    coupon: str | None = None
    percent_off: float | None = None
    amount_off: int | None = None
    start: datetime | None = None
    end: datetime | None = None


@dataclass(frozen=True, slots=True)
class Subscription:
    id: str
    customer: str
    status: str
    created: datetime
    currency: str
    items: tuple[SubscriptionItem, ...] = ()
    items_truncated: bool = False
    cancel_at_period_end: bool = False
    cancel_at: datetime | None = None
    canceled_at: datetime | None = None
    ended_at: datetime | None = None
    cancellation_reason: str | None = None
    trial_start: datetime | None = None
    trial_end: datetime | None = None
    collection_method: str = "charge_automatically"
    schedule: str | None = None
    discounts: tuple[Discount, ...] = ()
    metadata: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    description: str | None = None
    default_payment_method: PaymentMethod | None = None
    latest_invoice: str | None = None
    pause_behavior: str | None = None
    pause_resumes_at: datetime | None = None
    pending_update_expires_at: datetime | None = None
    billing_mode: str | None = None
    connect: bool = False
    """True where another account is involved (application, on_behalf_of, transfer_data)."""
    livemode: bool = False
    test_clock: str | None = None

    @property
    def live(self) -> bool:
        return self.status in LIVE_STATUSES

    @property
    def quantity(self) -> int:
        return sum(item.quantity for item in self.items) or 1

    @property
    def products(self) -> frozenset[str]:
        return frozenset(item.price.product for item in self.items)

    @property
    def interval(self) -> str | None:
        """The longest billing interval of its items: "year" > "month" > "week" > "day"."""
        order = {"day": 0, "week": 1, "month": 2, "year": 3}
        known = [item.price.interval for item in self.items if item.price.interval in order]
        return max(known, key=lambda name: order[name]) if known else None

    @property
    def period_end(self) -> datetime | None:
        ends = [item.period_end for item in self.items if item.period_end]
        return max(ends) if ends else None


@dataclass(frozen=True, slots=True)
class InvoiceLine:
    id: str
    amount: int
    currency: str
    description: str | None = None
    proration: bool = False
    credited_invoice: str | None = None
    """The earlier invoice whose line this (negative) proration line gives back."""
    price: str | None = None
    product: str | None = None
    quantity: int | None = None
    metered: bool = False
    period_start: datetime | None = None
    period_end: datetime | None = None
    subscription: str | None = None


@dataclass(frozen=True, slots=True)
class InvoicePayment:
    """One attempt to settle an invoice; joins it to a charge through the payment intent."""

    status: str
    payment_intent: str | None = None
    charge: str | None = None
    amount_paid: int | None = None
    is_default: bool = False


@dataclass(frozen=True, slots=True)
class Invoice:
    id: str
    customer: str | None
    status: str | None
    created: datetime
    currency: str
    number: str | None = None
    subscription: str | None = None
    quote: str | None = None
    billing_reason: str | None = None
    total: int = 0
    amount_due: int = 0
    amount_paid: int = 0
    amount_remaining: int = 0
    amount_overpaid: int = 0
    paid_off_stripe: int = 0
    tax: int = 0
    discount: int = 0
    starting_balance: int = 0
    ending_balance: int | None = None
    credit_notes_after_payment: int = 0
    attempt_count: int = 0
    next_payment_attempt: datetime | None = None
    due_date: datetime | None = None
    paid_at: datetime | None = None
    voided_at: datetime | None = None
    uncollectible_reason: str | None = None
    collection_method: str | None = None
    auto_advance: bool | None = None
    hosted_url: str | None = None
    pdf_url: str | None = None
    customer_email: str | None = None
    lines: tuple[InvoiceLine, ...] = ()
    lines_truncated: bool = False
    payments: tuple[InvoicePayment, ...] = ()
    livemode: bool = False


@dataclass(frozen=True, slots=True)
class Refund:
    id: str
    charge: str | None
    amount: int
    currency: str
    status: str | None
    created: datetime
    payment_intent: str | None = None
    reason: str | None = None
    pending_reason: str | None = None
    failure_reason: str | None = None
    reference: str | None = None
    """What the bank calls it (the acquirer reference number of a card refund)."""
    metadata: Mapping[str, str] = field(default_factory=lambda: NOTHING)


@dataclass(frozen=True, slots=True)
class Charge:
    id: str
    amount: int
    currency: str
    status: str
    created: datetime
    customer: str | None = None
    payment_intent: str | None = None
    amount_captured: int = 0
    amount_refunded: int = 0
    captured: bool = True
    disputed: bool = False
    method: PaymentMethod | None = None
    failure_code: str | None = None
    decline_code: str | None = None
    advice_code: str | None = None
    outcome_type: str | None = None
    outcome_reason: str | None = None
    network_status: str | None = None
    description: str | None = None
    statement_descriptor: str | None = None
    receipt_number: str | None = None
    receipt_url: str | None = None
    receipt_email: str | None = None
    billing_email: str | None = None
    review: str | None = None
    refunds: tuple[Refund, ...] = ()
    refunds_truncated: bool = False
    fee: int | None = None
    connect: bool = False
    livemode: bool = False

    @property
    def refundable(self) -> int:
        """What is left to give back, in minor units."""
        return max(0, self.amount_captured - self.amount_refunded)


@dataclass(frozen=True, slots=True)
class PaymentIntent:
    id: str
    amount: int
    currency: str
    status: str
    created: datetime
    customer: str | None = None
    error_code: str | None = None
    decline_code: str | None = None
    advice_code: str | None = None
    next_action: str | None = None
    latest_charge: str | None = None
    method: PaymentMethod | None = None


@dataclass(frozen=True, slots=True)
class CheckoutSession:
    id: str
    status: str | None
    payment_status: str
    mode: str
    created: datetime
    customer: str | None = None
    customer_email: str | None = None
    amount_total: int | None = None
    currency: str | None = None
    subscription: str | None = None
    payment_intent: str | None = None
    expires_at: datetime | None = None
    recovery_url: str | None = None


@dataclass(frozen=True, slots=True)
class CreditNote:
    id: str
    invoice: str
    status: str
    total: int
    currency: str
    created: datetime
    refunds: tuple[str, ...] = ()
    to_balance: bool = False


@dataclass(frozen=True, slots=True)
class BalanceTransaction:
    id: str
    amount: int
    currency: str
    kind: str
    created: datetime
    ending_balance: int = 0


@dataclass(frozen=True, slots=True)
class PendingItem:
    """Something that will be on the next invoice."""

    id: str
    amount: int
    currency: str
    proration: bool = False
    description: str | None = None
    subscription: str | None = None


@dataclass(frozen=True, slots=True)
class Entitlement:
    id: str
    lookup_key: str


@dataclass(frozen=True, slots=True)
class Dispute:
    id: str
    charge: str
    status: str
    reason: str
    amount: int
    currency: str
    created: datetime
    due_by: datetime | None = None
    refundable: bool = False

    @property
    def open(self) -> bool:
        """Not yet decided; an inquiry (`warning_...`) counts as open, a closed or decided one does not."""
        return self.status not in {"won", "lost", "warning_closed", "prevented"}


@dataclass(frozen=True, slots=True)
class FraudWarning:
    id: str
    charge: str
    actionable: bool
    created: datetime


@dataclass(frozen=True, slots=True)
class UndeliveredEvent:
    """An event the merchant's own webhook endpoint has not taken."""

    id: str
    kind: str
    created: datetime
    object_id: str | None = None
    customer: str | None = None


@dataclass(frozen=True, slots=True)
class PortalConfiguration:
    """What the merchant's hosted customer portal lets customers do by themselves."""

    id: str
    active: bool = True
    login_url: str | None = None
    cancel_enabled: bool = False
    cancel_mode: str | None = None
    update_enabled: bool = False
    updates_allowed: tuple[str, ...] = ()
    payment_method_update: bool = False
    invoice_history: bool = False
    customer_update: bool = False
    pause_enabled: bool = False


@dataclass(frozen=True, slots=True)
class Account:
    """The merchant's own account at the billing vendor."""

    id: str
    country: str | None = None
    name: str | None = None
    statement_descriptor: str | None = None
    default_currency: str | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """Something that could not be read: `what` is one of the names in `BillingPicture` or a look-up."""

    what: str
    why: str
    """A sentence for the agent."""
    permission: str | None = None
    """The permission the key lacks, where that is the reason."""
    customer: str | None = None


@dataclass(frozen=True, slots=True)
class BillingPicture:
    """Everything read about one customer record, and what could not be read.

    `truncated` names the lists that were cut ("invoices", ...): no claim about absence may rest on them.
    """

    customer: Customer
    read_at: datetime
    subscriptions: tuple[Subscription, ...] = ()
    invoices: tuple[Invoice, ...] = ()
    charges: tuple[Charge, ...] = ()
    payment_intents: tuple[PaymentIntent, ...] = ()
    checkout_sessions: tuple[CheckoutSession, ...] = ()
    payment_methods: tuple[PaymentMethod, ...] = ()
    credit_notes: tuple[CreditNote, ...] = ()
    balance_transactions: tuple[BalanceTransaction, ...] = ()
    pending_items: tuple[PendingItem, ...] = ()
    entitlements: tuple[Entitlement, ...] = ()
    unread: tuple[Unread, ...] = ()
    truncated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AccountPicture:
    """What holds for the whole merchant account (cached for minutes by the reader)."""

    account: Account | None = None
    portal: PortalConfiguration | None = None
    undelivered: tuple[UndeliveredEvent, ...] = ()
    product_names: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    """Product id -> the name customers know it by."""
    unread: tuple[Unread, ...] = ()


@dataclass(frozen=True, slots=True)
class Risks:
    """Disputes and fraud warnings of the charges a plan would touch."""

    disputes: tuple[Dispute, ...] = ()
    fraud_warnings: tuple[FraudWarning, ...] = ()
    unread: tuple[Unread, ...] = ()


@dataclass(frozen=True, slots=True)
class Clue:
    """Something that may lead to a customer.

    `kind`: "email", "customer", "subscription", "invoice", "invoice_number", "receipt_number", "charge",
    "payment_intent", "checkout_session", "refund", "dispute", "metadata" (`value` "key=value"),
    "card_payment" (`value` as `CardPayment` writes it).
    """

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class CardPayment:
    """A payment as its payer sees it; `currency` is None where only "$" is known."""

    last4: str
    amount: int
    currency: str | None
    day: date

    def __str__(self) -> str:
        return f"{self.last4} {self.amount} {self.currency or '-'} {self.day.isoformat()}"

    @classmethod
    def parse(cls, text: str) -> CardPayment | None:
        """What `str` wrote, or None for anything else."""
        try:
            last4, amount, currency, day = text.split(" ")
            found = cls(last4, int(amount), None if currency == "-" else currency, date.fromisoformat(day))
        except ValueError:
            return None
        sound = len(last4) == 4 and last4.isascii() and last4.isdigit() and found.amount > 0
        known = currency == "-" or (len(currency) == 3 and currency.isascii() and currency.isalpha())
        return found if sound and known else None


@dataclass(frozen=True, slots=True)
class Hit:
    """One customer a clue led to. `how` is "exact", "case_insensitive", "object" or "metadata"."""

    clue: Clue
    customer_id: str
    how: str
    customer: Customer | None = None
    """The whole record where the look-up already returned it."""


@dataclass(frozen=True, slots=True)
class LookUp:
    """All that a set of clues led to, found side by side."""

    hits: tuple[Hit, ...] = ()
    guest_sessions: tuple[CheckoutSession, ...] = ()
    guest_charges: tuple[Charge, ...] = ()
    not_found: tuple[Clue, ...] = ()
    unread: tuple[Unread, ...] = ()


# ------------------------------------------------------------------ helpdesk
@dataclass(frozen=True, slots=True)
class EmailIdentity:
    address: str
    verified: bool = False
    primary: bool = False


@dataclass(frozen=True, slots=True)
class Requester:
    id: int
    name: str
    emails: tuple[EmailIdentity, ...] = ()
    locale: str | None = None
    external_id: str | None = None
    organization_id: int | None = None
    verified: bool = False
    suspended: bool = False


@dataclass(frozen=True, slots=True)
class Comment:
    """`trusted` and `flags` are the helpdesk's own opinion of the sender (Zendesk: metadata.trusted/flags)."""

    id: int
    author_id: int
    body: str
    public: bool
    created_at: datetime
    trusted: bool = True
    flags: tuple[int, ...] = ()
    channel: str | None = None


@dataclass(frozen=True, slots=True)
class Ticket:
    """`text` of the customer = bodies of public comments by the requester; comments are oldest first."""

    id: int
    subject: str
    status: str
    requester: Requester | None
    comments: tuple[Comment, ...]
    created_at: datetime
    updated_at: datetime
    channel: str | None = None
    tags: tuple[str, ...] = ()
    cc_emails: tuple[str, ...] = ()
    has_followers: bool = False
    brand: str | None = None
    submitter_id: int | None = None
    assignee_id: int | None = None

    @property
    def open(self) -> bool:
        return self.status not in {"solved", "closed", "deleted"}

    def customer_text(self) -> str:
        """Subject and all public comments of the requester, newest last, separated by blank lines."""
        author = self.requester.id if self.requester else None
        said = [c.body for c in self.comments if c.public and (author is None or c.author_id == author)]
        return "\n\n".join([self.subject, *said])


@dataclass(frozen=True, slots=True)
class TicketRef:
    """A ticket as a list shows it."""

    id: int
    status: str
    updated_at: datetime

    @property
    def open(self) -> bool:
        return self.status not in {"solved", "closed", "deleted"}


@dataclass(frozen=True, slots=True)
class TicketChanges:
    """A page of changed tickets and the cursor to go on from; `complete` when nothing newer is left."""

    tickets: tuple[TicketRef, ...]
    cursor: str
    complete: bool


@dataclass(frozen=True, slots=True)
class Agent:
    """A person who works tickets. `role` is "end-user", "agent" or "admin"."""

    id: int
    name: str
    role: str
    suspended: bool = False
    group_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class WrittenNote:
    ticket_id: int
    comment_id: int | None
    created_at: datetime | None


# ------------------------------------------------------------------ issue tracker
@dataclass(frozen=True, slots=True)
class Issue:
    number: int
    url: str
    title: str
    body: str
    state: str
    labels: tuple[str, ...] = field(default=())
    state_reason: str | None = None
    closed_at: datetime | None = None
    locked: bool = False
    elsewhere: bool = False
    """It was moved to another repository; `number` and `url` are those it has there."""
