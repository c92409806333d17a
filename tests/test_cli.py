"""`tillside diagnose`: reads, prints, writes to nobody; and the other commands say what is wrong."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from integrations.sandbox.world import World

ROOT = Path(__file__).parents[1]
KEPT_SHAPE = {
    "ticket_id",
    "as_of",
    "identity",
    "verdict",
    "findings",
    "plan",
    "gaps",
    "revenue_impact",
    "reply",
    "handoff",
}
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def run(env: dict[str, str], tmp_path: Path) -> Run:
    def ran(*arguments: str, **changes: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "plugin.cli", *arguments],
            cwd=tmp_path,
            env={"PATH": "", "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **env, **changes},
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    return ran


def printed(result: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    assert result.returncode == 0, result.stderr
    case: dict[str, Any] = json.loads(result.stdout)
    assert set(case) >= KEPT_SHAPE
    assert set(case["identity"]) >= {"confidence", "customer_id", "also", "match_reason", "candidates"}
    assert set(case["verdict"]) >= {"bucket", "situation", "confidence", "reasons_for", "reasons_against"}
    for step in case["plan"]:
        assert set(step) >= {"kind", "target", "state", "why", "undo", "impact"}
    assert set(case["reply"]) >= {"language", "body"}
    return case


def writes(world: World) -> list[tuple[str, str, str]]:
    return [
        (vendor, method, path)
        for _, vendor, method, path in world.faults.requests
        if method != "GET" and "/oauth/" not in path
    ]


def test_a_ticket_in_words_and_as_json(run: Run, stage: Callable[[str], int], world: World) -> None:
    ticket_id = stage("duplicate_minutes_apart")
    text = run("diagnose", "--ticket", str(ticket_id))
    assert text.returncode == 0, text.stderr
    assert [line for line in text.stdout.splitlines() if line.isupper() and len(line) > 6][:6] == [
        "CUSTOMER",
        "BILLING STATE",
        "DECISION",
        "ACTION TAKEN",
        "FOLLOW-UP",
        "PRODUCT GAP",
    ]
    case = printed(run("diagnose", "--ticket", str(ticket_id), "--json"))
    assert case["ticket_id"] == ticket_id
    assert case["verdict"]["situation"] == "duplicate_same_customer"
    assert writes(world) == []


def test_every_way_to_name_a_customer_leads_to_the_same_one(
    run: Run, stage: Callable[[str], int], world: World
) -> None:
    stage("card_declined")
    stripe = world.stripe
    customer = stripe.first("customer")
    stripe.change(customer, metadata={"github": "octo-sam"})
    subscription, invoice = stripe.first("subscription"), stripe.first("invoice")
    charge, intent = stripe.first("charge"), stripe.first("payment_intent")
    for named in (
        [customer["id"]],
        [subscription["id"]],
        [invoice["id"]],
        [charge["id"]],
        [intent["id"]],
        ["--email", customer["email"].upper()],
        ["--github", "@octo-sam"],
    ):
        case = printed(run("diagnose", *named, "--json"))
        assert case["identity"]["customer_id"] == customer["id"], named
        assert case["verdict"]["situation"] == "payment_past_due", named
        assert case["ticket_id"] is None


def test_as_of_judges_as_if_it_were_that_time(run: Run, stage: Callable[[str], int]) -> None:
    ticket_id = str(stage("annual_renewal_surprise"))
    now = printed(run("diagnose", "--ticket", ticket_id, "--json"))
    later = printed(run("diagnose", "--ticket", ticket_id, "--json", "--as-of", "2031-01-01T00:00:00Z"))
    assert later["as_of"].startswith("2031-01-01T00:00")
    assert now["verdict"]["situation"] == "annual_renewal_surprise"
    assert later["verdict"]["situation"] != "annual_renewal_surprise"


def test_it_needs_no_database_and_makes_none(run: Run, stage: Callable[[str], int], tmp_path: Path) -> None:
    printed(run("diagnose", "--ticket", str(stage("card_declined")), "--json", SECRET_KEY=""))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["diagnose"], "exactly one"),
        (["diagnose", "cus_a", "--email", "a@b.co"], "exactly one"),
        (["diagnose", "banana"], "not an id we can start from"),
        (["diagnose", "--ticket", "0"], "ticket"),
        (["diagnose", "--as-of", "yesterday", "cus_a"], "such as"),
    ],
)
def test_a_wrong_call_is_explained(run: Run, arguments: list[str], said: str) -> None:
    result = run(*arguments)
    assert result.returncode == 2
    assert said in result.stderr
    assert "Traceback" not in result.stderr


def test_a_ticket_that_is_not_there(run: Run) -> None:
    result = run("diagnose", "--ticket", "999999")
    assert result.returncode == 1
    assert "ticket" in result.stderr
    assert "Traceback" not in result.stderr


def test_settings_are_checked_before_anything_is_read(run: Run, world: World) -> None:
    result = run("diagnose", "--ticket", "1", STRIPE_READ_KEY="", ZENDESK_SUBDOMAIN="https://x")
    assert result.returncode == 2
    assert "STRIPE_READ_KEY" in result.stderr
    assert "ZENDESK_SUBDOMAIN" in result.stderr
    assert len(world.faults.requests) == 0


def test_the_rules_can_be_listed(run: Run) -> None:
    listed = run("detectors").stdout
    assert "S01" in listed
    assert "duplicate_same_customer" in listed


def test_the_committed_api_document_is_the_current_one(run: Run) -> None:
    assert json.loads(run("openapi").stdout) == json.loads((ROOT / "sidebar" / "openapi.json").read_text())


# ---------------------------------------------------------------- the policy
def test_the_policy_in_force_is_printed_by_the_names_decisions_give(run: Run, tmp_path: Path) -> None:
    usual = run("policy").stdout
    assert "refund_window_days.monthly = 30\n" in usual
    (tmp_path / "mine.toml").write_text('tone = "plain"\n[who_may]\n"group:7" = "look"\n')
    for mine in (run("policy", "mine.toml"), run("policy", POLICY_FILE="mine.toml")):
        assert mine.returncode == 0, mine.stderr
        assert 'tone = "plain"   (mine.toml)' in mine.stdout
        assert 'who_may."group:7" = "look"   (mine.toml)' in mine.stdout
        assert "refund_window_days.monthly = 30\n" in mine.stdout


def test_a_policy_that_does_not_fit_stops_with_every_line(
    run: Run, stage: Callable[[str], int], tmp_path: Path
) -> None:
    (tmp_path / "mine.toml").write_text('tone = "rude"\n[refund_window_days]\nmonthly = -1\n')
    for result in (
        run("policy", "mine.toml"),
        run("diagnose", "--ticket", str(stage("card_declined")), POLICY_FILE="mine.toml"),
    ):
        assert result.returncode == 2
        assert "- mine.toml, line 1: tone" in result.stderr
        assert "- mine.toml, line 3: refund_window_days.monthly" in result.stderr
        assert "Traceback" not in result.stderr
