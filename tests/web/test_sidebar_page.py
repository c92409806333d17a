"""Opening the sidebar: who is let in, once, and what the page allows."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from integrations.sandbox.faults import Fault
from integrations.sandbox.running import Addresses
from integrations.sandbox.world import World
from plugin.web.sidebar_page import built_entry

Visit = Callable[..., TestResponse]


def test_a_signed_visit_gets_a_page_only_this_account_may_frame(visit: Visit, sandbox: Addresses) -> None:
    page = visit()
    policy = page.headers["Content-Security-Policy"]
    assert page.status_code == 200
    assert f"frame-ancestors {sandbox.zendesk}" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert "Set-Cookie" not in page.headers


def test_nothing_inline_runs(visit: Visit) -> None:
    page = visit()
    assert "<script>" not in page.text
    assert " on" not in page.text.split("<body>")[1]


def test_a_get_is_refused(client: FlaskClient) -> None:
    answer = client.get("/sidebar")
    assert answer.status_code == 405
    assert "POST" in answer.headers["Allow"]


@pytest.mark.parametrize("token", ["", "x.y.z", "a" * 9000])
def test_an_unsigned_visit_is_told_what_to_do(visit: Visit, token: str) -> None:
    page = visit(token=token)
    assert page.status_code == 401
    assert "reopen the ticket" in page.text


def test_a_token_opens_once(world: World, visit: Visit) -> None:
    token = world.zendesk.signed_token("http://localhost/sidebar", world.zendesk.agent_ids[0])
    assert visit(token=token).status_code == 200
    again = visit(token=token)
    assert again.status_code == 401
    assert "already used" in again.text


def resigned(world: World, **changes: object) -> str:
    """A token signed by the app's own key, with other claims."""
    token = world.zendesk.signed_token("http://localhost/sidebar", world.zendesk.agent_ids[0])
    claims = jwt.decode(token, options={"verify_signature": False})
    return world.zendesk.sign({**claims, **changes})


def test_an_expired_token_is_refused(world: World, visit: Visit) -> None:
    now = int(world.now().timestamp())
    page = visit(token=resigned(world, iat=now - 120, nbf=now - 120, exp=now - 60))
    assert page.status_code == 401
    assert "expired" in page.text


@pytest.mark.parametrize(
    "changes",
    [
        {"aud": "https://other.zendesk.com/api/v2/apps/installations/9001.json"},
        {"iss": "other.zendesk.com"},
        {"sub": "https://other.zendesk.com/api/v2/users/502.json"},
    ],
)
def test_another_account_is_refused(world: World, visit: Visit, changes: dict[str, object]) -> None:
    assert visit(token=resigned(world, **changes)).status_code == 401


def test_another_key_is_refused_and_does_not_flood_zendesk(world: World, visit: Visit) -> None:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    token = world.zendesk.signed_token("http://localhost/sidebar", world.zendesk.agent_ids[0])
    forged = jwt.encode(jwt.decode(token, options={"verify_signature": False}), key, algorithm="RS256")
    assert visit().status_code == 200
    assert {visit(token=forged).status_code for _ in range(5)} == {401}
    assert world.faults.count("zendesk", "public_key") <= 2


def test_a_suspended_agent_and_a_customer_are_refused(world: World, visit: Visit) -> None:
    suspended = world.zendesk.agent("Gone", suspended=True)
    customer = world.zendesk.person("Cora", "cora@example.org")
    assert visit(agent=suspended).status_code == 403
    assert visit(agent=customer).status_code == 403
    assert visit(agent=999_999).status_code == 403


def test_zendesk_down_is_said(world: World, visit: Visit) -> None:
    world.faults.add(Fault("zendesk", "GET", "/users/", status=503))
    page = visit()
    assert page.status_code == 503
    assert "Zendesk" in page.text


def test_a_new_build_is_served_without_a_restart(tmp_path: Path) -> None:
    manifest = tmp_path / ".vite" / "manifest.json"
    manifest.parent.mkdir()
    for number, build in enumerate(("a1b2", "c3d4")):
        entry = {"file": f"assets/main-{build}.js", "isEntry": True, "css": [f"assets/main-{build}.css"]}
        manifest.write_text(json.dumps({"src/main.tsx": entry}))
        os.utime(manifest, ns=(number, number))
        assert built_entry(tmp_path) == (
            f"/sidebar/assets/main-{build}.js",
            (f"/sidebar/assets/main-{build}.css",),
        )
