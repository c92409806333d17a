"""More was paid than the invoice was for.

A transfer and a card crossed, or a rounded transfer came in; the rest became credit. The trap: several payments
settle one invoice, so what goes back must come from the right one, and not as credit and as cash.
"""

from datetime import timedelta

from plugin.diagnose.examples import case, paid, sub
from plugin.diagnose.finding import Finding
from plugin.diagnose.remedies import explain, person
from plugin.diagnose.words import counted, day, money, told_of_invoice
from plugin.facts import CaseFacts

CODE = "S34"

RECENT = timedelta(days=120)
"""Transfers are reconciled by quarter."""


def look(case: CaseFacts) -> Finding | None:
    for invoice in case.invoices:
        if invoice.amount_overpaid <= 0 or case.since(invoice.created) > RECENT:
            continue
        too_much = money(invoice, invoice.amount_overpaid)
        return Finding(
            bucket="duplicate_subscription",
            sentence=f"{too_much} too much was paid on invoice {invoice.number or invoice.id} of {day(invoice.created)}.",
            evidence=(invoice.id, *(c.id for c in case.payments_of(invoice))),
            reasons_for=(
                f"The invoice is over {money(invoice)}; {counted(len(invoice.payments), 'payment')} settled it.",
                "What was too much became credit of the customer.",
            ),
            reasons_against=("Looked for and not found: a second invoice it may have been meant for.",),
            certainty="proven",
            proposals=(
                *explain("Say that the rest is kept as credit and used by the next bill."),
                *person(
                    "Cash instead is given back from the payment that was too much, after the credit is taken back.",
                    invoice.id,
                ),
            ),
            tells={**told_of_invoice(case, invoice), "amount": too_much, "total": money(invoice)},
            blocks_money=("The surplus is already held as credit: take it back before any refund.",),
            rests_on=("invoices",),
        )
    return None


FIRES_ON = [case(sub("sub_a", 20), paid("sub_a", 20, amount_overpaid=1900))]
QUIET_ON = [(case(sub("sub_a", 20), paid("sub_a", 20)), "paid to the cent")]
