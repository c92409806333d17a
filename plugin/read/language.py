"""Which language a message is in, for the fourteen we answer in.

Short messages carry too little for statistics ("refund pls" looks German): below a confidence the
requester's own language setting decides, and English after that.
"""

from __future__ import annotations

import re
from functools import cache

from lingua import IsoCode639_1, LanguageDetector, LanguageDetectorBuilder

LANGUAGES = ("en", "de", "fr", "es", "pt", "it", "nl", "pl", "ru", "tr", "ar", "ja", "ko", "zh")
DEFAULT = "en"

_ENOUGH_TEXT = 2_000
"""Characters looked at; more changes nothing but the time."""
_SURE = 0.6
_LIKELY = 0.35
"""Enough when the requester's setting says the same, or when nothing else is known."""

# What looks like words of some language and is none: addresses, links, ids, numbers.
_NOISE = re.compile(r"https?://\S+|\S+@\S+|\b[a-z]{2,4}_[A-Za-z0-9_]+|\d+")
_LETTERS = re.compile(r"[^\W\d_]")


def language_of(text: str, locale: str | None = None) -> str:
    """The language of the text as ISO 639-1, one of `LANGUAGES`."""
    fallback = _from_locale(locale)
    plain = _NOISE.sub(" ", text[: 2 * _ENOUGH_TEXT])[:_ENOUGH_TEXT]
    if len(_LETTERS.findall(plain)) < 2:
        return fallback or DEFAULT
    best, *rest = _detector().compute_language_confidence_values(plain)
    code = best.language.iso_code_639_1.name.lower()
    if best.value >= _SURE or (best.value >= _LIKELY and fallback in (None, code)):
        return code
    if fallback:
        return fallback
    # Nearly a draw: of two languages equally likely, the one most customers write in.
    close = {v.language.iso_code_639_1.name.lower() for v in rest if v.value >= best.value / 2}
    return DEFAULT if DEFAULT in close or best.value < _LIKELY else code


def _from_locale(locale: str | None) -> str | None:
    """ "pt-BR", "de_AT" -> "pt", "de"; None where it is none of ours."""
    code = re.split(r"[-_]", locale or "", maxsplit=1)[0].lower()
    return code if code in LANGUAGES else None


@cache
def _detector() -> LanguageDetector:
    """Built at the first message, not at import: its models take seconds and memory."""
    codes = [getattr(IsoCode639_1, code.upper()) for code in LANGUAGES]
    return LanguageDetectorBuilder.from_iso_codes_639_1(*codes).build()
