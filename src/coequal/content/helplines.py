"""The lines of `helplines.csv`, read strictly: a number is shown only if it is sure.

Whoever calls an old number may reach nobody, or somebody else. So a row gives a
number, and anything else but name and site, only if it is of grade A (an operator,
a government, the EU or the UN said it, or two sources agree) and was seen in
`NUMBERS_SINCE` or later.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from coequal.content.files import check, fitted
from coequal.errors import Unsound

NUMBERS_SINCE: Final = "2023"


class Whom(StrEnum):
    """Whom a line is there for."""

    ANYONE = "anyone"
    WOMEN = "women"
    MEN = "men"
    LGBT = "lgbt"
    ELDERS = "elders"
    CHILDREN = "children"
    FRIENDS = "friends"
    OWN = "own"


class Grade(StrEnum):
    """How well a row is backed: A as above, B by news or by others only."""

    A = "A"
    B = "B"


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpLine:
    """One service of one country.

    `country` is its ISO 3166 code. `seen` is the year, or year and month, of the
    page that the row was read from, and "" where that page had no date.
    """

    country: str
    region: str
    service: str
    phone: tuple[str, ...]
    text: tuple[str, ...]
    web: str
    whom: tuple[Whom, ...]
    languages: str
    hours: str
    source: str
    seen: str
    grade: Grade

    @property
    def sure(self) -> bool:
        """Whether more than name and site may be given."""
        return self.grade is Grade.A and self.seen >= NUMBERS_SINCE


def parsed_lines(text: str) -> tuple[HelpLine, ...]:
    """Return the lines that a CSV text holds, or raise `Unsound`."""
    rows = list(csv.reader(text.splitlines(), strict=True))
    if not rows or rows[0] != list(HelpLine.__slots__):
        raise Unsound(
            f"helplines: expected the columns {', '.join(HelpLine.__slots__)}"
        )
    return tuple(_line(number, row) for number, row in enumerate(rows[1:], start=2))


def _line(number: int, row: list[str]) -> HelpLine:
    place = f"helplines: row {number}"
    if len(row) != len(HelpLine.__slots__):
        raise Unsound(f"{place}: expected {len(HelpLine.__slots__)} cells")
    cells: dict[str, Any] = dict(zip(HelpLine.__slots__, row, strict=True))
    for name in ("phone", "text", "whom"):
        cells[name] = [part for part in cells[name].split("; ") if part]
    line = fitted(place, cells, HelpLine)
    check(place, _faults(line))
    return line


_SHAPES: Final = {
    "country": re.compile(r"[A-Z]{2}"),
    "service": re.compile(r"\S.*"),
    "web": re.compile(r"([a-z0-9-]+\.)+[a-z]{2,}|"),
    "source": re.compile(r"https?://\S+"),
    "seen": re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?|"),
}
_PHONE: Final = re.compile(r"\d[\d ]*\d")
_NUMBER: Final = re.compile(r"\b\d[\d -]*\d\b")
_GIVES: Final = ("phone", "text", "languages", "hours")


def _faults(line: HelpLine) -> Iterator[str]:
    for name, shape in _SHAPES.items():
        if not shape.fullmatch(getattr(line, name)):
            yield f"{name} cannot be {getattr(line, name)!r}"
    for phone in line.phone:
        if not _PHONE.fullmatch(phone):
            yield f"phone: expected digits and spaces, not {phone!r}"
    if not line.whom:
        yield "whom: expected at least one"
    if not line.sure and (
        any(getattr(line, name) for name in _GIVES) or _NUMBER.search(line.service)
    ):
        yield f"name and site only, if not of grade A and {NUMBERS_SINCE} or later"
