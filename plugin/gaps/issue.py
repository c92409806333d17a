"""One gap as one GitHub issue: composed of the gap's own words and counted numbers, nothing else.

An issue may be public. Nothing of a ticket or a customer has a way in: the only inputs are a gap's file and
a `Demand` of numbers, dates and known slugs; and the finished text still passes the scanner or is not sent.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from string import Template
from typing import Protocol

from babel.numbers import format_currency

from integrations.money import Money
from plugin.gaps.gap import Gap
from plugin.gaps.rules import TEMPLATE
from plugin.redaction import scan_outbound

VERSION = "v1"
"""Of the fingerprint: a new way to tell gaps apart gets a new one, and old issues keep theirs."""
LONGEST_BODY = 65_536
"""GitHub's limit, in characters."""

_SLUG = re.compile(r"[a-z0-9]+(?:_[a-z0-9]+)*")
_NUMBERS_BEGIN = "<!-- tillside:numbers -->"
_NUMBERS_END = "<!-- /tillside:numbers -->"
# Never across a second beginning: where somebody deleted an end mark, the text after it is theirs.
_NUMBERS = re.compile(
    re.escape(_NUMBERS_BEGIN) + rf"(?:(?!{re.escape(_NUMBERS_BEGIN)}).)*?" + re.escape(_NUMBERS_END),
    re.DOTALL,
)
_MOST_SITUATIONS = 8
_MOST_TICKETS = 20
# A digest in digits could look like a card or phone number to the scanner: sixteen letters instead.
_AS_LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")


class LeakRefused(Exception):
    """The text of an issue seems to hold private data; says which kinds, never which data."""


class Window(Protocol):
    """The demand of the last days, or of all the time where `days` is None."""

    @property
    def days(self) -> int | None: ...
    @property
    def tickets(self) -> int: ...
    @property
    def customers(self) -> int: ...
    @property
    def mrr(self) -> Sequence[Money]: ...
    @property
    def refunds(self) -> Sequence[Money]: ...
    @property
    def agent_minutes(self) -> int: ...


class Demand(Protocol):
    """What stands behind a gap, counted. The store's own record fits."""

    @property
    def tickets(self) -> int: ...
    @property
    def customers(self) -> int: ...
    @property
    def windows(self) -> Sequence[Window]: ...
    @property
    def situations(self) -> Sequence[tuple[str, int]]: ...
    @property
    def first_seen(self) -> datetime | None: ...
    @property
    def last_seen(self) -> datetime | None: ...
    @property
    def weeks(self) -> Sequence[int]: ...


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


def body(
    gap: Gap,
    demand: Demand,
    fingerprint: str,
    *,
    on: date,
    template: str = TEMPLATE,
    tickets: Sequence[int] = (),
) -> str:
    """The whole issue. Raises LeakRefused rather than sending something that looks private."""
    text = Template(template).safe_substitute(
        what=gap.what,
        demand=numbers(demand, on=on, tickets=tickets),
        build=gap.build,
        nearest_control=gap.nearest_control,
        acceptance="\n".join(f"- [ ] {criterion}" for criterion in gap.acceptance),
    )
    return _checked(f"{marker(fingerprint)}\n{text}")


def numbers(demand: Demand, *, on: date, tickets: Sequence[int] = (), short: bool = False) -> str:
    """The block that is rewritten with every update, between its marks. `tickets`: newest last."""
    parts = [_table(demand), f"First seen {_day(demand.first_seen)}, last seen {_day(demand.last_seen)}."]
    if not short:
        parts += [_chart(demand.weeks, on), _situations(demand)]
        if newest := sorted(tickets, reverse=True)[:_MOST_TICKETS]:
            parts.append("Newest tickets: " + ", ".join(f"`{ticket}`" for ticket in newest))
    return "\n".join([_NUMBERS_BEGIN, "\n\n".join(part for part in parts if part), _NUMBERS_END])


def _table(demand: Demand) -> str:
    rows = [
        ("", [f"last {w.days} days" if w.days else "all time" for w in demand.windows]),
        ("---", ["---:"] * len(demand.windows)),
        ("Tickets", [f"{w.tickets:,}" for w in demand.windows]),
        ("Customers", [f"{w.customers:,}" for w in demand.windows]),
        ("Monthly revenue of these customers", [_sum(w.mrr) for w in demand.windows]),
        ("Refunds in these tickets", [_sum(w.refunds) for w in demand.windows]),
        ("Agent minutes (estimated)", [f"{w.agent_minutes:,}" for w in demand.windows]),
    ]
    return "\n".join(f"| {' | '.join([name, *values])} |" for name, values in rows)


def _chart(weeks: Sequence[int], on: date) -> str:
    """Bars that GitHub draws; nothing where there is nothing to see yet."""
    if len([count for count in weeks if count]) < 2:
        return ""
    starts = ", ".join(f'"{on - timedelta(weeks=back):%m-%d}"' for back in range(len(weeks), 0, -1))
    return "\n".join(
        [
            "```mermaid",
            "xychart-beta",
            '    title "Tickets per week"',
            f"    x-axis [{starts}]",
            f'    y-axis "Tickets" 0 --> {max(weeks)}',
            f"    bar [{', '.join(map(str, weeks))}]",
            "```",
        ]
    )


def _situations(demand: Demand) -> str:
    known = [(slug, count) for slug, count in demand.situations if _SLUG.fullmatch(slug)]
    rows = [f"| `{slug}` | {count:,} |" for slug, count in known[:_MOST_SITUATIONS]]
    return "\n".join(["| Situation | Tickets |", "| --- | ---: |", *rows]) if rows else ""


def with_numbers(
    text: str,
    demand: Demand,
    gap: Gap,
    fingerprint: str,
    *,
    on: date,
    template: str = TEMPLATE,
    tickets: Sequence[int] = (),
) -> str:
    """An existing issue with its numbers renewed and what people wrote around them kept.

    Only the block is checked and replaced: people may write in their own issue what they like. Where
    somebody removed the block, or the marker, it is put back; of several blocks the first is kept current.
    Where nothing more fits into an issue, the text comes back as it was.
    """
    if not text.strip():
        return body(gap, demand, fingerprint, on=on, template=template, tickets=tickets)
    for short in (False, True):
        block = _checked(numbers(demand, on=on, tickets=tickets, short=short))
        if _NUMBERS.search(text):
            renewed = _NUMBERS.sub(lambda _, block=block: block, text, count=1)  # type: ignore[misc]
        else:
            renewed = f"{text.rstrip()}\n\n## Demand\n\n{block}\n"
        own_mark = marker(fingerprint)
        renewed = renewed if own_mark in renewed else f"{own_mark}\n{renewed}"
        if len(renewed) <= LONGEST_BODY:
            return renewed
    return text


def came_back(demand: Demand, *, closed: datetime, grace_days: int, mark: str) -> str:
    """The comment on an issue that is reopened because tickets show the gap again after it was closed."""
    return _checked(
        f"{mark}\nReopened as a regression: {_count(demand.tickets, 'support ticket')} of "
        f"{_count(demand.customers, 'customer')} {'shows' if demand.tickets == 1 else 'show'} this again since "
        f"{_day(closed + timedelta(days=grace_days))} ({grace_days} days after it was closed), "
        f"last on {_day(demand.last_seen)}.\n\n{_situations(demand)}".rstrip()
    )


def news(demand: Demand, *, threshold: int | None, situations: Sequence[str], mark: str) -> str:
    """The comment when something changed for the reader: a threshold passed, a situation nobody had met before."""
    parts = []
    if threshold:
        parts.append(
            f"More than {threshold - 1:,} support tickets show this now: {_count(demand.tickets, 'ticket')} "
            f"of {_count(demand.customers, 'customer')}."
        )
    if known := [slug for slug in situations if _SLUG.fullmatch(slug)]:
        parts.append(f"It is met in a new situation: {', '.join(f'`{slug}`' for slug in known)}.")
    return _checked("\n".join([mark, *parts]))


def said(fingerprint: str, what: str) -> str:
    """The invisible line by which a comment of ours is recognised, so that it is never made twice."""
    digest = hashlib.sha256(f"{fingerprint}:{what}".encode()).hexdigest()
    return f"<!-- tillside:said:{digest[:24].translate(_AS_LETTERS)} -->"


def _count(number: int, of: str) -> str:
    return f"{number:,} {of}{'' if number == 1 else 's'}"


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
