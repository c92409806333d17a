"""Amounts in a text: as people in several countries write them, and numbers that are none."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugin.diagnose.named_amounts import named_amounts


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("a charge for $49.99 on May 3", ["49.99"]),
        ("I never agreed to 49.99!! My plan is 20.", ["49.99"]),
        ("2x 18 euro abgebucht", ["18.0"]),
        ("18,00 € und 1.234,50 EUR", ["18.00", "1234.50"]),
        ("1,234.50 USD", ["1234.50"]),
        ("2800円 が二回", ["2800.0"]),
        ("£1,000", ["1000.0"]),
        ("invoice 7DD703C7-0004, card 4242, 20 seats, 14:30, 3.11.2026", []),
        ("", []),
    ],
)
def test_amounts(text: str, amounts: list[str]) -> None:
    assert [n.major for n in named_amounts(text)] == [Decimal(a) for a in amounts]


def test_a_dollar_may_be_any_dollar_and_no_euro() -> None:
    (named,) = named_amounts("$20")
    assert named.may_be(Decimal(20), "CAD")
    assert not named.may_be(Decimal(20), "eur")


@given(st.text(alphabet="0123456789.,'$€ aeurodl円", max_size=40))
def test_no_text_breaks_it(text: str) -> None:
    for named in named_amounts(text):
        assert named.major > 0
