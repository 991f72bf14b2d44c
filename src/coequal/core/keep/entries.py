"""What two people write to keep at it: three lines each, once a week or after they met.

Days are named as in a calendar, 2026-12-06, by the days of the two. The lines of one
day are closed until both have written.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from coequal.core.days import WEEKDAYS, is_day
from coequal.core.entry import Audience, Entry, Shred, entry

_DAY: Final = 24 * 60 * 60
_EPOCH: Final = date(1970, 1, 1)
_LONGEST: Final = 16 * _DAY
"""What is shown for a while is gone by then, in any zone."""


@entry("three lines", Audience.WAITING)
class Lines(Entry):
    """What was good for me on one day, and what I would like; either may be empty."""

    day: str
    good: str
    wish: str

    def fits(self) -> bool:
        """Whether its day is one."""
        return is_day(self.day)


@entry("a bit much", Audience.WAITING, shred=Shred.TIME)
class BitMuch(Entry):
    """What was a bit much for me, which may be empty; after `until` it is gone."""

    day: str
    text: str
    until: int

    def fits(self) -> bool:
        """Whether its day is one, and it goes within two weeks of it."""
        if not is_day(self.day):
            return False
        began = (date.fromisoformat(self.day) - _EPOCH).days * _DAY
        return began - _DAY <= self.until <= began + _LONGEST

    @property
    def lasts(self) -> int:
        """The last second at which it is shown."""
        return self.until


@entry("we met", Audience.BOTH)
class Met(Entry):
    """One of the two begins the lines of a day on which they met."""

    day: str

    def fits(self) -> bool:
        """Whether its day is one."""
        return is_day(self.day)


@entry("our day", Audience.BOTH)
class OurDay(Entry):
    """One of the two chooses the day of the week for their lines, from Monday on."""

    weekday: int

    def fits(self) -> bool:
        """Whether it is a day that can be chosen."""
        return self.weekday in WEEKDAYS


@entry("own three lines", Audience.NOTES, shred=Shred.AUTHOR)
class OwnLines(Entry):
    """Three lines that somebody writes for nobody else; any may be empty."""

    good: str
    much: str
    wish: str
