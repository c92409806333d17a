"""What customers say, per language: one file each, named by its language, nothing else to register.

A file holds

* `WORDS`: how people call the things of `plugin.read.wishes`, which also says what follows when two of them stand
  near each other. Regular expressions, matched without case and accents; write them without unbounded gaps
  (`.{0,20}`, never `.*`), so that reading stays linear.
* `ASKS`: intent -> whole phrases with a weight, for what two words near each other do not say. Weight 3 says it
  for sure, 2 is enough alone, 1 only adds up.
* `NEGATED_BEFORE`, `NEGATED_AFTER`: what, in the same clause before or after a wish, turns it into its opposite
  ("I don't want a refund"). Facts are no wishes: "you did not refund me" asks for a refund.
* `BREAKS`: words that begin a new clause, besides punctuation ("but", "just").
* `WHOLE_WORDS`: whether expressions begin at the start of a word; False where words are glued together.
* `EXAMPLES`: real-sounding messages with the intents expected, in any order. A test runs them all.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from plugin.facts import Intent
from plugin.read.folding import folded
from plugin.read.wishes import Word

Words = Mapping[Word, tuple[str, ...]]
Phrases = Mapping[Intent, tuple[tuple[int, str], ...]]
Examples = tuple[tuple[str, tuple[Intent, ...]], ...]


@dataclass(frozen=True, eq=False)
class Lexicon:
    """One language's file, compiled."""

    language: str
    words: Mapping[Word, re.Pattern[str]]
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
    file = importlib.import_module(f"{__name__}.{language}")
    edge = r"(?<!\w)" if file.WHOLE_WORDS else ""
    words: Words = file.WORDS
    asks: Phrases = file.ASKS
    return Lexicon(
        language=language,
        words={word: _any_of(patterns, edge) for word, patterns in words.items()},
        asks=tuple(
            (intent, weight, _any_of((phrase,), edge))
            for intent, phrases in asks.items()
            for weight, phrase in phrases
        ),
        negated_before=_any_of(file.NEGATED_BEFORE, edge) if file.NEGATED_BEFORE else None,
        negated_after=_any_of(file.NEGATED_AFTER, "") if file.NEGATED_AFTER else None,
        breaks=re.compile(
            r"[.!?;:,\n。！？、，；؟،]" + "".join(f"|{edge}(?:{folded(w)})" for w in file.BREAKS)
        ),
        examples=file.EXAMPLES,
    )


def _any_of(patterns: tuple[str, ...], edge: str) -> re.Pattern[str]:
    return re.compile(f"{edge}(?:{'|'.join(folded(pattern) for pattern in patterns)})")
