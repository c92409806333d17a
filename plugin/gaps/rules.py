"""How gaps are filed, as one installation wants it. The defaults are what a careful small team would choose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from types import MappingProxyType

TEMPLATE = """\
## What customers cannot do

$what

## Demand

$demand

## What we think should be built

$build

## Nearest control today

$nearest_control

## Done when

$acceptance

---
Filed by Tillside from support tickets. The block of numbers is kept current; everything else may be edited freely.
"""


@dataclass(frozen=True)
class FilingRules:
    waits_for_yes: bool = False
    """A gap becomes an issue only after a person said so (`tillside gaps approve GAP`)."""
    create_after_tickets: int = 1
    thresholds: tuple[int, ...] = (10, 25, 50, 100, 250, 500, 1000)
    """Tickets at which the issue's readers are told by a comment, and its label of demand changes."""
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """By gap: further labels, beside the gap's own."""
    assignees: tuple[str, ...] = ()
    milestone: int | None = None
    """The number of a milestone of the repository."""
    template: str = TEMPLATE
    """The first text of an issue; $what, $demand, $build, $nearest_control and $acceptance are filled in."""
    name_tickets: bool = False
    """Whether the issue lists the numbers of the newest tickets. Numbers only, never a link or a text."""
    edit_every: timedelta = timedelta(days=1)
    """The block of numbers is written at most this often, on the first day too: the first text is already right."""
    grace: timedelta = timedelta(days=7)
    """After a fix customers still meet the old version for a while; what is seen then is no regression."""
    tell_solved_within: timedelta = timedelta(days=30)
    """Tickets solved longer ago are not told that the gap is closed."""
    tell_after: timedelta = timedelta(minutes=10)
    """An issue closed by a slip and opened again at once tells nobody."""

    def demand_label(self, tickets: int) -> str | None:
        passed = self.passed(tickets)
        return f"{DEMAND_LABEL}{passed}+" if passed else None

    def passed(self, tickets: int) -> int:
        """The highest threshold passed; 0 for none."""
        return max((threshold for threshold in self.thresholds if tickets >= threshold), default=0)


DEMAND_LABEL = "demand: "
