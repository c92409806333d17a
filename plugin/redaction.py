"""What may never be logged, stored in clear, shown or sent.

Four doors, one function each: `mask_cards` for everything people read, `harmless` for what is inserted
in a ticket, `for_log` for what a machine writes down, `scan_outbound` as the tripwire in front of issues.
Every pattern is linear: its parts cannot match the same character in two ways.
"""

from __future__ import annotations

import re
import unicodedata

# ------------------------------------------------------------------ card numbers
# People separate the groups of a card number with spaces, dots and every dash a phone keyboard offers.
_SEPARATORS = r" \t\u00a0\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff\-\u2010-\u2015\u2212\uff0d._"
_DIGIT_RUN = re.compile(rf"\d(?:[{_SEPARATORS}]{{0,3}}\d){{11,}}")
_GROUP = re.compile(r"\d+")
_PLAIN_CARD = 16
_RUBBISH = 60
"""A run of digits without any separator longer than this is no number of anything; it is masked whole."""

# First digit -> lengths in use (UATP 1, Mastercard 2 and 5, Diners/Amex/JCB 3, Visa 4, Maestro/UnionPay/Discover 5-6,
# UnionPay 8, Troy/Verve 9). Keeps order numbers and timestamps, one in ten of which passes Luhn, readable.
_LENGTHS: dict[int, tuple[int, ...]] = {
    1: (15,),
    2: (16,),
    3: (16, 15, 14),
    4: (19, 16, 13),
    5: (19, 18, 17, 16, 15, 14, 13, 12),
    6: (19, 18, 17, 16, 15, 14, 13, 12),
    8: (19, 18, 17, 16),
    9: (19, 16),
}
_DOUBLED = (0, 2, 4, 6, 8, 1, 3, 5, 7, 9)


def mask_cards(text: str) -> str:
    """Every card number in the text becomes "•••• 1234"; spaces, dashes and non-Latin digits do not hide it."""
    return _DIGIT_RUN.sub(_mask_run, text)


def _mask_run(found: re.Match[str]) -> str:
    run = found.group()
    groups = [(g.start(), g.end()) for g in _GROUP.finditer(run)]
    if any(end - start > _RUBBISH for start, end in groups):
        return f"•••• {_ascii_digits(run)[-4:]}"
    places = [i for start, end in groups for i in range(start, end)]
    digits = [int(run[i]) for i in places]
    sums = _luhn_sums(digits)
    starts, ends = _possible_edges(groups, len(digits))
    out: list[str] = []
    copied = 0
    at = 0
    while at < len(digits):
        length = _card_at(at, digits, sums, ends) if at in starts else 0
        if not length:
            at += 1
            continue
        out.append(run[copied : places[at]])
        out.append("•••• " + "".join(map(str, digits[at + length - 4 : at + length])))
        at += length
        copied = places[at - 1] + 1
    out.append(run[copied:])
    return "".join(out)


def _possible_edges(groups: list[tuple[int, int]], total: int) -> tuple[set[int], set[int]]:
    """Where a card number may start and end: at the edges of a group, or anywhere in one too long to be a card alone.

    (A security code glued to the number must not hide it.)
    """
    starts: set[int] = set()
    ends: set[int] = {total}
    count = 0
    for start, end in groups:
        width = end - start
        starts.add(count)
        ends.add(count + width)
        if width > _PLAIN_CARD:
            starts.update(range(count, count + width))
            ends.update(range(count + 1, count + width + 1))
        count += width
    return starts, ends


def _luhn_sums(digits: list[int]) -> tuple[list[int], list[int]]:
    """Running sums with the even and with the odd places doubled: any window is then checked in one step."""
    even, odd = [0], [0]
    for place, digit in enumerate(digits):
        double = _DOUBLED[digit]
        even.append(even[-1] + (double if place % 2 == 0 else digit))
        odd.append(odd[-1] + (digit if place % 2 == 0 else double))
    return even, odd


def _card_at(at: int, digits: list[int], sums: tuple[list[int], list[int]], ends: set[int]) -> int:
    for length in _LENGTHS.get(digits[at], ()):
        end = at + length
        if end > len(digits) or end not in ends:
            continue
        doubled = sums[end % 2]  # the last digit is not doubled, the one before it is
        if (doubled[end] - doubled[at]) % 10 == 0:
            return length
    return 0


def _ascii_digits(text: str) -> str:
    return "".join(str(int(c)) for c in text if c.isdecimal())


# ------------------------------------------------------------------ secrets, addresses, ids
_SECRETS = re.compile(
    r"""
    \b(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{8,}        # Stripe keys
    | \bwhsec_[A-Za-z0-9+/=]{8,}                         # webhook secrets
    | \bgh[pousr]_[A-Za-z0-9]{16,}                       # GitHub tokens
    | \bgithub_pat_[A-Za-z0-9_]{16,}
    | \bglpat-[A-Za-z0-9_\-]{16,}
    | \bxox[abeoprs]-[A-Za-z0-9\-]{8,}                   # Slack
    | \b(?:AKIA|ASIA)[0-9A-Z]{16}                        # AWS
    | \bAIza[A-Za-z0-9_\-]{30,}                          # Google
    | \beyJ[A-Za-z0-9_\-]{8,}\.[A-Za-z0-9_\-]{8,}\.[A-Za-z0-9_\-]*   # JSON web tokens
    | -----BEGIN[ ][A-Z ]{0,30}PRIVATE[ ]KEY-----[A-Za-z0-9+/=\s]*(?:-----END[ ][A-Z ]{0,30}KEY-----)?
    | https?://billing\.stripe\.com/p/session/\S+        # a portal session is a bearer credential
    | \b(?:Bearer|Basic)[ ]+[A-Za-z0-9+/=._\-]{16,}
    """,
    re.VERBOSE,
)
# The look-behind lets an address start only where a word starts: each character is tried once.
_LOCAL = r"[^\s@＠<>()\[\],;:\"'|{}]"
_EMAIL = re.compile(rf"(?<!{_LOCAL}){_LOCAL}+[@＠][\w\-]+(?:\.[\w\-]+)+")
_VENDOR_ID = re.compile(
    r"(?<![A-Za-z0-9])"
    r"(cus|sub|si|in|ii|il|ch|py|pi|pm|cs|re|pyr|dp|du|cn|acct|evt|seti|src|card|ba|price|prod|sub_sched|bps|txn|cbtxn|issfr|gcus|mandate|tok|po|tr|qt)"
    r"_((?:test|live)_)?[A-Za-z0-9]{6,}"
)


def mask_secrets(text: str) -> str:
    """Keys, tokens and portal sessions become "[secret]"."""
    return _SECRETS.sub("[secret]", text)


def for_log(text: str) -> str:
    """One line without secrets, card numbers, addresses, customer ids: safe to write down."""
    text = _EMAIL.sub("[e-mail]", mask_cards(mask_secrets(_without_tricks(text))))
    text = _VENDOR_ID.sub(r"\1_[id]", text)
    return text.replace("\n", "\\n").replace("\t", " ")


# ------------------------------------------------------------------ text that enters a ticket
_TRICKS = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"  # control characters, except newline and tab (CR, NEL below)
    "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # invisible, bidi
    "\U000e0000-\U000e007f"  # tag characters: readable by a language model, by nobody else
    "\ud800-\udfff"  # half characters: cannot be sent as UTF-8
    "]"
)
_LINE_ENDS = re.compile("\r\n?|[\x85\u2028\u2029]")
_PLACEHOLDER = re.compile(r"\{(?=[{%])")


def _without_tricks(text: str) -> str:
    return _TRICKS.sub("", _LINE_ENDS.sub("\n", text))


def harmless(text: str) -> str:
    """Text that Zendesk will not expand and no eye or terminal is fooled by; line breaks stay.

    Placeholders are taken apart with a space ("{ {") after invisible characters are gone, so that
    removing one cannot put a placeholder together.
    """
    return _PLACEHOLDER.sub("{ ", _without_tricks(text))


# ------------------------------------------------------------------ the tripwire
_IPV4 = re.compile(r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?!\d|\.\d)")
_IPV6 = re.compile(
    r"(?<![0-9A-Fa-f:])(?:[0-9A-Fa-f]{1,4}:){3,7}(?::|[0-9A-Fa-f]{1,4})|(?<![0-9A-Fa-f:])[0-9A-Fa-f]{1,4}::[0-9A-Fa-f]"
)
_PHONE = re.compile(
    r"(?<!\w)\+\d(?:[ ().\-]{0,2}\d){6,14}"
    r"|(?<![\w.,])\(?\d{2,5}\)?[ .\-]\d{3,4}[ .\-]?\d{3,6}(?![\w,.]?\d)"
    r"|(?<!\w)0\d{8,13}(?!\w)"
)
_TICKET_URL = re.compile(r"\.zendesk\.com|/tickets?/\d|/agent/|/requests/\d", re.IGNORECASE)
_IBAN = re.compile(r"(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?(?![A-Za-z0-9])")
_VENDOR_PAGE = re.compile(r"https?://[^\s/]*(?:stripe\.com)/", re.IGNORECASE)


def scan_outbound(text: str) -> list[str]:
    """What kinds of private data the text seems to hold (never the data itself); empty means it may leave.

    Fails closed: compatibility forms and invisible characters are resolved first, and a false alarm
    costs an issue a retry while a miss publishes a customer.
    """
    plain = _without_tricks(unicodedata.normalize("NFKC", text))
    tests: tuple[tuple[str, bool], ...] = (
        ("secret", _SECRETS.search(plain) is not None),
        ("card number", mask_cards(plain) != plain),
        ("e-mail address", _EMAIL.search(plain) is not None),
        ("vendor id", _VENDOR_ID.search(plain) is not None),
        ("IP address", bool(_IPV4.search(plain) or _IPV6.search(plain))),
        ("phone number", _PHONE.search(plain) is not None),
        ("bank account", _IBAN.search(plain) is not None),
        ("ticket address", _TICKET_URL.search(plain) is not None),
        ("billing page address", _VENDOR_PAGE.search(plain) is not None),
        ("invisible characters", plain != _LINE_ENDS.sub("\n", unicodedata.normalize("NFKC", text))),
    )
    return [kind for kind, found in tests if found]
