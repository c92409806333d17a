"""The sidebar's API against the whole product and the sandbox."""

from __future__ import annotations

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask
from flask.testing import FlaskClient

from integrations.sandbox.faults import Fault
from integrations.sandbox.world import World
from plugin.settings import Settings
from plugin.store import Sessions, open_store
from plugin.web.openapi import document
from plugin.web.schemas import CaseEnvelope
from tests.web.sidebar_client import Sidebar

Stage = Callable[[str], int]


def notes_of(world: World, ticket_id: int) -> list[str]:
    return [c.body for c in world.zendesk.tickets[ticket_id].comments if not c.public]


def test_an_unseen_ticket_is_read_on_the_spot(sidebar: Sidebar, stage: Stage) -> None:
    envelope = sidebar.case(stage("duplicate_minutes_apart"))
    assert CaseEnvelope().validate(envelope) == {}
    assert envelope["state"] == "ready"
    assert envelope["case"]["verdict"]["situation"] == "duplicate_same_customer"


def test_a_stored_case_costs_no_call(sidebar: Sidebar, stage: Stage, world: World) -> None:
    ticket_id = stage("duplicate_minutes_apart")
    first = sidebar.case(ticket_id)
    calls = len(world.faults.requests)
    assert sidebar.case(ticket_id)["read_at"] == first["read_at"]
    assert len(world.faults.requests) == calls


def test_refresh_reads_again(sidebar: Sidebar, stage: Stage, world: World) -> None:
    ticket_id = stage("duplicate_minutes_apart")
    first = sidebar.case(ticket_id)
    answer = sidebar.ask("POST", f"{ticket_id}/refresh")
    assert answer.status_code == 200
    assert answer.get_json()["read_at"] > first["read_at"]


# ---------------------------------------------------------------- who asks
@pytest.mark.parametrize("header", [None, "", "Bearer", "Bearer x", "Basic abc", "bearer \x00"])
def test_without_the_bearer_nothing_is_told(client: FlaskClient, header: str | None, stage: Stage) -> None:
    ticket_id = stage("duplicate_minutes_apart")
    headers = {"Authorization": header} if header is not None else {}
    for method, path in (
        ("GET", "case"),
        ("POST", "refresh"),
        ("PUT", "customer"),
        ("DELETE", "customer"),
        ("POST", "handoff"),
    ):
        answer = client.open(f"/api/tickets/{ticket_id}/{path}", method=method, headers=headers, json={})
        assert answer.status_code == 401
        assert answer.content_type == "application/problem+json"
        assert "reopen the ticket" in answer.get_json()["detail"]


def test_a_bearer_of_another_installation_is_refused(
    client: FlaskClient, settings: Settings, world: World, stage: Stage
) -> None:
    import hashlib

    ticket_id = stage("duplicate_minutes_apart")
    other = Sessions(open_store(settings.database_url), "elsewhere/test")
    other.open(
        hashlib.sha256(b"theirs").hexdigest(),
        agent_id=1,
        agent_name="X",
        installation="elsewhere/1",
        at=world.now(),
    )
    answer = client.get(f"/api/tickets/{ticket_id}/case", headers={"Authorization": "Bearer theirs"})
    assert answer.status_code == 401


def test_every_route_is_guarded_or_on_the_short_list(app: Flask, client: FlaskClient) -> None:
    open_routes = {"/sidebar", "/sidebar/assets/<path:name>", "/health/live", "/health/ready"}
    signed_routes = {"/webhooks/zendesk", "/webhooks/stripe"}
    for rule in app.url_map.iter_rules():
        if rule.rule in open_routes:
            continue
        path = re.sub(r"<[^>]+>", "1", rule.rule)
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}:
            answer = client.open(path, method=method, json={})
            assert answer.status_code == 401, (method, rule.rule)
    assert signed_routes <= {rule.rule for rule in app.url_map.iter_rules()}


# ---------------------------------------------------------------- picking
def test_the_agent_picks_and_the_pick_is_kept(sidebar: Sidebar, stage: Stage) -> None:
    ticket_id = stage("shared_billing_address")
    before = sidebar.case(ticket_id)["case"]
    assert before["identity"]["confidence"] == "ambiguous"
    chosen = before["identity"]["candidates"][1]["customer_id"]
    picked = sidebar.ask("PUT", f"{ticket_id}/customer", json={"customer_id": chosen}).get_json()["case"]
    assert picked["identity"]["confidence"] == "strong"
    assert picked["identity"]["customer_id"] == chosen
    assert picked["identity"]["pinned_by"]["agent_name"] == "Ana Ferreira"
    assert picked["billing"]["visible"]
    assert sidebar.case(ticket_id)["case"]["identity"]["customer_id"] == chosen
    back = sidebar.ask("DELETE", f"{ticket_id}/customer").get_json()["case"]
    assert back["identity"]["confidence"] == "ambiguous"


@pytest.mark.parametrize(
    "body", [{"customer_id": "cus_somebodyelse"}, {"customer_id": "x"}, {}, {"customer_id": 1, "a": 2}]
)
def test_nobody_can_be_picked_who_was_not_found(
    sidebar: Sidebar, stage: Stage, body: dict[str, object]
) -> None:
    ticket_id = stage("shared_billing_address")
    sidebar.case(ticket_id)
    answer = sidebar.ask("PUT", f"{ticket_id}/customer", json=body)
    assert answer.status_code in {409, 422}
    assert answer.content_type == "application/problem+json"
    assert sidebar.case(ticket_id)["case"]["identity"]["confidence"] == "ambiguous"


# ---------------------------------------------------------------- the handoff
def test_the_handoff_becomes_one_internal_note(sidebar: Sidebar, stage: Stage, world: World) -> None:
    ticket_id = stage("duplicate_minutes_apart")
    handoff = sidebar.case(ticket_id)["case"]["handoff"]
    first = sidebar.ask("POST", f"{ticket_id}/handoff").get_json()
    again = sidebar.ask("POST", f"{ticket_id}/handoff").get_json()
    (note,) = notes_of(world, ticket_id)
    assert handoff in note
    assert "Ana Ferreira" in note
    assert (first["already"], again["already"]) == (False, True)
    assert sidebar.case(ticket_id)["note"]["agent_name"] == "Ana Ferreira"


def test_ten_clicks_at_once_write_one_note(app: Flask, sidebar: Sidebar, stage: Stage, world: World) -> None:
    ticket_id = stage("duplicate_minutes_apart")
    sidebar.case(ticket_id)

    def click(_number: int) -> int:
        return Sidebar(app.test_client(), sidebar.bearer).ask("POST", f"{ticket_id}/handoff").status_code

    with ThreadPoolExecutor(10) as pool:
        statuses = set(pool.map(click, range(10)))
    assert statuses <= {200, 503}
    assert len(notes_of(world, ticket_id)) == 1


@pytest.mark.parametrize("after", [True, False])
def test_a_lost_answer_does_not_double_the_note(
    sidebar: Sidebar, stage: Stage, world: World, after: bool
) -> None:
    ticket_id = stage("duplicate_minutes_apart")
    sidebar.case(ticket_id)
    world.faults.add(Fault("zendesk", "PUT", "/tickets/", status=502, after=after, times=1))
    assert sidebar.ask("POST", f"{ticket_id}/handoff").status_code == 503
    assert sidebar.ask("POST", f"{ticket_id}/handoff").status_code == 200
    assert len(notes_of(world, ticket_id)) == 1


# ---------------------------------------------------------------- bad days
def test_a_ticket_that_is_not_there(sidebar: Sidebar) -> None:
    answer = sidebar.ask("GET", "77777/case")
    assert answer.status_code == 404
    assert "no such ticket" in answer.get_json()["detail"]


def test_a_deleted_ticket(sidebar: Sidebar, stage: Stage, world: World) -> None:
    ticket_id = stage("duplicate_minutes_apart")
    world.zendesk.delete(ticket_id)
    assert sidebar.ask("GET", f"{ticket_id}/case").status_code == 404


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (Fault("stripe", status=500), "Stripe"),
        (
            Fault(
                "stripe", status=401, body='{"error":{"type":"invalid_request_error","message":"bad key"}}'
            ),
            "Stripe",
        ),
        (Fault("stripe", status=429, body="{}"), "Stripe"),
        (Fault("stripe", status=200, body="<html>maintenance</html>", content_type="text/html"), "Stripe"),
        (Fault("zendesk", path="/api/", status=429, headers={"Retry-After": "30"}), "Zendesk"),
        (Fault("zendesk", path="/api/v2/tickets", status=401, body='{"error":"invalid_token"}'), "Zendesk"),
    ],
)
def test_a_vendor_having_a_bad_day_is_a_sentence(
    sidebar: Sidebar, stage: Stage, world: World, fault: Fault, said: str
) -> None:
    ticket_id = stage("duplicate_minutes_apart")
    world.faults.add(fault)
    answer = sidebar.ask("GET", f"{ticket_id}/case")
    assert answer.status_code == 503
    problem = answer.get_json()
    assert said in problem["detail"]
    assert "rk_test" not in answer.text
    world.faults.clear()
    assert sidebar.case(ticket_id)["state"] == "ready"


def test_the_old_picture_stays_when_a_refresh_fails(sidebar: Sidebar, stage: Stage, world: World) -> None:
    ticket_id = stage("duplicate_minutes_apart")
    before = sidebar.case(ticket_id)["case"]
    world.faults.add(Fault("stripe", status=500))
    assert sidebar.ask("POST", f"{ticket_id}/refresh").status_code == 503
    assert sidebar.case(ticket_id)["case"] == before


def test_a_missing_permission_is_named_and_the_rest_stays(
    sidebar: Sidebar, stage: Stage, world: World
) -> None:
    ticket_id = stage("duplicate_minutes_apart")
    world.stripe.forbidden_permissions.add("rak_dispute_read")
    case = sidebar.case(ticket_id)["case"]
    assert case["verdict"]["situation"] == "duplicate_same_customer"
    assert [u["permission"] for u in case["billing"]["unread"]] == ["rak_dispute_read"]
    refunds = [s for s in case["plan"] if s["kind"] == "refund_charge"]
    assert refunds
    assert {s["state"] for s in refunds} == {"blocked"}


def test_an_oversized_body_is_refused(sidebar: Sidebar) -> None:
    answer = sidebar.ask("PUT", "1/customer", data=b"x" * 300_000, content_type="application/json")
    assert answer.status_code == 413


def test_the_document_describes_every_route(app: Flask) -> None:
    described = set(document()["paths"])
    served = {
        re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule)
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith("/api/")
    }
    assert served == described
