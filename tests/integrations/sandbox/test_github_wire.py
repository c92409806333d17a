"""The stand-in for GitHub, asked by the real PyGithub and by plain HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import requests
from github import Auth, Github
from github.GithubException import (
    BadCredentialsException,
    GithubException,
    RateLimitExceededException,
    UnknownObjectException,
)
from github.Repository import Repository

from integrations.sandbox.github_wire import secondary_rate_limit
from integrations.sandbox.running import running
from integrations.sandbox.world import World


@pytest.fixture
def world() -> World:
    return World(now=datetime(2026, 11, 22, 12, 0, tzinfo=UTC))


@pytest.fixture
def address(world: World) -> Iterator[str]:
    with running(world) as at:
        yield at.github


def client(address: str, token: str = "sandbox-token", **more: int) -> Github:
    return Github(
        base_url=address,
        auth=Auth.Token(token),
        retry=None,
        seconds_between_requests=0,
        seconds_between_writes=0,
        timeout=5,
        **more,
    )


@pytest.fixture
def repository(address: str) -> Repository:
    return client(address).get_repo("northwind/notes")


def test_the_repository_says_what_one_may_do(repository: Repository) -> None:
    assert (repository.full_name, repository.has_issues, repository.archived) == (
        "northwind/notes",
        True,
        False,
    )
    assert repository.permissions.push is True


def test_an_issue_is_created_changed_commented_closed_and_reopened(
    repository: Repository, world: World
) -> None:
    issue = repository.create_issue("No billing portal", body="<!-- gap -->", labels=["tillside", "Bug"])
    assert (issue.number, issue.state, issue.body) == (1, "open", "<!-- gap -->")
    assert [label.name for label in issue.labels] == ["tillside", "bug"]

    issue.edit(body="<!-- gap --> 2 tickets")
    issue.create_comment("One more ticket.")
    issue.edit(state="closed", state_reason="not_planned")
    closed = repository.get_issue(1)
    assert (closed.state, closed.state_reason, closed.closed_at) == ("closed", "not_planned", world.now())
    closed.edit(state="open")
    reopened = repository.get_issue(1)
    assert (reopened.state, reopened.state_reason, reopened.closed_at) == ("open", "reopened", None)
    assert reopened.body == "<!-- gap --> 2 tickets"
    assert [comment.body for comment in reopened.get_comments()] == ["One more ticket."]


def test_the_list_has_every_page(address: str, world: World) -> None:
    for number in range(45):
        world.github.issue(f"Issue {number}", labels=["tillside"] if number % 2 else [])
    repository = client(address, per_page=10).get_repo("northwind/notes")
    assert len(list(repository.get_issues(state="all"))) == 45
    assert repository.get_issues(state="all").totalCount == 45
    oldest_first = repository.get_issues(state="all", labels=["tillside"], sort="created", direction="asc")
    assert [issue.number for issue in oldest_first] == list(range(2, 46, 2))


def test_the_list_filters_by_state_and_shows_pull_requests_too(repository: Repository, world: World) -> None:
    done, still_open = world.github.issue("Done"), world.github.issue("Open")
    world.github.close(done)
    pull = world.github.issue("A change", is_pull_request=True)
    assert {issue.number for issue in repository.get_issues()} == {still_open, pull}
    assert [issue.number for issue in repository.get_issues(state="closed")] == [done]
    assert {i.number for i in repository.get_issues(state="all") if i.pull_request} == {pull}


def test_the_search_does_not_know_what_the_list_knows(
    address: str, repository: Repository, world: World
) -> None:
    repository.create_issue("No billing portal")
    query = "repo:northwind/notes is:issue portal"
    assert len(list(repository.get_issues(state="all"))) == 1
    assert list(client(address).search_issues(query)) == []
    world.github.issues[1].searchable_from = 0
    assert [issue.number for issue in client(address).search_issues(query)] == [1]


def test_labels(repository: Repository) -> None:
    repository.create_label("tillside", "0e8a16", "Filed by Tillside")
    assert repository.get_label("tillside").color == "0e8a16"
    assert {label.name for label in repository.get_labels()} >= {"tillside", "bug"}
    with pytest.raises(GithubException) as refused:
        repository.create_label("Tillside", "0e8a16")
    assert refused.value.status == 422
    assert refused.value.data["errors"][0]["code"] == "already_exists"
    issue = repository.create_issue("Gap")
    issue.add_to_labels("tillside", "brand new")
    assert [label.name for label in repository.get_issue(issue.number).labels] == ["tillside", "brand new"]


def test_a_wrong_token_and_no_token(address: str) -> None:
    with pytest.raises(BadCredentialsException):
        client(address, token="wrong").get_repo("northwind/notes")
    assert requests.get(f"{address}/repos/northwind/notes", timeout=5).status_code == 404


def test_a_token_that_may_only_read(repository: Repository, world: World) -> None:
    world.github.token_may_write = False
    assert list(repository.get_issues()) == []
    with pytest.raises(GithubException) as refused:
        repository.create_issue("Gap")
    assert (refused.value.status, refused.value.message) == (
        403,
        "Resource not accessible by personal access token",
    )


def test_an_archived_repository_and_one_without_issues(repository: Repository, world: World) -> None:
    world.github.archived = True
    with pytest.raises(GithubException, match="archived") as refused:
        repository.create_issue("Gap")
    assert refused.value.status == 403
    world.github.archived, world.github.issues_enabled = False, False
    with pytest.raises(GithubException) as refused:
        repository.create_issue("Gap")
    assert refused.value.status == 410


def test_an_issue_that_does_not_exist(repository: Repository) -> None:
    with pytest.raises(UnknownObjectException):
        repository.get_issue(404)


@pytest.mark.parametrize(("title", "body"), [("", "x"), ("x" * 257, ""), ("x", "x" * 65_537)])
def test_what_github_does_not_take(repository: Repository, title: str, body: str) -> None:
    with pytest.raises(GithubException) as refused:
        repository.create_issue(title, body)
    assert refused.value.status == 422


def test_a_secondary_rate_limit_strikes_once(repository: Repository, world: World) -> None:
    world.faults.add(secondary_rate_limit(method="POST"))
    with pytest.raises(RateLimitExceededException) as refused:
        repository.create_issue("Gap")
    assert refused.value.headers["retry-after"] == "60"
    assert repository.create_issue("Gap").number == 1


def test_an_unchanged_answer_is_304(address: str, world: World) -> None:
    world.github.issue("Gap")
    headers = {"Authorization": "Bearer sandbox-token"}
    url = f"{address}/repos/northwind/notes/issues"
    first = requests.get(url, headers=headers, timeout=5)
    again = {**headers, "If-None-Match": first.headers["ETag"]}
    assert requests.get(url, headers=again, timeout=5).status_code == 304
    world.github.comment(1, "news")
    assert requests.get(url, headers=again, timeout=5).status_code == 200


def test_people_can_open_the_issue_and_nothing_in_it_runs(repository: Repository, world: World) -> None:
    issue = repository.create_issue("<script>alert(1)</script>", body="<b>body</b>")
    page = requests.get(issue.html_url, timeout=5)
    assert page.status_code == 200
    assert "<script>" not in page.text
    assert "&lt;b&gt;body" in page.text
    shown = world.github.overview()["issues"][0]
    assert (shown["number"], shown["url"]) == (1, issue.html_url)
