"""The sandbox's GitHub on the wire: what PyGithub calls for one repository's issues, in GitHub's own JSON.

The issue pages people look at (`html_url`) are served here too, so a link in the demo leads somewhere.
"""

from __future__ import annotations

import hashlib
import html
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, TypeVar
from urllib.parse import urlencode

from flask import Flask, Response, jsonify, request
from werkzeug.exceptions import HTTPException

from integrations.sandbox.faults import Fault
from integrations.sandbox.faulty_wire import through_faults
from integrations.sandbox.github_books import Account, GithubBooks, Issue, IssueComment, Label
from integrations.sandbox.world import World

Json = dict[str, Any]
Row = TypeVar("Row")

DOCUMENTATION = "https://docs.github.com/rest"
HOURLY_LIMIT = 5000
LONGEST_TITLE = 256
LONGEST_BODY = 65_536
CLOSING_REASONS = frozenset({"completed", "not_planned", "duplicate"})


class GithubRefusal(Exception):
    """Ends a request with GitHub's own error body."""

    def __init__(self, status: int, message: str, errors: Sequence[Json] = ()) -> None:
        super().__init__(message)
        self.status = status
        self.body: Json = {"message": message, "documentation_url": DOCUMENTATION, "status": str(status)}
        if errors:
            self.body["errors"] = list(errors)


def not_found() -> GithubRefusal:
    return GithubRefusal(404, "Not Found")


def invalid(resource: str, field: str, code: str, message: str | None = None) -> GithubRefusal:
    problem = {"resource": resource, "field": field, "code": code}
    return GithubRefusal(422, "Validation Failed", [{**problem, "message": message} if message else problem])


def secondary_rate_limit(
    *, status: int = 403, retry_after: int = 60, times: int | None = 1, method: str = ".*"
) -> Fault:
    """A fault to add: GitHub's answer to too many writes in a row, as 403 or 429."""
    body = (
        '{"message": "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.",'
        f' "documentation_url": "{DOCUMENTATION}", "status": "{status}"}}'
    )
    headers = {"Retry-After": str(retry_after)}
    return Fault("github", method=method, status=status, body=body, headers=headers, times=times)


def create_app(world: World) -> Flask:
    app = Flask(__name__, static_folder=None)
    books = world.github
    _add_api(app, world)

    @app.get(f"/{books.full_name}/issues/<int:number>")
    def issue_page(number: int) -> tuple[str, int]:
        shown = books.issues.get(number)
        return (_issue_page(shown), 200) if shown else ("There is no such issue.", 404)

    behind_faults = through_faults(
        world, "github", app.wsgi_app, vendor_paths=("/repos/", "/search/", "/user")
    )
    app.wsgi_app = behind_faults  # type: ignore[assignment, method-assign]
    return app


def _add_api(app: Flask, world: World) -> None:
    books = world.github
    repository = f"/repos/{books.full_name}"

    def issue_or_404(number: int) -> Issue:
        if (issue := books.issues.get(number)) is None:
            raise not_found()
        return issue

    @app.errorhandler(GithubRefusal)
    def refused(refusal: GithubRefusal) -> tuple[Response, int]:
        return jsonify(refusal.body), refusal.status

    @app.errorhandler(HTTPException)
    def unknown_route(problem: HTTPException) -> tuple[Response, int]:
        refusal = not_found()
        return jsonify(refusal.body), problem.code or 500

    @app.before_request
    def check_token() -> None:
        if request.path.startswith(f"/{books.full_name}/"):
            return  # a page for people
        scheme, _, value = request.headers.get("Authorization", "").partition(" ")
        if not value:
            raise not_found()  # a private repository does not tell strangers that it exists
        if scheme.lower() not in {"token", "bearer"} or value != books.token:
            raise GithubRefusal(401, "Bad credentials")
        books.requests_counted += 1
        if request.method not in {"GET", "HEAD"}:
            _refuse_write(books)

    @app.after_request
    def describe(response: Response) -> Response:
        remaining = max(0, HOURLY_LIMIT - books.requests_counted)
        response.headers["X-RateLimit-Limit"] = str(HOURLY_LIMIT)
        response.headers["X-RateLimit-Remaining"] = str(remaining)
        response.headers["X-RateLimit-Used"] = str(HOURLY_LIMIT - remaining)
        response.headers["X-RateLimit-Reset"] = str(int(world.now().timestamp()) + 3600)
        response.headers["X-RateLimit-Resource"] = "search" if request.path.startswith("/search") else "core"
        response.headers["X-GitHub-Media-Type"] = "github.v3; format=json"
        if request.method == "GET" and response.status_code == 200:
            response.set_etag(hashlib.sha256(response.get_data()).hexdigest(), weak=True)
            response.make_conditional(request)
        return response

    @app.get("/user")
    def show_user() -> Json:
        return _account_json(books.bot)

    @app.get(repository)
    def show_repository() -> Json:
        return _repository_json(books, world.now())

    # -------------------------------------------------- issues
    @app.get(f"{repository}/issues")
    def list_issues() -> Response:
        _refuse_without_issues(books)
        return _page(_asked_issues(books), lambda issue: _issue_json(books, issue))

    @app.post(f"{repository}/issues")
    def create_issue() -> tuple[Json, int]:
        _refuse_without_issues(books)
        asked = _json_body()
        title, body = _checked_title(asked.get("title")), _checked_body(asked.get("body"))
        number = books.issue(title, body, labels=_label_names(asked.get("labels") or []), author=books.bot)
        return _issue_json(books, books.issues[number]), 201

    @app.get(f"{repository}/issues/<int:number>")
    def show_issue(number: int) -> Json:
        return _issue_json(books, issue_or_404(number))

    @app.patch(f"{repository}/issues/<int:number>")
    def update_issue(number: int) -> Json:
        _refuse_without_issues(books)
        issue, asked = issue_or_404(number), _json_body()
        if "title" in asked:
            issue.title = _checked_title(asked["title"])
        if "body" in asked:
            issue.body = _checked_body(asked["body"])
        if "labels" in asked:
            books.set_labels(issue, _label_names(asked["labels"]))
        _change_state(books, issue, asked)
        books.touch(issue)
        return _issue_json(books, issue)

    # -------------------------------------------------- comments
    @app.get(f"{repository}/issues/<int:number>/comments")
    def list_comments(number: int) -> Response:
        issue = issue_or_404(number)
        return _page(issue.comments, lambda comment: _comment_json(books, issue, comment))

    @app.post(f"{repository}/issues/<int:number>/comments")
    def create_comment(number: int) -> tuple[Json, int]:
        issue = issue_or_404(number)
        body = _checked_body(_json_body().get("body"))
        if not body.strip():
            raise invalid("IssueComment", "body", "missing_field")
        comment = books.comment(number, body, author=books.bot)
        return _comment_json(books, issue, comment), 201

    # -------------------------------------------------- labels
    @app.get(f"{repository}/issues/<int:number>/labels")
    def list_issue_labels(number: int) -> Response:
        labels = [books.labels[name.lower()] for name in issue_or_404(number).labels]
        return _page(labels, lambda label: _label_json(books, label))

    @app.post(f"{repository}/issues/<int:number>/labels")
    def add_issue_labels(number: int) -> Response:
        issue, asked = issue_or_404(number), request.get_json(silent=True)
        names = asked.get("labels", []) if isinstance(asked, dict) else asked
        books.set_labels(issue, [*issue.labels, *_label_names(names)])
        books.touch(issue)
        return jsonify([_label_json(books, books.labels[name.lower()]) for name in issue.labels])

    @app.get(f"{repository}/labels")
    def list_labels() -> Response:
        return _page(list(books.labels.values()), lambda label: _label_json(books, label))

    @app.get(f"{repository}/labels/<path:name>")
    def show_label(name: str) -> Json:
        if (label := books.labels.get(name.lower())) is None:
            raise not_found()
        return _label_json(books, label)

    @app.post(f"{repository}/labels")
    def create_label() -> tuple[Json, int]:
        asked = _json_body()
        name = str(asked.get("name") or "")
        if not name:
            raise invalid("Label", "name", "missing_field")
        if name.lower() in books.labels:
            raise invalid("Label", "name", "already_exists")
        label = books.add_label(name, str(asked.get("color", "ededed")), asked.get("description"))
        return _label_json(books, label), 201

    # -------------------------------------------------- search
    @app.get("/search/issues")
    def search_issues() -> Response:
        """Knows a new issue only after the index's lag: the reason nobody may decide by it what to create."""
        now = time.monotonic()
        words = request.args.get("q", "").split()
        known = [i for i in books.issues.values() if i.searchable_from <= now]
        found = [i for i in known if all(_search_matches(books, i, word) for word in words)]

        def envelope(rows: list[Json]) -> Json:
            return {"total_count": len(found), "incomplete_results": False, "items": rows}

        return _page(found[::-1], lambda i: {**_issue_json(books, i), "score": 1.0}, envelope)


# ---------------------------------------------------------------------- refusals
def _refuse_write(books: GithubBooks) -> None:
    if not books.token_may_write:
        raise GithubRefusal(403, "Resource not accessible by personal access token")
    if books.archived:
        raise GithubRefusal(403, "Repository was archived so is read-only.")


def _refuse_without_issues(books: GithubBooks) -> None:
    if not books.issues_enabled:
        raise GithubRefusal(410, "Issues has been disabled in this repository.")


def _json_body() -> Json:
    body = request.get_json(silent=True)
    if not isinstance(body, dict):
        raise GithubRefusal(400, "Problems parsing JSON")
    return body


def _checked_title(title: Any) -> str:
    if not isinstance(title, str) or not title.strip():
        raise invalid("Issue", "title", "missing_field")
    if len(title) > LONGEST_TITLE:
        raise invalid(
            "Issue", "title", "custom", f"title is too long (maximum is {LONGEST_TITLE} characters)"
        )
    return title


def _checked_body(body: Any) -> str:
    text = "" if body is None else str(body)
    if len(text) > LONGEST_BODY:
        raise invalid("Issue", "body", "custom", f"body is too long (maximum is {LONGEST_BODY} characters)")
    return text


def _label_names(labels: Any) -> list[str]:
    """GitHub takes label names and label objects alike."""
    if not isinstance(labels, list):
        raise invalid("Issue", "labels", "invalid")
    return [str(label["name"]) if isinstance(label, dict) else str(label) for label in labels]


def _change_state(books: GithubBooks, issue: Issue, asked: Mapping[str, Any]) -> None:
    state = asked.get("state", issue.state)
    if state not in {"open", "closed"}:
        raise invalid("Issue", "state", "invalid")
    reason = asked.get("state_reason") or "completed"
    if state == "closed" and "state" in asked:
        if reason not in CLOSING_REASONS:
            raise invalid("Issue", "state_reason", "invalid")
        books.close(issue.number, reason)
    elif state == "open" and issue.state == "closed":
        books.reopen(issue.number)


# ---------------------------------------------------------------------- lists
def _asked_issues(books: GithubBooks) -> list[Issue]:
    state, since = request.args.get("state", "open"), request.args.get("since")
    labels = {name.strip().lower() for name in request.args.get("labels", "").split(",") if name.strip()}
    earliest = datetime.fromisoformat(since) if since else datetime.min.replace(tzinfo=UTC)
    now = time.monotonic()
    wanted = [
        issue
        for issue in books.issues.values()
        if (state == "all" or issue.state == state)
        and labels <= {name.lower() for name in issue.labels}
        and issue.updated_at >= earliest
        and issue.listed_from <= now
    ]
    sort = request.args.get("sort", "created")

    def sort_key(issue: Issue) -> tuple[Any, int]:
        keys = {"updated": issue.updated_at, "comments": len(issue.comments)}
        return keys.get(sort, issue.created_at), issue.number

    return sorted(wanted, key=sort_key, reverse=request.args.get("direction", "desc") != "asc")


def _search_matches(books: GithubBooks, issue: Issue, word: str) -> bool:
    name, _, value = word.partition(":")
    value = value.strip('"')
    match name:
        case "repo":
            return value.lower() == books.full_name
        case "is" | "type" | "state" if value in {"open", "closed"}:
            return issue.state == value
        case "is" | "type":
            return issue.is_pull_request == (value == "pr")
        case "label":
            return value.lower() in {label.lower() for label in issue.labels}
        case "in":
            return True
        case _:
            return word.strip('"').lower() in f"{issue.title}\n{issue.body}".lower()


def _page(
    rows: Sequence[Row],
    show: Callable[[Row], Json],
    envelope: Callable[[list[Json]], Any] = lambda shown: shown,
) -> Response:
    """One page, with GitHub's Link header to the others."""
    page = max(1, request.args.get("page", 1, type=int))
    size = min(max(1, request.args.get("per_page", 30, type=int)), 100)
    last = max(1, -(-len(rows) // size))
    response = jsonify(envelope([show(row) for row in rows[(page - 1) * size : page * size]]))
    pages = {"prev": page - 1, "next": page + 1, "last": last, "first": 1}
    links = [
        f'<{_same_url(page=number)}>; rel="{relation}"'
        for relation, number in pages.items()
        if 1 <= number <= last and (relation in {"prev", "next"} or number != page)
    ]
    if links:
        response.headers["Link"] = ", ".join(links)
    return response


def _same_url(**changed: Any) -> str:
    return f"{request.base_url}?{urlencode({**request.args.to_dict(), **changed})}"


# ---------------------------------------------------------------------- GitHub's JSON
def _iso(moment: datetime | None) -> str | None:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if moment else None


def _host() -> str:
    return request.host_url.rstrip("/")


def _account_json(account: Account) -> Json:
    return {
        "login": account.login,
        "id": account.id,
        "node_id": f"U_{account.id}",
        "avatar_url": "",
        "gravatar_id": "",
        "url": f"{_host()}/users/{account.login}",
        "html_url": f"{_host()}/{account.login}",
        "type": account.kind,
        "user_view_type": "public",
        "site_admin": False,
    }


def _repository_json(books: GithubBooks, now: datetime) -> Json:
    url = f"{_host()}/repos/{books.full_name}"
    return {
        "id": 990001,
        "node_id": "R_990001",
        "name": books.repository,
        "full_name": books.full_name,
        "private": True,
        "owner": _account_json(Account(7700, books.owner, "Organization")),
        "html_url": f"{_host()}/{books.full_name}",
        "description": "The Northwind notes app",
        "fork": False,
        "url": url,
        "issues_url": f"{url}/issues{{/number}}",
        "labels_url": f"{url}/labels{{/name}}",
        "comments_url": f"{url}/comments{{/number}}",
        "created_at": "2024-01-15T09:00:00Z",
        "updated_at": _iso(now),
        "pushed_at": _iso(now),
        "default_branch": "main",
        "has_issues": books.issues_enabled,
        "archived": books.archived,
        "disabled": False,
        "visibility": "private",
        "open_issues_count": sum(issue.state == "open" for issue in books.issues.values()),
        "permissions": {
            "admin": False,
            "maintain": False,
            "push": books.token_may_write,
            "triage": books.token_may_write,
            "pull": True,
        },
    }


def _issue_json(books: GithubBooks, issue: Issue) -> Json:
    url = f"{_host()}/repos/{books.full_name}/issues/{issue.number}"
    shown: Json = {
        "url": url,
        "repository_url": f"{_host()}/repos/{books.full_name}",
        "labels_url": f"{url}/labels{{/name}}",
        "comments_url": f"{url}/comments",
        "events_url": f"{url}/events",
        "html_url": f"{_host()}/{books.full_name}/issues/{issue.number}",
        "id": issue.id,
        "node_id": f"I_{issue.id}",
        "number": issue.number,
        "title": issue.title,
        "user": _account_json(issue.author),
        "labels": [_label_json(books, books.labels[name.lower()]) for name in issue.labels],
        "state": issue.state,
        "state_reason": issue.state_reason,
        "locked": issue.locked,
        "active_lock_reason": None,
        "assignee": None,
        "assignees": [],
        "milestone": None,
        "comments": len(issue.comments),
        "created_at": _iso(issue.created_at),
        "updated_at": _iso(issue.updated_at),
        "closed_at": _iso(issue.closed_at),
        "closed_by": None,
        "author_association": "COLLABORATOR",
        "body": issue.body or None,
    }
    if issue.is_pull_request:
        pull = f"{_host()}/repos/{books.full_name}/pulls/{issue.number}"
        shown["pull_request"] = {"url": pull, "html_url": f"{_host()}/{books.full_name}/pull/{issue.number}"}
    return shown


def _comment_json(books: GithubBooks, issue: Issue, comment: IssueComment) -> Json:
    url = f"{_host()}/repos/{books.full_name}/issues"
    page = f"{_host()}/{books.full_name}/issues/{issue.number}"
    return {
        "url": f"{url}/comments/{comment.id}",
        "html_url": f"{page}#issuecomment-{comment.id}",
        "issue_url": f"{url}/{issue.number}",
        "id": comment.id,
        "node_id": f"IC_{comment.id}",
        "user": _account_json(comment.author),
        "created_at": _iso(comment.created_at),
        "updated_at": _iso(comment.created_at),
        "author_association": "COLLABORATOR",
        "body": comment.body,
    }


def _label_json(books: GithubBooks, label: Label) -> Json:
    return {
        "id": label.id,
        "node_id": f"LA_{label.id}",
        "url": f"{_host()}/repos/{books.full_name}/labels/{label.name}",
        "name": label.name,
        "color": label.color,
        "default": label.name in {"bug", "enhancement"},
        "description": label.description,
    }


def _issue_page(issue: Issue) -> str:
    def shown(text: str) -> str:
        return html.escape(text)

    comments = "".join(f"<h2>{shown(c.author.login)}</h2><pre>{shown(c.body)}</pre>" for c in issue.comments)
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8">'
        f"<title>{shown(issue.title)} #{issue.number}</title>"
        "<style>body{font:16px/1.5 system-ui;max-width:50rem;margin:2rem auto;padding:0 1rem}"
        "pre{white-space:pre-wrap}</style>"
        f"<h1>{shown(issue.title)} #{issue.number}</h1>"
        f"<p>{shown(issue.state)} · {shown(', '.join(issue.labels))}</p>"
        f"<pre>{shown(issue.body)}</pre>{comments}</html>"
    )
