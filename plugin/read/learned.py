"""What this installation learned from its agents: per intent a small linear model over hashed pieces of words.

It is used only for the intents in which it beats the lexicon on cases it has not seen, and says so. The model holds
numbers of hashed pieces, no text: without the installation's key nobody can tell which pieces they are.
"""

from __future__ import annotations

import hashlib
import json
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace

from plugin.facts import Intent, Reading
from plugin.read.folding import folded
from plugin.read.reading import INTENTS, LEXICON, OwnWords, Reader

Features = frozenset[int]
Intents = frozenset[Intent]

_BUCKETS = 1 << 16
_PIECE = 4
_ENOUGH_TEXT = 4_000
_WORD = re.compile(r"[^\W_]+")

_ROUNDS = 12
_STEP = 0.4
_SHRINK = 1e-4
_FOLDS = 5
FEWEST_CASES = 40
FEWEST_OF_AN_INTENT = 8
BETTER_BY = 0.02
"""How much F1 the learned model must be ahead before it is trusted: less is chance."""

# Which intent a class, said by an agent, speaks for. Only classes that the text can tell.
SPEAKS_FOR: Mapping[str, Intent] = {
    "duplicate_subscription": "duplicate_charge",
    "multi_seat_intent": "plan_or_seat_question",
    "payment_failed": "payment_failed",
    "not_billing": "not_billing",
    "wants_to_cancel": "cancel_request",
    "wants_to_cancel_cannot": "cancel_request",
    "invoice_requested": "invoice_or_receipt_request",
    "invoice_to_wrong_email": "invoice_or_receipt_request",
    "card_update_requested": "update_payment_method",
    "charged_after_cancel": "unexpected_charge",
    "trial_converted": "unexpected_charge",
    "annual_renewal_surprise": "unexpected_charge",
    "metered_overage": "usage_or_rate_limit_question",
    "paid_no_access": "product_failure_complaint",
    "already_refunded": "refund_status",
}


@dataclass(frozen=True)
class Taught:
    """One ticket as a lesson: what is in its text (hashed), what the lexicon read, what it turned out to ask."""

    features: Features
    lexicon: Intents
    true: Intents


@dataclass(frozen=True)
class Learned:
    """One intent's model and how it fared on cases it had not seen, beside the lexicon on the same cases."""

    intent: Intent
    cases: int
    lexicon_f1: float
    learned_f1: float
    used: bool
    bias: float = 0.0
    weights: Mapping[int, float] = field(default_factory=dict)

    def says(self, features: Features) -> bool:
        return self.bias + sum(self.weights.get(f, 0.0) for f in features) > 0


@dataclass(frozen=True)
class LearnedModel:
    cases: int
    intents: tuple[Learned, ...]
    key_mark: str = ""
    """Tells with which installation's key the pieces were hashed; with another one the numbers mean nothing."""

    def to_json(self) -> str:
        return json.dumps({"version": 1, **asdict(self)})

    @classmethod
    def from_json(cls, text: str) -> LearnedModel:
        """Raises ValueError for what `to_json` did not write."""
        try:
            kept = json.loads(text)
            if kept["version"] != 1:
                raise ValueError("another version's model")
            intents = tuple(
                Learned(**{**one, "weights": {int(k): float(v) for k, v in one["weights"].items()}})
                for one in kept["intents"]
                if one["intent"] in INTENTS
            )
            return cls(kept["cases"], intents, kept["key_mark"])
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError("no learned model") from error


class LearnedReader:
    """The lexicon, corrected by what was learned where that is better."""

    def __init__(self, model: LearnedModel, key: str, own: Reader = LEXICON) -> None:
        self._used = [one for one in model.intents if one.used and model.key_mark == key_mark(key)]
        self._key = key
        self._own = own

    def read(self, words: OwnWords) -> Reading:
        reading = self._own.read(words)
        seen = features(words.text, self._key)
        if not self._used or not seen:
            return reading
        decided = {learned.intent: learned.says(seen) for learned in self._used}
        kept = [intent for intent in reading.intents if decided.get(intent, True)]
        new = [i for i in INTENTS if decided.get(i) and i not in reading.intents]
        return replace(reading, intents=_without_contradiction((*kept, *new)))


def _without_contradiction(intents: Sequence[Intent]) -> tuple[Intent, ...]:
    """ "Nothing to do with billing" stands alone or not at all."""
    return tuple(i for i in intents if i != "not_billing" or len(intents) == 1)


def features(text: str, key: str) -> Features:
    """Words and pieces of words, hashed with the installation's key; in no order, so that no text can be rebuilt."""
    pieces: set[str] = set()
    for word in _WORD.findall(folded(text[:_ENOUGH_TEXT])):
        edged = f"<{word[:40]}>"
        pieces.add(edged)
        pieces.update(edged[at : at + _PIECE] for at in range(max(1, len(edged) - _PIECE + 1)))
    return frozenset(_bucket(piece, _secret(key)) for piece in pieces)


def key_mark(key: str) -> str:
    return hashlib.blake2b(b"mark", key=_secret(key), digest_size=8).hexdigest()


def _secret(key: str) -> bytes:
    return hashlib.sha256(b"reader:" + key.encode()).digest()


def _bucket(piece: str, secret: bytes) -> int:
    return (
        int.from_bytes(hashlib.blake2b(piece.encode(), key=secret, digest_size=4).digest(), "big") % _BUCKETS
    )


def truth(lexicon: Iterable[Intent], said: tuple[str, str | None], agent: tuple[str, str | None]) -> Intents:
    """What a ticket asks, once an agent judged it: the lexicon's reading, with our class taken out and theirs put in.

    `said` and `agent` are (bucket, situation). Where the agent agreed, both are the same.
    """
    ours, theirs = _intent_of(*said), _intent_of(*agent)
    asked = set(lexicon)
    if ours and ours != theirs:
        asked.discard(ours)
    if theirs:
        asked = {theirs} if theirs == "not_billing" else asked - {"not_billing"} | {theirs}
    return frozenset(asked)


def _intent_of(bucket: str, situation: str | None) -> Intent | None:
    return SPEAKS_FOR.get(situation or "") or SPEAKS_FOR.get(bucket)


# ------------------------------------------------------------------ learning
def learn(lessons: Sequence[Taught], key: str) -> LearnedModel:
    """The same lessons make the same model: nothing is drawn by lot."""
    return LearnedModel(len(lessons), tuple(_learn_one(intent, lessons) for intent in INTENTS), key_mark(key))


def _learn_one(intent: Intent, lessons: Sequence[Taught]) -> Learned:
    truths = [intent in lesson.true for lesson in lessons]
    lexicon_f1 = _f1(truths, [intent in lesson.lexicon for lesson in lessons])
    positives = sum(truths)
    if len(lessons) < FEWEST_CASES or min(positives, len(lessons) - positives) < FEWEST_OF_AN_INTENT:
        return Learned(intent, positives, lexicon_f1, 0.0, used=False)
    learned_f1 = _f1(truths, _on_unseen(truths, lessons))
    if learned_f1 < lexicon_f1 + BETTER_BY:
        return Learned(intent, positives, lexicon_f1, learned_f1, used=False)
    bias, weights = _fit([(lesson.features, true) for lesson, true in zip(lessons, truths, strict=True)])
    return Learned(intent, positives, lexicon_f1, learned_f1, used=True, bias=bias, weights=weights)


def _on_unseen(truths: Sequence[bool], lessons: Sequence[Taught]) -> list[bool]:
    """Each case judged by a model that was fitted without it."""
    said = [False] * len(lessons)
    for fold in range(_FOLDS):
        inside = [(lessons[i].features, truths[i]) for i in range(len(lessons)) if i % _FOLDS != fold]
        bias, weights = _fit(inside)
        for i in range(fold, len(lessons), _FOLDS):
            said[i] = bias + sum(weights.get(f, 0.0) for f in lessons[i].features) > 0
    return said


def _fit(cases: Sequence[tuple[Features, bool]]) -> tuple[float, dict[int, float]]:
    """Logistic regression, one case after the other; the rarer side counts as much as the other."""
    positives = sum(true for _, true in cases)
    rare = len(cases) / (2 * max(1, positives)), len(cases) / (2 * max(1, len(cases) - positives))
    bias, weights = 0.0, dict[int, float]()
    for turn in range(_ROUNDS):
        step = _STEP / (1 + turn / 4)
        for seen, true in cases:
            # Long texts have many pieces; without this they would shout.
            scale = 1 / math.sqrt(len(seen) or 1)
            total = bias + sum(weights.get(f, 0.0) for f in seen)
            wrong = (1.0 if true else 0.0) - 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
            pull = step * wrong * (rare[0] if true else rare[1])
            bias += pull * scale
            for piece in seen:
                weights[piece] = weights.get(piece, 0.0) * (1 - step * _SHRINK) + pull * scale
    return bias, {piece: round(weight, 5) for piece, weight in weights.items() if abs(weight) > 1e-4}


def _f1(truths: Sequence[bool], said: Sequence[bool]) -> float:
    right = sum(t and s for t, s in zip(truths, said, strict=True))
    wrong = sum(t != s for t, s in zip(truths, said, strict=True))
    return 2 * right / (2 * right + wrong) if right or wrong else 1.0
