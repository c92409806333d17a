"""Money in minor units of one currency; never a float.

How many minor units make one major unit follows Stripe, not ISO 4217, because every amount in the
product comes from there: https://docs.stripe.com/currencies#zero-decimal and #special-cases
(ISK and UGX are sent with two decimals although they have none).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

_ZERO_DECIMAL = frozenset(
    ["bif", "clp", "djf", "gnf", "jpy", "kmf", "krw", "mga", "pyg", "rwf", "vnd", "vuv", "xaf", "xof", "xpf"]
)
_THREE_DECIMAL = frozenset(["bhd", "jod", "kwd", "omr", "tnd"])


def minor_digits(currency: str) -> int:
    """How many decimal places an amount in this currency has in Stripe's minor units."""
    code = currency.lower()
    if code in _ZERO_DECIMAL:
        return 0
    return 3 if code in _THREE_DECIMAL else 2


class CurrencyMismatch(ValueError):
    """Two amounts of different currencies were added or compared."""


@dataclass(frozen=True, slots=True, order=False)
class Money:
    """An amount in minor units (`Money(1999, "usd")` is 19.99 US dollars); `currency` is lower case."""

    amount: int
    currency: str

    def __post_init__(self) -> None:
        if not isinstance(self.amount, int) or isinstance(self.amount, bool):
            raise TypeError(f"an amount is a whole number of minor units, not {self.amount!r}")
        object.__setattr__(self, "currency", self.currency.lower())

    def __add__(self, other: Money) -> Money:
        return Money(self.amount + self._same(other), self.currency)

    def __sub__(self, other: Money) -> Money:
        return Money(self.amount - self._same(other), self.currency)

    def __neg__(self) -> Money:
        return Money(-self.amount, self.currency)

    def __bool__(self) -> bool:
        return self.amount != 0

    def _same(self, other: Money) -> int:
        if other.currency != self.currency:
            raise CurrencyMismatch(f"{self.currency} and {other.currency}")
        return other.amount

    @property
    def major(self) -> Decimal:
        """The amount in major units, exact."""
        return Decimal(self.amount).scaleb(-minor_digits(self.currency))

    def __str__(self) -> str:
        return f"{self.major:,.{minor_digits(self.currency)}f} {self.currency.upper()}"


def by_currency(amounts: list[Money]) -> tuple[Money, ...]:
    """One sum per currency, zero sums left out, sorted by currency."""
    totals: dict[str, int] = {}
    for money in amounts:
        totals[money.currency] = totals.get(money.currency, 0) + money.amount
    return tuple(Money(total, currency) for currency, total in sorted(totals.items()) if total)
