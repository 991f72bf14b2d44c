"""Everyday signs in words: sixteen short sentences, and how often one notices them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import cycle
from types import MappingProxyType

from coequal.content.files import check, from_toml, text_of, twice
from coequal.content.load import DEFAULT_LOCALE
from coequal.core.see.sign_entries import Often
from coequal.core.see.signs import HOW_MANY, Sign


@dataclass(frozen=True, slots=True, kw_only=True)
class SignWords:
    """The signs, good and hard ones in turn, and the label of each frequency."""

    signs: tuple[Sign, ...]
    often: Mapping[Often, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignsFile:
    """The whole file, as it stands."""

    source: str
    often: tuple[str, ...]
    signs: tuple[Sign, ...]


@cache
def sign_words(locale: str = DEFAULT_LOCALE) -> SignWords:
    """Return the signs and their words, the same for all types of pair.

    Raises `Unsound`, naming what is amiss, if the file of this installation is
    damaged.
    """
    return parsed_signs(text_of(locale, "signs.toml"))


def parsed_signs(text: str) -> SignWords:
    """Return the signs that a TOML text holds, or raise `Unsound`."""
    read = from_toml("signs", text, SignsFile)
    check("signs", _faults(read))
    labels = dict(zip(Often, read.often, strict=True))
    return SignWords(signs=read.signs, often=MappingProxyType(labels))


def _faults(read: SignsFile) -> Iterator[str]:
    """Yield what a well-formed file still gets wrong, in words."""
    if len(read.often) != len(Often):
        yield f"often: expected {len(Often)} labels"
    if len(read.signs) != HOW_MANY:
        yield f"expected {HOW_MANY} signs"
    for name in twice(sign.id for sign in read.signs):
        yield f"the id {name} stands twice"
    for sign, good in zip(read.signs, cycle((True, False)), strict=False):
        if sign.good is not good:
            yield f"{sign.id}: expected good and hard signs in turn, a good one first"
        if not (sign.id and sign.text and sign.ask):
            yield f"{sign.id}: expected a text and a question"
