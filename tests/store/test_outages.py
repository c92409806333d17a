"""A database that is held too long or was restarted: a named error to answer 503 to, and then on with the work."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from sqlalchemy import create_engine, text

from plugin.store import Cases, Store, StoreUnavailable, migrate, open_store
from tests.postgres import new_database

Time = Callable[..., datetime]


def test_a_writer_that_waits_too_long_is_told_to_try_again(
    database_url: str, store: Store, t: Time, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plugin.store.engine.BUSY_SECONDS", 1)
    impatient = open_store(database_url)
    Cases(store, "acme").want(1, "open", at=t())
    with store.writing() as session:
        session.execute(text("UPDATE cases SET ticket_status = 'held'"))
        with pytest.raises(StoreUnavailable):
            Cases(impatient, "acme").want(1, "open", at=t(1))
        assert Cases(impatient, "acme").get(1) is not None, "reading does not wait for a writer"
    assert Cases(impatient, "acme").want(1, "open", at=t(1))
    impatient.close()


def test_a_block_that_raises_leaves_nothing_behind(store: Store, t: Time) -> None:
    cases = Cases(store, "acme")
    cases.want(1, "open", at=t())

    def half_done() -> None:
        with store.writing() as session:
            session.execute(text("DELETE FROM cases"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half_done()
    assert cases.get(1) is not None


def test_a_fault_of_ours_is_not_called_an_outage(store: Store) -> None:
    with pytest.raises(Exception, match="no_such_table") as raised, store.reading() as session:
        session.execute(text("SELECT * FROM no_such_table"))
    assert not isinstance(raised.value, StoreUnavailable)


def test_connections_a_restart_has_cut_are_replaced(t: Time) -> None:
    url = new_database()
    migrate.upgrade(url)
    store = open_store(url)
    cases = Cases(store, "acme")
    cases.want(1, "open", at=t())
    admin = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    with admin.connect() as connection:
        cut = connection.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        ).all()
    admin.dispose()
    assert cut
    assert cases.want(1, "open", at=t(1))
    assert cases.get(1) is not None
    store.close()
