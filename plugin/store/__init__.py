"""Our diary: cases, pins, gap sightings, sessions. SQLAlchemy, SQLite or PostgreSQL."""
