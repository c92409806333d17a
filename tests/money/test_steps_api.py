"""The sidebar's side of steps: shapes, answers, and who is let in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from integrations.sandbox.world import World
from plugin import create_app
from plugin.settings import Settings
from plugin.store.migrate import upgrade
from plugin.web.schemas import StepPreview, StepsOut, StepStatus
from tests.web.conftest import bearer_in
from tests.web.sidebar_client import Sidebar


@pytest.fixture
def app(env: dict[str, str]) -> Flask:
    upgrade(env["DATABASE_URL"])
    return create_app(Settings.read(env))


@pytest.fixture
def opened(world: World, app: Flask) -> Callable[[int], Sidebar]:
    def visit(which: int) -> Sidebar:
        client: FlaskClient = app.test_client()
        url = "http://localhost/sidebar?origin=http%3A%2F%2F127.0.0.1&app_guid=g"
        token = world.zendesk.signed_token(url, world.zendesk.agent_ids[which])
        page: TestResponse = client.post(url, data={"token": token})
        return Sidebar(client, bearer_in(page))

    return visit


def proposed(sidebar: Sidebar, ticket: int, kind: str) -> dict[str, Any]:
    plan = sidebar.case(ticket)["case"]["plan"]
    return next(step for step in plan if step["kind"] == kind)


def test_seen_confirmed_and_seen_by_the_other_agent(
    opened: Callable[[int], Sidebar], stage: Callable[[str], int], world: World
) -> None:
    ticket, ana, ben = stage("duplicate_minutes_apart"), opened(0), opened(1)
    step = proposed(ana, ticket, "refund_charge")
    preview = ana.ask(
        "POST",
        f"{ticket}/steps/preview",
        json={"kind": "refund_charge", "target": step["target"], "reason": "duplicate"},
    )
    assert preview.status_code == 200, preview.text
    shown = preview.get_json()
    assert StepPreview().validate(shown) == {}
    assert shown["objections"] == []
    assert shown["advice"] is None
    done = ana.ask("POST", f"{ticket}/steps/confirm", json={"hash": shown["hash"]})
    assert done.status_code == 200, done.text
    assert StepStatus().validate(done.get_json()) == {}
    again = ben.ask("POST", f"{ticket}/steps/confirm", json={"hash": shown["hash"]})
    assert again.get_json()["asked_by"] == "Ana Ferreira"
    seen = ben.ask("GET", f"{ticket}/steps").get_json()
    assert StepsOut().validate(seen) == {}
    assert "done by Ana Ferreira just now" in seen["steps"][0]["says"]
    assert len(world.stripe.ledger()["refunds"][step["target"]]) == 1


@pytest.mark.parametrize(
    "wish",
    [
        {"kind": "refund_charge", "target": "ch_1", "amount": {"amount": 19.99, "currency": "usd"}},
        {"kind": "refund_charge", "target": "ch_1", "amount": {"amount": "1999", "currency": "dollars"}},
        {"kind": "refund_charge", "target": "ch_1", "reason": "fraudulent"},
        {"kind": "refund_charge", "target": "../v1/customers"},
        {"kind": "delete_customer", "target": "cus_1"},
        {"kind": "change_quantity_now", "target": "sub_1", "quantity": 0},
        {"kind": "refund_charge", "target": "ch_1", "permit": "mine"},
    ],
)
def test_a_slip_is_refused_before_anything_is_read(
    opened: Callable[[int], Sidebar], stage: Callable[[str], int], wish: dict[str, Any], world: World
) -> None:
    ticket, ana = stage("duplicate_minutes_apart"), opened(0)
    before = world.faults.count("stripe")
    assert ana.ask("POST", f"{ticket}/steps/preview", json=wish).status_code == 422
    assert world.faults.count("stripe") == before


def test_what_was_not_shown_is_not_done(
    opened: Callable[[int], Sidebar], stage: Callable[[str], int]
) -> None:
    ticket, ana = stage("duplicate_minutes_apart"), opened(0)
    ana.case(ticket)
    answer = ana.ask("POST", f"{ticket}/steps/confirm", json={"hash": "0" * 40})
    assert answer.status_code == 409
    assert answer.get_json()["type"] == "tillside:not-shown"


def test_an_agent_suspended_meanwhile_is_let_nothing(
    opened: Callable[[int], Sidebar], stage: Callable[[str], int], world: World
) -> None:
    ticket, ana = stage("duplicate_minutes_apart"), opened(0)
    step = proposed(ana, ticket, "refund_charge")
    wish = {"kind": "refund_charge", "target": step["target"]}
    shown = ana.ask("POST", f"{ticket}/steps/preview", json=wish).get_json()
    world.zendesk.users[world.zendesk.agent_ids[0]].suspended = True
    answer = ana.ask("POST", f"{ticket}/steps/confirm", json={"hash": shown["hash"]})
    assert (answer.status_code, answer.get_json()["type"]) == (403, "tillside:not-an-agent")
    assert world.stripe.ledger()["refunds"] == {}


def test_without_the_bearer_nothing_is_told(app: Flask) -> None:
    client = app.test_client()
    for method, path in (
        ("GET", "steps"),
        ("POST", "steps/preview"),
        ("POST", "steps/confirm"),
        ("POST", "steps/st1/approve"),
        ("POST", "steps/st1/withdraw"),
    ):
        assert client.open(f"/api/tickets/1/{path}", method=method, json={}).status_code == 401


def test_the_command_line_prints_and_exports_the_audit_log(
    opened: Callable[[int], Sidebar], stage: Callable[[str], int], env: dict[str, str]
) -> None:
    import json
    import subprocess
    import sys

    ticket, ana = stage("duplicate_minutes_apart"), opened(0)
    step = proposed(ana, ticket, "refund_charge")
    wish = {"kind": "refund_charge", "target": step["target"]}
    shown = ana.ask("POST", f"{ticket}/steps/preview", json=wish).get_json()
    ana.ask("POST", f"{ticket}/steps/confirm", json={"hash": shown["hash"]})

    def printed(*options: str) -> list[str]:
        command = [sys.executable, "-m", "plugin.cli", "audit", *options]
        done = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
        return done.stdout.splitlines()

    assert len(printed()) == 2
    assert "Ana Ferreira" in printed("--ticket", str(ticket))[0]
    exported = [json.loads(line) for line in printed("--json")]
    assert {entry["event"] for entry in exported} == {"confirmed", "done"}
    assert printed("--ticket", str(ticket + 1)) == []
