"""Reading a file of weeks, strictly: it fits, or one line names the place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from coequal.cli.json_fields import a_list, a_number, an_object
from coequal.cli.json_file import FaultError, WrongFile, read_json
from coequal.core.month.check_in import TOP, CheckIn, Facet
from coequal.core.people import Pair, Seat

MANY: Final = 520
"""Weeks from the first to the last, at most: ten years."""
_WEEK: Final = re.compile(r"(\d{4})-W(\d{2})", re.ASCII)
_SEATS: Final = tuple(seat.value for seat in Seat)
_FACETS: Final = tuple(facet.value for facet in Facet)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedWeek:
    """A week as its file names it, the day it begins, and what both said."""

    name: str
    monday: date
    said: Pair[CheckIn]

    def since(self, first: NamedWeek) -> int:
        """Return how many weeks lie between the first one and this one."""
        return (self.monday - first.monday).days // 7


def read_weeks(path: Path) -> tuple[NamedWeek, ...]:
    """Return the weeks in a file, in its order, which is that of time.

    Raises `WrongFile` if it cannot be read, is not strict JSON in UTF-8, or a field
    of it does not fit: the line names that field.
    """
    try:
        fields = an_object(read_json(path), "", ("weeks",))
        listed = a_list(fields["weeks"], "weeks")
        weeks = tuple(_week(one, f"weeks[{at}]") for at, one in enumerate(listed))
        _check_order(weeks)
    except FaultError as fault:
        raise WrongFile(path, str(fault)) from None
    return weeks


def evenly(weeks: Sequence[NamedWeek]) -> list[Pair[CheckIn]]:
    """Return what both said in each week from the first to the last.

    Where the file leaves a week out, nobody said anything.
    """
    said = {one.since(weeks[0]): one.said for one in weeks}
    nothing = Pair(a=CheckIn(), b=CheckIn())
    return [said.get(week, nothing) for week in range(max(said, default=-1) + 1)]


def _week(data: Any, place: str) -> NamedWeek:
    fields = an_object(data, place, ("week", *_SEATS))
    a, b = (_check_in(fields[seat], f"{place}.{seat}") for seat in _SEATS)
    return NamedWeek(
        name=fields["week"],
        monday=_monday(fields["week"], f"{place}.week"),
        said=Pair(a=a, b=b),
    )


def _monday(data: Any, place: str) -> date:
    found = _WEEK.fullmatch(data) if type(data) is str else None
    try:
        if found is not None:
            return date.fromisocalendar(int(found[1]), int(found[2]), 1)
    except ValueError:
        pass
    raise FaultError(f"{place}: expected a real week, such as 2026-W10")


def _check_in(data: Any, place: str) -> CheckIn:
    fields = an_object(data, place, _FACETS)
    return CheckIn(
        **{
            name: None
            if step is None
            else a_number(step, f"{place}.{name}", TOP, instead=", or null")
            for name, step in fields.items()
        }
    )


def _check_order(weeks: Sequence[NamedWeek]) -> None:
    for at, (one, other) in enumerate(pairwise(weeks), 1):
        if other.monday <= one.monday:
            raise FaultError(f"weeks[{at}].week: expected a week after {one.name}")
        if other.since(weeks[0]) >= MANY:
            raise FaultError(f"weeks[{at}].week: expected at most {MANY} weeks in all")
