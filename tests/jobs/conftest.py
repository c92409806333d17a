from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from plugin.store import Store, migrate, open_store
from tests.postgres import new_database


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    url = new_database() if request.param == "postgresql" else f"sqlite:///{tmp_path / 'tillside.db'}"
    migrate.upgrade(url)
    return url


@pytest.fixture
def queue_url(database_url: str, tmp_path: Path) -> str:
    """The queue that goes with the database: a file of its own, or the same server."""
    return database_url if database_url.startswith("postgresql") else f"sqlite:///{tmp_path / 'queue.db'}"


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    opened = open_store(database_url)
    yield opened
    opened.close()
