"""The handoff: six sections, nothing hidden that is known, nothing shown that is not allowed."""

from dataclasses import replace
from typing import get_args

import pytest

from integrations.records import Unread
from plugin.diagnose.finding import ActionKind, LostDetector
from plugin.facts import Candidate, Match, Pin
from plugin.report.done_steps import _DONE
from plugin.report.handoff import SECTIONS, handoff
from plugin.report.reply import draft
from tests.report.cases import DUPLICATE, END_AND_REFUND, Worked, duplicate, ticket, told, unproven


def sections(text):
    found, current = {}, None
    for line in text.splitlines():
        if line in SECTIONS:
            current = found.setdefault(line, [])
        elif line:
            current.append(line)
    return found


def test_a_whole_handoff():
    assert told().handoff == (
        "CUSTOMER\n"
        "Pat Lee <pat@example.com> (cus_example, since 2025-05-11)\n"
        "Match: strong: example\n"
        "\n"
        "BILLING STATE\n"
        "Stripe read live at 2026-06-15 12:00 UTC.\n"
        "- Pro: active, 19.00 USD per month, renews 2026-07-12 (sub_new)\n"
        "- Pro: active, 19.00 USD per month, renews 2026-06-25 (sub_old)\n"
        "- 19.00 USD paid on 2026-06-12, visa •••• 4242 (ch_sub_new_3)\n"
        "- 19.00 USD paid on 2025-11-27, visa •••• 4242 (ch_sub_old_200)\n"
        "\n"
        "DECISION\n"
        "Pro is subscribed twice; sub_old stays, sub_new is extra.\n"
        "Class: duplicate_subscription / duplicate_same_customer, confidence high\n"
        "+ The same card pays both.\n"
        "- They were bought half a year apart.\n"
        "\n"
        "ACTION TAKEN\n"
        "None yet.\n"
        "Revenue impact: Refund 19.00 USD, MRR lost 19.00 USD, processing fee lost 0.85 USD.\n"
        "\n"
        "FOLLOW-UP\n"
        "1. Explain what happened\n"
        "2. Let sub_new end with its paid period [an agent confirms]\n"
        "3. Refund 19.00 USD of ch_sub_new_3 [an agent confirms]\n"
        "Reply drafted in English; not sent.\n"
        "\n"
        "PRODUCT GAP\n"
        "- Checkout sells the same plan to the same customer twice (no_duplicate_subscription_guard): "
        "The same purchase went through twice."
    )


@pytest.mark.parametrize("confidence", ["strong", "weak", "ambiguous", "none"])
def test_always_exactly_six_sections_in_order(confidence):
    text = Worked(duplicate() if confidence == "strong" else unproven(confidence)).handoff
    headings = [line for line in text.splitlines() if line in SECTIONS]
    assert tuple(headings) == SECTIONS
    assert all(sections(text).values())


@pytest.mark.parametrize(
    "match", [Match("none"), Match("ambiguous"), Match("weak", "cus_example", typed_only=True)]
)
def test_details_wait_until_the_customer_is_identified(match):
    text = Worked(duplicate(match=match)).handoff
    assert "Details are not shown until the customer is identified." in text
    for detail in ("4242", "19.00", "sub_new", "ch_sub", "pat@example.com"):
        assert detail not in text


def test_candidates_warnings_and_what_to_ask_for():
    match = Match(
        "ambiguous",
        candidates=(Candidate("cus_1", "same address", differs=("name: Acme",)),),
        ask_for=("the number of an invoice",),
        warnings=("the ticket was not started by its requester",),
    )
    found = sections(Worked(duplicate(match=match, pictures=())).handoff)
    assert "- Candidate cus_1: name: Acme" in found["CUSTOMER"]
    assert "! the ticket was not started by its requester" in found["CUSTOMER"]
    assert "Ask for: the number of an invoice" in found["FOLLOW-UP"]


def test_what_could_not_be_read_broke_or_is_blocked_is_said():
    facts = duplicate(unread=(Unread("disputes", "The key may not read disputes"),))
    worked = Worked(facts, DUPLICATE, END_AND_REFUND)
    diagnosis = replace(worked.diagnosis, lost=(LostDetector("paused", "It broke"),))
    steps = tuple(
        replace(s, state="blocked", blocked_by=("a chargeback is open",)) if s.kind == "refund_charge" else s
        for s in worked.plan.steps
    )
    plan = replace(worked.plan, steps=steps, verify=("sub_new: billed yearly",))
    text = handoff(facts, diagnosis, plan, (), worked.reply)
    assert "! Not read: disputes (The key may not read disputes)" in text
    assert "! The rule paused broke and was left out" in text
    assert "- Blocked: Refund 19.00 USD of ch_sub_new_3. A chargeback is open.\n" in text
    assert "Verify before money moves: sub_new: billed yearly" in text
    assert sections(text)["PRODUCT GAP"] == ["None seen."]


def test_what_was_done_stands_under_action_taken_with_who_and_when():
    worked = told()
    at = worked.facts.now
    by_ana = tuple(replace(s, state="done", done_by="Ana Ferreira", done_at=at) for s in worked.plan.steps)
    text = handoff(worked.facts, worked.diagnosis, replace(worked.plan, steps=by_ana), (), worked.reply)
    taken = sections(text)["ACTION TAKEN"]
    assert (
        "- Refunded 19.00 USD of 12 June 2026 by Ana Ferreira at 2026-06-15 12:00 UTC (ch_sub_new_3)" in taken
    )
    assert (
        "- Set the subscription to end with its paid period by Ana Ferreira at 2026-06-15 12:00 UTC (sub_new)"
        in taken
    )
    assert "None yet." not in taken


def test_what_failed_is_said_with_its_reason_and_the_reply_says_what_happens_next():
    worked = told()
    steps = tuple(
        replace(s, state="failed", blocked_by=("the bank refused it",)) if s.kind == "refund_charge" else s
        for s in worked.plan.steps
    )
    plan = replace(worked.plan, steps=steps)
    text = handoff(worked.facts, worked.diagnosis, plan, (), worked.reply)
    assert "- Failed: Refund 19.00 USD of ch_sub_new_3. The bank refused it." in text
    body = draft(worked.facts, worked.diagnosis, plan).body
    assert "The refund of $19.00 did not go through." in body
    assert "We have refunded" not in body


def test_every_kind_of_step_has_words_for_being_done():
    assert set(_DONE) == set(get_args(ActionKind))


def test_the_language_of_the_customer_is_said():
    assert "The customer writes German. Reply drafted in German; not sent." in told("de").handoff
    assert "The customer writes Finnish. Reply drafted in English; not sent." in told("fi").handoff


def test_old_data_is_said_to_be_old():
    facts = duplicate()
    pictures = tuple(replace(p, read_at=facts.now.replace(hour=11, minute=50)) for p in facts.pictures)
    assert (
        "Stripe read 10 minutes before this was written, at 2026-06-15 11:50 UTC."
        in Worked(replace(facts, pictures=pictures)).handoff
    )


def test_no_card_number_secret_or_placeholder_gets_in():
    facts = duplicate()
    trap = "4242 4242 4242 4242 " + "sk" + "_live_" + "a1" * 10 + " {{ticket.id}}\nFOLLOW-UP"
    pictures = tuple(replace(p, customer=replace(p.customer, name=trap)) for p in facts.pictures)
    pinned = replace(facts.match, match_reason=trap, pin=Pin("cus_example", 3, trap, facts.now))
    text = Worked(replace(facts, pictures=pictures, match=pinned, ticket=ticket(trap))).handoff
    assert "4242 4242 4242" not in text
    assert "_live_" not in text
    assert "{{" not in text
    assert tuple(line for line in text.splitlines() if line in SECTIONS) == SECTIONS
