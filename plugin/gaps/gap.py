"""A product gap: what customers could not do alone, and what to build so that they can.

One file in `known/` each, discovered by its name, which is its id. A file holds TITLE, WHAT, BUILD,
NEAREST_CONTROL, ACCEPTANCE, LABELS, `seen(case, diagnosis)` and its examples FIRES_ON and QUIET_ON.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import ModuleType

from plugin.diagnose.finding import Diagnosis, Finding
from plugin.facts import CaseFacts, Intent


@dataclass(frozen=True)
class GapSighting:
    """One ticket showing one gap; `why` is a sentence for the agent."""

    gap: str
    title: str
    why: str
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True)
class Evidence:
    """What a gap's file found in one case: why it is this gap, and the records that show it."""

    why: str
    records: tuple[str, ...] = ()


@dataclass(frozen=True)
class Gap:
    """One gap as a product manager would write it down. Everything here is public: it goes into an issue."""

    id: str
    title: str
    what: str
    """What customers cannot do."""
    build: str
    nearest_control: str
    """The setting of the hosted portal that comes nearest, before anything is built."""
    acceptance: tuple[str, ...]
    labels: tuple[str, ...]
    seen: Callable[[CaseFacts, Diagnosis], Evidence | None]
    fires_on: Sequence[CaseFacts]
    quiet_on: Sequence[tuple[CaseFacts, str]]

    @classmethod
    def of(cls, module: ModuleType) -> Gap:
        return cls(
            id=module.__name__.rpartition(".")[2],
            title=module.TITLE,
            what=module.WHAT,
            build=module.BUILD,
            nearest_control=module.NEAREST_CONTROL,
            acceptance=module.ACCEPTANCE,
            labels=module.LABELS,
            seen=module.seen,
            fires_on=module.FIRES_ON,
            quiet_on=module.QUIET_ON,
        )


def finding_that_names(gap: str, case: CaseFacts, diagnosis: Diagnosis, *asked_by: Intent) -> Finding | None:
    """The finding that shows the gap, if this ticket is about it: it decides, or the ticket asks for such a thing.

    What is merely also true of the customer is not what this ticket was written for, and is not counted.
    """
    for finding in diagnosis.findings:
        if gap not in finding.gaps or finding.certainty == "hint":
            continue
        if finding is diagnosis.verdict.deciding or case.reading.asks(*asked_by):
            return finding
    return None


def portal_can(case: CaseFacts, ability: str) -> bool:
    """Whether the merchant's hosted portal is open and lets customers do this."""
    return bool(case.portal and case.portal.active and getattr(case.portal, ability))
