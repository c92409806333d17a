"""What the sidebar shows of a ticket, in one statement: the stored case and the last note written from it.

The statement is built once: composing it anew would cost more than running it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, bindparam, select

from plugin.store.engine import Store
from plugin.store.models import CaseRow, NoteRow


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
_SHOWN = (
    select(
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
    .outerjoin(
        NoteRow,
        and_(
            NoteRow.account == CaseRow.account,
            NoteRow.ticket_id == CaseRow.ticket_id,
            NoteRow.marker == _NEWEST_NOTE,
        ),
    )
    .where(CaseRow.account == bindparam("account"), CaseRow.ticket_id == bindparam("ticket_id"))
)


class ShownCases:
    def __init__(self, store: Store, account: str) -> None:
        self._store = store
        self._account = account

    def get(self, ticket_id: int) -> ShownCase | None:
        with self._store.glance() as connection:
            found = connection.execute(_SHOWN, {"account": self._account, "ticket_id": ticket_id}).first()
        return ShownCase(*found) if found else None
