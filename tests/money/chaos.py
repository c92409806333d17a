"""`make chaos CASES=n`: the kill-and-fault matrix at length, on SQLite and PostgreSQL by turns."""

from __future__ import annotations

import logging
import random
import sys
import tempfile
from pathlib import Path

from tests.money.matrix import Bench, draw
from tests.postgres import new_database


def main(number: int, seed: int) -> int:
    logging.disable(logging.WARNING)
    wanted = made = unfinished = run = 0
    wrong = []
    print(f"seed {seed}", flush=True)
    halves = {"SQLite": number - number // 2, "PostgreSQL": number // 2}
    for database, share in halves.items():
        with tempfile.TemporaryDirectory() as folder:
            url = f"sqlite:///{folder}/tillside.db" if database == "SQLite" else new_database()
            with Bench(url, Path(folder)) as bench:
                for case in draw(share, seed + run):
                    result = bench.run(case)
                    run, wanted, made = run + 1, wanted + result.wanted, made + result.made
                    unfinished += result.unfinished
                    if result.wrong:
                        wrong.append(result)
                        print(f"WRONG {database}: {case}: {'; '.join(result.wrong)}", flush=True)
                    if run % 50 == 0:
                        print(f"{run} of {number}", flush=True)
    print(f"cases {run}, refunds wanted {wanted}, refunds made {made}, unfinished {unfinished}")
    return 1 if wrong or made != wanted or unfinished else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(10**6)))
