"""What the customer wrote this time: earlier mails quoted below or forwarded are other people's words."""

from __future__ import annotations

import re

# From such a line on, everything is an earlier message. Each pattern is tried on one line, cut to 300 characters.
_EARLIER_MESSAGE = re.compile(
    r"""^\s*(?:
      -{2,}\s*(?:original\s(?:message|appointment)|forwarded\smessage|ursprüngliche\snachricht|weitergeleitete\snachricht
        |message\sd'origine|message\soriginal|message\stransféré|mensaje\soriginal|mensaje\sreenviado|messaggio\soriginale
        |mensagem\soriginal|oorspronkelijk\sbericht|元のメッセージ|転送メッセージ|原始邮件|원본\s메시지)
    | begin\sforwarded\smessage:
    | on\s.{4,200}\swrote:\s*$
    | am\s.{4,200}\sschrieb\b.{0,120}:\s*$
    | le\s.{4,200}\sa\sécrit\s?:\s*$
    | el\s.{4,200}\sescribió:\s*$
    | il\s.{4,200}\sha\sscritto:\s*$
    | em\s.{4,200}\sescreveu:\s*$
    | op\s.{4,200}\sschreef\b.{0,120}:\s*$
    | .{4,200}のメール[:：]\s*$
    | .{4,200}(?:が書きました|のメッセージ)[:：]\s*$
    | _{20,}\s*$
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_HEADER_FROM = re.compile(r"^\s*\**(?:from|von|de|da|van|差出人)\**\s?[:：]\s?\S", re.IGNORECASE)
_HEADER_SENT = re.compile(
    r"^\s*\**(?:sent|date|gesendet|datum|envoyé|enviado(?:\sel)?|inviato|送信日時|日付)\**\s?[:：]",
    re.IGNORECASE,
)
_LONGEST_LINE = 300


def own_words(message: str) -> str:
    """One message without the lines it quotes and without everything after an "earlier message" line."""
    kept: list[str] = []
    lines = message.splitlines()
    for place, line in enumerate(lines):
        head = line[:_LONGEST_LINE]
        if _EARLIER_MESSAGE.match(head) or _is_mail_header(lines, place):
            break
        if not head.lstrip().startswith((">", "|>", "＞")):
            kept.append(line)
    return "\n".join(kept).strip()


def _is_mail_header(lines: list[str], place: int) -> bool:
    """ "From: …" followed within three lines by "Sent: …": the head of an earlier mail."""
    if not _HEADER_FROM.match(lines[place][:_LONGEST_LINE]):
        return False
    return any(_HEADER_SENT.match(line[:_LONGEST_LINE]) for line in lines[place + 1 : place + 4])
