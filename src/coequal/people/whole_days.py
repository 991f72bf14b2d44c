"""By which zone whole days count: those on which two can do something.

A moment stays where it is when the two choose another zone (`people/days.py`). A day on
which something can still be written is no moment yet, so it would end sooner or later
with that choice, and either could close it for the other, or draw it out. So a choice
counts for whole days from the Monday on: the Sunday that is on, or comes next, is the
one that both knew of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from coequal.core import moments
from coequal.core.recorded import led_to_it
from coequal.journal import clock
from coequal.people import zones
from coequal.people.entries import Days, Paired
from coequal.people.pairs import PairMember

_DAY: Final = timedelta(days=1)
_SUNDAY: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A zone that was chosen at some second; at once, if it was as the two met."""

    zone: str
    at: int
    at_once: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeDays:
    """A zone by which whole days count from some second on.

    No second from then on is on a day before `first`: where it is still Sunday in the
    new zone, that Sunday does not come a second time.
    """

    zone: str = zones.WORLD
    since: int = 0
    first: date = date.min

    def day(self, second: int) -> date:
        """Return the day on which a second falls."""
        return max(self.first, zones.day_of(second, self.zone))

    def last_second(self, day: date) -> int:
        """Return the last second of a day."""
        return zones.last_second(day, self.zone)

    def then(self, chosen: Chosen) -> WholeDays:
        """Return what counts after the week in which another zone was chosen."""
        today = self.day(chosen.at)
        sunday = today + (_SUNDAY - today.weekday()) * _DAY
        since = self.last_second(sunday) + 1
        return WholeDays(zone=chosen.zone, since=since, first=sunday + _DAY)


def counting(choices: Iterable[Chosen], at: int) -> WholeDays:
    """Return by which zone whole days count at a second, from choices in their order.

    Of several within a week the last one counts.
    """
    now, next_one = WholeDays(), None
    for one in choices:
        if one.at > at:
            break
        if next_one is not None and next_one.since <= one.at:
            now, next_one = next_one, None
        if one.at_once:
            now = WholeDays(zone=one.zone)
        else:
            next_one = now.then(one)
    return now if next_one is None or next_one.since > at else next_one


def of_two(member: PairMember, at: int) -> WholeDays:
    """Return by which zone whole days count between two at a second."""
    return counting(_choices(member), at)


def today(member: PairMember) -> date:
    """Return the day that it is for two.

    Another zone neither ends it for them nor draws it out.
    """
    now = clock.now()
    return of_two(member, now).day(now)


def follows(member: PairMember) -> bool:
    """Whether whole days do not count by the zone yet that was chosen last."""
    return of_two(member, clock.now()).zone != member.zone


def _choices(member: PairMember) -> Iterator[Chosen]:
    """Yield what the two chose, the first one first: each names the one before it.

    A time that cannot be yet is none, so such a choice keeps nobody waiting.
    """
    reading, now = member.reading, clock.now()
    met = [one.at for one in reading.sound(Paired, subject=member.transcript)]
    for number, one in enumerate(led_to_it(reading.sound(Days))):
        at = moments.known(one.at, now=now)
        begins = number == 0 and any(at - second <= clock.DAY for second in met)
        zone = one.entry.zone if zones.is_known(one.entry.zone) else zones.WORLD
        yield Chosen(zone=zone, at=at, at_once=begins)
