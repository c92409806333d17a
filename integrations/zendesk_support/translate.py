"""From Zendesk's JSON to records. Nothing here raises: what is missing or odd becomes None, empty, or the careful choice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from integrations.records import Agent, Comment, EmailIdentity, Requester, Ticket, TicketRef, WrittenNote

Json = Mapping[str, Any]

LONGEST_BODY = 64 * 1024
"""Characters of one comment that are kept: what Zendesk itself accepts."""
CUT = "\n[… the rest of this comment was cut off]"

NEVER = datetime.fromtimestamp(0, UTC)
"""Stands where a record needs a time and Zendesk told none."""


def ticket_record(
    ticket: Json, comments: Iterable[Json], people: Iterable[Json], identities: Iterable[Json]
) -> Ticket:
    """The ticket, its comments, the people it names, and the requester's identities."""
    by_id = {_whole(person.get("id")): person for person in people}
    requester = by_id.get(_whole(ticket.get("requester_id")))
    ccs = cc_ids(ticket)
    cc_emails = tuple(email for cc in ccs if (email := _text(by_id.get(cc, {}).get("email"))))
    others = {*_wholes(ticket.get("follower_ids")), *_wholes(ticket.get("collaborator_ids"))} - set(ccs)
    said = sorted((comment_record(c) for c in comments), key=lambda c: (c.created_at, c.id))
    return Ticket(
        id=_whole(ticket.get("id")) or 0,
        subject=_text(ticket.get("subject")) or _text(ticket.get("raw_subject")) or "",
        status=_text(ticket.get("status")) or "",
        requester=requester_record(requester, identities) if requester else None,
        comments=tuple(said),
        created_at=_moment(ticket.get("created_at")) or NEVER,
        updated_at=_moment(ticket.get("updated_at")) or NEVER,
        channel=_channel(ticket),
        tags=tuple(tag for tag in _items(ticket.get("tags")) if isinstance(tag, str)),
        cc_emails=cc_emails,
        # a CC whose address is not known reads the ticket all the same
        has_followers=bool(others - {_whole(ticket.get("requester_id"))}) or len(cc_emails) < len(ccs),
        brand=str(brand) if (brand := _whole(ticket.get("brand_id"))) else None,
        submitter_id=_whole(ticket.get("submitter_id")),
        assignee_id=_whole(ticket.get("assignee_id")),
    )


def cc_ids(ticket: Json) -> tuple[int, ...]:
    """Ids of the people in CC. Accounts without the newer CC feature name them only as collaborators."""
    named = ticket.get("email_cc_ids")
    ids = _wholes(named if named is not None else ticket.get("collaborator_ids"))
    requester = _whole(ticket.get("requester_id"))
    return tuple(dict.fromkeys(cc for cc in ids if cc != requester))


def people_ids(ticket: Json) -> tuple[int, ...]:
    """The requester and everybody in CC."""
    requester = _whole(ticket.get("requester_id"))
    return (*((requester,) if requester else ()), *cc_ids(ticket))


def requester_record(user: Json, identities: Iterable[Json]) -> Requester:
    emails = [
        EmailIdentity(
            address=address,
            verified=identity.get("verified") is True,
            primary=identity.get("primary") is True,
        )
        for identity in identities
        if identity.get("type") == "email" and (address := _text(identity.get("value")))
    ]
    if not emails and (address := _text(user.get("email"))):
        emails.append(EmailIdentity(address=address, verified=False, primary=True))
    return Requester(
        id=_whole(user.get("id")) or 0,
        name=_text(user.get("name")) or "",
        emails=tuple(sorted(emails, key=lambda email: not email.primary)),
        locale=_text(user.get("locale")) or None,
        external_id=_text(user.get("external_id")) or None,
        organization_id=_whole(user.get("organization_id")),
        verified=user.get("verified") is True,
        suspended=user.get("suspended") is True,
    )


def comment_record(comment: Json) -> Comment:
    metadata = comment.get("metadata")
    metadata = metadata if isinstance(metadata, Mapping) else {}
    flags = _wholes(metadata.get("flags"))
    trusted = metadata.get("trusted")
    return Comment(
        id=_whole(comment.get("id")) or 0,
        author_id=_whole(comment.get("author_id")) or 0,
        body=_capped(plain_text(comment)),
        # what is not said to be public must not be taken for the customer's words
        public=comment.get("public") is True,
        created_at=_moment(comment.get("created_at")) or NEVER,
        trusted=trusted if isinstance(trusted, bool) else not flags,
        flags=tuple(flags),
        channel=_channel(comment),
    )


def plain_text(comment: Json) -> str:
    """The comment as text, never its HTML."""
    text = _text(comment.get("plain_body")) or _text(comment.get("body")) or ""
    # half a character pair can be written in JSON but not in UTF-8: it would fail far from here
    return text.encode("utf-8", "replace").decode("utf-8")


def ticket_ref(ticket: Json) -> TicketRef:
    return TicketRef(
        id=_whole(ticket.get("id")) or 0,
        status=_text(ticket.get("status")) or "",
        updated_at=_moment(ticket.get("updated_at")) or NEVER,
    )


def agent_record(user: Json, memberships: Iterable[Json]) -> Agent:
    groups = (_whole(membership.get("group_id")) for membership in memberships)
    return Agent(
        id=_whole(user.get("id")) or 0,
        name=_text(user.get("name")) or "",
        role=_text(user.get("role")) or "end-user",
        suspended=user.get("suspended") is True,
        group_ids=tuple(dict.fromkeys(group for group in groups if group is not None)),
    )


def note_in(comments: Iterable[Json], ticket_id: int, marker: str) -> WrittenNote | None:
    """The oldest internal note that carries the marker."""
    for comment in comments:
        if comment.get("public") is False and marker in plain_text(comment):
            return WrittenNote(ticket_id, _whole(comment.get("id")), _moment(comment.get("created_at")))
    return None


def note_of_audit(audit: Json, ticket_id: int) -> WrittenNote:
    """What Zendesk's answer to a written note says about it."""
    events = [event for event in _items(audit.get("events")) if isinstance(event, Mapping)]
    comment = next((event for event in events if event.get("type") == "Comment"), {})
    return WrittenNote(ticket_id, _whole(comment.get("id")), _moment(audit.get("created_at")))


# ------------------------------------------------------------------ single values
def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _whole(value: object) -> int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    # no id is longer; Python refuses to read numbers of thousands of digits
    return int(value) if isinstance(value, str) and re.fullmatch(r"[0-9]{1,20}", value) else None


def _items(value: object) -> Sequence[Any]:
    return value if isinstance(value, list | tuple) else ()


def _wholes(value: object) -> list[int]:
    return [number for item in _items(value) if (number := _whole(item)) is not None]


def _moment(value: object) -> datetime | None:
    if not isinstance(value, str):
        return None
    try:
        moment = datetime.fromisoformat(value)
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _channel(thing: Json) -> str | None:
    via = thing.get("via")
    return _text(via.get("channel")) if isinstance(via, Mapping) else None


def _capped(text: str) -> str:
    return text if len(text) <= LONGEST_BODY else text[: LONGEST_BODY - len(CUT)] + CUT
