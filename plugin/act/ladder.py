"""The order of steps: what can be taken back comes before what cannot.

Each action kind names its rung; a plan is read from the top rung down, and may stop after any of them.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Rung:
    name: str
    says: str


LADDER: tuple[Rung, ...] = (
    Rung("know", "First know: read what was agreed, before anything is touched."),
    Rung(
        "self_serve",
        "Then give back control: a link, an explanation or a question changes nothing and cannot go wrong.",
    ),
    Rung("reversible", "Then mend the state with what one click takes back."),
    Rung("final", "Then what cannot be taken back but moves no money."),
    Rung("money", "Then money: only the affected charge, at most what is left of it, once."),
    Rung("hand_over", "Then hand over what another person must decide or repair, and write down why."),
    Rung("follow_up", "Last, look again when the bank or the customer has had time."),
)

_HEIGHT = {rung.name: height for height, rung in enumerate(LADDER)}


def height(rung: str) -> int:
    """0 is taken first. Raises KeyError for a rung that is not on the ladder."""
    return _HEIGHT[rung]
