"""Zendesk's JSON: what it answers about tickets, comments and people, and how it refuses."""

from __future__ import annotations

import html
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from flask import request

from integrations.sandbox.zendesk_books import Comment, Identity, Ticket, User, ZendeskBooks

Json = dict[str, Any]


class ZendeskRefusal(Exception):
    """Ends a request with Zendesk's own error body."""

    def __init__(self, status: int, error: Any, description: str | None = None, **more: Any) -> None:
        super().__init__(description or str(error))
        self.status = status
        self.body: Json = {"error": error, **more}
        if description is not None:
            self.body["description"] = description


def not_found() -> ZendeskRefusal:
    return ZendeskRefusal(404, "RecordNotFound", "Not found")


def json_body() -> Json:
    body = request.get_json(silent=True)
    if not isinstance(body, dict):
        raise ZendeskRefusal(400, "Unprocessable", "Server could not parse JSON")
    return body


def iso(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def api_url() -> str:
    return f"{request.host_url}api/v2"


def via(channel: str) -> Json:
    return {"channel": channel, "source": {"from": {}, "to": {}, "rel": None}}


def metadata(flags: Iterable[int], *, trusted: bool) -> Json:
    flags = list(flags)
    return {
        "system": {"client": "Mozilla/5.0", "ip_address": "192.0.2.10", "location": "Lisbon, 11, Portugal"},
        "custom": {},
        "trusted": trusted,
        "suspension_type_id": None,
        "flags": flags,
        "flags_options": {str(flag): {"trusted": trusted} for flag in flags},
    }


def ticket_json(ticket: Ticket) -> Json:
    first = ticket.comments[0]
    return {
        "url": f"{api_url()}/tickets/{ticket.id}.json",
        "id": ticket.id,
        "external_id": None,
        "via": via(ticket.channel),
        "created_at": iso(ticket.created_at),
        "updated_at": iso(ticket.updated_at),
        "generated_timestamp": int(ticket.updated_at.timestamp()),
        "type": None,
        "subject": ticket.subject,
        "raw_subject": ticket.subject,
        "description": first.body,
        "priority": None,
        "status": "deleted" if ticket.deleted else ticket.status,
        "recipient": None,
        "requester_id": ticket.requester_id,
        "submitter_id": ticket.submitter_id,
        "assignee_id": ticket.assignee_id,
        "organization_id": None,
        "group_id": None,
        "collaborator_ids": [*ticket.cc_ids, *ticket.follower_ids],
        "follower_ids": ticket.follower_ids,
        "email_cc_ids": ticket.cc_ids,
        "forum_topic_id": None,
        "problem_id": None,
        "has_incidents": False,
        "is_public": any(c.public for c in ticket.comments),
        "due_at": None,
        "tags": ticket.tags,
        "custom_fields": [],
        "satisfaction_rating": {"score": "unoffered"},
        "sharing_agreement_ids": [],
        "custom_status_id": None,
        "fields": [],
        "followup_ids": [],
        "ticket_form_id": None,
        "brand_id": 101,
        "allow_channelback": False,
        "allow_attachments": True,
        "from_messaging_channel": ticket.channel == "native_messaging",
    }


def search_result_json(ticket: Ticket) -> Json:
    return {**ticket_json(ticket), "result_type": "ticket"}


def comment_json(comment: Comment) -> Json:
    lines = html.escape(comment.body, quote=False).replace("\n", "<br>\n")
    return {
        "id": comment.id,
        "type": "Comment",
        "author_id": comment.author_id,
        "body": comment.body,
        "html_body": f'<div class="zd-comment" dir="auto">{lines}<br></div>',
        "plain_body": comment.body,
        "public": comment.public,
        "attachments": [],
        "audit_id": comment.audit_id,
        "via": via(comment.channel),
        "created_at": iso(comment.created_at),
        "metadata": metadata(comment.flags, trusted=comment.trusted),
    }


def users_json(books: ZendeskBooks, user_ids: Iterable[int | None]) -> list[Json]:
    return [user_json(books.users[i]) for i in dict.fromkeys(user_ids) if i is not None]


def user_json(user: User) -> Json:
    return {
        "id": user.id,
        "url": f"{api_url()}/users/{user.id}.json",
        "name": user.name,
        "email": user.email,
        "created_at": iso(user.created_at),
        "updated_at": iso(user.updated_at),
        "time_zone": "Lisbon",
        "iana_time_zone": "Europe/Lisbon",
        "phone": None,
        "shared_phone_number": None,
        "photo": None,
        "locale_id": 1,
        "locale": user.locale,
        "organization_id": user.organization_id,
        "role": user.role,
        "verified": user.verified,
        "external_id": user.external_id,
        "tags": [],
        "alias": "",
        "active": True,
        "shared": False,
        "shared_agent": False,
        "last_login_at": None,
        "two_factor_auth_enabled": None,
        "signature": None,
        "details": "",
        "notes": "",
        "role_type": {"admin": 4, "agent": 0}.get(user.role),
        "custom_role_id": None,
        "moderator": user.role == "admin",
        "ticket_restriction": None if user.is_staff else "requested",
        "only_private_comments": False,
        "restricted_agent": user.role != "admin",
        "suspended": user.suspended,
        "default_group_id": user.group_ids[0] if user.group_ids else None,
        "report_csv": False,
        "user_fields": {},
    }


def identity_json(user: User, identity: Identity) -> Json:
    return {
        "url": f"{api_url()}/users/{user.id}/identities/{identity.id}.json",
        "id": identity.id,
        "user_id": user.id,
        "type": "email",
        "value": identity.address,
        "verified": identity.verified,
        "primary": identity.primary,
        "created_at": iso(identity.created_at),
        "updated_at": iso(identity.created_at),
        "undeliverable_count": 0,
        "deliverable_state": "deliverable",
    }
