"""One reading of a ticket, in the shape the store keeps: the case document, whom it shows, which gaps it shows."""

from __future__ import annotations

import hashlib
import hmac
from typing import Any

from plugin.casework import Case, Casework
from plugin.facts import monthly_value
from plugin.gaps.agent_time import agent_minutes
from plugin.store import DiagnosedTicket, GapIssue, GapIssues, Sighting


class CaseReader:
    def __init__(self, casework: Casework, gap_issues: GapIssues, secret: str) -> None:
        self._casework = casework
        self._gap_issues = gap_issues
        self._secret = secret.encode()

    def read(self, ticket_id: int) -> DiagnosedTicket:
        """Raises what Casework.of_ticket raises."""
        case = self._casework.of_ticket(ticket_id)
        facts, ticket = case.facts, case.facts.ticket
        assert ticket is not None, "a case of a ticket has its ticket"
        customers = {*facts.match.customer_ids, *(c.customer_id for c in facts.match.candidates)}
        return DiagnosedTicket(
            document=self._with_issues(case.document),
            read_at=facts.now,
            ticket_status=ticket.status,
            ticket_updated_at=ticket.updated_at,
            open=ticket.open,
            customer_ids=sorted(customers),
            sightings=self._sightings(case),
        )

    def _with_issues(self, document: dict[str, Any]) -> dict[str, Any]:
        known = self._gap_issues.linked() if document["gaps"] else {}
        gaps = [
            {**gap, "issue": as_link(known[gap["gap"]]) if gap["gap"] in known else None}
            for gap in document["gaps"]
        ]
        return {**document, "gaps": gaps}

    def _sightings(self, case: Case) -> tuple[Sighting, ...]:
        facts, verdict = case.facts, case.diagnosis.verdict
        minutes = agent_minutes(facts.ticket) if facts.ticket else 0
        values = [value for value in map(monthly_value, facts.live_subscriptions) if value]
        return tuple(
            Sighting(
                gap=seen.gap,
                bucket=verdict.bucket,
                situation=verdict.situation,
                customer_hash=self._hash(facts.match.customer_id),
                refunds=case.plan.impact.refund,
                agent_minutes=minutes,
                mrr=max(values, key=lambda money: money.amount, default=None),
            )
            for seen in case.gaps
        )

    def _hash(self, customer_id: str | None) -> str | None:
        """Keyed, so that nobody who sees the table can turn it back by trying ids."""
        if customer_id is None:
            return None
        return hmac.digest(self._secret, b"customer:" + customer_id.encode(), hashlib.sha256).hex()[:32]


def as_link(issue: GapIssue) -> dict[str, Any]:
    # An issue that is gone or went elsewhere is, for the agent, one that nobody here works on.
    state = "open" if issue.state in {None, "open"} else "closed"
    return {"number": issue.issue_number, "url": issue.url, "state": state}
