"""One file per action kind, found by name: what it does, how to undo it, which promises it needs kept.

RUNG    where it stands on the ladder        WRITES  does it change anything at the billing vendor?
UNDO    a sentence, or why there is none     MONEY   does it move money?
GUARDS  names from `act.guards`              title(proposal)  the step as a person would say it
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

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
    title: Callable[[Proposal], str]


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
        )
    return MappingProxyType(found)
