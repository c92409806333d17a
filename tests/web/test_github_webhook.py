"""GitHub's webhook: signed over the raw body, stored, and only a hint."""

from __future__ import annotations

import hashlib
import hmac
import json
from typing import Any

import pytest

from plugin.jobs.deliveries import Unreadable, issue_change
from plugin.web.error_answers import NotLetIn
from plugin.web.who_is_asking import github_signed

BODY = b'{"action": "closed", "issue": {"number": 12}}'


def signature(body: bytes, secret: str = "s1") -> str:
    return "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def test_any_of_our_secrets_is_good() -> None:
    github_signed(BODY, signature(BODY), ["s1"])
    github_signed(BODY, signature(BODY, "s2"), ["s1", "s2"])


@pytest.mark.parametrize(
    "header",
    [
        "",
        "sha256=",
        signature(BODY)[:-1],
        signature(BODY).upper(),
        signature(BODY + b" "),
        signature(BODY, "other"),
        signature(BODY).removeprefix("sha256="),
        signature(BODY).replace("sha256", "sha1"),
        "sha256=\u00e9",
    ],
)
def test_anything_else_is_not(header: str) -> None:
    with pytest.raises(NotLetIn):
        github_signed(BODY, header, ["s1"])


def test_an_event_is_cut_down_to_which_issue() -> None:
    body: dict[str, Any] = json.loads(BODY) | {"sender": {"login": "lea"}}
    assert issue_change("issues", body) == {"action": "closed", "number": 12}
    for action in ("reopened", "transferred", "deleted", "edited", "locked"):
        assert issue_change("issues", body | {"action": action})
    assert issue_change("issues", body | {"action": "labeled"}) is None
    assert issue_change("ping", {}) is None


@pytest.mark.parametrize(
    "issue", [None, {}, {"number": "12"}, {"number": True}, {"number": -1}, {"number": 2**60}]
)
def test_an_event_without_an_issue_is_refused(issue: object) -> None:
    with pytest.raises(Unreadable):
        issue_change("issues", {"action": "closed", "issue": issue})
