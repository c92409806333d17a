"""The same card was charged the same amount twice within minutes, for one purchase.

A double click or a repeated request made two payments; no subscription stands behind the second. The trap: two
orders of the same price, or an amount that was only reserved or is already on its way back, look alike.
"""

from datetime import timedelta
from itertools import pairwise

from integrations.records import Charge
from plugin.diagnose.examples import AMEX, case, charged, failed, paid, refunded
from plugin.diagnose.finding import Finding
from plugin.diagnose.remedies import refund
from plugin.diagnose.words import counted, method_of, money, told_of_charge, when_paid
from plugin.facts import CaseFacts

CODE = "S03"

AT_MOST_APART = timedelta(minutes=30)
"""Longer than any retry of a browser or a server; a second order on purpose usually takes longer."""

DOUBLE_CLICK = timedelta(minutes=5)
"""Within five minutes nobody buys the same thing again on purpose."""


def look(case: CaseFacts) -> Finding | None:
    lone = [c for c in case.succeeded_charges if case.invoice_of(c) is None and _untouched(c)]
    # Of equal payments only neighbours in time can be the nearest pair: ten thousand stay quick to look through.
    equal: dict[tuple[object, ...], list[Charge]] = {}
    for charge in lone:
        print_of_card = charge.method.fingerprint if charge.method else None
        equal.setdefault((charge.amount, charge.currency, charge.customer, print_of_card), []).append(charge)
    pairs = [pair for alike in equal.values() for pair in pairwise(alike) if _same_purchase(pair[1], pair[0])]
    if not pairs:
        return None
    later, earlier = max(pairs, key=lambda pair: pair[0].created)
    return _finding(case, earlier, later)


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
    return same and not named_apart and timedelta(0) <= later.created - earlier.created <= AT_MOST_APART


def _untouched(charge: Charge) -> bool:
    """Taken, and nothing of it given back yet: of three equal payments with one refunded, two still stand."""
    return charge.amount > 0 and not charge.amount_refunded and not charge.refunds


def _finding(case: CaseFacts, earlier: Charge, later: Charge) -> Finding:
    apart = later.created - earlier.created
    minutes = int(apart.total_seconds() // 60)
    return Finding(
        bucket="duplicate_subscription",
        sentence=f"{money(later)} was taken twice within {counted(minutes, 'minute')} with the same card.",
        evidence=(earlier.id, later.id),
        reasons_for=(
            f"{when_paid(case, earlier)} and {when_paid(case, later)}: same amount, same {method_of(later.method)}.",
            "They are two payments, not two attempts of one.",
        ),
        reasons_against=(
            "Looked for and not found: an invoice or subscription behind either, different descriptions, a refund.",
            "Two orders of the same price in a row would look the same.",
        ),
        certainty="proven" if apart <= DOUBLE_CLICK else "likely",
        proposals=refund(
            case, later, f"The second of two equal payments, {counted(minutes, 'minute')} after the first."
        ),
        gaps=("no_duplicate_subscription_guard",),
        tells={**told_of_charge(case, later), "first_date": earlier.created, "minutes": minutes},
        rests_on=("charges", "invoices"),
    )


FIRES_ON = [
    case(charged("ch_1", 1.002), charged("ch_2", 1)),
    case(charged("ch_1", 1.02, description="Order"), charged("ch_2", 1, description="Order")),
    case(
        charged("ch_1", 1.002),
        charged("ch_2", 1.001, amount_refunded=1900, refunds=(refunded(1900, 0.5),)),
        charged("ch_3", 1),
    ),
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
