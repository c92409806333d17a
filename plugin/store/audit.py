"""The audit log: every step's confirmation and end, written in the transaction that makes it true.

It can only be added to; the database refuses to change or delete a row.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from plugin.store.engine import Store
from plugin.store.models import AttemptRow, AuditRow
from plugin.store.upsert import insert_into

_AT_ONCE = 1000


@dataclass(frozen=True)
class AuditEntry:
    at: datetime
    event: str
    ticket_id: int
    attempt: str
    kind: str
    target: str
    amount: int | None
    currency: str | None
    agent_id: int | None
    agent_name: str | None
    rule: str | None
    vendor_id: str | None
    request_id: str | None
    result: str | None
    shown_hash: str
    shown: str | None


class Audit:
    def __init__(self, store: Store, account: str) -> None:
        self._store = store
        self._account = account

    def of_ticket(self, ticket_id: int) -> tuple[AuditEntry, ...]:
        wanted = (
            select(*_ENTRY)
            .where(AuditRow.account == self._account, AuditRow.ticket_id == ticket_id)
            .order_by(AuditRow.at)
        )
        with self._store.glance() as connection:
            return tuple(AuditEntry(*row) for row in connection.execute(wanted).all())

    def entries(self, *, since: datetime | None = None, ticket_id: int | None = None) -> Iterator[AuditEntry]:
        """All of them, oldest first, without holding them all."""
        wanted = select(*_ENTRY).where(AuditRow.account == self._account)
        if since is not None:
            wanted = wanted.where(AuditRow.at >= since)
        if ticket_id is not None:
            wanted = wanted.where(AuditRow.ticket_id == ticket_id)
        wanted = wanted.order_by(AuditRow.at, AuditRow.attempt, AuditRow.event)
        with self._store.reading() as session:
            for row in session.execute(wanted.execution_options(yield_per=_AT_ONCE)):
                yield AuditEntry(*row)


def keep_entry(
    session: Session, row: AttemptRow, event: str, *, at: datetime, agent: tuple[int, str] | None
) -> None:
    """Adds the entry to the transaction that makes it true; a second one for the same event is dropped."""
    entry: dict[str, Any] = {
        "account": row.account,
        "attempt": row.id,
        "event": event,
        "at": at,
        "ticket_id": row.ticket_id,
        "agent_id": agent[0] if agent else None,
        "agent_name": agent[1] if agent else None,
        "kind": row.kind,
        "target": row.target,
        "amount": row.amount,
        "currency": row.currency,
        "rule": row.rule,
        "shown_hash": row.shown_hash,
        # Once per confirmation: the end of a step need not repeat it.
        "shown": None if event in {"done", "refused"} else row.shown,
        "vendor_id": row.vendor_id,
        "request_id": row.request_id,
        "result": row.result,
    }
    session.execute(insert_into(session, AuditRow).values(**entry).on_conflict_do_nothing())


_ENTRY: tuple[Any, ...] = (
    AuditRow.at,
    AuditRow.event,
    AuditRow.ticket_id,
    AuditRow.attempt,
    AuditRow.kind,
    AuditRow.target,
    AuditRow.amount,
    AuditRow.currency,
    AuditRow.agent_id,
    AuditRow.agent_name,
    AuditRow.rule,
    AuditRow.vendor_id,
    AuditRow.request_id,
    AuditRow.result,
    AuditRow.shown_hash,
    AuditRow.shown,
)
