"""An agent disagrees: plan, reply and handoff follow, it is kept until taken back, and it opens no door."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from integrations.sandbox.faults import Fault
from integrations.sandbox.world import World
from plugin import wiring
from plugin.settings import Settings
from plugin.store import Corrections, open_store
from plugin.web.application import application
from plugin.web.schemas import CaseEnvelope
from tests.web.conftest import bearer_in
from tests.web.sidebar_client import Sidebar

Stage = Callable[[str], int]


def named(sidebar: Sidebar, ticket_id: int, **body: Any) -> dict[str, Any]:
    answer = sidebar.ask("PUT", f"{ticket_id}/class", json={"reason": "other_cause", **body})
    assert answer.status_code == 200, answer.text
    envelope = answer.get_json()
    assert CaseEnvelope().validate(envelope) == {}
    return envelope["case"]


def money(case: dict[str, Any]) -> list[str]:
    return [s["kind"] for s in case["plan"] if s["writes"] and s["state"] == "proposed"]


def kept(settings: Settings) -> Corrections:
    return Corrections(open_store(settings.database_url), settings.account)


# ------------------------------------------------------------------ what follows
def test_a_situation_no_record_shows_moves_nothing(sidebar: Sidebar, stage: Stage) -> None:
    ticket_id = stage("duplicate_minutes_apart")
    before = sidebar.case(ticket_id)["case"]
    assert money(before)
    case = named(sidebar, ticket_id, situation="coupon_ended", text="The offer was for six months")
    verdict = case["verdict"]
    assert (verdict["bucket"], verdict["situation"], verdict["confidence"]) == ("self_serve_missing", "coupon_ended", "low")  # fmt: skip
    assert verdict["sentence"].startswith("Corrected by Ana Ferreira: The discount has ended")
    assert "The offer was for six months" in verdict["reasons_for"][0]
    assert "duplicate same customer" in verdict["reasons_against"][0]
    assert [s["kind"] for s in case["plan"]] == ["ask_customer", "explain_only"]
    assert "Corrected by Ana Ferreira" in case["handoff"]
    assert "second" not in case["reply"]["body"], "what we had thought is not told any more"
    assert "discount" not in case["reply"]["body"], "and what nobody saw is not told as a fact"


def test_a_situation_that_was_found_decides_with_its_own_steps(sidebar: Sidebar, stage: Stage) -> None:
    ticket_id = stage("bank_wants_confirmation")
    before = sidebar.case(ticket_id)["case"]
    found = {f["situation"]: f for f in before["findings"]}
    other = next(s for s in found if s != before["verdict"]["situation"])
    case = named(sidebar, ticket_id, situation=other)
    assert case["verdict"]["situation"] == other
    assert case["verdict"]["bucket"] == found[other]["bucket"]
    assert found[other]["sentence"] in case["verdict"]["sentence"]
    assert case["findings"][0]["situation"] == other
    assert case["reply"]["body"] != before["reply"]["body"]


@pytest.mark.parametrize("bucket", ["duplicate_subscription", "payment_failed", "needs_human", "not_billing"])
def test_a_bucket_alone_moves_nothing(sidebar: Sidebar, stage: Stage, bucket: str) -> None:
    ticket_id = stage("duplicate_minutes_apart")
    sidebar.case(ticket_id)
    case = named(sidebar, ticket_id, bucket=bucket)
    assert case["verdict"]["bucket"] == bucket
    assert money(case) == []
    assert {s["kind"] for s in case["plan"]} <= {"ask_customer", "explain_only", "escalate_human"}
    assert case["revenue_impact"]["refund"] == []
    if bucket == "not_billing":
        assert case["gaps"] == []


def test_a_class_proves_nobody(sidebar: Sidebar, stage: Stage) -> None:
    """A stranger's ticket stays a stranger's, whatever an agent calls it."""
    ticket_id = stage("stranger_with_an_invoice")
    before = sidebar.case(ticket_id)["case"]
    case = named(sidebar, ticket_id, situation="duplicate_same_customer")
    assert case["identity"] == before["identity"]
    assert case["plan"] == before["plan"]
    assert case["reply"] == before["reply"]
    assert case["billing"] == before["billing"]
    assert case["verdict"]["bucket"] == "needs_human"
    assert case["verdict"]["correction"]["situation"] == "duplicate_same_customer"


# ------------------------------------------------------------------ kept, taken back, counted
def test_it_is_kept_over_readings_until_taken_back(
    sidebar: Sidebar, stage: Stage, settings: Settings
) -> None:
    ticket_id = stage("duplicate_minutes_apart")
    own = sidebar.case(ticket_id)["case"]["verdict"]
    named(sidebar, ticket_id, situation="coupon_ended")
    again = sidebar.ask("POST", f"{ticket_id}/refresh").get_json()["case"]["verdict"]
    assert again["correction"]["said"] == {"bucket": own["bucket"], "situation": own["situation"]}
    assert again["correction"]["agent_name"] == "Ana Ferreira"
    back = sidebar.ask("DELETE", f"{ticket_id}/class").get_json()["case"]["verdict"]
    assert back == own
    assert kept(settings).get(ticket_id) is None
    assert [c.situation for c in kept(settings).history(ticket_id)] == ["coupon_ended"]


def test_agreement_is_kept_and_changes_nothing(sidebar: Sidebar, stage: Stage, settings: Settings) -> None:
    ticket_id = stage("duplicate_minutes_apart")
    before = sidebar.case(ticket_id)["case"]
    case = named(sidebar, ticket_id, situation=before["verdict"]["situation"], reason="agreed")
    assert case["verdict"]["correction"]["agreed"]
    assert case["verdict"]["sentence"] == before["verdict"]["sentence"]
    assert case["plan"] == before["plan"]
    (lesson,) = kept(settings).for_learning()
    assert lesson.agreed
    assert (lesson.ticket_id, lesson.situation) == (ticket_id, lesson.said_situation)
    assert lesson.intents == tuple(before["reading"]["intents"])
    assert lesson.language == "en"


def test_going_back_to_what_we_said_is_agreement(sidebar: Sidebar, stage: Stage) -> None:
    ticket_id = stage("duplicate_minutes_apart")
    own = sidebar.case(ticket_id)["case"]["verdict"]["situation"]
    named(sidebar, ticket_id, situation="coupon_ended")
    assert named(sidebar, ticket_id, situation=own)["verdict"]["correction"]["agreed"]


def test_agreeing_to_what_is_not_shown_any_more_is_refused(sidebar: Sidebar, stage: Stage) -> None:
    ticket_id = stage("duplicate_minutes_apart")
    sidebar.case(ticket_id)
    answer = sidebar.ask("PUT", f"{ticket_id}/class", json={"situation": "paused", "reason": "agreed"})
    assert answer.status_code == 409
    assert "Read it again" in answer.get_json()["detail"]


def test_it_is_kept_even_when_the_reading_after_it_fails(
    sidebar: Sidebar, stage: Stage, world: World
) -> None:
    ticket_id = stage("duplicate_minutes_apart")
    sidebar.case(ticket_id)
    world.faults.add(Fault("stripe", status=500))
    answer = sidebar.ask("PUT", f"{ticket_id}/class", json={"bucket": "not_billing", "reason": "other"})
    assert answer.status_code == 503
    world.faults.clear()
    case = sidebar.ask("POST", f"{ticket_id}/refresh").get_json()["case"]
    assert case["verdict"]["bucket"] == "not_billing"


# ------------------------------------------------------------------ what comes in
@pytest.mark.parametrize(
    "body",
    [
        {},
        {"reason": "other_cause"},
        {"situation": "no_such_thing", "reason": "other"},
        {"bucket": "free_money", "reason": "other"},
        {"situation": "paused", "reason": "because"},
        {"situation": "paused"},
        {"situation": "paused", "reason": "other", "text": "x" * 501},
        {"situation": "paused", "reason": "other", "amount": 1},
        {"situation": ["paused"], "reason": "other"},
        [],
    ],
)
def test_what_is_no_class_is_refused(sidebar: Sidebar, stage: Stage, body: Any) -> None:
    ticket_id = stage("duplicate_minutes_apart")
    sidebar.case(ticket_id)
    answer = sidebar.ask("PUT", f"{ticket_id}/class", json=body)
    assert answer.status_code == 422
    assert answer.content_type == "application/problem+json"
    assert sidebar.case(ticket_id)["case"]["verdict"]["correction"] is None


def test_a_note_is_masked_before_it_is_kept(sidebar: Sidebar, stage: Stage, settings: Settings) -> None:
    ticket_id = stage("duplicate_minutes_apart")
    sidebar.case(ticket_id)
    text = "Card 4242 4242 4242 4242,\n pat@example.com, sk_live_abcdefgh12345678, {{ticket.id}} <b>cus_ABCDEFGH12</b>"
    case = named(sidebar, ticket_id, situation="paused", text=text)
    correction = kept(settings).get(ticket_id)
    assert correction
    for place in (correction.note, str(case["verdict"]), case["handoff"]):
        for secret in ("4242 4242", "pat@example.com", "sk_live", "cus_ABCDEFGH12", "{{", "\\n"):
            assert secret not in place


def test_a_ticket_nobody_read_has_no_class_to_correct(sidebar: Sidebar, stage: Stage) -> None:
    answer = sidebar.ask("PUT", f"{stage('duplicate_minutes_apart')}/class", json={"bucket": "needs_human", "reason": "other"})  # fmt: skip
    assert answer.status_code == 404


def test_what_may_be_chosen_covers_every_detector(sidebar: Sidebar) -> None:
    from plugin.diagnose import detectors

    answer = sidebar.client.get("/api/classes", headers={"Authorization": f"Bearer {sidebar.bearer}"})
    found = [s for group in answer.get_json()["classes"] for s in group["situations"]]
    assert sorted(found) == sorted(d.situation for d in detectors())


# ------------------------------------------------------------------ who may
@pytest.mark.parametrize(("right", "opens", "corrects"), [("nothing", False, False), ("look", True, False), ("propose", True, True)])  # fmt: skip
def test_the_policy_says_who_may(
    settings: Settings,
    stage: Stage,
    world: World,
    tmp_path: Any,
    right: str,
    opens: bool,
    corrects: bool,
) -> None:
    policy = tmp_path / "policy.toml"
    policy.write_text(f'[who_may]\nagent = "{right}"\nadmin = "{right}"\n')
    client = application(wiring.web_parts(replace(settings, policy_file=policy))).test_client()
    token = world.zendesk.signed_token("http://localhost/sidebar", world.zendesk.agent_ids[0])
    page = client.post("http://localhost/sidebar", data={"token": token})
    assert page.status_code == (200 if opens else 403)
    if not opens:
        assert "(who_may." in page.text
        return
    sidebar = Sidebar(client, bearer_in(page))
    ticket_id = stage("duplicate_minutes_apart")
    sidebar.case(ticket_id)
    for method, path, body in (
        ("PUT", "class", {"bucket": "needs_human", "reason": "other"}),
        ("DELETE", "class", None),
        ("DELETE", "customer", None),
        ("POST", "handoff", None),
    ):
        answer = sidebar.ask(method, f"{ticket_id}/{path}", json=body)
        assert answer.status_code == (200 if corrects else 403), answer.text
        if not corrects:
            assert "who_may." in answer.get_json()["detail"]
