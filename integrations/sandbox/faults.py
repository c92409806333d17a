"""Faults a test or a curious newcomer can switch on, the same for all three vendors.

Each wire asks `Faults.around(vendor, method, path, act)` to answer and obeys what comes back. Stripe's
usual ways to fail are ready made in `stripe_faults`.
"""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from werkzeug.wrappers import Response


class ConnectionDropped(Exception):
    """The connection is to be closed without a byte of an answer."""


@dataclass
class Fault:
    """One rule. `times` None means for ever.

    `after` True lets the vendor act first, then waits `delay` and spoils the answer; otherwise `delay`
    comes first and the vendor acts only where nothing else is wrong. `drop` closes the connection without
    an answer. `saved` (Stripe) keeps the spoiled answer under the request's idempotency key, so that the
    same key is answered with it again.
    """

    vendor: str
    method: str = ".*"
    path: str = ".*"
    status: int | None = None
    body: str | bytes = ""
    content_type: str = "application/json"
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0
    times: int | None = None
    after: bool = False
    drop: bool = False
    saved: bool = False
    struck: int = 0

    def __post_init__(self) -> None:
        if self.saved and self.status is None:
            raise ValueError("a saved fault needs the status that is saved")

    def matches(self, vendor: str, method: str, path: str) -> bool:
        return (
            self.vendor == vendor
            and re.fullmatch(self.method, method, re.IGNORECASE) is not None
            and re.search(self.path, path) is not None
            and (self.times is None or self.struck < self.times)
        )

    def lets_act(self) -> bool:
        """Whether the vendor does what it was asked, whatever becomes of the answer."""
        return self.after or not (self.drop or self.status is not None)

    def answer(self) -> Response:
        return Response(self.body, status=self.status, content_type=self.content_type, headers=self.headers)


Act = Callable[[Fault | None], Response]
"""Has the vendor answer; it is told the rule that is about to spoil the answer."""


class Faults:
    """The list of rules, and how many requests each vendor got."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.rules: list[Fault] = []
        self.latency: dict[str, float] = {}
        self.requests: list[tuple[float, str, str, str]] = []

    def clear(self) -> None:
        with self._lock:
            self.rules.clear()
            self.latency.clear()
            self.requests.clear()

    def add(self, fault: Fault) -> Fault:
        with self._lock:
            self.rules.append(fault)
        return fault

    def around(self, vendor: str, method: str, path: str, act: Act) -> Response:
        """Records the request, waits, strikes, or lets the vendor act; may raise `ConnectionDropped`."""
        with self._lock:
            self.requests.append((time.monotonic(), vendor, method, path))
            rule = next((r for r in self.rules if r.matches(vendor, method, path)), None)
            if rule:
                rule.struck += 1
        _wait(self.latency.get(vendor, 0.0))
        if rule is None:
            return act(None)
        if not rule.after:
            _wait(rule.delay)
        # A vendor that keeps the spoiled answer must see the request even where it does not act on it.
        response = act(rule) if rule.lets_act() or rule.saved else None
        if rule.after:
            _wait(rule.delay)
        if rule.drop:
            raise ConnectionDropped
        return rule.answer() if response is None or rule.status is not None else response

    def count(self, vendor: str, path: str = "", method: str = ".*") -> int:
        with self._lock:
            return sum(
                1
                for _, v, m, p in self.requests
                if v == vendor and re.search(path, p) and re.fullmatch(method, m, re.IGNORECASE)
            )


def _wait(seconds: float) -> None:
    if seconds:
        time.sleep(seconds)
