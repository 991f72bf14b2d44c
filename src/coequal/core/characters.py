"""What single characters do to a text: they hide, look like others, or turn it round.

One rule for what people write, on its way in and on its way out. Direction comes from
https://www.unicode.org/reports/tr9/, what nobody sees from `Default_Ignorable` there.
"""

from __future__ import annotations

from typing import Final
from unicodedata import bidirectional, category, normalize


def _signs(*ranges: tuple[int, int]) -> frozenset[str]:
    return frozenset(
        chr(code) for first, last in ranges for code in range(first, last + 1)
    )


TURNING: Final = _signs((0x202A, 0x202E), (0x2066, 0x2069))
"""They turn round what follows them, also words that somebody else wrote."""
_BREAKS: Final = frozenset("\u2028\u2029")
# What is not of the category of format signs, and shows nothing all the same.
UNSEEN: Final = _signs(
    (0x034F, 0x034F),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x2065, 0x2065),
    (0x2800, 0x2800),
    (0x3164, 0x3164),
    (0xFE00, 0xFE0F),
    (0xFFA0, 0xFFA0),
    (0xFFF0, 0xFFF8),
    (0x13441, 0x13442),
    (0x16FE4, 0x16FE4),
    (0x1D159, 0x1D159),
    (0xE0000, 0xE0FFF),
)
_UNSEEN_KINDS: Final = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})
_RIGHT_TO_LEFT: Final = frozenset({"R", "AL", "AN"})
# What is assigned after this Python was made runs so too, if it lies in these blocks.
_TO_BE_RIGHT_TO_LEFT: Final = (
    range(0x0590, 0x0900),
    range(0xFB1D, 0xFE00),
    range(0xFE70, 0xFF00),
    range(0x10800, 0x11000),
    range(0x1E800, 0x1F000),
)
_MARKS: Final = frozenset({"Mn", "Me"})
MOST_MARKS: Final = 4
"""How many marks stand on one letter: more are drawn over what stands beside it."""
_OPEN, _CLOSE = "\u2068", "\u2069"
# Small letters, as case is folded before: Greek and Cyrillic ones that are drawn as
# Latin ones are, then dashes and quotation marks, which keyboards mix up.
_DRAWN_ALIKE: Final = str.maketrans(
    "αοιρνυκχаеорсухіјѕԁһӏкмтвнгзԛԝѵɑɡ‐‑‒–—―−’‘‛ʼ´`′“”„«»",  # noqa: RUF001  the point
    "aoipvukxaeopcyxijsdhlkmtbhr3qwvag-------'''''''" + '"' * 5,
)
# Capitals, some of which are drawn otherwise than the small letters of their own.
_CAPITALS: Final = str.maketrans(
    "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹͿАВЕЗКМНОРСТУХІЈЅӀԚԜѴ",
    "ABEZHIKMNOPTYXCJABE3KMHOPCTYXIJSIQWV",
)


def tamed(text: str) -> str:
    r"""Return a text without what turns round, breaks or covers what is beside it.

    Line breaks and tabs stay. Half a sign, which nothing can show, becomes the sign for
    one that is missing.

    >>> tamed("Alice\u2069\u202e")
    'Alice'
    """
    # Nearly every text has none of them, and pages ask for each text they show.
    if text.isascii() and text.isprintable():
        return text
    kept, marks = [], 0
    for sign in text:
        if sign in TURNING:
            continue
        marks = marks + 1 if category(sign) in _MARKS else 0
        if marks <= MOST_MARKS:
            kept.append(_tamed(sign))
    return "".join(kept)


def _tamed(sign: str) -> str:
    if sign in "\n\t" or sign.isprintable():
        return sign
    if sign in _BREAKS:
        return "\n"
    kind = category(sign)
    return {"Cc": " ", "Cs": "\ufffd"}.get(kind, sign)


def isolated(text: str) -> str:
    """Return a text as plain text can hold it: what stands around it keeps its order.

    Pages isolate by an element of their own. Here two signs do, around a text of
    letters that run from right to left; others have no need of it.
    """
    safe = tamed(text)
    if any(map(_runs_right_to_left, safe)):
        return f"{_OPEN}{safe}{_CLOSE}"
    return safe


def _runs_right_to_left(sign: str) -> bool:
    # A terminal that knows more letters than this Python turns those too.
    if category(sign) == "Cn":
        return any(ord(sign) in block for block in _TO_BE_RIGHT_TO_LEFT)
    return bidirectional(sign) in _RIGHT_TO_LEFT


def seen(text: str) -> bool:
    """Return whether there is anything to see in a text."""
    return any(not _hidden(sign) for sign in text)


def looks(text: str) -> str:
    r"""Return how a text reads: what nobody can tell apart by eye is the same.

    >>> looks("Se\u200ba") == looks("sea")
    True
    """
    plain = normalize("NFKC", text)
    kept = (sign for sign in plain if sign.isspace() or not _hidden(sign))
    return " ".join(map(_drawn, "".join(kept).split()))


def _drawn(word: str) -> str:
    """Return a word as it is drawn, case aside.

    Where Latin letters stand beside others, or in capitals alone, it is the capitals
    that are read as Latin ones. A whole word of another alphabet keeps its own.
    """
    latin = _folded(word.translate(_CAPITALS))
    is_mixed = any(sign.isascii() and sign.isalpha() for sign in word)
    return latin if is_mixed or word.isupper() else _folded(word)


def _folded(word: str) -> str:
    return word.casefold().translate(_DRAWN_ALIKE)


def _hidden(sign: str) -> bool:
    return sign in UNSEEN or category(sign) in _UNSEEN_KINDS
