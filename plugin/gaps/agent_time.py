"""How long people of the support team spent on a ticket, estimated from what they wrote in it.

Zendesk measures no time unless an app does. So this is an estimate, and called one wherever it is shown.
"""

from __future__ import annotations

from integrations.records import Ticket

MINUTES_TO_READ = 4
MINUTES_PER_COMMENT = 6
LONGEST = 240
"""A ticket that went to and fro for weeks did not keep somebody busy for weeks."""


def agent_minutes(ticket: Ticket) -> int:
    requester = ticket.requester.id if ticket.requester else None
    written = sum(comment.author_id != requester for comment in ticket.comments)
    return min(LONGEST, MINUTES_TO_READ + MINUTES_PER_COMMENT * written)
