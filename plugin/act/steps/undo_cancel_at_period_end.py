"""Take back a cancellation that has not happened yet.

The subscription renews as before.
"""

from plugin.act.guards import BEFORE_A_CHANGE
from plugin.diagnose.finding import Proposal

RUNG = "reversible"
UNDO = "Set it to end with its period again."
WRITES = True
MONEY = False
GUARDS: tuple[str, ...] = (*BEFORE_A_CHANGE, "not_scheduled")


def title(step: Proposal) -> str:
    return f"Take back the cancellation of {step.target}"
