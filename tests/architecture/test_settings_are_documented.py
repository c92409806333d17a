"""A setting exists in the code, app.json, .env.example and docs/settings.md, or the build fails."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from plugin.settings import VARIABLES

ROOT = Path(__file__).parents[2]
IN_CODE = {variable.name: variable.what for variable in VARIABLES}


def in_app_json() -> dict[str, str]:
    manifest = json.loads((ROOT / "app.json").read_text())
    return {name: entry["description"] for name, entry in manifest["env"].items()}


def in_env_example() -> dict[str, str]:
    text = (ROOT / ".env.example").read_text()
    return {name: what for what, name in re.findall(r"^# (.+)\n(\w+)=$", text, re.MULTILINE)}


def in_docs() -> dict[str, str]:
    text = (ROOT / "docs" / "settings.md").read_text()
    return dict(re.findall(r"^\| `(\w+)` \| (?:yes)? ?\| (.+?) \| `", text, re.MULTILINE))


@pytest.mark.parametrize("place", [in_app_json, in_env_example, in_docs])
def test_every_place_has_the_same_settings_in_the_same_words(place) -> None:
    assert place() == IN_CODE


def test_required_means_the_same_in_app_json() -> None:
    manifest = json.loads((ROOT / "app.json").read_text())
    required = {name for name, entry in manifest["env"].items() if entry["required"]}
    assert required == {variable.name for variable in VARIABLES if variable.needed_by}
