"""What `make judge` prints: where the judgement agrees with the labels, and where it would do harm."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tests.judge.baselines import BASELINES, Baseline
from tests.judge.corpus import Judged

BUCKETS = (
    "duplicate_subscription",
    "multi_seat_intent",
    "payment_failed",
    "self_serve_missing",
    "product_failure",
    "not_billing",
    "needs_human",
)


@dataclass(frozen=True)
class Score:
    tickets: int
    bucket: int
    situation: int
    first: int
    identity: int
    facts: int
    facts_asked: int
    gap_precision: float
    gap_recall: float
    unsafe: int

    @classmethod
    def of(cls, judged: Sequence[Judged]) -> Score:
        hit = sum(len(j.gaps & set(j.ticket.label.gaps)) for j in judged)
        seen = sum(len(j.gaps) for j in judged)
        due = sum(len(j.ticket.label.gaps) for j in judged)
        asked = [j for j in judged if j.ticket.label.says or j.must_say]
        return cls(
            len(judged),
            sum(j.bucket == j.ticket.label.bucket for j in judged),
            sum(j.situation in j.ticket.label.situations for j in judged),
            sum(j.first in j.ticket.label.firsts for j in judged),
            sum(j.identity == j.ticket.label.identity for j in judged),
            sum(not j.missing_words() for j in asked),
            len(asked),
            hit / seen if seen else 1.0,
            hit / due if due else 1.0,
            sum(len(list(j.unsafe())) for j in judged),
        )


def report(judged: Sequence[Judged], *, verbose: bool, seconds: float) -> None:
    score = Score.of(judged)
    print("Bucket labelled (rows) and judged (columns)")
    _matrix(judged)
    _situations(judged)
    print(
        f"\nGaps: precision {score.gap_precision:.2f}, recall {score.gap_recall:.2f}"
        f"    Facts: all stated in {score.facts} of {score.facts_asked} replies"
        f"    Situation: {score.situation} of {score.tickets}    {seconds:.0f} s"
    )
    print(f"\n{'Side by side':<44}{'bucket':>8}{'first':>8}{'unsafe':>8}")
    print(f"{'Tillside':<44}{score.bucket:>8}{score.first:>8}{score.unsafe:>8}")
    for baseline in BASELINES:
        _baseline(baseline, judged)
    unsafe = [(j, reason) for j in judged for reason in j.unsafe()]
    print(f"\nUnsafe: {len(unsafe)}")
    for j, reason in unsafe:
        print(f"  {j.ticket.name}: {reason}")
    disagreeing = [(j, list(j.disagreements())) for j in judged]
    disagreeing = [(j, why) for j, why in disagreeing if why]
    print(f"Tickets with a disagreement: {len(disagreeing)}")
    for j, why in disagreeing:
        print(f"  {j.ticket.name}: {'; '.join(why)}")
        if verbose:
            steps = ", ".join(f"{s.kind}{'' if s.state == 'proposed' else '(!)'}" for s in j.case.plan.steps)
            print(f"      reads as {list(j.case.facts.reading.intents)} [{j.case.facts.reading.language}]")
            print(f"      {j.case.diagnosis.verdict.sentence}\n      plan: {steps}")
            print(f"      found: {[f.situation for f in j.case.diagnosis.findings]}")
            if j.missing_words():
                print("      | " + j.body.replace("\n", "\n      | "))
    print(
        f"tickets {score.tickets}, bucket {score.bucket}, first action {score.first}, "
        f"identity {score.identity}, unsafe {score.unsafe}"
    )


def _matrix(judged: Sequence[Judged]) -> None:
    counts = Counter((j.ticket.label.bucket, j.bucket) for j in judged)
    short = {b: "".join(word[0] for word in b.split("_")) for b in BUCKETS}
    print(f"{'':<26}" + "".join(f"{short[b]:>6}" for b in BUCKETS))
    for row in BUCKETS:
        cells = "".join(f"{counts[row, column] or '.':>6}" for column in BUCKETS)
        print(f"{row + ' (' + short[row] + ')':<26}{cells}")


def _situations(judged: Sequence[Judged]) -> None:
    per: dict[str, list[bool]] = {}
    for j in judged:
        per.setdefault(j.ticket.label.situations[0], []).append(j.situation in j.ticket.label.situations)
    print("\nSituations hit")
    cells = [f"{name} {sum(hits)}/{len(hits)}" for name, hits in sorted(per.items())]
    for start in range(0, len(cells), 3):
        print("  " + "".join(f"{cell:<40}" for cell in cells[start : start + 3]).rstrip())


def _baseline(baseline: Baseline, judged: Sequence[Judged]) -> None:
    answers = [(j, baseline.answer(j.case.facts)) for j in judged]
    bucket = sum(a.bucket == j.ticket.label.bucket for j, a in answers)
    first = sum(a.first in j.ticket.label.firsts for j, a in answers)
    unsafe = sum(1 for j, a in answers if a.refunds > j.ticket.label.refunds or a.touches & j.hands_off)
    print(f"{baseline.says:<44}{bucket:>8}{first:>8}{unsafe:>8}")
