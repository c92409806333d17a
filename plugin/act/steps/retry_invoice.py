"""Charge one open invoice again.

Only when the customer knows and has put right what failed: it takes money.
"""

from integrations.deeds import Deed, PayInvoice
from integrations.money import Money
from plugin.act.guards import BEFORE_MONEY, Asked
from plugin.act.wish import Wish
from plugin.diagnose.finding import Proposal

RUNG = "money"
UNDO = "Refund the payment."
WRITES = True
MONEY = True
GUARDS: tuple[str, ...] = BEFORE_MONEY


def title(_step: Proposal, target: str) -> str:
    return f"Charge invoice {target} again"


def deed(asked: Asked, _wish: Wish) -> Deed | str:
    invoice = asked.case.invoice(asked.step.target)
    if invoice is None or invoice.status != "open" or invoice.amount_remaining <= 0:
        return "The invoice is not open."
    return PayInvoice(invoice.id, Money(invoice.amount_remaining, invoice.currency))
