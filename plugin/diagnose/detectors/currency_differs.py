"""The charge is in another currency than the customer's bank shows.

The bank converts with its own rate and fee. The trap: the difference is not ours to refund; a refund goes back in
the charge's currency and is converted again.
"""

from datetime import timedelta

from plugin.diagnose.examples import card, case, charged
from plugin.diagnose.finding import Finding
from plugin.diagnose.remedies import explain
from plugin.diagnose.words import day, method_of, money, told_of_charge
from plugin.facts import CaseFacts, Intent

CODE = "S32"

RECENT = timedelta(days=45)
"""A charge is questioned when the statement comes."""

HOME = {
    "US": "usd", "CA": "cad", "GB": "gbp", "AU": "aud", "NZ": "nzd", "JP": "jpy", "CH": "chf", "SE": "sek",
    "NO": "nok", "DK": "dkk", "PL": "pln", "CZ": "czk", "HU": "huf", "RO": "ron", "BR": "brl", "MX": "mxn",
    "IN": "inr", "SG": "sgd", "HK": "hkd", "ZA": "zar", "TR": "try", "IL": "ils",
    **dict.fromkeys(("AT", "BE", "DE", "ES", "FI", "FR", "GR", "IE", "IT", "LU", "NL", "PT", "SI", "SK"), "eur"),
}  # fmt: skip
"""In which currency a card of a country is kept as a rule; a country not listed says nothing."""


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
        home = HOME.get((charge.method.country or "").upper()) if charge.method else None
        if case.since(charge.created) > RECENT or home is None or home == charge.currency.lower():
            continue
        return Finding(
            bucket="self_serve_missing",
            sentence=f"{money(charge)} of {day(charge.created)} was charged to a card that is kept in {home.upper()}.",
            evidence=(charge.id,),
            reasons_for=(
                f"{charge.id} is in {charge.currency.upper()}, {method_of(charge.method)} is from {charge.method.country if charge.method else None}.",
            ),
            reasons_against=("A card may be kept in another currency than its country's.",),
            certainty="likely",
            proposals=explain(
                "Say in which currency we charge; the bank converts with its own rate and fee."
            ),
            tells={**told_of_charge(case, charge), "expected_currency": home.upper()},
            rests_on=("charges",),
        )
    return None


FIRES_ON = [case(charged("ch_1", 3, method=card(country="DE")), asks="unexpected_charge")]
QUIET_ON = [
    (case(charged("ch_1", 3, method=card(country="DE"))), "nobody wonders about it"),
    (case(charged("ch_1", 3), asks="unexpected_charge"), "a dollar card charged in dollars"),
    (
        case(charged("ch_1", 3, method=card(country=None)), asks="unexpected_charge"),
        "the card's country is not known",
    ),
]
