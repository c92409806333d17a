"""When are two e-mail addresses the same mailbox for certain, and when do they only look alike?

Only the case of ASCII letters is forgiven. Unicode's own folding is not used: it makes the Kelvin sign
an ordinary k and ß an ss, which are other people's mailboxes.
"""

from __future__ import annotations

import unicodedata

_ASCII_LOWER = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}

# Letters of other scripts that are drawn like Latin ones; enough to say "look closely", never to prove.
_DRAWN_ALIKE = str.maketrans(
    "аеорсухіјѕԁһԛԝӏɡıоαοερνικτυ015",
    "aeopcyxijsdhqwlgioaoepviktuols",
)
_DOTS_DO_NOT_COUNT = frozenset({"gmail.com", "googlemail.com"})


def same_mailbox(one: str | None, other: str | None) -> bool:
    """Equal letter case aside."""
    if not one or not other:
        return False
    return one.strip().translate(_ASCII_LOWER) == other.strip().translate(_ASCII_LOWER)


def look_alike(one: str | None, other: str | None) -> bool:
    """Equal only up to dots, a +tag, look-alike letters or the spelling of an international domain."""
    if not one or not other:
        return False
    return _skeleton(one) == _skeleton(other)


def without_tag(address: str) -> str | None:
    """The address a +tag was added to, or None; a further place to look, never a proof."""
    local, at, domain = address.rpartition("@")
    base, plus, _tag = local.partition("+")
    if not (at and plus and base):
        return None
    return f"{base}@{domain}"


def without_dots(address: str) -> str | None:
    """Where the provider is known to ignore dots: the address without them, or None when that changes nothing."""
    local, _, domain = address.rpartition("@")
    if domain.lower() not in _DOTS_DO_NOT_COUNT or "." not in local:
        return None
    return f"{local.replace('.', '')}@{domain}"


def _skeleton(address: str) -> str:
    plain = unicodedata.normalize("NFKD", address.strip()).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c)).translate(_DRAWN_ALIKE)
    local, _, domain = plain.rpartition("@")
    local = local.partition("+")[0].replace(".", "")
    labels = [_unpunycode(label) for label in domain.split(".")]
    return f"{local}@{'.'.join(labels)}"


def _unpunycode(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        decoded = label[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return label
    folded = unicodedata.normalize("NFKD", decoded).casefold()
    return "".join(c for c in folded if not unicodedata.combining(c)).translate(_DRAWN_ALIKE)
