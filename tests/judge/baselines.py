"""The two rules people use today, on the same facts: what a ticket costs without judgement."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from plugin.facts import CaseFacts, Intent


@dataclass(frozen=True)
class Answer:
    bucket: str
    first: str
    refunds: int = 0
    touches: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True)
class Baseline:
    says: str
    answer: Callable[[CaseFacts], Answer]


_BUCKET_OF: dict[Intent, tuple[str, str]] = {
    "payment_failed": ("payment_failed", "send_portal_payment_update"),
    "update_payment_method": ("self_serve_missing", "send_portal_payment_update"),
    "cancel_request": ("self_serve_missing", "set_cancel_at_period_end"),
    "invoice_or_receipt_request": ("self_serve_missing", "send_hosted_invoice_link"),
    "product_failure_complaint": ("product_failure", "escalate_engineering"),
    "plan_or_seat_question": ("multi_seat_intent", "explain_only"),
    "not_billing": ("not_billing", "explain_only"),
}


def _by_words(case: CaseFacts) -> Answer:
    """What the first wish in the text suggests, billing unread."""
    for intent in case.reading.intents:
        if intent in _BUCKET_OF:
            return Answer(*_BUCKET_OF[intent])
    return Answer("needs_human", "escalate_human")


def two_active_means_duplicate(case: CaseFacts) -> Answer:
    live = sorted(case.live_subscriptions, key=lambda s: s.created)
    if len(live) < 2:
        return _by_words(case)
    extra = live[1:]
    charges = [c for s in extra for c in case.charges_of(s) if c.status == "succeeded"]
    return Answer(
        "duplicate_subscription",
        "set_cancel_at_period_end",
        sum(c.amount for c in charges),
        frozenset({*(s.id for s in extra), *(c.id for c in charges)}),
    )


def refund_when_asked(case: CaseFacts) -> Answer:
    if not case.reading.asks("refund_request", "duplicate_charge", "unexpected_charge"):
        return _by_words(case)
    newest = next(iter(case.succeeded_charges), None)
    if newest is None:
        return _by_words(case)
    twice = case.reading.asks("duplicate_charge")
    bucket = "duplicate_subscription" if twice else "self_serve_missing"
    return Answer(bucket, "refund_charge", newest.amount, frozenset({newest.id}))


BASELINES = (
    Baseline("two active: duplicate, keep the oldest", two_active_means_duplicate),
    Baseline("refund when asked", refund_when_asked),
)
