"""The texts of one language, and how it writes amounts and dates.

A language is a folder in `locales/`, discovered by its name; nothing else to register. A message whose
values are not all known is no message: `say` returns None and the caller takes a plainer one, so that no
customer ever reads "{$amount}".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_currency
from fluent.runtime import FluentBundle, FluentResource

from integrations.money import Money

Direction = Literal["ltr", "rtl"]
DEFAULT_LANGUAGE = "en"


@cache
def languages() -> frozenset[str]:
    """The languages a reply can be written in."""
    folders = (files(__package__) / "locales").iterdir()
    return frozenset(f.name for f in folders if f.is_dir() and (f / "reply.ftl").is_file())


@cache
def _bundle(language: str) -> FluentBundle:
    text = (files(__package__) / "locales" / language / "reply.ftl").read_text(encoding="utf-8")
    # Isolation marks would be invisible characters in the ticket, which `harmless` removes anyway.
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource(text))
    return bundle


@dataclass(frozen=True)
class Phrases:
    """One language as one requester writes it (`locale` "en-GB" writes dates other than "en-US")."""

    language: str
    locale: Locale

    @classmethod
    def of(cls, language: str, locale: str | None = None) -> Phrases:
        """The language, or English where nobody has translated the replies yet."""
        known = language if language in languages() else DEFAULT_LANGUAGE
        return cls(known, _locale(known, locale))

    @property
    def direction(self) -> Direction:
        return "rtl" if self.locale.text_direction == "rtl" else "ltr"

    def say(
        self, message_id: str, values: Mapping[str, str | int], attribute: str | None = None
    ) -> str | None:
        """The message with its values, or None where it does not exist or a value is missing."""
        bundle = _bundle(self.language)
        if not bundle.has_message(message_id):
            return None
        message = bundle.get_message(message_id)
        pattern = message.attributes.get(attribute) if attribute else message.value
        if pattern is None:
            return None
        text, errors = bundle.format_pattern(pattern, dict(values))
        return None if errors else _tidy(str(text))

    def attributes(self, message_id: str) -> tuple[str, ...]:
        """The names of a situation's further sentences, in the order of the file."""
        bundle = _bundle(self.language)
        named = bundle.get_message(message_id).attributes if bundle.has_message(message_id) else ()
        return tuple(name for name in named if name not in {"less", "plain"})

    def money(self, money: Money) -> str:
        return str(format_currency(money.major, money.currency.upper(), locale=self.locale))

    def date(self, moment: datetime) -> str:
        return str(format_date(moment.date(), format="long", locale=self.locale))


# A name left out leaves a space before the full stop, a date that ends in one ("12 июня 2026 г.") a second one.
_STRAY_SPACE = re.compile(r" (?=[.,،](?:\s|$))")
_SECOND_FULL_STOP = re.compile(r"(?<=[^.]\.)\.(?=\s|$)")


def _tidy(text: str) -> str:
    return _SECOND_FULL_STOP.sub("", _STRAY_SPACE.sub("", " ".join(text.split())))


def _locale(language: str, wanted: str | None) -> Locale:
    """The requester's own variant of the language, else its usual one."""
    if wanted:
        try:
            locale = Locale.parse(wanted.replace("_", "-"), sep="-")
        except (UnknownLocaleError, ValueError):
            locale = None
        if locale is not None and locale.language == language:
            return locale
    return Locale.parse(language)
