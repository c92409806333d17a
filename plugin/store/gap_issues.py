"""Gap issues: the one issue of each gap, who may write it now, and whether it is behind the sightings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select, update

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
    creating_at: datetime | None = None
    """When somebody began to create it and was not heard of since."""
    edited_at: datetime | None = None
    closed_at: datetime | None = None
    told: str | None = None


@dataclass(frozen=True)
class GapClaim:
    """The right to write one gap's issue. `rev` is the revision the text will cover: claim, then count."""

    gap: str
    fingerprint: str
    owner: str
    rev: int
    issue: GapIssue
    approved: bool = False


LOOK_AFTER = timedelta(days=1)
"""An issue is looked at this often even when nothing was seen: its windows move on, and events get lost."""


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
                        _behind(GapRow.rev, now),
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
            seen = session.execute(
                select(GapRow.rev, GapRow.approved_at).where(
                    GapRow.account == self._account, GapRow.gap == gap
                )
            ).first()
            if seen is None:
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
                    _behind(seen.rev, now),
                    is_free(row, now),
                    may_be_tried(row, now),
                )
                .values(lease_owner=signed, lease_until=now + timedelta(seconds=lease_seconds))
                .returning(*_ISSUE)
            ).first()
        if claimed is None:
            return None
        return GapClaim(
            gap, fingerprint, signed, seen.rev, GapIssue(*claimed), approved=seen.approved_at is not None
        )

    def renew(self, claim: GapClaim, *, lease_seconds: float, now: datetime) -> bool:
        """Asked right before the issue is created: False means another worker has taken over."""
        return self._as_holder(claim, lease_until=now + timedelta(seconds=lease_seconds))

    def creating(self, claim: GapClaim, at: datetime | None) -> bool:
        """Said before the tracker is asked to create it; None when it refused."""
        return self._as_holder(claim, creating_at=at)

    def remember(self, claim: GapClaim, number: int, url: str, state: str) -> bool:
        """Keeps the number the moment the issue exists, before anything else is done with it."""
        return self._as_holder(claim, issue_number=number, url=url, state=state, creating_at=None)

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
        covered: bool = True,
        edited_at: datetime | None = None,
        closed_at: datetime | None = None,
        told: str | None = None,
    ) -> bool:
        """The issue says what the sightings said at the claim; what came meanwhile keeps it due.

        `next_update_at` holds the next update back, so that a busy gap is not rewritten with every ticket;
        not `covered`: the text is behind, and is due again then.
        """
        return self._as_holder(
            claim,
            issue_number=number,
            url=url,
            state=state,
            body_hash=body_hash,
            updated_at=at,
            edited_at=edited_at,
            closed_at=closed_at,
            told=told,
            filed_rev=claim.rev if covered else claim.rev - 1,
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

    def look_again(self, number: int) -> tuple[str, ...]:
        """Something happened to this issue: its gaps are due now. None for an issue that is not ours."""
        row = GapIssueRow
        asking = (
            update(row)
            .where(row.account == self._account, row.issue_number == number)
            .values(filed_rev=0, not_before=None)
            .returning(row.gap)
        )
        with self._store.writing() as session:
            return tuple(sorted(session.scalars(asking)))

    def adopt(self, gap: str, fingerprint: str, number: int, url: str, state: str) -> str | None:
        """Makes an existing issue the gap's; which other gap has it already, where one does.

        A turn that is being taken ends with nothing: its holder has lost the row.
        """
        row = GapIssueRow
        with self._store.writing() as session:
            other = session.scalar(
                select(row.gap).where(
                    row.account == self._account, row.issue_number == number, row.gap != gap
                )
            )
            if other is not None:
                return other
            session.execute(
                insert_into(session, GapRow)
                .values(account=self._account, gap=gap, rev=1)
                .on_conflict_do_nothing()
            )
            linked = {
                "issue_number": number,
                "url": url,
                "state": state,
                "filed_rev": 0,
                **_ANEW,
            }
            adopting = insert_into(session, row).values(
                account=self._account, gap=gap, fingerprint=fingerprint, failures=0, **linked
            )
            session.execute(
                adopting.on_conflict_do_update(
                    index_elements=["account", "gap", "fingerprint"], set_={**linked, "failures": 0}
                )
            )
        return None

    def unlink(self, gap: str, fingerprint: str) -> int | None:
        """Forgets the gap's issue, so that it is looked for and, if need be, filed anew; its number."""
        row = GapIssueRow
        mine = (row.account == self._account, row.gap == gap, row.fingerprint == fingerprint)
        with self._store.writing() as session:
            number = session.scalar(select(row.issue_number).where(*mine))
            session.execute(
                update(row)
                .where(*mine)
                .values(issue_number=None, url=None, state=None, filed_rev=0, failures=0, **_ANEW)
            )
        return number

    def approve(self, gap: str, who: str, *, at: datetime) -> bool:
        """A person says that this gap may become an issue; False when it was never seen."""
        saying = (
            update(GapRow)
            .where(GapRow.account == self._account, GapRow.gap == gap)
            .values(approved_at=at, approved_by=who)
            .returning(GapRow.gap)
        )
        with self._store.writing() as session:
            known = session.execute(saying).first() is not None
            session.execute(
                update(GapIssueRow)
                .where(GapIssueRow.account == self._account, GapIssueRow.gap == gap)
                .values(not_before=None)
            )
        return known

    def troubled(self) -> tuple[GapIssue, ...]:
        """Gaps whose last turn ended in a sentence somebody should read."""
        wanted = (
            select(*_ISSUE)
            .where(GapIssueRow.account == self._account, GapIssueRow.last_error.is_not(None))
            .order_by(GapIssueRow.gap)
        )
        with self._store.glance() as connection:
            return tuple(GapIssue(*found) for found in connection.execute(wanted))

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
    GapIssueRow.creating_at,
    GapIssueRow.edited_at,
    GapIssueRow.closed_at,
    GapIssueRow.told,
)

_ANEW: dict[str, Any] = dict.fromkeys(
    (
        "lease_owner",
        "lease_until",
        "not_before",
        "last_error",
        "creating_at",
        "edited_at",
        "closed_at",
        "told",
        "body_hash",
    )
)


def _behind(rev: Any, now: datetime) -> ColumnElement[bool]:
    """What was seen is not in the issue yet, or nobody has looked at it for a day."""
    row = GapIssueRow
    return or_(row.filed_rev < rev, and_(row.issue_number.is_not(None), row.updated_at < now - LOOK_AFTER))
