"""The payment was made through a wallet, so the statement shows other last digits than the card.

Apple Pay and Google Pay give every device a number of its own. The trap: taking it for another card, or for fraud.
"""

import re
from datetime import timedelta

from plugin.diagnose.examples import card, case, charged
from plugin.diagnose.finding import Finding
from plugin.diagnose.remedies import explain
from plugin.diagnose.words import day, money, told_of_charge
from plugin.facts import CaseFacts, Intent

CODE = "S36"

RECENT = timedelta(days=60)
"""A statement and the days until somebody reads it."""


QUESTIONED: tuple[Intent, ...] = (
    "unexpected_charge",
    "duplicate_charge",
    "refund_request",
    "update_payment_method",
)


def look(case: CaseFacts) -> Finding | None:
    # Ordinary for many customers, so it is a finding only where somebody wonders about a charge.
    if not case.reading.asks(*QUESTIONED):
        return None
    for charge in case.succeeded_charges:
        method = charge.method
        if case.since(charge.created) > RECENT or method is None or not method.wallet:
            continue
        if not method.wallet_last4 or method.wallet_last4 == method.last4:
            continue
        if not _names_the_number(case, method.wallet_last4):
            continue
        wallet = method.wallet.replace("_", " ").title()
        return Finding(
            bucket="self_serve_missing",
            sentence=f"{money(charge)} of {day(charge.created)} was paid with {wallet}; the device's number ends {method.wallet_last4}, "
            f"the card's {method.last4}.",
            evidence=(charge.id,),
            reasons_for=(f"{charge.id} was made through {wallet}.",),
            reasons_against=("Looked for and not found: a card of the customer with those digits.",),
            certainty="proven",
            proposals=explain("Say that the wallet shows a number of its own; amount and time are the same."),
            tells={**told_of_charge(case, charge), "wallet": wallet, "wallet_last4": method.wallet_last4},
            rests_on=("charges",),
        )
    return None


def _names_the_number(case: CaseFacts, last4: str) -> bool:
    """Paying by phone is ordinary; only who names the device's digits has taken them for another card's."""
    said = case.ticket.customer_text() if case.ticket else ""
    return bool(re.search(rf"(?<!\d){re.escape(last4)}(?!\d)", said))


_BY_PHONE = charged("ch_1", 3, method=card(wallet="apple_pay", wallet_last4="7117"))

FIRES_ON = [case(_BY_PHONE, asks="unexpected_charge", says="I have no card ending 7117")]
QUIET_ON = [
    (
        case(_BY_PHONE, asks="unexpected_charge", says="what is this charge?"),
        "the ticket names no other digits",
    ),
    (case(charged("ch_1", 3), asks="unexpected_charge"), "the card itself was used"),
    (
        case(charged("ch_1", 3, method=card(wallet="link")), asks="unexpected_charge"),
        "the wallet has no number of its own",
    ),
]
