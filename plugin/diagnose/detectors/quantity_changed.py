"""Seats were added or removed, and the rest of the period was billed for the difference.

Adding a seat in the middle of a period makes an invoice of its own. The trap: it is no duplicate and no price change;
and a price changed without its quantity falls back to one seat.
"""

from datetime import timedelta

from plugin.diagnose.examples import NO_CANCEL, case, line, paid, sub
from plugin.diagnose.finding import Finding
from plugin.diagnose.remedies import explain, portal, show_invoice
from plugin.diagnose.words import counted, day, money, plan_name, told_of_invoice
from plugin.facts import CaseFacts

CODE = "S07"

RECENT = timedelta(days=45)
"""A charge is questioned when the statement comes, at the latest a month and a half later."""


def look(case: CaseFacts) -> Finding | None:
    for invoice in case.invoices:
        if invoice.billing_reason != "subscription_update" or case.since(invoice.created) > RECENT:
            continue
        lines = case.proration_lines(invoice)
        before = {x.price: x.quantity for x in lines if x.amount < 0}
        for now in lines:
            old = before.get(now.price)
            if now.amount <= 0 or old is None or now.quantity is None or now.quantity == old:
                continue
            subscription = case.subscription(invoice.subscription)
            explained = case.portal and "quantity" in case.portal.updates_allowed
            return Finding(
                bucket="multi_seat_intent",
                sentence=f"Seats were changed from {old} to {now.quantity}; {money(invoice)} on {day(invoice.created)} is the difference.",
                evidence=tuple(x for x in (invoice.id, invoice.subscription) if x),
                reasons_for=(
                    f"{invoice.number or invoice.id} was made by a change of the subscription.",
                    f"It credits {counted(old, 'seat')} and charges {now.quantity} at the same price.",
                ),
                reasons_against=("Looked for and not found: a change of plan in the same invoice.",),
                certainty="proven",
                proposals=(
                    *explain("Explain the invoice line by line; the amounts are the billing vendor's."),
                    *show_invoice(invoice, "It lists the seats before and after."),
                    *(portal(case, case.customer, "Seats can be changed there.") if explained else ()),
                ),
                gaps=() if explained else ("no_plan_or_seat_explanation",),
                tells={
                    **told_of_invoice(case, invoice),
                    "plan": plan_name(subscription),
                    "quantity": now.quantity,
                },
                rests_on=("invoices",),
            )
    return None


_MORE = (
    line(-900, proration=True, price="price_pro", quantity=1),
    line(2700, proration=True, price="price_pro", quantity=3),
)

FIRES_ON = [
    case(sub("sub_a", 20, quantity=3), paid("sub_a", 4, 1800, reason="subscription_update", lines=_MORE)),
    case(
        sub("sub_a", 20, quantity=3),
        paid("sub_a", 4, 1800, reason="subscription_update", lines=_MORE),
        portal=NO_CANCEL,
    ),
]
QUIET_ON = [
    (case(sub("sub_a", 20, quantity=3), paid("sub_a", 20, 5700)), "three seats from the start"),
    (
        case(sub("sub_a", 20), paid("sub_a", 4, 2000, reason="subscription_update", lines=(
            line(-900, proration=True, price="price_basic", quantity=1), line(2900, proration=True, price="price_pro", quantity=1),
        ))),
        "another price: the plan was changed",
    ),
]  # fmt: skip
