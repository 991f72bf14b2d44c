"""Codes that people say aloud: Crockford's base 32 in groups of four.

https://www.crockford.com/base32.html (without its check sign)
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Final
from unicodedata import category, normalize

from coequal.errors import Unreadable

# Without I, L, O and U: what is said aloud or written by hand is not taken for another.
_SIGNS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUES: Final = {sign: value for value, sign in enumerate(_SIGNS)} | {
    "O": 0,
    "I": 1,
    "L": 1,
}
# Spaces, line breaks, dashes, the full stop of a sentence, what marks a quotation, and
# what nobody sees: chats, word processors and keyboards put them there, and no code has
# any. So do a few that are letters and marks by their kind alone.
_BETWEEN: Final = frozenset(
    {"Cc", "Cf", "Zl", "Zp", "Zs", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po"}
    | {"Sm", "Sk", "So"}
)
_MORE_BETWEEN: Final = frozenset(
    "\u034f\u1160\u2065\u30fc\ufe0e\ufe0f\u20e3"  # a dash of Japanese, an emoji's edge
)
# In a sentence only dashes hold a code together: four words of four letters are none.
_GROUP: Final = "[0-9A-TV-Z]{4}"
_DASH: Final = "[-\u2010-\u2015\u2212]"


def encode(raw: bytes) -> str:
    """Write bytes, a multiple of five of them, as signs in groups of four.

    >>> encode(bytes(range(5)))
    '000G-40R4'
    """
    if len(raw) % 5:
        raise ValueError("a code has a multiple of five bytes")
    number, count = int.from_bytes(raw, "big"), len(raw) * 8 // 5
    signs = [_SIGNS[number >> 5 * place & 31] for place in reversed(range(count))]
    return "-".join("".join(signs[at : at + 4]) for at in range(0, count, 4))


def decode(text: str, size: int) -> bytes:
    """Read a code of `size` bytes as people type or paste it, or raise `Unreadable`.

    Small letters, anything between, O for 0, and I or L for 1 are all fine, and the
    wide letters of a Japanese keyboard too.

    >>> decode("ooog 4or4", 5) == bytes(range(5))
    True
    """
    signs = (sign for sign in normalize("NFKC", text) if not _between(sign))
    values = [_VALUES.get(sign.upper()) for sign in signs]
    known = [value for value in values if value is not None]
    if len(known) != len(values) or len(known) * 5 != size * 8:
        raise Unreadable("this is not a code")
    number = 0
    for value in known:
        number = number << 5 | value
    return number.to_bytes(size, "big")


def all_in(text: str, size: int) -> frozenset[bytes]:
    """Return the codes of `size` bytes that stand in a text, such as a whole message.

    A field of one line has no line breaks: what stood on the lines around a code may
    touch it. A longer code has no shorter one in it.

    >>> all_in("Sent by me:000G-40R4See you", 5) == {bytes(range(5))}
    True
    """
    with suppress(Unreadable):
        return frozenset({decode(text, size)})
    more = size * 8 // 5 // 4 - 1
    shape = f"(?<!{_DASH}){_GROUP}(?:{_DASH}{_GROUP}){{{more}}}(?!{_DASH})"
    found = re.findall(shape, normalize("NFKC", text), re.IGNORECASE)
    return frozenset(decode(one, size) for one in found)


def _between(sign: str) -> bool:
    return category(sign) in _BETWEEN or sign in _MORE_BETWEEN
