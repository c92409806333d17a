"""The charge is in another currency than the customer's bank shows.

The bank converts with its own rate and fee. The trap: the difference is not ours to refund; a refund goes back in
the charge's currency and is converted again.
"""

import re
from datetime import timedelta

from integrations.records import Charge
from plugin.diagnose.examples import card, case, charged
from plugin.diagnose.finding import Finding
from plugin.diagnose.named_amounts import named_amounts
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
        if not _speaks_of_it(case, charge):
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


_CONVERTED = re.compile(
    r"\b(?:currenc|exchange|conver(?:t|sion)|foreign|fx\b|w[äa]hrung|wechselkurs|umrechn|devise|taux de change|étrang|"
    r"divisa|moneda|tipo de cambio|câmbio|moeda|valuta|tasso di cambio|wisselkoers|walut|przewalut|валют|курс|döviz|kur\b)|"
    r"為替|通貨|外貨|환율|통화|汇率|货币|عملة|صرف",
    re.IGNORECASE,
)


def _speaks_of_it(case: CaseFacts, charge: Charge) -> bool:
    """A foreign card is ordinary; the ticket must name another currency than ours, or the conversion itself."""
    said = case.ticket.customer_text() if case.ticket else ""
    elsewhere = any(n.currencies and charge.currency.lower() not in n.currencies for n in named_amounts(said))
    return elsewhere or bool(_CONVERTED.search(said))


_GERMAN = charged("ch_1", 3, method=card(country="DE"))

FIRES_ON = [
    case(_GERMAN, asks="unexpected_charge", says="My bank shows 17,80 EUR, your price is $19"),
    case(_GERMAN, asks="unexpected_charge", says="What is this foreign currency fee?"),
]
QUIET_ON = [
    (case(_GERMAN, says="17,80 EUR"), "nobody wonders about it"),
    (
        case(_GERMAN, asks="unexpected_charge", says="why did you charge me $19?"),
        "a foreign card, but the ticket speaks of no other currency",
    ),
    (
        case(charged("ch_1", 3), asks="unexpected_charge", says="17,80 EUR?"),
        "a dollar card charged in dollars",
    ),
    (
        case(charged("ch_1", 3, method=card(country=None)), asks="unexpected_charge", says="17,80 EUR?"),
        "the card's country is not known",
    ),
]
