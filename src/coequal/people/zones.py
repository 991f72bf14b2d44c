"""Days as people have them: where a day and a week end, by a zone's own clocks.

A zone is named as IANA names it, such as Europe/Berlin. What a name means comes from
the machine (`docs/decisions/days.md`).
"""

from __future__ import annotations

import struct
import zoneinfo
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cache
from types import MappingProxyType
from typing import Final

from coequal.core.entry import LAST

WORLD: Final = "UTC"
"""Universal time: the days of whoever has chosen none."""
_REGIONS: Final = frozenset(
    {"Africa", "America", "Antarctica", "Arctic", "Asia"}
    | {"Atlantic", "Australia", "Europe", "Indian", "Pacific"}
)
# What reading a file of rules raises; one that is gone is a `KeyError`.
_UNREADABLE: Final = (KeyError, ValueError, IndexError, EOFError, OSError, struct.error)
_DAY: Final = timedelta(days=1)
_SUNDAY: Final = 6


@cache
def listed() -> Mapping[str, Sequence[str]]:
    """Return the zones that this machine knows, by region; each is named by a city.

    Without the names that stand for no place. Empty where a machine has no zones.
    """
    found: dict[str, list[str]] = {}
    for name in sorted(zoneinfo.available_timezones()):
        region, _, place = name.partition("/")
        if region in _REGIONS and place:
            found.setdefault(region, []).append(name)
    return MappingProxyType({region: tuple(names) for region, names in found.items()})


def is_known(name: str) -> bool:
    """Whether this machine can tell the days of a zone, and one may choose it."""
    return name == WORLD or name in listed().get(name.partition("/")[0], ())


def calendar(name: str) -> tzinfo:
    """Return the clocks of a zone; universal time for one that is not known here.

    Nor for one whose file on this machine is damaged: a page has dates all the same.
    """
    if name == WORLD or not is_known(name):
        return UTC
    try:
        return zoneinfo.ZoneInfo(name)
    except _UNREADABLE:
        return UTC


def city(name: str) -> str:
    """Return a zone as people call it, by its city: St Johns."""
    return name.rpartition("/")[2].replace("_", " ")


def last_second(day: date, zone: str) -> int:
    """Return the last second of a day, in seconds since 1970.

    A day has 23, 24 or 25 hours. Where clocks are put on at midnight, it ends as they
    are; where midnight comes twice, at the first. No later than an entry may name.
    """
    if day == date.max:
        return LAST
    midnight = datetime.combine(day + _DAY, time(), calendar(zone))
    return min(int(midnight.timestamp()) - 1, LAST)


def day_of(second: int, zone: str) -> date:
    """Return the day on which a second falls."""
    return datetime.fromtimestamp(second, calendar(zone)).date()


def week_end(second: int, zone: str) -> int:
    """Return the second at which a week is over: with the Sunday after a second."""
    today = day_of(second, zone)
    return last_second(today + (_SUNDAY - today.weekday()) * _DAY, zone) + 1


def weeks_end(second: int, weeks: int, zone: str) -> int:
    """Return the last second of so many weeks that begin with the day of a second."""
    return last_second(day_of(second, zone) + (7 * weeks - 1) * _DAY, zone)
