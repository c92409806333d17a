"""Signing in: early renewal, renewal on refusal, one renewal for all threads, no secret anywhere."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest

from integrations.errors import VendorRefused, VendorUnavailable
from integrations.sandbox.faults import Fault
from integrations.sandbox.world import World
from integrations.zendesk_support.helpdesk import ZendeskHelpdesk
from integrations.zendesk_support.oauth import ClientCredentials

TOKENS = "POST /oauth/tokens"


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def credentials(world: World, address: str, clock: Clock) -> ClientCredentials:
    return ClientCredentials("northwind", "tillside-sandbox", "sandbox-secret", base_url=address, clock=clock)


@pytest.fixture
def ticket_id(world: World) -> int:
    return world.zendesk.ticket(world.zendesk.person("Dana", "dana@example.com"), "Hello", "Text")


def test_one_token_serves_many_requests(
    helpdesk: ZendeskHelpdesk, ticket_id: int, asked: Callable[..., list[str]]
) -> None:
    helpdesk.ticket(ticket_id)
    helpdesk.ticket(ticket_id)
    assert asked("POST") == [TOKENS]


def test_it_is_renewed_at_four_fifths_of_its_life(
    world: World, helpdesk: ZendeskHelpdesk, ticket_id: int, clock: Clock, asked: Callable[..., list[str]]
) -> None:
    world.zendesk.token_lifetime = timedelta(seconds=1000)
    helpdesk.ticket(ticket_id)
    clock.now += 799
    helpdesk.ticket(ticket_id)
    assert asked("POST") == [TOKENS]
    clock.now += 2
    helpdesk.ticket(ticket_id)
    assert asked("POST") == [TOKENS] * 2


def test_a_failed_early_renewal_does_not_hurt_while_the_token_holds(
    world: World, helpdesk: ZendeskHelpdesk, ticket_id: int, clock: Clock, asked: Callable[..., list[str]]
) -> None:
    world.zendesk.token_lifetime = timedelta(seconds=1000)
    helpdesk.ticket(ticket_id)
    world.faults.add(Fault("zendesk", "POST", "/oauth/tokens", status=503))
    clock.now += 900
    helpdesk.ticket(ticket_id)
    helpdesk.ticket(ticket_id)
    assert asked("POST") == [TOKENS] * 2  # the second ticket does not try again at once
    clock.now += 101
    with pytest.raises(VendorUnavailable, match="sign-in"):
        helpdesk.ticket(ticket_id)


@pytest.mark.parametrize("read", [True, False])
def test_a_refused_token_is_renewed_and_the_request_repeated(
    world: World, helpdesk: ZendeskHelpdesk, ticket_id: int, asked: Callable[..., list[str]], read: bool
) -> None:
    helpdesk.ticket(ticket_id)
    world.zendesk.revoke_tokens()
    if read:
        assert helpdesk.ticket(ticket_id).id == ticket_id
    else:
        helpdesk.write_note(ticket_id, "note", [])
        assert len(world.zendesk.tickets[ticket_id].comments) == 2
    assert asked("POST") == [TOKENS] * 2


def test_eight_threads_renew_once(
    world: World, helpdesk: ZendeskHelpdesk, ticket_id: int, asked: Callable[..., list[str]]
) -> None:
    helpdesk.ticket(ticket_id)
    world.zendesk.revoke_tokens()
    world.faults.latency["zendesk"] = 0.05
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda _: helpdesk.find_note(ticket_id, "none"), range(8)))
    assert found == [None] * 8
    assert asked("POST") == [TOKENS] * 2


def test_eight_threads_sign_in_once(
    world: World, helpdesk: ZendeskHelpdesk, ticket_id: int, asked: Callable[..., list[str]]
) -> None:
    world.faults.latency["zendesk"] = 0.05
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda _: helpdesk.find_note(ticket_id, "none"), range(8)))
    assert asked("POST") == [TOKENS]


def test_a_token_refused_twice_is_given_up(
    world: World, helpdesk: ZendeskHelpdesk, ticket_id: int, asked: Callable[..., list[str]]
) -> None:
    world.faults.add(Fault("zendesk", "GET", "/api/", status=401, body='{"error": "invalid_token"}'))
    with pytest.raises(VendorRefused, match="tickets:read") as refused:
        helpdesk.find_note(ticket_id, "x")
    assert refused.value.permission == "tickets:read"
    assert len(asked("GET")) == 2


def test_a_401_of_another_kind_costs_no_renewal(
    world: World, helpdesk: ZendeskHelpdesk, ticket_id: int, asked: Callable[..., list[str]]
) -> None:
    world.faults.add(
        Fault("zendesk", "GET", "/api/", status=401, body='{"error": "Couldn\'t authenticate you"}')
    )
    with pytest.raises(VendorRefused):
        helpdesk.find_note(ticket_id, "x")
    assert asked() == [TOKENS, f"GET /api/v2/tickets/{ticket_id}/comments.json"]


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        (503, "<html>", VendorUnavailable),
        (429, "{}", VendorUnavailable),
        (200, "<html>maintenance</html>", VendorUnavailable),
        (200, '{"access_token": null}', VendorUnavailable),
        (401, '{"error": "invalid_client"}', VendorRefused),
        (400, '{"error": "invalid_scope"}', VendorRefused),
    ],
)
def test_when_signing_in_fails(
    world: World, helpdesk: ZendeskHelpdesk, status: int, body: str, expected: type[Exception]
) -> None:
    world.faults.add(Fault("zendesk", "POST", "/oauth/tokens", status=status, body=body))
    with pytest.raises(expected) as failure:
        helpdesk.find_note(1, "x")
    assert "sandbox-secret" not in str(failure.value)


def test_neither_secret_nor_token_shows_up(
    helpdesk: ZendeskHelpdesk,
    credentials: ClientCredentials,
    ticket_id: int,
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.DEBUG):
        helpdesk.ticket(ticket_id)
        helpdesk.write_note(ticket_id, "note with a secret thought", [])
    shown = f"{credentials!r} {credentials._token!r} {caplog.text}"
    assert "sandbox-secret" not in shown
    assert "sandbox-token" not in shown
    assert "secret thought" not in shown
    assert "dana@example.com" not in shown


def test_the_real_clock_is_the_default(address: str) -> None:
    made: Any = ClientCredentials("northwind", "a", "b", base_url=address)
    assert made._clock is time.monotonic
