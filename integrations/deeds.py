"""What may be done at the billing vendor, one record per deed; the permit each needs; and what comes back.

A deed says exactly what will happen, so it can be shown, hashed, kept in a row and recognised later. None
of them is a function: only a `BillingWriter` can carry one out, and it asks for a `Permit`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, Literal, get_args

from integrations.money import Money

Reason = Literal["duplicate", "requested_by_customer"]
"""Never "fraudulent": that would put the customer's card and address on a block list."""

Flow = Literal[
    "overview", "payment_method_update", "subscription_cancel", "subscription_update", "customer_update"
]


@dataclass(frozen=True, slots=True)
class RefundCharge:
    charge: str
    amount: Money
    reason: Reason


@dataclass(frozen=True, slots=True)
class CreditInvoice:
    """A credit note that refunds: where the invoice is taxed, or the account issues credit notes anyway."""

    invoice: str
    charge: str
    amount: Money
    reason: Reason


@dataclass(frozen=True, slots=True)
class EndWithPeriod:
    """`ends` False takes a planned end back."""

    subscription: str
    ends: bool


@dataclass(frozen=True, slots=True)
class EndNow:
    """`keep_collecting`: open invoices of what stays; the vendor stops collecting them when one subscription ends."""

    subscription: str
    keep_collecting: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CollectInvoice:
    invoice: str
    collect: bool


@dataclass(frozen=True, slots=True)
class VoidInvoice:
    invoice: str


@dataclass(frozen=True, slots=True)
class PayInvoice:
    invoice: str
    amount: Money


@dataclass(frozen=True, slots=True)
class SetSeats:
    """`at`: the moment prorations are computed for, the same in preview and deed; None where none are made."""

    subscription: str
    item: str
    quantity: int
    at: datetime | None


@dataclass(frozen=True, slots=True)
class ResumeSubscription:
    """`collection_only`: it runs, only its collection was paused."""

    subscription: str
    collection_only: bool


@dataclass(frozen=True, slots=True)
class AddCredit:
    customer: str
    amount: Money


@dataclass(frozen=True, slots=True)
class OpenPortal:
    """A page for the customer, signed in. Its address is a bearer credential."""

    customer: str
    flow: Flow = "overview"
    subscription: str | None = None


Deed = (
    RefundCharge
    | CreditInvoice
    | EndWithPeriod
    | EndNow
    | CollectInvoice
    | VoidInvoice
    | PayInvoice
    | SetSeats
    | ResumeSubscription
    | AddCredit
    | OpenPortal
)

_BY_NAME: Mapping[str, type[Any]] = {kind.__name__: kind for kind in get_args(Deed)}


@dataclass(frozen=True, slots=True)
class Permit:
    """The right to carry out one deed: minted by plugin/act/gate.py and nowhere else (a test looks).

    For one step of one ticket, one deed, at most one amount, asked by one named agent, for a few minutes.
    """

    deed: Deed
    marker: str
    """Written into the object's metadata: whoever lost everything else still sees that it was done."""
    key: str
    """The idempotency key, derived from the attempt; the same for every try of it."""
    ticket_id: int
    ceiling: Money | None
    agent_id: int
    approved_by: int | None
    good_until: datetime

    @property
    def covers_its_deed(self) -> bool:
        amount = amount_of(self.deed)
        if amount is None:
            return True
        ceiling = self.ceiling
        return (
            ceiling is not None
            and ceiling.currency == amount.currency
            and 0 < amount.amount <= ceiling.amount
        )


@dataclass(frozen=True, slots=True)
class Done:
    """What the vendor holds now. `url`: only of a portal page, never stored."""

    object_id: str
    status: str
    request_id: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Estimate:
    """What the vendor itself says will come of a deed: amounts by name, in the order to show them."""

    amounts: tuple[tuple[str, Money], ...] = ()
    lines: tuple[str, ...] = ()


def amount_of(deed: Deed) -> Money | None:
    """The money the deed moves."""
    return getattr(deed, "amount", None)


# ------------------------------------------------------------------ as rows keep them
def to_json(deed: Deed) -> dict[str, Any]:
    return {"deed": type(deed).__name__} | {f.name: _plain(getattr(deed, f.name)) for f in fields(deed)}


def from_json(kept: Mapping[str, Any]) -> Deed:
    kind = _BY_NAME[kept["deed"]]
    made: Deed = kind(**{f.name: _whole(f.name, kept[f.name]) for f in fields(kind)})
    return made


def _plain(value: Any) -> Any:
    if isinstance(value, Money):
        return {"amount": value.amount, "currency": value.currency}
    if isinstance(value, datetime):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _whole(name: str, value: Any) -> Any:
    if isinstance(value, dict):
        return Money(value["amount"], value["currency"])
    if name == "at" and value is not None:
        return datetime.fromisoformat(value)
    return tuple(value) if isinstance(value, list) else value
