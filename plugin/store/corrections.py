"""Corrections: an agent said which class a ticket has, or agreed to ours. The newest counts, the older ones stay.

They decide how the ticket is read from then on, and they are what `tillside learn` learns from.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from plugin.facts import Correction
from plugin.store.engine import Store
from plugin.store.models import CorrectionRow
from plugin.store.upsert import insert_into


@dataclass(frozen=True)
class Lesson:
    """What one ticket teaches: what we said, what the agent said, and what we had read in the text. No text."""

    ticket_id: int
    said_bucket: str
    said_situation: str
    bucket: str
    situation: str | None
    """What the agent says; the same as `said_...` where they agree. None: only the bucket was named."""
    intents: tuple[str, ...]
    language: str
    agreed: bool


@dataclass(frozen=True)
class Tally:
    """How often agents agreed and disagreed, for the support lead. Withdrawn words do not count."""

    agreed: int
    corrected: int
    by_situation: tuple[tuple[str, str, int], ...]
    """(what we said, what the agents said, how often), the most frequent first."""


class Corrections:
    def __init__(self, store: Store, account: str) -> None:
        self._store = store
        self._account = account

    def correct(
        self, ticket_id: int, correction: Correction, *, intents: Sequence[str], language: str
    ) -> None:
        """Replaces what was said before; of two agents at the same moment the later one stands."""
        new = {
            "account": self._account,
            "id": uuid4().hex,
            "ticket_id": ticket_id,
            "bucket": correction.bucket,
            "situation": correction.situation,
            "reason": correction.reason,
            "note": correction.note,
            "said_bucket": correction.said_bucket,
            "said_situation": correction.said_situation,
            "intents": json.dumps(list(intents)),
            "language": language,
            "agent_id": correction.agent_id,
            "agent_name": correction.agent_name,
            "said_at": correction.at,
        }
        placed = False
        while not placed:
            with self._store.writing() as session:
                self._withdraw(session, ticket_id, correction.agent_id, correction.at)
                # The unique index on active corrections lets one of two agents in; the other goes round again.
                placing = insert_into(session, CorrectionRow).values(**new).on_conflict_do_nothing()
                placed = session.execute(placing.returning(CorrectionRow.id)).first() is not None

    def withdraw(self, ticket_id: int, *, agent_id: int, at: datetime) -> bool:
        with self._store.writing() as session:
            return self._withdraw(session, ticket_id, agent_id, at)

    def get(self, ticket_id: int) -> Correction | None:
        wanted = select(*_CORRECTION).where(
            CorrectionRow.account == self._account,
            CorrectionRow.ticket_id == ticket_id,
            CorrectionRow.withdrawn_at.is_(None),
        )
        with self._store.glance() as connection:
            found = connection.execute(wanted).first()
        return Correction(*found) if found else None

    def history(self, ticket_id: int) -> tuple[Correction, ...]:
        """Everything agents ever said about this ticket, the newest first."""
        wanted = (
            select(*_CORRECTION)
            .where(CorrectionRow.account == self._account, CorrectionRow.ticket_id == ticket_id)
            .order_by(CorrectionRow.said_at.desc())
        )
        with self._store.glance() as connection:
            return tuple(Correction(*found) for found in connection.execute(wanted))

    def for_learning(self) -> Iterator[Lesson]:
        """One lesson per ticket an agent has judged and not taken back, by ticket."""
        row = CorrectionRow
        wanted = (
            select(
                row.ticket_id,
                row.said_bucket,
                row.said_situation,
                row.bucket,
                row.situation,
                row.intents,
                row.language,
                row.reason == "agreed",
            )
            .where(row.account == self._account, row.withdrawn_at.is_(None))
            .order_by(row.ticket_id)
        )
        with self._store.glance() as connection:
            found = connection.execute(wanted).all()
        for ticket_id, said_bucket, said_situation, bucket, situation, intents, language, agreed in found:
            yield Lesson(
                ticket_id,
                said_bucket,
                said_situation,
                bucket,
                situation,
                tuple(json.loads(intents)),
                language,
                bool(agreed),
            )

    def tally(self) -> Tally:
        row = CorrectionRow
        said, agrees = func.coalesce(row.situation, row.bucket), row.reason == "agreed"
        counting = (
            select(
                row.said_situation,
                said,
                func.count().filter(agrees),
                func.count().filter(row.reason != "agreed"),
            )
            .where(row.account == self._account, row.withdrawn_at.is_(None))
            .group_by(row.said_situation, said)
        )
        with self._store.glance() as connection:
            found = connection.execute(counting).all()
        pairs = [(ours, theirs, count) for ours, theirs, _, count in found if count]
        return Tally(
            agreed=sum(count for _, _, count, _ in found),
            corrected=sum(count for _, _, count in pairs),
            by_situation=tuple(sorted(pairs, key=lambda pair: (-pair[2], pair[0], pair[1]))),
        )

    def _withdraw(self, session: Session, ticket_id: int, agent_id: int, at: datetime) -> bool:
        withdrawing = (
            update(CorrectionRow)
            .where(
                CorrectionRow.account == self._account,
                CorrectionRow.ticket_id == ticket_id,
                CorrectionRow.withdrawn_at.is_(None),
            )
            .values(withdrawn_at=at, withdrawn_by=agent_id)
            .returning(CorrectionRow.id)
        )
        return session.execute(withdrawing).first() is not None


# In the order of the fields of Correction.
_CORRECTION: tuple[Any, ...] = (
    CorrectionRow.bucket,
    CorrectionRow.situation,
    CorrectionRow.reason,
    CorrectionRow.said_bucket,
    CorrectionRow.said_situation,
    CorrectionRow.agent_id,
    CorrectionRow.agent_name,
    CorrectionRow.said_at,
    CorrectionRow.note,
)
