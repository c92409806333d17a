"""Give back one charge: only the affected one, at most what is left of it, once.

The fee of the original payment is not returned. Banks show it after five to ten business days.
"""

from plugin.act.guards import BEFORE_MONEY
from plugin.diagnose.finding import Proposal

RUNG = "money"
UNDO = "Cannot be undone: the customer would have to pay again."
WRITES = True
MONEY = True
GUARDS: tuple[str, ...] = (
    *BEFORE_MONEY,
    "no_pending_refund",
    "within_what_is_left",
    "within_the_window",
    "kindness_asked_for",
)


def title(step: Proposal) -> str:
    return f"Refund {step.amount} of {step.target}" if step.amount else f"Refund {step.target}"
