"""The same card was charged the same amount twice within minutes, for one purchase.

A double click or a repeated request made two payments; no subscription stands behind the second. The trap: two
orders of the same price, or an amount that was only reserved or is already on its way back, look alike.
"""

from datetime import timedelta

from integrations.records import Charge
from plugin.diagnose.examples import AMEX, case, charged, failed, paid, refunded
from plugin.diagnose.finding import Finding
from plugin.diagnose.remedies import explain, refund
from plugin.diagnose.words import counted, day, method_of, money, told_of_charge
from plugin.facts import CaseFacts

CODE = "S03"

AT_MOST_APART = timedelta(minutes=30)
"""Longer than any retry of a browser or a server; a second order on purpose usually takes longer."""

DOUBLE_CLICK = timedelta(minutes=5)
"""Within five minutes nobody buys the same thing again on purpose."""


def look(case: CaseFacts) -> Finding | None:
    lone = [c for c in case.succeeded_charges if case.invoice_of(c) is None and c.amount > 0]
    for later in lone:
        for earlier in lone:
            if _same_purchase(earlier, later):
                return _finding(case, earlier, later)
    return None


def _same_purchase(earlier: Charge, later: Charge) -> bool:
    same = (
        earlier.id != later.id
        and (earlier.amount, earlier.currency, earlier.customer)
        == (later.amount, later.currency, later.customer)
        and earlier.method is not None
        and later.method is not None
        and earlier.method.fingerprint is not None
        and earlier.method.fingerprint == later.method.fingerprint
        and (earlier.payment_intent is None or earlier.payment_intent != later.payment_intent)
    )
    named_apart = bool(earlier.description and later.description and earlier.description != later.description)
    untouched = not (earlier.amount_refunded or later.amount_refunded or earlier.refunds or later.refunds)
    return (
        same
        and not named_apart
        and untouched
        and timedelta(0) <= later.created - earlier.created <= AT_MOST_APART
    )


def _finding(case: CaseFacts, earlier: Charge, later: Charge) -> Finding:
    apart = later.created - earlier.created
    minutes = int(apart.total_seconds() // 60)
    return Finding(
        bucket="duplicate_subscription",
        sentence=f"{money(later)} was taken twice within {counted(minutes, 'minute')} with the same card.",
        evidence=(earlier.id, later.id),
        reasons_for=(
            f"{earlier.id} and {later.id}: same amount, same {method_of(later.method)}, {day(later.created)}.",
            "They are two payments, not two attempts of one.",
        ),
        reasons_against=(
            "Looked for and not found: an invoice or subscription behind either, different descriptions, a refund.",
            "Two orders of the same price in a row would look the same.",
        ),
        certainty="proven" if apart <= DOUBLE_CLICK else "likely",
        proposals=(
            *explain("Say which of the two payments stands and that the later one comes back."),
            *refund(
                case,
                later,
                f"The second of two equal payments, {counted(minutes, 'minute')} after the first.",
            ),
        ),
        gaps=("no_duplicate_subscription_guard",),
        tells={**told_of_charge(case, later), "first_date": earlier.created, "minutes": minutes},
        rests_on=("charges", "invoices"),
    )


FIRES_ON = [
    case(charged("ch_1", 1.002), charged("ch_2", 1)),
    case(charged("ch_1", 1.02, description="Order"), charged("ch_2", 1, description="Order")),
]
QUIET_ON = [
    (case(charged("ch_1", 1.5), charged("ch_2", 1)), "twelve hours apart: a second order"),
    (case(charged("ch_1", 1), failed("ch_2", 1)), "one of them failed and took nothing"),
    (case(charged("ch_1", 1), charged("ch_2", 1, method=AMEX)), "two different cards"),
    (case(charged("ch_1", 1), charged("ch_2", 1, captured=False, amount_captured=0)), "one is only reserved"),
    (
        case(charged("ch_1", 1, description="Order 1"), charged("ch_2", 1, description="Order 2")),
        "two different orders",
    ),
    (case(paid("sub_1", 1), paid("sub_2", 1)), "each pays its own invoice: subscriptions decide"),
    (
        case(charged("ch_1", 1), charged("ch_2", 1, amount_refunded=1900, refunds=(refunded(1900, 0.5),))),
        "one is already on its way back",
    ),
]
