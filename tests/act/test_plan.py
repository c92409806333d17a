"""The plan: safest first, guarded, nothing twice, and nothing of anybody's billing without proof."""

from __future__ import annotations

from dataclasses import replace

import pytest

from integrations.money import Money
from plugin.act.ladder import LADDER, height
from plugin.act.plan import Plan, make_plan
from plugin.act.steps import kinds
from plugin.diagnose import detectors, diagnose
from plugin.diagnose.examples import NO_CANCEL, ago, case, charged, disputed, paid, refunded, sub, unpaid
from plugin.facts import CaseFacts, Match
from plugin.policy import Policy, RefundWindow

TWICE = (sub("sub_1", 3.01), paid("sub_1", 3.01), sub("sub_2", 3), paid("sub_2", 3))
YEAR = (sub("sub_y", 370, every="year", price=19000), paid("sub_y", 5, 19000, reason="subscription_cycle"))


def plan_of(facts: CaseFacts, policy: Policy | None = None, verified: tuple[str, ...] = ()) -> Plan:
    return make_plan(facts, diagnose(facts), policy or Policy(), can_write=True, verified=frozenset(verified))


def shown(plan: Plan) -> list[tuple[str, str | None, str]]:
    return [(step.kind, step.target, step.state) for step in plan.steps]


def test_a_duplicate_is_mended_before_money_moves() -> None:
    plan = plan_of(case(TWICE, asks="duplicate_charge"))
    assert shown(plan) == [
        ("set_cancel_at_period_end", "sub_2", "proposed"),
        ("refund_charge", "ch_sub_2_3", "proposed"),
    ]
    refund = plan.steps[-1]
    assert (refund.amount, refund.title) == (
        Money(1900, "usd"),
        "Refund 19.00 USD of 12 June 2026, 12:00 UTC",
    )
    assert plan.impact.refund == (Money(1900, "usd"),)
    assert plan.impact.fee_lost == (Money(85, "usd"),)
    assert plan.impact.mrr_lost == (Money(1900, "usd"),)


def test_the_product_may_take_the_end_for_a_cancellation() -> None:
    plan = plan_of(case(TWICE, asks="duplicate_charge"))
    assert "access hangs on the kept one" in plan.steps[0].why


@pytest.mark.parametrize(
    ("second", "kept"),
    [
        (sub("sub_2", 3), "sub_1"),
        (sub("sub_2", 3, metadata={"user": "u1"}), "sub_2"),
    ],
    ids=["the older", "the one the app knows"],
)
def test_the_one_to_keep_is_never_touched(second: object, kept: str) -> None:
    plan = plan_of(case(TWICE[:2], second, TWICE[3], asks="duplicate_charge"))
    touched = {s.target for s in plan.steps if s.writes}
    assert kept not in touched
    assert not any(kept in (target or "") for target in touched)


def test_a_yearly_contract_is_verified_first() -> None:
    facts = case(YEAR, asks=("refund_request", "unexpected_charge"))
    plan = plan_of(facts)
    assert shown(plan) == [
        ("verify_contract", "sub_y", "proposed"),
        ("set_cancel_at_period_end", "sub_y", "proposed"),
        ("refund_charge", "ch_sub_y_5", "blocked"),
    ]
    assert plan.verify == ("Pro (since 10 June 2025): billed yearly",)
    assert plan.steps[-1].blocked_by == (
        "The contract must be verified (billed yearly). Verify the contract first.",
    )
    assert plan.impact.refund == (), "a blocked step costs nothing"
    after = plan_of(facts, verified=("sub_y",))
    assert ("refund_charge", "ch_sub_y_5", "proposed") in shown(after)
    assert "verify_contract" not in [s.kind for s in after.steps]


@pytest.mark.parametrize(
    ("fields", "point"),
    [
        ({"quantity": 5}, "a team plan with 5 seats"),
        ({"collection_method": "send_invoice"}, "paid by invoice, not by card"),
        ({"schedule": "sub_sched_1"}, "changes are scheduled (sub_sched_1)"),
        ({"connect": True}, "another account shares in it (Connect)"),
    ],
)
def test_special_contracts_are_named(fields: dict[str, object], point: str) -> None:
    plan = plan_of(
        case(
            sub("sub_1", 3.01, **fields),
            paid("sub_1", 3.01),
            sub("sub_2", 3, **fields),
            paid("sub_2", 3),
            asks="duplicate_charge",
        )
    )
    assert f"Pro (since 12 June 2026, 12:00 UTC): {point}" in plan.verify
    assert [s.state for s in plan.steps if s.kind == "refund_charge"] == ["blocked"]


@pytest.mark.parametrize("confidence", ["weak", "ambiguous", "none"])
def test_without_proof_only_questions(confidence: str) -> None:
    facts = case(TWICE, asks="duplicate_charge", confidence=confidence)
    plan = plan_of(replace(facts, match=replace(facts.match, ask_for=("an invoice number",))))
    assert shown(plan) == [("ask_customer", None, "proposed"), ("send_portal_link", None, "proposed")]
    assert plan.steps[0].why == "Needed to go on: an invoice number."
    assert plan.impact == type(plan.impact)()


def test_not_billing_changes_nothing() -> None:
    assert shown(plan_of(case(TWICE, asks="not_billing"))) == [("explain_only", None, "proposed")]


def test_unclear_asks_and_hands_over() -> None:
    plan = plan_of(case(sub(), paid(), asks="usage_or_rate_limit_question"))
    assert [s.kind for s in plan.steps] == ["ask_customer", "escalate_human"]


def test_thin_evidence_blocks_what_writes() -> None:
    spread = tuple((sub(f"sub_{n}", 30.0 * n), paid(f"sub_{n}", 30.0 * n, method=None)) for n in (1, 2, 3))
    plan = plan_of(case(spread, asks="duplicate_charge"))
    assert {s.state for s in plan.steps if s.writes} == {"blocked"}
    assert plan.steps[-1].kind == "escalate_human"


def test_a_link_the_ticket_also_wants_comes_along() -> None:
    facts = case(
        TWICE,
        sub("sub_3", 40, plan="storage", status="past_due"),
        unpaid("sub_3", 2),
        asks="duplicate_charge",
    )
    plan = plan_of(facts)
    assert ("send_hosted_invoice_link", "in_sub_3_2", "proposed") in shown(plan)
    assert not any(s.kind == "refund_charge" and s.target != "ch_sub_2_3" for s in plan.steps)


def test_a_kindness_outside_of_the_window_is_a_leads() -> None:
    facts = case(YEAR[0], paid("sub_y", 40, 19000, reason="subscription_cycle"), asks="refund_request")
    blocked = plan_of(facts, verified=("sub_y",)).steps[-1].blocked_by
    assert blocked == (
        "It was paid on 6 May 2026; the policy allows 30 days (refund_window_days.yearly). A lead may decide otherwise.",
    )
    wider = Policy(refund_window_days=RefundWindow(yearly=60))
    assert plan_of(facts, wider, verified=("sub_y",)).steps[-1].state == "proposed"


def test_nobody_is_given_money_back_who_did_not_ask() -> None:
    facts = case(YEAR)
    assert plan_of(facts, verified=("sub_y",)).steps[-1].blocked_by == (
        "Nobody asks for the money back. Wait until the customer asks for it.",
    )


def test_a_dispute_leaves_no_money_step() -> None:
    plan = plan_of(case(TWICE, disputed("ch_sub_2_3"), asks="duplicate_charge"))
    assert shown(plan) == [("escalate_human", "dp_ch_sub_2_3", "proposed")]


def test_at_most_what_is_left_is_given_back() -> None:
    half = paid("sub_2", 3, refunds=(refunded(900, 1),))
    plan = plan_of(case(TWICE[:3], half, asks="duplicate_charge"))
    assert [s.amount for s in plan.steps if s.kind == "refund_charge"] == [Money(1000, "usd")]


def test_nothing_is_left_nothing_is_refunded() -> None:
    back = paid("sub_2", 3, refunds=(refunded(1900, 1),))
    plan = plan_of(case(TWICE[:3], back, asks="duplicate_charge"))
    assert "refund_charge" not in [s.kind for s in plan.steps]
    assert "set_cancel_at_period_end" in [s.kind for s in plan.steps], "it would renew"


def test_without_a_writing_key_the_plan_is_advice() -> None:
    facts = case(TWICE, asks="duplicate_charge")
    plan = make_plan(facts, diagnose(facts), Policy(), can_write=False)
    assert plan.advice_only
    assert "refund_charge" in [s.kind for s in plan.steps if s.state == "proposed"]


def test_what_is_at_risk_is_told() -> None:
    plan = plan_of(case(sub("sub_a", 62, status="past_due"), unpaid("sub_a", 2), asks="payment_failed"))
    assert plan.impact.at_risk == (Money(1900, "usd"),)


@pytest.mark.parametrize("detector", detectors(), ids=lambda d: d.situation)
def test_every_example_has_a_plan_in_the_order_of_the_ladder(detector: object) -> None:
    for facts in (*detector.fires_on, *(facts for facts, _ in detector.quiet_on)):  # type: ignore[attr-defined]
        plan = plan_of(facts)
        decides = diagnose(facts).verdict.situation
        heights = [height(kinds()[s.kind].rung) for s in plan.steps if s.situation in {decides, ""}]
        assert plan.steps
        assert heights == sorted(heights)
        assert any(s.state == "proposed" for s in plan.steps), (
            "something can always be done, if only explained"
        )
        assert all(bool(s.blocked_by) == (s.state == "blocked") for s in plan.steps)
        assert len({(s.kind, s.target) for s in plan.steps}) == len(plan.steps)


def test_what_else_the_ticket_could_use_comes_after_what_it_is_about() -> None:
    """Who wants to leave is not first sent to enter a new card, only because the mail speaks of one."""
    facts = case(sub(), paid(), asks=("cancel_request", "update_payment_method"), portal=NO_CANCEL)
    kinds_shown = [step.kind for step in plan_of(facts).steps]
    assert kinds_shown == ["set_cancel_at_period_end", "send_portal_payment_update"]


def test_the_extra_one_is_called_so() -> None:
    plan = plan_of(case(TWICE, asks="duplicate_charge"))
    assert plan.steps[0].title == "Let the extra Pro (since 12 June 2026, 12:00 UTC) end with its paid period"
    assert not any("sub_" in step.title or "ch_" in step.title for step in plan.steps)


def test_every_rung_is_a_sentence() -> None:
    assert all(rung.says.endswith(".") for rung in LADDER)


def test_nobody_matched_and_no_portal() -> None:
    facts = CaseFacts(now=ago(0), match=Match("none"))
    assert [s.kind for s in plan_of(facts).steps] == ["ask_customer"]


def test_one_charge_is_given_back_once() -> None:
    facts = case(charged("ch_1", 1.001), charged("ch_2", 1), asks="duplicate_charge")
    diagnosis = diagnose(facts)
    deciding = diagnosis.verdict.deciding
    assert deciding is not None
    doubled = replace(deciding, proposals=(*deciding.proposals, *deciding.proposals))
    again = replace(diagnosis, verdict=replace(diagnosis.verdict, deciding=doubled))
    plan = make_plan(facts, again, Policy(), can_write=True)
    assert len([s for s in plan.steps if s.kind == "refund_charge"]) == 1
