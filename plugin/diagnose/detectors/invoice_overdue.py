"""An invoice to be paid by transfer is past its due date.

Companies pay by invoice, and transfers cross with reminders. The trap: calling it a failed card, or stopping the
service while the transfer waits to be matched.
"""

from plugin.diagnose.examples import ago as _ago
from plugin.diagnose.examples import case, sub, unpaid
from plugin.diagnose.finding import Finding, Impact
from plugin.diagnose.remedies import pay_invoice
from plugin.diagnose.words import day, money
from plugin.facts import CaseFacts

CODE = "S23"


def look(case: CaseFacts) -> Finding | None:
    for invoice in reversed(case.invoices):
        if (
            invoice.collection_method != "send_invoice"
            or invoice.status != "open"
            or invoice.amount_remaining <= 0
        ):
            continue
        if invoice.due_date is None or invoice.due_date > case.now:
            continue
        due = money(invoice, invoice.amount_remaining)
        return Finding(
            bucket="payment_failed",
            sentence=f"Invoice {invoice.number or invoice.id} over {due} was due on {day(invoice.due_date)} and is not paid.",
            evidence=(invoice.id,),
            reasons_for=(
                "It is paid by transfer, not by card.",
                f"{due} of it is open since {day(invoice.due_date)}.",
            ),
            reasons_against=(
                "Looked for and not found: a payment of it, also outside of the billing vendor.",
                "A transfer may have arrived without being matched; the merchant's cash balance is not read.",
            ),
            certainty="proven",
            proposals=pay_invoice(invoice),
            impact=Impact(at_risk=(due,)),
            tells={"amount": due, "invoice_number": invoice.number, "due_date": invoice.due_date},
            rests_on=("invoices",),
        )
    return None


FIRES_ON = [
    case(sub("sub_a", 60, collection_method="send_invoice"),
         unpaid("sub_a", 45, 90000, decline=None, due_date=_ago(15), collection_method="send_invoice")),
]  # fmt: skip
QUIET_ON = [
    (
        case(unpaid("sub_a", 5, decline=None, due_date=_ago(-25), collection_method="send_invoice")),
        "not due yet",
    ),
    (case(unpaid("sub_a", 5, due_date=_ago(2))), "a card payment that failed"),
]
