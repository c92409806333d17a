"""What a harmless call found out about a permission."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


@dataclass(frozen=True, slots=True)
class Probed:
    """`allowed` is None where the call found out nothing; then, and where it is False, `sentence` says why."""

    permission: str
    allowed: bool | None
    sentence: str = ""
    named: str | None = None
    """The missing permission in the vendor's own words, where its answer named it."""


def seconds_ahead(date_header: str | None, now: datetime) -> float | None:
    """How far our clock is ahead of the vendor's; None without a readable `Date`. A header counts whole seconds."""
    try:
        theirs = parsedate_to_datetime(date_header or "")
    except (TypeError, ValueError):
        return None
    return (now - theirs.astimezone(UTC)).total_seconds()
