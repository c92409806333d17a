"""Whole tickets: every story of the sandbox through production adapters, real SDKs and the whole judgement."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from integrations.sandbox import scenarios
from integrations.sandbox.world import World
from plugin import wiring
from plugin.casework import Casework
from plugin.settings import Settings
from plugin.web.schemas import CaseOut

EXPECTED = Path(__file__).parent

# story -> bucket, situation, identity, kinds of the proposed steps in order, gaps
STORIES: dict[str, tuple[str, str, str, list[str], list[str]]] = {
    "annual_renewal_surprise": (
        "self_serve_missing",
        "annual_renewal_surprise",
        "strong",
        ["verify_contract", "set_cancel_at_period_end"],
        ["no_cancellation_flow"],
    ),
    "bank_wants_confirmation": (
        "payment_failed",
        "authentication_required",
        "strong",
        ["send_hosted_invoice_link"],
        [],
    ),
    "cannot_cancel": (
        "self_serve_missing",
        "wants_to_cancel_cannot",
        "strong",
        ["set_cancel_at_period_end", "send_portal_payment_update"],
        ["no_cancellation_flow"],
    ),
    "card_declined": (
        "payment_failed",
        "payment_past_due",
        "strong",
        ["send_portal_payment_update", "send_hosted_invoice_link"],
        [],
    ),
    "charge_not_ours": ("needs_human", "not_our_charge", "strong", ["ask_customer", "explain_only"], []),
    "chargeback_and_refund": ("needs_human", "dispute_open", "strong", ["escalate_human"], []),
    "duplicate_across_letter_case": (
        "duplicate_subscription",
        "duplicate_across_customers",
        "strong",
        ["set_cancel_at_period_end", "refund_charge"],
        ["no_duplicate_subscription_guard"],
    ),
    "duplicate_minutes_apart": (
        "duplicate_subscription",
        "duplicate_same_customer",
        "strong",
        ["set_cancel_at_period_end", "refund_charge", "refund_charge", "refund_charge"],
        ["no_duplicate_subscription_guard"],
    ),
    "how_to_export": ("not_billing", "not_billing", "strong", ["explain_only"], []),
    "japanese_double_charge": (
        "duplicate_subscription",
        "duplicate_same_customer",
        "strong",
        ["set_cancel_at_period_end", "refund_charge"],
        ["no_duplicate_subscription_guard"],
    ),
    "metered_overage": (
        "self_serve_missing",
        "metered_overage",
        "strong",
        ["explain_only", "send_hosted_invoice_link"],
        ["no_usage_visibility"],
    ),
    "paid_but_locked_out": (
        "product_failure",
        "paid_no_access",
        "strong",
        ["escalate_engineering"],
        [],
    ),
    "shared_billing_address": (
        "needs_human",
        "identity_ambiguous",
        "ambiguous",
        ["ask_customer", "send_portal_link"],
        [],
    ),
    "stranger_with_an_invoice": (
        "needs_human",
        "identity_weak",
        "weak",
        ["ask_customer", "send_portal_link"],
        [],
    ),
    "upgrade_proration": (
        "self_serve_missing",
        "proration_taken_for_double_charge",
        "strong",
        ["explain_only", "send_hosted_invoice_link"],
        ["no_plan_or_seat_explanation"],
    ),
}
BUCKETS_ONLY = {
    "german_cancelled_too_late": ("self_serve_missing", "cancellation_pending"),
    "german_double_debit": ("self_serve_missing", "failed_attempt_taken_for_charge"),
    "receipt_request": ("self_serve_missing", "invoice_requested"),
    "team_of_three": ("multi_seat_intent", "many_subscriptions_really_seats"),
}
LANGUAGES = {
    "german_cancelled_too_late": "de",
    "german_double_debit": "de",
    "japanese_double_charge": "ja",
}
WRITTEN_OUT = (
    "annual_renewal_surprise",
    "chargeback_and_refund",
    "duplicate_across_letter_case",
    "german_double_debit",
    "japanese_double_charge",
    "stranger_with_an_invoice",
    "team_of_three",
)
"""Stories whose handoff and reply are stored as readable text. `WRITE_EXPECTED=1 pytest ...` writes them anew."""


@pytest.fixture
def casework(settings: Settings) -> Casework:
    return wiring.casework(settings, wiring.helpdesk(settings), lambda _requester: None)


@pytest.fixture
def judged(casework: Casework, stage: Callable[[str], int]) -> Callable[[str], dict[str, Any]]:
    return lambda story: casework.of_ticket(stage(story)).document


def test_no_story_is_left_out() -> None:
    assert {*STORIES, *BUCKETS_ONLY} == set(scenarios.names())


@pytest.mark.parametrize("story", scenarios.names())
def test_a_story_is_judged_as_a_careful_lead_would(
    story: str, judged: Callable[[str], dict[str, Any]]
) -> None:
    case = judged(story)
    assert CaseOut().validate(case) == {}
    assert case["lost_detectors"] == []
    verdict = case["verdict"]
    if story in BUCKETS_ONLY:
        assert (verdict["bucket"], verdict["situation"]) == BUCKETS_ONLY[story]
    else:
        proposed = [step["kind"] for step in case["plan"] if step["state"] == "proposed"]
        gaps = [gap["gap"] for gap in case["gaps"]]
        told = (verdict["bucket"], verdict["situation"], case["identity"]["confidence"], proposed, gaps)
        assert told == STORIES[story]
    assert case["reply"]["language"] == LANGUAGES.get(story, "en")
    assert verdict["reasons_for"]


@pytest.mark.parametrize("story", WRITTEN_OUT)
def test_handoff_and_reply_read_as_stored(
    story: str, world: World, casework: Casework, stage: Callable[[str], int]
) -> None:
    now = world.now().replace(month=11, day=20, hour=12, minute=0, second=0)
    world.set_time(now)
    case = casework.of_ticket(stage(story), as_of=now).document
    # When Stripe was read is the machine's own time, whatever time the case is judged as of.
    handoff = re.sub(r"read live at .+ UTC", "read live at THE TIME OF THE TEST", case["handoff"].strip())
    text = f"{handoff}\n\n{'=' * 20} reply, {case['reply']['language']}\n{case['reply']['body'].strip()}\n"
    stored = EXPECTED / f"{story}.expected.txt"
    if os.environ.get("WRITE_EXPECTED"):
        stored.write_text(text, encoding="utf-8")
    assert text == stored.read_text(encoding="utf-8")
    headings = re.findall(r"^[A-Z -]{6,}$", case["handoff"], re.MULTILINE)
    assert headings == ["CUSTOMER", "BILLING STATE", "DECISION", "ACTION TAKEN", "FOLLOW-UP", "PRODUCT GAP"]


def test_a_stranger_learns_nothing(judged: Callable[[str], dict[str, Any]], world: World) -> None:
    """The pasted invoice is real and somebody else's: nothing of it may stand anywhere the stranger reads."""
    case = judged("stranger_with_an_invoice")
    owner = next(c for c in world.stripe.all("customer"))
    said = case["reply"]["body"] + case["handoff"] + str(case["billing"]) + str(case["plan"])
    for secret in (owner["name"], owner["email"], owner["id"], "4242"):
        assert secret not in said
    assert not case["billing"]["visible"]
    assert [step for step in case["plan"] if step["writes"]] == []


def test_no_chargeback_is_refunded(judged: Callable[[str], dict[str, Any]]) -> None:
    case = judged("chargeback_and_refund")
    assert [s for s in case["plan"] if s["kind"] == "refund_charge" and s["state"] == "proposed"] == []
    assert case["revenue_impact"]["refund"] == []


def test_a_team_is_not_refunded(judged: Callable[[str], dict[str, Any]]) -> None:
    case = judged("team_of_three")
    assert [step["kind"] for step in case["plan"] if step["writes"]] == []
