"""Real processes are killed at every place of the path, under every fault: what was wanted happens exactly once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.money.matrix import Bench, Case, draw
from tests.postgres import new_database

CASES = 44
"""On each database; `make chaos` draws many more."""


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return new_database() if request.param == "postgresql" else f"sqlite:///{tmp_path / 'tillside.db'}"


@pytest.mark.slow
@pytest.mark.timeout(1500)
def test_what_was_wanted_happens_once_whatever_dies(database_url: str, tmp_path: Path) -> None:
    with Bench(database_url, tmp_path) as bench:
        results = [bench.run(case) for case in draw(CASES, seed=len(database_url) % 2)]
        assert bench.world.stripe.violations == []
    assert [f"{r.case}: {r.wrong}" for r in results if r.wrong] == []
    assert sum(r.made for r in results) == sum(r.wanted for r in results) > 0
    assert sum(r.unfinished for r in results) == 0


SHOWN_BY = {
    "fresh key": Case("refund", None, "answer lost"),
    "no look-up": Case("refund", "acted", "none", prune=True),
    "no claim": Case("note", None, "none"),
    "rowcount": Case("note", None, "none"),
}


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("mutant", SHOWN_BY)
def test_without_any_of_its_promises_the_matrix_is_red(mutant: str, tmp_path: Path) -> None:
    """And green with all of them, for the very same case."""
    case = SHOWN_BY[mutant]
    with Bench(f"sqlite:///{tmp_path / 'tillside.db'}", tmp_path) as bench:
        assert bench.run(case).wrong == []
        assert bench.run(case, mutant).wrong != [], f"{mutant} goes unnoticed"
