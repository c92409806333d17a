"""What customers say, per language: one file each, named by its language, nothing else to register.

A file holds

* `ASKS`: intent -> phrases with a weight. A phrase is a regular expression matched without case; write it
  without unbounded gaps (`.{0,20}`, never `.*`), so that reading stays linear. Weight 3 says it for sure,
  2 is enough alone, 1 only adds up.
* `NEGATED_BEFORE`, `NEGATED_AFTER`: what, in the same clause before or after a phrase, turns a wish into
  its opposite ("I don't want a refund"). Facts are no wishes: "you did not refund me" asks for a refund.
* `BREAKS`: words that begin a new clause, besides punctuation ("but", "just").
* `WHOLE_WORDS`: whether phrases begin at the start of a word; False where words are not spaced.
* `EXAMPLES`: real-sounding messages with the intents expected, strongest first. A test runs them all.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from plugin.facts import Intent

Phrases = Mapping[Intent, tuple[tuple[int, str], ...]]
Examples = tuple[tuple[str, tuple[Intent, ...]], ...]


@dataclass(frozen=True, eq=False)
class Lexicon:
    """One language's file, compiled."""

    language: str
    asks: tuple[tuple[Intent, int, re.Pattern[str]], ...]
    negated_before: re.Pattern[str] | None
    negated_after: re.Pattern[str] | None
    breaks: re.Pattern[str]
    examples: Examples


@cache
def languages() -> frozenset[str]:
    """The languages that have a file."""
    return frozenset(module.name for module in pkgutil.iter_modules(__path__))


@cache
def lexicon(language: str) -> Lexicon | None:
    """The lexicon of a language, or None where nobody has written one yet."""
    if language not in languages():
        return None
    words = importlib.import_module(f"{__name__}.{language}")
    edge = r"(?<!\w)" if words.WHOLE_WORDS else ""
    asks: Phrases = words.ASKS
    return Lexicon(
        language=language,
        asks=tuple(
            (intent, weight, re.compile(f"{edge}(?:{phrase})", re.IGNORECASE))
            for intent, phrases in asks.items()
            for weight, phrase in phrases
        ),
        negated_before=_any_of(words.NEGATED_BEFORE, edge),
        negated_after=_any_of(words.NEGATED_AFTER, edge),
        breaks=re.compile(
            r"[.!?;:,\n。！？、，；]" + "".join(f"|{edge}(?:{word})" for word in words.BREAKS), re.IGNORECASE
        ),
        examples=words.EXAMPLES,
    )


def _any_of(patterns: tuple[str, ...], edge: str) -> re.Pattern[str] | None:
    if not patterns:
        return None
    return re.compile(f"{edge}(?:{'|'.join(patterns)})", re.IGNORECASE)
