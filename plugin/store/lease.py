"""A lease says who works on a row and until when. A killed worker loses time, never work."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from sqlalchemy import ColumnElement, or_

from plugin.store.models import Lease, Retry


def signed_by(owner: str) -> str:
    """A name for one claim, not for one worker: of two claims of a worker only the newer may finish."""
    return f"{owner}/{uuid4().hex}"


def is_free(row: type[Lease], now: datetime) -> ColumnElement[bool]:
    return or_(row.lease_until.is_(None), row.lease_until <= now)


def may_be_tried(row: type[Retry], now: datetime) -> ColumnElement[bool]:
    return or_(row.not_before.is_(None), row.not_before <= now)
