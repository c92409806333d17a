"""Attempts: what was shown, who confirmed it, who works on it, what became of it.

A step goes from "shown" to "confirmed" (perhaps over "waiting", for a second person) and ends as "done" or
"refused". The row is committed before the deed and outlives every process; whoever claims one that somebody
claimed before must look whether the deed was done. Each change of state and its audit entry are one transaction.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import ColumnElement, and_, func, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from plugin.store.audit import keep_entry
from plugin.store.engine import Store
from plugin.store.lease import is_free, may_be_tried, signed_by
from plugin.store.models import AttemptRow
from plugin.store.upsert import insert_into

State = Literal["shown", "waiting", "confirmed", "done", "refused"]
Who = tuple[int, str]
"""An agent's id and name."""


class SomebodyWasFaster(Exception):
    """Another attempt on the same target took the turn this one was shown for."""


@dataclass(frozen=True)
class Attempt:
    id: str
    ticket_id: int
    kind: str
    target: str
    shown_hash: str
    shown_json: str
    deed_json: str | None
    amount: int | None
    currency: str | None
    state: str
    turn: int | None
    seen_turn: int
    shown_at: datetime
    asked_by: int | None
    asked_by_name: str | None
    asked_at: datetime | None
    approved_by: int | None
    approved_by_name: str | None
    confirmed_at: datetime | None
    rule: str | None
    tries: int
    generation: int
    key_spent: bool
    failures: int
    finished_at: datetime | None
    result: str | None
    vendor_id: str | None
    vendor_status: str | None
    request_id: str | None
    told_at: datetime | None
    last_error: str | None

    @property
    def shown(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.shown_json)
        return found

    @property
    def deed(self) -> dict[str, Any] | None:
        return json.loads(self.deed_json) if self.deed_json else None

    @property
    def ended(self) -> bool:
        return self.state in {"done", "refused"}


@dataclass(frozen=True)
class AttemptClaim:
    """The right to carry out one attempt. `first`: nobody can have done it yet, so no look-up is needed."""

    attempt: Attempt
    owner: str
    first: bool


@dataclass(frozen=True)
class Turn:
    """How many steps were confirmed on a target, and whether the last of them has not ended yet."""

    number: int
    busy: bool


class Attempts:
    def __init__(self, store: Store, account: str) -> None:
        self._store = store
        self._account = account

    # ---------------------------------------------------------------- shown
    def show(
        self,
        *,
        attempt_id: str,
        ticket_id: int,
        kind: str,
        target: str,
        shown_hash: str,
        shown: Mapping[str, Any],
        deed: Mapping[str, Any] | None,
        amount: int | None,
        currency: str | None,
        seen_turn: int,
        at: datetime,
    ) -> Attempt:
        """Keeps what an agent is shown; shown again unchanged, it is the same row with a newer time."""
        with self._store.writing() as session:
            showing = insert_into(session, AttemptRow).values(
                account=self._account,
                id=attempt_id,
                ticket_id=ticket_id,
                kind=kind,
                target=target,
                shown_hash=shown_hash,
                shown=json.dumps(shown, separators=(",", ":"), sort_keys=True),
                deed=json.dumps(deed, separators=(",", ":"), sort_keys=True) if deed else None,
                amount=amount,
                currency=currency,
                state="shown",
                seen_turn=seen_turn,
                shown_at=at,
                tries=0,
                generation=0,
                key_spent=False,
                failures=0,
            )
            session.execute(showing.on_conflict_do_nothing())
            session.execute(
                update(AttemptRow)
                .where(*self._key(attempt_id), AttemptRow.state == "shown")
                .values(shown_at=at)
            )
            return self._one(session, attempt_id)

    def turn(self, target: str) -> Turn:
        """To be read before the facts are: what is confirmed after it makes this number old."""
        row = AttemptRow
        asking = select(
            func.coalesce(func.max(row.turn), 0),
            func.count().filter(row.state == "confirmed"),
        ).where(row.account == self._account, row.target == target, row.turn.is_not(None))
        with self._store.glance() as connection:
            number, unfinished = connection.execute(asking).one()
        return Turn(number or 0, unfinished > 0)

    # ---------------------------------------------------------------- asked and confirmed
    def ask(self, attempt_id: str, *, by: Who, rule: str | None, at: datetime) -> Attempt:
        """Above what one may decide alone: waits for a second person. Unchanged if it is past that already."""
        with self._store.writing() as session:
            asked = self._advance(
                session,
                attempt_id,
                AttemptRow.state == "shown",
                state="waiting",
                asked_by=by[0],
                asked_by_name=by[1],
                asked_at=at,
                rule=rule,
            )
            if asked:
                keep_entry(session, asked, "asked", at=at, agent=by)
            return self._one(session, attempt_id)

    def confirm(
        self, attempt_id: str, *, by: Who, second: Who | None, rule: str | None, at: datetime
    ) -> Attempt:
        """Takes the target's turn. Raises SomebodyWasFaster; an attempt past this is answered as it is.

        `second` approves what `by` asked for; it must already be waiting, asked by that person and no other.
        """
        before = (
            and_(
                AttemptRow.state == "waiting", AttemptRow.asked_by == by[0], AttemptRow.asked_by != second[0]
            )
            if second
            else AttemptRow.state == "shown"
        )
        values: dict[str, Any] = {"state": "confirmed", "turn": AttemptRow.seen_turn + 1, "confirmed_at": at}
        if second:
            values |= {"approved_by": second[0], "approved_by_name": second[1]}
        else:
            values |= {"asked_by": by[0], "asked_by_name": by[1], "asked_at": at, "rule": rule}
        try:
            with self._store.writing() as session:
                confirmed = self._advance(session, attempt_id, before, **values)
                if confirmed:
                    keep_entry(
                        session, confirmed, "approved" if second else "confirmed", at=at, agent=second or by
                    )
                return self._one(session, attempt_id)
        except IntegrityError as error:
            # The unique turn: of two that looked at the same state, one is first.
            raise SomebodyWasFaster from error

    def give_up_waiting(self, attempt_id: str, sentence: str, *, by: Who | None, at: datetime) -> bool:
        with self._store.writing() as session:
            ended = self._advance(
                session,
                attempt_id,
                AttemptRow.state == "waiting",
                state="refused",
                result=sentence,
                finished_at=at,
            )
            if ended:
                keep_entry(session, ended, "refused", at=at, agent=by)
            return ended is not None

    # ---------------------------------------------------------------- carried out
    def claim(
        self, attempt_id: str, owner: str, *, lease_seconds: float, now: datetime
    ) -> AttemptClaim | None:
        """None when nothing is left to do for it, somebody does it, or it must wait after a failure."""
        row, signed = AttemptRow, signed_by(owner)
        claiming = (
            update(row)
            .where(*self._key(attempt_id), *self._owed(), is_free(row, now), may_be_tried(row, now))
            .values(
                tries=row.tries + 1, lease_owner=signed, lease_until=now + timedelta(seconds=lease_seconds)
            )
            .returning(*_ATTEMPT)
        )
        with self._store.writing() as session:
            found = session.execute(claiming).first()
        if found is None:
            return None
        attempt = Attempt(*found)
        return AttemptClaim(attempt, signed, first=attempt.tries == 1)

    def renew(
        self, claim: AttemptClaim, *, lease_seconds: float, now: datetime, next_key: bool = False
    ) -> Attempt | None:
        """To be asked right before the deed; None when the attempt is another process's by now.

        `next_key`: the look-up found nothing and the present key only brings a kept failure.
        """
        row = AttemptRow
        values: dict[str, Any] = {"lease_until": now + timedelta(seconds=lease_seconds)}
        if next_key:
            values |= {"generation": row.generation + 1, "key_spent": False}
        renewing = (
            update(row)
            .where(*self._held(claim), row.state == "confirmed", row.lease_until > now)
            .values(**values)
            .returning(*_ATTEMPT)
        )
        with self._store.writing() as session:
            found = session.execute(renewing).first()
        return Attempt(*found) if found else None

    def finish(
        self,
        claim: AttemptClaim,
        *,
        vendor_id: str,
        vendor_status: str,
        request_id: str | None,
        result: str,
        at: datetime,
    ) -> bool:
        return self._end(
            claim,
            "done",
            at,
            vendor_id=vendor_id,
            vendor_status=vendor_status,
            request_id=request_id,
            result=result,
        )

    def refuse(self, claim: AttemptClaim, sentence: str, *, request_id: str | None, at: datetime) -> bool:
        """Known not to have happened, and not to be tried again."""
        return self._end(claim, "refused", at, result=sentence, request_id=request_id)

    def _end(self, claim: AttemptClaim, state: State, at: datetime, **values: Any) -> bool:
        with self._store.writing() as session:
            ended = session.scalar(
                update(AttemptRow)
                .where(*self._held(claim), AttemptRow.state == "confirmed")
                .values(state=state, finished_at=at, last_error=None, failures=0, **values)
                .returning(AttemptRow)
                .execution_options(populate_existing=True)
            )
            if ended is None:
                return False
            keep_entry(session, ended, state, at=at, agent=_who(ended))
            return True

    def told(self, claim: AttemptClaim, *, at: datetime) -> bool:
        return self._as_holder(claim, told_at=at, lease_owner=None, lease_until=None, not_before=None)

    def fail(
        self, claim: AttemptClaim, sentence: str, *, retry_at: datetime, key_spent: bool = False
    ) -> bool:
        """Leaves it owed, for later: there is no giving up on finding out."""
        values: dict[str, Any] = {"key_spent": True} if key_spent else {}
        return self._as_holder(
            claim,
            lease_owner=None,
            lease_until=None,
            not_before=retry_at,
            failures=AttemptRow.failures + 1,
            last_error=sentence,
            **values,
        )

    # ---------------------------------------------------------------- asking
    def get(self, attempt_id: str) -> Attempt | None:
        with self._store.glance() as connection:
            found = connection.execute(select(*_ATTEMPT).where(*self._key(attempt_id))).first()
        return Attempt(*found) if found else None

    def with_hash(self, ticket_id: int, shown_hash: str) -> Attempt | None:
        wanted = select(*_ATTEMPT).where(
            AttemptRow.account == self._account,
            AttemptRow.ticket_id == ticket_id,
            AttemptRow.shown_hash == shown_hash,
        )
        with self._store.glance() as connection:
            found = connection.execute(wanted).first()
        return Attempt(*found) if found else None

    def of_ticket(self, ticket_id: int) -> tuple[Attempt, ...]:
        """What was asked for or done, oldest first; what was only looked at is not told."""
        wanted = (
            select(*_ATTEMPT)
            .where(
                AttemptRow.account == self._account,
                AttemptRow.ticket_id == ticket_id,
                AttemptRow.state != "shown",
            )
            .order_by(AttemptRow.asked_at, AttemptRow.id)
        )
        with self._store.glance() as connection:
            return tuple(Attempt(*found) for found in connection.execute(wanted))

    def due(self, now: datetime, limit: int = 100) -> tuple[str, ...]:
        """Confirmed and not ended, or ended and nobody was told."""
        row = AttemptRow
        wanted = (
            select(row.id)
            .where(row.account == self._account, *self._owed(), is_free(row, now), may_be_tried(row, now))
            .order_by(row.confirmed_at)
            .limit(limit)
        )
        with self._store.glance() as connection:
            return tuple(connection.scalars(wanted))

    def waiting(self, *, asked_before: datetime) -> tuple[str, ...]:
        wanted = select(AttemptRow.id).where(
            AttemptRow.account == self._account,
            AttemptRow.state == "waiting",
            AttemptRow.told_at.is_(None),
            AttemptRow.asked_at <= asked_before,
        )
        with self._store.glance() as connection:
            return tuple(connection.scalars(wanted))

    def unfinished(self) -> int:
        """Confirmed steps without an end; none, once nothing is in the way."""
        wanted = select(func.count()).where(
            AttemptRow.account == self._account, AttemptRow.state == "confirmed"
        )
        with self._store.glance() as connection:
            return connection.scalar(wanted) or 0

    # ---------------------------------------------------------------- inside
    def _advance(
        self, session: Session, attempt_id: str, before: ColumnElement[bool], **values: Any
    ) -> AttemptRow | None:
        """The one way from state to state: a compare-and-set, answered with the row it made."""
        advancing = (
            update(AttemptRow)
            .where(*self._key(attempt_id), before)
            .values(**values)
            .returning(AttemptRow)
            .execution_options(populate_existing=True)
        )
        return session.scalar(advancing)

    def _as_holder(self, claim: AttemptClaim, **values: Any) -> bool:
        changing = update(AttemptRow).where(*self._held(claim)).values(**values).returning(AttemptRow.id)
        with self._store.writing() as session:
            return session.execute(changing).first() is not None

    def _one(self, session: Session, attempt_id: str) -> Attempt:
        return Attempt(*session.execute(select(*_ATTEMPT).where(*self._key(attempt_id))).one())

    def _key(self, attempt_id: str) -> tuple[ColumnElement[bool], ...]:
        return (AttemptRow.account == self._account, AttemptRow.id == attempt_id)

    def _held(self, claim: AttemptClaim) -> tuple[ColumnElement[bool], ...]:
        return (*self._key(claim.attempt.id), AttemptRow.lease_owner == claim.owner)

    def _owed(self) -> tuple[ColumnElement[bool], ...]:
        row = AttemptRow
        return (
            row.told_at.is_(None),
            or_(row.state == "confirmed", row.state == "done", row.state == "refused"),
        )


def _who(row: AttemptRow) -> Who | None:
    return (row.asked_by, row.asked_by_name or "") if row.asked_by is not None else None


_COLUMNS = {"shown_json": "shown", "deed_json": "deed"}
_ATTEMPT = tuple(getattr(AttemptRow, _COLUMNS.get(f.name, f.name)) for f in fields(Attempt))
