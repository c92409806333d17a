"""What the reconcile keeps between two ticks: how far it read, whose turn it is, when it last ran."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete, func, or_, select, update

from plugin.store.engine import Store
from plugin.store.models import CursorRow, TickRow
from plugin.store.upsert import insert_into


class Cursors:
    def __init__(self, store: Store, account: str) -> None:
        self._store = store
        self._account = account

    def get(self, name: str) -> str | None:
        wanted = select(CursorRow.value).where(CursorRow.account == self._account, CursorRow.name == name)
        with self._store.glance() as connection:
            return connection.scalar(wanted)

    def set(self, name: str, value: str) -> None:
        with self._store.writing() as session:
            setting = insert_into(session, CursorRow).values(account=self._account, name=name, value=value)
            session.execute(
                setting.on_conflict_do_update(index_elements=["account", "name"], set_={"value": value})
            )

    def take_turn(self, name: str, *, every: timedelta, now: datetime) -> bool:
        """True for one worker per period, so that ten workers do not ask the helpdesk ten times."""
        with self._store.writing() as session:
            taking = insert_into(session, CursorRow).values(
                account=self._account, name=name, next_turn_at=now + every
            )
            taken = taking.on_conflict_do_update(
                index_elements=["account", "name"],
                set_={"next_turn_at": now + every},
                where=or_(CursorRow.next_turn_at.is_(None), CursorRow.next_turn_at <= now),
            ).returning(CursorRow.name)
            return session.execute(taken).first() is not None

    def keep_turn(self, name: str, *, until: datetime) -> None:
        """Whoever has the turn is still busy with it."""
        with self._store.writing() as session:
            session.execute(
                update(CursorRow)
                .where(CursorRow.account == self._account, CursorRow.name == name)
                .values(next_turn_at=until)
            )


class Ticks:
    def __init__(self, store: Store, account: str) -> None:
        self._store = store
        self._account = account

    def beat(self, worker: str, *, at: datetime) -> None:
        with self._store.writing() as session:
            beating = insert_into(session, TickRow).values(
                account=self._account, worker=worker, last_tick_at=at
            )
            session.execute(
                beating.on_conflict_do_update(index_elements=["account", "worker"], set_={"last_tick_at": at})
            )

    def latest(self) -> datetime | None:
        """When any worker last ran; None when none ever did."""
        wanted = select(func.max(TickRow.last_tick_at)).where(TickRow.account == self._account)
        with self._store.glance() as connection:
            return connection.scalar(wanted)

    def forget(self, *, before: datetime) -> None:
        """Drops workers that are gone: each process has its own name."""
        with self._store.writing() as session:
            session.execute(
                delete(TickRow).where(TickRow.account == self._account, TickRow.last_tick_at < before)
            )
