"""The precedence table, row by row, and what no row may decide."""

from __future__ import annotations

from dataclasses import replace

import pytest

from integrations.records import Unread
from plugin.diagnose import Detector, detectors, diagnose
from plugin.diagnose.examples import (
    VISA,
    ago,
    case,
    charged,
    customer,
    disputed,
    failed,
    line,
    paid,
    refunded,
    sub,
    undelivered,
    unpaid,
    warned,
)
from plugin.diagnose.finding import Finding
from plugin.diagnose.verdict import TABLE, ranked
from plugin.facts import Candidate, CaseFacts, Match

TWICE = (sub("sub_1", 3.01), paid("sub_1", 3.01), sub("sub_2", 3), paid("sub_2", 3))
PAST_DUE = (sub("sub_a", 62, status="past_due"), paid("sub_a", 62), unpaid("sub_a", 2))
YEAR = (sub("sub_y", 370, every="year", price=19000), paid("sub_y", 5, 19000, reason="subscription_cycle"))
ENDING = sub("sub_a", 40, cancel_at_period_end=True)
TEAM = tuple(sub(f"sub_{n}", 30 * n, metadata={"workspace": str(n)}) for n in (1, 2, 3))
GIVEN_BACK = charged("ch_r", 20, amount_refunded=1900, refunds=(refunded(1900, 3),))
UPGRADE = paid(
    "sub_a",
    4,
    2000,
    reason="subscription_update",
    lines=(
        line(-900, proration=True, price="price_basic", credited_invoice="in_sub_a_40"),
        line(2900, proration=True, price="price_pro"),
    ),
)


@pytest.mark.parametrize(
    ("facts", "situation", "bucket", "confidence"),
    [
        # an open dispute or a fraud warning outranks money ...
        (case(TWICE, disputed("ch_sub_2_3"), asks="duplicate_charge"), "dispute_open", "needs_human", "high"),
        (case(TWICE, warned("ch_sub_2_3"), asks="refund_request"), "fraud_warning", "needs_human", "high"),
        (case(TWICE, disputed("ch_sub_2_3")), "dispute_open", "needs_human", "high"),
        # ... but not somebody who only wants a paper
        (
            case(PAST_DUE, disputed("ch_sub_a_62"), asks="invoice_or_receipt_request"),
            "invoice_requested",
            "self_serve_missing",
            "high",
        ),
        # where is my refund
        (case(TWICE, GIVEN_BACK, asks="refund_status"), "already_refunded", "self_serve_missing", "high"),
        # money taken twice or after the end
        (case(TWICE, asks="duplicate_charge"), "duplicate_same_customer", "duplicate_subscription", "high"),
        (
            case(TWICE, asks=("cancel_request", "duplicate_charge")),
            "duplicate_same_customer",
            "duplicate_subscription",
            "high",
        ),
        (
            case(customer(), customer("cus_b"), sub("sub_1", 30), paid("sub_1", 30), sub("sub_2", 3, customer="cus_b"),
                 paid("sub_2", 3, customer="cus_b"), asks="refund_request"),
            "duplicate_across_customers", "duplicate_subscription", "high",
        ),
        (
            case(charged("ch_1", 1.001), charged("ch_2", 1), asks="duplicate_charge"),
            "charged_twice_minutes_apart", "duplicate_subscription", "high",
        ),
        (
            case(sub("sub_a", 70, status="canceled", ended_at=ago(20)), paid("sub_a", 9, reason="subscription_cycle"),
                 asks="refund_request"),
            "charged_after_cancel", "product_failure", "high",
        ),
        # money back that is back already, and money taken rightly
        (case(GIVEN_BACK, asks="refund_request"), "already_refunded", "self_serve_missing", "high"),
        (case(YEAR, asks=("cancel_request", "unexpected_charge")), "annual_renewal_surprise", "self_serve_missing", "high"),
        # what is asked for, strongest first
        (case(charged("ch_1", 2), failed("ch_2", 2.1), asks="duplicate_charge"),
         "failed_attempt_taken_for_charge", "self_serve_missing", "medium"),
        (case(sub("sub_a", 40), paid("sub_a", 40), UPGRADE, asks="duplicate_charge"),
         "proration_taken_for_double_charge", "self_serve_missing", "high"),
        (case(TEAM, asks="duplicate_charge"), "many_subscriptions_really_seats", "multi_seat_intent", "high"),
        (case(charged("ch_1", 3), asks="duplicate_charge"), "not_our_charge", "needs_human", "medium"),
        (case(PAST_DUE, asks=("invoice_or_receipt_request", "payment_failed")), "invoice_requested", "self_serve_missing", "high"),
        (case(PAST_DUE, asks=("payment_failed", "invoice_or_receipt_request")), "payment_past_due", "payment_failed", "high"),
        (case(ENDING, asks="cancel_request"), "cancellation_pending", "self_serve_missing", "high"),
        (case(sub(), asks="cancel_request", portal=None), "wants_to_cancel_cannot", "self_serve_missing", "high"),
        (case(TWICE, asks="cancel_request"), "wants_to_cancel", "self_serve_missing", "high"),
        (case(sub(), paid(), asks="update_payment_method"), "card_update_requested", "self_serve_missing", "high"),
        (case(sub(), paid(), UPGRADE, asks="plan_or_seat_question"), "proration_taken_for_double_charge", "self_serve_missing", "high"),
        (case(sub("sub_a", 2), paid("sub_a", 2), undelivered("invoice.paid", 2), asks="product_failure_complaint"),
         "paid_no_access", "product_failure", "high"),
        # nobody asked, but it is true
        (case(TWICE), "duplicate_same_customer", "duplicate_subscription", "high"),
        (case(TWICE, asks="usage_or_rate_limit_question"), "duplicate_same_customer", "duplicate_subscription", "medium"),
        (case(PAST_DUE, asks="plan_or_seat_question"), "payment_past_due", "payment_failed", "medium"),
        (case(customer(deleted=True), asks="refund_request"), "customer_deleted", "needs_human", "medium"),
        (case(TEAM), "many_subscriptions_really_seats", "multi_seat_intent", "medium"),
        # nothing decides
        (case(sub(), paid(), asks="not_billing"), "not_billing", "not_billing", "high"),
        (case(TWICE, asks="not_billing"), "not_billing", "not_billing", "medium"),
        (case(sub(), paid(), asks="usage_or_rate_limit_question"), "unclear", "needs_human", "low"),
        (case(sub(), paid()), "unclear", "needs_human", "low"),
    ],
)  # fmt: skip
def test_row(facts: CaseFacts, situation: str, bucket: str, confidence: str) -> None:
    verdict = diagnose(facts).verdict
    assert (verdict.situation, verdict.bucket, verdict.confidence) == (situation, bucket, confidence)
    assert verdict.sentence.endswith(".")


@pytest.mark.parametrize("confidence", ["weak", "ambiguous", "none"])
def test_without_a_strong_match_the_identity_decides(confidence: str) -> None:
    facts = case(TWICE, asks="duplicate_charge", confidence=confidence)
    verdict = diagnose(facts).verdict
    assert (verdict.bucket, verdict.situation, verdict.deciding) == (
        "needs_human",
        f"identity_{confidence}",
        None,
    )
    assert any("subscribed to twice" in reason for reason in verdict.reasons_for), "what was found is said"


def test_candidates_are_told_apart() -> None:
    match = Match("ambiguous", candidates=(Candidate("cus_1", "same e-mail", differs=("name Red Ltd",)),))
    assert diagnose(CaseFacts(now=ago(0), match=match)).verdict.reasons_for == (
        "cus_1: same e-mail (name Red Ltd)",
    )


def test_a_question_that_is_not_about_billing_needs_no_customer() -> None:
    facts = replace(case(asks="not_billing"), match=Match("none"), pictures=())
    assert diagnose(facts).verdict.bucket == "not_billing"


def test_a_known_customer_without_a_picture_is_not_judged() -> None:
    facts = replace(case(), pictures=(), unread=(Unread("pictures", "Stripe does not answer."),))
    verdict = diagnose(facts).verdict
    assert (verdict.situation, verdict.reasons_against) == (
        "billing_unreadable",
        ("Stripe does not answer.",),
    )


def test_what_could_not_be_read_makes_less_sure_and_is_named() -> None:
    sure = diagnose(case(TWICE, asks="duplicate_charge")).verdict
    cut = diagnose(case(TWICE, asks="duplicate_charge", truncated=("invoices",))).verdict
    assert (sure.confidence, cut.confidence) == ("high", "medium")
    assert any("invoices" in reason for reason in cut.reasons_against)


def test_thin_evidence_is_a_persons_business() -> None:
    spread = tuple((sub(f"sub_{n}", 30.0 * n), paid(f"sub_{n}", 30.0 * n, method=None)) for n in (1, 2, 3))
    verdict = diagnose(case(spread, asks="duplicate_charge")).verdict
    assert (verdict.situation, verdict.bucket, verdict.confidence) == (
        "duplicate_same_customer",
        "needs_human",
        "low",
    )


def test_a_hint_gives_way_to_a_surer_finding_of_the_same_row() -> None:
    def seen(situation: str, certainty: str) -> Detector:
        finding = Finding("product_failure", "Seen.", (), ("so",), certainty=certainty)  # type: ignore[arg-type]
        return Detector(situation, "X99", "Why.\n\nTrap.", lambda _case: finding)

    rules = [seen("duplicate_same_customer", "hint"), seen("charged_after_cancel", "likely")]
    assert diagnose(case(asks="duplicate_charge"), rules).verdict.situation == "charged_after_cancel"


def test_a_new_detector_works_before_it_has_a_row() -> None:
    finding = Finding("product_failure", "Something new.", (), ("so",), certainty="proven")
    rule = Detector("brand_new", "X98", "Why.\n\nTrap.", lambda _case: finding)
    diagnosis = diagnose(case(), [rule])
    assert diagnosis.verdict.situation == "brand_new"
    assert (diagnosis.findings[0].code, diagnosis.findings[0].why) == ("X98", "Why.\n\nTrap.")


def test_a_broken_detector_loses_its_finding_and_not_the_case() -> None:
    def explode(_case: CaseFacts) -> Finding:
        raise ValueError("pat@example.com")

    broken = Detector("broken", "X97", "Why.\n\nTrap.", explode)
    diagnosis = diagnose(case(TWICE, asks="duplicate_charge"), [broken, *detectors()])
    assert diagnosis.verdict.situation == "duplicate_same_customer"
    assert [lost.situation for lost in diagnosis.lost] == ["broken"]
    assert "ValueError" in diagnosis.lost[0].why
    assert "pat@example.com" not in diagnosis.lost[0].why


def test_the_table_names_every_detector_and_nothing_else() -> None:
    assert set(ranked()) == {d.situation for d in detectors()}


def test_every_row_can_be_read_aloud() -> None:
    assert all(row.says.endswith(".") and row.situations for row in TABLE)


def test_every_intent_but_not_billing_has_a_row() -> None:
    from typing import get_args

    from plugin.facts import Intent

    assert {row.intent for row in TABLE if row.intent} == set(get_args(Intent)) - {"not_billing"}


def test_findings_come_in_the_order_of_the_table() -> None:
    diagnosis = diagnose(case(TWICE, GIVEN_BACK, asks="duplicate_charge"))
    assert diagnosis.findings[0] is diagnosis.verdict.deciding
    rest = [ranked().index(f.situation) for f in diagnosis.findings[1:]]
    assert rest == sorted(rest)


def test_the_same_card_is_needed_for_two_lone_charges() -> None:
    no_print = replace(VISA, fingerprint=None)
    facts = case(
        charged("ch_1", 1.001, method=no_print), charged("ch_2", 1, method=no_print), asks="duplicate_charge"
    )
    assert diagnose(facts).verdict.bucket == "needs_human"
