"""The one seam: a world of three vendors on loopback, and settings that point the product at it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from integrations.sandbox.running import Addresses, running
from integrations.sandbox.world import World
from plugin.settings import Settings

SECRET_KEY = "a secret of the tests, long enough for anybody"


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def sandbox(world: World) -> Iterator[Addresses]:
    """The three vendors on the wire. At the end, no request may have broken Stripe's contract."""
    with running(world) as addresses:
        yield addresses
    assert world.stripe.violations == []


def environment(addresses: Addresses, folder: Path) -> dict[str, str]:
    return {
        "STRIPE_READ_KEY": "rk_test_sandbox",
        "STRIPE_API_BASE": addresses.stripe,
        "STRIPE_WEBHOOK_SECRET": "stripe-webhook-secret",
        "ZENDESK_SUBDOMAIN": "northwind",
        "ZENDESK_CLIENT_ID": "tillside-sandbox",
        "ZENDESK_CLIENT_SECRET": "sandbox-secret",
        "ZENDESK_WEBHOOK_SECRET": "sandbox-webhook-secret",
        "ZENDESK_BASE_URL": addresses.zendesk,
        "GITHUB_REPOSITORY": "northwind/notes",
        "GITHUB_TOKEN": "sandbox-token",
        "GITHUB_API_BASE": addresses.github,
        "GITHUB_WEBHOOK_SECRET": "github-webhook-secret",
        "DATABASE_URL": f"sqlite:///{folder / 'tillside.db'}",
        "QUEUE_URL": f"sqlite:///{folder / 'queue.db'}",
        "SECRET_KEY": SECRET_KEY,
    }


@pytest.fixture
def env(sandbox: Addresses, tmp_path: Path) -> dict[str, str]:
    return environment(sandbox, tmp_path)


@pytest.fixture
def settings(env: dict[str, str]) -> Settings:
    from plugin.store.migrate import upgrade

    upgrade(env["DATABASE_URL"])
    return Settings.read(env)


@pytest.fixture
def stage(world: World) -> Callable[[str], int]:
    """Stages one story of the sandbox; returns its ticket's number."""
    from integrations.sandbox import scenarios

    def staged(story: str) -> int:
        before = set(world.zendesk.tickets)
        scenarios.stage(world, story)
        (ticket_id,) = set(world.zendesk.tickets) - before
        return ticket_id

    return staged
