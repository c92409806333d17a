"""Writes a handoff as an internal note, once per content, whatever happens in between.

Zendesk has no idempotency key. So the row is written before the note, the note carries a marker, and
whoever is not provably the first looks for the marker before writing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from integrations.errors import VendorError, VendorUnavailable
from integrations.roles import Helpdesk
from plugin.redaction import harmless, mask_cards
from plugin.store import Notes

LEASE_SECONDS = 60
"""More than twice the helpdesk client's longest wait, so that a slow write is never taken over."""
TAG = "tillside_handoff"


@dataclass(frozen=True)
class WrittenHandoff:
    written_at: str
    agent_name: str
    already: bool


class HandoffNotes:
    def __init__(self, notes: Notes, helpdesk: Helpdesk, clock: Callable[[], datetime]) -> None:
        self._notes = notes
        self._helpdesk = helpdesk
        self._clock = clock

    def write(self, ticket_id: int, handoff: str, agent_id: int, agent_name: str) -> WrittenHandoff:
        """Raises VendorUnavailable when somebody else is writing it, or the helpdesk does not answer."""
        marker = "tillside-" + hashlib.sha256(f"{ticket_id}\n{handoff}".encode()).hexdigest()[:16]
        note = self._notes.begin(
            ticket_id, marker, agent_id=agent_id, agent_name=agent_name, at=self._clock()
        )
        if note.state == "done" and note.written_at:
            return WrittenHandoff(note.written_at.isoformat(), note.agent_name, already=True)
        claim = self._notes.claim(
            ticket_id, marker, uuid4().hex, lease_seconds=LEASE_SECONDS, now=self._clock()
        )
        if claim is None:
            raise VendorUnavailable(
                "zendesk",
                "This note is being written right now. Look at the ticket again in a moment.",
                retry_after=2,
            )
        try:
            written = None if claim.first else self._helpdesk.find_note(ticket_id, marker)
            if written is None:
                text = f"{harmless(mask_cards(handoff))}\n\nConfirmed by {harmless(agent_name)} · {marker}"
                written = self._helpdesk.write_note(ticket_id, text, [TAG])
        except VendorError:
            # The outcome may be unknown: the next try is not the first, so it looks before it writes.
            self._notes.release(claim)
            raise
        at = self._clock()
        self._notes.done(claim, comment_id=written.comment_id, at=at)
        return WrittenHandoff(at.isoformat(), note.agent_name, already=False)
