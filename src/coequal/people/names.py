"""A name to sign in with, without the characters in it that nobody can see.

They come along when text is copied, or from one keyboard and not from another. Who kept
one in their name could never type that name again.
"""

from __future__ import annotations

import unicodedata
from typing import Final

from coequal.core.characters import UNSEEN
from coequal.errors import Refused

# Controls, halves of characters, characters of one's own, ends of lines; and what has
# no meaning yet, since nobody knows how it will be folded once it has one.
_NO_NAME: Final = frozenset({"Cc", "Cs", "Co", "Cn", "Zl", "Zp"})


def plain(name: str) -> str:
    """Return a name without what nobody sees in it, perhaps nothing.

    `Refused` if it holds a character that stands for nothing.
    """
    seen = "".join(one for one in name if not _unseen(one)).strip()
    if any(unicodedata.category(one) in _NO_NAME for one in seen):
        message = "a name holds a character that stands for nothing"
        raise Refused(message)
    return seen


def _unseen(one: str) -> bool:
    return one in UNSEEN or unicodedata.category(one) == "Cf"
