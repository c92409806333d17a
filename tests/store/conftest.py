from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from plugin.store import Store, migrate, open_store
from tests.postgres import new_database

START = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "postgresql":
        return new_database()
    return f"sqlite:///{tmp_path / 'tillside.db'}"


@pytest.fixture
def database_url(empty_database_url: str) -> str:
    migrate.upgrade(empty_database_url)
    return empty_database_url


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    opened = open_store(database_url)
    yield opened
    opened.close()


class Times:
    """Moments as minutes or seconds after a fixed start."""

    def __call__(self, seconds: float = 0) -> datetime:
        return START + timedelta(seconds=seconds)


@pytest.fixture
def t() -> Times:
    return Times()
