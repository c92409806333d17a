"""Give back one charge: only the affected one, at most what is left of it, once.

The fee of the original payment is not returned. Banks show it after five to ten business days.
"""

from integrations.deeds import CreditInvoice, Deed, RefundCharge
from plugin.act.guards import BEFORE_MONEY, Asked
from plugin.act.wish import Wish
from plugin.diagnose.finding import Proposal

RUNG = "money"
UNDO = "Cannot be undone: the customer would have to pay again."
WRITES = True
MONEY = True
GUARDS: tuple[str, ...] = (
    *BEFORE_MONEY,
    "no_pending_refund",
    "within_what_is_left",
    "within_the_window",
    "kindness_asked_for",
)


def title(step: Proposal, target: str) -> str:
    return f"Refund {step.amount} of {target}" if step.amount else f"Refund {target}"


def deed(asked: Asked, wish: Wish) -> Deed | str:
    charge, amount, invoice = asked.charge, asked.step.amount, asked.invoice
    if charge is None or amount is None:
        return "Charge or amount is not known."
    if invoice is not None and invoice.status == "paid" and asked.case.paid_by(invoice) is charge:
        # A taxed sale is taken back on paper too, and who writes credit notes writes one for every refund.
        on_paper = invoice.tax > 0 or bool(asked.case.credit_notes)
    else:
        on_paper = False
    if invoice is not None and on_paper:
        return CreditInvoice(invoice.id, charge.id, amount, wish.reason)
    return RefundCharge(charge.id, amount, wish.reason)
