"""Words that two may begin a line with, to agree on or to try for a while."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from coequal.content.demo_decide import line_faults
from coequal.content.files import check, from_toml, text_of
from coequal.content.load import DEFAULT_LOCALE
from coequal.core.agree.entries import Binds
from coequal.core.agree.rules import LONGEST
from coequal.core.people import PairType


@dataclass(frozen=True, slots=True, kw_only=True)
class Starter:
    """Words to begin with; they are about the first of these areas that the two have.

    `fits` are the types of pair that they are offered to.
    """

    title: str
    when: str
    then: str
    areas: tuple[str, ...] = ()
    limit: str = ""
    binds: Binds = Binds.BOTH
    fits: tuple[PairType, ...] = tuple(PairType)


@dataclass(frozen=True, slots=True, kw_only=True)
class Starters:
    """By name: what a page to agree on begins with, and small things to try."""

    starters: Mapping[str, Starter]
    tries: Mapping[str, Starter]

    @property
    def both(self) -> Mapping[str, Starter]:
        """All of them."""
        return {**self.starters, **self.tries}


@cache
def starters(locale: str = DEFAULT_LOCALE) -> Starters:
    """Return all of them, in their order. Raises `Unsound` if the file is damaged."""
    return parsed_starters(text_of(locale, "starters.toml"))


def fitting(some: Mapping[str, Starter], pair: PairType) -> list[tuple[str, Starter]]:
    """Return those that fit what two people are to each other, by name."""
    return [(name, one) for name, one in some.items() if pair in one.fits]


def parsed_starters(text: str) -> Starters:
    """Return what a TOML text holds, or raise `Unsound`."""
    found = from_toml("starters", text, Starters)
    check("starters", _faults(found))
    return found


def _faults(found: Starters) -> Iterator[str]:
    if found.starters.keys() & found.tries.keys():
        yield "expected each name once"
    for one in found.both.values():
        yield from line_faults("starters", (one.title, one.when, one.then), LONGEST)
