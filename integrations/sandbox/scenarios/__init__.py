"""Stories for the demo and the tests: one file each, found by its name.

Each file has a docstring (the story and its trap, in a sentence) and `stage(world)`, which sets up the
people, what Stripe holds, and one ticket. No story knows another; order and selection change nothing.
"""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

    from integrations.sandbox.world import World


def names() -> list[str]:
    """All stories, sorted."""
    return sorted(module.name for module in pkgutil.iter_modules(__path__))


def told_in(name: str) -> str:
    """The story in a sentence: what its file says of itself."""
    return " ".join((_module(name).__doc__ or "").split())


def stage(world: World, *chosen: str) -> None:
    """Sets up the chosen stories, all when none is chosen."""
    if unknown := set(chosen) - set(names()):
        raise ValueError(f"no such story: {', '.join(sorted(unknown))}; there are {', '.join(names())}")
    with world.lock:
        for name in sorted(chosen) or names():
            with world.stripe.told_by(name):
                _module(name).stage(world)


def _module(name: str) -> ModuleType:
    return importlib.import_module(f"{__name__}.{name}")
