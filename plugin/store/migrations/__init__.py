"""The history of the tables, for Alembic. Run by `plugin.store.migrate`."""
