"""How findings speak of plans, days and cards, so that forty detectors sound like one voice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from integrations.money import Money
from integrations.records import Charge, Invoice, PaymentMethod, Subscription
from plugin.diagnose.finding import Told
from plugin.facts import CaseFacts


def day(moment: datetime | None) -> str:
    return f"{moment.day} {moment:%B %Y}" if moment else "an unknown day"


def plan_name(subscription: Subscription | None) -> str | None:
    """The name a customer would recognise; None where Stripe only knows ids."""
    for item in subscription.items if subscription else ():
        if name := item.price.product_name or item.price.nickname:
            return name
    return None


def the_plan(subscription: Subscription) -> str:
    """The plan as a sentence for the agent names it."""
    return plan_name(subscription) or f"the plan of {subscription.id}"


def told_apart(moment: datetime, others: Iterable[datetime]) -> str:
    """The day; with the time of day where another one falls on the same day."""
    same_day = [other for other in others if other.date() == moment.date()]
    if not same_day:
        return day(moment)
    minute = any(other.replace(second=0) == moment.replace(second=0) for other in same_day)
    return f"{day(moment)}, {moment:%H:%M:%S} UTC" if minute else f"{day(moment)}, {moment:%H:%M} UTC"


def since(case: CaseFacts, subscription: Subscription) -> str:
    """When it began, precisely enough to tell it from the customer's others of the same plan."""
    name = plan_name(subscription)
    others = [s.created for s in case.subscriptions if s.id != subscription.id and plan_name(s) == name]
    when = told_apart(subscription.created, others)
    return f"{when} ({subscription.id})" if subscription.created in others else when


def when_paid(case: CaseFacts, charge: Charge) -> str:
    """The day of a payment, precisely enough to tell it from others of the same amount."""
    alike = case.others_like(charge)
    when = told_apart(charge.created, [c.created for c in alike])
    if all(c.created != charge.created for c in alike):
        return when
    # Not even the second tells them apart; the card may, and the id does.
    last4 = charge.method.last4 if charge.method else None
    cards = {c.method.last4 if c.method else None for c in alike if c.created == charge.created}
    return f"{when} (card ending {last4})" if last4 and last4 not in cards else f"{when} ({charge.id})"


def name_of(case: CaseFacts, target: str | None) -> str:
    """A record as a person would point at it; its id only where nothing else is known."""
    if subscription := case.subscription(target):
        return f"{the_plan(subscription)} (since {since(case, subscription)})"
    if charge := case.charge(target):
        return when_paid(case, charge)
    if invoice := case.invoice(target):
        return f"{invoice.number or invoice.id} of {day(invoice.created)}"
    return target or ""


def method_of(method: PaymentMethod | None) -> str:
    if method is None:
        return "an unknown payment method"
    kind = "card" if method.kind == "card" else method.kind.replace("_", " ")
    return f"{kind} ending {method.last4}" if method.last4 else kind


def money(of: Charge | Invoice, amount: int | None = None) -> Money:
    """The charge's amount or the invoice's total, or another amount in the same currency."""
    if amount is None:
        amount = of.amount if isinstance(of, Charge) else of.total
    return Money(amount, of.currency)


def listed(parts: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def told_of_charge(case: CaseFacts, charge: Charge) -> dict[str, Told]:
    """What a reply says about one charge: amount, date, last4, invoice_number."""
    invoice = case.invoice_of(charge)
    return {
        "amount": Money(charge.amount, charge.currency),
        "date": charge.created,
        "last4": charge.method.last4 if charge.method else None,
        "invoice_number": invoice.number if invoice else None,
    }


def told_of_invoice(case: CaseFacts, invoice: Invoice) -> dict[str, Told]:
    """What a reply says about one invoice; the charge that paid it where there is one."""
    if paid := case.paid_by(invoice):
        return told_of_charge(case, paid)
    return {
        "amount": Money(invoice.total, invoice.currency),
        "date": invoice.created,
        "last4": None,
        "invoice_number": invoice.number,
    }


def ends_on(subscription: Subscription) -> datetime | None:
    """When a subscription that is set to end does end, or else when its paid period is over."""
    return subscription.cancel_at or subscription.ended_at or subscription.period_end
