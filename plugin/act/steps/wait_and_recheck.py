"""Wait for the bank, then look again.

Nothing is promised and nothing done twice while money is under way.
"""

from plugin.diagnose.finding import Proposal

RUNG = "follow_up"
UNDO = "Nothing to undo: it changes nothing."
WRITES = False
MONEY = False
GUARDS: tuple[str, ...] = ()


def title(_step: Proposal, _target: str) -> str:
    return "Wait, then look again"
