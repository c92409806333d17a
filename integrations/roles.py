"""What the product needs from outside, one Protocol per party. Vendor names appear only in the implementations.

Every method raises only the errors of `integrations.errors`. Methods that read many things return
what they could read and name the rest as `Unread`; they raise only when nothing at all can be said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Protocol

from integrations.deeds import Deed, Done, Estimate, Permit
from integrations.records import (
    AccountPicture,
    Agent,
    BillingPicture,
    Clue,
    Issue,
    LookUp,
    Risks,
    Ticket,
    TicketChanges,
    TicketRef,
    WrittenNote,
)


class BillingReader(Protocol):
    """Reads the merchant's billing account; holds a key that cannot write."""

    def look_up(self, clues: Sequence[Clue]) -> LookUp:
        """All clues side by side: one round of calls."""
        ...

    def pictures(self, customer_ids: Sequence[str]) -> tuple[BillingPicture, ...]:
        """Everything about up to three customer records, side by side: one round of calls.

        A customer that does not exist is left out; a deleted one comes with `deleted` set.
        """
        ...

    def account(self) -> AccountPicture:
        """Account, portal configuration, undelivered events; cached for 15 minutes.

        `pictures` may be running at the same time: callers start both and wait once.
        """
        ...

    def risks(self, charge_ids: Sequence[str]) -> Risks:
        """Disputes and early fraud warnings of these charges: one round of calls."""
        ...


class BillingWriter(Protocol):
    """Changes the merchant's billing account; holds a second key, and nothing is done without a permit."""

    def perform(self, permit: Permit) -> Done:
        """Carries out the permit's deed. Not repeated by the client on any failure.

        VendorRefused: nothing was done. VendorUnavailable: nobody knows; look before trying again.
        KeptFailure: the vendor keeps its failure under this key; look, then take another key.
        """
        ...

    def find(self, deed: Deed, marker: str) -> Done | None:
        """The deed if it was done already, by this marker or by its effect; read with the key that only reads."""
        ...

    def estimate(self, deed: Deed) -> Estimate:
        """What the vendor says will come of it; changes nothing."""
        ...


class Helpdesk(Protocol):
    def ticket(self, ticket_id: int) -> Ticket:
        """The ticket with requester, identities and all comments. NotFound when it does not exist."""
        ...

    def colleagues(self, organization_id: int) -> tuple[str, ...]:
        """E-mail addresses of the members of an organisation: twenty at most, () where it is unknown."""
        ...

    def open_tickets(self) -> Iterator[TicketRef]:
        """Every ticket that is not solved or closed."""
        ...

    def changes(self, cursor: str | None, since: datetime) -> TicketChanges:
        """Tickets changed since the cursor (or since the time when there is none yet), one page."""
        ...

    def agent(self, agent_id: int) -> Agent: ...

    def find_note(self, ticket_id: int, marker: str) -> WrittenNote | None:
        """The internal note that carries the marker, if it was already written."""
        ...

    def write_note(self, ticket_id: int, text: str, tags: Sequence[str]) -> WrittenNote:
        """Adds an internal note (never public) and tags. Not repeated by the client on any failure."""
        ...

    def app_public_key(self, app_name: str) -> str:
        """PEM of the RS256 key with which the account's own app of that name signs the sidebar's first request."""
        ...


class TextReader(Protocol):
    """Somebody outside who is asked what a text is about. Gets redacted text only."""

    def intents(self, text: str, known: Sequence[str]) -> tuple[str, ...]:
        """Those of `known` that the text is about. Not repeated by the client on any failure."""
        ...


class IssueTracker(Protocol):
    def find(self, marker: str) -> Issue | None:
        """The oldest issue, open or closed, whose body carries the marker; through the list, never the search."""
        ...

    def get(self, number: int) -> Issue: ...

    def create(
        self,
        title: str,
        body: str,
        labels: Sequence[str],
        *,
        assignees: Sequence[str] = (),
        milestone: int | None = None,
    ) -> Issue:
        """Not repeated by the client on any failure: the caller looks before it tries again."""
        ...

    def update(self, number: int, *, body: str, labels: Sequence[str]) -> Issue:
        """Body and labels in one write."""
        ...

    def has_comment(self, number: int, marker: str) -> bool: ...

    def comment(self, number: int, text: str) -> None: ...

    def reopen(self, number: int) -> Issue: ...
