"""The bill differs from the price because of the customer's balance.

A credit was used up, or an old debt was added. The trap: the two balances of the vendor have opposite signs; the
invoice's own starting and ending balance decide.
"""

from datetime import timedelta

from plugin.diagnose.examples import case, paid, sub
from plugin.diagnose.finding import Finding
from plugin.diagnose.remedies import explain, show_invoice
from plugin.diagnose.words import day, money, told_of_invoice
from plugin.facts import CaseFacts

CODE = "S33"

RECENT = timedelta(days=45)
"""A charge is questioned when the statement comes."""


def look(case: CaseFacts) -> Finding | None:
    for invoice in case.invoices:
        moved = invoice.total - invoice.amount_due
        if invoice.status not in {"paid", "open"} or case.since(invoice.created) > RECENT or not moved:
            continue
        if not invoice.starting_balance:
            continue
        used = moved > 0
        return Finding(
            bucket="self_serve_missing",
            sentence=f"{money(invoice, abs(moved))} of the customer's balance was {'used for' if used else 'added to'} the bill "
            f"of {day(invoice.created)}.",
            evidence=(invoice.id,),
            reasons_for=(
                f"{invoice.number or invoice.id} is over {money(invoice)}, and {money(invoice, invoice.amount_due)} was due.",
                f"The balance before it was {'credit' if invoice.starting_balance < 0 else 'debt'}.",
            ),
            reasons_against=("Looked for and not found: a payment outside of the billing vendor.",)
            if not invoice.paid_off_stripe
            else ("Part of it was paid outside of the billing vendor.",),
            certainty="proven" if (invoice.starting_balance < 0) == used else "likely",
            proposals=(
                *explain("Say where the balance came from and what is left of it."),
                *show_invoice(invoice, "It lists the balance before and after."),
            ),
            tells={
                **told_of_invoice(case, invoice),
                "amount": money(invoice, invoice.amount_due),
                "total": money(invoice),
                "balance": money(invoice, moved),
            },
            rests_on=("invoices",),
        )
    return None


FIRES_ON = [
    case(sub("sub_a", 34), paid("sub_a", 4, amount_due=900, starting_balance=-1000, ending_balance=0)),
    case(sub("sub_a", 34), paid("sub_a", 4, amount_due=2400, starting_balance=500, ending_balance=0)),
]
QUIET_ON = [
    (case(sub("sub_a", 34), paid("sub_a", 4)), "no balance was involved"),
    (
        case(sub("sub_a", 34), paid("sub_a", 4, amount_due=0, paid_off_stripe=1900)),
        "paid elsewhere, not by a balance",
    ),
]
