"""Text -> Reading: in which language the customer writes and what they ask for.

Text is data: it is matched against phrases and nothing in it is followed. Everything is capped and linear.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from integrations.records import Ticket
from plugin.facts import Intent, Reading
from plugin.read.language import DEFAULT, language_of
from plugin.read.lexicon import Lexicon, lexicon
from plugin.read.quoted import own_words

LONGEST_TEXT = 64 * 1024
_ENOUGH = 2
"""Weight an intent needs before it counts."""
_CLAUSE = 60
"""How far around a phrase a negation is looked for."""
_LONGEST_QUOTE = 80


def read(text: str, locale: str | None = None) -> Reading:
    """What one message asks for; `locale` is the requester's own setting, used when the text is too short."""
    return _read(own_words(text[:LONGEST_TEXT]), locale)


def read_ticket(ticket: Ticket) -> Reading:
    """What the requester asks for over all their messages; each is freed of quotes by itself.

    Newest last, and the newest are kept when there is too much.
    """
    author = ticket.requester.id if ticket.requester else None
    said = [
        own_words(comment.body[:LONGEST_TEXT])
        for comment in ticket.comments
        if comment.public and (author is None or comment.author_id == author)
    ]
    text = "\n\n".join(said)[-LONGEST_TEXT:]
    locale = ticket.requester.locale if ticket.requester else None
    # A subject such as "Re: order" says little about the language, the messages say more.
    return _read(f"{ticket.subject[:500]}\n{text}", locale, language_from=text or ticket.subject)


def _read(text: str, locale: str | None, language_from: str | None = None) -> Reading:
    text = text.replace("\u2019", "'")
    language = language_of(language_from or text, locale)
    scores: dict[Intent, int] = {}
    quotes: dict[Intent, str] = {}
    for intent, weight, words in _wishes(text, _lexicons_for(language)):
        scores[intent] = scores.get(intent, 0) + weight
        quotes.setdefault(intent, words[:_LONGEST_QUOTE])
    strong = [intent for intent, score in scores.items() if score >= _ENOUGH]
    if len(strong) > 1:
        strong = [intent for intent in strong if intent != "not_billing"]
    # Equal weights keep the order of the lexicon, which lists the more telling intents first.
    ordered = tuple(sorted(strong, key=lambda intent: -scores[intent]))
    return Reading(ordered, language, tuple((intent, quotes[intent]) for intent in ordered))


def _lexicons_for(language: str) -> Sequence[Lexicon]:
    """The language's own and English, whose billing words ("refund", "upgrade") are used everywhere."""
    found = [lexicon(language), lexicon(DEFAULT)]
    return list(dict.fromkeys(lex for lex in found if lex))


def _wishes(text: str, lexicons: Sequence[Lexicon]) -> Iterator[tuple[Intent, int, str]]:
    """Each phrase of the lexicons counts once, at its first place where it is not negated."""
    for lex in lexicons:
        for intent, weight, phrase in lex.asks:
            for found in phrase.finditer(text):
                if not _negated(text, found.start(), found.end(), lex):
                    yield intent, weight, found.group()
                    break


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
