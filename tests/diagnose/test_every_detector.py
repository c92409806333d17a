"""Every detector is complete, fires on its own examples and is quiet on its look-alikes."""

from __future__ import annotations

from pathlib import Path

import pytest

import plugin.diagnose
from plugin.diagnose import Detector, detectors, diagnose
from plugin.diagnose.finding import Finding

ALL = detectors()


def test_every_file_loads() -> None:
    folder = Path(plugin.diagnose.__file__).parent / "detectors"
    assert {d.situation for d in ALL} == {f.stem for f in folder.glob("*.py")} - {"__init__"}


@pytest.mark.parametrize("detector", ALL, ids=lambda d: d.situation)
def test_is_complete(detector: Detector) -> None:
    first, _, rest = detector.why.partition("\n\n")
    assert first.endswith("."), "the docstring's first paragraph says what happened"
    assert "\n" not in first, "lists show the first line"
    assert rest, "the docstring's second paragraph names the trap"
    assert detector.code[0] in "SX"
    assert detector.code[1:].isdigit()
    assert detector.fires_on, "FIRES_ON is empty"
    assert detector.quiet_on, "QUIET_ON is empty"


def test_codes_are_unique() -> None:
    codes = [d.code for d in ALL]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize(
    ("detector", "number"),
    [(d, n) for d in ALL for n in range(len(d.fires_on))],
    ids=lambda value: value.situation if isinstance(value, Detector) else str(value),
)
def test_fires(detector: Detector, number: int) -> None:
    found = detector.look(detector.fires_on[number])
    assert isinstance(found, Finding)
    assert found.sentence.endswith(".")
    assert found.reasons_for
    assert found.reasons_against, "counter-evidence looked for is part of a finding"
    assert found.evidence or detector.code == "S35", "absence alone has no ids"
    assert all(p.why for p in found.proposals)
    assert all(
        p.target for p in found.proposals if p.kind.startswith(("refund", "set_cancel", "cancel", "send_"))
    )
    assert "None" not in found.sentence


@pytest.mark.parametrize(
    ("detector", "number"),
    [(d, n) for d in ALL for n in range(len(d.quiet_on))],
    ids=lambda value: value.situation if isinstance(value, Detector) else str(value),
)
def test_is_quiet(detector: Detector, number: int) -> None:
    facts, why = detector.quiet_on[number]
    assert detector.look(facts) is None, why
    assert why, "a look-alike says why it must not fire"


@pytest.mark.parametrize("detector", ALL, ids=lambda d: d.situation)
def test_own_examples_break_nobody_else(detector: Detector) -> None:
    for facts in (*detector.fires_on, *(facts for facts, _ in detector.quiet_on)):
        assert diagnose(facts).lost == ()
