"""What calibration came to: how often the words of a picture are right, as figures.

`make calibrate` writes them with the tables of docs/algorithms; nobody copies one. They
are of made-up couples, and no real pair has been measured yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from math import floor
from typing import Final

from coequal.content.files import from_toml, text_of


class Answered(StrEnum):
    """Whose answers a picture rests on: those of both, or of one."""

    TWO = "two"
    ONE = "one"


@dataclass(frozen=True, slots=True, kw_only=True)
class WordFigures:
    """How often each word is said in one world, in per cent of areas.

    And of those with the word, how often it is wrong or right: names the wrong person,
    stands above a difference below half a step (`even`), or below one (`same_right`).
    """

    world: str
    answered: Answered
    any_word: float
    clear: float
    clear_wrong: float
    probably: float
    probably_wrong: float
    probably_even: float
    same: float
    same_right: float
    different: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeFigures:
    """How often the ranges of a picture hold the truth in one world, in per cent."""

    world: str
    level: float
    difference: float
    gap: float
    level_one: float
    difference_one: float
    slope: float
    slope_one: float


@dataclass(frozen=True, slots=True, kw_only=True)
class OverallFigures:
    """How often somebody is named over all areas, and of those wrongly, in per cent."""

    world: str
    two_named: float
    two_wrong: float
    one_named: float
    one_wrong: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureFigures:
    """The tables of docs/algorithms/picture.md; `hard` is how people answer oddly."""

    couples: int
    words: tuple[WordFigures, ...]
    hard: tuple[WordFigures, ...]
    coverage: tuple[RangeFigures, ...]
    overall: tuple[OverallFigures, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeInWorld:
    """How often a change is told in one world, in per cent of couples.

    `anything` and `over_all` where nothing has changed; of a rise everywhere by one
    step, and by one and a half.
    """

    world: str
    one_anything: float
    one_over_all: float
    one_rise: float
    one_larger_rise: float
    two_anything: float
    two_over_all: float
    two_rise: float
    two_larger_rise: float


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardFigures:
    """How often somebody is told who is heard so many steps more, in per cent."""

    steps: float
    told: float
    wrong_way: float
    calm_told: float
    calm_wrong_way: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeFigures:
    """The tables of docs/algorithms/change.md."""

    couples: int
    overall: tuple[ChangeInWorld, ...]
    heard: tuple[HeardFigures, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """From the least to the most of 100, over several worlds, in whole numbers."""

    low: int
    high: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """What one figure of `WordFigures` is meant to be: at most so many, or at least.

    `two` and `one` by whose answers there are; `hard` for both, where people answer in
    ways that the model does not think of, if that is another.
    """

    figure: str
    two: int
    one: int
    hard: int | None = None
    at_least: bool = False

    def wanted(self, answered: Answered, *, hard: bool) -> int:
        """Return the bound that holds."""
        if hard and self.hard is not None:
            return self.hard
        return self.two if answered is Answered.TWO else self.one


AIMS: Final = (
    Aim(figure="clear_wrong", two=2, one=2, hard=5),
    Aim(figure="probably_wrong", two=12, one=18),
    Aim(figure="probably_even", two=20, one=20),
    Aim(figure="same_right", two=85, one=85, at_least=True),
    Aim(figure="any_word", two=90, one=60, at_least=True),
)
"""The reach of docs/algorithms/picture.md."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """A world in which an aim is missed: what it came to there, and by how many."""

    world: str
    found: int
    by: int


@cache
def picture_figures() -> PictureFigures:
    """Return the figures of a picture; `Unsound` if this installation is damaged."""
    text = text_of("calibration_picture.toml")
    return from_toml("calibration of the picture", text, PictureFigures)


@cache
def change_figures() -> ChangeFigures:
    """Return the figures of change; `Unsound` if this installation is damaged."""
    text = text_of("calibration_change.toml")
    return from_toml("calibration of change", text, ChangeFigures)


def span(figure: str, answered: Answered) -> Span:
    """Return what a figure of words came to, from world to world."""
    return span_of(
        getattr(one, figure)
        for one in picture_figures().words
        if one.answered is answered
    )


def span_of_ranges(answered: Answered) -> Span:
    """Return how often ranges of any kind held the truth, over all worlds."""
    kinds = {
        Answered.TWO: ("level", "difference", "gap"),
        Answered.ONE: ("level_one", "difference_one"),
    }
    return span_of(
        getattr(one, kind)
        for one in picture_figures().coverage
        for kind in kinds[answered]
    )


def span_of(figures: Iterable[float]) -> Span:
    """Return the least and the most of these, rounded."""
    known = list(figures)
    return Span(low=rounded(min(known)), high=rounded(max(known)))


def rounded(figure: float) -> int:
    """Round to a whole number, and a half up, as people do."""
    return floor(figure + 0.5)


def missed(aim: Aim, answered: Answered) -> list[Missed]:
    """Return where an aim is missed as people read it, rounded; the worst first."""
    return sorted(_missed(aim, answered), key=lambda one: -one.by)


def _missed(aim: Aim, answered: Answered) -> Iterator[Missed]:
    figures = picture_figures()
    for hard, rows in ((False, figures.words), (True, figures.hard)):
        wanted = aim.wanted(answered, hard=hard)
        for row in rows:
            found = rounded(getattr(row, aim.figure))
            by = wanted - found if aim.at_least else found - wanted
            if row.answered is answered and by > 0:
                yield Missed(world=row.world, found=found, by=by)
