"""One spelling for what people type differently: case, accents, full-width letters, Arabic vowel marks.

"ETRE REMBOURSÉ", "être remboursé" and "etre rembourse" are the same words. Folding changes letters, never their
number, so that a place in the folded text is the same place in what the customer wrote.
"""

from __future__ import annotations

import re
import unicodedata

# Marks that only decorate (Arabic vowels and lengthening), zero-width characters and direction marks.
_DECORATION = re.compile("[\u0640\u064b-\u065f\u0670\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
# Letters that are no base letter plus a mark, though people leave the stroke or dot out.
_STROKES = {"ı": "i", "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "ß": "s", "ى": "ي", "ة": "ه"}
_QUOTES = {"\u2018": "'", "\u2019": "'", "\u02bc": "'", "`": "'", "´": "'", "\u00a0": " ", "\t": " "}
# Whose marks make other letters (が is not か): nothing is taken off them.
_KEEP = (("\u3040", "\u30ff"), ("\uac00", "\ud7a3"))


def cleaned(text: str) -> str:
    """The text as one form of Unicode, without characters nobody sees."""
    straight = text.translate(_STRAIGHT)
    return _DECORATION.sub("", unicodedata.normalize("NFKC", straight))


def folded(text: str) -> str:
    """Lower case, no accents; as long as the text."""
    return text.translate(_FOLDS)


class _Folds(dict[int, int | str]):
    """Fills itself: each letter is worked out once."""

    def __missing__(self, code: int) -> int | str:
        self[code] = found = _fold(chr(code))
        return found


def _fold(letter: str) -> str:
    if letter in _STROKES:
        return _STROKES[letter]
    if any(first <= letter <= last for first, last in _KEEP):
        return letter
    base = unicodedata.normalize("NFD", letter)[0].lower()
    return base if len(base) == 1 else letter


_FOLDS = _Folds()
_STRAIGHT = str.maketrans(_QUOTES)
