"""Stop trying to collect one open invoice.

The invoice stays open; only the automatic attempts and mails end.
"""

from integrations.deeds import CollectInvoice, Deed
from plugin.act.guards import BEFORE_A_CHANGE, Asked
from plugin.act.wish import Wish
from plugin.diagnose.finding import Proposal

RUNG = "reversible"
UNDO = "Switch the automatic collection on again."
WRITES = True
MONEY = False
GUARDS: tuple[str, ...] = BEFORE_A_CHANGE


def title(_step: Proposal, target: str) -> str:
    return f"Stop collecting invoice {target}"


def deed(asked: Asked, _wish: Wish) -> Deed | str:
    invoice = asked.case.invoice(asked.step.target)
    if invoice is None or invoice.status not in {"open", "draft"}:
        return "The invoice is not open."
    return (
        CollectInvoice(invoice.id, collect=False) if invoice.auto_advance else "Nobody collects it any more."
    )
