"""One gap as one GitHub issue: composed of the gap's own words and counted numbers, nothing else.

An issue may be public. Nothing of a ticket or a customer has a way in: the only inputs are a gap's file and
a `Demand` of numbers, dates and known slugs; and the finished text still passes the scanner or is not sent.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from babel.numbers import format_currency

from integrations.money import Money
from plugin.gaps.gap import Gap
from plugin.redaction import scan_outbound

VERSION = "v1"
"""Of the fingerprint: a new way to tell gaps apart gets a new one, and old issues keep theirs."""

_SLUG = re.compile(r"[a-z0-9]+(?:_[a-z0-9]+)*")
_NUMBERS_BEGIN = "<!-- tillside:numbers -->"
_NUMBERS_END = "<!-- /tillside:numbers -->"
_NUMBERS = re.compile(re.escape(_NUMBERS_BEGIN) + r".*?" + re.escape(_NUMBERS_END), re.DOTALL)
_MOST_SITUATIONS = 8
# A digest in digits could look like a card or phone number to the scanner: sixteen letters instead.
_AS_LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")


class LeakRefused(Exception):
    """The text of an issue seems to hold private data; says which kinds, never which data."""


class Demand(Protocol):
    """What stands behind a gap, counted. The store's own record fits."""

    @property
    def tickets(self) -> int: ...
    @property
    def customers(self) -> int: ...
    @property
    def mrr(self) -> Sequence[Money]: ...
    @property
    def refunds(self) -> Sequence[Money]: ...
    @property
    def situations(self) -> Sequence[tuple[str, int]]: ...
    @property
    def first_seen(self) -> datetime | None: ...
    @property
    def last_seen(self) -> datetime | None: ...


def fingerprint(gap: Gap | str, secret: str) -> str:
    """The gap's lasting name: keyed, so that nobody else can file under it, and never made of customer data."""
    gap_id = gap if isinstance(gap, str) else gap.id
    digest = hmac.digest(secret.encode(), f"gap:{VERSION}:{gap_id}".encode(), hashlib.sha256).hex()
    return f"{VERSION}:{digest[:40].translate(_AS_LETTERS)}"


def marker(fingerprint: str) -> str:
    """An invisible line by which the issue is found again, also by a service that lost its database."""
    return f"<!-- tillside:gap:{fingerprint} -->"


def title(gap: Gap) -> str:
    return _checked(gap.title)


def body(gap: Gap, demand: Demand, fingerprint: str) -> str:
    """The whole issue. Raises LeakRefused rather than sending something that looks private."""
    acceptance = "\n".join(f"- [ ] {criterion}" for criterion in gap.acceptance)
    return _checked(
        f"{marker(fingerprint)}\n"
        f"## What customers cannot do\n\n{gap.what}\n\n"
        f"## Demand\n\n{numbers(demand)}\n\n"
        f"## Proposal\n\n{gap.build}\n\n"
        f"## Nearest control today\n\n{gap.nearest_control}\n\n"
        f"## Done when\n\n{acceptance}\n\n"
        "---\n"
        "Filed by Tillside from support tickets. The numbers are kept current; everything else may be edited freely.\n"
    )


def numbers(demand: Demand) -> str:
    """The block that is rewritten with every update, between its marks."""
    rows = [
        ("Tickets", f"{demand.tickets:,}"),
        ("Customers", f"{demand.customers:,}"),
        ("Monthly revenue of these customers", _sum(demand.mrr)),
        ("Refunds proposed in these tickets", _sum(demand.refunds)),
        ("First seen", _day(demand.first_seen)),
        ("Last seen", _day(demand.last_seen)),
    ]
    table = "\n".join(["| | |", "| --- | ---: |", *(f"| {name} | {value} |" for name, value in rows)])
    situations = [(slug, count) for slug, count in demand.situations if _SLUG.fullmatch(slug)]
    if situations:
        causes = "\n".join(f"| `{slug}` | {count:,} |" for slug, count in situations[:_MOST_SITUATIONS])
        table += f"\n\n| Situation | Tickets |\n| --- | ---: |\n{causes}"
    return f"{_NUMBERS_BEGIN}\n{table}\n{_NUMBERS_END}"


def with_numbers(text: str, demand: Demand, gap: Gap, fingerprint: str) -> str:
    """An existing issue with its numbers renewed and what people wrote around them kept.

    Only the block is checked and replaced: people may write in their own issue what they like. Where
    somebody removed the block, or the marker, it is put back.
    """
    block = _checked(numbers(demand))
    if _NUMBERS.search(text):
        renewed = _NUMBERS.sub(lambda _: block, text, count=1)
    else:
        renewed = (
            f"{text.rstrip()}\n\n## Demand\n\n{block}\n" if text.strip() else body(gap, demand, fingerprint)
        )
    own_mark = marker(fingerprint)
    return renewed if own_mark in renewed else f"{own_mark}\n{renewed}"


def came_back(demand: Demand) -> str:
    """The comment on an issue that is reopened because tickets show the gap again after it was closed."""
    return _checked(
        f"Reopened: support tickets show this again, last on {_day(demand.last_seen)}. "
        f"{demand.tickets:,} tickets so far."
    )


def _checked(text: str) -> str:
    if found := scan_outbound(text):
        raise LeakRefused(f"An issue was not sent, because it seems to hold: {', '.join(found)}")
    return text


def _sum(amounts: Sequence[Money]) -> str:
    texts = (
        format_currency(m.major, m.currency.upper(), format="#,##0.00 ¤¤", locale="en_US")
        for m in amounts
        if m
    )
    return " + ".join(texts) or "none"


def _day(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d}" if moment else "unknown"
