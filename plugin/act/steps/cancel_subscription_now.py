"""End the subscription at once.

Ending one subscription also stops the automatic collection of every open invoice of the customer: look at those of the subscription that stays. The product may close access.
"""

from integrations.deeds import Deed, EndNow
from plugin.act.guards import BEFORE_A_CHANGE, Asked
from plugin.act.wish import Wish
from plugin.diagnose.finding import Proposal

RUNG = "final"
UNDO = "Cannot be undone: only a new subscription, at today's terms."
WRITES = True
MONEY = False
GUARDS: tuple[str, ...] = (*BEFORE_A_CHANGE, "not_scheduled", "contract_verified", "nothing_forbids_money")


def title(_step: Proposal, target: str) -> str:
    return f"End {target} now"


def deed(asked: Asked, _wish: Wish) -> Deed | str:
    subscription = asked.case.subscription(asked.step.target)
    if subscription is None or subscription.status in {"canceled", "incomplete_expired"}:
        return "The subscription has ended already."
    staying = {s.id for s in asked.case.live_subscriptions if s.id != subscription.id}
    collected = (
        i.id
        for i in asked.case.invoices
        if i.status == "open" and i.auto_advance and i.subscription in staying
    )
    return EndNow(subscription.id, keep_collecting=tuple(sorted(collected)))
