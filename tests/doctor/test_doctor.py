"""`tillside doctor` against the sandbox: healthy, and with one thing wrong at a time."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from integrations.sandbox.faults import Fault
from integrations.sandbox.world import World
from integrations.stripe_billing import reader
from integrations.stripe_billing.permissions import READS, WRITES
from plugin import wiring
from plugin.connect import connect_zendesk
from plugin.doctor import Check, examine
from plugin.settings import Settings
from plugin.store import Ticks
from plugin.store.migrate import upgrade

ROOT = Path(__file__).parents[2]
ADDRESS = "https://tillside.example.com"


@pytest.fixture
def healthy(env: dict[str, str]) -> dict[str, str]:
    """A complete installation: migrated, connected, with a worker that has just been seen."""
    upgrade(env["DATABASE_URL"])
    settings = Settings.read(env)
    connected = connect_zendesk(wiring.zendesk_connecting(settings), ADDRESS)
    env = {**env, "ZENDESK_WEBHOOK_SECRET": connected.signing_secret, "STRIPE_WRITE_KEY": "rk_test_w_write"}
    Ticks(wiring.store(settings), settings.account).beat("w", at=datetime.now(UTC))
    return env


def failed(environment: dict[str, str], *only: str) -> dict[str, Check]:
    return {check.id: check for check in examine(environment, only) if not check.ok}


def test_a_complete_installation_passes_and_nothing_is_changed(healthy: dict[str, str], world: World) -> None:
    tickets, triggers = len(world.zendesk.tickets), dict(world.zendesk.rules.triggers)
    world.faults.requests.clear()
    checks = list(examine(healthy))
    assert [check for check in checks if not check.ok] == []
    assert len({check.id for check in checks}) == len(checks)
    assert all(check.what and check.why for check in checks)
    assert world.stripe.writes == []
    assert (len(world.zendesk.tickets), world.zendesk.rules.triggers) == (tickets, triggers)
    assert world.github.issues == {}
    changing = [r[1:] for r in world.faults.requests if r[1] == "zendesk" and r[2] != "GET"]
    assert {path for _, _, path in changing} == {"/oauth/tokens"}


def test_ids_are_stable(healthy: dict[str, str]) -> None:
    """They are matched by scripts of those who run it: one may be added, none renamed."""
    ids = {check.id for check in examine(healthy)}
    assert ids >= {
        "settings.complete",
        "database.reachable",
        "database.migrated",
        "database.writable",
        "database.durable",
        "queue.reachable",
        "worker.ticking",
        "stripe.read_key.restricted",
        "stripe.read.customers",
        "stripe.read.disputes",
        "stripe.read_key.cannot_change.refunds",
        "stripe.write.refunds",
        "zendesk.sign_in",
        "zendesk.tickets",
        "zendesk.app",
        "zendesk.app_installed",
        "github.repository",
        "github.write_issues",
        "github.labels",
        "webhooks.zendesk",
        "webhooks.stripe_secret",
        "clock.stripe",
        "clock.zendesk",
    }


# ------------------------------------------------------------------ Stripe
@pytest.mark.parametrize("permission", READS, ids=lambda permission: permission.name)
def test_a_missing_read_permission_is_named(permission, healthy: dict[str, str], world: World) -> None:
    world.stripe.forbidden_permissions.add(permission.slug)
    found = failed(healthy, "stripe")
    assert set(found) == {f"stripe.read.{permission.name}"}
    (check,) = found.values()
    assert permission.slug in check.hint
    assert "STRIPE_READ_KEY" in check.hint


@pytest.mark.parametrize("permission", WRITES, ids=lambda permission: permission.name)
def test_a_missing_write_permission_is_named(permission, healthy: dict[str, str], world: World) -> None:
    world.stripe.forbidden_permissions.add(permission.slug)
    found = failed(healthy, "stripe")
    assert set(found) == {f"stripe.write.{permission.name}"}
    assert permission.slug in found[f"stripe.write.{permission.name}"].hint


def test_a_read_key_that_can_write_is_told(healthy: dict[str, str], world: World) -> None:
    found = failed({**healthy, "STRIPE_READ_KEY": "rk_test_reads_and_write"}, "stripe")
    assert set(found) == {f"stripe.read_key.cannot_change.{permission.name}" for permission in WRITES}
    assert world.stripe.writes == []


def test_a_secret_key_is_told(healthy: dict[str, str]) -> None:
    found = failed({**healthy, "STRIPE_READ_KEY": "sk_test_everything"}, "stripe")
    assert "stripe.read_key.restricted" in found


def test_a_revoked_key_is_said_once_per_right_and_never_as_missing(
    healthy: dict[str, str], world: World
) -> None:
    body = json.dumps({"error": {"type": "invalid_request_error", "message": "Invalid API Key provided"}})
    world.faults.add(Fault("stripe", status=401, body=body))
    found = failed(healthy, "stripe")
    assert {f"stripe.read.{permission.name}" for permission in READS} <= set(found)
    assert all("does not accept our" in found[f"stripe.read.{p.name}"].what for p in READS)


def test_without_a_write_key_tillside_advises_only(healthy: dict[str, str]) -> None:
    checks = {check.id: check for check in examine({**healthy, "STRIPE_WRITE_KEY": ""}, ("stripe",))}
    assert checks["stripe.write_key"].ok
    assert not any(name.startswith("stripe.write.") for name in checks)


def test_every_call_of_the_reader_is_probed() -> None:
    """A part of Stripe that the reader learns to read must become a check, or a missing right stays unseen."""
    source = Path(reader.__file__).read_text()
    used = {path.split("/")[0] for path in re.findall(r'"/v1/([^"{]+)', source)}
    used |= set(re.findall(r'"/v1/(?:checkout|billing_portal|radar|entitlements)/(\w+)', source))
    probed = {part for p in READS for _, path, _ in p.calls for part in path.split("/")[2:]}
    assert used - probed == set()


# ------------------------------------------------------------------ Zendesk
@pytest.mark.parametrize(
    ("scope", "check"),
    [
        ("tickets:read", "zendesk.tickets"),
        ("users:read", "zendesk.sign_in"),
        ("webhooks:read", "zendesk.webhooks"),
    ],
)
def test_a_missing_scope_is_named(scope: str, check: str, healthy: dict[str, str], world: World) -> None:
    world.zendesk.forbidden_scopes.add(scope)
    found = failed(healthy, "zendesk")
    assert check in found
    assert scope in found[check].what + found[check].hint


def test_a_wrong_oauth_client(healthy: dict[str, str]) -> None:
    found = failed({**healthy, "ZENDESK_CLIENT_SECRET": "not-it"}, "zendesk")
    assert set(found) == {"zendesk.sign_in"}
    assert "confidential client" in found["zendesk.sign_in"].hint


def test_the_app_is_not_uploaded(healthy: dict[str, str], world: World) -> None:
    world.zendesk.rules.app_uploaded = False
    found = failed(healthy, "zendesk")
    assert set(found) == {"zendesk.app"}
    assert "package-sidebar" in found["zendesk.app"].hint


@pytest.mark.parametrize("what", ["app_installed", "app_enabled"])
def test_the_app_is_uploaded_but_nobody_sees_it(what: str, healthy: dict[str, str], world: World) -> None:
    setattr(world.zendesk.rules, what, False)
    assert set(failed(healthy, "zendesk")) == {"zendesk.app_installed"}


def test_the_bot_is_no_admin(healthy: dict[str, str], world: World) -> None:
    world.zendesk.users[world.zendesk.bot_id].role = "agent"
    assert set(failed(healthy, "zendesk")) == {"zendesk.acts_as_admin"}


def test_zendesk_is_down(healthy: dict[str, str], world: World) -> None:
    world.faults.add(Fault("zendesk", drop=True))
    found = failed(healthy, "zendesk", "webhooks", "clock")
    assert set(found) == {"zendesk.sign_in", "webhooks.zendesk"}


# ------------------------------------------------------------------ GitHub
def test_an_archived_repository(healthy: dict[str, str], world: World) -> None:
    world.github.archived = True
    assert set(failed(healthy, "github")) == {"github.not_archived"}


def test_issues_are_switched_off(healthy: dict[str, str], world: World) -> None:
    world.github.issues_enabled = False
    assert set(failed(healthy, "github")) == {"github.issues_on"}


def test_a_token_that_may_not_write(healthy: dict[str, str], world: World) -> None:
    world.github.token_may_write = False
    found = failed(healthy, "github")
    assert set(found) == {"github.write_issues", "github.labels"}
    assert "issues: write" in found["github.write_issues"].hint


def test_a_wrong_token_and_a_wrong_repository(healthy: dict[str, str]) -> None:
    assert set(failed({**healthy, "GITHUB_TOKEN": "other"}, "github")) == {"github.repository"}
    assert set(failed({**healthy, "GITHUB_REPOSITORY": "northwind/none"}, "github")) == {"github.repository"}


def test_no_repository_is_no_fault(healthy: dict[str, str]) -> None:
    assert failed({**healthy, "GITHUB_REPOSITORY": "", "GITHUB_TOKEN": ""}, "github") == {}


# ------------------------------------------------------------------ what comes in, and the clock
def test_the_webhook_and_its_trigger(healthy: dict[str, str], world: World) -> None:
    rules = world.zendesk.rules
    assert set(failed({**healthy, "ZENDESK_WEBHOOK_SECRET": "old"}, "webhooks")) == {"webhooks.zendesk"}
    # While a secret is being rotated there are two.
    both = f"old,{healthy['ZENDESK_WEBHOOK_SECRET']}"
    assert failed({**healthy, "ZENDESK_WEBHOOK_SECRET": both}, "webhooks") == {}
    (trigger,) = rules.triggers.values()
    trigger["active"] = False
    assert "trigger" in failed(healthy, "webhooks")["webhooks.zendesk"].what
    trigger["active"] = True
    (webhook,) = rules.webhooks.values()
    webhook["status"] = "inactive"
    assert "switched off" in failed(healthy, "webhooks")["webhooks.zendesk"].what
    rules.webhooks.clear()
    assert "no webhook" in failed(healthy, "webhooks")["webhooks.zendesk"].what


def test_secrets_that_are_not_set(healthy: dict[str, str]) -> None:
    unset = {**healthy, "STRIPE_WEBHOOK_SECRET": "", "ZENDESK_WEBHOOK_SECRET": ""}
    assert set(failed(unset, "webhooks")) == {"webhooks.stripe_secret", "webhooks.zendesk_secret"}


@pytest.mark.parametrize("minutes", [10, -10])
def test_a_clock_ten_minutes_off(minutes: int, healthy: dict[str, str]) -> None:
    wrong = lambda: datetime.now(UTC) + timedelta(minutes=minutes)  # noqa: E731
    found = [check for check in examine(healthy, ("clock",), wrong) if not check.ok]
    assert {check.id for check in found} == {"clock.stripe", "clock.zendesk"}
    assert all(("ahead of" if minutes > 0 else "behind") in check.what for check in found)


# ------------------------------------------------------------------ this machine
def test_an_empty_environment_names_what_is_missing() -> None:
    found = failed({})
    assert {"settings.stripe_read_key", "settings.zendesk_subdomain", "settings.secret_key"} <= set(found)
    assert all(check.hint for check in found.values())


def test_a_sandbox_address_with_a_live_key_ends_the_visit(healthy: dict[str, str], world: World) -> None:
    world.faults.requests.clear()
    found = failed({**healthy, "STRIPE_READ_KEY": "rk_live_x", "STRIPE_WRITE_KEY": "rk_live_y"})
    assert "settings.stripe_api_base" in found
    assert world.faults.requests == []


def test_one_vendor_real_and_one_a_stand_in(healthy: dict[str, str]) -> None:
    assert "settings.sandbox_addresses" in failed({**healthy, "ZENDESK_BASE_URL": ""}, "settings")


def test_a_database_nobody_migrated(env: dict[str, str]) -> None:
    assert set(failed(env, "database", "worker")) == {"database.reachable", "worker.ticking"}
    Path(env["DATABASE_URL"].removeprefix("sqlite:///")).touch()
    assert "database.migrated" in failed(env, "database")


def test_a_database_that_is_read_only(healthy: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    from plugin.store import StoreUnavailable
    from plugin.store.pulse import Cursors

    def refuse(*_: object, **__: object) -> None:
        raise StoreUnavailable("read-only")

    monkeypatch.setattr(Cursors, "set", refuse)
    assert set(failed(healthy, "database")) == {"database.writable"}


def test_a_file_on_a_disk_that_forgets(healthy: dict[str, str]) -> None:
    assert set(failed({**healthy, "DYNO": "web.1"}, "database")) == {"database.durable"}


def test_a_database_and_a_queue_that_are_down(healthy: dict[str, str]) -> None:
    down = {
        **healthy,
        "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none",
        "QUEUE_URL": "redis://127.0.0.1:1/0",
    }
    assert set(failed(down, "database", "queue", "worker")) == {
        "database.reachable",
        "queue.reachable",
        "worker.ticking",
    }


def test_a_silent_worker(healthy: dict[str, str]) -> None:
    later = lambda: datetime.now(UTC) + timedelta(minutes=5)  # noqa: E731
    assert [c.id for c in examine(healthy, ("worker",), later) if not c.ok] == ["worker.ticking"]


# ------------------------------------------------------------------ the command
def doctor(environment: dict[str, str], folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "plugin.cli", "doctor", *arguments],
        cwd=folder,
        env={"PATH": "", "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_the_command_prints_a_list_and_says_it_by_its_exit_code(
    healthy: dict[str, str], world: World, tmp_path: Path
) -> None:
    well = doctor(healthy, tmp_path, "--json")
    assert well.returncode == 0, well.stdout + well.stderr
    checks = json.loads(well.stdout)
    assert all(set(check) == {"id", "ok", "what", "why", "hint"} for check in checks)
    world.stripe.forbidden_permissions.add("rak_dispute_read")
    ill = doctor(healthy, tmp_path)
    assert ill.returncode == 1
    assert "rak_dispute_read" in ill.stdout
    assert "1 failed" in ill.stdout


def test_no_secret_is_ever_printed(healthy: dict[str, str], world: World, tmp_path: Path) -> None:
    world.stripe.forbidden_permissions.add("rak_dispute_read")
    world.zendesk.forbidden_scopes.add("tickets:read")
    said = "".join(
        result.stdout + result.stderr
        for environment in (healthy, {**healthy, "STRIPE_READ_KEY": "rk_live_real"})
        for result in (doctor(environment, tmp_path), doctor(environment, tmp_path, "--json"))
    )
    secrets = [value for name, value in healthy.items() if name.endswith(("_KEY", "_SECRET", "_TOKEN"))]
    assert [secret for secret in [*secrets, "rk_live_real", "rk_test_"] if secret in said] == []
    assert "@" not in said


def test_an_unknown_group_is_refused(healthy: dict[str, str], tmp_path: Path) -> None:
    result = doctor(healthy, tmp_path, "--only", "moon")
    assert result.returncode == 2
    assert "stripe" in result.stderr
