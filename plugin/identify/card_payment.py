"""A card payment somebody describes: last four digits, amount and day in one message.

All three must be named, else it is no description of one payment. Anybody can read them off a receipt that
is not theirs, so what they lead to is only ever pointed at. Patterns are linear; a day that could be read in
two ways ("03/04/2026") is not read at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice, product

from integrations.money import Money, minor_digits
from integrations.records import CardPayment

_MOST = 2
"""Payments looked up for one ticket: several amounts or cards in one text are a guess already."""
_NEAR = 60
"""Characters between "card" and its digits."""

# The look-behind lets a run of masks be tried once, not from each of its characters.
_MASKED = re.compile(r"(?<![•*●·xX#])[•*●·xX#]{2,19}[ \-]?(\d{4})(?!\d)")
_ENDING = re.compile(
    r"(?:ending|ends|last\s(?:four|4)|endziffern?|endet|endend|terminant|termine|finissant|terminad[oa]|termina|final|"
    r"eindigt|eindigend|końców\w{1,3}|заканчива\w{1,6}|последние|biten|sonu|末尾|下4桁|尾号|后四位|끝자리|뒷자리|تنتهي)"
    rf"[^\d\n]{{0,{_NEAR}}}?(?<!\d)(\d{{4}})(?![\d.,]\d|\d)",
    re.IGNORECASE,
)
_CODES: dict[str, str | None] = {
    "$": None, "us$": "usd", "usd": "usd", "dollar": None, "dollars": None, "€": "eur", "eur": "eur", "euro": "eur",
    "euros": "eur", "£": "gbp", "gbp": "gbp", "¥": "jpy", "jpy": "jpy", "円": "jpy", "chf": "chf", "cad": "cad",
    "aud": "aud", "sek": "sek", "pln": "pln", "zł": "pln", "₩": "krw", "krw": "krw", "원": "krw", "₺": "try", "tl": "try",
    "r$": "brl", "brl": "brl", "₽": "rub",
}  # fmt: skip
"""None: dollars, of which there are many."""
_MARK = "|".join(sorted((re.escape(mark) for mark in _CODES), key=len, reverse=True))
_AMOUNT = re.compile(
    rf"(?<![\w.,])(?P<before>{_MARK})?\s?(?P<whole>\d{{1,3}}(?:[.,' ]\d{{3}}){{1,3}}|\d{{1,7}})(?:[.,](?P<cents>\d{{2}}))?"
    rf"(?![\d.,]*\d)\s?(?P<after>(?:{_MARK})(?![a-z\d]))?",
    re.IGNORECASE,
)
_ISO = re.compile(r"(?<!\d)(20\d\d)-(\d\d)-(\d\d)(?!\d)")
_DAY_FIRST = re.compile(r"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(20\d\d)(?!\d)")
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(20\d\d)(?!\d)")
_EAST_ASIAN = re.compile(r"(20\d\d)\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = "|".join(_MONTHS)
_DAY_MONTH = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?({_MONTH})[a-z]{{0,6}}\.?,?(?:\s(20\d\d))?(?!\d)",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(
    rf"\b({_MONTH})[a-z]{{0,6}}\.?\s(\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s(20\d\d))?(?!\d)", re.IGNORECASE
)


def card_payments(text: str, written: date) -> tuple[CardPayment, ...]:
    """What the text describes, at most two; `written` says which year "10 November" is of."""
    cards = list(dict.fromkeys([*_MASKED.findall(text), *_ENDING.findall(text)]))
    days = list(dict.fromkeys(day for day in _days(text, written) if day <= written))
    if not cards or not days:
        return ()
    described = (
        CardPayment(last4, minor, currency, day)
        for last4, (minor, currency), day in product(cards, dict.fromkeys(_amounts(text)), days)
    )
    return tuple(islice(described, _MOST))


def _amounts(text: str) -> Iterator[tuple[int, str | None]]:
    """Minor units and currency; only numbers that carry a currency or cents."""
    for found in _AMOUNT.finditer(text):
        mark = (found["before"] or found["after"] or "").lower()
        if not mark and not found["cents"]:
            continue
        currency = _CODES.get(mark)
        whole = int(re.sub(r"\D", "", found["whole"]))
        digits = minor_digits(currency) if currency else 2
        minor = whole * 10**digits + (int(found["cents"] or 0) * 10 ** (digits - 2) if digits >= 2 else 0)
        if minor:
            yield Money(minor, currency or "usd").amount, currency


def _days(text: str, written: date) -> Iterator[date]:
    for year, month, day in [*_ISO.findall(text), *_EAST_ASIAN.findall(text)]:
        yield from _day(year, month, day)
    for day, month, year in _DAY_FIRST.findall(text):
        yield from _day(year, month, day)
    for one, other, year in _SLASHED.findall(text):
        # 25/12 and 12/25 are one day, 03/04 may be two.
        if int(one) > 12 or one == other:
            yield from _day(year, other, one)
        elif int(other) > 12:
            yield from _day(year, one, other)
    named = [(day, month, year) for day, month, year in _DAY_MONTH.findall(text)]
    named += [(day, month, year) for month, day, year in _MONTH_DAY.findall(text)]
    for day, month, year in named:
        number = _MONTHS.index(month.lower()) + 1
        for said in _day(year or written.year, number, day):
            # Without a year it is the last such day.
            yield said if year or said <= written else said.replace(year=said.year - 1)


def _day(year: str | int, month: str | int, day: str | int) -> Iterator[date]:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return
    # The leap day has no twin in the year before.
    if (found.month, found.day) != (2, 29):
        yield found
