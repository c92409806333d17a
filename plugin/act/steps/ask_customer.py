"""Ask the customer for what is missing, in one short question.

Never for a card number, a password or a picture of a whole bank statement.
"""

from plugin.diagnose.finding import Proposal

RUNG = "self_serve"
UNDO = "Nothing to undo: it changes nothing."
WRITES = False
MONEY = False
GUARDS: tuple[str, ...] = ()


def title(_step: Proposal, _target: str) -> str:
    return "Ask the customer"
