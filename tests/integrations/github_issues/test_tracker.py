"""The issue tracker role against the sandbox's GitHub: the real PyGithub, over loopback HTTP."""

from __future__ import annotations

import logging
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import responses
from github.Auth import Token

from integrations.errors import NotFound, VendorError, VendorRefused, VendorUnavailable
from integrations.github_issues.tracker import LABEL, GithubIssues
from integrations.sandbox.faults import Fault
from integrations.sandbox.github_wire import secondary_rate_limit
from integrations.sandbox.world import World

MARKER = "tillside-gap: no_billing_portal"
BODY = f"Customers cannot change their card.\n\n<!-- {MARKER} -->"

WRITES: list[Callable[[GithubIssues], Any]] = [
    lambda tracker: tracker.create("Title", BODY, []),
    lambda tracker: tracker.update(1, body="new", labels=[]),
    lambda tracker: tracker.comment(1, "again"),
    lambda tracker: tracker.reopen(1),
]
WRITE_NAMES = ["create", "update", "comment", "reopen"]


# ------------------------------------------------------------------ the role
def test_create_and_find_again(world: World, tracker: GithubIssues, asked: Callable[..., list[str]]) -> None:
    created = tracker.create("No billing portal", BODY, ["gap", LABEL])
    assert (created.title, created.body, created.state) == ("No billing portal", BODY, "open")
    assert created.labels == (LABEL, "gap")
    assert created.url.endswith(f"/issues/{created.number}")
    assert asked() == [f"POST /repos/{world.github.full_name}/issues"]
    assert tracker.find(MARKER) == created
    assert tracker.find("another") is None


def test_the_oldest_of_several_also_when_closed(world: World, tracker: GithubIssues) -> None:
    numbers = [
        world.github.issue(f"I{days}", BODY, labels=[LABEL], at=world.ago(days=days)) for days in (3, 9, 6)
    ]
    world.github.close(numbers[1], "not_planned")
    found = tracker.find(MARKER)
    assert found is not None
    assert (found.number, found.state, found.state_reason) == (numbers[1], "closed", "not_planned")
    assert found.closed_at is not None


def test_beyond_the_first_hundred_and_never_by_search(
    world: World, tracker: GithubIssues, asked: Callable[..., list[str]]
) -> None:
    for number in range(250):
        world.github.issue(f"I{number}", f"<!-- other-{number} -->", labels=[LABEL])
    wanted = world.github.issue("The one", BODY, labels=[LABEL])
    found = tracker.find(MARKER)
    assert found is not None
    assert found.number == wanted
    listing = f"GET /repos/{world.github.full_name}/issues"
    # the repository's present name, and no hidden request for each issue
    assert asked() == [f"GET /repos/{world.github.full_name}", *[listing] * 3]


def test_what_strangers_and_pull_requests_say_does_not_count(world: World, tracker: GithubIssues) -> None:
    world.github.issue("Planted", BODY)
    world.github.issue("A pull request", BODY, labels=[LABEL], is_pull_request=True)
    world.github.issue("Empty", "", labels=[LABEL])
    assert tracker.find(MARKER) is None


def test_an_empty_marker_is_refused(tracker: GithubIssues) -> None:
    with pytest.raises(ValueError):
        tracker.find("")


def test_update_comment_and_reopen(
    world: World, tracker: GithubIssues, asked: Callable[..., list[str]]
) -> None:
    number = tracker.create("T", BODY, []).number
    world.github.close(number)
    world.github.lock(number)
    assert tracker.update(number, body="new", labels=["gap"]).body == "new"
    reopened = tracker.reopen(number)
    assert (reopened.state, reopened.state_reason, reopened.closed_at) == ("open", "reopened", None)
    assert reopened.locked
    tracker.comment(number, "It is back.")
    assert [c.body for c in world.github.issues[number].comments] == ["It is back."]
    assert tracker.get(number).body == "new"
    # each act is one request: nothing is read before it is written
    assert [line.split()[0] for line in asked()] == ["POST", "PATCH", "PATCH", "POST", "GET"]


# ------------------------------------------------------------------ written once
@pytest.mark.parametrize("status", [403, 429, 500, 502, 503, 504])
@pytest.mark.parametrize("after", [True, False])
@pytest.mark.parametrize("write", WRITES, ids=WRITE_NAMES)
def test_written_once_whatever_is_answered(
    world: World,
    tracker: GithubIssues,
    asked: Callable[..., list[str]],
    status: int,
    after: bool,
    write: Callable[[GithubIssues], Any],
) -> None:
    world.github.issue("T", "b", labels=[LABEL])
    world.faults.add(
        Fault("github", "POST|PATCH", status=status, body="{}", headers={"Retry-After": "1"}, after=after)
    )
    with pytest.raises(VendorUnavailable):
        write(tracker)
    assert len(asked()) == 1


def test_a_lost_answer_to_a_creation_leaves_one_issue_that_is_found(
    world: World, tracker: GithubIssues, asked: Callable[..., list[str]]
) -> None:
    world.faults.add(Fault("github", "POST", status=502, body="<html>", times=1, after=True))
    with pytest.raises(VendorUnavailable, match="not known"):
        tracker.create("Title", BODY, [])
    assert len(asked("POST")) == 1
    assert len(world.github.issues) == 1
    assert tracker.find(MARKER) is not None


def test_written_once_when_the_answer_is_late(
    world: World, address: str, asked: Callable[..., list[str]]
) -> None:
    tracker = GithubIssues(
        world.github.full_name, Token("sandbox-token"), base_url=address, timeout=1, seconds_between_writes=0
    )
    world.faults.add(Fault("github", "POST", delay=1.5))
    with pytest.raises(VendorUnavailable, match="in time"):
        tracker.create("Title", BODY, [])
    time.sleep(1)
    assert len(asked("POST")) == 1


@contextmanager
def dropping_every_connection() -> Iterator[tuple[str, list[str]]]:
    """Reads each request, then resets the connection without a word."""
    listener = socket.create_server(("127.0.0.1", 0))
    requests: list[str] = []

    def serve() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with connection:
                requests.append(connection.recv(65536).split(b" ", 1)[0].decode())
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}", requests
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join(timeout=2)


@pytest.mark.parametrize("write", WRITES, ids=WRITE_NAMES)
def test_written_once_when_the_connection_breaks(write: Callable[[GithubIssues], Any]) -> None:
    with dropping_every_connection() as (address, requests):
        tracker = GithubIssues("a/b", Token("t"), base_url=address, timeout=1, seconds_between_writes=0)
        with pytest.raises(VendorUnavailable, match="Whether the change was made is not known"):
            write(tracker)
        assert len(requests) == 1
        with pytest.raises(VendorUnavailable):
            tracker.find("x")
        assert requests[1:] == ["GET"] * 3


def test_a_read_is_repeated(world: World, tracker: GithubIssues, asked: Callable[..., list[str]]) -> None:
    world.faults.add(Fault("github", "GET", status=502, times=2))
    assert tracker.find(MARKER) is None
    assert len(asked()) == 4


# ------------------------------------------------------------------ errors
def test_no_such_issue(tracker: GithubIssues) -> None:
    with pytest.raises(NotFound, match="does not exist"):
        tracker.get(77)
    with pytest.raises(NotFound):
        tracker.update(77, body="x", labels=[])


def test_no_such_repository(address: str) -> None:
    with pytest.raises(NotFound, match="repository"):
        GithubIssues("northwind/other", Token("sandbox-token"), base_url=address).find("x")


def test_a_wrong_token(world: World, address: str) -> None:
    tracker = GithubIssues(world.github.full_name, Token("ghp_wrong"), base_url=address)
    with pytest.raises(VendorRefused, match="does not accept") as refused:
        tracker.find("x")
    assert "ghp_wrong" not in str(refused.value)


def test_issues_switched_off(world: World, tracker: GithubIssues) -> None:
    world.github.issues_enabled = False
    for act in (WRITES[0], lambda tracker: tracker.find("x")):
        with pytest.raises(VendorRefused, match="switched off"):
            act(tracker)


def test_an_archived_repository(world: World, tracker: GithubIssues) -> None:
    world.github.archived = True
    with pytest.raises(VendorRefused, match="archived"):
        WRITES[0](tracker)


def test_a_token_that_may_not_write(world: World, tracker: GithubIssues) -> None:
    world.github.token_may_write = False
    with pytest.raises(VendorRefused) as refused:
        WRITES[0](tracker)
    assert refused.value.permission == "issues: write"


def test_what_github_does_not_accept_is_named_without_its_value(tracker: GithubIssues) -> None:
    with pytest.raises(VendorRefused, match="title custom"):
        tracker.create("x" * 300, BODY, [])


@pytest.mark.parametrize("status", [403, 429])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_the_secondary_rate_limit_is_handed_on_at_once(
    world: World, tracker: GithubIssues, asked: Callable[..., list[str]], status: int, method: str
) -> None:
    world.faults.add(secondary_rate_limit(status=status, retry_after=42, times=None))
    began = time.monotonic()
    with pytest.raises(VendorUnavailable) as failure:
        tracker.find("x") if method == "GET" else WRITES[0](tracker)
    assert failure.value.retry_after == 42
    assert time.monotonic() - began < 2
    assert len(asked()) == 1


def test_the_hourly_limit_tells_when_it_ends(world: World, tracker: GithubIssues) -> None:
    headers = {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": str(int(time.time()) + 600)}
    body = '{"message": "API rate limit exceeded for user ID 7701."}'
    world.faults.add(Fault("github", "GET", status=403, body=body, headers=headers))
    with pytest.raises(VendorUnavailable) as failure:
        tracker.find("x")
    assert failure.value.retry_after is not None
    assert 590 < failure.value.retry_after <= 600


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (200, "<html>"),
        (200, '[{"number": 1}, 5]'),
        (200, '{"trunc'),
        (200, ""),
        (200, "{}"),
        (200, "null"),
        (500, "[]"),
        (502, "<html>dana@example.com</html>"),
        (301, ""),
    ],
)
def test_nonsense(world: World, tracker: GithubIssues, status: int, body: str) -> None:
    headers = {"Location": "https://elsewhere.example/x"} if status == 301 else {}
    world.faults.add(Fault("github", status=status, body=body, headers=headers))
    for act in (lambda tracker: tracker.find(MARKER), *WRITES[:2]):
        with pytest.raises(VendorUnavailable) as failure:
            act(tracker)
        assert "dana" not in str(failure.value)


def test_the_request_id_is_kept(world: World, tracker: GithubIssues) -> None:
    world.faults.add(Fault("github", status=500, body="{}", headers={"X-GitHub-Request-Id": "AB:12"}))
    with pytest.raises(VendorError, match="AB:12"):
        tracker.get(1)


def test_a_dropped_label_is_said(
    world: World, tracker: GithubIssues, caplog: pytest.LogCaptureFixture
) -> None:
    unlabelled = (
        '{"number": 4, "html_url": "https://github.com/a/b/issues/4", "title": "T", "body": "B", "state": "open", '
        '"labels": [], "locked": false}'
    )
    world.faults.add(Fault("github", "POST", status=201, body=unlabelled))
    assert tracker.create("T", "B", []).labels == ()
    assert "triage" in caplog.text


# ------------------------------------------------------------------ set-up
@pytest.mark.parametrize(
    "repository", ["", "name", "a/b/c", "https://github.com/a/b", "a/b?x", "../a", "a/..", "-a/b"]
)
def test_a_repository_is_owner_and_name(repository: str) -> None:
    with pytest.raises(ValueError):
        GithubIssues(repository, Token("t"))


@responses.activate
def test_the_real_github_is_the_default() -> None:
    # PyGithub writes the port into its URLs
    responses.get("https://api.github.com:443/repos/a/b", json={"full_name": "a/b"})
    asked = responses.get("https://api.github.com:443/repos/a/b/issues", json=[])
    assert GithubIssues("a/b", Token("t")).find("x") is None
    assert asked.call_count == 1


def test_writes_keep_their_distance(world: World, address: str) -> None:
    tracker = GithubIssues(
        world.github.full_name, Token("sandbox-token"), base_url=address, seconds_between_writes=0.4
    )
    began = time.monotonic()
    for _ in range(3):
        tracker.create("T", "B", [])
    assert time.monotonic() - began >= 0.8


def test_pygithub_says_nothing_below_a_warning(
    tracker: GithubIssues, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        tracker.create("T", "B", [])
    assert [r for r in caplog.records if r.name.startswith("github")] == []
    assert "sandbox-token" not in caplog.text


# ------------------------------------------------------------------ what people do to a repository
@responses.activate
def test_a_renamed_repository_is_followed() -> None:
    api = "https://api.github.com:443"
    moved = {"location": "https://api.github.com/repositories/9"}
    responses.get(f"{api}/repos/a/b", status=301, headers=moved, json={"message": "Moved Permanently"})
    responses.get(f"{api}/repositories/9", json={"full_name": "a/new"})
    responses.get(f"{api}/repos/a/new", json={"full_name": "a/new"})
    listed = responses.get(f"{api}/repos/a/new/issues", json=[])
    made = responses.post(f"{api}/repos/a/new/issues", status=201, json=answer("a/new", 3))
    tracker = GithubIssues("a/b", Token("t"), seconds_between_writes=0)
    assert tracker.find("x") is None
    assert listed.calls[0].request.params["state"] == "all", "PyGithub loses this when it follows by itself"
    assert tracker.create("T", "B", []).number == 3
    assert made.call_count == 1


@responses.activate
def test_a_transferred_issue_is_elsewhere() -> None:
    api = "https://api.github.com:443"
    moved = {"location": "https://api.github.com/repositories/10/issues/77"}
    responses.get(f"{api}/repos/a/b/issues/3", status=301, headers=moved, json={})
    responses.get(f"{api}/repositories/10/issues/77", json=answer("a/app", 77))
    responses.get(f"{api}/repos/a/b", json={"full_name": "a/b"})
    found = GithubIssues("a/b", Token("t")).get(3)
    assert (found.elsewhere, found.number, found.url) == (True, 77, "https://github.com/a/app/issues/77")


def answer(repository: str, number: int) -> dict[str, Any]:
    return {
        "number": number,
        "html_url": f"https://github.com/{repository}/issues/{number}",
        "repository_url": f"https://api.github.com/repos/{repository}",
        "url": f"https://api.github.com/repos/{repository}/issues/{number}",
        "title": "T",
        "body": "B",
        "state": "open",
        "state_reason": None,
        "closed_at": None,
        "locked": False,
        "labels": [{"name": LABEL}],
    }


def test_a_comment_is_found_also_behind_the_first_hundred(world: World, tracker: GithubIssues) -> None:
    number = world.github.issue("I", BODY, labels=[LABEL])
    for _ in range(120):
        world.github.comment(number, "Talk")
    world.github.comment(number, "<!-- said -->")
    assert tracker.has_comment(number, "<!-- said -->")
    assert not tracker.has_comment(number, "<!-- not said -->")
