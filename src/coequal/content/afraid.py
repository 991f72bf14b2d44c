"""Kinds of words, and what was learnt of words and pairs that frightened people type.

`kinds.toml` is written by hand. `weights.toml` is taught by phrases that stand with the
tests, some typed in fear and some that only sound like it: nobody writes in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Final

from coequal.content.files import check, from_toml, text_of, twice
from coequal.content.load import DEFAULT_LOCALE

FOLDER: Final = "guides"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinds:
    """Words by their kind, such as what people do with a fist, or what they eat."""

    locale: str
    version: int
    kinds: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """How much a word, or a pair, speaks for fear; below nothing, against it.

    `start` is where the sum begins, in the same hundredths.
    """

    locale: str
    version: int
    start: int
    words: Mapping[str, int]
    pairs: Mapping[str, int]


@cache
def kinds(locale: str = DEFAULT_LOCALE) -> Kinds:
    """Return the kinds of words. Raises `Unsound` if this installation is damaged."""
    found = from_toml("kinds", text_of(locale, FOLDER, "kinds.toml"), Kinds)
    check("kinds", _faults(found))
    return found


@cache
def weights(locale: str = DEFAULT_LOCALE) -> Weights:
    """Return what was learnt. Raises `Unsound` if this installation is damaged."""
    return from_toml("weights", text_of(locale, FOLDER, "weights.toml"), Weights)


def _faults(found: Kinds) -> Iterator[str]:
    words = chain.from_iterable(found.kinds.values())
    yield from (f"{one!r} has two kinds" for one in twice(words))
