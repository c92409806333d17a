"""Set the subscription to end when its paid period is over.

Nothing is taken away now, and nothing more is charged. The product may take the end for a cancellation: see what access hangs on.
"""

from plugin.act.guards import BEFORE_A_CHANGE
from plugin.diagnose.finding import Proposal

RUNG = "reversible"
UNDO = "Switch it off again, at any time before the period ends."
WRITES = True
MONEY = False
GUARDS: tuple[str, ...] = (*BEFORE_A_CHANGE, "not_scheduled")


def title(step: Proposal) -> str:
    return f"Let {step.target} end with its paid period"
