"""Change the number of seats from the next period on.

Nothing is billed in between.
"""

from integrations.deeds import Deed, SetSeats
from plugin.act.guards import BEFORE_A_CHANGE, Asked
from plugin.act.wish import Wish
from plugin.diagnose.finding import Proposal

RUNG = "reversible"
UNDO = "Set the old number again before the period ends."
WRITES = True
MONEY = False
GUARDS: tuple[str, ...] = (*BEFORE_A_CHANGE, "not_scheduled", "contract_verified")


def title(_step: Proposal, target: str) -> str:
    return f"Change the seats of {target} from the next period on"


def deed(asked: Asked, wish: Wish) -> Deed | str:
    subscription = asked.case.subscription(asked.step.target)
    if subscription is None or not subscription.live:
        return "The subscription has ended already."
    if len(subscription.items) != 1 or subscription.items_truncated:
        return "It has several items; which of them are the seats is for a person to say."
    item = subscription.items[0]
    if wish.quantity is None or wish.quantity < 1:
        return "How many seats there shall be is not said."
    if wish.quantity == item.quantity:
        return f"It has {item.quantity} seats already."
    return SetSeats(subscription.id, item.id, wish.quantity, at=None)
