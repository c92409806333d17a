"""The handoff: six sections, nothing hidden that is known, nothing shown that is not allowed."""

from dataclasses import replace

import pytest

from integrations.records import Unread
from plugin.diagnose.finding import LostDetector
from plugin.facts import Candidate, Match, Pin
from plugin.report.handoff import SECTIONS, handoff
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
        "- 2026-06-12 19.00 USD succeeded, visa •••• 4242 (ch_sub_new_3)\n"
        "- 2025-11-27 19.00 USD succeeded, visa •••• 4242 (ch_sub_old_200)\n"
        "\n"
        "DECISION\n"
        "duplicate_subscription / duplicate_same_customer, confidence high\n"
        "Pro is subscribed twice; sub_old stays, sub_new is extra.\n"
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
        "Reply drafted in en; not sent.\n"
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
    assert "- Blocked: Refund 19.00 USD of ch_sub_new_3. A chargeback is open" in text
    assert "Verify before money moves: sub_new: billed yearly" in text
    assert sections(text)["PRODUCT GAP"] == ["None seen."]


def test_what_was_done_stands_under_action_taken():
    worked = told()
    done = replace(worked.plan, steps=tuple(replace(s, state="done") for s in worked.plan.steps))
    found = sections(handoff(worked.facts, worked.diagnosis, done, (), worked.reply))
    assert "- Refund 19.00 USD of ch_sub_new_3" in found["ACTION TAKEN"]
    assert "None yet." not in found["ACTION TAKEN"]


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
