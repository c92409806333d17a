"""All attempts to charge have failed; the subscription is unpaid and closed to the customer.

New invoices pile up as drafts meanwhile. The trap: paying all of them at once bills months in which the product was
closed; the right one is paid, the rest is declared void by a person.
"""

from plugin.diagnose.examples import case, sub, unpaid
from plugin.diagnose.finding import Finding, Impact
from plugin.diagnose.remedies import new_card, new_card_gap, pay_invoice, person
from plugin.diagnose.words import counted, day, listed, money, plan_name, the_plan
from plugin.facts import CaseFacts

CODE = "S24"


def look(case: CaseFacts) -> Finding | None:
    for subscription in case.live_subscriptions:
        if subscription.status != "unpaid":
            continue
        opened = [
            i
            for i in case.invoices_of(subscription)
            if i.status in {"open", "draft"} and i.amount_remaining > 0
        ]
        total = money(opened[0], sum(i.amount_remaining for i in opened)) if opened else None
        return Finding(
            bucket="payment_failed",
            sentence=f"{the_plan(subscription)} is unpaid; {counted(len(opened), 'invoice')}"
            + (f" over {total} together" if total else "")
            + (" is open." if len(opened) == 1 else " are open."),
            evidence=(subscription.id, *(i.id for i in opened)),
            reasons_for=(
                f"{subscription.id} is unpaid: no further attempt is made.",
                *(f"{i.number or i.id} of {day(i.created)} is {i.status}." for i in opened),
            ),
            reasons_against=("Looked for and not found: a payment under way.",),
            certainty="proven",
            proposals=(
                *new_card(case, subscription.customer, "A working card comes first."),
                *(pay_invoice(opened[0]) if len(opened) == 1 else ()),
                *(
                    person(
                        f"Somebody decides which of {listed([i.id for i in opened])} is owed and which is void.",
                        subscription.id,
                    )
                    if len(opened) > 1
                    else ()
                ),
            ),
            gaps=new_card_gap(case),
            impact=Impact(at_risk=(total,) if total else ()),
            tells={"plan": plan_name(subscription), "amount": total, "count": len(opened)},
            rests_on=("subscriptions", "invoices"),
        )
    return None


_UNPAID = sub("sub_a", 100, status="unpaid")

FIRES_ON = [
    case(_UNPAID, unpaid("sub_a", 40)),
    case(_UNPAID, unpaid("sub_a", 40), unpaid("sub_a", 10, decline=None)),
]
QUIET_ON = [(case(sub("sub_a", 100, status="past_due"), unpaid("sub_a", 2)), "still being tried")]
