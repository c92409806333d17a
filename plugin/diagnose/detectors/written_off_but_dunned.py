"""An invoice was written off or declared void, and the customer still thinks it is owed.

Reminders cross with the decision, and the customer record keeps its mark. The trap: collecting it again, or judging
a customer by that mark.
"""

from datetime import timedelta

from plugin.diagnose.examples import ago as _ago
from plugin.diagnose.examples import case, sub, unpaid
from plugin.diagnose.finding import Finding
from plugin.diagnose.remedies import explain
from plugin.diagnose.words import day, money
from plugin.facts import CaseFacts

CODE = "S38"

RECENT = timedelta(days=120)
"""Reminders stop long before that."""


def look(case: CaseFacts) -> Finding | None:
    if any(i.status == "open" and i.amount_remaining > 0 for i in case.invoices):
        return None
    for invoice in case.invoices:
        if (
            invoice.status not in {"uncollectible", "void"}
            or case.since(invoice.created) > RECENT
            or invoice.total <= 0
        ):
            continue
        how = "declared void" if invoice.status == "void" else "written off"
        reason = (invoice.uncollectible_reason or "").replace("_", " ")
        return Finding(
            bucket="self_serve_missing",
            sentence=f"Invoice {invoice.number or invoice.id} over {money(invoice)} was {how}; nothing is owed on it.",
            evidence=(invoice.id,),
            reasons_for=(
                f"It is {invoice.status}"
                + (f" since {day(invoice.voided_at)}" if invoice.voided_at else "")
                + (f" ({reason})." if reason else "."),
            ),
            reasons_against=("Looked for and not found: another open invoice.",),
            certainty="proven" if invoice.status == "void" else "likely",
            proposals=explain("Say that nothing is to be paid on this invoice."),
            tells={"amount": money(invoice), "invoice_number": invoice.number, "date": invoice.created},
            rests_on=("invoices",),
        )
    return None


FIRES_ON = [
    case(
        sub("sub_a", 90, status="canceled"),
        unpaid("sub_a", 60, status="uncollectible", uncollectible_reason="max_payment_attempts"),
    ),
    case(unpaid("sub_a", 60, status="void", voided_at=_ago(30))),
]
QUIET_ON = [
    (case(unpaid("sub_a", 60)), "still open"),
    (case(unpaid("sub_a", 60, status="void"), unpaid("sub_a", 2)), "another one is open"),
]
