"""Follow-ups: which tickets are owed the word that their gap is closed, and which have it. Each once, for ever."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, delete, literal, or_, select, update

from plugin.store.engine import Store
from plugin.store.lease import is_free, may_be_tried, signed_by
from plugin.store.models import CaseRow, GapFollowUpRow, GapIssueRow, GapSightingRow
from plugin.store.upsert import insert_into


@dataclass(frozen=True)
class FollowUpClaim:
    """The right to write one. `first`: nobody can have written it, so no look-up is needed."""

    gap: str
    ticket_id: int
    owner: str
    first: bool
    issue_number: int
    closed_at: datetime


class GapFollowUps:
    def __init__(self, store: Store, account: str) -> None:
        self._store = store
        self._account = account

    def want(
        self,
        gap: str,
        issue_number: int,
        *,
        closed_at: datetime,
        seen_until: datetime,
        solved_since: datetime,
        at: datetime,
        not_before: datetime,
    ) -> int:
        """Owes one to every ticket that showed the gap by then and is open, or was solved since; how many are new."""
        row, case, seen = GapFollowUpRow, CaseRow, GapSightingRow
        tickets = (
            select(
                seen.account,
                seen.gap,
                seen.ticket_id,
                literal("wanted"),
                literal(0),
                literal(at, type_=row.wanted_at.type),
                literal(issue_number),
                literal(closed_at, type_=row.closed_at.type),
                literal(not_before, type_=row.not_before.type),
                literal(0),
            )
            .join(case, and_(case.account == seen.account, case.ticket_id == seen.ticket_id))
            .where(
                seen.account == self._account,
                seen.gap == gap,
                seen.seen_at <= seen_until,
                or_(
                    case.closed_at.is_(None),
                    # Zendesk lets nobody write to a closed ticket.
                    and_(case.ticket_status == "solved", case.closed_at >= solved_since),
                ),
            )
        )
        names = [
            "account",
            "gap",
            "ticket_id",
            "state",
            "attempts",
            "wanted_at",
            "issue_number",
            "closed_at",
            "not_before",
            "failures",
        ]
        with self._store.writing() as session:
            owing = insert_into(session, row).from_select(names, tickets, include_defaults=False)
            return len(session.execute(owing.on_conflict_do_nothing().returning(row.ticket_id)).all())

    def forget(self, gap: str) -> None:
        """The issue was opened again before anybody was told. Whoever is writing one finishes it."""
        row = GapFollowUpRow
        with self._store.writing() as session:
            session.execute(
                delete(row).where(
                    row.account == self._account, row.gap == gap, row.state == "wanted", row.attempts == 0
                )
            )

    def due(self, now: datetime, limit: int = 20) -> tuple[tuple[str, int], ...]:
        row = GapFollowUpRow
        wanted = (
            select(row.gap, row.ticket_id)
            .where(
                row.account == self._account, row.state != "done", is_free(row, now), may_be_tried(row, now)
            )
            .order_by(row.wanted_at, row.gap, row.ticket_id)
            .limit(limit)
        )
        with self._store.glance() as connection:
            return tuple((gap, ticket_id) for gap, ticket_id in connection.execute(wanted))

    def claim(
        self, gap: str, ticket_id: int, owner: str, *, lease_seconds: float, now: datetime
    ) -> FollowUpClaim | None:
        """None when it is written, somebody writes it, or the issue is not closed any more."""
        row, issue = GapFollowUpRow, GapIssueRow
        signed = signed_by(owner)
        closed = (
            select(issue.gap)
            .where(issue.account == self._account, issue.gap == gap, issue.state == "closed")
            .exists()
        )
        claiming = (
            update(row)
            .where(
                *self._key(gap, ticket_id),
                row.state != "done",
                closed,
                is_free(row, now),
                may_be_tried(row, now),
            )
            .values(
                state="writing",
                attempts=row.attempts + 1,
                lease_owner=signed,
                lease_until=now + timedelta(seconds=lease_seconds),
            )
            .returning(row.attempts, row.issue_number, row.closed_at)
        )
        with self._store.writing() as session:
            found = session.execute(claiming).first()
        if found is None:
            return None
        return FollowUpClaim(gap, ticket_id, signed, found.attempts == 1, found.issue_number, found.closed_at)

    def done(self, claim: FollowUpClaim, *, comment_id: int | None, at: datetime) -> bool:
        return self._as_holder(claim, state="done", comment_id=comment_id, written_at=at, last_error=None)

    def fail(self, claim: FollowUpClaim, sentence: str, *, retry_at: datetime) -> bool:
        return self._as_holder(
            claim,
            not_before=retry_at,
            failures=GapFollowUpRow.failures + 1,
            last_error=sentence,
        )

    def told(self, gap: str) -> tuple[int, ...]:
        row = GapFollowUpRow
        wanted = (
            select(row.ticket_id)
            .where(row.account == self._account, row.gap == gap, row.state == "done")
            .order_by(row.ticket_id)
        )
        with self._store.glance() as connection:
            return tuple(connection.scalars(wanted))

    def _as_holder(self, claim: FollowUpClaim, **values: Any) -> bool:
        changing = (
            update(GapFollowUpRow)
            .where(*self._key(claim.gap, claim.ticket_id), GapFollowUpRow.lease_owner == claim.owner)
            .values(lease_owner=None, lease_until=None, **values)
            .returning(GapFollowUpRow.ticket_id)
        )
        with self._store.writing() as session:
            return session.execute(changing).first() is not None

    def _key(self, gap: str, ticket_id: int) -> tuple[Any, ...]:
        row = GapFollowUpRow
        return (row.account == self._account, row.gap == gap, row.ticket_id == ticket_id)
