"""Gap issues: the one issue of each gap, who may write it now, and whether it is behind the sightings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, or_, select, update

from plugin.store.engine import Store
from plugin.store.lease import is_free, may_be_tried, signed_by
from plugin.store.models import GapIssueRow, GapRow
from plugin.store.upsert import insert_into


@dataclass(frozen=True)
class GapIssue:
    gap: str
    fingerprint: str
    issue_number: int | None
    url: str | None
    state: str | None
    body_hash: str | None
    updated_at: datetime | None
    failures: int = 0
    last_error: str | None = None


@dataclass(frozen=True)
class GapClaim:
    """The right to write one gap's issue. `rev` is the revision the text will cover: claim, then count."""

    gap: str
    fingerprint: str
    owner: str
    rev: int
    issue: GapIssue


class GapIssues:
    def __init__(self, store: Store, account: str) -> None:
        self._store = store
        self._account = account

    def due(self, now: datetime, limit: int = 100) -> tuple[str, ...]:
        """Gaps with sightings that have no issue yet, or whose issue is behind them."""
        waiting = (
            select(GapRow.gap)
            .outerjoin(
                GapIssueRow, and_(GapIssueRow.account == GapRow.account, GapIssueRow.gap == GapRow.gap)
            )
            .where(
                GapRow.account == self._account,
                or_(
                    GapIssueRow.gap.is_(None),
                    and_(
                        GapIssueRow.filed_rev < GapRow.rev,
                        is_free(GapIssueRow, now),
                        may_be_tried(GapIssueRow, now),
                    ),
                ),
            )
            .distinct()
            .order_by(GapRow.gap)
            .limit(limit)
        )
        with self._store.glance() as connection:
            return tuple(connection.scalars(waiting))

    def claim(
        self, gap: str, fingerprint: str, owner: str, *, lease_seconds: float, now: datetime
    ) -> GapClaim | None:
        """None while another worker writes it, it waits after a failure, or nothing changed.

        The lease must outlast the longest call to the tracker, or two workers create two issues.
        """
        row = GapIssueRow
        signed = signed_by(owner)
        with self._store.writing() as session:
            rev = session.scalar(select(GapRow.rev).where(GapRow.account == self._account, GapRow.gap == gap))
            if rev is None:
                return None
            fresh = insert_into(session, row).values(
                account=self._account, gap=gap, fingerprint=fingerprint, filed_rev=0, failures=0
            )
            session.execute(fresh.on_conflict_do_nothing())
            claimed = session.execute(
                update(row)
                .where(
                    row.account == self._account,
                    row.gap == gap,
                    row.fingerprint == fingerprint,
                    row.filed_rev < rev,
                    is_free(row, now),
                    may_be_tried(row, now),
                )
                .values(lease_owner=signed, lease_until=now + timedelta(seconds=lease_seconds))
                .returning(*_ISSUE)
            ).first()
        return GapClaim(gap, fingerprint, signed, rev, GapIssue(*claimed)) if claimed else None

    def renew(self, claim: GapClaim, *, lease_seconds: float, now: datetime) -> bool:
        """Asked right before the issue is created: False means another worker has taken over."""
        return self._as_holder(claim, lease_until=now + timedelta(seconds=lease_seconds))

    def remember(self, claim: GapClaim, number: int, url: str, state: str) -> bool:
        """Keeps the number the moment the issue exists, before anything else is done with it."""
        return self._as_holder(claim, issue_number=number, url=url, state=state)

    def link(
        self,
        claim: GapClaim,
        number: int,
        url: str,
        state: str,
        *,
        body_hash: str,
        at: datetime,
        next_update_at: datetime | None = None,
    ) -> bool:
        """The issue says what the sightings said at the claim; what came meanwhile keeps it due.

        `next_update_at` holds the next update back, so that a busy gap is not rewritten with every ticket.
        """
        return self._as_holder(
            claim,
            issue_number=number,
            url=url,
            state=state,
            body_hash=body_hash,
            updated_at=at,
            filed_rev=claim.rev,
            lease_owner=None,
            lease_until=None,
            not_before=next_update_at,
            failures=0,
            last_error=None,
        )

    def fail(self, claim: GapClaim, sentence: str, *, retry_at: datetime) -> bool:
        return self._as_holder(
            claim,
            lease_owner=None,
            lease_until=None,
            not_before=retry_at,
            failures=GapIssueRow.failures + 1,
            last_error=sentence,
        )

    def set_state(self, number: int, state: str, *, at: datetime) -> bool:
        """Somebody closed or reopened the issue in the tracker."""
        row = GapIssueRow
        saying = (
            update(row)
            .where(row.account == self._account, row.issue_number == number)
            .values(state=state, updated_at=at)
            .returning(row.gap)
        )
        with self._store.writing() as session:
            return session.execute(saying).first() is not None

    def get(self, gap: str, fingerprint: str) -> GapIssue | None:
        wanted = select(*_ISSUE).where(
            GapIssueRow.account == self._account,
            GapIssueRow.gap == gap,
            GapIssueRow.fingerprint == fingerprint,
        )
        with self._store.glance() as connection:
            found = connection.execute(wanted).first()
        return GapIssue(*found) if found else None

    def linked(self) -> dict[str, GapIssue]:
        """The issue of each gap that has one, the newest where a gap has several."""
        wanted = (
            select(*_ISSUE)
            .where(GapIssueRow.account == self._account, GapIssueRow.issue_number.is_not(None))
            .order_by(GapIssueRow.issue_number)
        )
        with self._store.glance() as connection:
            return {found.gap: GapIssue(*found) for found in connection.execute(wanted)}

    def _as_holder(self, claim: GapClaim, **values: Any) -> bool:
        row = GapIssueRow
        changing = (
            update(row)
            .where(
                row.account == self._account,
                row.gap == claim.gap,
                row.fingerprint == claim.fingerprint,
                row.lease_owner == claim.owner,
            )
            .values(**values)
            .returning(row.gap)
        )
        with self._store.writing() as session:
            return session.execute(changing).first() is not None


_ISSUE = (
    GapIssueRow.gap,
    GapIssueRow.fingerprint,
    GapIssueRow.issue_number,
    GapIssueRow.url,
    GapIssueRow.state,
    GapIssueRow.body_hash,
    GapIssueRow.updated_at,
    GapIssueRow.failures,
    GapIssueRow.last_error,
)
