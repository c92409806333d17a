"""Gaps: what an issue's readers were told, follow-ups, agents' opinions, and a counter that moves by itself.

Whoever rebuilds `gap_sightings` later (a batch migration on SQLite) makes the triggers anew: they go with the table.
"""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004_gaps"
down_revision = "0003_steps"
branch_labels = None
depends_on = None


def _new_columns() -> dict[str, list[sa.Column[Any]]]:
    return {
        "gap_sightings": [
            sa.Column("refund_amount", sa.BigInteger(), nullable=True),
            sa.Column("refund_currency", sa.String(), nullable=True),
            sa.Column("agent_minutes", sa.BigInteger(), nullable=False, server_default="0"),
        ],
        "gap_issues": [
            sa.Column("creating_at", sa.DateTime(timezone=True), nullable=True),
            sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
            sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
            sa.Column("told", sa.Text(), nullable=True),
        ],
        "gaps": [
            sa.Column("approved_at", sa.DateTime(timezone=True), nullable=True),
            sa.Column("approved_by", sa.String(), nullable=True),
        ],
    }


_SEVERAL = sa.text("refund_currency IS NULL AND refunds <> '{}'")
_OWED = sa.text("state <> 'done'")
_EVENTS = (("insert", "NEW"), ("update", "NEW"), ("delete", "OLD"))
_MOVE = (
    "INSERT INTO gaps (account, gap, rev) VALUES ({row}.account, {row}.gap, 1) "
    "ON CONFLICT (account, gap) DO UPDATE SET rev = gaps.rev + 1"
)


def upgrade() -> None:
    for table, columns in _new_columns().items():
        for column in columns:
            op.add_column(table, column)
    _fill_refunds()
    op.create_index(
        "ix_gap_sightings_by_customer",
        "gap_sightings",
        ["account", "gap", "customer_hash", "seen_at", "mrr_currency", "mrr_amount"],
    )
    op.create_index(
        "ix_gap_sightings_by_situation",
        "gap_sightings",
        [
            "account",
            "gap",
            "situation",
            "refund_currency",
            "seen_at",
            "refund_amount",
            "agent_minutes",
        ],
    )
    op.create_index(
        "ix_gap_sightings_several_currencies",
        "gap_sightings",
        ["account", "gap"],
        sqlite_where=_SEVERAL,
        postgresql_where=_SEVERAL,
    )
    op.create_table(
        "gap_follow_ups",
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("gap", sa.String(), nullable=False),
        sa.Column("ticket_id", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("attempts", sa.BigInteger(), nullable=False),
        sa.Column("wanted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("issue_number", sa.BigInteger(), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("comment_id", sa.BigInteger(), nullable=True),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("lease_owner", sa.String(), nullable=True),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("not_before", sa.DateTime(timezone=True), nullable=True),
        sa.Column("failures", sa.BigInteger(), nullable=False),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("account", "gap", "ticket_id", name="pk_gap_follow_ups"),
    )
    op.create_index(
        "ix_gap_follow_ups_due",
        "gap_follow_ups",
        ["account", "wanted_at"],
        sqlite_where=_OWED,
        postgresql_where=_OWED,
    )
    op.create_table(
        "gap_opinions",
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("ticket_id", sa.BigInteger(), nullable=False),
        sa.Column("gap", sa.String(), nullable=False),
        sa.Column("is_gap", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("agent_id", sa.BigInteger(), nullable=False),
        sa.Column("agent_name", sa.String(), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("account", "ticket_id", "gap", name="pk_gap_opinions"),
    )
    _add_triggers()


def downgrade() -> None:
    _drop_triggers()
    op.drop_table("gap_opinions")
    op.drop_table("gap_follow_ups")
    op.drop_index("ix_gap_sightings_several_currencies", "gap_sightings")
    op.drop_index("ix_gap_sightings_by_situation", "gap_sightings")
    op.drop_index("ix_gap_sightings_by_customer", "gap_sightings")
    for table, columns in _new_columns().items():
        with op.batch_alter_table(table) as batch:
            for column in columns:
                batch.drop_column(column.name)


def _fill_refunds() -> None:
    """What was recorded before keeps its refunds in the new columns too, where they are of one currency."""
    row = sa.table(
        "gap_sightings",
        sa.column("account", sa.String),
        sa.column("gap", sa.String),
        sa.column("ticket_id", sa.BigInteger),
        sa.column("refunds", sa.Text),
        sa.column("refund_amount", sa.BigInteger),
        sa.column("refund_currency", sa.String),
    )
    connection = op.get_bind()
    texts = connection.scalars(sa.select(row.c.refunds).where(row.c.refunds != "{}").distinct()).all()
    for text in texts:
        amounts = json.loads(text)
        if len(amounts) == 1:
            ((currency, amount),) = amounts.items()
            connection.execute(
                sa.update(row)
                .where(row.c.refunds == text)
                .values(refund_amount=amount, refund_currency=currency)
            )


def _add_triggers() -> None:
    if op.get_context().dialect.name == "sqlite":
        for event, row in _EVENTS:
            op.execute(
                f"CREATE TRIGGER gap_moves_after_{event} AFTER {event.upper()} ON gap_sightings "
                f"FOR EACH ROW BEGIN {_MOVE.format(row=row)}; END"
            )
        return
    for event, row in _EVENTS:
        op.execute(
            f"CREATE FUNCTION gap_moves_after_{event}() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN {_MOVE.format(row=row)}; RETURN NULL; END $$"
        )
        op.execute(
            f"CREATE TRIGGER gap_moves_after_{event} AFTER {event.upper()} ON gap_sightings "
            f"FOR EACH ROW EXECUTE FUNCTION gap_moves_after_{event}()"
        )


def _drop_triggers() -> None:
    for event, _row in _EVENTS:
        if op.get_context().dialect.name == "sqlite":
            op.execute(f"DROP TRIGGER gap_moves_after_{event}")
        else:
            op.execute(f"DROP TRIGGER gap_moves_after_{event} ON gap_sightings")
            op.execute(f"DROP FUNCTION gap_moves_after_{event}()")
