"""What the sidebar shows of a ticket, in one statement: the stored case and the last note written from it.

The statement is built once: composing it anew would cost more than running it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import and_, bindparam, select

from plugin.store.engine import Store
from plugin.store.models import CaseRow, NoteRow, SessionRow
from plugin.store.sessions import AgentSession, live_session


@dataclass(frozen=True)
class ShownCase:
    ticket_id: int
    document_json: str | None
    """The document as stored, for handing on without parsing it; None before the first reading."""
    read_at: datetime | None
    wanted_rev: int
    done_rev: int
    closed_at: datetime | None
    last_error: str | None
    note_agent_name: str | None
    note_written_at: datetime | None

    @property
    def due(self) -> bool:
        """Something changed since the document was made."""
        return self.wanted_rev > self.done_rev and self.closed_at is None


_NEWEST_NOTE = (
    select(NoteRow.marker)
    .where(
        NoteRow.account == CaseRow.account, NoteRow.ticket_id == CaseRow.ticket_id, NoteRow.state == "done"
    )
    .order_by(NoteRow.written_at.desc())
    .limit(1)
    .correlate(CaseRow)
    .scalar_subquery()
)
_ITS_NOTE = and_(
    NoteRow.account == CaseRow.account,
    NoteRow.ticket_id == CaseRow.ticket_id,
    NoteRow.marker == _NEWEST_NOTE,
)
_CASE_AND_NOTE = (
    CaseRow.ticket_id,
    CaseRow.document,
    CaseRow.read_at,
    CaseRow.wanted_rev,
    CaseRow.done_rev,
    CaseRow.closed_at,
    CaseRow.last_error,
    NoteRow.agent_name,
    NoteRow.written_at,
)
_SHOWN = (
    select(*_CASE_AND_NOTE)
    .outerjoin(NoteRow, _ITS_NOTE)
    .where(CaseRow.account == bindparam("account"), CaseRow.ticket_id == bindparam("ticket_id"))
)
_ASKED_FOR = (
    live_session.add_columns(*_CASE_AND_NOTE)
    .outerjoin(
        CaseRow, and_(CaseRow.account == SessionRow.account, CaseRow.ticket_id == bindparam("ticket_id"))
    )
    .outerjoin(NoteRow, _ITS_NOTE)
)
"""The session first: where it is not live there is no row at all, whatever the ticket."""
_OF_SESSION = len(live_session.selected_columns)


class ShownCases:
    def __init__(self, store: Store, account: str) -> None:
        self._store = store
        self._account = account

    def get(self, ticket_id: int) -> ShownCase | None:
        with self._store.glance() as connection:
            found = connection.execute(_SHOWN, {"account": self._account, "ticket_id": ticket_id}).first()
        return ShownCase(*found) if found else None

    def asked_for(
        self, token_hash: str, ticket_id: int, *, now: datetime, idle: timedelta, absolute: timedelta
    ) -> tuple[AgentSession, ShownCase | None] | None:
        """Who asks, and the case of the ticket they ask for; None where the session is not live."""
        asked = {
            "account": self._account,
            "token_hash": token_hash,
            "used_after": now - idle,
            "opened_after": now - absolute,
            "ticket_id": ticket_id,
        }
        with self._store.glance() as connection:
            found = connection.execute(_ASKED_FOR, asked).first()
        if found is None:
            return None
        who, what = found[:_OF_SESSION], found[_OF_SESSION:]
        return AgentSession(*who), ShownCase(*what) if what[0] is not None else None
