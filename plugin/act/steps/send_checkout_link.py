"""Send the link that brings an unfinished checkout back.

The same cart, once: a second checkout beside it would make a duplicate.
"""

from plugin.act.guards import BEFORE_A_LINK
from plugin.diagnose.finding import Proposal

RUNG = "self_serve"
UNDO = "Nothing to undo: it changes nothing."
WRITES = False
MONEY = False
GUARDS: tuple[str, ...] = BEFORE_A_LINK


def title(_step: Proposal, _target: str) -> str:
    return "Send the link to finish the checkout"
