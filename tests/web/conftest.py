"""The web side as it is wired, against the sandbox; and an agent who opens the sidebar."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from integrations.sandbox.world import World
from plugin import create_app
from plugin.settings import Settings
from tests.web.sidebar_client import Sidebar


@pytest.fixture
def app(settings: Settings) -> Flask:
    return create_app(settings)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def visit(world: World, client: FlaskClient) -> Callable[..., TestResponse]:
    """Zendesk opens the sidebar for an agent."""

    def opened(agent: int | None = None, token: str | None = None) -> TestResponse:
        url = "http://localhost/sidebar?origin=http%3A%2F%2F127.0.0.1&app_guid=g"
        signed = (
            token
            if token is not None
            else world.zendesk.signed_token(url, agent or world.zendesk.agent_ids[0])
        )
        return client.post(url, data={"token": signed})

    return opened


@pytest.fixture
def sidebar(client: FlaskClient, visit: Callable[..., TestResponse]) -> Sidebar:
    return Sidebar(client, bearer_in(visit()))


def bearer_in(page: TestResponse) -> str:
    assert page.status_code == 200, page.text
    found = re.search(r'<meta name="tillside-session" content="([^"]+)">', page.text)
    assert found
    return found[1]
