"""What the ticket's text asks for."""

from plugin.read.reading import read, read_ticket

__all__ = ["read", "read_ticket"]
