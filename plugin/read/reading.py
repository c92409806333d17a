"""Text -> Reading: in which language the customer writes and what they ask for.

Text is data: it is matched against phrases and nothing in it is followed. Everything is capped and linear.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol, get_args

from integrations.records import Ticket
from plugin.facts import Intent, Reading
from plugin.read.folding import cleaned, folded
from plugin.read.language import DEFAULT, from_locale, language_of, other_languages_in
from plugin.read.language import warm as warm_language
from plugin.read.lexicon import Lexicon, languages, lexicon
from plugin.read.quoted import own_words
from plugin.read.wishes import ENOUGH, GIVES_WAY, RULES, WISHES, Rule, Word

LONGEST_TEXT = 64 * 1024
INTENTS: tuple[Intent, ...] = get_args(Intent)

_READ_FROM_START = 4_000
_READ_FROM_END = 12_000
"""What is looked at of a very long text: how it begins, and the newest. People say what they want there."""
_CLAUSE = 60
"""How far around a phrase a negation is looked for."""
_REACH = 75
_REACH_UNSPACED = 30
"""How far from each other two words may stand to mean something together."""
_LONGEST_QUOTE = 80
_UNSPACED = frozenset({"ja", "ko", "zh"})
_FEW_WORDS = 5
"""In so short a message a word that elsewhere only adds up is the message ("invoice?")."""

_SENTENCE_END = re.compile(r"(?<![.!?])[.!?]+(?=\s|$)|[。！？؟]|\n")
_WRAPPED = 60
"""A line at least this long goes on in the next one: mail programs break lines."""
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class OwnWords:
    """What the customer wrote themselves, in one form of Unicode, and what is known about it."""

    text: str
    language: str
    locale: str | None = None


class Reader(Protocol):
    """A way to read: the lexicons, what this installation learned, or with somebody else's help."""

    def read(self, words: OwnWords) -> Reading: ...


class LexiconReader:
    """The vocabularies of `plugin.read.lexicon` and the grammar of `plugin.read.wishes`; needs nothing else."""

    def read(self, words: OwnWords) -> Reading:
        return _Page(words.text, _lexicons_for(words)).reading(words.language)


LEXICON = LexiconReader()


def read(text: str, locale: str | None = None, reader: Reader = LEXICON) -> Reading:
    """What one message asks for; `locale` is the requester's own setting, used when the text is too short."""
    own = cleaned(own_words(text[:LONGEST_TEXT]))
    return reader.read(OwnWords(_ends(own), language_of(own, locale), locale))


def read_ticket(ticket: Ticket, reader: Reader = LEXICON) -> Reading:
    """What the requester asks for over all their messages."""
    return reader.read(words_of(ticket))


def words_of(ticket: Ticket) -> OwnWords:
    """The requester's messages, each freed of quotes by itself; newest last.

    The newest are kept when there is too much.
    """
    author = ticket.requester.id if ticket.requester else None
    said = [
        own_words(comment.body[:LONGEST_TEXT])
        for comment in ticket.comments
        if comment.public and (author is None or comment.author_id == author)
    ]
    text = cleaned("\n\n".join(said)[-LONGEST_TEXT:])
    subject = cleaned(ticket.subject[:500])
    locale = ticket.requester.locale if ticket.requester else None
    # A subject such as "Re: order" says little about the language, the messages say more.
    return OwnWords(_ends(f"{subject}\n{text}"), language_of(text.strip() or subject, locale), locale)


def warm() -> None:
    """Loads what the first message would otherwise wait for; meant for a thread at start."""
    warm_language()
    for language in languages():
        lexicon(language)


def _ends(text: str) -> str:
    if len(text) <= _READ_FROM_START + _READ_FROM_END:
        return text
    return f"{text[:_READ_FROM_START]}\n\n{text[-_READ_FROM_END:]}"


def _lexicons_for(words: OwnWords) -> Sequence[Lexicon]:
    """The language's own, those of other scripts in the text, and English, whose words ("refund") are used everywhere.

    A short message may be in the requester's language though it looks like another.
    """
    wanted = [words.language, *other_languages_in(words.text), from_locale(words.locale) or DEFAULT, DEFAULT]
    return [lex for lex in map(lexicon, dict.fromkeys(wanted)) if lex]


@dataclass(frozen=True)
class _Seen:
    start: int
    end: int
    sentence: int


@dataclass
class _Page:
    """One text under the eye of some lexicons."""

    text: str
    lexicons: Sequence[Lexicon]
    folded: str = field(init=False)
    scores: dict[Intent, int] = field(default_factory=dict)
    quotes: dict[Intent, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.folded = folded(self.text)
        self._ends = list(_sentence_ends(self.folded))
        self._reach = _REACH_UNSPACED if self.lexicons[0].language in _UNSPACED else _REACH

    def reading(self, language: str) -> Reading:
        seen = self._words()
        self._phrases()
        self._rules(seen)
        if "product" not in seen and self._is_short(seen):
            self.scores = {intent: max(score, ENOUGH) for intent, score in self.scores.items()}
        strong = [intent for intent, score in self.scores.items() if score >= ENOUGH]
        if not strong and self._is_about_something_else(seen):
            strong = ["not_billing"]
        for weaker, stronger, below in GIVES_WAY:
            if stronger in strong and weaker in strong and self.scores[weaker] < below:
                strong.remove(weaker)
        if len(strong) > 1:
            strong = [intent for intent in strong if intent != "not_billing"]
        ordered = tuple(sorted(strong, key=lambda i: (-self.scores.get(i, 0), INTENTS.index(i))))
        quotes = tuple((intent, self.quotes[intent]) for intent in ordered if intent in self.quotes)
        return Reading(ordered, language, quotes)

    # ------------------------------------------------------------ what is there
    def _words(self) -> dict[Word, list[_Seen]]:
        found: dict[Word, list[_Seen]] = {}
        for lex in self.lexicons:
            for word, pattern in lex.words.items():
                for hit in pattern.finditer(self.folded):
                    if word not in WISHES or not _negated(self.folded, hit.start(), hit.end(), lex):
                        found.setdefault(word, []).append(self._seen(hit.start(), hit.end()))
        for places in found.values():
            places.sort(key=lambda seen: seen.start)
        return found

    def _seen(self, start: int, end: int) -> _Seen:
        return _Seen(start, end, bisect_right(self._ends, start))

    # ------------------------------------------------------------ what it means
    def _phrases(self) -> None:
        """Each phrase counts once, at its first place where it is not negated."""
        for lex in self.lexicons:
            for intent, weight, phrase in lex.asks:
                for hit in phrase.finditer(self.folded):
                    if not _negated(self.folded, hit.start(), hit.end(), lex):
                        self._says(intent, weight, self._seen(hit.start(), hit.end()))
                        break

    def _rules(self, seen: dict[Word, list[_Seen]]) -> None:
        # Whether a refund was promised is settled before it is asked for: RULES has them in this order.
        for rule in RULES:
            place = self._place(rule, seen)
            if place:
                self._says(rule.intent, rule.weight, place)

    def _place(self, rule: Rule, seen: dict[Word, list[_Seen]]) -> _Seen | None:
        firsts = seen.get(rule.first, [])
        if rule.intent == "refund_request" and self.scores.get("refund_status", 0) >= ENOUGH:
            firsts = []  # They ask where it is, and speak of it while doing so; who demands it says so in a phrase.
        otherwise = {place.sentence for word in rule.unless for place in seen.get(word, [])}
        firsts = [place for place in firsts if place.sentence not in otherwise]
        if rule.second is None or not firsts:
            return firsts[0] if firsts else None
        seconds = seen.get(rule.second, [])
        barriers = sorted(place.start for word in rule.not_across for place in seen.get(word, []))
        return self._nearest(firsts, seconds, barriers, beyond_the_sentence=rule.scope == "nearby")

    def _nearest(
        self,
        firsts: Sequence[_Seen],
        seconds: Sequence[_Seen],
        barriers: Sequence[int],
        *,
        beyond_the_sentence: bool,
    ) -> _Seen | None:
        reach = 2 * self._reach if beyond_the_sentence else self._reach
        starts = [place.start for place in seconds]
        for one in firsts:
            at = bisect_left(starts, one.start)
            for other in seconds[max(0, at - 2) : at + 2]:
                left, right = (one, other) if one.start <= other.start else (other, one)
                apart = right.start - left.end
                crossed = bisect_left(barriers, right.start) > bisect_left(barriers, left.end)
                together = beyond_the_sentence or one.sentence == other.sentence
                if together and 0 <= apart <= reach and not crossed:
                    return _Seen(left.start, right.end, left.sentence)
        return None

    def _says(self, intent: Intent, weight: int, place: _Seen) -> None:
        self.scores[intent] = self.scores.get(intent, 0) + weight
        self.quotes.setdefault(intent, self.text[place.start : place.end][:_LONGEST_QUOTE])

    # ------------------------------------------------------------ the whole
    def _is_short(self, seen: dict[Word, list[_Seen]]) -> bool:
        return self._words_that_say_something(seen) <= _FEW_WORDS

    def _is_about_something_else(self, seen: dict[Word, list[_Seen]]) -> bool:
        """A message of some length without any word of money is an everyday question."""
        return "money" not in seen and not self.scores and self._words_that_say_something(seen) >= 3

    def _words_that_say_something(self, seen: dict[Word, list[_Seen]]) -> int:
        taken = {at for place in seen.get("smalltalk", []) for at in range(place.start, place.end)}
        words = [word for word in _WORD.finditer(self.folded) if word.start() not in taken]
        # Japanese and Chinese put no spaces between words: two letters are about one.
        return sum(max(1, (len(w.group()) + 1) // 2) if w.group()[0] >= "\u3040" else 1 for w in words)


def _sentence_ends(text: str) -> list[int]:
    ends = []
    line = 0
    for mark in _SENTENCE_END.finditer(text):
        if mark.group() == "\n":
            length, line = mark.start() - line, mark.end()
            if length >= _WRAPPED and text[mark.end() : mark.end() + 1] != "\n":
                continue
        ends.append(mark.start())
    return ends


def _negated(text: str, start: int, end: int, lex: Lexicon) -> bool:
    if lex.negated_before:
        before = text[max(0, start - _CLAUSE) : start]
        clause = lex.breaks.split(before)[-1]
        if lex.negated_before.search(clause or ""):
            return True
    if lex.negated_after:
        after = text[end : end + _CLAUSE]
        clause = lex.breaks.split(after, maxsplit=1)[0]
        if lex.negated_after.match(clause or ""):
            return True
    return False
