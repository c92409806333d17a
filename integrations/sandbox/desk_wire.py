"""The pretend Agent Workspace: its page, and plain JSON about what all three stand-ins hold.

No CORS headers: only the page itself, served from here, may read these answers. Writing takes a JSON body,
which a foreign page cannot send without asking first.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from flask import Flask, Response, jsonify, request, send_file, send_from_directory

from integrations.sandbox.world import World
from integrations.sandbox.zendesk_books import Comment, Ticket, User
from integrations.sandbox.zendesk_json import Json, ZendeskRefusal, iso, json_body, not_found

DESK_FILES = Path(__file__).parent / "agent_desk"
ZAF_SDK = Path(__file__).parents[2] / "sidebar" / "dist-sandbox" / "zaf_sdk.js"


def add_desk(app: Flask, world: World) -> None:
    """What the pretend Agent Workspace needs: its files, and plain JSON about all three vendors."""
    books = world.zendesk

    def desk_ticket(ticket: Ticket) -> Json:
        requester = books.users[ticket.requester_id]
        return {
            "id": ticket.id,
            "subject": ticket.subject,
            "requester": {"id": requester.id, "name": requester.name, "email": requester.email},
            "status": ticket.status,
            "created_at": iso(ticket.created_at),
            "updated_at": iso(ticket.updated_at),
            "tags": ticket.tags,
            "channel": ticket.channel,
            "language": requester.locale,
        }

    def desk_comment(comment: Comment) -> Json:
        author = books.users[comment.author_id]
        return {
            "id": comment.id,
            "author": {"id": author.id, "name": author.name, "role": author.role},
            "body": comment.body,
            "public": comment.public,
            "created_at": iso(comment.created_at),
            "trusted": comment.trusted,
            "flags": comment.flags,
        }

    def conversation(ticket_id: int) -> Json:
        ticket = books.visible_ticket(ticket_id)
        if ticket is None:
            raise not_found()
        ccs = [{"name": books.users[i].name, "email": books.users[i].email} for i in ticket.cc_ids]
        return {**desk_ticket(ticket), "ccs": ccs, "comments": [desk_comment(c) for c in ticket.comments]}

    def desk_agent(asked: Any) -> User:
        agent = books.users.get(int(asked)) if str(asked).isdecimal() else None
        if agent is None or not agent.is_staff:
            raise ZendeskRefusal(404, "RecordNotFound", "There is no such agent")
        return agent

    @app.get("/")
    def desk_page() -> Response:
        return send_from_directory(DESK_FILES, "index.html")

    @app.get("/desk/<path:name>")
    def desk_file(name: str) -> Response:
        return send_from_directory(DESK_FILES, name)

    @app.get("/zaf_sdk.js")
    def zaf_sdk() -> Response:
        if not ZAF_SDK.is_file():
            sentence = "The sidebar's sandbox build is missing: run `npm run build` in sidebar/ first.\n"
            return Response(sentence, status=404, content_type="text/plain; charset=utf-8")
        return send_file(ZAF_SDK, mimetype="text/javascript")

    @app.get("/_desk/config")
    def desk_config() -> Json:
        staff = [u for u in books.users.values() if u.is_staff and u.id != books.bot_id]
        return {
            "subdomain": books.subdomain,
            "app_id": books.app_id,
            "installation_id": books.installation_id,
            "sidebar_url": books.sidebar_url,
            "agents": [
                {"id": u.id, "name": u.name, "role": u.role, "email": u.email, "suspended": u.suspended}
                for u in staff
            ],
        }

    @app.get("/_desk/tickets")
    def desk_tickets() -> Json:
        open_tickets = [t for t in books.visible_tickets() if t.status not in {"solved", "closed"}]
        return {"tickets": [desk_ticket(t) for t in open_tickets]}

    @app.get("/_desk/tickets/<int:ticket_id>")
    def desk_conversation(ticket_id: int) -> Json:
        return {"ticket": conversation(ticket_id)}

    @app.post("/_desk/tickets/<int:ticket_id>/comments")
    def desk_reply(ticket_id: int) -> tuple[Json, int]:
        if books.visible_ticket(ticket_id) is None:
            raise not_found()
        asked = json_body()
        body = str(asked.get("body") or "").strip()
        if not body:
            raise ZendeskRefusal(422, "RecordInvalid", "Comment: cannot be blank")
        author = desk_agent(asked.get("agent", books.agent_ids[0]))
        books.reply(ticket_id, author.id, body, public=bool(asked.get("public", True)))
        if asked.get("status") == "solved":
            books.solve(ticket_id)
        return {"ticket": conversation(ticket_id)}, 201

    @app.get("/_desk/signed-token")
    def desk_signed_token() -> Json:
        agent = desk_agent(request.args.get("agent", books.agent_ids[0]))
        return {"token": books.signed_token(request.args.get("url", ""), agent.id)}

    @app.get("/_desk/stripe")
    def desk_stripe() -> Response:
        overview = getattr(world.stripe, "overview", None)
        return jsonify(overview() if overview else {})

    @app.get("/_desk/github")
    def desk_github() -> Response:
        return jsonify(world.github.overview())
