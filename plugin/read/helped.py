"""Reading with an external reader beside: it may add an intent, and nothing else."""

from __future__ import annotations

from dataclasses import replace

from integrations.errors import VendorError
from integrations.roles import TextReader
from plugin.facts import Reading
from plugin.read.reading import INTENTS, OwnWords, Reader
from plugin.redaction import for_log

_SENT = 4_000
"""Characters that leave the house at most, after redaction."""


class HelpedReader:
    """Asks the helper after the house's own reader; without an answer the house's reading stands alone."""

    def __init__(self, own: Reader, helper: TextReader) -> None:
        self._own = own
        self._helper = helper

    def read(self, words: OwnWords) -> Reading:
        reading = self._own.read(words)
        # Cut only after redaction: a number cut in half would no longer look like one.
        redacted = for_log(words.text)[:_SENT]
        if not redacted.strip():
            return reading
        try:
            said = self._helper.intents(redacted, INTENTS)
        except VendorError as error:
            return replace(reading, notes=(*reading.notes, f"{error.sentence} Read by the lexicon alone."))
        added = tuple(i for i in INTENTS if i in said and i not in reading.intents)
        return replace(reading, intents=reading.intents + added, added=added)
