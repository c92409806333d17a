"""There was one payment; the other line on the bank statement is an attempt that failed.

Banks show a failed attempt as a pending line and drop it after a few days. The trap: refunding "the second charge"
gives back the only real one.
"""

from bisect import bisect_left, bisect_right
from datetime import timedelta

from integrations.records import Charge
from plugin.diagnose.examples import case, charged, failed, paid, unpaid
from plugin.diagnose.finding import Finding
from plugin.diagnose.remedies import explain
from plugin.diagnose.words import counted, day, method_of, money, told_of_charge
from plugin.facts import CaseFacts

CODE = "S04"

SAME_PURCHASE = timedelta(days=3)
"""Attempts around one purchase; later ones belong to the next renewal."""

STILL_SEEN = timedelta(days=45)
"""Longest time a bank keeps showing a line, and so the longest anybody writes about it."""


def look(case: CaseFacts) -> Finding | None:
    recent = [c for c in case.charges if case.since(c.created) <= STILL_SEEN + SAME_PURCHASE]
    worked, refused = (_by_amount(recent, status) for status in ("succeeded", "failed"))
    for real in case.succeeded_charges:
        if case.since(real.created) > STILL_SEEN:
            return None
        amount = (real.amount, real.currency)
        if len(_around(real, worked.get(amount, []))) > 1:
            continue
        if tried := _around(real, refused.get(amount, [])):
            return _finding(case, real, tuple(reversed(tried)))
    return None


Amount = tuple[int, str]


def _by_amount(charges: list[Charge], status: str) -> dict[Amount, list[Charge]]:
    """Oldest first, so that a stretch of time can be cut out; an amount only reserved took nothing."""
    found: dict[Amount, list[Charge]] = {}
    for charge in reversed(charges):
        if charge.status == status and (charge.captured or status == "failed"):
            found.setdefault((charge.amount, charge.currency), []).append(charge)
    return found


def _around(real: Charge, alike: list[Charge]) -> list[Charge]:
    """Those within the days of one purchase."""
    first = bisect_left(alike, real.created - SAME_PURCHASE, key=lambda c: c.created)
    last = bisect_right(alike, real.created + SAME_PURCHASE, key=lambda c: c.created)
    return alike[first:last]


def _finding(case: CaseFacts, real: Charge, tried: tuple[Charge, ...]) -> Finding:
    one_attempt_series = all(
        (c.payment_intent and c.payment_intent == real.payment_intent)
        or (case.invoice_of(c) is not None and case.invoice_of(c) == case.invoice_of(real))
        for c in tried
    )
    return Finding(
        bucket="self_serve_missing",
        sentence=f"{money(real)} was taken once, on {day(real.created)}; "
        f"{counted(len(tried), 'other attempt')} failed and took nothing.",
        evidence=(real.id, *(c.id for c in tried)),
        reasons_for=(
            f"{real.id} succeeded on {day(real.created)}, {method_of(real.method)}.",
            *(
                f"{c.id} failed on {day(c.created)} ({c.decline_code or c.failure_code or 'no reason given'})."
                for c in tried
            ),
        ),
        reasons_against=(
            "Looked for and not found: a second successful payment of this amount within three days.",
        ),
        certainty="proven" if one_attempt_series else "likely",
        proposals=explain(
            "The failed attempt took nothing; the bank drops the pending line by itself. Refund nothing."
        ),
        tells={
            **told_of_charge(case, real),
            "failed_date": max(c.created for c in tried),
            "failed_count": len(tried),
        },
        rests_on=("charges",),
    )


FIRES_ON = [
    case(charged("ch_1", 2), failed("ch_2", 2.1)),
    case(paid("sub_a", 5), failed("ch_2", 5.01, payment_intent="pi_sub_a_5")),
]
QUIET_ON = [
    (case(charged("ch_1", 2), charged("ch_2", 2.1)), "both succeeded: that is a double payment"),
    (case(charged("ch_1", 2), failed("ch_2", 2, amount=4900)), "another amount: something else was tried"),
    (case(unpaid("sub_a", 2)), "nothing succeeded at all: the payment failed"),
    (case(charged("ch_1", 40), failed("ch_2", 10)), "a month apart: the next renewal failed"),
]
