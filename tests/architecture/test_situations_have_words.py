"""What a detector recognises, an agent must be able to name: the sidebar has words for it in each of its languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plugin.diagnose import detectors

WORDS = Path(__file__).parents[2] / "sidebar" / "src" / "words"


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_situation_has_words(language: str) -> None:
    block = re.search(r"^  situations: \{\n(.*?)^  \}", (WORDS / f"{language}.ts").read_text(), re.S | re.M)
    assert block
    assert set(re.findall(r"^    (\w+):", block[1], re.M)) == {d.situation for d in detectors()}
