"""Which finding decides: ONE TABLE, read from top to bottom; the first row that holds has the last word.

Stripe's state says what happened and the text never outvotes it. The text says what the customer wants, and so
which of several true findings the ticket is about. Within a row the situations stand strongest first, and a
hint gives way to anything surer in the same row. A detector that no row names is heard last, so that a new
file in `detectors/` works on its own; give it a row when it must compete.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from plugin.diagnose.finding import Finding, Verdict
from plugin.diagnose.words import counted, listed
from plugin.facts import CaseFacts, Intent

Level = Literal["high", "medium", "low"]


# ------------------------------------------------------------------ when a row holds
def always(case: CaseFacts) -> bool:
    return bool(case.pictures)


def only_not_billing(case: CaseFacts) -> bool:
    return case.reading.intents == ("not_billing",)


def never(_case: CaseFacts) -> bool:
    return False


def asks_something_else(case: CaseFacts) -> bool:
    return bool(case.reading.intents)


def asks(*intents: Intent) -> Callable[[CaseFacts], bool]:
    return lambda case: case.reading.asks(*intents)


def says_nothing_we_know(case: CaseFacts) -> bool:
    return always(case) and not case.reading.intents


def speaks_of_leaving_and_of_money(case: CaseFacts) -> bool:
    return case.reading.asks("cancel_request") and case.reading.asks(
        "duplicate_charge", "unexpected_charge", "refund_request", "refund_status"
    )


_MOVES_NO_MONEY = {
    "invoice_or_receipt_request",
    "update_payment_method",
    "plan_or_seat_question",
    "usage_or_rate_limit_question",
}


def may_be_about_money(case: CaseFacts) -> bool:
    """Everything but a ticket that asks only for a paper, a card change or an explanation."""
    return not case.reading.intents or not set(case.reading.intents) <= _MOVES_NO_MONEY


# ------------------------------------------------------------------ the table
@dataclass(frozen=True)
class Row:
    """`says` is the row as a support lead reads it aloud."""

    says: str
    when: Callable[[CaseFacts], bool]
    situations: tuple[str, ...]
    intent: Intent | None = None
    """The rows of what the ticket asks for are read in the order in which it asks for it, strongest first."""
    less_sure: Callable[[CaseFacts], bool] = never
    """Where the finding is true although the ticket does not ask about it."""


def asked(intent: Intent, says: str, situations: tuple[str, ...]) -> Row:
    return Row(says, asks(intent), situations, intent)


TAKEN_TWICE = ("duplicate_across_customers", "duplicate_same_customer", "charged_twice_minutes_apart")
GIVEN_BACK = ("already_refunded", "credited_not_refunded")
NOT_PAID = (
    "payment_blocked",
    "authentication_required",
    "card_expired",
    "subscription_unpaid",
    "payment_past_due",
    "bank_debit_pending",
    "checkout_incomplete",
    "invoice_overdue",
)

TABLE: tuple[Row, ...] = (
    Row(
        "Test data is not money: nothing was charged, whatever else it looks like.",
        always,
        ("test_data",),
    ),
    Row(
        "An open chargeback or a fraud warning outranks every question about money: until it is decided, money rests.",
        may_be_about_money,
        ("dispute_open", "fraud_warning"),
    ),
    Row(
        "Who asks where the refund is gets the refund that exists.",
        asks("refund_status"),
        GIVEN_BACK,
    ),
    Row(
        "Money taken twice, or after the end, decides when the ticket speaks of money taken.",
        asks("duplicate_charge", "unexpected_charge", "refund_request", "refund_status"),
        (*TAKEN_TWICE, "charged_after_cancel"),
    ),
    Row(
        "Who asks for money back, and has it back already, is told so before anything else is explained.",
        asks("refund_request"),
        GIVEN_BACK,
    ),
    Row(
        "Money taken rightly but not expected: a trial that ended, a year that began again.",
        asks("unexpected_charge", "refund_request"),
        ("trial_converted", "annual_renewal_surprise", "overpaid"),
    ),
    Row(
        "Charged although cancelled: the cancellation, and what it comes after, is what must be told.",
        speaks_of_leaving_and_of_money,
        ("cancellation_pending",),
    ),
    # From here on, what the ticket asks for, strongest first.
    asked(
        "duplicate_charge",
        '"Charged twice" that was not: returned, failed, prorated, several seats, or not ours at all.',
        (
            *GIVEN_BACK,
            "failed_attempt_taken_for_charge",
            "proration_taken_for_double_charge",
            "many_subscriptions_really_seats",
            "quantity_changed",
            "trial_converted",
            "annual_renewal_surprise",
            "metered_overage",
            "overpaid",
            *NOT_PAID,
            "checkout_abandoned",
            "not_our_charge",
        ),
    ),
    asked(
        "unexpected_charge",
        "An amount nobody expected has a cause on its invoice.",
        (
            "metered_overage",
            "coupon_ended",
            "tax_added",
            "proration_taken_for_double_charge",
            "quantity_changed",
            "balance_changed_bill",
            "currency_differs",
            "many_subscriptions_really_seats",
            "failed_attempt_taken_for_charge",
            "wallet_card_number",
            "written_off_but_dunned",
            *GIVEN_BACK,
            "cancellation_pending",
            *NOT_PAID,
            "checkout_abandoned",
            "not_our_charge",
        ),
    ),
    asked(
        "refund_request",
        "A refund is asked for, and the state says why it was wanted or why it is not due.",
        (
            "paid_no_access",
            "metered_overage",
            "coupon_ended",
            "proration_taken_for_double_charge",
            "quantity_changed",
            "failed_attempt_taken_for_charge",
            "many_subscriptions_really_seats",
            "bank_debit_pending",
            "tax_added",
            "currency_differs",
            "balance_changed_bill",
            "wallet_card_number",
            "refund_too_old",
            "cancellation_pending",
            "written_off_but_dunned",
        ),
    ),
    asked(
        "refund_status",
        "Where is my refund, and there is none: say what could be refunded, or that it is too old.",
        ("overpaid", "refund_too_old", "failed_attempt_taken_for_charge"),
    ),
    asked(
        "cancel_request",
        "Who wants to leave may: charged after the end, then already leaving, then the way out.",
        (
            "charged_after_cancel",
            "cancellation_pending",
            "wants_to_cancel_cannot",
            "wants_to_cancel",
            "many_subscriptions_really_seats",
            *TAKEN_TWICE,
            "written_off_but_dunned",
        ),
    ),
    asked(
        "payment_failed",
        "A payment does not go through: the most exact cause first.",
        (
            *NOT_PAID,
            "checkout_abandoned",
            "pending_update_or_schedule",
            "written_off_but_dunned",
            "failed_attempt_taken_for_charge",
            "paused",
            "paid_no_access",
        ),
    ),
    asked(
        "update_payment_method",
        "A new card is wanted: because one fails, or just so.",
        (
            "authentication_required",
            "card_expired",
            "subscription_unpaid",
            "payment_past_due",
            "wallet_card_number",
            "card_update_requested",
        ),
    ),
    asked(
        "invoice_or_receipt_request",
        "Papers are wanted: the invoice is given, or its address is put right.",
        (
            "invoice_to_wrong_email",
            "tax_added",
            "invoice_requested",
            "invoice_overdue",
            "written_off_but_dunned",
        ),
    ),
    asked(
        "plan_or_seat_question",
        "A question about plan or seats is answered by what changed last.",
        (
            "pending_update_or_schedule",
            "quantity_changed",
            "many_subscriptions_really_seats",
            "proration_taken_for_double_charge",
            "paused",
            "coupon_ended",
            "cancellation_pending",
        ),
    ),
    asked(
        "usage_or_rate_limit_question",
        "A question about usage is answered by what was metered.",
        ("metered_overage",),
    ),
    asked(
        "product_failure_complaint",
        "The product does not work for somebody who paid, or does not because the payment is not settled.",
        (
            "paused",
            *NOT_PAID,
            "pending_update_or_schedule",
            "paid_no_access",
            "checkout_abandoned",
            "cancellation_pending",
        ),
    ),
    # From here on, nobody asked, but it is true and cannot wait.
    Row(
        "Money taken twice or after the end is put right also where nobody asked.",
        always,
        (*TAKEN_TWICE, "charged_after_cancel"),
        less_sure=asks_something_else,
    ),
    Row(
        "A broken payment or access is the likeliest reason to write.",
        always,
        ("paid_no_access", *NOT_PAID, "paused", "pending_update_or_schedule", "overpaid"),
        less_sure=asks_something_else,
    ),
    Row(
        "A deleted record explains why nothing can be done by oneself.",
        always,
        ("customer_deleted", "invoice_to_wrong_email"),
        less_sure=asks_something_else,
    ),
    Row(
        "Where nothing answers what is asked, what stands out at the billing vendor is told, never quite surely.",
        always,
        (
            *GIVEN_BACK,
            "many_subscriptions_really_seats",
            "cancellation_pending",
            "checkout_abandoned",
            "failed_attempt_taken_for_charge",
            "proration_taken_for_double_charge",
            "quantity_changed",
            "trial_converted",
            "annual_renewal_surprise",
            "metered_overage",
            "coupon_ended",
            "tax_added",
            "balance_changed_bill",
            "written_off_but_dunned",
        ),
        less_sure=always,
    ),
)


# ------------------------------------------------------------------ who decides
def decide(case: CaseFacts, findings: Sequence[Finding]) -> tuple[Verdict, tuple[Finding, ...]]:
    """The verdict, and the findings with the deciding one first and the rest in the order of the table."""
    ordered = tuple(sorted(findings, key=lambda f: _rank(f.situation)))
    if verdict := _not_ours_to_judge(case, ordered):
        return verdict, ordered
    for row in (*_rows_for(case), _unranked(ordered)):
        if row.when(case) and (chosen := _first(row.situations, ordered)):
            rest = tuple(_beside(case, chosen, ordered))
            return verdict_of(case, row, chosen, rest), (chosen, *rest)
    return _unclear(case, ordered), ordered


_NO_WISH_TO_LEAVE = {
    *TAKEN_TWICE,
    "charged_after_cancel",
    "many_subscriptions_really_seats",
    "cancellation_pending",
    "test_data",
}


def _beside(case: CaseFacts, chosen: Finding, ordered: Sequence[Finding]) -> Iterator[Finding]:
    """What is also true. A wish to cancel that the deciding finding answers is none; one said in passing shows no gap."""
    for other in ordered:
        leaving = other.situation in {"wants_to_cancel", "wants_to_cancel_cannot"}
        if other is chosen or (leaving and chosen.situation in _NO_WISH_TO_LEAVE):
            continue
        in_passing = leaving and case.reading.intents[:1] != ("cancel_request",)
        yield replace(other, gaps=()) if in_passing else other


def _rows_for(case: CaseFacts) -> Iterator[Row]:
    """The table from top to bottom; its rows of what is asked in the order of the asking."""
    of_intent = [row for intent in _wishes(case) for row in TABLE if row.intent == intent]
    for row in TABLE:
        if row.intent is None:
            if row.less_sure is not never:
                yield from of_intent
                of_intent = []
            yield row


def _wishes(case: CaseFacts) -> tuple[Intent, ...]:
    """What is asked for, strongest first. Who wants money back is not served with a paper or a card change."""
    intents = case.reading.intents
    if not case.reading.asks("duplicate_charge", "refund_request"):
        return intents
    return tuple(i for i in intents if i not in {"invoice_or_receipt_request", "update_payment_method"})


def _first(situations: Iterable[str], findings: Sequence[Finding]) -> Finding | None:
    named = [f for s in situations for f in findings if f.situation == s]
    surer = [f for f in named if f.certainty != "hint"]
    return next(iter(surer or named), None)


def ranked() -> tuple[str, ...]:
    """Every situation the table names, once, where it stands first."""
    return tuple(dict.fromkeys(s for row in TABLE for s in row.situations))


def _rank(situation: str) -> int:
    order = ranked()
    return order.index(situation) if situation in order else len(order)


def _unranked(findings: Sequence[Finding]) -> Row:
    known = set(ranked())
    new = tuple(f.situation for f in findings if f.situation not in known)
    return Row(
        "A rule the table does not name yet is heard last.", always, new, less_sure=asks_something_else
    )


# ------------------------------------------------------------------ how sure
_LEVELS: tuple[Level, ...] = ("low", "medium", "high")
_SURE_OF = {"proven": 2, "likely": 1, "hint": 0}


def verdict_of(case: CaseFacts, row: Row, chosen: Finding, rest: Sequence[Finding]) -> Verdict:
    """What `chosen` says, as sure as its evidence, what could be read and its row allow."""
    level, against = _SURE_OF[chosen.certainty], list(chosen.reasons_against)
    if row.less_sure(case):
        # Where the text could not be read, nothing speaks against Stripe's state: less sure, but no guess.
        level = min(level, 1) if says_nothing_we_know(case) else level - 1
        against.append(
            f"The ticket does not ask about it: it reads as {_intents(case)}."
            if case.reading.intents
            else "What the ticket asks for could not be read from it."
        )
    if missing := _missing(case, chosen.rests_on):
        level -= 1
        against.append(
            f"This rests on {listed(missing)}, which could not be read completely: more may be there than is seen."
        )
    if others := [f.sentence for f in rest if f.blocks_money or f.situation in TAKEN_TWICE]:
        against.extend(f"Also true: {sentence}" for sentence in others)
    confidence = _LEVELS[max(0, level)]
    return Verdict(
        # Thin evidence is a person's business, whatever class it points to.
        bucket="needs_human" if confidence == "low" else chosen.bucket,
        situation=chosen.situation,
        confidence=confidence,
        sentence=chosen.sentence,
        reasons_for=chosen.reasons_for,
        reasons_against=tuple(against),
        deciding=chosen,
    )


def _missing(case: CaseFacts, lists: Iterable[str]) -> list[str]:
    return [name.replace("_", " ") for name in lists if not case.could_read(name)]


def _intents(case: CaseFacts) -> str:
    return listed([intent.replace("_", " ") for intent in case.reading.intents]) or "nothing we know"


# ------------------------------------------------------------------ no finding may decide
def _not_ours_to_judge(case: CaseFacts, findings: Sequence[Finding]) -> Verdict | None:
    """Before any finding: is it about billing at all, do we know who writes, and was anything read?"""
    seen = tuple(f"Seen meanwhile: {f.sentence}" for f in findings)
    if only_not_billing(case):
        return Verdict(
            "not_billing",
            "not_billing",
            "medium" if findings else "high",
            "The ticket asks nothing about billing.",
            reasons_for=("Its words speak of nothing that is billed, paid, cancelled or refunded.",),
            reasons_against=seen,
        )
    if case.match.confidence != "strong":
        return _identity(case, seen)
    if not case.pictures:
        why = tuple(u.why for u in case.all_unread)
        return Verdict(
            "needs_human",
            "billing_unreadable",
            "low",
            "The customer is known, but nothing of the billing could be read; nothing is judged from nothing.",
            reasons_against=why,
        )
    return None


_WHO = {
    "weak": "The billing found may not be the requester's: ask before anything of it is used or told.",
    "ambiguous": "Several customers may be meant; an agent picks one, nothing is done for the first of a list.",
    "none": "Nobody at the billing vendor matches this ticket.",
}


def _identity(case: CaseFacts, seen: tuple[str, ...]) -> Verdict:
    match = case.match
    confidence = match.confidence if match.confidence in _WHO else "none"
    reasons = [match.match_reason] if match.match_reason else []
    reasons += [
        f"{c.customer_id}: {c.match_reason}" + (f" ({listed(c.differs)})" if c.differs else "")
        for c in match.candidates
    ]
    return Verdict(
        "needs_human",
        f"identity_{confidence}",
        "low",
        _WHO[confidence],
        reasons_for=(*reasons, *seen),
        reasons_against=match.warnings,
    )


def _unclear(case: CaseFacts, findings: Sequence[Finding]) -> Verdict:
    """No row holds: what was seen is said, and that it answers nothing."""
    live = len(case.live_subscriptions)
    paid = len(case.succeeded_charges)
    state = f"{counted(live, 'live subscription')} and {counted(paid, 'successful payment')}"
    if case.reading.intents == ("product_failure_complaint",) and not findings and case.live_subscriptions:
        return Verdict(
            "not_billing",
            "not_billing",
            "medium",
            "The ticket reports that something does not work; it speaks of no payment, and billing is in order.",
            reasons_for=("Its words speak of nothing that is billed, paid, cancelled or refunded.",),
        )
    if case.reading.intents:
        sentence = f"Nothing in the billing explains {_intents(case)}: it shows {state}."
    else:
        sentence = f"What the ticket asks for is not clear, and its billing shows nothing wrong: {state}."
    missing = tuple(f"Not read: {u.what.replace('_', ' ')} ({u.why})" for u in case.all_unread)
    return replace(
        Verdict("needs_human", "unclear", "low", sentence),
        reasons_for=tuple(f"Seen: {f.sentence}" for f in findings),
        reasons_against=missing,
    )
