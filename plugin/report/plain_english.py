"""Amounts, times and revenue in the agents' language, the same in document and handoff."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from babel import Locale, UnknownLocaleError
from babel.numbers import format_currency

from integrations.money import Money, by_currency
from plugin.diagnose.finding import Impact
from plugin.facts import CaseFacts
from plugin.redaction import harmless, mask_cards, mask_secrets

_LIVE = timedelta(minutes=2)
"""How old a picture may be and still be called live."""


def amount(money: Money) -> str:
    """ "1,019.00 USD": the code, not the sign, because half the world's money is called "$"."""
    return str(format_currency(money.major, money.currency.upper(), format="#,##0.00 ¤¤", locale="en_US"))


def amounts(several: Sequence[Money]) -> str:
    return " + ".join(amount(money) for money in by_currency(list(several)))


def moment(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M} UTC"


def day(at: datetime | None) -> str:
    return f"{at:%Y-%m-%d}" if at else "unknown"


def spoken_day(at: datetime) -> str:
    return f"{at.day} {at:%B %Y}"


def language(code: str) -> str:
    """ "German" for "de"; a code nobody knows stays as it is."""
    try:
        return Locale.parse(code).get_display_name("en") or code
    except (UnknownLocaleError, ValueError):
        return code


def sentence(text: str) -> str:
    """Begins with a capital and ends with a full stop."""
    plain = safe(text)
    return f"{plain[0].upper()}{plain[1:]}{'' if plain[-1] in '.!?' else '.'}" if plain else ""


def safe(text: str | None) -> str:
    """Names, addresses and descriptions are data: one harmless line without card numbers and secrets."""
    return " ".join(mask_cards(mask_secrets(harmless(text or ""))).split())


def impact(impact: Impact) -> str:
    """What it does to revenue, in one sentence."""
    parts = [
        f"{label} {amounts(several)}"
        for label, several in (
            ("refund", impact.refund),
            ("MRR lost", impact.mrr_lost),
            ("MRR gained", impact.mrr_gained),
            ("at risk", impact.at_risk),
            ("processing fee lost", impact.fee_lost),
        )
        if by_currency(list(several))
    ]
    sentence = ", ".join(parts)
    return f"{sentence[0].upper()}{sentence[1:]}." if sentence else "No effect on revenue."


def read_at(case: CaseFacts) -> datetime | None:
    """When the oldest part of the picture was read."""
    return min((picture.read_at for picture in case.pictures), default=None)


def freshness(case: CaseFacts) -> str:
    at = read_at(case)
    if at is None:
        return "No customer record was read from Stripe."
    age = case.now - at
    if age <= _LIVE:
        return f"Stripe read live at {moment(at)}."
    minutes = int(age.total_seconds() // 60)
    old = f"{minutes} minutes" if minutes < 120 else f"{minutes // 60} hours"
    return f"Stripe read {old} before this was written, at {moment(at)}."
