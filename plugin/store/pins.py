"""Pins: an agent said which customer a requester is. The newest counts, the older ones stay as history."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from plugin.facts import Pin
from plugin.store.engine import Store
from plugin.store.models import PinRow
from plugin.store.upsert import insert_into


class Pins:
    def __init__(self, store: Store, account: str) -> None:
        self._store = store
        self._account = account

    def pin(
        self, requester_id: int, customer_id: str, *, agent_id: int, agent_name: str, at: datetime
    ) -> Pin:
        """Replaces what was pinned before; of two agents at the same moment the later one stands."""
        new = {
            "account": self._account,
            "id": uuid4().hex,
            "requester_id": requester_id,
            "customer_id": customer_id,
            "agent_id": agent_id,
            "agent_name": agent_name,
            "pinned_at": at,
        }
        placed = False
        while not placed:
            with self._store.writing() as session:
                self._withdraw(session, requester_id, agent_id, at)
                # The unique index on active pins lets one of two agents in; the other goes round again.
                pinning = insert_into(session, PinRow).values(**new).on_conflict_do_nothing()
                placed = session.execute(pinning.returning(PinRow.id)).first() is not None
        return Pin(customer_id, agent_id, agent_name, at)

    def unpin(self, requester_id: int, *, agent_id: int, at: datetime) -> bool:
        with self._store.writing() as session:
            return self._withdraw(session, requester_id, agent_id, at)

    def get(self, requester_id: int) -> Pin | None:
        wanted = select(PinRow.customer_id, PinRow.agent_id, PinRow.agent_name, PinRow.pinned_at).where(
            PinRow.account == self._account,
            PinRow.requester_id == requester_id,
            PinRow.withdrawn_at.is_(None),
        )
        with self._store.glance() as connection:
            found = connection.execute(wanted).first()
        return Pin(*found) if found else None

    def history(self, requester_id: int) -> tuple[Pin, ...]:
        """Every pin this requester ever had, the newest first."""
        wanted = (
            select(PinRow.customer_id, PinRow.agent_id, PinRow.agent_name, PinRow.pinned_at)
            .where(PinRow.account == self._account, PinRow.requester_id == requester_id)
            .order_by(PinRow.pinned_at.desc())
        )
        with self._store.glance() as connection:
            return tuple(Pin(*found) for found in connection.execute(wanted))

    def _withdraw(self, session: Session, requester_id: int, agent_id: int, at: datetime) -> bool:
        withdrawing = (
            update(PinRow)
            .where(
                PinRow.account == self._account,
                PinRow.requester_id == requester_id,
                PinRow.withdrawn_at.is_(None),
            )
            .values(withdrawn_at=at, withdrawn_by=agent_id)
            .returning(PinRow.id)
        )
        return session.execute(withdrawing).first() is not None
