"""An agent's word chooses among what was found; it proves nothing and opens nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from plugin.act.guards import Asked, reasons_against
from plugin.act.plan import Plan, make_plan
from plugin.act.steps import kinds
from plugin.diagnose import Detector, detectors, diagnose
from plugin.diagnose.correction import REASONS, bucket_of, classes, corrected
from plugin.diagnose.examples import case, paid, sub
from plugin.facts import EXAMPLE_NOW, Bucket, CaseFacts, Correction, CorrectionReason
from plugin.policy import Policy

TWICE = case(
    sub("sub_1", 3.01), paid("sub_1", 3.01), sub("sub_2", 3), paid("sub_2", 3), asks="duplicate_charge"
)
NAMES = [d.situation for d in detectors()]


def word(situation: str | None, bucket: Bucket = "needs_human", **fields: object) -> Correction:
    named = bucket_of(situation) if situation else None
    return replace(
        Correction(
            bucket=named or bucket,
            situation=situation,
            reason="other_cause",
            said_bucket="needs_human",
            said_situation="unclear",
            agent_id=1,
            agent_name="Ana",
            at=EXAMPLE_NOW,
        ),
        **fields,  # type: ignore[arg-type]
    )


def judged(facts: CaseFacts, correction: Correction | None) -> tuple[Plan, object]:
    diagnosis = corrected(facts, diagnose(facts), correction)
    return make_plan(facts, diagnosis, Policy(), can_write=True), diagnosis.verdict


@pytest.mark.parametrize("detector", detectors(), ids=lambda d: d.situation)
def test_whatever_is_named_money_needs_its_finding_and_all_its_guards(detector: Detector) -> None:
    """Every example of every rule, called by every name there is."""
    for facts in detector.fires_on:
        own = diagnose(facts)
        found = {f.situation: f for f in own.findings}
        for name in [*NAMES, None]:
            diagnosis = corrected(facts, own, word(name))
            assert {f.situation for f in diagnosis.findings} == set(found), "nothing is seen or lost"
            assert name in found or diagnosis.verdict.confidence == "low"
            for step in make_plan(facts, diagnosis, Policy(), can_write=True).steps:
                if not step.writes or step.state != "proposed":
                    continue
                assert name in found
                proposal = next(
                    p for f in own.findings for p in f.proposals if (p.kind, p.target) == (step.kind, step.target)
                )  # fmt: skip
                asked = Asked(facts, diagnosis, Policy(), proposal, found.get(name or ""))
                assert reasons_against(kinds()[step.kind].guards, asked) == ()
                assert diagnosis.verdict.confidence != "low"


def test_a_found_situation_is_as_sure_as_its_evidence() -> None:
    """The ticket need not ask about it any more; what could not be read still counts."""
    quiet = replace(TWICE, reading=replace(TWICE.reading, intents=("plan_or_seat_question",)))
    assert diagnose(quiet).verdict.confidence == "medium"
    sure = corrected(quiet, diagnose(quiet), word("duplicate_same_customer")).verdict
    assert sure.confidence == "high"
    cut = case(sub("sub_1", 3.01), paid("sub_1", 3.01), sub("sub_2", 3), paid("sub_2", 3), asks="plan_or_seat_question", truncated=("subscriptions",))  # fmt: skip
    assert corrected(cut, diagnose(cut), word("duplicate_same_customer")).verdict.confidence == "medium"


@pytest.mark.parametrize("confidence", ["weak", "ambiguous", "none"])
def test_who_asks_stays_unproven(confidence: str) -> None:
    facts = replace(TWICE, match=replace(TWICE.match, confidence=confidence))  # type: ignore[arg-type]
    for name in ("duplicate_same_customer", "paused"):
        plan, verdict = judged(facts, word(name))
        assert plan == judged(facts, None)[0]
        assert verdict.bucket == "needs_human"  # type: ignore[attr-defined]
        assert verdict.situation == f"identity_{confidence}"  # type: ignore[attr-defined]


def test_what_we_would_say_now_is_shown_beside_it() -> None:
    verdict = corrected(TWICE, diagnose(TWICE), word("paused", note="by phone")).verdict
    assert verdict.correction
    assert verdict.correction.said_situation == "duplicate_same_customer"
    assert verdict.sentence.startswith("Corrected by Ana: The subscription is paused.")
    assert verdict.reasons_for[0] == "Ana says so: something else happened (by phone)."
    assert verdict.reasons_against[0].startswith("Tillside had read it as duplicate same customer: ")


def test_agreement_ends_with_what_was_agreed_to() -> None:
    ours = diagnose(TWICE)
    yes = word("duplicate_same_customer", reason="agreed")
    assert corrected(TWICE, ours, yes).verdict == replace(ours.verdict, correction=yes)
    moved_on = diagnose(case(sub()))
    assert corrected(case(sub()), moved_on, yes) == moved_on


def test_every_situation_has_one_bucket_and_every_bucket_is_offered() -> None:
    assert set(classes()) == set(get_args(Bucket))
    offered = [s for situations in classes().values() for s in situations]
    assert sorted(offered) == sorted(NAMES)
    assert bucket_of("nothing_we_know") is None


def test_every_reason_has_words() -> None:
    assert set(REASONS) == set(get_args(CorrectionReason))
