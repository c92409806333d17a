"""How long the cold read behind one diagnosis takes: `python tests/bench/bench_call_plan.py`.

The sandbox's Stripe answers every call after 150 ms, from a process of its own. Read are an e-mail's
customers, their pictures beside the account, and the risks of three charges: all caches empty, all
connections new. The floor is what three rounds must cost if nothing but Stripe took time. The serial
figure is the same reader with one worker, so the same calls one after another.
"""

from __future__ import annotations

import multiprocessing
import statistics
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

# Run as a script, Python looks beside the script only.
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from integrations.records import Clue
from integrations.stripe_billing.client import stripe_client
from integrations.stripe_billing.reader import StripeReader

LATENCY = 0.150
PLANNED_ROUNDS = 3
REPETITIONS = 5
ADDRESSES = {1: "one.record@example.org", 2: "two.records@example.org"}
MOST_TIMES_THE_FLOOR, LEAST_TIMES_SERIAL = 1.3, 4.0


def serve(pipe: Connection) -> None:
    """The sandbox, in its own process: a client must not wait for the stand-in's interpreter lock."""
    from integrations.sandbox.running import running
    from integrations.sandbox.world import World

    world = World()
    stripe = world.stripe
    plan = stripe.price(stripe.product("Notes Pro"), 2000)
    for records, address in ADDRESSES.items():
        for record in range(records):
            customer = stripe.customer(address if record == 0 else address.title(), "Pat Doe")
            stripe.card(customer)
            subscription = stripe.subscribe(customer, plan, at=world.ago(days=200), checkout=True)
            stripe.renew_until_now(subscription)
    with running(world) as addresses:
        pipe.send(addresses.stripe)
        while (latency := pipe.recv()) is not None:
            # Each message starts a measurement and answers with when the requests of the last one came.
            pipe.send([moment for moment, *_ in world.faults.requests])
            world.faults.clear()
            world.faults.latency["stripe"] = latency
        assert stripe.violations == [], stripe.violations


@contextmanager
def sandbox() -> Iterator[tuple[str, Connection]]:
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=serve, args=(theirs,), daemon=True)
    process.start()
    try:
        yield ours.recv(), ours
    finally:
        ours.send(None)
        process.join(10)


@dataclass(frozen=True)
class Measured:
    seconds: float
    calls: int
    rounds: int


def read_cold(stripe_address: str, email: str, workers: int | None) -> float:
    client = stripe_client("rk_test_bench", address=stripe_address)
    sized = {} if workers is None else {"workers": workers}
    reader = StripeReader(client, round_seconds=60.0, **sized)
    started = time.perf_counter()
    found = reader.look_up([Clue("email", email)])
    ids = list(dict.fromkeys(hit.customer_id for hit in found.hits))
    with ThreadPoolExecutor(1) as beside:
        account = beside.submit(reader.account)
        pictures = reader.pictures(ids)
        account.result()
    charges = [charge.id for picture in pictures for charge in picture.charges]
    risks = reader.risks(charges[:3])
    seconds = time.perf_counter() - started
    reader.close()
    unread = [*found.unread, *risks.unread, *(gap for picture in pictures for gap in picture.unread)]
    assert not unread, unread
    return seconds


def measured(address: str, control: Connection, records: int, workers: int | None, times: int) -> Measured:
    taken: list[tuple[float, list[float]]] = []
    for _ in range(times):
        control.send(LATENCY)
        control.recv()
        seconds = read_cold(address, ADDRESSES[records], workers)
        control.send(LATENCY)
        taken.append((seconds, control.recv()))
    seconds = statistics.median(seconds for seconds, _ in taken)
    arrived = taken[-1][1]
    return Measured(seconds, len(arrived), rounds_of(arrived))


def rounds_of(arrived: list[float]) -> int:
    """A request that came after an earlier one could have been answered belongs to a later round."""
    rounds, began = 0, float("-inf")
    for moment in sorted(arrived):
        if moment >= began + LATENCY:
            rounds, began = rounds + 1, moment
    return rounds


def main() -> int:
    missed = 0
    with sandbox() as (address, control):
        control.send(0.0)
        control.recv()
        # Both sides parse, import and compile on first use; that is no part of a ticket's time.
        for email in ADDRESSES.values():
            read_cold(address, email, None)
        for records in ADDRESSES:
            fast = measured(address, control, records, None, REPETITIONS)
            serial = measured(address, control, records, 1, 1)
            floor = PLANNED_ROUNDS * LATENCY
            to_floor, to_serial = fast.seconds / floor, serial.seconds / fast.seconds
            missed += to_floor > MOST_TIMES_THE_FLOOR or to_serial < LEAST_TIMES_SERIAL
            print(f"customer records: {records}")
            print(f"  calls: {fast.calls}")
            print(f"  sequential rounds: {fast.rounds}")
            print(f"  floor: {floor * 1000:.0f} ms")
            print(f"  side by side: {fast.seconds * 1000:.0f} ms (median of {REPETITIONS})")
            print(f"  one after another: {serial.seconds * 1000:.0f} ms ({serial.calls} calls)")
            print(f"  times the floor: {to_floor:.2f} (asked: at most {MOST_TIMES_THE_FLOOR})")
            print(f"  times faster than serial: {to_serial:.1f} (asked: at least {LEAST_TIMES_SERIAL:.0f})")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
