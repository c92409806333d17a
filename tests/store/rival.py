"""One of several processes that want the same rows. Prints how often it won, one number."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from hashlib import sha256

from sqlalchemy import text

from plugin.store import Cases, Notes, SpentTokens, Store, open_store


def claim_each_ticket(store: Store, tickets: int) -> int:
    cases, now = Cases(store, "acme"), datetime.now(UTC)
    claims = (cases.claim(number, "rival", lease_seconds=600, now=now) for number in range(tickets))
    return sum(claim is not None for claim in claims)


def claim_each_note(store: Store, tickets: int) -> int:
    notes, now = Notes(store, "acme"), datetime.now(UTC)
    claims = (notes.claim(number, "m", "rival", lease_seconds=600, now=now) for number in range(tickets))
    return sum(claim is not None for claim in claims)


def spend_each_token(store: Store, tokens: int) -> int:
    spent, now = SpentTokens(store, "acme"), datetime.now(UTC)
    hashes = [sha256(str(number).encode()).hexdigest() for number in range(tokens)]
    return sum(spent.spend(token_hash, expires_at=now) for token_hash in hashes)


def read_then_write(store: Store, times: int) -> int:
    """Adds one to a counter in the way that loses updates where the isolation is wrong."""
    for _ in range(times):
        with store.writing() as session:
            value = session.scalar(
                text(
                    "SELECT value FROM cursors WHERE name = 'counter' FOR UPDATE"
                    if store.engine.dialect.name == "postgresql"
                    else "SELECT value FROM cursors WHERE name = 'counter'"
                )
            )
            session.execute(
                text("UPDATE cursors SET value = :value WHERE name = 'counter'"),
                {"value": str(int(value) + 1)},
            )
    return times


def want_one_ticket(store: Store, times: int) -> int:
    cases = Cases(store, "acme")
    return sum(cases.want(1, "open", at=datetime.now(UTC)) for _ in range(times))


if __name__ == "__main__":
    url, what, count = sys.argv[1:]
    opened = open_store(url)
    print("ready", flush=True)
    sys.stdin.readline()  # all rivals begin together
    print(globals()[what](opened, int(count)))
