"""The reply as rich text, for channels that show it: paragraphs, line breaks, and links to our own pages only.

Everything is escaped; a link is made only of an address the reply itself put there, so that nothing a
customer, a product name or a receipt says can become markup.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from plugin.report.phrases import Direction

_SHOWS_RICH_TEXT = frozenset({"email", "mail", "web", "api", "web_service", "help_center", "closed_ticket"})
"""Zendesk's `via.channel` of tickets answered by e-mail. Chat, messaging, SMS and whatever comes next: plain."""


def takes_rich_text(channel: str | None) -> bool:
    """False for messaging channels and for every channel we do not know; where none is named, e-mail is meant."""
    return channel is None or channel.lower() in _SHOWS_RICH_TEXT


def as_html(body: str, direction: Direction, addresses: Sequence[str] = ()) -> str:
    """`body` as HTML; `addresses` become links where they stand in it."""
    side = ' dir="rtl"' if direction == "rtl" else ""
    return "".join(
        f"<p{side}>{'<br>'.join(_line(line, addresses) for line in paragraph.splitlines())}</p>"
        for paragraph in body.split("\n\n")
    )


def _line(line: str, addresses: Sequence[str]) -> str:
    # The longest first: one address may be the beginning of another.
    known = sorted((a for a in addresses if a.startswith("https://")), key=len, reverse=True)
    if not known:
        return escape(line)
    parts = re.split(f"({'|'.join(map(re.escape, known))})", line)
    return "".join(
        f'<a href="{escape(part)}">{escape(part)}</a>' if part in known else escape(part) for part in parts
    )
