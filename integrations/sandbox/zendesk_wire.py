"""The sandbox's Zendesk on the wire: the REST calls we make, in Zendesk's own JSON.

Below `/api/v2` and `/oauth` it behaves as Zendesk does, as far as that is documented or was recorded. All
other paths belong to the pretend Agent Workspace (`desk_wire`).
"""

from __future__ import annotations

import base64
import binascii
import hmac
import html
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar
from urllib.parse import urlencode

from flask import Flask, Response, g, jsonify, request
from werkzeug.exceptions import HTTPException

from integrations.sandbox.desk_wire import add_desk
from integrations.sandbox.faulty_wire import through_faults
from integrations.sandbox.world import World
from integrations.sandbox.zendesk_books import (
    STATUSES,
    AccessToken,
    Comment,
    Ticket,
    User,
    ZendeskBooks,
    normalised_tags,
)
from integrations.sandbox.zendesk_json import (
    Json,
    ZendeskRefusal,
    api_url,
    comment_json,
    identity_json,
    iso,
    json_body,
    metadata,
    not_found,
    search_result_json,
    ticket_json,
    user_json,
    users_json,
    via,
)
from integrations.sandbox.zendesk_rules_wire import add_rules

Row = TypeVar("Row")
View = Callable[..., Any]

SEARCH_LIMIT = 1000
LARGEST_PAGE = 100
LARGEST_EXPORT_PAGE = 1000


def create_app(world: World) -> Flask:
    app = Flask(__name__, static_folder=None)
    _add_api(app, world)
    add_desk(app, world)
    behind_faults = through_faults(world, "zendesk", app.wsgi_app, vendor_paths=("/api/", "/oauth/"))
    app.wsgi_app = behind_faults  # type: ignore[assignment, method-assign]
    return app


# ---------------------------------------------------------------------- the vendor's API
def _add_api(app: Flask, world: World) -> None:
    books = world.zendesk

    def api(method: str, path: str, needs: str) -> Callable[[View], View]:
        """Registers a view below /api/v2 with and without ".json", behind the bearer token and its scope."""

        def register(view: View) -> View:
            def guarded(**path_values: Any) -> Any:
                g.token = _authenticated(books, needs)
                return view(**path_values)

            guarded.__name__ = view.__name__
            for ending in ("", ".json"):
                app.add_url_rule(
                    f"/api/v2/{path}{ending}", f"{view.__name__}{ending}", guarded, methods=[method]
                )
            return view

        return register

    def ticket_or_404(ticket_id: int) -> Ticket:
        ticket = books.visible_ticket(ticket_id)
        if ticket is None:
            raise not_found()
        return ticket

    def user_or_404(user_id: int) -> User:
        user = books.users.get(user_id)
        if user is None:
            raise not_found()
        return user

    @app.errorhandler(ZendeskRefusal)
    def refused(refusal: ZendeskRefusal) -> tuple[Response, int]:
        return jsonify(refusal.body), refusal.status

    @app.errorhandler(HTTPException)
    def unknown_route(problem: HTTPException) -> tuple[Response, int]:
        title = {404: "InvalidEndpoint", 405: "InvalidEndpoint"}.get(problem.code or 500, problem.name)
        return jsonify(error=title, description=problem.description), problem.code or 500

    @app.post("/oauth/tokens")
    def oauth_tokens() -> Json:
        asked: Mapping[str, Any] = json_body() if request.is_json else request.form
        if asked.get("grant_type") != "client_credentials":
            raise ZendeskRefusal(
                400,
                "unsupported_grant_type",
                error_description="The authorization grant type is not supported by the authorization server.",
            )
        client = books.clients.get(str(asked.get("client_id")))
        if client is None or not hmac.compare_digest(client.secret, str(asked.get("client_secret", ""))):
            raise ZendeskRefusal(
                401,
                "invalid_client",
                error_description="Client authentication failed due to unknown client, no client authentication "
                "included, or unsupported authentication method.",
            )
        lifetime = _lifetime(asked.get("expires_in"))
        scope = str(asked.get("scope") or "read write")
        token = books.issue_token(client, scope, lifetime)
        return {
            "access_token": token.value,
            "token_type": "bearer",
            "scope": scope,
            "expires_in": int((token.expires_at - world.now()).total_seconds()),
        }

    # -------------------------------------------------- tickets
    @api("GET", "tickets/<int:ticket_id>", "tickets:read")
    def show_ticket(ticket_id: int) -> Json:
        ticket = ticket_or_404(ticket_id)
        answer: Json = {"ticket": ticket_json(ticket)}
        if "users" in request.args.get("include", "").split(","):
            answer["users"] = users_json(
                books, [ticket.requester_id, ticket.submitter_id, ticket.assignee_id]
            )
        return answer

    @api("GET", "tickets/show_many", "tickets:read")
    def show_many_tickets() -> Json:
        found = [t for i in _ids_asked_for() if (t := books.visible_ticket(i))]
        return {"tickets": [ticket_json(t) for t in found], "count": len(found), **_NO_FURTHER_PAGES}

    @api("PUT", "tickets/<int:ticket_id>", "tickets:write")
    def update_ticket(ticket_id: int) -> Json:
        ticket = ticket_or_404(ticket_id)
        change = json_body().get("ticket")
        if not isinstance(change, dict):
            raise ZendeskRefusal(400, "MissingParameter", "Required parameter 'ticket' is missing")
        _refuse_closed(ticket)
        _refuse_collision(ticket, change)
        return _applied(books, ticket, change, g.token)

    @api("GET", "tickets/<int:ticket_id>/comments", "tickets:read")
    def list_comments(ticket_id: int) -> Json:
        comments = ticket_or_404(ticket_id).comments
        newest_first = (
            "desc" in request.args.get("sort_order", "") or request.args.get("sort") == "-created_at"
        )
        answer = _page("comments", comments[::-1] if newest_first else comments, comment_json)
        if "users" in request.args.get("include", "").split(","):
            answer["users"] = users_json(books, [c["author_id"] for c in answer["comments"]])
        return answer

    @api("GET", "tickets/<int:ticket_id>/tags", "tickets:read")
    def list_tags(ticket_id: int) -> Json:
        return {"tags": ticket_or_404(ticket_id).tags}

    def change_tags(ticket_id: int, changed: Callable[[list[str], list[str]], list[str]]) -> Json:
        ticket, asked = ticket_or_404(ticket_id), json_body()
        _refuse_closed(ticket)
        _refuse_collision(ticket, asked)
        ticket.tags = normalised_tags(changed(ticket.tags, normalised_tags(asked.get("tags", []))))
        books.touch(ticket)
        return {"tags": ticket.tags}

    @api("PUT", "tickets/<int:ticket_id>/tags", "tickets:write")
    def add_tags(ticket_id: int) -> Json:
        return change_tags(ticket_id, lambda old, new: old + new)

    @api("POST", "tickets/<int:ticket_id>/tags", "tickets:write")
    def set_tags(ticket_id: int) -> tuple[Json, int]:
        return change_tags(ticket_id, lambda _old, new: new), 201

    @api("DELETE", "tickets/<int:ticket_id>/tags", "tickets:write")
    def remove_tags(ticket_id: int) -> Json:
        return change_tags(ticket_id, lambda old, gone: [tag for tag in old if tag not in gone])

    @api("GET", "incremental/tickets/cursor", "tickets:read")
    def changed_tickets() -> Json:
        start, after_change = _export_position(world.now())
        size = _whole_number("per_page", LARGEST_EXPORT_PAGE, LARGEST_EXPORT_PAGE)
        changed = books.changed_since(start, after_change)
        page = changed[:size]
        cursor = _cursor(page[-1].updated_at, page[-1].change) if page else _cursor(world.now(), after_change)
        return {
            "tickets": [ticket_json(t) for t in page],
            "after_url": f"{request.base_url}?{urlencode({'cursor': cursor, 'per_page': size})}",
            "after_cursor": cursor,
            "before_url": None,
            "before_cursor": None,
            "end_of_stream": len(page) == len(changed),
        }

    # -------------------------------------------------- search
    @api("GET", "search", "tickets:read")
    def search() -> Json:
        found = _found_tickets(books, request.args.get("query", ""))
        first_row = (_whole_number("page", 1) - 1) * _whole_number("per_page", LARGEST_PAGE, LARGEST_PAGE)
        if first_row >= SEARCH_LIMIT:
            raise ZendeskRefusal(
                422,
                "invalid",
                "Invalid search: Requested response size was greater than Search Response Limits",
            )
        answer = _offset_page("results", found[:SEARCH_LIMIT], search_result_json)
        return {**answer, "facets": None, "count": len(found)}

    @api("GET", "search/export", "tickets:read")
    def search_export() -> Json:
        if request.args.get("filter[type]") != "ticket":
            raise ZendeskRefusal(422, "invalid", "Invalid search: filter[type] must be ticket in the sandbox")
        found = _found_tickets(books, request.args.get("query", ""))
        return {**_cursor_page("results", found, search_result_json, LARGEST_EXPORT_PAGE), "facets": None}

    # -------------------------------------------------- users
    @api("GET", "users/me", "users:read")
    def show_me() -> Json:
        return {"user": user_json(books.users[g.token.user_id])}

    @api("GET", "users/show_many", "users:read")
    def show_many_users() -> Json:
        found = [u for i in _ids_asked_for() if (u := books.users.get(i))]
        return {"users": [user_json(u) for u in found], "count": len(found), **_NO_FURTHER_PAGES}

    @api("GET", "organizations/<int:organization_id>/users", "users:read")
    def list_members(organization_id: int) -> Json:
        members = [user for user in books.users.values() if user.organization_id == organization_id]
        if not members:
            raise not_found()
        return _page("users", members, user_json)

    @api("GET", "users/<int:user_id>", "users:read")
    def show_user(user_id: int) -> Json:
        return {"user": user_json(user_or_404(user_id))}

    @api("GET", "users/<int:user_id>/identities", "users:read")
    def list_identities(user_id: int) -> Json:
        user = user_or_404(user_id)
        return _page("identities", user.identities, lambda identity: identity_json(user, identity))

    @api("GET", "users/<int:user_id>/group_memberships", "users:read")
    def list_group_memberships(user_id: int) -> Json:
        user = user_or_404(user_id)

        def membership(group_id: int) -> Json:
            return {
                "url": f"{api_url()}/group_memberships/{user.id * 1000 + group_id}.json",
                "id": user.id * 1000 + group_id,
                "user_id": user.id,
                "group_id": group_id,
                "default": group_id == user.group_ids[0],
                "created_at": iso(user.created_at),
                "updated_at": iso(user.updated_at),
            }

        return _page("group_memberships", user.group_ids, membership)

    # -------------------------------------------------- webhooks and triggers
    add_rules(api, books.rules)

    # -------------------------------------------------- the app
    @api("GET", "apps/owned", "apps:read")
    def owned_apps() -> Response:
        if not books.rules.app_uploaded:
            return jsonify(apps=[])
        return jsonify(apps=[{"id": books.app_id, "name": books.app_name, "state": "published"}])

    @api("GET", "apps/installations", "apps:read")
    def app_installations() -> Json:
        if not books.rules.app_installed:
            return {"installations": []}
        settings = {"name": books.app_name, "backend_url": (books.sidebar_url or "").removesuffix("/sidebar")}
        installed = {
            "id": books.installation_id,
            "app_id": books.app_id,
            "product": "support",
            "settings": settings,
            "enabled": books.rules.app_enabled,
        }
        return {"installations": [installed]}

    @api("GET", "apps/<int:app_id>/public_key.pem", "apps:read")
    def public_key(app_id: int) -> Response:
        if app_id != books.app_id:
            raise not_found()
        return Response(books.public_key_pem, content_type="application/x-pem-file")


# ---------------------------------------------------------------------- who asks, and for what
def _authenticated(books: ZendeskBooks, needs: str) -> AccessToken:
    scheme, _, value = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer":
        raise ZendeskRefusal(401, "Couldn't authenticate you")
    token = books.live_token(value)
    if token is None:
        raise ZendeskRefusal(
            401,
            "invalid_token",
            error_description="The access token provided is expired, revoked, malformed or invalid for other reasons.",
        )
    if needs in books.forbidden_scopes or not token.scopes & {needs, needs.partition(":")[2]}:
        raise ZendeskRefusal(403, "Forbidden", f"Missing the following required scopes: {needs}")
    if books.users[token.user_id].suspended:
        raise ZendeskRefusal(403, "Forbidden", "You do not have access to this page.")
    return token


def _lifetime(asked: Any) -> timedelta | None:
    if asked is None:
        return None
    if not isinstance(asked, int | str) or not 300 <= int(asked) <= 172_800:
        raise ZendeskRefusal(
            400, "invalid_request", error_description="expires_in must be between 300 and 172800 seconds."
        )
    return timedelta(seconds=int(asked))


def _whole_number(name: str, default: int, largest: int | None = None) -> int:
    asked = request.args.get(name, "")
    number = int(asked) if asked.isdecimal() and int(asked) > 0 else default
    return min(number, largest) if largest else number


def _ids_asked_for() -> list[int]:
    return [int(i) for i in request.args.get("ids", "").split(",") if i.strip().isdecimal()]


# ---------------------------------------------------------------------- writing a ticket
_COMMENT_EVENT_FIELDS = (
    "id", "type", "author_id", "body", "html_body", "plain_body", "public", "attachments", "audit_id",
)  # fmt: skip


def _refuse_closed(ticket: Ticket) -> None:
    if ticket.status == "closed":
        problem = {
            "status": [{"description": "Status: closed prevents ticket update", "error": "CannotUpdate"}]
        }
        raise ZendeskRefusal(422, "RecordInvalid", "Record validation errors", details=problem)


def _refuse_collision(ticket: Ticket, change: Mapping[str, Any]) -> None:
    if str(change.get("safe_update", False)).lower() != "true":
        return
    stamp = change.get("updated_stamp")
    if stamp is None or datetime.fromisoformat(str(stamp)) < ticket.updated_at:
        raise ZendeskRefusal(
            409,
            "UpdateConflict",
            "Safe Update prevented the update due to outdated ticket data. "
            "Please fetch the latest ticket data and try again.",
        )


def _applied(books: ZendeskBooks, ticket: Ticket, change: Mapping[str, Any], token: AccessToken) -> Json:
    """Changes the ticket and says so as Zendesk's audit does."""
    events: list[Json] = []

    def changed(name: str, value: Any) -> None:
        previous = getattr(ticket, name)
        if value != previous:
            setattr(ticket, name, value)
            event_id = books.next_event_id()
            events.append(
                {
                    "id": event_id,
                    "type": "Change",
                    "field_name": name,
                    "value": value,
                    "previous_value": previous,
                }
            )

    audit_id, author_id = books.next_event_id(), token.user_id
    if isinstance(said := change.get("comment"), dict):
        comment = _write_comment(books, ticket, said, author_id)
        audit_id, author_id = comment.audit_id, comment.author_id
        shown = comment_json(comment)
        events.append({name: shown[name] for name in _COMMENT_EVENT_FIELDS})
    if (status := change.get("status")) is not None:
        if status not in STATUSES or status == "closed":
            problem = {"status": [{"description": f"Status: {status} is not valid", "error": "InvalidValue"}]}
            raise ZendeskRefusal(422, "RecordInvalid", "Record validation errors", details=problem)
        changed("status", status)
    for name in ("subject", "assignee_id"):
        if name in change:
            changed(name, change[name])
    tags = change.get("tags", ticket.tags) + change.get("additional_tags", [])
    gone = normalised_tags(change.get("remove_tags", []))
    changed("tags", [tag for tag in normalised_tags(tags) if tag not in gone])
    books.touch(ticket)
    audit = {
        "id": audit_id,
        "ticket_id": ticket.id,
        "created_at": iso(ticket.updated_at),
        "author_id": author_id,
        "metadata": metadata((), trusted=True),
        "events": events,
        "via": via("api"),
    }
    return {"ticket": ticket_json(ticket), "audit": audit}


def _write_comment(books: ZendeskBooks, ticket: Ticket, said: Json, author_id: int) -> Comment:
    body = said.get("body")
    if body is None and said.get("html_body"):
        body = _text_of_html(said["html_body"])
    if not body or not str(body).strip():
        problem = {"comment": [{"description": "Comment: cannot be blank", "error": "BlankValue"}]}
        raise ZendeskRefusal(422, "RecordInvalid", "Record validation errors", details=problem)
    author_id = said.get("author_id", author_id)
    if author_id not in books.users:
        raise ZendeskRefusal(
            422, "RecordInvalid", "Record validation errors", details={"comment": "Author unknown"}
        )
    comment_id = books.reply(
        ticket.id, author_id, str(body), public=said.get("public", True) is not False, channel="api"
    )
    return next(c for c in ticket.comments if c.id == comment_id)


def _text_of_html(markup: str) -> str:
    with_breaks = re.sub(r"<br\s*/?>|</p>|</div>|</li>", "\n", markup, flags=re.IGNORECASE)
    return html.unescape(re.sub(r"<[^>]+>", "", with_breaks)).strip()


# ---------------------------------------------------------------------- finding tickets
def _found_tickets(books: ZendeskBooks, query: str) -> list[Ticket]:
    """Newest first. Understands type, status, tags, created and updated; any other word is looked for in the text."""
    words = re.findall(r'[^\s"]*"[^"]*"|\S+', query)
    found = [t for t in books.visible_tickets() if all(_satisfies(t, word) for word in words)]
    return sorted(found, key=lambda t: (t.updated_at, t.id), reverse=True)


def _satisfies(ticket: Ticket, word: str) -> bool:
    negated, word = word.startswith("-"), word.removeprefix("-")
    return _matches(ticket, word) != negated


def _matches(ticket: Ticket, word: str) -> bool:
    term = re.fullmatch(r"(type|status|tags|created|updated)(:|<=|>=|<|>)(.+)", word)
    if term is None:
        text = " ".join([ticket.subject, *(c.body for c in ticket.comments)])
        return word.strip('"').lower() in text.lower()
    name, operator, value = term.group(1), term.group(2), term.group(3).strip('"')
    match name:
        case "type":
            return value == "ticket"
        case "tags":
            return value in ticket.tags
        case "status":
            return value in STATUSES and _compare(
                STATUSES.index(ticket.status), operator, STATUSES.index(value)
            )
        case _:
            try:
                moment = datetime.fromisoformat(value)
            except ValueError as error:
                raise ZendeskRefusal(422, "invalid", f"Invalid search: bad date {value}") from error
            moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
            return _compare(ticket.created_at if name == "created" else ticket.updated_at, operator, moment)


def _compare(left: Any, operator: str, right: Any) -> bool:
    return bool(
        (operator in {":", "<=", ">="} and left == right)
        or (operator in {"<", "<="} and left < right)
        or (operator in {">", ">="} and left > right)
    )


def _export_position(now: datetime) -> tuple[datetime | None, int]:
    """Where the incremental export starts: a time, or the change a cursor stands for."""
    if cursor := request.args.get("cursor"):
        try:
            _, _, change = base64.urlsafe_b64decode(cursor).decode().partition("||")
            return None, int(change.rstrip("|"))
        except (ValueError, binascii.Error) as error:
            raise ZendeskRefusal(400, "InvalidValue", "Invalid cursor") from error
    asked = request.args.get("start_time", "")
    if not asked.isdecimal():
        raise ZendeskRefusal(400, "InvalidValue", "Missing start_time or cursor")
    start = datetime.fromtimestamp(int(asked), UTC)
    if start > now - timedelta(minutes=1):
        raise ZendeskRefusal(
            422, "InvalidValue", "Too recent start_time. Use a start_time older than 60 seconds"
        )
    return start, 0


def _cursor(moment: datetime, position: int) -> str:
    return base64.urlsafe_b64encode(f"{moment.timestamp()}||{position}|".encode()).decode()


# ---------------------------------------------------------------------- paging
_NO_FURTHER_PAGES: Mapping[str, None] = {"next_page": None, "previous_page": None}


def _page(name: str, rows: Sequence[Row], show: Callable[[Row], Json]) -> Json:
    """By cursor when asked with page[size], else by offset, as Zendesk does."""
    if "page[size]" in request.args:
        return _cursor_page(name, rows, show, LARGEST_PAGE)
    return _offset_page(name, rows, show)


def _offset_page(name: str, rows: Sequence[Row], show: Callable[[Row], Json]) -> Json:
    page, size = _whole_number("page", 1), _whole_number("per_page", LARGEST_PAGE, LARGEST_PAGE)
    first, after = (page - 1) * size, page * size
    return {
        name: [show(row) for row in rows[first:after]],
        "count": len(rows),
        "next_page": _same_url(page=page + 1) if after < len(rows) else None,
        "previous_page": _same_url(page=page - 1) if page > 1 else None,
    }


def _cursor_page(name: str, rows: Sequence[Row], show: Callable[[Row], Json], largest: int) -> Json:
    size = _whole_number("page[size]", largest, largest)
    first = _cursor_offset("page[after]")
    if before := _cursor_offset("page[before]"):
        first = max(0, before - size)
    after = min(first + size, len(rows))
    has_more = after < len(rows)
    after_cursor, before_cursor = _offset_cursor(after), _offset_cursor(first)
    return {
        name: [show(row) for row in rows[first:after]],
        "meta": {"has_more": has_more, "after_cursor": after_cursor, "before_cursor": before_cursor},
        "links": {
            "next": _same_url(**{"page[after]": after_cursor, "page[before]": None}) if has_more else None,
            "prev": _same_url(**{"page[before]": before_cursor, "page[after]": None}) if first else None,
        },
    }


def _offset_cursor(offset: int) -> str:
    return base64.urlsafe_b64encode(f"o={offset}".encode()).decode().rstrip("=")


def _cursor_offset(name: str) -> int:
    cursor = request.args.get(name)
    if cursor is None:
        return 0
    try:
        return int(base64.urlsafe_b64decode(cursor + "==").decode().removeprefix("o="))
    except (ValueError, binascii.Error) as error:
        raise ZendeskRefusal(400, "InvalidPaginationParameter", f"{name} is not valid") from error


def _same_url(**changed: Any) -> str:
    """The URL that was asked, some parameters changed; absolute, because clients follow it as it is."""
    parameters = {**request.args.to_dict(), **changed}
    return f"{request.base_url}?{urlencode({k: v for k, v in parameters.items() if v is not None})}"
