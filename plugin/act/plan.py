"""Diagnosis and facts -> ordered steps, each proposed, blocked (with the reason in words) or done."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from integrations.money import Money
from plugin.diagnose.finding import ActionKind, Impact

StepState = Literal["proposed", "blocked", "done"]


@dataclass(frozen=True)
class Step:
    """One step of the plan, in the order to take them.

    `why` and `undo` are sentences for the agent; `blocked_by` says in words what stands in the way and
    what would unblock it; `target` is the vendor's object id; `writes` is True where the step would
    change something at the billing vendor (those are only shown as proposed until an agent confirms).
    """

    kind: ActionKind
    state: StepState
    why: str
    undo: str
    title: str = ""
    target: str | None = None
    amount: Money | None = None
    impact: Impact = field(default_factory=Impact)
    blocked_by: tuple[str, ...] = ()
    writes: bool = False
    situation: str = ""
    """The finding that asks for it."""


@dataclass(frozen=True)
class Plan:
    steps: tuple[Step, ...] = ()
    verify: tuple[str, ...] = ()
    """Contract points to check before money ("billed yearly", ...), with the values found."""
    impact: Impact = field(default_factory=Impact)
    """Of all proposed steps together."""
