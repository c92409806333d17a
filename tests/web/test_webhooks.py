"""Deliveries: verified over the raw bytes, stored before the answer, each acted on once."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from integrations.sandbox.world import World
from plugin.settings import Settings
from plugin.store import Cases, Deliveries, open_store
from tests.web.sidebar_client import Sidebar


@pytest.fixture
def cases(settings: Settings) -> Cases:
    return Cases(open_store(settings.database_url), settings.account)


@pytest.fixture
def deliveries(settings: Settings) -> Deliveries:
    return Deliveries(open_store(settings.database_url), settings.account)


@pytest.fixture
def zendesk(client: FlaskClient, world: World) -> Callable[..., TestResponse]:
    def deliver(body: object, *, secret: str = "sandbox-webhook-secret", minutes: int = 0) -> TestResponse:
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        stamp = (world.now() + timedelta(minutes=minutes)).isoformat().replace("+00:00", "Z")
        mac = hmac.digest(secret.encode(), stamp.encode() + raw, "sha256")
        headers = {
            "X-Zendesk-Webhook-Signature": base64.b64encode(mac).decode(),
            "X-Zendesk-Webhook-Signature-Timestamp": stamp,
        }
        return client.post("/webhooks/zendesk", data=raw, headers=headers, content_type="application/json")

    return deliver


@pytest.fixture
def stripe(client: FlaskClient, world: World) -> Callable[..., TestResponse]:
    def deliver(body: object, *, secret: str = "stripe-webhook-secret", minutes: int = 0) -> TestResponse:
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        stamp = str(int((world.now() + timedelta(minutes=minutes)).timestamp()))
        mac = hmac.new(secret.encode(), stamp.encode() + b"." + raw, hashlib.sha256).hexdigest()
        return client.post(
            "/webhooks/stripe",
            data=raw,
            headers={"Stripe-Signature": f"t={stamp},v1={mac}"},
            content_type="application/json",
        )

    return deliver


def ticket_event(ticket_id: int, event_id: str = "evt-1", status: str = "OPEN") -> dict[str, Any]:
    return {
        "id": event_id,
        "type": "zen:event-type:ticket.comment_added",
        "subject": f"zen:ticket:{ticket_id}",
        "detail": {"id": str(ticket_id), "status": status},
    }


def stripe_event(customer: str, event_id: str = "evt_1", **more: Any) -> dict[str, Any]:
    changed = {"object": "charge", "id": "ch_1", "customer": customer}
    return {"id": event_id, "type": "charge.refunded", "livemode": False, "data": {"object": changed}, **more}


@pytest.mark.parametrize("body", [ticket_event(4711), {"ticket_id": "4711"}, {"ticket_id": 4711}])
def test_a_ticket_that_changed_becomes_due(
    zendesk: Callable[..., TestResponse], cases: Cases, body: object
) -> None:
    assert zendesk(body).status_code == 200
    stored = cases.get(4711)
    assert stored
    assert stored.due


def test_a_delivery_counts_once(zendesk: Callable[..., TestResponse], cases: Cases) -> None:
    for _ in range(5):
        assert zendesk(ticket_event(1)).status_code == 200
    stored = cases.get(1)
    assert stored
    assert stored.wanted_rev == 1


def test_a_solved_ticket_stops_being_work(zendesk: Callable[..., TestResponse], cases: Cases) -> None:
    zendesk(ticket_event(1))
    zendesk(ticket_event(1, "evt-2", "SOLVED"))
    assert cases.open_ids() == ()


def test_a_stripe_event_makes_the_customers_open_cases_due(
    stripe: Callable[..., TestResponse], sidebar: Sidebar, stage: Callable[[str], int], cases: Cases
) -> None:
    ticket_id = stage("duplicate_minutes_apart")
    customer = sidebar.case(ticket_id)["case"]["identity"]["customer_id"]
    before = cases.get(ticket_id)
    assert before
    assert not before.due
    assert stripe(stripe_event("cus_somebody_else")).status_code == 200
    assert stripe(stripe_event(customer, "evt_2")).status_code == 200
    after = cases.get(ticket_id)
    assert after
    assert after.due


def test_an_event_keeps_no_personal_data(
    stripe: Callable[..., TestResponse], deliveries: Deliveries, world: World
) -> None:
    event = stripe_event("cus_1")
    event["data"]["object"]["billing_details"] = {"email": "pat@example.com", "name": "Pat"}
    assert stripe(event).status_code == 200
    later = world.now() + timedelta(days=1)
    assert deliveries.unhandled(before=later) == ()
    assert stripe(stripe_event("cus_1", "evt_9", livemode=True)).status_code == 400


@pytest.mark.parametrize("source", ["zendesk", "stripe"])
@pytest.mark.parametrize(
    ("how", "status"),
    [
        ({"secret": "wrong"}, 401),
        ({"minutes": -20}, 401),
        ({"minutes": 20}, 401),
    ],
)
def test_a_forged_or_stale_delivery_is_refused_and_leaves_nothing(
    request: pytest.FixtureRequest, source: str, how: dict[str, Any], status: int, cases: Cases
) -> None:
    deliver = request.getfixturevalue(source)
    assert (
        deliver(ticket_event(5) if source == "zendesk" else stripe_event("cus_1"), **how).status_code
        == status
    )
    assert cases.get(5) is None


@pytest.mark.parametrize("source", ["zendesk", "stripe"])
@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b"[]", 400),
        (b"null", 400),
        (b"\xff\xfe\x00", 400),
        (b"[" * 50_000, 400),
        (b'{"ticket_id": "1; DROP TABLE cases"}', 400),
        (b'{"id": 5, "data": []}', 400),
        (b"x" * 300_000, 413),
    ],
    ids=["empty", "half", "list", "null", "charset", "deep", "sql", "shape", "oversized"],
)
def test_a_signed_body_we_cannot_read_is_a_sentence(
    request: pytest.FixtureRequest, source: str, body: bytes, status: int
) -> None:
    answer = request.getfixturevalue(source)(body)
    assert answer.status_code == status
    assert answer.content_type == "application/problem+json"


def test_without_a_signature_nothing_is_taken(client: FlaskClient) -> None:
    for path in ("/webhooks/zendesk", "/webhooks/stripe"):
        assert client.post(path, json=ticket_event(1)).status_code == 401
