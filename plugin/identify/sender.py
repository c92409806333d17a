"""Is there a reason to doubt that the requester wrote this ticket? The helpdesk's own flags, read once, here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from integrations.records import Comment, Ticket

# Zendesk's comment flags that speak against the sender (metadata.flags of a ticket comment).
DOUBTFUL_FLAGS: dict[int, str] = {
    0: "Zendesk is unsure who sent the message",
    2: "the author was not part of the conversation",
    3: "the author was not signed in",
    11: "the message was submitted on behalf of the requester",
    14: "the message might not have been sent by the requester",
    17: "an end user wrote it as a private comment",
    20: "the Reply-to address differs from the sender",
    21: "the Reply-to address differs from the sender",
    22: "nobody confirmed that the address belongs to the requester",
}
_SPOOFING_TAG = "message_spoofing"


@dataclass(frozen=True, slots=True)
class Doubt:
    """`why` is a sentence part for the agent; `at` is when the doubtful message came."""

    why: str
    at: datetime


def doubts_about(ticket: Ticket) -> tuple[Doubt, ...]:
    """Empty when nothing speaks against the sender of the first message or of the requester's latest one."""
    weighed = _weighed_comments(ticket)
    latest = max((c.created_at for c in weighed), default=ticket.updated_at)
    doubts = [doubt for comment in weighed for doubt in _doubts_of(comment)]
    if any(_SPOOFING_TAG in tag.lower().replace("-", "_") for tag in ticket.tags):
        doubts.append(Doubt("the ticket is tagged as possible message spoofing", latest))
    if ticket.requester and ticket.requester.suspended:
        doubts.append(Doubt("the requester is suspended in Zendesk", latest))
    if not weighed:
        # Without a message there is no flag to trust: absence of evidence is not evidence.
        doubts.append(Doubt("the messages of the ticket could not be read", latest))
    return tuple({doubt.why: doubt for doubt in doubts}.values())


def started_by_somebody_else(ticket: Ticket) -> bool:
    """The first message is not the requester's: written for them, or the requester was changed since."""
    return bool(ticket.requester and ticket.comments and ticket.comments[0].author_id != ticket.requester.id)


def _weighed_comments(ticket: Ticket) -> tuple[Comment, ...]:
    if not ticket.comments:
        return ()
    by_requester = [c for c in ticket.comments if ticket.requester and c.author_id == ticket.requester.id]
    return (ticket.comments[0], *by_requester[-1:])


def _doubts_of(comment: Comment) -> list[Doubt]:
    doubts = [Doubt(DOUBTFUL_FLAGS[f], comment.created_at) for f in comment.flags if f in DOUBTFUL_FLAGS]
    if not comment.trusted and not doubts:
        doubts.append(Doubt("Zendesk does not trust the sender of the message", comment.created_at))
    return doubts
