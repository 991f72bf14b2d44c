"""Half a year of lines and thanks of two made-up people, for every type of pair."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from coequal.content.files import check, from_toml, text_of
from coequal.content.load import DEFAULT_LOCALE
from coequal.core.keep.lines import Three, check_lines
from coequal.core.people import Pair, PairType, Seat
from coequal.core.thanks.rules import check_thanks
from coequal.errors import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoThree:
    """What one of the two writes on one day; any line may stay empty."""

    good: str = ""
    much: str = ""
    wish: str = ""

    @property
    def three(self) -> Three:
        """The same, as it is written."""
        return Three(good=self.good, much=self.much, wish=self.wish)


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoDay:
    """What both write on one day: so many weeks ago, on the Sunday of partners."""

    weeks_ago: int
    a: DemoThree
    b: DemoThree

    @property
    def both(self) -> Pair[Three]:
        """The lines of the two, by seat."""
        return Pair(a=self.a.three, b=self.b.three)


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoThanks:
    """What one of the two thanks the other for, so many days ago."""

    days_ago: int
    by: Seat
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptStory:
    """All of it, the earliest first."""

    days: tuple[DemoDay, ...]
    thanks: tuple[DemoThanks, ...]


@cache
def kept_story(pair: PairType, locale: str = DEFAULT_LOCALE) -> KeptStory:
    """Return what two people of this type write.

    Raises `Unsound`, naming what is amiss, if the file of this installation is damaged.
    """
    return parsed_story(text_of(locale, "keep", f"{pair.value}.toml"))


def parsed_story(text: str) -> KeptStory:
    """Return what a TOML text tells, or raise `Unsound`."""
    story = from_toml("keep", text, KeptStory)
    check("keep", _faults(story))
    return story


def _faults(story: KeptStory) -> Iterator[str]:
    weeks = [one.weeks_ago for one in story.days]
    if not weeks or min(weeks) < 1 or any(a <= b for a, b in pairwise(weeks)):
        yield "days: expected weeks_ago of 1 or more, the earliest first"
    try:
        for day in story.days:
            day.both.map(check_lines)
        for thanks in story.thanks:
            check_thanks(thanks.text)
    except Refused as refused:
        yield str(refused)
