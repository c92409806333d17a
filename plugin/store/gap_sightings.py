"""Gap sightings: which tickets show what the product cannot do yet, and how much hangs on it.

Nothing here names a customer: the hash counts them, the amounts are sums.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, or_, select
from sqlalchemy.orm import Session

from integrations.money import Money, by_currency
from plugin.store.engine import Store
from plugin.store.models import Base, GapRow, GapSightingRow
from plugin.store.upsert import insert_into


@dataclass(frozen=True)
class Sighting:
    """One gap in one ticket. `customer_hash` is keyed, so that it cannot be turned back into an id."""

    gap: str
    bucket: str
    situation: str
    customer_hash: str | None = None
    refunds: tuple[Money, ...] = ()
    mrr: Money | None = None


@dataclass(frozen=True)
class Demand:
    """What stands behind one gap. A customer's MRR counts once, whatever the number of its tickets."""

    gap: str
    tickets: int = 0
    customers: int = 0
    mrr: tuple[Money, ...] = ()
    refunds: tuple[Money, ...] = ()
    situations: tuple[tuple[str, int], ...] = ()
    """Situation -> tickets, the most frequent first."""
    first_seen: datetime | None = None
    last_seen: datetime | None = None


class GapSightings:
    def __init__(self, store: Store, account: str) -> None:
        self._store = store
        self._account = account

    def record(self, ticket_id: int, sighting: Sighting, *, at: datetime) -> bool:
        """True when it is new or says something else than before."""
        with self._store.writing() as session:
            changed = _record(session, self._account, ticket_id, sighting, at)
            if changed:
                _move(session, self._account, sighting.gap)
            return changed

    def withdraw(self, ticket_id: int, *, keep: Collection[str] = ()) -> tuple[str, ...]:
        """Forgets the gaps this ticket no longer shows; which they were."""
        with self._store.writing() as session:
            withdrawn = _withdraw(session, self._account, ticket_id, keep)
            for gap in withdrawn:
                _move(session, self._account, gap)
            return withdrawn

    def of_ticket(self, ticket_id: int) -> tuple[str, ...]:
        wanted = (
            select(GapSightingRow.gap)
            .where(GapSightingRow.account == self._account, GapSightingRow.ticket_id == ticket_id)
            .order_by(GapSightingRow.gap)
        )
        with self._store.glance() as connection:
            return tuple(connection.scalars(wanted))

    def tickets(self, gap: str) -> tuple[int, ...]:
        wanted = (
            select(GapSightingRow.ticket_id)
            .where(GapSightingRow.account == self._account, GapSightingRow.gap == gap)
            .order_by(GapSightingRow.ticket_id)
        )
        with self._store.glance() as connection:
            return tuple(connection.scalars(wanted))

    def demand(self, gap: str, *, since: datetime | None = None) -> Demand:
        row = GapSightingRow
        about: list[Any] = [row.account == self._account, row.gap == gap]
        if since is not None:
            about.append(row.seen_at >= since)
        per_customer = (
            select(row.mrr_currency, func.max(row.mrr_amount).label("amount"))
            .where(*about, row.mrr_currency.is_not(None), row.customer_hash.is_not(None))
            .group_by(row.customer_hash, row.mrr_currency)
            .subquery()
        )
        with self._store.reading() as session:
            tickets, customers, first, last = session.execute(
                select(
                    func.count(),
                    func.count(row.customer_hash.distinct()),
                    func.min(row.seen_at),
                    func.max(row.seen_at),
                ).where(*about)
            ).one()
            mrr = session.execute(
                select(per_customer.c.mrr_currency, func.sum(per_customer.c.amount)).group_by(
                    per_customer.c.mrr_currency
                )
            ).all()
            refunds = session.scalars(select(row.refunds).where(*about, row.refunds != _NO_REFUNDS)).all()
            situations = session.execute(
                select(row.situation, func.count())
                .where(*about)
                .group_by(row.situation)
                .order_by(func.count().desc(), row.situation)
            ).all()
        return Demand(
            gap=gap,
            tickets=tickets,
            customers=customers,
            mrr=by_currency([Money(int(amount), currency) for currency, amount in mrr]),
            refunds=by_currency(
                [Money(amount, currency) for line in refunds for currency, amount in json.loads(line).items()]
            ),
            situations=tuple((situation, count) for situation, count in situations),
            first_seen=first,
            last_seen=last,
        )


def keep_sightings(
    session: Session, account: str, ticket_id: int, sightings: Sequence[Sighting], at: datetime
) -> None:
    """Makes the ticket show exactly these gaps, inside the transaction that keeps its case."""
    moved = {s.gap for s in sightings if _record(session, account, ticket_id, s, at)}
    moved |= set(_withdraw(session, account, ticket_id, {s.gap for s in sightings}))
    for gap in sorted(moved):  # one order of locks, so no deadlock
        _move(session, account, gap)


_NO_REFUNDS = "{}"
_SAID: tuple[str, ...] = ("customer_hash", "bucket", "situation", "refunds", "mrr_amount", "mrr_currency")


def _record(session: Session, account: str, ticket_id: int, sighting: Sighting, at: datetime) -> bool:
    refunds = {money.currency: money.amount for money in by_currency(list(sighting.refunds))}
    upsert = insert_into(session, GapSightingRow).values(
        account=account,
        gap=sighting.gap,
        ticket_id=ticket_id,
        customer_hash=sighting.customer_hash,
        bucket=sighting.bucket,
        situation=sighting.situation,
        refunds=json.dumps(refunds, sort_keys=True) if refunds else _NO_REFUNDS,
        mrr_amount=sighting.mrr.amount if sighting.mrr else None,
        mrr_currency=sighting.mrr.currency if sighting.mrr else None,
        seen_at=at,
    )
    recorded = upsert.on_conflict_do_update(
        index_elements=["account", "gap", "ticket_id"],
        # `seen_at` stays: it is when the gap was met, not when we last looked.
        set_={name: upsert.excluded[name] for name in _SAID},
        where=or_(*(getattr(GapSightingRow, name).is_distinct_from(upsert.excluded[name]) for name in _SAID)),
    ).returning(GapSightingRow.gap)
    return session.execute(recorded).first() is not None


def _withdraw(session: Session, account: str, ticket_id: int, keep: Collection[str]) -> tuple[str, ...]:
    row = GapSightingRow
    withdrawing = (
        delete(row)
        .where(row.account == account, row.ticket_id == ticket_id, row.gap.not_in(keep))
        .returning(row.gap)
    )
    return tuple(sorted(session.scalars(withdrawing)))


def _move(session: Session, account: str, gap: str) -> None:
    table: type[Base] = GapRow
    fresh = insert_into(session, table).values(account=account, gap=gap, rev=1)
    session.execute(
        fresh.on_conflict_do_update(index_elements=["account", "gap"], set_={"rev": GapRow.rev + 1})
    )
