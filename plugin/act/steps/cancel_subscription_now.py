"""End the subscription at once.

Ending one subscription also stops the automatic collection of every open invoice of the customer: look at those of the subscription that stays. The product may close access.
"""

from plugin.act.guards import BEFORE_A_CHANGE
from plugin.diagnose.finding import Proposal

RUNG = "final"
UNDO = "Cannot be undone: only a new subscription, at today's terms."
WRITES = True
MONEY = False
GUARDS: tuple[str, ...] = (*BEFORE_A_CHANGE, "not_scheduled", "contract_verified", "nothing_forbids_money")


def title(step: Proposal) -> str:
    return f"End {step.target} now"
