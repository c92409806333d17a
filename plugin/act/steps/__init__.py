"""One file per action kind, found by name: what it does, how to undo it, which promises it needs kept.

RUNG    where it stands on the ladder        WRITES  does it change anything at the billing vendor?
UNDO    a sentence, or why there is none     MONEY   does it move money?
GUARDS  names from `act.guards`              title(proposal, target)  the step as a person would say it
deed(asked, wish)  what exactly happens at the vendor, or why it cannot; left out where nothing does
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from integrations.deeds import Deed
from plugin.act.guards import Asked
from plugin.act.wish import Wish
from plugin.diagnose.finding import Proposal


@dataclass(frozen=True)
class Kind:
    name: str
    does: str
    rung: str
    undo: str
    writes: bool
    money: bool
    guards: tuple[str, ...]
    title: Callable[[Proposal, str], str]
    """The second argument is how a person calls the target."""
    deed: Callable[[Asked, Wish], Deed | str] | None = None
    """None where nothing happens at the vendor."""


@cache
def kinds() -> Mapping[str, Kind]:
    """Every action kind by its name."""
    found = {}
    for entry in pkgutil.iter_modules(__path__):
        module = importlib.import_module(f"{__name__}.{entry.name}")
        found[entry.name] = Kind(
            name=entry.name,
            does=inspect.getdoc(module) or "",
            rung=module.RUNG,
            undo=module.UNDO,
            writes=module.WRITES,
            money=module.MONEY,
            guards=tuple(module.GUARDS),
            title=module.title,
            deed=getattr(module, "deed", None),
        )
    return MappingProxyType(found)
