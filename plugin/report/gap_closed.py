"""What may be told when a gap is closed: the internal note for the agent, with a drafted follow-up. Pure.

Nothing of the ticket is in it, so nothing of it can leak, and it reads the same whenever it is composed.
"""

from __future__ import annotations

from datetime import datetime
from functools import cache
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource

from plugin.report.phrases import DEFAULT_LANGUAGE, Phrases, languages


@cache
def _bundle(language: str) -> FluentBundle:
    text = (files(__package__) / "locales" / language / "gap_closed.ftl").read_text(encoding="utf-8")
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource(text))
    return bundle


@cache
def told_languages() -> frozenset[str]:
    """The languages a follow-up can be written in."""
    folders = files(__package__) / "locales"
    return frozenset(name for name in languages() if (folders / name / "gap_closed.ftl").is_file())


def follow_up(gap_id: str, language: str) -> str | None:
    """The draft in the customer's language, in English where nobody has translated it; None for an unknown gap."""
    if language not in told_languages():
        language = DEFAULT_LANGUAGE
    sentences = [_said(language, message) for message in ("intro", gap_id)]
    phrases = Phrases.of(language)
    around = [phrases.say(message, {}) for message in ("greeting-plain", "closing")]
    if None in sentences:
        return None
    middle = "\n".join(sentence for sentence in sentences if sentence)
    return "\n\n".join(part for part in (around[0], middle, around[1]) if part)


def note(title: str, issue_number: int, closed_at: datetime, draft: str | None) -> str:
    """The internal note; `title` is the gap's own."""
    lines = [
        "Tillside: a product gap behind this ticket is closed",
        f'"{title}" (GitHub issue {issue_number}) was closed as completed on {closed_at:%Y-%m-%d}.',
        "You may tell the customer. Check first that it holds for this customer.",
    ]
    return "\n".join([*lines, *(["", "Drafted follow-up:", "", draft] if draft else [])])


def _said(language: str, message_id: str) -> str | None:
    bundle = _bundle(language)
    if not bundle.has_message(message_id):
        return None
    pattern = bundle.get_message(message_id).value
    return str(bundle.format_pattern(pattern, {})[0]) if pattern else None
