"""Every lexicon's own examples, and what each file must hold."""

import pytest

from plugin.read import read
from plugin.read.language import LANGUAGES
from plugin.read.lexicon import languages, lexicon

_EXAMPLES = [
    pytest.param(language, text, expected, id=f"{language}: {text[:50]}")
    for language in sorted(languages())
    for text, expected in lexicon(language).examples
]


@pytest.mark.parametrize(("language", "text", "expected"), _EXAMPLES)
def test_example_is_read_as_its_file_says(language, text, expected):
    assert read(text, locale=language).intents[: max(1, len(expected))] == expected


@pytest.mark.parametrize("language", sorted(languages()))
def test_file_is_one_of_our_languages_and_has_examples_for_every_intent_it_knows(language):
    lex = lexicon(language)
    assert language in LANGUAGES
    shown = {intent for _, expected in lex.examples for intent in expected}
    assert {intent for intent, _, _ in lex.asks} <= shown
    assert any(not expected for _, expected in lex.examples), "show one text that asks for nothing"


@pytest.mark.parametrize("language", sorted(languages()))
def test_phrases_have_no_unbounded_gap(language):
    for _, _, phrase in lexicon(language).asks:
        assert ".*" not in phrase.pattern
        assert ".+" not in phrase.pattern
