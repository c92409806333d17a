"""Faults a test or a curious newcomer can switch on, the same for all three vendors.

Each wire asks `Faults.strike(vendor, method, path)` before it answers and obeys what comes back.
"""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from werkzeug.wrappers import Response


@dataclass
class Fault:
    """One rule. `times` None means for ever; `after` True lets the vendor act first, then spoils the answer."""

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
    struck: int = 0

    def matches(self, vendor: str, method: str, path: str) -> bool:
        return (
            self.vendor == vendor
            and re.fullmatch(self.method, method, re.IGNORECASE) is not None
            and re.search(self.path, path) is not None
            and (self.times is None or self.struck < self.times)
        )


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

    def around(self, vendor: str, method: str, path: str, act: Callable[[], Response]) -> Response:
        """Records the request, waits, strikes, or lets the vendor act."""
        with self._lock:
            self.requests.append((time.monotonic(), vendor, method, path))
            rule = next((r for r in self.rules if r.matches(vendor, method, path)), None)
            if rule:
                rule.struck += 1
        if delay := self.latency.get(vendor, 0.0) + (rule.delay if rule else 0.0):
            time.sleep(delay)
        if rule is None or rule.status is None:
            return act()
        if rule.after:
            act()
        return Response(rule.body, status=rule.status, content_type=rule.content_type, headers=rule.headers)

    def count(self, vendor: str, path: str = "") -> int:
        with self._lock:
            return sum(1 for _, v, _, p in self.requests if v == vendor and re.search(path, p))
