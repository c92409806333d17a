"""A checkout was opened and never paid.

The customer may believe to have bought. The trap: an open checkout page can still be paid later; with a second one
beside it, that makes a duplicate.
"""

from datetime import timedelta

from integrations.money import Money
from plugin.diagnose.examples import case, charged, session, sub
from plugin.diagnose.finding import Finding, Proposal
from plugin.diagnose.remedies import new_checkout
from plugin.diagnose.words import day
from plugin.facts import CaseFacts

CODE = "S20"

RECENT = timedelta(days=14)
"""Older ones have been forgotten by the customer as well."""


def look(case: CaseFacts) -> Finding | None:
    for left in case.checkout_sessions:
        if (
            left.status not in {"open", "expired"}
            or left.payment_status != "unpaid"
            or case.since(left.created) > RECENT
        ):
            continue
        bought_after = (
            any(s.status == "complete" and s.created >= left.created for s in case.checkout_sessions)
            or any(s.live and s.created >= left.created for s in case.subscriptions)
            or any(c.created >= left.created for c in case.succeeded_charges)
        )
        if bought_after:
            continue
        amount = (
            Money(left.amount_total, left.currency)
            if left.amount_total is not None and left.currency
            else None
        )
        return Finding(
            bucket="payment_failed",
            sentence=f"A checkout{f' over {amount}' if amount else ''} of {day(left.created)} was never paid.",
            evidence=(left.id,),
            reasons_for=(f"{left.id} is {left.status} and unpaid.",),
            reasons_against=("Looked for and not found: a payment or subscription since then.",),
            certainty="likely",
            proposals=(Proposal("send_checkout_link", "The same cart can be finished there.", left.id),)
            if left.recovery_url
            else new_checkout("The old page is no longer of use; the order starts anew.", left.id),
            tells={"amount": amount, "created_date": left.created},
            rests_on=("checkout_sessions", "charges", "subscriptions"),
        )
    return None


_LEFT = session("cs_1", 2, status="expired", payment_status="unpaid")

FIRES_ON = [
    case(_LEFT),
    case(
        session(
            "cs_1", 2, status="expired", payment_status="unpaid", recovery_url="https://checkout.example/r"
        )
    ),
]
QUIET_ON = [
    (case(_LEFT, session("cs_2", 1.9)), "the second attempt was paid"),
    (case(_LEFT, sub("sub_a", 1)), "a subscription runs since then"),
    (case(_LEFT, charged("ch_1", 1)), "paid in another way since then"),
    (case(session("cs_1", 2)), "complete"),
]
