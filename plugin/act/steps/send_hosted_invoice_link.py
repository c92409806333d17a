"""Send the page of one invoice: to see it, to pay it, to confirm a payment with the bank.

It takes any card and shows the receipt once it is paid.
"""

from plugin.act.guards import BEFORE_A_LINK
from plugin.diagnose.finding import Proposal

RUNG = "self_serve"
UNDO = "Nothing to undo: it changes nothing."
WRITES = False
MONEY = False
GUARDS: tuple[str, ...] = (*BEFORE_A_LINK, "target_is_theirs")


def title(_step: Proposal, target: str) -> str:
    return f"Send the page of invoice {target}"
