"""What in a ticket points to a customer, and what kind of proof each pointer could be.

Pure text work: linear patterns on at most 64 kB, at most twenty clues, strongest kind first, so that a
ticket stuffed with ids can neither slow the service down nor crowd out the requester's own address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from integrations.records import Clue, Ticket
from plugin.identify.addresses import without_dots, without_tag
from plugin.identify.card_payment import card_payments

Source = Literal["held", "verified", "unverified", "variant", "cc", "typed"]
"""Where a clue comes from, strongest first.

held: the helpdesk's own record of the requester, set by the merchant (external id); verified, unverified:
an e-mail identity of the requester; variant: such an identity without its dots or +tag; cc: somebody
copied in; typed: the ticket's text, which anybody can write.
"""
_STRENGTH: tuple[Source, ...] = ("held", "verified", "unverified", "variant", "cc", "typed")

MOST_CLUES = 20
LONGEST_TEXT = 64 * 1024
_MOST_PER_SOURCE: dict[Source, int] = {
    "held": 6,
    "verified": 8,
    "unverified": 6,
    "variant": 4,
    "cc": 4,
    "typed": 12,
}


@dataclass(frozen=True, slots=True)
class TicketClue:
    """A clue and the proof it could be."""

    clue: Clue
    source: Source


@dataclass(frozen=True, slots=True)
class Clues:
    """All clues of a ticket, strongest source first."""

    found: tuple[TicketClue, ...] = ()

    def __iter__(self) -> Iterator[TicketClue]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)

    @property
    def to_look_up(self) -> tuple[Clue, ...]:
        return tuple(ticket_clue.clue for ticket_clue in self.found)


ID_KINDS = {
    "cus": "customer",
    "sub": "subscription",
    "in": "invoice",
    "ch": "charge",
    "py": "charge",
    "pi": "payment_intent",
    "cs": "checkout_session",
    "re": "refund",
    "pyr": "refund",
    "dp": "dispute",
    "du": "dispute",
}
# `pi_…_secret_…` is a client secret: the id ends before the second underscore.
_VENDOR_ID = re.compile(
    r"(?<![A-Za-z0-9_])(cus|sub|in|ch|py|pi|cs|re|pyr|dp|du)_((?:test_|live_)?[A-Za-z0-9]{6,80})(?![A-Za-z0-9])"
)
_INVOICE_NUMBER = re.compile(
    r"(?<![A-Za-z0-9-])(?=[A-Z0-9-]{0,11}[A-Z])([A-Z0-9]{3,12}-\d{4,6})(?![A-Za-z0-9-])"
)
_RECEIPT_NUMBER = re.compile(r"(?<![\w-])(\d{4}-\d{4})(?![\w-])")
_GITHUB_NAME = re.compile(
    r"(?<![\w.-])github\.com/([A-Za-z0-9](?:[A-Za-z0-9-]{0,38}))(?![A-Za-z0-9-])", re.IGNORECASE
)
_NOT_A_GITHUB_NAME = frozenset(
    [
        "settings",
        "marketplace",
        "sponsors",
        "orgs",
        "features",
        "pricing",
        "about",
        "login",
        "topics",
        "apps",
        "enterprise",
    ]
)
_LOCAL = r"[A-Za-z0-9!#$%&'*+/=?^_`.~\-\u00a1-\uffff]"
_EMAIL = re.compile(rf"(?<!{_LOCAL})({_LOCAL}+@[\w\-]+(?:\.[\w\-]+)+)")
_LONGEST_EMAIL = 254


def clues_of(ticket: Ticket, metadata_keys: Sequence[str] = ()) -> Clues:
    """Everything that may lead to the customer, strongest source first, without repetition.

    `metadata_keys`: where the merchant keeps its own name of the customer at the billing vendor; a GitHub
    user name and the helpdesk's external id are looked up under each, an address under those with "mail".
    """
    found: dict[Clue, Source] = {}
    taken: dict[Source, int] = {}
    for ticket_clue in sorted(_all(ticket, metadata_keys), key=lambda c: _STRENGTH.index(c.source)):
        source = ticket_clue.source
        if ticket_clue.clue in found or taken.get(source, 0) >= _MOST_PER_SOURCE[source]:
            continue
        found[ticket_clue.clue] = source
        taken[source] = taken.get(source, 0) + 1
    return Clues(tuple(TicketClue(clue, source) for clue, source in list(found.items())[:MOST_CLUES]))


def _all(ticket: Ticket, metadata_keys: Sequence[str]) -> Iterator[TicketClue]:
    yield from _held(ticket, metadata_keys)
    yield from _identities(ticket, metadata_keys)
    for address in ticket.cc_emails:
        yield TicketClue(Clue("email", address.strip()), "cc")
    text = ticket.customer_text()
    for clue in typed_clues(text, metadata_keys):
        yield TicketClue(clue, "typed")
    for payment in card_payments(text[:LONGEST_TEXT], ticket.updated_at.date()):
        yield TicketClue(Clue("card_payment", str(payment)), "typed")


def _held(ticket: Ticket, metadata_keys: Sequence[str]) -> Iterator[TicketClue]:
    external_id = (ticket.requester.external_id or "").strip() if ticket.requester else ""
    if not external_id or len(external_id) > 200:
        return
    if _VENDOR_ID.fullmatch(external_id) and external_id.startswith("cus_"):
        yield TicketClue(Clue("customer", external_id), "held")
        return
    for key in metadata_keys:
        yield TicketClue(Clue("metadata", f"{key}={external_id}"), "held")


def _identities(ticket: Ticket, metadata_keys: Sequence[str]) -> Iterator[TicketClue]:
    identities = ticket.requester.emails if ticket.requester else ()
    for identity in sorted(identities, key=lambda i: not i.primary):
        address = identity.address.strip()
        if not address or len(address) > _LONGEST_EMAIL:
            continue
        source: Source = "verified" if identity.verified else "unverified"
        yield TicketClue(Clue("email", address), source)
        for key in metadata_keys:
            if "mail" in key.lower():
                yield TicketClue(Clue("metadata", f"{key}={address}"), source)
        for variant in (without_tag(address), without_dots(address)):
            if variant:
                yield TicketClue(Clue("email", variant), "variant")


def typed_clues(text: str, metadata_keys: Sequence[str] = ()) -> Iterator[Clue]:
    """Ids, numbers, GitHub names and addresses in a text, the most telling kinds first."""
    text = text[:LONGEST_TEXT]
    for found in _VENDOR_ID.finditer(text):
        yield Clue(ID_KINDS[found.group(1)], f"{found.group(1)}_{found.group(2)}")
    for found in _INVOICE_NUMBER.finditer(text):
        yield Clue("invoice_number", found.group(1))
    for found in _RECEIPT_NUMBER.finditer(text):
        yield Clue("receipt_number", found.group(1))
    for found in _GITHUB_NAME.finditer(text):
        if found.group(1).lower() not in _NOT_A_GITHUB_NAME:
            for key in metadata_keys:
                yield Clue("metadata", f"{key}={found.group(1)}")
    for found in _EMAIL.finditer(text):
        address = found.group(1).rstrip("-_").lstrip("'*`")
        if len(address) <= _LONGEST_EMAIL and not address.startswith("@"):
            yield Clue("email", address)
