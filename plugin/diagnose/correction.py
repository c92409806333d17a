"""An agent's word about the class of a ticket: it decides which finding the ticket is about, and proves nothing.

Where a detector found what the agent names, that finding decides, as sure as its evidence and no surer. Where none
did, the class is shown as said and no step but a question or an explanation follows. Every guard stays as it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from plugin.diagnose import Detector, detectors
from plugin.diagnose.finding import Diagnosis, Verdict
from plugin.diagnose.verdict import Row, always, ranked, verdict_of
from plugin.facts import Bucket, CaseFacts, Correction

OTHER = "other"
"""The situation of a class that was named without one."""


def corrected(case: CaseFacts, diagnosis: Diagnosis, correction: Correction | None) -> Diagnosis:
    """The diagnosis as the agent's word leaves it; the same where no agent said anything."""
    if correction is None:
        return diagnosis
    verdict = diagnosis.verdict
    if correction.agreed:
        # Agreement is about what was seen then; it does not hold on to it when the state has moved on.
        same = (verdict.bucket, verdict.situation) == (correction.bucket, correction.situation)
        return replace(diagnosis, verdict=replace(verdict, correction=correction)) if same else diagnosis
    found = next((f for f in diagnosis.findings if f.situation == correction.situation), None)
    if not case.strong and correction.bucket != "not_billing":
        # Knowing what happened is not knowing who asks.
        return replace(diagnosis, verdict=_said_of(correction, verdict, verdict))
    if found is None:
        return replace(diagnosis, verdict=_said_of(correction, _on_word_alone(correction), verdict))
    rest = tuple(f for f in diagnosis.findings if f is not found)
    row = Row("An agent says what the ticket is about.", always, (found.situation,))
    decided = replace(verdict_of(case, row, found, rest), bucket=found.bucket)
    return replace(diagnosis, verdict=_said_of(correction, decided, verdict), findings=(found, *rest))


def _on_word_alone(correction: Correction) -> Verdict:
    """No record shows it, so nothing follows from it; that nothing is asked of billing needs no record."""
    not_billing = correction.bucket == "not_billing"
    unproven = (
        "" if not_billing or correction.bucket == "needs_human" else " Nothing in the billing shows it."
    )
    return Verdict(
        bucket=correction.bucket,
        situation="not_billing" if not_billing else correction.situation or OTHER,
        confidence="medium" if not_billing else "low",
        sentence=f"{_what(correction)}{unproven}",
    )


def _said_of(correction: Correction, now: Verdict, before: Verdict) -> Verdict:
    sentence = f"{_what(correction)} {now.sentence}" if now is before else now.sentence
    note = f" ({correction.note})" if correction.note else ""
    overruled = f"Tillside had read it as {before.situation.replace('_', ' ')}: {before.sentence}"
    return replace(
        now,
        sentence=f"Corrected by {correction.agent_name}: {sentence}",
        reasons_for=(
            f"{correction.agent_name} says so: {REASONS[correction.reason]}{note}.",
            *now.reasons_for,
        ),
        reasons_against=(*(() if now is before else (overruled,)), *now.reasons_against),
        # What is shown as ours is what we would say now, not what we said when the agent spoke.
        correction=replace(correction, said_bucket=before.bucket, said_situation=before.situation),
    )


_BUCKETS: Mapping[Bucket, str] = {
    "duplicate_subscription": "Something was paid more than once.",
    "multi_seat_intent": "Several seats are meant.",
    "payment_failed": "A payment or a checkout did not go through.",
    "self_serve_missing": "The customer could not do or see it alone.",
    "product_failure": "The product failed somebody who paid.",
    "needs_human": "A person must decide.",
    "not_billing": "The ticket asks nothing about billing.",
}


def _what(correction: Correction) -> str:
    """What the agent named, in the first line of its detector's own words."""
    named = (d.why.splitlines()[0] for d in detectors() if d.situation == correction.situation and d.why)
    return next(named, _BUCKETS[correction.bucket])


REASONS: Mapping[str, str] = {
    "agreed": "it is as Tillside found it",
    "other_cause": "something else happened",
    "other_question": "the ticket is about something else",
    "not_in_stripe": "what happened cannot be seen in Stripe",
    "other": "for another reason",
}
"""Why agents disagree, in the words of the handoff; the sidebar has its own."""


# ------------------------------------------------------------------ what may be named
@cache
def classes() -> Mapping[Bucket, tuple[str, ...]]:
    """Every bucket with its situations, as the detectors' own examples show them; no list to keep beside them."""
    found: dict[Bucket, list[str]] = {
        "duplicate_subscription": [],
        "multi_seat_intent": [],
        "payment_failed": [],
        "self_serve_missing": [],
        "product_failure": [],
        "needs_human": [],
        "not_billing": [],
    }
    order = ranked()
    for detector in sorted(
        detectors(), key=lambda d: order.index(d.situation) if d.situation in order else 99
    ):
        if bucket := _bucket_of(detector):
            found[bucket].append(detector.situation)
    return {bucket: tuple(situations) for bucket, situations in found.items()}


def _bucket_of(detector: Detector) -> Bucket | None:
    try:
        seen = [detector.look(example) for example in detector.fires_on]
    except Exception:
        return None  # a broken rule is told where it breaks; here it only cannot be chosen
    return next((finding.bucket for finding in seen if finding), None)


def bucket_of(situation: str) -> Bucket | None:
    """The bucket a situation usually belongs to; None for one that no detector knows."""
    return next((bucket for bucket, known in classes().items() if situation in known), None)
