"""The demand behind every gap over 1,000,000 sightings, as a ratio to one bare SQL aggregate.

Same database file, same process, alternating rounds of one run. The bare aggregate is one GROUP BY over the
same rows: tickets, customers, MRR, refunds and minutes per gap, without windows, without counting a
customer's MRR once. Asked: at most 2. Also: how many statements recording one sighting takes. Asked: one.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from sqlalchemy import event, insert, text  # noqa: E402

from integrations.money import Money  # noqa: E402
from plugin.store import GapSightings, Sighting, Store, open_store  # noqa: E402
from plugin.store.migrate import upgrade  # noqa: E402
from plugin.store.models import GapSightingRow  # noqa: E402

SIGHTINGS, CUSTOMERS, ROUNDS, CHUNK = 1_000_000, 300_000, 3, 50_000
GAPS = (
    "no_billing_portal",
    "no_usage_visibility",
    "no_plan_or_seat_explanation",
    "no_cancellation_flow",
    "no_duplicate_subscription_guard",
)
NOW = datetime(2026, 6, 1, tzinfo=UTC)
BARE = text(
    "SELECT gap, count(*), count(DISTINCT customer_hash), sum(mrr_amount), sum(refund_amount), "
    "sum(agent_minutes), min(seen_at), max(seen_at) FROM gap_sightings WHERE account = 'bench' GROUP BY gap"
)


def fill(store: Store) -> None:
    """As the product would have written them, only without the product: a million transactions take a while."""
    dice = random.Random(6)
    with store.engine.begin() as connection:
        triggers = [
            (name, sql)
            for name, sql in connection.exec_driver_sql(
                "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'gap_sightings'"
            )
        ]
        for name, _sql in triggers:
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
        for start in range(0, SIGHTINGS, CHUNK):
            connection.execute(insert(GapSightingRow), [row(dice, n) for n in range(start, start + CHUNK)])
        for _name, sql in triggers:
            connection.exec_driver_sql(sql)
        connection.exec_driver_sql("ANALYZE")


def row(dice: random.Random, ticket_id: int) -> dict[str, object]:
    refund = dice.choice((None, None, 1900, 2900, 4900, 9900))
    currency = dice.choice(("usd", "usd", "usd", "eur", "jpy"))
    return {
        "account": "bench",
        "gap": dice.choice(GAPS),
        "ticket_id": ticket_id,
        "customer_hash": f"{dice.randrange(CUSTOMERS):032x}",
        "bucket": "self_serve_missing",
        "situation": dice.choice(("cancel_request", "duplicate_same_customer", "metered_overage")),
        "refunds": f'{{"{currency}": {refund}}}' if refund else "{}",
        "refund_amount": refund,
        "refund_currency": currency if refund else None,
        "mrr_amount": dice.randrange(500, 50_000),
        "mrr_currency": "usd",
        "agent_minutes": dice.randrange(5, 60),
        "seen_at": NOW - timedelta(minutes=dice.randrange(400 * 24 * 60)),
    }


def statements_of_recording(store: Store) -> int:
    said: list[str] = []
    sightings = GapSightings(store, "bench")

    @event.listens_for(store.engine, "before_cursor_execute")
    def listen(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        said.append(statement)

    sightings.record(
        SIGHTINGS + 1,
        Sighting("no_billing_portal", "self_serve_missing", "x", "h", (Money(1, "usd"),), Money(2, "usd"), 5),
        at=NOW,
    )
    event.remove(store.engine, "before_cursor_execute", listen)
    return len([statement for statement in said if not statement.startswith("BEGIN")])


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'bench.db'}"
        upgrade(url)
        store = open_store(url)
        fill(store)
        sightings = GapSightings(store, "bench")
        ours, bare = [], []
        for _ in range(ROUNDS):
            began = time.perf_counter()
            with store.glance() as connection:
                counted = connection.execute(BARE).all()
            bare.append(time.perf_counter() - began)
            began = time.perf_counter()
            demands = sightings.demands(now=NOW)
            ours.append(time.perf_counter() - began)
        for gap, tickets, customers, *_rest in counted:
            assert (demands[gap].tickets, demands[gap].customers) == (tickets, customers), gap
        statements = statements_of_recording(store)
        store.close()
    ratio = statistics.median(ours) / statistics.median(bare)
    print(f"recording one sighting: {statements} statement(s) (asked: 1)")
    print(
        f"demand of all gaps over {SIGHTINGS:,} sightings: {statistics.median(ours):.2f} s, "
        f"bare aggregate {statistics.median(bare):.2f} s, ratio {ratio:.2f} (asked: at most 2)"
    )
    return 0 if ratio <= 2 and statements == 1 else 1


if __name__ == "__main__":
    sys.exit(main())
