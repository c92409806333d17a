"""The tables. Every key starts with `account`, so that rows of two installations never meet.

Stripe is the ledger, these tables are the diary: what is wanted, who works on it, what was found.
Deciding code never sees these classes; the repositories beside this file hand out plain records.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    DateTime,
    Dialect,
    ForeignKeyConstraint,
    Index,
    MetaData,
    String,
    Text,
    TypeDecorator,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Moment(TypeDecorator[datetime]):
    """An aware time, always UTC. SQLite has no zones, so the offset is taken off and put back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a stored time needs its zone")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: Any | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        moment: datetime = value
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


class Base(DeclarativeBase):
    # Named constraints, because a batch migration on SQLite can only drop what has a name.
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {datetime: Moment, int: BigInteger, str: String}  # noqa: RUF012 (SQLAlchemy's own protocol)


class Lease:
    """Who works on a row and until when; an expired lease is nobody's."""

    lease_owner: Mapped[str | None]
    lease_until: Mapped[datetime | None]


class Retry:
    """When a row that failed may be tried again, and why it failed, in a sentence without personal data."""

    not_before: Mapped[datetime | None]
    failures: Mapped[int] = mapped_column(default=0)
    last_error: Mapped[str | None] = mapped_column(Text)


class CaseRow(Lease, Retry, Base):
    """One ticket: due while `wanted_rev` is ahead of `done_rev` and the ticket is open."""

    __tablename__ = "cases"
    __table_args__ = (
        Index(
            "ix_cases_due",
            "account",
            "requested_at",
            sqlite_where=text("wanted_rev > done_rev AND closed_at IS NULL"),
            postgresql_where=text("wanted_rev > done_rev AND closed_at IS NULL"),
        ),
    )

    account: Mapped[str] = mapped_column(primary_key=True)
    ticket_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    ticket_status: Mapped[str]
    ticket_updated_at: Mapped[datetime | None]
    """The helpdesk's own time of the newest change we were told of."""
    wanted_rev: Mapped[int]
    done_rev: Mapped[int]
    requested_at: Mapped[datetime]
    reading_since: Mapped[datetime | None]
    """When the reading of `wanted_rev` began; null while nobody has begun it."""
    document: Mapped[str | None] = mapped_column(Text)
    read_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]


class WatchedCustomerRow(Base):
    """A customer some case is about, or was said to change; locked by both sides of that race."""

    __tablename__ = "watched_customers"

    account: Mapped[str] = mapped_column(primary_key=True)
    customer_id: Mapped[str] = mapped_column(primary_key=True)
    changed_at: Mapped[datetime | None]
    touched_at: Mapped[datetime]


class CaseCustomerRow(Base):
    """Which customers a case shows, so that an event about one makes all its cases due."""

    __tablename__ = "case_customers"
    __table_args__ = (
        ForeignKeyConstraint(
            ["account", "ticket_id"], ["cases.account", "cases.ticket_id"], ondelete="CASCADE"
        ),
        Index(None, "account", "customer_id"),
    )

    account: Mapped[str] = mapped_column(primary_key=True)
    ticket_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    customer_id: Mapped[str] = mapped_column(primary_key=True)


class PinRow(Base):
    """An agent said who a requester is; withdrawn pins stay as history."""

    __tablename__ = "pins"
    __table_args__ = (
        Index(
            "uq_pins_active",
            "account",
            "requester_id",
            unique=True,
            sqlite_where=text("withdrawn_at IS NULL"),
            postgresql_where=text("withdrawn_at IS NULL"),
        ),
    )

    account: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    requester_id: Mapped[int]
    customer_id: Mapped[str]
    agent_id: Mapped[int]
    agent_name: Mapped[str]
    pinned_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]
    withdrawn_by: Mapped[int | None]


class SessionRow(Base):
    """A signed-in sidebar; only the hash of its token is kept."""

    __tablename__ = "sessions"

    account: Mapped[str] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(primary_key=True)
    agent_id: Mapped[int]
    agent_name: Mapped[str]
    installation: Mapped[str]
    created_at: Mapped[datetime]
    last_seen_at: Mapped[datetime]


class SpentTokenRow(Base):
    """A signed token that was used; it is refused until it would have expired anyway."""

    __tablename__ = "spent_tokens"

    account: Mapped[str] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(primary_key=True)
    expires_at: Mapped[datetime]


class DeliveryRow(Base):
    """A webhook delivery as it came, stored before it is acknowledged."""

    __tablename__ = "deliveries"
    __table_args__ = (
        Index(
            "ix_deliveries_unhandled",
            "account",
            "received_at",
            sqlite_where=text("handled_at IS NULL"),
            postgresql_where=text("handled_at IS NULL"),
        ),
    )

    account: Mapped[str] = mapped_column(primary_key=True)
    source: Mapped[str] = mapped_column(primary_key=True)
    delivery_id: Mapped[str] = mapped_column(primary_key=True)
    received_at: Mapped[datetime]
    body: Mapped[str] = mapped_column(Text)
    handled_at: Mapped[datetime | None]


class GapRow(Base):
    """`rev` moves with every change of a gap's sightings, so that a stale issue is found without clocks."""

    __tablename__ = "gaps"

    account: Mapped[str] = mapped_column(primary_key=True)
    gap: Mapped[str] = mapped_column(primary_key=True)
    rev: Mapped[int]


class GapSightingRow(Base):
    """One ticket showing one gap; the customer is a keyed hash, good for counting only."""

    __tablename__ = "gap_sightings"
    __table_args__ = (Index(None, "account", "ticket_id"),)

    account: Mapped[str] = mapped_column(primary_key=True)
    gap: Mapped[str] = mapped_column(primary_key=True)
    ticket_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    customer_hash: Mapped[str | None]
    bucket: Mapped[str]
    situation: Mapped[str]
    refunds: Mapped[str] = mapped_column(Text)
    """JSON: currency -> minor units."""
    mrr_amount: Mapped[int | None]
    mrr_currency: Mapped[str | None]
    seen_at: Mapped[datetime]


class GapIssueRow(Lease, Retry, Base):
    """The one issue of a gap; `filed_rev` is the revision of the gap its text was made from."""

    __tablename__ = "gap_issues"

    account: Mapped[str] = mapped_column(primary_key=True)
    gap: Mapped[str] = mapped_column(primary_key=True)
    fingerprint: Mapped[str] = mapped_column(primary_key=True)
    issue_number: Mapped[int | None]
    url: Mapped[str | None]
    state: Mapped[str | None]
    body_hash: Mapped[str | None]
    filed_rev: Mapped[int]
    updated_at: Mapped[datetime | None]


class NoteRow(Lease, Base):
    """A handoff note an agent asked for: the row is there before the note is."""

    __tablename__ = "notes"

    account: Mapped[str] = mapped_column(primary_key=True)
    ticket_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    marker: Mapped[str] = mapped_column(primary_key=True)
    state: Mapped[str]
    attempts: Mapped[int]
    agent_id: Mapped[int]
    agent_name: Mapped[str]
    asked_at: Mapped[datetime]
    comment_id: Mapped[int | None]
    written_at: Mapped[datetime | None]


class CursorRow(Base):
    """How far a list was read, and when somebody may read on."""

    __tablename__ = "cursors"

    account: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str | None] = mapped_column(Text)
    next_turn_at: Mapped[datetime | None]


class TickRow(Base):
    """The pulse of one worker."""

    __tablename__ = "ticks"

    account: Mapped[str] = mapped_column(primary_key=True)
    worker: Mapped[str] = mapped_column(primary_key=True)
    last_tick_at: Mapped[datetime]
