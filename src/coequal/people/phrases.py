"""Passphrases that somebody who guesses tries first.

Twenty thousand that many people chose come with Django
(`docs/decisions/sign-in.md`). They are looked up here, and nothing is asked of a
network.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

_AROUND: Final = re.compile(r"^[\W\d_]+|[\W\d_]+$")
"""What people put before and after a word so that a form takes it."""


def is_guessed_easily(phrase: str, name: str) -> bool:
    """Whether a new passphrase is a common one or the name, also with signs around.

    So is one sign again and again.
    """
    folded, own = _folded(phrase), _folded(name)
    core = _AROUND.sub("", folded)
    # Where more stands around a word than the word is long, that is what is guessed.
    tried = {folded, core} if len(folded) <= 2 * len(core) else {folded}
    if len(set(folded)) <= 1 or tried & _common():
        return True
    return bool(own) and own in tried


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().strip()


@cache
def _common() -> frozenset[str]:
    # Only whoever chooses a passphrase needs it: 7 ms and 1.6 MB.
    from django.contrib.auth.password_validation import (  # noqa: PLC0415
        CommonPasswordValidator,
    )

    return frozenset(CommonPasswordValidator().passwords)
