"""Steps: rounds of Stripe calls for preview and confirm beside their floor, and the audit log at length.

At 150 ms per call the floor is what the calls that cannot leave together must take: one round to read everything
again, one for what Stripe computes or does.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from sqlalchemy import insert

from integrations.money import Money
from integrations.sandbox import scenarios
from integrations.sandbox.running import running
from integrations.sandbox.world import World
from plugin import wiring
from plugin.act.wish import Wish
from plugin.settings import Settings
from plugin.store import Audit, open_store
from plugin.store.migrate import upgrade
from plugin.store.models import AuditRow
from tests.conftest import environment

LATENCY = 0.150
ROUNDS_FLOOR = 2
RUNS = 5
COUNTING = 1.5


def bench_rounds() -> bool:
    world = World()
    with tempfile.TemporaryDirectory() as folder, running(world) as addresses:
        env = environment(addresses, Path(folder)) | {"STRIPE_WRITE_KEY": "rk_test_sandbox_write"}
        settings = Settings.read(env)
        upgrade(settings.database_url)
        scenarios.stage(world, "duplicate_minutes_apart")
        (ticket,) = world.zendesk.tickets
        parts = wiring.web_parts(settings)
        parts.cases.want(ticket, "open", at=parts.clock())
        parts.diagnose(ticket)
        stored = parts.shown.get(ticket)
        document = json.loads((stored.document_json if stored else None) or "{}")
        charge = next(s["target"] for s in document["plan"] if s["kind"] == "refund_charge")
        agent = world.zendesk.agent_ids[0]
        world.faults.latency["stripe"] = LATENCY
        previews, confirms = [], []
        for _ in range(RUNS):
            wish = Wish("refund_charge", charge, amount=Money(100, "usd"))
            took, shown = _timed(lambda wish=wish: parts.steps.show(ticket, wish, agent))
            previews.append(took)
            took, _done = _timed(
                lambda shown=shown: parts.steps.confirm(ticket, shown.considered.hash, agent)
            )
            confirms.append(took)
        # Counted at a latency no machine's own slowness can be taken for.
        world.faults.latency["stripe"] = COUNTING
        wish = Wish("refund_charge", charge, amount=Money(100, "usd"))
        rounds = {}
        world.faults.requests.clear()
        shown = parts.steps.show(ticket, wish, agent)
        rounds["preview"] = _rounds(world)
        world.faults.requests.clear()
        parts.steps.confirm(ticket, shown.considered.hash, agent)
        rounds["confirm"] = _rounds(world)
    floors = {"preview": LATENCY, "confirm": ROUNDS_FLOOR * LATENCY}
    good = True
    for name, took in (("preview", previews), ("confirm", confirms)):
        median, floor = statistics.median(took), floors[name]
        good = good and rounds[name] <= ROUNDS_FLOOR
        print(
            f"{name}: {median * 1000:.0f} ms, floor {floor * 1000:.0f} ms ({median / floor:.2f} x), "
            f"{rounds[name]} rounds of Stripe calls (asked: at most {ROUNDS_FLOOR})"
        )
    return good


def _rounds(world: World) -> int:
    """How many times calls had to wait for the answers of calls before them."""
    began = sorted(at for at, vendor, _, _ in world.faults.requests if vendor == "stripe")
    rounds, first = 1, began[0]
    for at in began:
        if at - first > 0.9 * COUNTING:
            rounds, first = rounds + 1, at
    return rounds


def bench_audit() -> bool:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/audit.db"
        upgrade(url)
        store = open_store(url)
        audit, took = Audit(store, "acme"), {}
        filled = 0
        for size in (1_000, 1_000_000):
            while filled < size:
                many = min(50_000, size - filled)
                with store.writing() as session:
                    session.execute(insert(AuditRow), [_row(filled + n) for n in range(many)])
                filled += many
            took[size] = statistics.median(_timed(lambda: audit.of_ticket(7))[0] for _ in range(300))
        store.close()
    ratio = took[1_000_000] / took[1_000]
    print(
        f"audit log of a ticket: {took[1_000] * 1e6:.0f} us of 1,000 rows, {took[1_000_000] * 1e6:.0f} us of 1,000,000 ({ratio:.2f} x)"
    )
    return ratio <= 2


def _row(number: int) -> dict[str, Any]:
    at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=number)
    return {
        "account": "acme", "attempt": f"st{number}", "event": "done", "at": at,
        # Ticket 7 keeps its ten rows, however many others there are.
        "ticket_id": 7 if number < 10 else 1_000 + number % 100_000, "agent_id": 1, "agent_name": "Ana",
        "kind": "refund_charge", "target": "ch_1", "amount": 100, "currency": "usd", "rule": None, "shown_hash": "h",
        "shown": None, "vendor_id": "re_1", "request_id": "req_1", "result": "done",
    }  # fmt: skip


def _timed(act: Callable[[], Any]) -> tuple[float, Any]:
    began = time.perf_counter()
    result = act()
    return time.perf_counter() - began, result


if __name__ == "__main__":
    results = [bench_rounds(), bench_audit()]
    sys.exit(0 if all(results) else 1)
