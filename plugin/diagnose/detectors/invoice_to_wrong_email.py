"""Invoices go to another address than the customer's present one.

The address on an invoice is fixed when it is finalised. The trap: "send it to another address" is also how somebody
else's invoices are fetched, so the new address is proven first.
"""

from plugin.diagnose.examples import case, customer, paid, sub
from plugin.diagnose.finding import Finding
from plugin.diagnose.remedies import ask, show_invoice
from plugin.diagnose.words import day
from plugin.facts import CaseFacts

CODE = "S37"


def look(case: CaseFacts) -> Finding | None:
    if not case.reading.asks("invoice_or_receipt_request"):
        return None
    for owner in case.customers:
        mine = next(
            (i for i in case.invoices if i.customer == owner.id and i.status in {"paid", "open"}), None
        )
        if mine is None or not mine.customer_email or not owner.email:
            continue
        if mine.customer_email.strip().casefold() == owner.email.strip().casefold():
            continue
        return Finding(
            bucket="self_serve_missing",
            sentence=f"Invoice {mine.number or mine.id} of {day(mine.created)} went to another address than the customer's.",
            evidence=(mine.id, owner.id),
            reasons_for=("The address on the newest invoice differs from the one on the customer record.",),
            reasons_against=("The address may have been changed on purpose since then.",),
            certainty="likely",
            proposals=(
                *show_invoice(mine, "The page can be opened without the old address."),
                *ask("Ask which address invoices should go to, and have it proven before it is changed."),
            ),
            tells={"invoice_number": mine.number, "date": mine.created},
            rests_on=("invoices",),
        )
    return None


_ELSEWHERE = (customer(), sub("sub_a", 10), paid("sub_a", 10, customer_email="old@example.com"))

FIRES_ON = [case(_ELSEWHERE, asks="invoice_or_receipt_request")]
QUIET_ON = [
    (case(_ELSEWHERE), "nobody misses an invoice"),
    (
        case(
            customer(),
            sub("sub_a", 10),
            paid("sub_a", 10, customer_email="PAT@example.com"),
            asks="invoice_or_receipt_request",
        ),
        "the same address in other letters",
    ),
]
