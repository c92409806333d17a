"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "cases",
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("ticket_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("ticket_status", sa.String(), nullable=False),
        sa.Column("ticket_updated_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("wanted_rev", sa.BigInteger(), nullable=False),
        sa.Column("done_rev", sa.BigInteger(), nullable=False),
        sa.Column("requested_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reading_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("document", sa.Text(), nullable=True),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("lease_owner", sa.String(), nullable=True),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("not_before", sa.DateTime(timezone=True), nullable=True),
        sa.Column("failures", sa.BigInteger(), nullable=False),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("account", "ticket_id", name=op.f("pk_cases")),
    )
    op.create_index(
        "ix_cases_due",
        "cases",
        ["account", "requested_at"],
        sqlite_where=sa.text("wanted_rev > done_rev AND closed_at IS NULL"),
        postgresql_where=sa.text("wanted_rev > done_rev AND closed_at IS NULL"),
    )

    op.create_table(
        "cursors",
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("next_turn_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("account", "name", name=op.f("pk_cursors")),
    )
    op.create_table(
        "deliveries",
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("delivery_id", sa.String(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("handled_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("account", "source", "delivery_id", name=op.f("pk_deliveries")),
    )
    op.create_index(
        "ix_deliveries_unhandled",
        "deliveries",
        ["account", "received_at"],
        sqlite_where=sa.text("handled_at IS NULL"),
        postgresql_where=sa.text("handled_at IS NULL"),
    )

    op.create_table(
        "gap_issues",
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("gap", sa.String(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("issue_number", sa.BigInteger(), nullable=True),
        sa.Column("url", sa.String(), nullable=True),
        sa.Column("state", sa.String(), nullable=True),
        sa.Column("body_hash", sa.String(), nullable=True),
        sa.Column("filed_rev", sa.BigInteger(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("lease_owner", sa.String(), nullable=True),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("not_before", sa.DateTime(timezone=True), nullable=True),
        sa.Column("failures", sa.BigInteger(), nullable=False),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("account", "gap", "fingerprint", name=op.f("pk_gap_issues")),
    )
    op.create_table(
        "gap_sightings",
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("gap", sa.String(), nullable=False),
        sa.Column("ticket_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("customer_hash", sa.String(), nullable=True),
        sa.Column("bucket", sa.String(), nullable=False),
        sa.Column("situation", sa.String(), nullable=False),
        sa.Column("refunds", sa.Text(), nullable=False),
        sa.Column("mrr_amount", sa.BigInteger(), nullable=True),
        sa.Column("mrr_currency", sa.String(), nullable=True),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("account", "gap", "ticket_id", name=op.f("pk_gap_sightings")),
    )
    op.create_index("ix_gap_sightings_account_ticket_id", "gap_sightings", ["account", "ticket_id"])

    op.create_table(
        "gaps",
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("gap", sa.String(), nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("account", "gap", name=op.f("pk_gaps")),
    )
    op.create_table(
        "notes",
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("ticket_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("marker", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("attempts", sa.BigInteger(), nullable=False),
        sa.Column("agent_id", sa.BigInteger(), nullable=False),
        sa.Column("agent_name", sa.String(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("comment_id", sa.BigInteger(), nullable=True),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("lease_owner", sa.String(), nullable=True),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("account", "ticket_id", "marker", name=op.f("pk_notes")),
    )
    op.create_table(
        "pins",
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("requester_id", sa.BigInteger(), nullable=False),
        sa.Column("customer_id", sa.String(), nullable=False),
        sa.Column("agent_id", sa.BigInteger(), nullable=False),
        sa.Column("agent_name", sa.String(), nullable=False),
        sa.Column("pinned_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_by", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("account", "id", name=op.f("pk_pins")),
    )
    op.create_index(
        "uq_pins_active",
        "pins",
        ["account", "requester_id"],
        unique=True,
        sqlite_where=sa.text("withdrawn_at IS NULL"),
        postgresql_where=sa.text("withdrawn_at IS NULL"),
    )

    op.create_table(
        "sessions",
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("agent_id", sa.BigInteger(), nullable=False),
        sa.Column("agent_name", sa.String(), nullable=False),
        sa.Column("installation", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("account", "token_hash", name=op.f("pk_sessions")),
    )
    op.create_table(
        "spent_tokens",
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("account", "token_hash", name=op.f("pk_spent_tokens")),
    )
    op.create_table(
        "ticks",
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("worker", sa.String(), nullable=False),
        sa.Column("last_tick_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("account", "worker", name=op.f("pk_ticks")),
    )
    op.create_table(
        "watched_customers",
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("customer_id", sa.String(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("touched_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("account", "customer_id", name=op.f("pk_watched_customers")),
    )
    op.create_table(
        "case_customers",
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("ticket_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("customer_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account", "ticket_id"],
            ["cases.account", "cases.ticket_id"],
            name=op.f("fk_case_customers_account_ticket_id_cases"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("account", "ticket_id", "customer_id", name=op.f("pk_case_customers")),
    )
    op.create_index("ix_case_customers_account_customer_id", "case_customers", ["account", "customer_id"])


def downgrade() -> None:
    op.drop_table("case_customers")
    op.drop_table("watched_customers")
    op.drop_table("ticks")
    op.drop_table("spent_tokens")
    op.drop_table("sessions")
    op.drop_table("pins")
    op.drop_table("notes")
    op.drop_table("gaps")
    op.drop_table("gap_sightings")
    op.drop_table("gap_issues")
    op.drop_table("deliveries")
    op.drop_table("cursors")
    op.drop_table("cases")
