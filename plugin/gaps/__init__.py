"""Product gaps: what customers could not do alone. Pure; the filing talks to the tracker it is handed."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from plugin.diagnose.finding import Diagnosis
from plugin.facts import CaseFacts
from plugin.gaps import known as _folder
from plugin.gaps.gap import Gap, GapSighting

__all__ = ["Gap", "GapSighting", "gap", "gaps", "sightings"]


@cache
def gaps() -> tuple[Gap, ...]:
    """Every gap that has a file, by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(_folder.__path__))
    return tuple(Gap.of(importlib.import_module(f"{_folder.__name__}.{name}")) for name in names)


def gap(gap_id: str) -> Gap | None:
    """One gap by its id; None when its file is gone."""
    return next((known for known in gaps() if known.id == gap_id), None)


def sightings(case: CaseFacts, diagnosis: Diagnosis) -> tuple[GapSighting, ...]:
    """The gaps this ticket shows; none where nothing was read about a customer: a typed id is no demand."""
    if not case.pictures or not case.match.customer_ids:
        return ()
    if diagnosis.verdict.correction and diagnosis.verdict.bucket == "not_billing":
        return ()  # an agent read it: what the lexicon heard was no demand
    found = ((known, known.seen(case, diagnosis)) for known in gaps())
    return tuple(
        GapSighting(known.id, known.title, evidence.why, evidence.records)
        for known, evidence in found
        if evidence
    )
