"""Last four digits, amount and day as customers write them; anything less is no description of a payment."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrations.records import CardPayment
from plugin.identify.card_payment import card_payments

WRITTEN = date(2026, 11, 20)
ON = date(2026, 11, 10)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("You took $20.00 on 2026-11-10 from my card ending in 4242", CardPayment("4242", 2000, None, ON)),
        ("20.00 USD, 10 November 2026, card ending 4242", CardPayment("4242", 2000, "usd", ON)),
        ("Nov 10: 20 EUR on **** 4242", CardPayment("4242", 2000, "eur", ON)),
        ("November 10th, 2026 / £1,020.50 / xxxx-4242", CardPayment("4242", 102050, "gbp", ON)),
        ("18,00 € am 10.11.2026, Karte mit den Endziffern 0028", CardPayment("0028", 1800, "eur", ON)),
        ("carte se terminant par 4242, 20,00 EUR le 2026-11-10", CardPayment("4242", 2000, "eur", ON)),
        ("2800円 2026年11月10日 末尾 3530", CardPayment("3530", 2800, "jpy", ON)),
        ("last 4: 4242, 25/10/2026, 19.99", CardPayment("4242", 1999, None, date(2026, 10, 25))),
        ("10/25/2026 $19 •••• 4242", CardPayment("4242", 1900, None, date(2026, 10, 25))),
        ("on 24 December 20 EUR, ending 4242", CardPayment("4242", 2000, "eur", date(2025, 12, 24))),
    ],
)
def test_is_read(text, found):
    assert found in card_payments(text, WRITTEN)


@pytest.mark.parametrize(
    "text",
    [
        "card ending in 4242",
        "$20.00 on 2026-11-10",
        "card ending in 4242, $20.00",
        "card ending in 4242 on 2026-11-10",
        "ending 4242, 20 on 2026-11-10",
        "ending 4242, $20.00 on 03/04/2026",
        "ending 4242, $20.00 on 2026-13-40",
        "ending 4242, $20.00 on 2027-01-01",
        "4242 4242 4242 4242 on 2026-11-10",
        "ending in 42424, $20.00 on 2026-11-10",
        "",
    ],
)
def test_is_no_description(text):
    assert card_payments(text, WRITTEN) == ()


def test_a_text_full_of_payments_is_a_guess_and_cut():
    text = " ".join(f"ending {n} ${n}.00 on 2026-11-{n % 28 + 1:02}" for n in range(1000, 1200))
    assert len(card_payments(text, WRITTEN)) == 2


@pytest.mark.parametrize("text", ["*" * 65536, "ending " * 9000, "1," * 32000, "$" * 65536, "Nov 1 " * 10000])
def test_adversarial_text_takes_linear_time(text):
    began = time.process_time()
    card_payments(text, WRITTEN)
    assert time.process_time() - began < 1.5


@given(
    last4=st.from_regex(r"[0-9]{4}", fullmatch=True),
    amount=st.integers(1, 10**9),
    currency=st.sampled_from([None, "usd", "jpy"]),
    day=st.dates(),
)
def test_what_is_written_as_a_clue_is_read_back(last4, amount, currency, day):
    payment = CardPayment(last4, amount, currency, day)
    assert CardPayment.parse(str(payment)) == payment


@pytest.mark.parametrize(
    "value",
    ["", "4242", "42a2 1 usd 2026-11-10", "4242 -5 usd 2026-11-10", "4242 5 us 2026-11-10", "4242 5 u'd 2026-11-10", "4242 5 usd today"],
)  # fmt: skip
def test_anything_else_is_no_clue(value):
    assert CardPayment.parse(value) is None


@given(st.text(max_size=300))
def test_no_text_breaks_it(text):
    card_payments(text, WRITTEN)
