"""Charge one open invoice again.

Only when the customer knows and has put right what failed: it takes money.
"""

from plugin.act.guards import BEFORE_MONEY
from plugin.diagnose.finding import Proposal

RUNG = "money"
UNDO = "Refund the payment."
WRITES = True
MONEY = True
GUARDS: tuple[str, ...] = BEFORE_MONEY


def title(step: Proposal) -> str:
    return f"Charge invoice {step.target} again"
