"""Gap sightings: which tickets show what the product cannot do yet, and how much hangs on it.

Nothing here names a customer: the hash counts them, the amounts are sums.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, case, delete, func, or_, select
from sqlalchemy.orm import Session

from integrations.money import Money, by_currency
from plugin.store.engine import Store
from plugin.store.models import GapOpinionRow, GapSightingRow
from plugin.store.upsert import insert_into

WINDOW_DAYS = (7, 30, 90)
WEEKS = 12


@dataclass(frozen=True)
class Sighting:
    """One gap in one ticket. `customer_hash` is keyed, so that it cannot be turned back into an id."""

    gap: str
    bucket: str
    situation: str
    customer_hash: str | None = None
    refunds: tuple[Money, ...] = ()
    mrr: Money | None = None
    agent_minutes: int = 0


@dataclass(frozen=True)
class Window:
    """The demand of the last `days`; None: since the first sighting. A customer's MRR counts once."""

    days: int | None
    tickets: int = 0
    customers: int = 0
    mrr: tuple[Money, ...] = ()
    refunds: tuple[Money, ...] = ()
    agent_minutes: int = 0


@dataclass(frozen=True)
class Demand:
    """What stands behind one gap. A customer's MRR counts once, whatever the number of its tickets."""

    gap: str
    windows: tuple[Window, ...] = tuple(Window(days) for days in (*WINDOW_DAYS, None))
    """The last 7, 30 and 90 days, and all the time."""
    situations: tuple[tuple[str, int], ...] = ()
    """Situation -> tickets, the most frequent first."""
    first_seen: datetime | None = None
    last_seen: datetime | None = None
    weeks: tuple[int, ...] = ()
    """Tickets of each of the last weeks, oldest first; filled where an issue is written."""

    @property
    def tickets(self) -> int:
        return self.windows[-1].tickets

    @property
    def customers(self) -> int:
        return self.windows[-1].customers

    @property
    def mrr(self) -> tuple[Money, ...]:
        return self.windows[-1].mrr

    @property
    def refunds(self) -> tuple[Money, ...]:
        return self.windows[-1].refunds

    @property
    def agent_minutes(self) -> int:
        return self.windows[-1].agent_minutes


class GapSightings:
    def __init__(self, store: Store, account: str) -> None:
        self._store = store
        self._account = account

    def record(self, ticket_id: int, sighting: Sighting, *, at: datetime) -> bool:
        """True when it is new or says something else than before. One statement."""
        with self._store.writing() as session:
            return _record(session, self._account, ticket_id, sighting, at)

    def withdraw(self, ticket_id: int, *, keep: Collection[str] = ()) -> tuple[str, ...]:
        """Forgets the gaps this ticket no longer shows; which they were."""
        with self._store.writing() as session:
            gone = sorted(_shown(session, self._account, ticket_id) - set(keep))
            for gap in gone:
                _withdraw(session, self._account, ticket_id, gap)
            return tuple(gone)

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

    def demand(self, gap: str, *, now: datetime, since: datetime | None = None) -> Demand:
        """One gap, with its weeks; `since` leaves out what was first seen before."""
        about = [GapSightingRow.gap == gap, *([GapSightingRow.seen_at >= since] if since else [])]
        with self._store.reading() as session:
            found = self._demands(session, now, about).get(gap, Demand(gap))
            return Demand(
                gap,
                found.windows,
                found.situations,
                found.first_seen,
                found.last_seen,
                self._weeks(session, now, about),
            )

    def demands(self, *, now: datetime) -> dict[str, Demand]:
        """Every gap that was seen."""
        with self._store.reading() as session:
            return self._demands(session, now, [])

    def _demands(
        self, session: Session, now: datetime, about: Sequence[ColumnElement[bool]]
    ) -> dict[str, Demand]:
        """All windows in one pass by situation and one by customer, added up here: a few dozen rows."""
        row = GapSightingRow
        mine = [row.account == self._account, *about]
        since = [now - timedelta(days=days) for days in WINDOW_DAYS]

        def windows(seen: Any, value: Any) -> list[Any]:
            return [*(func.sum(case((seen >= start, value), else_=0)) for start in since), func.sum(value)]

        tallies: dict[str, _Tally] = defaultdict(_Tally)
        seen: dict[str, list[tuple[datetime, datetime]]] = defaultdict(list)
        situations: dict[str, Counter[str]] = defaultdict(Counter)
        width = len(WINDOW_DAYS) + 1
        by_situation = (
            select(
                row.gap,
                row.situation,
                row.refund_currency,
                func.min(row.seen_at),
                func.max(row.seen_at),
                *windows(row.seen_at, 1),
                *windows(row.seen_at, row.agent_minutes),
                *windows(row.seen_at, func.coalesce(row.refund_amount, 0)),
            )
            .where(*mine)
            .group_by(row.gap, row.situation, row.refund_currency)
        )
        for gap, situation, currency, first, last, *sums in session.execute(by_situation):
            tally = tallies[gap]
            tally.add("tickets", sums[:width])
            tally.add("minutes", sums[width : 2 * width])
            if currency:
                tally.add(("refunds", currency), sums[2 * width :])
            situations[gap][situation] += sums[width - 1]
            seen[gap].append((first, last))
        self._add_several_currencies(session, mine, since, tallies)
        self._add_customers(session, mine, since, tallies)
        return {
            gap: Demand(
                gap,
                tally.windows(),
                tuple(sorted(situations[gap].items(), key=lambda found: (-found[1], found[0]))),
                min(first for first, _last in seen[gap]),
                max(last for _first, last in seen[gap]),
            )
            for gap, tally in sorted(tallies.items())
        }

    def _add_several_currencies(
        self, session: Session, mine: Sequence[Any], since: Sequence[datetime], tallies: dict[str, _Tally]
    ) -> None:
        """Refunds in several currencies in one ticket: rare, and found through an index of their own."""
        row = GapSightingRow
        several = select(row.gap, row.seen_at, row.refunds).where(
            *mine, row.refund_currency.is_(None), row.refunds != _NO_REFUNDS
        )
        for gap, at, refunds in session.execute(several):
            for currency, amount in json.loads(refunds).items():
                tallies[gap].add(
                    ("refunds", currency), [*(amount if at >= start else 0 for start in since), amount]
                )

    def _add_customers(
        self, session: Session, mine: Sequence[Any], since: Sequence[datetime], tallies: dict[str, _Tally]
    ) -> None:
        """Each customer once, with the highest MRR of its tickets in the window."""
        row = GapSightingRow
        highest = [
            *(func.max(case((row.seen_at >= start, row.mrr_amount))) for start in since),
            func.max(row.mrr_amount),
        ]
        per_customer = (
            select(
                row.gap,
                func.min(row.mrr_currency).label("currency"),
                func.max(row.mrr_currency).label("other"),
                func.max(row.seen_at).label("last"),
                *(value.label(f"mrr_{n}") for n, value in enumerate(highest)),
            )
            .where(*mine, row.customer_hash.is_not(None))
            .group_by(row.gap, row.customer_hash)
            .subquery()
        )
        one = per_customer.c
        sums = select(
            one.gap,
            one.currency,
            one.other,
            *(func.sum(case((one.last >= start, 1), else_=0)) for start in since),
            func.count(),
            *(func.sum(one[f"mrr_{n}"]) for n in range(len(highest))),
        ).group_by(one.gap, one.currency, one.other)
        mixed = False
        for gap, currency, other, *values in session.execute(sums):
            tallies[gap].add("customers", values[: len(highest)])
            if currency and currency == other:
                tallies[gap].add(("mrr", currency), [value or 0 for value in values[len(highest) :]])
            mixed = mixed or currency != other
        if mixed:
            self._add_mixed_mrr(session, mine, highest, tallies)

    def _add_mixed_mrr(
        self, session: Session, mine: Sequence[Any], highest: Sequence[Any], tallies: dict[str, _Tally]
    ) -> None:
        """Customers whose tickets show MRR in several currencies: each of these counts once."""
        row = GapSightingRow
        mixed = (
            select(row.gap, row.customer_hash)
            .where(*mine, row.customer_hash.is_not(None))
            .group_by(row.gap, row.customer_hash)
            .having(func.min(row.mrr_currency) != func.max(row.mrr_currency))
            .subquery()
        )
        each = (
            select(row.gap, row.mrr_currency, *highest)
            .join(mixed, and_(mixed.c.gap == row.gap, mixed.c.customer_hash == row.customer_hash))
            .where(*mine, row.mrr_currency.is_not(None))
            .group_by(row.gap, row.customer_hash, row.mrr_currency)
        )
        for gap, currency, *values in session.execute(each):
            tallies[gap].add(("mrr", currency), [value or 0 for value in values])

    def _weeks(
        self, session: Session, now: datetime, about: Sequence[ColumnElement[bool]]
    ) -> tuple[int, ...]:
        row = GapSightingRow
        starts = [now - timedelta(weeks=weeks) for weeks in range(WEEKS, 0, -1)]
        ends = [*starts[1:], now + timedelta(days=1)]  # another machine's clock may be ahead
        counts = [
            func.sum(case((and_(row.seen_at >= start, row.seen_at < end), 1), else_=0))
            for start, end in zip(starts, ends, strict=True)
        ]
        found = session.execute(
            select(*counts).where(row.account == self._account, *about, row.seen_at >= starts[0])
        ).one()
        return tuple(int(count or 0) for count in found)


class _Tally:
    """Sums per window, under a name or (name, currency)."""

    def __init__(self) -> None:
        self._sums: dict[Any, list[int]] = {}

    def add(self, name: str | tuple[str, str], values: Iterable[int]) -> None:
        values = [int(value) for value in values]
        before = self._sums.get(name, [0] * len(values))
        self._sums[name] = [one + other for one, other in zip(before, values, strict=True)]

    def windows(self) -> tuple[Window, ...]:
        return tuple(
            Window(
                days,
                tickets=self._at("tickets", n),
                customers=self._at("customers", n),
                mrr=self._money("mrr", n),
                refunds=self._money("refunds", n),
                agent_minutes=self._at("minutes", n),
            )
            for n, days in enumerate((*WINDOW_DAYS, None))
        )

    def _at(self, name: str, window: int) -> int:
        return self._sums[name][window] if name in self._sums else 0

    def _money(self, name: str, window: int) -> tuple[Money, ...]:
        found = [
            Money(sums[window], key[1])
            for key, sums in self._sums.items()
            if isinstance(key, tuple) and key[0] == name and sums[window]
        ]
        return by_currency(found)


def keep_sightings(
    session: Session, account: str, ticket_id: int, sightings: Sequence[Sighting], at: datetime
) -> None:
    """Makes the ticket show exactly these gaps, inside the transaction that keeps its case.

    Except where an agent has said otherwise: that stands.
    """
    refused, added = _opinions(session, account, ticket_id)
    wanted = {s.gap: s for s in sightings if s.gap not in refused}
    shown = _shown(session, account, ticket_id)
    gone = shown - set(wanted) - added
    # One order, because each statement takes its gap's counter: no deadlock.
    for gap in sorted({*wanted, *gone}):
        if gap in wanted:
            _record(session, account, ticket_id, wanted[gap], at)
        else:
            _withdraw(session, account, ticket_id, gap)


_NO_REFUNDS = "{}"
_SAID: tuple[str, ...] = (
    "customer_hash",
    "bucket",
    "situation",
    "refunds",
    "refund_amount",
    "refund_currency",
    "mrr_amount",
    "mrr_currency",
    "agent_minutes",
)


def _record(session: Session, account: str, ticket_id: int, sighting: Sighting, at: datetime) -> bool:
    refunds = {money.currency: money.amount for money in by_currency(list(sighting.refunds))}
    currency, amount = next(iter(refunds.items())) if len(refunds) == 1 else (None, None)
    upsert = insert_into(session, GapSightingRow).values(
        account=account,
        gap=sighting.gap,
        ticket_id=ticket_id,
        customer_hash=sighting.customer_hash,
        bucket=sighting.bucket,
        situation=sighting.situation,
        refunds=json.dumps(refunds, sort_keys=True) if refunds else _NO_REFUNDS,
        refund_amount=amount,
        refund_currency=currency,
        mrr_amount=sighting.mrr.amount if sighting.mrr else None,
        mrr_currency=sighting.mrr.currency if sighting.mrr else None,
        agent_minutes=sighting.agent_minutes,
        seen_at=at,
    )
    recorded = upsert.on_conflict_do_update(
        index_elements=["account", "gap", "ticket_id"],
        # `seen_at` stays: it is when the gap was met, not when we last looked.
        set_={name: upsert.excluded[name] for name in _SAID},
        where=or_(*(getattr(GapSightingRow, name).is_distinct_from(upsert.excluded[name]) for name in _SAID)),
    ).returning(GapSightingRow.gap)
    return session.execute(recorded).first() is not None


def _shown(session: Session, account: str, ticket_id: int) -> set[str]:
    row = GapSightingRow
    return set(session.scalars(select(row.gap).where(row.account == account, row.ticket_id == ticket_id)))


def _withdraw(session: Session, account: str, ticket_id: int, gap: str) -> None:
    row = GapSightingRow
    session.execute(delete(row).where(row.account == account, row.ticket_id == ticket_id, row.gap == gap))


def _opinions(session: Session, account: str, ticket_id: int) -> tuple[set[str], set[str]]:
    """Gaps an agent said this ticket does not show, and those the agent said it does."""
    row = GapOpinionRow
    said = session.execute(
        select(row.gap, row.is_gap).where(row.account == account, row.ticket_id == ticket_id)
    ).all()
    return {gap for gap, is_gap in said if not is_gap}, {gap for gap, is_gap in said if is_gap}
