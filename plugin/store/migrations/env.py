"""Alembic's entry: runs inside the transaction that `plugin.store.migrate` opened."""

from __future__ import annotations

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext

from plugin.store.models import Base, Moment


def render_item(kind: str, item: Any, _autogen: AutogenContext) -> str | Literal[False]:
    """A migration must not change its meaning when the models do, so it names no class of ours."""
    if kind == "type" and isinstance(item, Moment):
        return "sa.DateTime(timezone=True)"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    render_item=render_item,
    transactional_ddl=True,
    include_name=lambda name, kind, _parents: kind != "table" or not str(name).startswith("huey_"),
)
context.run_migrations()
