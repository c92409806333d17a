"""A change of plan was billed in part, and looks like a second charge.

In the middle of a period the unused rest of the old plan is credited and the new one charged for what remains, so
the amount equals no price on any page. The trap: computing it by hand. The invoice lists it line by line.
"""

from datetime import timedelta

from integrations.money import Money
from plugin.diagnose.examples import case, line, paid, sub
from plugin.diagnose.finding import Finding
from plugin.diagnose.remedies import explain, show_invoice
from plugin.diagnose.words import day, money, plan_name, told_of_invoice
from plugin.facts import CaseFacts

CODE = "S05"

RECENT = timedelta(days=45)
"""A charge is questioned when the statement comes, at the latest a month and a half later."""


def look(case: CaseFacts) -> Finding | None:
    for invoice in case.invoices:
        lines = case.proration_lines(invoice)
        given = [x for x in lines if x.amount < 0]
        taken = [x for x in lines if x.amount > 0]
        # The same price on both sides is a change of seats, another situation.
        changed_price = bool({x.price for x in given} ^ {x.price for x in taken})
        if invoice.billing_reason != "subscription_update" or not given or not taken or not changed_price:
            continue
        # An open one took no money yet: it cannot look like a second charge.
        if invoice.status != "paid" or case.since(invoice.created) > RECENT:
            continue
        credit = Money(-sum(x.amount for x in given), invoice.currency)
        earlier = next((x.credited_invoice for x in given if x.credited_invoice), None)
        subscription = case.subscription(invoice.subscription)
        return Finding(
            bucket="self_serve_missing",
            sentence=f"{money(invoice)} on {day(invoice.created)} is a change of plan billed in part, not a second charge.",
            evidence=tuple(x for x in (invoice.id, earlier, invoice.subscription) if x),
            reasons_for=(
                f"{invoice.number or invoice.id} was made by a change of the subscription, not by a renewal.",
                f"It credits {credit} of the old plan"
                + (f" paid with {earlier}" if earlier else "")
                + " and charges the rest of the new one.",
            ),
            reasons_against=("Looked for and not found: a second invoice for the same period.",),
            certainty="proven" if earlier else "likely",
            proposals=(
                *explain(
                    "Explain the invoice line by line; the amounts are the billing vendor's, none is computed here."
                ),
                *show_invoice(invoice, "It lists the credit for the old plan and the rest of the new one."),
            ),
            gaps=("no_plan_or_seat_explanation",),
            tells={**told_of_invoice(case, invoice), "plan": plan_name(subscription), "credit": credit},
            rests_on=("invoices",),
        )
    return None


_CHANGE = (
    line(-900, proration=True, price="price_basic", credited_invoice="in_sub_a_20"),
    line(2900, proration=True, price="price_pro"),
)

FIRES_ON = [
    case(
        sub("sub_a", 20),
        paid("sub_a", 20),
        paid("sub_a", 4, 2000, reason="subscription_update", lines=_CHANGE),
    )
]
QUIET_ON = [
    (case(sub("sub_a", 20), paid("sub_a", 20)), "an ordinary first invoice"),
    (
        case(sub("sub_a", 20), paid("sub_a", 4, 2000, lines=_CHANGE)),
        "a new subscription, not a change of one",
    ),
    (
        case(sub("sub_a", 20, quantity=3), paid("sub_a", 4, 2000, reason="subscription_update", lines=(
            line(-900, proration=True, price="price_pro", quantity=1), line(2900, proration=True, price="price_pro", quantity=3),
        ))),
        "the same price on both sides: seats were changed",
    ),
    (
        case(sub("sub_a", 400), paid("sub_a", 200, 2000, reason="subscription_update", lines=_CHANGE)),
        "half a year ago: nobody asks about that now",
    ),
]  # fmt: skip
