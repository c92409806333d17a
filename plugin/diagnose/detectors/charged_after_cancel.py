"""The customer had cancelled, and was charged for another period.

Money taken after the end is given back, whatever the policy's window. The trap: a cancellation that came after the
renewal, the last usage of a metered plan, or a second subscription still running look the same until the times are
compared.
"""

from datetime import datetime, timedelta

from integrations.records import Invoice, Subscription
from plugin.diagnose.examples import ago as _ago
from plugin.diagnose.examples import case, line, paid, sub
from plugin.diagnose.finding import Finding
from plugin.diagnose.remedies import end_at_period_end, refund
from plugin.diagnose.words import day, money, plan_name, since, the_plan, told_of_charge
from plugin.facts import CaseFacts

CODE = "S10"

IN_FLIGHT = timedelta(hours=2)
"""An invoice already being made when the customer cancelled is finalised about an hour later."""


def look(case: CaseFacts) -> Finding | None:
    for subscription in case.subscriptions:
        for invoice in case.invoices_of(subscription):
            cancelled = _cancelled_before(subscription, invoice)
            charge = case.paid_by(invoice)
            if cancelled is None or charge is None or charge.amount <= 0 or _last_usage(invoice):
                continue
            ended = subscription.ended_at is not None and subscription.ended_at < invoice.created
            gap = invoice.created - cancelled
            others = [s for s in case.live_subscriptions if s.id != subscription.id]
            return Finding(
                bucket="product_failure",
                sentence=f"{the_plan(subscription)} was cancelled on {day(cancelled)}, and {money(charge)} was still "
                f"taken on {day(charge.created)}.",
                evidence=(subscription.id, invoice.id, charge.id),
                reasons_for=(
                    f"{subscription.id} was cancelled on {day(cancelled)}.",
                    f"{invoice.number or invoice.id} was made later, on {day(invoice.created)}, and paid.",
                ),
                reasons_against=(
                    "Looked for and not found: a cancellation after the renewal, a last bill for usage.",
                    *(f"Another subscription still runs: {the_plan(s)} of {since(case, s)}." for s in others),
                    *(("The invoice was made within hours of the cancellation.",) if gap < IN_FLIGHT else ()),
                ),
                certainty="proven" if ended and gap >= IN_FLIGHT else "likely",
                proposals=(
                    *end_at_period_end(subscription, "It still runs although it was cancelled."),
                    *refund(case, charge, f"Taken after the cancellation of {day(cancelled)}."),
                ),
                tells={
                    **told_of_charge(case, charge),
                    "plan": plan_name(subscription),
                    "canceled_date": cancelled,
                },
                rests_on=("subscriptions", "invoices", "charges"),
            )
    return None


def _cancelled_before(subscription: Subscription, invoice: Invoice) -> datetime | None:
    """When the cancellation was made, if the invoice came after it although it should not have."""
    if invoice.billing_reason not in {"subscription_cycle", "subscription_create", "subscription_update"}:
        return None
    if subscription.ended_at and subscription.ended_at < invoice.created:
        return min(subscription.canceled_at or subscription.ended_at, subscription.ended_at)
    # Cancelled to the end of the period: no renewal may follow. A later agreed date may lie behind renewals.
    to_period_end = subscription.cancel_at_period_end or (
        subscription.cancel_at is None and not subscription.live
    )
    cancelled = subscription.canceled_at
    if (
        cancelled
        and to_period_end
        and cancelled < invoice.created
        and invoice.billing_reason == "subscription_cycle"
    ):
        return cancelled
    return None


def _last_usage(invoice: Invoice) -> bool:
    return bool(invoice.lines) and all(x.metered or x.proration for x in invoice.lines)


_ENDED = sub("sub_a", 70, status="canceled", canceled_at=_ago(20), ended_at=_ago(20))

FIRES_ON = [
    case(
        _ENDED, paid("sub_a", 40, reason="subscription_cycle"), paid("sub_a", 10, reason="subscription_cycle")
    ),
    case(
        sub("sub_a", 70, cancel_at_period_end=True, canceled_at=_ago(20)),
        paid("sub_a", 10, reason="subscription_cycle"),
    ),
]
QUIET_ON = [
    (case(_ENDED, paid("sub_a", 40, reason="subscription_cycle")), "paid before the cancellation"),
    (
        case(sub("sub_a", 70, cancel_at_period_end=True, canceled_at=_ago(3)), paid("sub_a", 10, reason="subscription_cycle")),
        "cancelled after the renewal: the paid period goes on",
    ),
    (
        case(_ENDED, paid("sub_a", 19, 700, reason="subscription_cycle", lines=(line(700, metered=True),))),
        "the last usage, billed after the end",
    ),
    (case(sub("sub_a", 70), paid("sub_a", 10, reason="subscription_cycle")), "nobody cancelled"),
    (
        case(sub("sub_a", 70, cancel_at=_ago(-90), canceled_at=_ago(20)), paid("sub_a", 10, reason="subscription_cycle")),
        "cancelled to a later date: renewals until then are agreed",
    ),
]  # fmt: skip
