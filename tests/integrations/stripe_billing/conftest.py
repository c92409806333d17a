"""The sandbox's Stripe on loopback, and the real reader with the real SDK in front of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest

from integrations.sandbox.running import running
from integrations.sandbox.world import World
from integrations.stripe_billing.client import stripe_client
from integrations.stripe_billing.reader import StripeReader

KEY = "rk_test_sandboxReadOnlyKey"


@pytest.fixture
def world() -> Iterator[World]:
    world = World(datetime(2026, 11, 20, 14, 0, tzinfo=UTC))
    yield world
    assert world.stripe.violations == []


@pytest.fixture
def address(world: World) -> Iterator[str]:
    with running(world) as addresses:
        yield addresses.stripe


@contextmanager
def reading(
    world: World, address: str, *, key: str = KEY, round_seconds: float = 10.0
) -> Iterator[StripeReader]:
    client = stripe_client(key, address=address)
    reader = StripeReader(client, now=world.now, round_seconds=round_seconds)
    try:
        yield reader
    finally:
        reader.close()


@pytest.fixture
def reader(world: World, address: str) -> Iterator[StripeReader]:
    with reading(world, address) as reader:
        yield reader


@pytest.fixture
def impatient(world: World, address: str) -> Iterator[StripeReader]:
    """Waits half a second for a round, not ten."""
    with reading(world, address, round_seconds=0.5) as reader:
        yield reader


@pytest.fixture
def asked(world: World) -> Callable[[], list[str]]:
    """What Stripe was asked so far, as paths."""
    return lambda: [path for _, vendor, _, path in world.faults.requests if vendor == "stripe"]
