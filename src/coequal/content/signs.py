"""Everyday signs in words: sixteen short sentences, and how often one notices them."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import cycle
from types import MappingProxyType
from typing import Any

from cattrs import BaseValidationError, transform_error
from cattrs.preconf.tomllib import make_converter

from coequal.content.load import DEFAULT_LOCALE
from coequal.core.see.signs import HOW_MANY, Often, Sign
from coequal.errors import Unsound


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
    source = files("coequal.content") / locale / "signs.toml"
    return parsed_signs(source.read_text(encoding="utf-8"))


def parsed_signs(text: str) -> SignWords:
    """Return the signs that a TOML text holds, or raise `Unsound`."""
    try:
        read = _converter.structure(tomllib.loads(text), SignsFile)
    except tomllib.TOMLDecodeError as error:
        raise Unsound(f"signs: {error}") from error
    except BaseValidationError as error:
        raise Unsound("signs: " + "; ".join(transform_error(error))) from error
    for fault in _faults(read):
        raise Unsound(f"signs: {fault}")
    labels = dict(zip(Often, read.often, strict=True))
    return SignWords(signs=read.signs, often=MappingProxyType(labels))


def _faults(read: SignsFile) -> Iterator[str]:
    """Yield what a well-formed file still gets wrong, in words."""
    if len(read.often) != len(Often):
        yield f"often: expected {len(Often)} labels"
    if len(read.signs) != HOW_MANY:
        yield f"expected {HOW_MANY} signs"
    times = Counter(sign.id for sign in read.signs)
    yield from (f"the id {name} stands twice" for name, n in times.items() if n > 1)
    for sign, good in zip(read.signs, cycle((True, False)), strict=False):
        if sign.good is not good:
            yield f"{sign.id}: expected good and hard signs in turn, a good one first"
        if not (sign.id and sign.text and sign.ask):
            yield f"{sign.id}: expected a text and a question"


_converter = make_converter(forbid_extra_keys=True)


def _exactly(value: Any, kind: Any) -> Any:
    if type(value) is not kind:
        raise TypeError(f"expected {kind.__name__}")
    return value


for _plain in (bool, str):
    _converter.register_structure_hook(_plain, _exactly)
