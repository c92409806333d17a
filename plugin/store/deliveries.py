"""Deliveries: every webhook event, stored before it is acknowledged, each at most once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select, update

from plugin.store.engine import Store
from plugin.store.models import DeliveryRow
from plugin.store.upsert import insert_into


@dataclass(frozen=True)
class Delivery:
    source: str
    delivery_id: str
    body: str
    received_at: datetime


class Deliveries:
    def __init__(self, store: Store, account: str) -> None:
        self._store = store
        self._account = account

    def remember(self, source: str, delivery_id: str, body: str, *, at: datetime) -> bool:
        """True when it is new. Acknowledge only after this returned."""
        with self._store.writing() as session:
            storing = insert_into(session, DeliveryRow).values(
                account=self._account,
                source=source,
                delivery_id=delivery_id,
                received_at=at,
                # PostgreSQL has no NUL in text; no valid JSON has one either.
                body=body.replace("\x00", "\N{REPLACEMENT CHARACTER}"),
            )
            stored = storing.on_conflict_do_nothing().returning(DeliveryRow.delivery_id)
            return session.execute(stored).first() is not None

    def handled(self, source: str, delivery_id: str, *, at: datetime) -> None:
        with self._store.writing() as session:
            session.execute(
                update(DeliveryRow)
                .where(
                    DeliveryRow.account == self._account,
                    DeliveryRow.source == source,
                    DeliveryRow.delivery_id == delivery_id,
                )
                .values(handled_at=at)
            )

    def unhandled(self, *, before: datetime, limit: int = 100) -> tuple[Delivery, ...]:
        """Acknowledged but not acted on, because the process ended in between; the oldest first."""
        row = DeliveryRow
        waiting = (
            select(row.source, row.delivery_id, row.body, row.received_at)
            .where(row.account == self._account, row.handled_at.is_(None), row.received_at < before)
            .order_by(row.received_at)
            .limit(limit)
        )
        with self._store.glance() as connection:
            return tuple(Delivery(*found) for found in connection.execute(waiting))

    def purge(self, *, before: datetime) -> int:
        """Drops what was handled; keep them longer than the sender repeats itself (Stripe: three days)."""
        row = DeliveryRow
        purging = (
            delete(row)
            .where(row.account == self._account, row.handled_at.is_not(None), row.received_at < before)
            .returning(row.delivery_id)
        )
        with self._store.writing() as session:
            return len(session.execute(purging).all())
