"""INSERT ... ON CONFLICT in the words of whichever database it is.

Whether a row was new is always asked with RETURNING: `rowcount` is -1 on PostgreSQL.
"""

from __future__ import annotations

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from plugin.store.models import Base


def insert_into(session: Session, table: type[Base]) -> postgresql.Insert | sqlite.Insert:
    if session.get_bind().dialect.name == "sqlite":
        return sqlite.insert(table)
    return postgresql.insert(table)
