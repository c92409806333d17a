"""Change the number of seats from the next period on.

Nothing is billed in between.
"""

from plugin.act.guards import BEFORE_A_CHANGE
from plugin.diagnose.finding import Proposal

RUNG = "reversible"
UNDO = "Set the old number again before the period ends."
WRITES = True
MONEY = False
GUARDS: tuple[str, ...] = (*BEFORE_A_CHANGE, "not_scheduled", "contract_verified")


def title(step: Proposal) -> str:
    return f"Change the seats of {step.target} from the next period on"
