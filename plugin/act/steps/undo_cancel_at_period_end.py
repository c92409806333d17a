"""Take back a cancellation that has not happened yet.

The subscription renews as before.
"""

from integrations.deeds import Deed, EndWithPeriod
from plugin.act.guards import BEFORE_A_CHANGE, Asked
from plugin.act.wish import Wish
from plugin.diagnose.finding import Proposal

RUNG = "reversible"
UNDO = "Set it to end with its period again."
WRITES = True
MONEY = False
GUARDS: tuple[str, ...] = (*BEFORE_A_CHANGE, "not_scheduled")


def title(_step: Proposal, target: str) -> str:
    return f"Take back the cancellation of {target}"


def deed(asked: Asked, _wish: Wish) -> Deed | str:
    subscription = asked.case.subscription(asked.step.target)
    if subscription is None or not subscription.live:
        return "The subscription has ended already; that cannot be taken back."
    if not subscription.cancel_at_period_end:
        return "The subscription is not set to end with its period."
    return EndWithPeriod(subscription.id, ends=False)
