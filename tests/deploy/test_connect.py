"""`tillside connect`: what may be created is, once; what a person must click is said; secrets go to stdout only."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import stripe

from integrations.errors import VendorRefused
from integrations.sandbox.stripe_contract import contract
from integrations.sandbox.world import World
from integrations.stripe_billing.permissions import READS, WRITES
from integrations.stripe_billing.webhook_endpoint import EVENTS
from plugin import wiring
from plugin.connect import connect_zendesk, github, public_address, zendesk
from plugin.connect import stripe as connect_stripe
from plugin.settings import Settings

ROOT = Path(__file__).parents[2]
ADDRESS = "https://tillside.example.com"


@pytest.fixture
def acting(env: dict[str, str]) -> Settings:
    return Settings.read({**env, "STRIPE_WRITE_KEY": "rk_test_acts_write"})


# ------------------------------------------------------------------ Zendesk
def test_zendesk_gets_one_webhook_and_one_trigger(settings: Settings, world: World) -> None:
    rules = world.zendesk.rules
    first = connect_zendesk(wiring.zendesk_connecting(settings), ADDRESS)
    assert (first.webhook, first.trigger) == ("created", "created")
    (webhook,) = rules.webhooks.values()
    assert webhook["endpoint"] == f"{ADDRESS}/webhooks/zendesk"
    (trigger,) = rules.triggers.values()
    assert trigger["actions"] == [
        {"field": "notification_webhook", "value": [webhook["id"], '{"ticket_id": "{{ticket.id}}"}']}
    ]
    second = connect_zendesk(wiring.zendesk_connecting(settings), ADDRESS)
    assert (second.webhook, second.trigger) == ("kept", "kept")
    assert second.signing_secret == first.signing_secret == rules.signing_secrets[webhook["id"]]
    assert (len(rules.webhooks), len(rules.triggers)) == (1, 1)


BREAKS: dict[str, Callable[[dict[str, Any], dict[str, Any]], object]] = {
    "the address": lambda w, _: w.update(endpoint="https://old.example.com/webhooks/zendesk"),
    "the webhook is off": lambda w, _: w.update(status="inactive"),
    "events instead of triggers": lambda w, _: w.update(subscriptions=["zen:event-type:ticket.created"]),
    "the trigger is off": lambda _, t: t.update(active=False),
    "a condition is gone": lambda _, t: t["conditions"]["any"].pop(),
    "another body": lambda _, t: t["actions"][0]["value"].__setitem__(1, "{}"),
}


@pytest.mark.parametrize("what", BREAKS)
def test_what_somebody_broke_is_repaired(what: str, settings: Settings, world: World) -> None:
    rules, account = world.zendesk.rules, wiring.zendesk_connecting(settings)
    made = connect_zendesk(account, ADDRESS)
    (webhook,), (trigger,) = rules.webhooks.values(), rules.triggers.values()
    BREAKS[what](webhook, trigger)
    again = connect_zendesk(account, ADDRESS)
    assert "repaired" in {again.webhook, again.trigger}
    assert again.signing_secret == made.signing_secret
    assert connect_zendesk(account, ADDRESS) == type(again)("kept", "kept", again.signing_secret)
    assert (len(rules.webhooks), len(rules.triggers)) == (1, 1)


def test_a_trigger_that_names_a_webhook_that_is_gone(settings: Settings, world: World) -> None:
    account = wiring.zendesk_connecting(settings)
    connect_zendesk(account, ADDRESS)
    world.zendesk.rules.webhooks.clear()
    again = connect_zendesk(account, ADDRESS)
    assert (again.webhook, again.trigger) == ("created", "repaired")


def test_two_webhooks_of_our_name_are_for_a_person(settings: Settings, world: World) -> None:
    account = wiring.zendesk_connecting(settings)
    connect_zendesk(account, ADDRESS)
    (webhook,) = world.zendesk.rules.webhooks.values()
    world.zendesk.rules.add_webhook({**webhook})
    with pytest.raises(VendorRefused, match="delete all but one"):
        connect_zendesk(account, ADDRESS)


@pytest.mark.parametrize("scope", ["webhooks:write", "triggers:write"])
def test_without_the_scope_the_clicks_are_said(scope: str, settings: Settings, world: World) -> None:
    world.zendesk.forbidden_scopes.add(scope)
    said = zendesk(settings, ADDRESS)
    assert not said.complete
    assert said.settings == {}
    assert scope in said.sentences[0]


def test_the_service_itself_may_not_change_the_webhook(settings: Settings) -> None:
    with pytest.raises(VendorRefused):
        connect_zendesk(wiring.zendesk_installation(settings), ADDRESS)


# ------------------------------------------------------------------ Stripe
def links(sentences: tuple[str, ...]) -> list[dict[str, list[str]]]:
    found = [line.strip() for line in sentences if "dashboard.stripe.com/apikeys/create" in line]
    return [parse_qs(urlsplit(link).query) for link in found]


def test_two_links_one_reads_one_acts(settings: Settings) -> None:
    reads, acts = links(connect_stripe(settings, None).sentences)
    assert reads["permissions[]"] == [p.slug for p in READS if p.in_link]
    assert all(slug.endswith("_read") for slug in reads["permissions[]"])
    assert acts["permissions[]"] == [p.slug for p in WRITES]
    assert reads["name"] != acts["name"]


def test_the_endpoint_is_created_with_the_pinned_version(acting: Settings, world: World) -> None:
    made = connect_stripe(acting, ADDRESS)
    assert made.complete
    (endpoint,) = world.stripe.all("webhook_endpoint")
    assert endpoint["url"] == f"{ADDRESS}/webhooks/stripe"
    assert endpoint["api_version"] == stripe.api_version
    assert set(made.settings) == {"STRIPE_WEBHOOK_SECRET"}
    assert made.settings["STRIPE_WEBHOOK_SECRET"].startswith("whsec_")
    again = connect_stripe(acting, ADDRESS)
    assert again.complete
    assert again.settings == {}
    assert len(world.stripe.all("webhook_endpoint")) == 1


def test_the_endpoint_is_repaired(acting: Settings, world: World) -> None:
    connect_stripe(acting, ADDRESS)
    (endpoint,) = world.stripe.all("webhook_endpoint")
    world.stripe.change(endpoint, status="disabled", enabled_events=["charge.refunded"])
    assert "repaired" in connect_stripe(acting, ADDRESS).sentences[-1]
    assert (endpoint["status"], set(endpoint["enabled_events"])) == ("enabled", set(EVENTS))


def test_an_endpoint_of_another_version_is_left_alone(acting: Settings, world: World) -> None:
    connect_stripe(acting, ADDRESS)
    (endpoint,) = world.stripe.all("webhook_endpoint")
    world.stripe.change(endpoint, api_version="2020-08-27")
    said = connect_stripe(acting, ADDRESS)
    assert not said.complete
    assert any(stripe.api_version in line for line in said.sentences)
    assert len(world.stripe.all("webhook_endpoint")) == 1


@pytest.mark.parametrize("slug", ["rak_webhook_write", "rak_webhook_read"])
def test_a_write_key_that_may_not_is_told_how_by_hand(slug: str, acting: Settings, world: World) -> None:
    world.stripe.forbidden_permissions.add(slug)
    said = connect_stripe(acting, ADDRESS)
    assert not said.complete
    assert any(f"{ADDRESS}/webhooks/stripe" in line for line in said.sentences)
    assert world.stripe.all("webhook_endpoint") == []


def test_without_a_write_key_nothing_is_created(settings: Settings, world: World) -> None:
    assert not connect_stripe(settings, ADDRESS).complete
    assert world.stripe.writes == []


def test_every_event_we_ask_for_exists() -> None:
    asked = "&".join(f"enabled_events[{n}]={event}" for n, event in enumerate(EVENTS))
    version = {"Stripe-Version": stripe.api_version}
    contract().request("POST", "/v1/webhook_endpoints", "", f"url={ADDRESS}&{asked}", version)
    assert len(set(EVENTS)) == len(EVENTS)


# ------------------------------------------------------------------ GitHub
def test_github_is_explained_and_then_checked(settings: Settings, env: dict[str, str], world: World) -> None:
    bare = {**env, "GITHUB_REPOSITORY": "", "GITHUB_TOKEN": ""}
    explained = github(Settings.read(bare), bare)
    assert not explained.complete
    text = "\n".join(explained.sentences)
    assert "issues=write" in text
    assert "GITHUB_APP_ID" in text
    assert github(settings, env).complete
    world.github.archived = True
    assert not github(settings, env).complete


# ------------------------------------------------------------------ the command
def run(environment: dict[str, str], folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "plugin.cli", "connect", *arguments],
        cwd=folder,
        env={"PATH": "", "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_only_settings_reach_stdout(env: dict[str, str], world: World, tmp_path: Path) -> None:
    """So that `>> .env` keeps the secret out of the terminal and its history."""
    result = run(env, tmp_path, "zendesk", "--url", ADDRESS)
    assert result.returncode == 0, result.stderr
    (secret,) = world.zendesk.rules.signing_secrets.values()
    assert result.stdout == f"ZENDESK_WEBHOOK_SECRET={secret}\n"
    assert secret not in result.stderr
    assert re.search(rf"backend_url = {ADDRESS}$", result.stderr, re.MULTILINE)


@pytest.mark.parametrize(
    "address",
    ["http://tillside.example.com", "tillside.example.com", f"{ADDRESS}/sidebar", "https://user@x.example"],
)
def test_an_address_that_is_none(address: str) -> None:
    with pytest.raises(ValueError, match="address"):
        public_address(address)


def test_a_slash_at_the_end_is_forgiven() -> None:
    assert public_address(f" {ADDRESS}/ ") == ADDRESS
