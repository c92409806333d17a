"""What the ticket's text asks for."""

from plugin.read.reading import LEXICON, LexiconReader, OwnWords, Reader, read, read_ticket, warm, words_of

__all__ = ["LEXICON", "LexiconReader", "OwnWords", "Reader", "read", "read_ticket", "warm", "words_of"]
