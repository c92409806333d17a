"""What a label says, and the desk at which a ticket of the corpus is staged.

A file of `tickets/` holds one theme: a `Book` with what its tickets have in common, and one function per ticket that
sets up what Stripe holds. Labels are what a careful billing-operations lead would decide from the ticket and Stripe's
state; they are written before the judgement is run, and never changed to please it (see docs/judgement.md).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from babel.dates import format_date

from integrations.sandbox.merchant import catalogue
from integrations.sandbox.world import World

MONEY = ("refund_charge", "apply_credit", "retry_invoice")
FINAL = ("cancel_subscription_now", "void_invoice")

GUARD = "no_duplicate_subscription_guard"
NO_PORTAL = "no_billing_portal"
NO_CANCEL = "no_cancellation_flow"
NO_USAGE = "no_usage_visibility"
NO_SEATS = "no_plan_or_seat_explanation"


@dataclass(frozen=True)
class Label:
    """`situation` may name several that say the same; `first` is the first step proposed, or several as good."""

    bucket: str
    situation: str | tuple[str, ...]
    first: str | tuple[str, ...]
    gaps: tuple[str, ...] = ()
    never: tuple[str, ...] = (*MONEY, *FINAL)
    """Kinds that must not be proposed. Where money is due, `refunds` says how much at most."""
    refunds: int = 0
    """The most that may be proposed to be given back, in minor units, all steps together."""
    identity: str = "strong"
    says: tuple[str, ...] = ()
    """Words every reply to it must state; dates are added by the desk."""
    hides: tuple[str, ...] = ()
    """Words the reply must not state, besides what a match that is not strong hides anyway."""

    @property
    def firsts(self) -> tuple[str, ...]:
        return (self.first,) if isinstance(self.first, str) else self.first

    @property
    def situations(self) -> tuple[str, ...]:
        return (self.situation,) if isinstance(self.situation, str) else self.situation


class Desk:
    """One ticket's world: a shop it shares with the others, and a requester of its own."""

    def __init__(self, world: World, name: str, locale: str) -> None:
        self.world, self.books, self.shop = world, world.stripe, catalogue(world)
        self.locale = locale
        slug = re.sub(r"[^a-z]+", "", name.lower())[:40]
        # The names of two tickets must differ, or their cards and records would make them one person.
        self.name = f"{slug[:12].title()} {slug[12:24].title() or 'Lee'}"
        self.email = f"{slug}@customer.example"
        self.verified = True
        self.ticket: dict[str, Any] = {}
        """Further arguments of the ticket: `flags`, `trusted`, `ccs`, `channel`."""
        self.more_emails: tuple[str | tuple[str, bool], ...] = ()
        self.owned: list[dict[str, Any]] = []
        """Customers of this ticket's story: what a match that is not strong must hide."""
        self.hands_off: set[str] = set()
        """Ids no writing step may touch."""
        self.must_say: list[str] = []

    def ago(self, days: float = 0, **parts: float) -> datetime:
        return self.world.ago(days=days, **parts)

    def customer(self, email: str | None = None, *, days: float = 400, last4: str = "4242", like: Any = None,
                 name: str | None = None, country: str = "US", no_card: bool = False, **fields: Any) -> dict[str, Any]:  # fmt: skip
        """A customer record with a card on it; the requester's own unless said otherwise."""
        made = self.books.customer(
            email or self.email, name or self.name, created=self.ago(days), country=country, **fields
        )
        if not no_card:
            self.books.card(made, last4, like=like, country=country)
        self.owned.append(made)
        return made

    def plan(self, owner: Any, price: Any = None, *, days: float = 40, paid_until_now: bool = True, usage: int = 0,
             tax_percent: float = 0, **fields: Any) -> dict[str, Any]:  # fmt: skip
        """A subscription since so many days, every renewal paid."""
        made = self.books.subscribe(
            owner, price or self.shop.pro, at=self.ago(days), tax_percent=tax_percent, **fields
        )
        renewable = (
            made["status"] in {"active", "trialing"} and fields.get("collection_method") != "send_invoice"
        )
        if paid_until_now and renewable:
            self.books.renew_until_now(made, usage=usage, tax_percent=tax_percent)
        return made

    def keep(self, subscription: Any) -> None:
        """Neither this subscription nor its payments may be touched."""
        self.hands_off.add(subscription["id"])
        for invoice in self.books.invoices_of(subscription):
            self.hands_off.add(invoice["id"])
            if charge := self.books.charge_of(invoice):
                self.hands_off.add(charge["id"])

    def keep_charge(self, charge: Any) -> None:
        """This payment stands."""
        self.hands_off.add(charge["id"])

    def say_day(self, moment: datetime | int) -> None:
        """The reply must name this day."""
        if isinstance(moment, int):
            moment = datetime.fromtimestamp(moment, self.world.now().tzinfo)
        self.must_say.append(format_date(moment.date(), format="long", locale=self.locale.replace("-", "_")))

    def charged_on(self, charge: Any) -> datetime:
        return datetime.fromtimestamp(charge["created"], self.world.now().tzinfo)

    def hours(self, number: float) -> timedelta:
        return timedelta(hours=number)


Stage = Callable[[Desk], None]


@dataclass(frozen=True)
class Labelled:
    name: str
    theme: str
    subject: str
    body: str
    stage: Stage
    label: Label
    shop: str
    locale: str


@dataclass
class Book:
    """The tickets of one theme. `shop` is the merchant's set-up they happen at (see `shops`)."""

    theme: str
    shop: str = "cannot_cancel"
    tickets: list[Labelled] = field(default_factory=list)

    def ticket(self, like: Label, subject: str, body: str, *, locale: str = "en-US", shop: str | None = None,
               **differs: Any) -> Callable[[Stage], Stage]:  # fmt: skip
        """Adds a ticket with the label `like`, where it is not said to differ."""

        def add(stage: Stage) -> Stage:
            name = f"{self.theme}/{stage.__name__}"
            label = replace(like, **differs)
            self.tickets.append(
                Labelled(name, self.theme, subject, body, stage, label, shop or self.shop, locale)
            )
            return stage

        return add


def shops() -> dict[str, Callable[[World], None]]:
    """How the merchant's account is set up: what its customer portal can do, what the key may read."""
    return {
        "cannot_cancel": lambda _world: None,
        "full_portal": lambda world: _portal(world, cancel=True, update=True, quantity=True),
        "no_portal": lambda world: world.stripe.no_portal(),
        "disputes_unreadable": lambda world: world.stripe.forbidden_permissions.add("rak_dispute_read"),
    }


def _portal(world: World, **features: bool) -> None:
    world.stripe.portal(**features)


def all_tickets(books: Sequence[Book]) -> list[Labelled]:
    return [ticket for book in books for ticket in book.tickets]
