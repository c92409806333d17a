"""From facts to a diagnosis: every detector looks by itself, then one table decides.

    diagnose(case).verdict.sentence

Detectors are the files of `detectors/`, found by name; there is nothing to register. One that breaks loses
its own finding, never the case, and the loss is told.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from types import ModuleType
from typing import Any

from plugin.diagnose import detectors as _folder
from plugin.diagnose.finding import Diagnosis, Finding, LostDetector, Verdict
from plugin.diagnose.verdict import decide
from plugin.facts import CaseFacts

__all__ = ["Detector", "Diagnosis", "Finding", "LostDetector", "Verdict", "detectors", "diagnose"]


@dataclass(frozen=True)
class Detector:
    """One file of `detectors/`: its name is the situation, its docstring the why shown to people."""

    situation: str
    code: str
    why: str
    look: Callable[[CaseFacts], Finding | None]
    fires_on: Sequence[CaseFacts] = ()
    quiet_on: Sequence[tuple[CaseFacts, str]] = ()

    @classmethod
    def of(cls, module: ModuleType) -> Detector:
        return cls(
            situation=module.__name__.rpartition(".")[2],
            code=module.CODE,
            why=inspect.getdoc(module) or "",
            look=module.look,
            fires_on=module.FIRES_ON,
            quiet_on=module.QUIET_ON,
        )


@cache
def _load() -> tuple[tuple[Detector, ...], tuple[LostDetector, ...]]:
    found, lost = [], []
    for entry in sorted(pkgutil.iter_modules(_folder.__path__), key=lambda e: e.name):
        try:
            found.append(Detector.of(importlib.import_module(f"{_folder.__name__}.{entry.name}")))
        except Exception as error:
            lost.append(LostDetector(entry.name, _where(error)))
    return tuple(found), tuple(lost)


def detectors() -> tuple[Detector, ...]:
    """Every detector that could be loaded, by name."""
    return _load()[0]


def diagnose(case: CaseFacts, rules: Iterable[Detector] | None = None) -> Diagnosis:
    """What happened and which of the findings the ticket is about. Never raises for a broken detector."""
    lost = list(_load()[1]) if rules is None else []
    findings = []
    for detector in detectors() if rules is None else rules:
        try:
            seen = detector.look(case)
            if seen is not None:
                findings.append(
                    replace(
                        seen,
                        sentence=seen.sentence[:1].upper() + seen.sentence[1:],
                        situation=detector.situation,
                        code=detector.code,
                        why=detector.why,
                    )
                )
        except Exception as error:
            lost.append(LostDetector(detector.situation, _where(error)))
    verdict, ordered = decide(case, findings)
    return Diagnosis(verdict, ordered, tuple(lost))


def _where(error: Exception) -> str:
    """The kind of error and its line; never its message, which may quote a customer's data."""
    trace: Any = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f" at {trace.tb_frame.f_code.co_name}, line {trace.tb_lineno}" if trace else ""
    return f"This rule broke with {type(error).__name__}{place}; what it looks for was not checked."
