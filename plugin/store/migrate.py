"""Brings the tables to the shape this version needs. Safe to run from many processes at once."""

from __future__ import annotations

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from plugin.store.engine import open_engine

# Any number, the same in every process: it names the lock "one migration at a time".
_ONE_AT_A_TIME = 7_411_552_093


def upgrade(database_url: str, revision: str = "head") -> None:
    _run(database_url, "upgrade", revision)


def downgrade(database_url: str, revision: str) -> None:
    _run(database_url, "downgrade", revision)


def is_current(database_url: str) -> bool:
    """Whether the tables have the shape this version needs."""
    engine = open_engine(database_url)
    try:
        with engine.connect() as connection:
            at = MigrationContext.configure(connection).get_current_revision()
    finally:
        engine.dispose()
    return at == ScriptDirectory.from_config(_config()).get_current_head()


def _run(database_url: str, direction: str, revision: str) -> None:
    # A batch migration on SQLite rebuilds a table: with foreign keys on, that deletes what points to it.
    engine = open_engine(database_url, foreign_keys=False)
    if engine.dialect.name == "sqlite":
        engine = engine.execution_options(tillside_begin="BEGIN IMMEDIATE")
    try:
        with engine.begin() as connection:
            if engine.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _ONE_AT_A_TIME})
            getattr(command, direction)(_config(connection), revision)
            _refuse_broken_references(connection)
    finally:
        engine.dispose()


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", "plugin.store:migrations")
    config.set_main_option("path_separator", "os")
    config.set_main_option("file_template", "rev_%%(rev)s_%%(slug)s")
    config.attributes["connection"] = connection
    return config


def _refuse_broken_references(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if broken:
            raise RuntimeError(
                f"The migration left {len(broken)} rows that point nowhere; nothing was changed."
            )
