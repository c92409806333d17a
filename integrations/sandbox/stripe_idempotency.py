"""What Stripe keeps under an idempotency key, and which keys are being used right now."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

LONGEST_KEY = 255


class KeyUsedOtherwise(Exception):
    """The key was first used with other parameters."""


@dataclass(frozen=True)
class Saved:
    """An answer as it was first given."""

    fingerprint: str
    status: int
    body: bytes
    request_id: str


class SavedAnswers:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._saved: dict[str, Saved] = {}
        self._in_use: set[str] = set()

    @contextmanager
    def in_use(self, key: str) -> Iterator[bool]:
        """Holds the key while a request with it is going through; False where another one holds it."""
        with self._lock:
            mine = key not in self._in_use
            self._in_use.add(key)
        try:
            yield mine
        finally:
            if mine:
                with self._lock:
                    self._in_use.discard(key)

    def find(self, key: str, fingerprint: str) -> Saved | None:
        saved = self._saved.get(key)
        if saved and saved.fingerprint != fingerprint:
            raise KeyUsedOtherwise(key)
        return saved

    def save(self, key: str, saved: Saved) -> None:
        self._saved[key] = saved

    def prune(self) -> int:
        """Forgets all keys, as Stripe may after 24 hours; how many there were."""
        forgotten = len(self._saved)
        self._saved.clear()
        return forgotten

    def __len__(self) -> int:
        return len(self._saved)
