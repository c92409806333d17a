"""The tables can be made from nothing, by many processes at once, and taken away again."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from plugin.store import StoreUnavailable, migrate, open_store
from plugin.store.engine import open_engine
from plugin.store.models import Base


def tables(url: str) -> set[str]:
    engine = open_engine(url)
    try:
        return set(inspect(engine).get_table_names())
    finally:
        engine.dispose()


def test_up_from_empty_gives_the_models(empty_database_url: str) -> None:
    assert not migrate.is_current(empty_database_url)
    migrate.upgrade(empty_database_url)
    assert migrate.is_current(empty_database_url)
    engine = open_engine(empty_database_url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


def test_every_revision_goes_down_and_up_again(empty_database_url: str) -> None:
    revisions = [r.revision for r in ScriptDirectory.from_config(migrate._config()).walk_revisions()][::-1]
    for revision in revisions:
        migrate.upgrade(empty_database_url, revision)
        migrate.downgrade(empty_database_url, "-1")
        migrate.upgrade(empty_database_url, revision)
    migrate.downgrade(empty_database_url, "base")
    assert tables(empty_database_url) == {"alembic_version"}
    migrate.upgrade(empty_database_url)
    assert migrate.is_current(empty_database_url)


def test_processes_that_start_together_migrate_once(empty_database_url: str) -> None:
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(migrate.upgrade, [empty_database_url] * 6))
    assert migrate.is_current(empty_database_url)


def test_every_table_starts_its_key_with_the_account() -> None:
    for name, table in Base.metadata.tables.items():
        assert next(c.name for c in table.primary_key) == "account", name
        for index in table.indexes:
            assert index.columns.keys()[0] == "account", index.name


def test_a_new_sqlite_file_is_private_and_durable(tmp_path: Path) -> None:
    path = tmp_path / "not" / "yet" / "there.db"
    store = open_store(f"sqlite:///{path}")
    with store.reading() as session:
        settings = {
            name: session.scalar(text(f"PRAGMA {name}"))
            for name in ("journal_mode", "synchronous", "busy_timeout", "foreign_keys", "trusted_schema")
        }
    assert settings == {
        "journal_mode": "wal",
        "synchronous": 2,
        "busy_timeout": 10_000,
        "foreign_keys": 1,
        "trusted_schema": 0,
    }
    for file in path.parent.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file
    store.close()


@pytest.mark.parametrize("url", ["mysql://x/y", "sqlite://", "sqlite:///:memory:"])
def test_a_database_we_cannot_use_is_refused_in_words(url: str) -> None:
    with pytest.raises(ValueError, match="sqlite:///"):
        open_store(url)


def test_a_database_that_is_down_says_try_again() -> None:
    store = open_store("postgres://tillside@127.0.0.1:1/nothing")
    with pytest.raises(StoreUnavailable), store.reading() as session:
        session.execute(text("SELECT 1"))
