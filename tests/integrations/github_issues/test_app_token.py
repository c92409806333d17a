"""Signing in to GitHub as an app: the installation is found once, its token renewed by PyGithub."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import jwt
import pytest
import responses
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from github.Auth import Token

from integrations.errors import NotFound
from integrations.github_issues.app_token import github_auth
from integrations.github_issues.tracker import GithubIssues

API = "https://api.github.com:443"


@pytest.fixture(scope="module")
def private_key() -> str:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ).decode()


@pytest.fixture
def github() -> Iterator[responses.RequestsMock]:
    with responses.RequestsMock(assert_all_requests_are_fired=False) as mock:
        mock.get(f"{API}/repos/a/b/issues", json=[])
        mock.get(f"{API}/repos/a/b", json={"full_name": "a/b"})
        yield mock


def token_answer(number: int, life: timedelta) -> dict[str, str]:
    expires = datetime.now(UTC) + life
    return {"token": f"ghs_{number}", "expires_at": expires.strftime("%Y-%m-%dT%H:%M:%SZ")}


def paths_asked(github: responses.RequestsMock) -> list[str]:
    return [str(call.request.url).removeprefix(API).partition("?")[0] for call in github.calls]


def test_a_plain_token() -> None:
    assert isinstance(github_auth("a/b", token="ghp_1"), Token)


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"app_id": "1"},
        {"private_key": "k"},
        {"token": "t", "app_id": "1"},
        {"token": "t", "app_id": "1", "private_key": "k"},
    ],
)
def test_half_a_sign_in_is_refused(given: dict[str, str]) -> None:
    with pytest.raises(ValueError):
        github_auth("a/b", **given)


def test_the_installation_is_found_once_and_at_the_first_use(
    github: responses.RequestsMock, private_key: str
) -> None:
    github.get(f"{API}/repos/a/b/installation", json={"id": 55})
    granted = github.post(
        f"{API}/app/installations/55/access_tokens", json=token_answer(1, timedelta(hours=1)), status=201
    )
    tracker = GithubIssues("a/b", github_auth("a/b", app_id="9", private_key=private_key))
    assert paths_asked(github) == []
    tracker.find("x")
    tracker.find("x")
    assert paths_asked(github) == [
        "/repos/a/b/installation",
        "/app/installations/55/access_tokens",
        "/repos/a/b",
        "/repos/a/b/issues",
        "/repos/a/b",
        "/repos/a/b/issues",
    ]
    assert json.loads(granted.calls[0].request.body or "")["permissions"] == {"issues": "write"}
    signed = granted.calls[0].request.headers["Authorization"].removeprefix("Bearer ")
    assert jwt.decode(signed, options={"verify_signature": False})["iss"] == "9"
    assert github.calls[-1].request.headers["Authorization"] == "token ghs_1"


def test_an_old_token_is_renewed(github: responses.RequestsMock, private_key: str) -> None:
    github.get(f"{API}/repos/a/b/installation", json={"id": 55})
    tokens = f"{API}/app/installations/55/access_tokens"
    github.post(tokens, json=token_answer(1, timedelta(seconds=5)), status=201)
    github.post(tokens, json=token_answer(2, timedelta(hours=1)), status=201)
    tracker = GithubIssues("a/b", github_auth("a/b", app_id="9", private_key=private_key))
    tracker.find("x")
    tracker.find("x")
    assert github.calls[-1].request.headers["Authorization"] == "token ghs_2"


def test_threads_fetch_one_token(github: responses.RequestsMock, private_key: str) -> None:
    github.get(f"{API}/repos/a/b/installation", json={"id": 55})
    granted = github.post(
        f"{API}/app/installations/55/access_tokens", json=token_answer(1, timedelta(hours=1)), status=201
    )
    tracker = GithubIssues("a/b", github_auth("a/b", app_id="9", private_key=private_key))
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda _: tracker.find("x"), range(8)))
    assert granted.call_count == 1


def test_an_app_that_is_not_installed(github: responses.RequestsMock, private_key: str) -> None:
    github.get(f"{API}/repos/a/b/installation", json={"message": "Not Found"}, status=404)
    tracker = GithubIssues("a/b", github_auth("a/b", app_id="9", private_key=private_key))
    with pytest.raises(NotFound):
        tracker.find("x")


def test_the_key_is_not_shown(private_key: str) -> None:
    auth = github_auth("a/b", app_id="9", private_key=private_key)
    assert repr(auth) == "RepositoryInstallation(a/b, app 9)"
