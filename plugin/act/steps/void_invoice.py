"""Declare one open invoice void: it is no longer owed.

The number stays in the books.
"""

from integrations.deeds import Deed, VoidInvoice
from plugin.act.guards import BEFORE_A_CHANGE, Asked
from plugin.act.wish import Wish
from plugin.diagnose.finding import Proposal

RUNG = "final"
UNDO = "Cannot be undone: a new invoice would have to be written."
WRITES = True
MONEY = False
GUARDS: tuple[str, ...] = (*BEFORE_A_CHANGE, "contract_verified")


def title(_step: Proposal, target: str) -> str:
    return f"Void invoice {target}"


def deed(asked: Asked, _wish: Wish) -> Deed | str:
    invoice = asked.case.invoice(asked.step.target)
    if invoice is None or invoice.status not in {"open", "uncollectible"}:
        return f"The invoice is {invoice.status if invoice else 'not known'}; only an open one can be voided."
    return VoidInvoice(invoice.id)
