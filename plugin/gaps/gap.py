"""A product gap: one file in `known/` each, discovered by its name."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class GapSighting:
    """One ticket showing one gap; `why` is a sentence for the agent."""

    gap: str
    title: str
    why: str
    evidence: tuple[str, ...] = ()
