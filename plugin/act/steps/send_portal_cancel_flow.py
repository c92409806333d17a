"""Send the portal page where the customer cancels this subscription.

The customer decides there and sees until when it stays.
"""

from plugin.act.guards import BEFORE_A_LINK
from plugin.diagnose.finding import Proposal

RUNG = "self_serve"
UNDO = "Until the end of the period the customer can take it back in the portal."
WRITES = False
MONEY = False
GUARDS: tuple[str, ...] = BEFORE_A_LINK


def title(step: Proposal) -> str:
    return f"Send the page to cancel {step.target}"
