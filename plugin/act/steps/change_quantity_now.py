"""Change the number of seats at once; the vendor computes and bills the difference.

The amount is previewed by the vendor and never computed here.
"""

from plugin.act.guards import BEFORE_A_CHANGE
from plugin.diagnose.finding import Proposal

RUNG = "final"
UNDO = "Change it back; the difference is billed or credited again."
WRITES = True
MONEY = False
GUARDS: tuple[str, ...] = (*BEFORE_A_CHANGE, "not_scheduled", "contract_verified")


def title(step: Proposal) -> str:
    return f"Change the seats of {step.target} now"
