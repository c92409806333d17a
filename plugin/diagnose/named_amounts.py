"""Which amounts a text names: "$49.99", "18 Euro", "2.800,50 €", "2800円".

Only numbers that carry a currency or two decimals; a bare "20" may be anything. Used to see that an amount is *not*
among somebody's payments, never to decide what happened.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

_DOLLARS = frozenset({"usd", "cad", "aud", "nzd", "sgd", "hkd", "mxn"})
_CURRENCIES: dict[str, frozenset[str]] = {
    "$": _DOLLARS,
    "dollar": _DOLLARS,
    "dollars": _DOLLARS,
    "us$": frozenset({"usd"}),
    "€": frozenset({"eur"}),
    "euro": frozenset({"eur"}),
    "euros": frozenset({"eur"}),
    "£": frozenset({"gbp"}),
    "¥": frozenset({"jpy"}),
    "円": frozenset({"jpy"}),
    **{code: frozenset({code}) for code in ("usd", "eur", "gbp", "chf", "cad", "aud", "jpy", "sek", "pln")},
}
_MARK = "|".join(sorted((re.escape(mark) for mark in _CURRENCIES), key=len, reverse=True))
_AMOUNT = re.compile(
    rf"(?<![\w.,])(?P<before>{_MARK})?\s?(?P<number>\d{{1,3}}(?:[.,' ]\d{{3}})+(?:[.,]\d{{2}})?|\d{{1,7}}(?:[.,]\d{{2}})?)"
    rf"(?![\d.,]\d)\s?(?P<after>(?:{_MARK})(?![a-z]))?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class NamedAmount:
    """`major` in units of a currency one may write on paper; `currencies` empty where none is named."""

    major: Decimal
    currencies: frozenset[str]

    def may_be(self, major: Decimal, currency: str) -> bool:
        return self.major == major and (not self.currencies or currency.lower() in self.currencies)


def named_amounts(text: str) -> tuple[NamedAmount, ...]:
    """In the order in which the text names them, each once."""
    found = []
    for match in _AMOUNT.finditer(text):
        mark = (match["before"] or match["after"] or "").lower()
        has_decimals = bool(re.search(r"[.,]\d{2}$", match["number"]))
        if not mark and not has_decimals:
            continue
        value = _value(match["number"], has_decimals)
        if value:
            found.append(NamedAmount(value, _CURRENCIES.get(mark, frozenset())))
    return tuple(dict.fromkeys(found))


def _value(number: str, has_decimals: bool) -> Decimal | None:
    whole, decimals = (number[:-3], number[-2:]) if has_decimals else (number, "0")
    try:
        return Decimal(f"{re.sub(r'[^0-9]', '', whole)}.{decimals}")
    except InvalidOperation:
        return None
