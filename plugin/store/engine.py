"""Opens the database and hands out short transactions; the code above does not know which database it is."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import ConnectionPoolEntry

BUSY_SECONDS = 10
"""How long a transaction waits for another one before it gives up, on either database."""

_BEGIN = "tillside_begin"


class StoreUnavailable(Exception):
    """The database is down, full or held too long by somebody else: try again in a moment."""


class Store:
    """One database. A transaction is short and never open over a call to a vendor."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        if engine.dialect.name == "sqlite":
            # BEGIN IMMEDIATE takes the write lock before anything is read. SQLAlchemy's default takes
            # it at the first write, and two readers that then write silently lose one of the updates.
            write: Engine = engine.execution_options(**{_BEGIN: "BEGIN IMMEDIATE"})
            self._one_statement: Engine = engine.execution_options(**{_BEGIN: None})
        else:
            write = engine
            self._one_statement = engine.execution_options(isolation_level="AUTOCOMMIT")
        self._write = sessionmaker(write, expire_on_commit=False)
        self._read = sessionmaker(engine, expire_on_commit=False)

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A transaction that commits when the block ends and leaves nothing behind when it raises."""
        with _said_as_unavailable(), self._write.begin() as session:
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """One consistent view of several reads."""
        with _said_as_unavailable(), self._read() as session:
            yield session

    @contextmanager
    def glance(self) -> Iterator[Connection]:
        """A single read statement without a transaction around it: the cheapest way to one row."""
        with _said_as_unavailable(), self._one_statement.connect() as connection:
            yield connection

    def close(self) -> None:
        self.engine.dispose()


def open_store(database_url: str) -> Store:
    """`sqlite:///path`, `postgresql://...` or `postgres://...`; the tables are made by `migrate.upgrade`."""
    return Store(open_engine(database_url))


def open_engine(database_url: str, *, foreign_keys: bool = True) -> Engine:
    url = _with_driver(make_url(database_url))
    if url.get_backend_name() == "sqlite":
        return _open_sqlite(url, foreign_keys=foreign_keys)
    return _open_postgresql(url)


def _with_driver(url: URL) -> URL:
    if url.drivername in {"postgres", "postgresql"}:
        return url.set(drivername="postgresql+psycopg")
    if url.drivername in {"sqlite", "postgresql+psycopg"}:
        return url
    raise ValueError(f"DATABASE_URL starts with sqlite:/// or postgresql://, not {url.drivername}://")


def _open_sqlite(url: URL, *, foreign_keys: bool) -> Engine:
    if not url.database or url.database == ":memory:":
        raise ValueError("Tillside keeps its state in a file: sqlite:///path/to/tillside.db")
    private_file(Path(url.database))
    engine = create_engine(url, pool_size=10, max_overflow=20, connect_args={"timeout": BUSY_SECONDS})

    @event.listens_for(engine, "connect")
    def settings(connection: Any, _entry: ConnectionPoolEntry) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves, see below
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
        _use_wal(cursor)
        # FULL, because an acknowledged event or a written attempt must survive a power cut.
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")
        cursor.execute("PRAGMA trusted_schema = OFF")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        statement = connection.get_execution_options().get(_BEGIN, "BEGIN")
        if statement:
            connection.exec_driver_sql(statement)

    return engine


def _use_wal(cursor: Any) -> None:
    # The very first switch of a new file does not wait for its lock; processes that start together meet here.
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError:
            if time.monotonic() >= deadline:
                raise
            time.sleep(0.02)


def _open_postgresql(url: URL) -> Engine:
    engine = create_engine(
        url, pool_size=10, max_overflow=20, pool_pre_ping=True, connect_args={"connect_timeout": BUSY_SECONDS}
    )

    @event.listens_for(engine, "connect")
    def settings(connection: Any, _entry: ConnectionPoolEntry) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"SET lock_timeout = '{BUSY_SECONDS}s'")
            # A worker that froze in the middle must not hold its rows for ever.
            cursor.execute("SET idle_in_transaction_session_timeout = '30s'")
        connection.commit()

    return engine


def private_file(path: Path) -> None:
    """Makes the file, and its folder, readable by nobody else before the first row is in it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        return


@contextmanager
def _said_as_unavailable() -> Iterator[None]:
    try:
        yield
    except (OperationalError, InterfaceError, PoolTimeout) as error:
        if "no such " in str(error.orig if isinstance(error, DBAPIError) else ""):
            raise  # SQLite says a missing table or column this way: a fault of ours, no use in waiting
        raise StoreUnavailable(f"The database did not answer in time ({type(error).__name__}).") from error
    except DBAPIError as error:
        if error.connection_invalidated:
            raise StoreUnavailable("The connection to the database was lost.") from error
        raise
