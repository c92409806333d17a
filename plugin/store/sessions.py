"""Who is signed in, and which signed tokens were used up. Tokens themselves are never stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete, or_, select, update

from plugin.store.engine import Store
from plugin.store.models import SessionRow, SpentTokenRow
from plugin.store.upsert import insert_into

_TOUCH_EVERY = timedelta(minutes=1)


@dataclass(frozen=True)
class AgentSession:
    agent_id: int
    agent_name: str
    installation: str
    created_at: datetime
    last_seen_at: datetime


class Sessions:
    """Keyed by the SHA-256 of the bearer token, so that a copy of the table opens nothing."""

    def __init__(self, store: Store, account: str) -> None:
        self._store = store
        self._account = account

    def open(
        self, token_hash: str, *, agent_id: int, agent_name: str, installation: str, at: datetime
    ) -> AgentSession:
        opened = AgentSession(agent_id, agent_name, installation, at, at)
        with self._store.writing() as session:
            session.add(SessionRow(account=self._account, token_hash=token_hash, **vars(opened)))
        return opened

    def find(
        self, token_hash: str, *, now: datetime, idle: timedelta, absolute: timedelta
    ) -> AgentSession | None:
        """None when there is none, it was not used for `idle` or it is older than `absolute`."""
        asked = {
            "account": self._account,
            "token_hash": token_hash,
            "used_after": now - idle,
            "opened_after": now - absolute,
        }
        with self._store.glance() as connection:
            found = connection.execute(live_session, asked).first()
        return AgentSession(*found) if found else None

    def touch(self, token_hash: str, session: AgentSession, *, now: datetime) -> None:
        """Says the session is in use; at most one write per minute, whatever the agent clicks."""
        if now - session.last_seen_at < _TOUCH_EVERY:
            return
        touching = (
            update(SessionRow)
            .where(
                SessionRow.account == self._account,
                SessionRow.token_hash == token_hash,
                SessionRow.last_seen_at < now,
            )
            .values(last_seen_at=now)
        )
        with self._store.writing() as writing:
            writing.execute(touching)

    def close(self, token_hash: str) -> None:
        with self._store.writing() as session:
            session.execute(
                delete(SessionRow).where(
                    SessionRow.account == self._account, SessionRow.token_hash == token_hash
                )
            )

    def close_all_of(self, agent_id: int) -> int:
        """Signs an agent out everywhere: suspended, or no agent any more."""
        closing = (
            delete(SessionRow)
            .where(SessionRow.account == self._account, SessionRow.agent_id == agent_id)
            .returning(SessionRow.token_hash)
        )
        with self._store.writing() as session:
            return len(session.execute(closing).all())

    def purge(self, *, now: datetime, idle: timedelta, absolute: timedelta) -> int:
        row = SessionRow
        purging = (
            delete(row)
            .where(
                row.account == self._account,
                or_(row.last_seen_at <= now - idle, row.created_at <= now - absolute),
            )
            .returning(row.token_hash)
        )
        with self._store.writing() as session:
            return len(session.execute(purging).all())


# Built once: every request asks this, and building it costs more than running it.
live_session = select(
    SessionRow.agent_id,
    SessionRow.agent_name,
    SessionRow.installation,
    SessionRow.created_at,
    SessionRow.last_seen_at,
).where(
    SessionRow.account == bindparam("account"),
    SessionRow.token_hash == bindparam("token_hash"),
    SessionRow.last_seen_at > bindparam("used_after"),
    SessionRow.created_at > bindparam("opened_after"),
)


class SpentTokens:
    """A signed token opens the sidebar once; a replay finds it here."""

    def __init__(self, store: Store, account: str) -> None:
        self._store = store
        self._account = account

    def spend(self, token_hash: str, *, expires_at: datetime) -> bool:
        """True for the first use only, however many processes ask at the same moment."""
        with self._store.writing() as session:
            spending = insert_into(session, SpentTokenRow).values(
                account=self._account, token_hash=token_hash, expires_at=expires_at
            )
            first = spending.on_conflict_do_nothing().returning(SpentTokenRow.token_hash)
            return session.execute(first).first() is not None

    def purge(self, *, now: datetime) -> int:
        purging = (
            delete(SpentTokenRow)
            .where(SpentTokenRow.account == self._account, SpentTokenRow.expires_at < now)
            .returning(SpentTokenRow.token_hash)
        )
        with self._store.writing() as session:
            return len(session.execute(purging).all())
