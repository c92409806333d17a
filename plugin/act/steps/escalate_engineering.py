"""Hand the fault to engineering with the evidence.

The customer is helped by hand in the meantime.
"""

from plugin.diagnose.finding import Proposal

RUNG = "hand_over"
UNDO = "Nothing to undo: it changes nothing."
WRITES = False
MONEY = False
GUARDS: tuple[str, ...] = ()


def title(_step: Proposal, _target: str) -> str:
    return "Hand over to engineering"
