"""Each guard keeps its promise: one case where it is kept, one where it is broken, with the words an agent reads."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from integrations.money import Money
from integrations.records import Risks, Unread
from plugin.act.guards import GUARDS, Asked, reasons_against
from plugin.act.steps import kinds
from plugin.diagnose import diagnose
from plugin.diagnose.examples import (
    case,
    charged,
    customer,
    disputed,
    note,
    paid,
    refunded,
    sub,
    warned,
)
from plugin.diagnose.finding import ActionKind, Finding, Proposal
from plugin.facts import CaseFacts
from plugin.policy import Policy

TWICE = (sub("sub_1", 3.01), paid("sub_1", 3.01), sub("sub_2", 3), paid("sub_2", 3))
REFUND = Proposal("refund_charge", "so", "ch_sub_2_3", Money(1900, "usd"), needs=("disputes", "charges"))
END = Proposal("set_cancel_at_period_end", "so", "sub_2")


def twice(*more: Any, **fields: Any) -> CaseFacts:
    return case(TWICE, *more, **{"asks": "duplicate_charge", **fields})


def second(**fields: Any) -> CaseFacts:
    return case(TWICE[:3], paid("sub_2", 3, **fields), asks="duplicate_charge")


def asked(facts: CaseFacts, step: Proposal = REFUND, policy: Policy | None = None, **fields: Any) -> Asked:
    diagnosis = diagnose(facts)
    return Asked(
        facts, diagnosis, policy or Policy(), step, **{"finding": diagnosis.verdict.deciding, **fields}
    )


def test_an_ordinary_duplicate_breaks_no_promise() -> None:
    for name in GUARDS:
        assert GUARDS[name].blocks(asked(twice())) is None, name


def with_unread(what: str) -> CaseFacts:
    return replace(twice(), risks=Risks(unread=(Unread(what, "the key may not"),)))


BROKEN: list[tuple[str, Asked, str]] = [
    ("classified", asked(case(sub(), paid())), "no clear class"),
    ("identity_strong", asked(twice(confidence="weak")), "The match is weak."),
    ("target_is_theirs", asked(twice(), replace(REFUND, target="ch_elsewhere")), "not among what was read"),
    (
        "target_is_theirs",
        asked(replace(twice(), guest_charges=(charged("ch_guest", customer=None),)), replace(REFUND, target="ch_guest")),
        "belongs to another",
    ),
    ("target_is_theirs", asked(twice(charged("ch_x", customer="cus_x")), replace(REFUND, target="ch_x")), "belongs to another"),
    ("facts_read", asked(with_unread("disputes")), "Disputes could not be read completely."),
    ("facts_read", asked(twice(truncated=("charges",))), "Charges could not be read completely."),
    ("real_and_of_one_kind", asked(second(charge={"livemode": True})), "partly live and partly test"),
    ("real_and_of_one_kind", asked(twice(customer(test_clock="clock_1"))), "test clock"),
    ("contract_verified", asked(case(sub("sub_y", 40, every="year"), paid("sub_y", 3)), replace(REFUND, target="ch_sub_y_3")), "billed yearly"),
    ("contract_verified", asked(second(charge={"connect": True})), "Connect"),
    ("contract_verified", asked(second(quote="qt_1")), "comes from a quote"),
    ("not_scheduled", asked(case(sub("sub_2", 3, schedule="sched")), END), "follows a schedule"),
    ("survivor_chosen", asked(twice(), END, Policy(keep_duplicate="ask")), "sub_1 is only suggested"),
    ("no_open_dispute", asked(twice(disputed("ch_sub_2_3"))), "A dispute is open"),
    ("no_open_dispute", asked(twice(disputed("ch_sub_1_3.01"))), "A dispute is open"),
    ("no_open_dispute", asked(twice(disputed("ch_sub_2_3", status="warning_needs_response"))), "A dispute is open"),
    ("no_open_dispute", asked(twice(disputed("ch_sub_2_3", status="brand_new_status"))), "A dispute is open"),
    ("no_open_dispute", asked(twice(disputed("ch_sub_2_3", status="lost"))), "already given this payment back"),
    ("no_open_dispute", asked(twice(disputed("ch_sub_2_3", status="prevented"))), "already given this payment back"),
    ("no_open_dispute", asked(second(charge={"disputed": True})), "marked as disputed"),
    ("no_fraud_warning", asked(twice(warned("ch_sub_1_3.01"))), "A fraud warning is open"),
    ("no_fraud_warning", asked(second(charge={"review": "prv_1"})), "under review"),
    ("no_pending_refund", asked(second(refunds=(refunded(100, 1, "pending"),))), "A refund is on its way"),
    ("no_pending_refund", asked(second(refunds=(refunded(100, 1, "brand_new"),))), "A refund is on its way"),
    ("no_pending_refund", asked(second(charge={"refunds_truncated": True})), "Not all of its refunds"),
    ("within_what_is_left", asked(twice(), replace(REFUND, amount=Money(1901, "usd"))), "Only 19.00 USD is left"),
    ("within_what_is_left", asked(twice(), replace(REFUND, amount=Money(-1, "usd"))), "Only 19.00 USD is left"),
    ("within_what_is_left", asked(twice(), replace(REFUND, amount=Money(1900, "eur"))), "paid in USD"),
    ("within_what_is_left", asked(twice(), replace(REFUND, amount=None)), "not known"),
    ("within_what_is_left", asked(second(charge={"status": "pending"})), "did not succeed"),
    ("within_what_is_left", asked(twice(note("in_sub_2_3", 1000, to_balance=True))), "Only 9.00 USD is left"),
    ("within_what_is_left", asked(second(credit_notes_after_payment=1900)), "Only 0.00 USD is left"),
    ("amount_known", asked(twice(), replace(REFUND, amount=None)), "The amount is not known."),
    (
        "nothing_forbids_money",
        asked(twice(sub("sub_8", 9, plan="x", description="one"), sub("sub_9", 3, plan="x", description="two"))),
        "owner must confirm",
    ),
    ("within_the_window", asked(case(paid("sub_2", 200)), replace(REFUND, target="ch_sub_2_200")), "allows 180 days"),
    (
        "within_the_window",
        asked(case(paid("sub_2", 40)), replace(REFUND, target="ch_sub_2_40", owed=False)),
        "allows 30 days",
    ),
    ("kindness_asked_for", asked(case(TWICE), replace(REFUND, owed=False)), "Nobody asks"),
    (
        "within_goodwill",
        asked(twice(), Proposal("apply_credit", "so", "cus_1", Money(600, "usd"), owed=False), Policy(goodwill_credit={"usd": 500})),
        "more than the 5.00 USD the policy credits as a kindness (goodwill_credit.usd)",
    ),
    ("within_the_agent_limit", asked(twice(), policy=Policy(agent_refund_limit={"usd": 1000})), "above the limit of 10.00 USD"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "question", "words"), BROKEN, ids=[f"{n}-{w[:24]}" for n, _, w in BROKEN])
def test_broken(name: str, question: Asked, words: str) -> None:
    reason = GUARDS[name].blocks(question)
    assert reason is not None
    assert words in reason
    assert reason.endswith(GUARDS[name].unblock), "what would unblock it is said as well"


def test_every_guard_says_its_promise() -> None:
    assert all(g.promise.endswith(".") and g.unblock.endswith(".") for g in GUARDS.values())


def test_every_guard_is_broken_once() -> None:
    assert {name for name, _, _ in BROKEN} == set(GUARDS)


def test_a_verified_contract_is_no_obstacle() -> None:
    facts = case(sub("sub_y", 40, every="year"), paid("sub_y", 3))
    step = replace(REFUND, target="ch_sub_y_3")
    assert GUARDS["contract_verified"].blocks(asked(facts, step, verified=frozenset({"sub_y"}))) is None


def test_a_won_dispute_does_not_hold_money() -> None:
    assert GUARDS["no_open_dispute"].blocks(asked(twice(disputed("ch_sub_2_3", status="won")))) is None


def test_the_same_reason_is_given_once() -> None:
    assert len(reasons_against(("identity_strong", "identity_strong"), asked(twice(confidence="none")))) == 1


def test_steps_name_guards_that_exist_and_rungs_of_the_ladder() -> None:
    from plugin.act.ladder import height

    for kind in kinds().values():
        assert set(kind.guards) <= set(GUARDS), kind.name
        assert height(kind.rung) >= 0
        assert kind.does.splitlines()[0].endswith("."), kind.name
        assert kind.undo.endswith("."), kind.name


def test_there_is_one_file_for_every_action_kind() -> None:
    from typing import get_args

    assert set(kinds()) == set(get_args(ActionKind))


def test_everything_that_writes_asks_who_and_what() -> None:
    for kind in kinds().values():
        if kind.writes:
            assert {"identity_strong", "classified", "target_is_theirs", "facts_read"} <= set(kind.guards), (
                kind.name
            )
        if kind.money:
            assert kind.writes
            assert {
                "no_open_dispute",
                "no_fraud_warning",
                "contract_verified",
                "nothing_forbids_money",
            } <= set(kind.guards)


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_a_title_is_a_short_phrase(kind: ActionKind) -> None:
    named = "the extra Pro (since 10 November 2026)"
    for proposal in (Proposal(kind, "so"), Proposal(kind, "so", "sub_1", Money(100, "usd"))):
        title = kinds()[kind].title(proposal, named if proposal.target else "it")
        assert title[0].isupper()
        assert not title.endswith(".")
        assert len(title) < 90


def test_no_guard_breaks_on_an_empty_case() -> None:
    facts = CaseFacts(now=twice().now)
    question = Asked(
        facts, diagnose(facts), Policy(), Proposal("refund_charge", "so"), Finding("needs_human", "", (), ())
    )
    for name in GUARDS:
        GUARDS[name].blocks(question)
