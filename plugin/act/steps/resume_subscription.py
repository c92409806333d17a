"""Resume a paused subscription.

Billing starts again, so the customer must want it.
"""

from integrations.deeds import Deed, ResumeSubscription
from plugin.act.guards import BEFORE_A_CHANGE, Asked
from plugin.act.wish import Wish
from plugin.diagnose.finding import Proposal

RUNG = "reversible"
UNDO = "Pause it again."
WRITES = True
MONEY = False
GUARDS: tuple[str, ...] = (*BEFORE_A_CHANGE, "not_scheduled", "contract_verified")


def title(_step: Proposal, target: str) -> str:
    return f"Resume {target}"


def deed(asked: Asked, _wish: Wish) -> Deed | str:
    subscription = asked.case.subscription(asked.step.target)
    if subscription is None or not subscription.live:
        return "The subscription has ended already."
    if subscription.status == "paused":
        return ResumeSubscription(subscription.id, collection_only=False)
    if subscription.pause_behavior:
        return ResumeSubscription(subscription.id, collection_only=True)
    return "The subscription is not paused."
