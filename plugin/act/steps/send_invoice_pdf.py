"""Send the PDF of one invoice.

The paper for the books; it is never written by hand.
"""

from plugin.act.guards import BEFORE_A_LINK
from plugin.diagnose.finding import Proposal

RUNG = "self_serve"
UNDO = "Nothing to undo: it changes nothing."
WRITES = False
MONEY = False
GUARDS: tuple[str, ...] = (*BEFORE_A_LINK, "target_is_theirs")


def title(_step: Proposal, target: str) -> str:
    return f"Send the PDF of invoice {target}"
