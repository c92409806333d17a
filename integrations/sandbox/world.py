"""The truth the three stand-ins share: one clock, one lock, three vendors' books, and the faults."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta

from integrations.sandbox.faults import Faults
from integrations.sandbox.github_books import GithubBooks
from integrations.sandbox.stripe_books import StripeBooks
from integrations.sandbox.zendesk_books import ZendeskBooks


class World:
    """Everything a story may set up and a wire may serve. Hold `lock` while reading or changing it."""

    def __init__(self, now: datetime | None = None) -> None:
        self.lock = threading.RLock()
        self._fixed = now
        self.faults = Faults()
        self.stripe = StripeBooks(self)
        self.zendesk = ZendeskBooks(self)
        self.github = GithubBooks(self)

    def now(self) -> datetime:
        """The world's time in UTC, whole seconds: fixed where the test fixed it, else the machine's."""
        return (self._fixed or datetime.now(UTC)).replace(microsecond=0)

    def set_time(self, now: datetime) -> None:
        self._fixed = now

    def ago(self, **parts: float) -> datetime:
        """`world.ago(days=2, minutes=5)`."""
        return self.now() - timedelta(**parts)
