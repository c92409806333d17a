"""What each confidence may show and do: the one table, read by plan, reply, handoff, document and guards.

A row is a permission, a column a confidence. Whoever needs to know asks `allows(match, ticket)`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from integrations.records import Ticket
from plugin.facts import Confidence, Match

Proof = Literal["strong", "weak", "typed_only", "ambiguous", "none"]


@dataclass(frozen=True, slots=True)
class Allowed:
    """Permissions of one match."""

    candidates_to_agent: bool
    """Which customers it may be: id, name, address and what differs. Without a match: colleagues, as a suggestion."""
    details_to_agent: bool
    """Subscriptions, payments and what follows from them, in sidebar, document and handoff."""
    details_in_draft: bool
    """Anything about an account in the text for the customer, even that there is one."""
    hosted_invoice_link: bool
    """Whoever has the link sees the invoice."""
    portal_session: bool
    """A bearer credential: whoever has the link is the customer."""
    portal_login_page: bool
    """Stripe's public page that asks for the address on file: proves itself."""
    reversible_step: bool
    """Steps at the billing vendor that can be undone and move no money."""
    money_step: bool


_Y, _N = True, False
# fmt: off
_TABLE: dict[str, dict[Proof, bool]] = {
    #                        strong        weak        typed_only        ambiguous        none
    "candidates_to_agent": {"strong": _Y, "weak": _Y, "typed_only": _N, "ambiguous": _Y, "none": _Y},
    "details_to_agent":    {"strong": _Y, "weak": _Y, "typed_only": _N, "ambiguous": _N, "none": _N},
    "details_in_draft":    {"strong": _Y, "weak": _N, "typed_only": _N, "ambiguous": _N, "none": _N},
    "hosted_invoice_link": {"strong": _Y, "weak": _N, "typed_only": _N, "ambiguous": _N, "none": _N},
    "portal_session":      {"strong": _Y, "weak": _N, "typed_only": _N, "ambiguous": _N, "none": _N},
    "portal_login_page":   {"strong": _Y, "weak": _Y, "typed_only": _Y, "ambiguous": _Y, "none": _Y},
    "reversible_step":     {"strong": _Y, "weak": _N, "typed_only": _N, "ambiguous": _N, "none": _N},
    "money_step":          {"strong": _Y, "weak": _N, "typed_only": _N, "ambiguous": _N, "none": _N},
}
# fmt: on


def proof_of(match: Match) -> Proof:
    """The column of the table: the confidence, with matches by typed ids alone set apart."""
    confidence: Confidence = match.confidence
    return "typed_only" if match.typed_only and confidence != "none" else confidence


def allows(match: Match, ticket: Ticket | None = None) -> Allowed:
    """The permissions of a match; more readers of the ticket, or no customer record, take some away."""
    column = proof_of(match)
    allowed = Allowed(**{row: cells[column] for row, cells in _TABLE.items()})
    others_read_it = bool(ticket and (ticket.cc_emails or ticket.has_followers))
    if others_read_it or match.customer_id is None:
        allowed = replace(allowed, portal_session=False)
    return allowed
