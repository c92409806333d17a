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
    UniqueConstraint,
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


class CorrectionRow(Base):
    """An agent said which class a ticket has, or agreed to ours; withdrawn words stay as history."""

    __tablename__ = "corrections"
    __table_args__ = (
        Index(
            "uq_corrections_active",
            "account",
            "ticket_id",
            unique=True,
            sqlite_where=text("withdrawn_at IS NULL"),
            postgresql_where=text("withdrawn_at IS NULL"),
        ),
    )

    account: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    ticket_id: Mapped[int]
    bucket: Mapped[str]
    situation: Mapped[str | None]
    reason: Mapped[str]
    note: Mapped[str] = mapped_column(Text)
    said_bucket: Mapped[str]
    said_situation: Mapped[str]
    intents: Mapped[str] = mapped_column(Text)
    """JSON: what was read in the ticket's text, strongest first. The text itself is not kept."""
    language: Mapped[str]
    agent_id: Mapped[int]
    agent_name: Mapped[str]
    said_at: Mapped[datetime]
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
    """`rev` moves with every change of a gap's sightings, so that a stale issue is found without clocks.

    A trigger on `gap_sightings` moves it (migration 0004), so that recording a sighting is one statement.
    """

    __tablename__ = "gaps"

    account: Mapped[str] = mapped_column(primary_key=True)
    gap: Mapped[str] = mapped_column(primary_key=True)
    rev: Mapped[int]
    approved_at: Mapped[datetime | None]
    """When a person said that this gap may become an issue, where the policy waits for that."""
    approved_by: Mapped[str | None]


class GapSightingRow(Base):
    """One ticket showing one gap; the customer is a keyed hash, good for counting only."""

    __tablename__ = "gap_sightings"
    __table_args__ = (
        Index(None, "account", "ticket_id"),
        # All that the two counts of the demand read, in the order they read it: no sorting, no look into the table.
        Index(
            "ix_gap_sightings_by_situation",
            "account",
            "gap",
            "situation",
            "refund_currency",
            "seen_at",
            "refund_amount",
            "agent_minutes",
        ),
        Index(
            "ix_gap_sightings_by_customer",
            "account",
            "gap",
            "customer_hash",
            "seen_at",
            "mrr_currency",
            "mrr_amount",
        ),
        Index(
            "ix_gap_sightings_several_currencies",
            "account",
            "gap",
            sqlite_where=text("refund_currency IS NULL AND refunds <> '{}'"),
            postgresql_where=text("refund_currency IS NULL AND refunds <> '{}'"),
        ),
    )

    account: Mapped[str] = mapped_column(primary_key=True)
    gap: Mapped[str] = mapped_column(primary_key=True)
    ticket_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    customer_hash: Mapped[str | None]
    bucket: Mapped[str]
    situation: Mapped[str]
    refunds: Mapped[str] = mapped_column(Text)
    """JSON: currency -> minor units."""
    refund_amount: Mapped[int | None]
    """The same once more where it is one currency, as it nearly always is: a database adds that up quickly."""
    refund_currency: Mapped[str | None]
    mrr_amount: Mapped[int | None]
    mrr_currency: Mapped[str | None]
    agent_minutes: Mapped[int] = mapped_column(default=0)
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
    creating_at: Mapped[datetime | None]
    """When somebody began to create the issue and was not heard of since: it may exist."""
    edited_at: Mapped[datetime | None]
    """When we last wrote the block of numbers."""
    closed_at: Mapped[datetime | None]
    told: Mapped[str | None] = mapped_column(Text)
    """JSON: what the readers of the issue were told already (threshold, situations)."""


class GapFollowUpRow(Lease, Retry, Base):
    """A ticket that is owed the word that its gap is closed; the row is there before the note is."""

    __tablename__ = "gap_follow_ups"
    __table_args__ = (
        Index(
            "ix_gap_follow_ups_due",
            "account",
            "wanted_at",
            sqlite_where=text("state <> 'done'"),
            postgresql_where=text("state <> 'done'"),
        ),
    )

    account: Mapped[str] = mapped_column(primary_key=True)
    gap: Mapped[str] = mapped_column(primary_key=True)
    ticket_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    state: Mapped[str]
    attempts: Mapped[int]
    wanted_at: Mapped[datetime]
    issue_number: Mapped[int]
    closed_at: Mapped[datetime]
    comment_id: Mapped[int | None]
    written_at: Mapped[datetime | None]


class GapOpinionRow(Base):
    """What an agent said about one gap in one ticket: the last word, which no reading undoes."""

    __tablename__ = "gap_opinions"

    account: Mapped[str] = mapped_column(primary_key=True)
    ticket_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    gap: Mapped[str] = mapped_column(primary_key=True)
    is_gap: Mapped[bool]
    reason: Mapped[str]
    sentence: Mapped[str] = mapped_column(Text)
    """Stays in this house: no issue is ever made from it."""
    agent_id: Mapped[int]
    agent_name: Mapped[str]
    said_at: Mapped[datetime]


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


class AttemptRow(Lease, Retry, Base):
    """One step somebody was shown, perhaps confirmed, and what became of it: the row is there before the deed.

    `turn` numbers the confirmed attempts on one target: two people who looked at the same state cannot both
    take the next one, whichever ticket they came from.
    """

    __tablename__ = "attempts"
    __table_args__ = (
        UniqueConstraint("account", "ticket_id", "kind", "target", "shown_hash", name="uq_attempts_shown"),
        UniqueConstraint("account", "target", "turn", name="uq_attempts_turn"),
        Index(None, "account", "ticket_id", "shown_at"),
        Index(
            "ix_attempts_due",
            "account",
            "confirmed_at",
            sqlite_where=text("told_at IS NULL AND state <> 'shown'"),
            postgresql_where=text("told_at IS NULL AND state <> 'shown'"),
        ),
    )

    account: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    ticket_id: Mapped[int]
    kind: Mapped[str]
    target: Mapped[str]
    shown_hash: Mapped[str]
    shown: Mapped[str] = mapped_column(Text)
    """JSON: everything the agent saw, the facts it rests on, and the wish it answers."""
    deed: Mapped[str | None] = mapped_column(Text)
    amount: Mapped[int | None]
    currency: Mapped[str | None]
    state: Mapped[str]
    turn: Mapped[int | None]
    seen_turn: Mapped[int]
    shown_at: Mapped[datetime]
    asked_by: Mapped[int | None]
    asked_by_name: Mapped[str | None]
    asked_at: Mapped[datetime | None]
    approved_by: Mapped[int | None]
    approved_by_name: Mapped[str | None]
    confirmed_at: Mapped[datetime | None]
    rule: Mapped[str | None]
    """The line of the policy that let the agent do it."""
    tries: Mapped[int] = mapped_column(default=0)
    generation: Mapped[int] = mapped_column(default=0)
    key_spent: Mapped[bool] = mapped_column(default=False)
    """The vendor keeps a failure under the present key: the next one is needed, once a look-up found nothing."""
    finished_at: Mapped[datetime | None]
    result: Mapped[str | None] = mapped_column(Text)
    """A sentence: what happened, or why nothing did."""
    vendor_id: Mapped[str | None]
    vendor_status: Mapped[str | None]
    request_id: Mapped[str | None]
    told_at: Mapped[datetime | None]
    """When ticket and case were told; null while that is still owed."""


class AuditRow(Base):
    """Who did what, when, seeing what, by which rule. The database itself refuses to change or delete a row."""

    __tablename__ = "audit"
    __table_args__ = (Index(None, "account", "ticket_id", "at"), Index(None, "account", "at"))

    account: Mapped[str] = mapped_column(primary_key=True)
    attempt: Mapped[str] = mapped_column(primary_key=True)
    event: Mapped[str] = mapped_column(primary_key=True)
    """"asked", "approved", "confirmed", "done" or "refused": each once per attempt, whoever writes it."""
    at: Mapped[datetime]
    ticket_id: Mapped[int]
    agent_id: Mapped[int | None]
    agent_name: Mapped[str | None]
    kind: Mapped[str]
    target: Mapped[str]
    amount: Mapped[int | None]
    currency: Mapped[str | None]
    rule: Mapped[str | None]
    shown_hash: Mapped[str]
    shown: Mapped[str | None] = mapped_column(Text)
    vendor_id: Mapped[str | None]
    request_id: Mapped[str | None]
    result: Mapped[str | None] = mapped_column(Text)


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
