"""Settings: each mistake is named with what to put, and all of them at once."""

from __future__ import annotations

import pytest

from plugin.settings import Settings, SettingsError

GOOD = {
    "STRIPE_READ_KEY": "rk_test_" + "a" * 24,
    "ZENDESK_SUBDOMAIN": "northwind",
    "ZENDESK_CLIENT_ID": "tillside",
    "ZENDESK_CLIENT_SECRET": "hidden",
    "SECRET_KEY": "0123456789abcdef" * 4,
}
LIVE = "rk_live_" + "b" * 24


def problems(**changes: str) -> str:
    with pytest.raises(SettingsError) as refused:
        Settings.read({**GOOD, **changes})
    return "\n".join(refused.value.problems)


def test_good_settings_are_read() -> None:
    settings = Settings.read(GOOD)
    assert settings.account == "northwind/test"
    assert settings.zendesk_origin == "https://northwind.zendesk.com"
    assert settings.queue_url == "sqlite:///var/tillside-queue.db"


def test_everything_missing_is_said_at_once() -> None:
    with pytest.raises(SettingsError) as refused:
        Settings.read({})
    named = {problem.split()[0] for problem in refused.value.problems}
    assert named == set(GOOD)


@pytest.mark.parametrize("override", ["STRIPE_API_BASE", "ZENDESK_BASE_URL", "GITHUB_API_BASE"])
@pytest.mark.parametrize("key", ["STRIPE_READ_KEY", "STRIPE_WRITE_KEY"])
def test_another_address_is_refused_with_a_live_key(override: str, key: str) -> None:
    said = problems(**{override: "http://127.0.0.1:9", key: LIVE})
    assert f"{override} must not be set together with a live key" in said


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("STRIPE_READ_KEY", "pk_test_123", "Put a restricted key"),
        ("STRIPE_WRITE_KEY", LIVE, "mix test and live"),
        ("STRIPE_WRITE_KEY", GOOD["STRIPE_READ_KEY"], "Put two restricted keys"),
        ("ZENDESK_SUBDOMAIN", "https://northwind.zendesk.com", "only the part before"),
        ("GITHUB_REPOSITORY", "northwind", "owner/name"),
        ("GITHUB_REPOSITORY", "northwind/notes", "nothing to sign in with"),
        ("GITHUB_APP_ID", "12", "go together"),
        ("SECRET_KEY", "short", "at least 32"),
        ("DATABASE_URL", "mysql://x", "sqlite:///"),
        ("QUEUE_URL", "amqp://x", "redis://"),
        ("POLICY_FILE", "/nowhere/policy.toml", "not there"),
        ("STRIPE_API_BASE", "127.0.0.1", "not an http(s) address"),
    ],
)
def test_a_wrong_value_is_named_with_what_to_put(name: str, value: str, said: str) -> None:
    assert name in problems(**{name: value})
    assert said in problems(**{name: value})


def test_no_secret_is_printed() -> None:
    settings = Settings.read(GOOD)
    assert GOOD["STRIPE_READ_KEY"] not in repr(settings)
    assert GOOD["STRIPE_READ_KEY"] not in problems(STRIPE_WRITE_KEY=GOOD["STRIPE_READ_KEY"])
