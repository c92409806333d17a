"""Declare one open invoice void: it is no longer owed.

The number stays in the books.
"""

from plugin.act.guards import BEFORE_A_CHANGE
from plugin.diagnose.finding import Proposal

RUNG = "final"
UNDO = "Cannot be undone: a new invoice would have to be written."
WRITES = True
MONEY = False
GUARDS: tuple[str, ...] = (*BEFORE_A_CHANGE, "contract_verified")


def title(step: Proposal) -> str:
    return f"Void invoice {step.target}"
