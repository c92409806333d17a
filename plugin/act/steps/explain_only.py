"""Explain what happened; change nothing.

Often the best answer: the state is right and only looks wrong.
"""

from plugin.diagnose.finding import Proposal

RUNG = "self_serve"
UNDO = "Nothing to undo: it changes nothing."
WRITES = False
MONEY = False
GUARDS: tuple[str, ...] = ()


def title(_step: Proposal, _target: str) -> str:
    return "Explain what happened"
