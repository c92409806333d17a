"""What install.md and operate.md tell people to type exists, and the pictures are there and small."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from plugin.cli import tillside

DOCS = Path(__file__).parents[2] / "docs"
LARGEST_PICTURE = 120_000


@pytest.mark.parametrize("page", ["install.md", "operate.md"])
def test_every_command_exists(page: str) -> None:
    text = (DOCS / page).read_text()
    typed = set(re.findall(r"(?:^|`)(tillside (?:[a-z-]+)(?: [a-z]+)?)", text, re.MULTILINE))
    assert typed
    for line in typed:
        _, name, *rest = line.split()
        command = tillside.commands[name]
        if rest and isinstance(command, click.Group):
            assert rest[0] in command.commands, line


@pytest.mark.parametrize("page", ["install.md", "operate.md"])
def test_every_option_exists(page: str) -> None:
    known: set[str] = set()
    groups: list[click.Command] = [tillside]
    while groups:
        command = groups.pop()
        known |= {option for parameter in command.params for option in parameter.opts}
        groups += list(command.commands.values()) if isinstance(command, click.Group) else []
    for line in re.findall(r"(?:^|`)(tillside [^`\n]+)", (DOCS / page).read_text(), re.MULTILINE):
        assert set(re.findall(r"--[a-z-]+", line)) <= known, line


def test_pictures_and_links_lead_somewhere() -> None:
    shown: set[str] = set()
    for page in ("install.md", "operate.md"):
        for target in re.findall(r"\]\(([^)#]+)\)", (DOCS / page).read_text()):
            if "://" not in target:
                assert (DOCS / target).is_file(), target
                shown.add(target)
    pictures = sorted((DOCS / "pictures").iterdir())
    assert {f"pictures/{picture.name}" for picture in pictures} <= shown
    for picture in pictures:
        assert picture.read_bytes().startswith(b"\x89PNG")
        assert picture.stat().st_size <= LARGEST_PICTURE, picture.name


def test_health_fields_are_explained() -> None:
    """A field somebody may alarm on is in the table."""
    source = (DOCS.parent / "plugin" / "web" / "health.py").read_text()
    answered = set(re.findall(r"^            (\w+)=", source, re.MULTILINE))
    explained = set(re.findall(r"^\| `(\w+)` \|", (DOCS / "operate.md").read_text(), re.MULTILINE))
    assert answered
    assert answered <= explained
