"""No junk drawers: a file's name says what is in it."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[2]
FORBIDDEN = {"utils", "util", "helpers", "helper", "common", "service", "services", "misc"}


def test_no_file_is_called_by_what_it_is_not() -> None:
    files = [
        p for root in ("plugin", "integrations", "tests", "sidebar/src") for p in (ROOT / root).rglob("*")
    ]
    assert [str(p.relative_to(ROOT)) for p in files if p.stem in FORBIDDEN] == []
