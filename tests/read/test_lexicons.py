"""Every lexicon's own examples, and what each file must hold."""

import pytest

from plugin.read import read
from plugin.read.language import LANGUAGES
from plugin.read.lexicon import languages, lexicon
from plugin.read.reading import INTENTS
from plugin.read.wishes import WORDS

_EXAMPLES = [
    pytest.param(language, text, expected, id=f"{language}: {text[:50]}")
    for language in sorted(languages())
    for text, expected in lexicon(language).examples
]


@pytest.mark.parametrize(("language", "text", "expected"), _EXAMPLES)
def test_example_is_read_as_its_file_says(language, text, expected):
    assert set(read(text, locale=language).intents) == set(expected)


@pytest.mark.parametrize("language", sorted(languages()))
def test_file_is_one_of_our_languages_and_has_examples_for_every_intent(language):
    lex = lexicon(language)
    assert language in LANGUAGES
    shown = {intent for _, expected in lex.examples for intent in expected}
    assert set(INTENTS) <= shown
    assert any(not expected for _, expected in lex.examples), "show one text that asks for nothing"


@pytest.mark.parametrize("language", sorted(languages()))
def test_phrases_have_no_unbounded_gap(language):
    patterns = [phrase for _, _, phrase in lexicon(language).asks] + list(lexicon(language).words.values())
    for pattern in patterns:
        assert ".*" not in pattern.pattern
        assert ".+" not in pattern.pattern


@pytest.mark.parametrize("language", sorted(languages()))
def test_every_language_has_a_word_for_everything(language):
    """A word of the grammar that a file leaves out is a rule that never fires in that language."""
    assert set(lexicon(language).words) == set(WORDS)


def test_every_language_we_answer_in_has_a_lexicon():
    assert languages() == set(LANGUAGES)
