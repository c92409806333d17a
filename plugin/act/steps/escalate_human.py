"""Hand the case to the person who decides such things.

The handoff note says what is known, what was done and what is asked.
"""

from plugin.diagnose.finding import Proposal

RUNG = "hand_over"
UNDO = "Nothing to undo: it changes nothing."
WRITES = False
MONEY = False
GUARDS: tuple[str, ...] = ()


def title(_step: Proposal, _target: str) -> str:
    return "Hand over to the person in charge"
