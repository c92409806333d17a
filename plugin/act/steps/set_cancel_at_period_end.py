"""Set the subscription to end when its paid period is over.

Nothing is taken away now, and nothing more is charged. The product may take the end for a cancellation: see what access hangs on.
"""

from integrations.deeds import Deed, EndWithPeriod
from plugin.act.guards import BEFORE_A_CHANGE, Asked
from plugin.act.wish import Wish
from plugin.diagnose.finding import Proposal

RUNG = "reversible"
UNDO = "Switch it off again, at any time before the period ends."
WRITES = True
MONEY = False
GUARDS: tuple[str, ...] = (*BEFORE_A_CHANGE, "not_scheduled")


def title(_step: Proposal, target: str) -> str:
    return f"Let {target} end with its paid period"


def deed(asked: Asked, _wish: Wish) -> Deed | str:
    subscription = asked.case.subscription(asked.step.target)
    if subscription is None or not subscription.live:
        return "The subscription has ended already."
    if subscription.cancel_at_period_end or subscription.cancel_at:
        return "The subscription is set to end already."
    return EndWithPeriod(subscription.id, ends=True)
