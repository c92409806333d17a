"""Send the portal page where a new card is entered.

No card number passes through a mail; the new card also pays what is open.
"""

from plugin.act.guards import BEFORE_A_LINK
from plugin.diagnose.finding import Proposal

RUNG = "self_serve"
UNDO = "Nothing to undo: the link expires by itself."
WRITES = False
MONEY = False
GUARDS: tuple[str, ...] = BEFORE_A_LINK


def title(_step: Proposal) -> str:
    return "Send the page to enter a new card"
