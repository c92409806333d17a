"""Handoff notes: each written once, although the helpdesk has no idempotency key.

The row exists before the note. Whoever claims it and is not provably the first looks the note up by its
marker before writing: a process may have ended between the writing and the telling.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select, update

from plugin.store.engine import Store
from plugin.store.lease import is_free, signed_by
from plugin.store.models import NoteRow
from plugin.store.upsert import insert_into


@dataclass(frozen=True)
class Note:
    ticket_id: int
    marker: str
    state: str
    """"wanted", "writing" or "done"."""
    agent_id: int
    agent_name: str
    asked_at: datetime
    comment_id: int | None = None
    written_at: datetime | None = None


@dataclass(frozen=True)
class NoteClaim:
    """The right to write one note. `first`: nobody can have written it, so no look-up is needed."""

    ticket_id: int
    marker: str
    owner: str
    first: bool


class Notes:
    def __init__(self, store: Store, account: str) -> None:
        self._store = store
        self._account = account

    def begin(self, ticket_id: int, marker: str, *, agent_id: int, agent_name: str, at: datetime) -> Note:
        """The note with this marker, made now if it was never asked for."""
        with self._store.writing() as session:
            asking = insert_into(session, NoteRow).values(
                account=self._account,
                ticket_id=ticket_id,
                marker=marker,
                state="wanted",
                attempts=0,
                agent_id=agent_id,
                agent_name=agent_name,
                asked_at=at,
            )
            session.execute(asking.on_conflict_do_nothing())
            return Note(*session.execute(self._select(ticket_id, marker)).one())

    def claim(
        self, ticket_id: int, marker: str, owner: str, *, lease_seconds: float, now: datetime
    ) -> NoteClaim | None:
        """None when it is written, or another process is writing it."""
        signed = signed_by(owner)
        claiming = (
            update(NoteRow)
            .where(*self._key(ticket_id, marker), NoteRow.state != "done", is_free(NoteRow, now))
            .values(
                state="writing",
                attempts=NoteRow.attempts + 1,
                lease_owner=signed,
                lease_until=now + timedelta(seconds=lease_seconds),
            )
            .returning(NoteRow.attempts)
        )
        with self._store.writing() as session:
            attempts = session.scalar(claiming)
        return NoteClaim(ticket_id, marker, signed, first=attempts == 1) if attempts else None

    def done(self, claim: NoteClaim, *, comment_id: int | None, at: datetime) -> bool:
        return self._as_holder(claim, state="done", comment_id=comment_id, written_at=at)

    def release(self, claim: NoteClaim) -> bool:
        """The helpdesk refused, or did not answer: the next try need not wait for the lease to end."""
        return self._as_holder(claim, state="wanted")

    def get(self, ticket_id: int, marker: str) -> Note | None:
        with self._store.glance() as connection:
            found = connection.execute(self._select(ticket_id, marker)).first()
        return Note(*found) if found else None

    def of_ticket(self, ticket_id: int) -> tuple[Note, ...]:
        wanted = (
            select(*_NOTE)
            .where(NoteRow.account == self._account, NoteRow.ticket_id == ticket_id)
            .order_by(NoteRow.asked_at)
        )
        with self._store.glance() as connection:
            return tuple(Note(*found) for found in connection.execute(wanted))

    def _as_holder(self, claim: NoteClaim, **values: Any) -> bool:
        changing = (
            update(NoteRow)
            .where(*self._key(claim.ticket_id, claim.marker), NoteRow.lease_owner == claim.owner)
            .values(lease_owner=None, lease_until=None, **values)
            .returning(NoteRow.marker)
        )
        with self._store.writing() as session:
            return session.execute(changing).first() is not None

    def _select(self, ticket_id: int, marker: str) -> Any:
        return select(*_NOTE).where(*self._key(ticket_id, marker))

    def _key(self, ticket_id: int, marker: str) -> tuple[Any, ...]:
        return (NoteRow.account == self._account, NoteRow.ticket_id == ticket_id, NoteRow.marker == marker)


_NOTE = (
    NoteRow.ticket_id,
    NoteRow.marker,
    NoteRow.state,
    NoteRow.agent_id,
    NoteRow.agent_name,
    NoteRow.asked_at,
    NoteRow.comment_id,
    NoteRow.written_at,
)
