"""Stop trying to collect one open invoice.

The invoice stays open; only the automatic attempts and mails end.
"""

from plugin.act.guards import BEFORE_A_CHANGE
from plugin.diagnose.finding import Proposal

RUNG = "reversible"
UNDO = "Switch the automatic collection on again."
WRITES = True
MONEY = False
GUARDS: tuple[str, ...] = BEFORE_A_CHANGE


def title(step: Proposal) -> str:
    return f"Stop collecting invoice {step.target}"
