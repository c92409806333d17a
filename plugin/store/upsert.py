"""INSERT ... ON CONFLICT in the words of whichever database it is.

Whether a row was new is always asked with RETURNING: `rowcount` is -1 on PostgreSQL.
"""

from __future__ import annotations

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from plugin.store.models import Base

Insert = postgresql.Insert | sqlite.Insert


def insert_into(session: Session, table: type[Base]) -> Insert:
    return insert_for(session.get_bind().dialect.name, table)


def insert_for(dialect: str, table: type[Base] | Table) -> Insert:
    """The same for a statement that is built once and kept."""
    return sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)
