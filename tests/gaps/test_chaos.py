"""A smaller share of `make chaos-gaps`: processes are killed, GitHub misbehaves, five gaps become five issues."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.gaps.chaos import run
from tests.postgres import new_database

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("backend", ["sqlite", "postgresql"])
@pytest.mark.timeout(600)
def test_killed_workers_and_a_bad_day_at_github_make_no_second_issue(backend: str, tmp_path: Path) -> None:
    url = new_database() if backend == "postgresql" else f"sqlite:///{tmp_path / 'chaos.db'}"
    found = run(url, workers=4, sightings=60, kills=4)
    assert (found.sightings, found.gaps, found.issues, found.ends_wrong) == (60, 5, 5, 0)
    assert found.killed, "nobody was killed: the test shows nothing"
