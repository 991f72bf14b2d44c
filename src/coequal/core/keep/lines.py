"""Three lines of two people on one day: what may be written, and what stands there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from coequal.core.days import SUNDAY, WEEK, WEEKDAYS, week
from coequal.core.keep.entries import BitMuch, Lines, OwnLines
from coequal.core.keep.occasion import ChosenDay, Occasion
from coequal.core.lines import NoLine, one_line
from coequal.core.people import Pair, Seat
from coequal.core.two.refusals import NotNow
from coequal.core.two.said import Said, seat_of
from coequal.core.two.said_apart import Apart
from coequal.errors import Refused

LONGEST: Final = 160
MOST_CHOSEN: Final = 6
"""How often one may choose another day within a week: every page reads them all."""
WEEKS: Final = 4
"""After so many weeks there is a month to look at."""


class NoLines(StrEnum):
    """Why it cannot be written now."""

    ALONE = "a bit much goes only with something good"
    LATE = "its day is over"
    ON = "lines are being written"
    DAY = "no day that can be theirs"
    OFTEN = "chosen as often as fits into a week"


class LinesStage(StrEnum):
    """How far the lines of a day are, as one of the two knows it.

    One can write; mine are in; both have written; its day is over, with mine in; or
    nothing is there to do.
    """

    WRITE = "write"
    SAFE = "safe"
    OPEN = "open"
    OVER = "over"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenLines:
    """The lines of one occasion as one of the two may know them.

    `given` says whether I gave my first line after all; `lost` that what is there
    cannot be read.
    """

    occasion: Occasion
    lines: Apart[Lines]
    much: Apart[BitMuch]
    given: bool = False
    lost: bool = False

    def stage(self, today: date) -> LinesStage:
        """Return how far it is, by whole days; the same whatever the other has in."""
        if self.lines.both is not None:
            return LinesStage.OPEN
        if self.lost:
            return LinesStage.QUIET
        if self.occasion.takes_lines(today):
            return LinesStage.WRITE if self.lines.mine is None else LinesStage.SAFE
        waits = self.lines.mine is not None and self.occasion.is_fresh(today)
        return LinesStage.OVER if waits else LinesStage.QUIET


@dataclass(frozen=True, slots=True, kw_only=True)
class Three:
    """What somebody writes on one day; any line may stay empty."""

    good: str
    much: str
    wish: str


def check_lines(three: Three) -> Three:
    """Return three lines that can stand. Raises `Refused`.

    One at least says something, and what was a bit much goes with something good.
    """
    own = check_own_lines(three)
    if own.much and not own.good:
        raise Refused(NoLines.ALONE)
    return Three(good=own.good, much=own.much, wish=own.wish)


def check_own_lines(three: Three) -> OwnLines:
    """Return three lines for nobody else, of which one says something."""
    good, much, wish = map(_line, (three.good, three.much, three.wish))
    if not good + much + wish:
        raise Refused(NoLine.EMPTY)
    return OwnLines(good=good, much=much, wish=wish)


def _line(text: str) -> str:
    try:
        return one_line(text, longest=LONGEST)
    except Refused as refused:
        if refused.args[0] is NoLine.EMPTY:
            return ""
        raise


def may_write(written: WrittenLines, today: date) -> Occasion:
    """Return the occasion that one may write on, or take one's lines back from."""
    written.lines.check_closed()
    if written.lost:
        raise Refused(NotNow.GONE)
    if not written.occasion.takes_lines(today):
        raise Refused(NoLines.LATE)
    return written.occasion


def may_give(written: WrittenLines, today: date) -> Lines:
    """Return my lines, once the day ended with them closed: the first may be given."""
    mine = written.lines.mine
    if written.stage(today) is not LinesStage.OVER or mine is None or not mine.good:
        raise Refused(NotNow.GONE)
    if written.given:
        raise Refused(NotNow.ASKED)
    return mine


def may_begin(written: WrittenLines | None, today: date) -> None:
    """Refuse to begin other lines while some are written, or on the same day again."""
    if written is None:
        return
    waits = written.lines.both is None and written.occasion.takes_lines(today)
    if waits or written.occasion.day == today:
        raise Refused(NoLines.ON)


def may_choose(wanted: int, chosen: Sequence[ChosenDay], today: date) -> bool:
    """Whether a day is to be chosen: not where it stands, or is what comes, already.

    Raises `Refused` where it can be nobody's, or I have chosen often enough this week.
    """
    if wanted not in WEEKDAYS:
        raise Refused(NoLines.DAY)
    if wanted == (chosen[-1].weekday if chosen else SUNDAY):
        return False
    if sum(one.mine and week(one.on) == week(today) for one in chosen) >= MOST_CHOSEN:
        raise Refused(NoLines.OFTEN)
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Good:
    """A good line of one of the two, with what names it."""

    seat: Seat
    text: str
    ref: bytes


def month(said: Iterable[Said[Lines]], me: Seat) -> list[Good]:
    """Return the good lines of both, mixed: in an order that tells nothing.

    It is that of their refs, which are drawn, so both read it in the same one.
    """
    found = {
        one.ref: Good(seat=seat_of(one, me), text=one.entry.good, ref=one.ref)
        for one in said
        if one.open and one.entry.good
    }
    return [found[ref] for ref in sorted(found)]


def has_month(first: date, today: date) -> bool:
    """Whether four weeks have passed since the first lines that opened."""
    return today - first >= WEEKS * WEEK


def of_both(lines: Pair[Lines], much: Pair[BitMuch] | None) -> Pair[Three]:
    """Return what both said, by seat; what was a bit much may be gone."""

    def three(seat: Seat) -> Three:
        said = "" if much is None else much[seat].text
        return Three(good=lines[seat].good, much=said, wish=lines[seat].wish)

    return Pair(a=three(Seat.A), b=three(Seat.B))
