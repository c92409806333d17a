"""Resume a paused subscription.

Billing starts again, so the customer must want it.
"""

from plugin.act.guards import BEFORE_A_CHANGE
from plugin.diagnose.finding import Proposal

RUNG = "reversible"
UNDO = "Pause it again."
WRITES = True
MONEY = False
GUARDS: tuple[str, ...] = (*BEFORE_A_CHANGE, "not_scheduled", "contract_verified")


def title(step: Proposal) -> str:
    return f"Resume {step.target}"
