"""Cases: what is known about each ticket, and which of them are due to be read again.

A ticket is *wanted* when something changed and *done* when a reading that began after the change was
kept. Events, hints and workers may be lost, doubled or late: the two revisions in the row decide.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache, cached_property
from typing import Any, Literal

from sqlalchemy import (
    ColumnElement,
    Executable,
    Select,
    and_,
    bindparam,
    case,
    delete,
    exists,
    func,
    null,
    or_,
    select,
    update,
)
from sqlalchemy.orm import Session

from integrations.records import TicketRef
from plugin.store.engine import Store
from plugin.store.gap_sightings import Sighting, keep_sightings
from plugin.store.lease import is_free, may_be_tried, signed_by
from plugin.store.models import CaseCustomerRow, CaseRow, Moment, WatchedCustomerRow
from plugin.store.upsert import insert_for, insert_into

Finished = Literal["kept", "due_again", "lost"]
"""`due_again`: kept, but something changed meanwhile. `lost`: another worker has the ticket now."""

# The helpdesk's times have whole seconds: a reading that began in the second of a change, or just after
# it by a slightly different clock, may have missed a second change with the same time.
_SAME_MOMENT = timedelta(seconds=2)

_CLOCK_SKEW = timedelta(seconds=5)
_TICKETS_PER_TRANSACTION = 200


@dataclass(frozen=True)
class Claim:
    """The right to read one ticket. `rev` is what will be done when the reading is kept."""

    ticket_id: int
    owner: str
    rev: int
    at: datetime
    failures: int = 0


@dataclass(frozen=True)
class DiagnosedTicket:
    """What one reading of a ticket found. `document` has the shape of docs/case.md."""

    document: Mapping[str, Any]
    read_at: datetime
    ticket_status: str
    ticket_updated_at: datetime | None
    open: bool = True
    customer_ids: Sequence[str] = ()
    """Every customer whose change makes the case stale, candidates too."""
    sightings: Sequence[Sighting] = ()


@dataclass(frozen=True)
class StoredCase:
    ticket_id: int
    ticket_status: str
    document_json: str | None
    """The document as stored, for handing on without parsing it; None before the first reading."""
    read_at: datetime | None
    requested_at: datetime
    wanted_rev: int
    done_rev: int
    failures: int
    last_error: str | None
    closed_at: datetime | None

    @cached_property
    def document(self) -> dict[str, Any] | None:
        return json.loads(self.document_json) if self.document_json else None

    @property
    def due(self) -> bool:
        """Something changed since the document was made."""
        return self.wanted_rev > self.done_rev and self.closed_at is None


@dataclass(frozen=True)
class Backlog:
    """How far behind the work is, for the health page."""

    open: int
    due: int
    failing: int
    oldest_requested_at: datetime | None


class Cases:
    def __init__(self, store: Store, account: str) -> None:
        self._store = store
        self._account = account

    # ------------------------------------------------------------ something changed
    def want(self, ticket_id: int, status: str, *, at: datetime, seen: datetime | None = None) -> bool:
        """Asks for a reading of an open ticket; False when a reading already asked for covers it.

        `seen` is the helpdesk's time of the change. Without it (an agent asks) a reading always follows,
        even while the ticket waits after a failure.
        """
        with self._store.writing() as session:
            return self._want(session, ticket_id, status, at, seen)

    def want_many(self, tickets: Iterable[TicketRef], *, at: datetime) -> int:
        """`want` for each of many open tickets; how many became due."""
        ordered = sorted(tickets, key=lambda ticket: ticket.id)  # one order of locks, so no deadlock
        bumped = 0
        for start in range(0, len(ordered), _TICKETS_PER_TRANSACTION):
            with self._store.writing() as session:
                for ticket in ordered[start : start + _TICKETS_PER_TRANSACTION]:
                    bumped += self._want(session, ticket.id, ticket.status, at, ticket.updated_at)
        return bumped

    def _want(
        self, session: Session, ticket_id: int, status: str, at: datetime, seen: datetime | None
    ) -> bool:
        asked = {
            "account": self._account,
            "ticket_id": ticket_id,
            "ticket_status": status,
            "ticket_updated_at": seen,
            "requested_at": at,
        }
        if seen is not None:
            asked["covered_from"] = seen + _SAME_MOMENT
        wanting = _wanting(session.get_bind().dialect.name, seen is not None)
        return session.execute(wanting, asked).first() is not None

    def want_customer(self, customer_id: str, *, at: datetime) -> tuple[int, ...]:
        """The billing vendor says this customer changed: all open cases that show it are due."""
        with self._store.writing() as session:
            watched = insert_into(session, WatchedCustomerRow).values(
                account=self._account, customer_id=customer_id, changed_at=at, touched_at=at
            )
            session.execute(
                watched.on_conflict_do_update(
                    index_elements=["account", "customer_id"], set_={"changed_at": at, "touched_at": at}
                )
            )
            showing = (
                select(CaseRow.ticket_id)
                .join(
                    CaseCustomerRow,
                    and_(
                        CaseCustomerRow.account == CaseRow.account,
                        CaseCustomerRow.ticket_id == CaseRow.ticket_id,
                    ),
                )
                .where(
                    CaseCustomerRow.account == self._account,
                    CaseCustomerRow.customer_id == customer_id,
                    CaseRow.closed_at.is_(None),
                )
                .order_by(CaseRow.ticket_id)
                .with_for_update(of=CaseRow)  # in one order, so that two events cannot deadlock
            )
            ticket_ids = tuple(session.scalars(showing))
            if ticket_ids:
                session.execute(
                    update(CaseRow)
                    .where(CaseRow.account == self._account, CaseRow.ticket_id.in_(ticket_ids))
                    .values(
                        wanted_rev=CaseRow.wanted_rev + 1,
                        reading_since=None,
                        requested_at=case(
                            (CaseRow.wanted_rev > CaseRow.done_rev, CaseRow.requested_at), else_=at
                        ),
                    )
                )
            return ticket_ids

    def close(
        self, ticket_id: int, *, at: datetime, status: str = "closed", seen: datetime | None = None
    ) -> bool:
        """The ticket needs no fresh case any more; False when it is unknown or was changed after `seen`."""
        row = CaseRow
        closing = update(row).where(row.account == self._account, row.ticket_id == ticket_id)
        values: dict[str, Any] = {"ticket_status": status, "closed_at": func.coalesce(row.closed_at, at)}
        if seen is not None:
            closing = closing.where(or_(row.ticket_updated_at.is_(None), row.ticket_updated_at <= seen))
            values["ticket_updated_at"] = seen
        with self._store.writing() as session:
            return session.execute(closing.values(**values).returning(row.ticket_id)).first() is not None

    # ------------------------------------------------------------ one worker reads it
    def claim(self, ticket_id: int, owner: str, *, lease_seconds: float, now: datetime) -> Claim | None:
        """The ticket, if it is due, nobody works on it and it need not wait after a failure."""
        row = CaseRow
        signed = signed_by(owner)
        claiming = (
            update(row)
            .where(row.account == self._account, row.ticket_id == ticket_id, *self._claimable(now))
            .values(lease_owner=signed, lease_until=now + timedelta(seconds=lease_seconds), reading_since=now)
            .returning(row.wanted_rev, row.failures)
        )
        with self._store.writing() as session:
            found = session.execute(claiming).first()
        return Claim(ticket_id, signed, found.wanted_rev, now, found.failures) if found else None

    def renew(self, claim: Claim, *, lease_seconds: float, now: datetime) -> bool:
        """False when the ticket is another worker's by now."""
        renewing = (
            update(CaseRow)
            .where(*self._held(claim))
            .values(lease_until=now + timedelta(seconds=lease_seconds))
            .returning(CaseRow.ticket_id)
        )
        with self._store.writing() as session:
            return session.execute(renewing).first() is not None

    def finish(self, claim: Claim, found: DiagnosedTicket, *, at: datetime) -> Finished:
        """Keeps what a reading found, its customers and its gap sightings, all or nothing."""
        row = CaseRow
        newest: ColumnElement[bool] = row.ticket_updated_at.is_(None)
        if found.ticket_updated_at is not None:
            newest = or_(newest, row.ticket_updated_at <= found.ticket_updated_at)
        with self._store.writing() as session:
            missed = self._watch(session, claim, found.customer_ids, at)
            kept = session.execute(
                update(row)
                .where(*self._held(claim))
                .values(
                    # Not wanted_rev: what arrived during the reading stays due.
                    done_rev=claim.rev,
                    wanted_rev=row.wanted_rev + (1 if missed else 0),
                    reading_since=None if missed else row.reading_since,
                    document=json.dumps(found.document, separators=(",", ":"), allow_nan=False),
                    read_at=found.read_at,
                    ticket_status=case((newest, found.ticket_status), else_=row.ticket_status),
                    ticket_updated_at=case((newest, found.ticket_updated_at), else_=row.ticket_updated_at),
                    closed_at=case((newest, null() if found.open else at), else_=row.closed_at),
                    **_AT_REST,
                )
                .returning(row.wanted_rev)
            ).first()
            if kept is None:
                return "lost"
            self._show(session, claim.ticket_id, found.customer_ids)
            keep_sightings(session, self._account, claim.ticket_id, found.sightings, at)
        return "due_again" if kept.wanted_rev > claim.rev and found.open else "kept"

    def gone(self, claim: Claim, *, at: datetime) -> bool:
        """The helpdesk does not know the ticket any more."""
        ending = (
            update(CaseRow)
            .where(*self._held(claim))
            .values(done_rev=claim.rev, ticket_status="deleted", closed_at=at, **_AT_REST)
            .returning(CaseRow.ticket_id)
        )
        with self._store.writing() as session:
            return session.execute(ending).first() is not None

    def fail(self, claim: Claim, sentence: str, *, retry_at: datetime) -> bool:
        """Leaves the ticket due, for later. There is no giving up: the ticket is open, so it is wanted."""
        failing = (
            update(CaseRow)
            .where(*self._held(claim))
            .values(
                lease_owner=None,
                lease_until=None,
                not_before=retry_at,
                failures=CaseRow.failures + 1,
                last_error=sentence,
            )
            .returning(CaseRow.ticket_id)
        )
        with self._store.writing() as session:
            return session.execute(failing).first() is not None

    def amend(self, ticket_id: int, change: Callable[[dict[str, Any]], dict[str, Any]]) -> bool:
        """Changes a stored document in place, for what is ours and needs no new reading (an issue's link)."""
        mine = (CaseRow.account == self._account, CaseRow.ticket_id == ticket_id)
        with self._store.writing() as session:
            stored = session.scalar(select(CaseRow.document).where(*mine).with_for_update())
            if stored is None:
                return False
            changed = json.dumps(change(json.loads(stored)), separators=(",", ":"), allow_nan=False)
            session.execute(update(CaseRow).where(*mine).values(document=changed))
        return True

    def _watch(self, session: Session, claim: Claim, customer_ids: Sequence[str], at: datetime) -> bool:
        """Whether a customer this case shows for the first time changed while it was being read.

        An event about a customer already shown made the case due by itself; for a new one there was no
        case to make due yet. Taking the customer's row makes this and `want_customer` wait for each
        other; it comes before the case's own row, in the same order as there.
        """
        shown = select(CaseCustomerRow.customer_id).where(
            CaseCustomerRow.account == self._account, CaseCustomerRow.ticket_id == claim.ticket_id
        )
        missed = False
        for customer_id in sorted(set(customer_ids) - set(session.scalars(shown))):
            watched = insert_into(session, WatchedCustomerRow).values(
                account=self._account, customer_id=customer_id, touched_at=at
            )
            changed_at = session.scalar(
                watched.on_conflict_do_update(
                    index_elements=["account", "customer_id"], set_={"touched_at": at}
                ).returning(WatchedCustomerRow.changed_at)
            )
            missed = missed or (changed_at is not None and changed_at >= claim.at - _CLOCK_SKEW)
        return missed

    def _show(self, session: Session, ticket_id: int, customer_ids: Sequence[str]) -> None:
        mine = (CaseCustomerRow.account == self._account, CaseCustomerRow.ticket_id == ticket_id)
        session.execute(
            delete(CaseCustomerRow).where(*mine, CaseCustomerRow.customer_id.not_in(customer_ids))
        )
        rows = [
            {"account": self._account, "ticket_id": ticket_id, "customer_id": customer_id}
            for customer_id in sorted(set(customer_ids))
        ]
        if rows:
            session.execute(insert_into(session, CaseCustomerRow).values(rows).on_conflict_do_nothing())

    # ------------------------------------------------------------ asking
    def get(self, ticket_id: int) -> StoredCase | None:
        with self._store.glance() as connection:
            found = connection.execute(_GET, {"account": self._account, "ticket_id": ticket_id}).first()
        return StoredCase(*found) if found else None

    def due(self, now: datetime, limit: int = 100) -> tuple[int, ...]:
        """Tickets a worker may claim now, the longest waiting first."""
        waiting = (
            select(CaseRow.ticket_id)
            .where(CaseRow.account == self._account, *self._claimable(now))
            .order_by(CaseRow.requested_at)
            .limit(limit)
        )
        with self._store.glance() as connection:
            return tuple(connection.scalars(waiting))

    def open_ids(self) -> tuple[int, ...]:
        opened = select(CaseRow.ticket_id).where(
            CaseRow.account == self._account, CaseRow.closed_at.is_(None)
        )
        with self._store.glance() as connection:
            return tuple(connection.scalars(opened))

    def backlog(self) -> Backlog:
        due = CaseRow.wanted_rev > CaseRow.done_rev
        behind = select(
            func.count(),
            func.count().filter(due),
            func.count().filter(due, CaseRow.failures > 0),
            func.min(CaseRow.requested_at).filter(due),
        ).where(CaseRow.account == self._account, CaseRow.closed_at.is_(None))
        with self._store.glance() as connection:
            return Backlog(*connection.execute(behind).one())

    def forget_unwatched(self, *, before: datetime) -> int:
        """Drops customers no case shows: events name every customer of the account, not only ours."""
        shown = exists().where(
            CaseCustomerRow.account == WatchedCustomerRow.account,
            CaseCustomerRow.customer_id == WatchedCustomerRow.customer_id,
        )
        dropping = (
            delete(WatchedCustomerRow)
            .where(
                WatchedCustomerRow.account == self._account, WatchedCustomerRow.touched_at < before, ~shown
            )
            .returning(WatchedCustomerRow.customer_id)
        )
        with self._store.writing() as session:
            return len(session.execute(dropping).all())

    # ------------------------------------------------------------ conditions
    def _claimable(self, now: datetime) -> tuple[Any, ...]:
        return (
            CaseRow.wanted_rev > CaseRow.done_rev,
            CaseRow.closed_at.is_(None),
            is_free(CaseRow, now),
            may_be_tried(CaseRow, now),
        )

    def _held(self, claim: Claim) -> tuple[Any, ...]:
        return (
            CaseRow.account == self._account,
            CaseRow.ticket_id == claim.ticket_id,
            CaseRow.lease_owner == claim.owner,
        )


_AT_REST: dict[str, Any] = {
    "lease_owner": None,
    "lease_until": None,
    "not_before": None,
    "failures": 0,
    "last_error": None,
}


@cache
def _wanting(dialect: str, seen: bool) -> Executable:
    """The upsert of `want`. Kept, because a first start asks it for tens of thousands of tickets."""
    # Of the bare table: through the class, the session would work out the same statement anew each time.
    table = CaseRow.metadata.tables[CaseRow.__tablename__]
    row = table.c
    fresh = insert_for(dialect, table).values(
        account=bindparam("account"),
        ticket_id=bindparam("ticket_id"),
        ticket_status=bindparam("ticket_status"),
        ticket_updated_at=bindparam("ticket_updated_at"),
        requested_at=bindparam("requested_at"),
        wanted_rev=1,
        done_rev=0,
        failures=0,
    )
    said = fresh.excluded
    changes: dict[str, Any] = {
        "wanted_rev": row.wanted_rev + 1,
        "reading_since": None,
        "requested_at": case((row.wanted_rev > row.done_rev, row.requested_at), else_=said.requested_at),
    }
    not_covered: ColumnElement[bool] | None = None
    if seen:
        newest = or_(row.ticket_updated_at.is_(None), row.ticket_updated_at <= said.ticket_updated_at)
        changes |= {
            "ticket_status": case((newest, said.ticket_status), else_=row.ticket_status),
            "ticket_updated_at": case((newest, said.ticket_updated_at), else_=row.ticket_updated_at),
            "closed_at": case((newest, null()), else_=row.closed_at),
        }
        not_covered = or_(
            row.ticket_updated_at.is_(None),
            row.ticket_updated_at < said.ticket_updated_at,
            row.reading_since < bindparam("covered_from", type_=Moment),
        )
    else:
        changes |= {"ticket_status": said.ticket_status, "closed_at": None, "not_before": None}
    return fresh.on_conflict_do_update(
        index_elements=["account", "ticket_id"], set_=changes, where=not_covered
    ).returning(row.ticket_id)


# Built once: the sidebar asks this with every view, and building it costs more than running it.
_GET: Select[*tuple[Any, ...]] = select(
    CaseRow.ticket_id,
    CaseRow.ticket_status,
    CaseRow.document,
    CaseRow.read_at,
    CaseRow.requested_at,
    CaseRow.wanted_rev,
    CaseRow.done_rev,
    CaseRow.failures,
    CaseRow.last_error,
    CaseRow.closed_at,
).where(CaseRow.account == bindparam("account"), CaseRow.ticket_id == bindparam("ticket_id"))
