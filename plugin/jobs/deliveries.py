"""What a webhook delivery means: something changed, look again. The same for one just received and one replayed."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from plugin.jobs.queue import Hints
from plugin.jobs.reconcile import GAP, TICKET
from plugin.store import Cases, Deliveries, Delivery, GapIssues

log = logging.getLogger(__name__)

_STATUSES = frozenset({"new", "open", "pending", "hold", "solved", "closed"})
_SETTLED = frozenset({"solved", "closed"})


class Unreadable(ValueError):
    """Signed, but not a body we understand. The sentence says what is missing."""


class ChangeNews:
    """Turns deliveries into work. An event never carries facts: those are read from the vendor."""

    def __init__(
        self,
        cases: Cases,
        deliveries: Deliveries,
        hints: Hints,
        clock: Callable[[], datetime],
        gap_issues: GapIssues | None = None,
    ) -> None:
        self._cases = cases
        self._deliveries = deliveries
        self._hints = hints
        self._clock = clock
        self._gap_issues = gap_issues

    def take(self, source: str, delivery_id: str, body: str) -> None:
        """Stores a new delivery, then acts on it. Returns only when it is stored."""
        delivery = Delivery(source, delivery_id, body, self._clock())
        if self._deliveries.remember(source, delivery_id, body, at=delivery.received_at):
            self.act_on(delivery)

    def act_on(self, delivery: Delivery) -> None:
        """Marks what changed as wanted; doing it twice costs a reading at most."""
        now = self._clock()
        body = read_object(delivery.body)
        due: tuple[int, ...] = ()
        if delivery.source == "zendesk":
            change = ticket_change(body)
            if change.status in _SETTLED:
                self._cases.close(change.ticket_id, at=now, status=change.status, seen=change.at)
            elif self._cases.want(change.ticket_id, change.status, at=now, seen=change.at):
                due = (change.ticket_id,)
        elif delivery.source == "github":
            self._look_at_issue(body)
        elif customer_id := body.get("customer"):
            due = self._cases.want_customer(customer_id, at=now)
        self._deliveries.handled(delivery.source, delivery.delivery_id, at=now)
        for found in due:
            self._hints.send(TICKET, str(found))

    def _look_at_issue(self, body: dict[str, Any]) -> None:
        """What became of the issue is read from GitHub, so that events may come twice, late and in any order."""
        number = int(body["number"])
        gaps = self._gap_issues.look_again(number) if self._gap_issues else ()
        if not gaps:
            log.info("github event about an issue that is not ours: number=%d", number)
        for gap in gaps:
            self._hints.send(GAP, gap)


def read_object(raw: str | bytes) -> dict[str, Any]:
    """Raises Unreadable."""
    try:
        body = json.loads(raw)
    except (ValueError, RecursionError):
        raise Unreadable("The body is not JSON.") from None
    if not isinstance(body, dict):
        raise Unreadable("The body is not a JSON object.")
    return body


@dataclass(frozen=True)
class TicketChange:
    """Which ticket changed; `at` is None where the delivery does not say when, so that it is read in any case."""

    ticket_id: int
    status: str
    at: datetime | None

    def as_json(self) -> str:
        said = {"ticket_id": str(self.ticket_id), "status": self.status}
        return json.dumps(said | ({"time": self.at.isoformat()} if self.at else {}))


def ticket_change(body: dict[str, Any]) -> TicketChange:
    """From an event subscription (`subject` "zen:ticket:123") or a trigger's `{"ticket_id": "123"}`."""
    found = re.fullmatch(r"zen:ticket:(\d{1,18})", str(body.get("subject", ""))) or re.fullmatch(
        r"(\d{1,18})", str(body.get("ticket_id", ""))
    )
    if not found:
        raise Unreadable("The delivery does not name a ticket.")
    detail = body.get("detail")
    status = str((detail if isinstance(detail, dict) else body).get("status") or "open").lower()
    return TicketChange(int(found[1]), status if status in _STATUSES else "open", _moment(body.get("time")))


def _moment(text: object) -> datetime | None:
    try:
        moment = datetime.fromisoformat(str(text))
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def customer_of(event: dict[str, Any]) -> str | None:
    """Whose billing data changed; None for an event about something without a customer."""
    data = event.get("data")
    changed = data.get("object") if isinstance(data, dict) else None
    if not isinstance(changed, dict):
        raise Unreadable("The event has no object.")
    found = changed.get("id") if changed.get("object") == "customer" else changed.get("customer")
    return found if isinstance(found, str) and found.startswith("cus_") else None


_ISSUE_NEWS = frozenset({"closed", "reopened", "transferred", "deleted", "edited", "locked", "unlocked"})


def issue_change(event: str, body: dict[str, Any]) -> dict[str, Any] | None:
    """Which issue changed how; None for what is no news to us (a ping, a new label). Only this much is stored."""
    action = body.get("action")
    if event != "issues" or action not in _ISSUE_NEWS:
        return None
    issue = body.get("issue")
    number = issue.get("number") if isinstance(issue, dict) else None
    if not isinstance(number, int) or isinstance(number, bool) or not 0 < number < 2**53:
        raise Unreadable("The event does not name an issue.")
    return {"action": action, "number": number}
