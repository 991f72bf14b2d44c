"""The lines of `helplines.csv`, read strictly: a number is shown only if it is sure.

Whoever calls an old number may reach nobody, or somebody else; a number that is missing
is a harm too. So a row gives one if it is of grade A (an operator, a government, the EU
or the UN says it on a page of `NUMBERS_SINCE` or later), or of grade A2 (at least
`PAGES_AGREE` pages say the same, over years). A row of grade B gives name and site.

`note` is for whoever looks a row up again. No page shows it: it may hold digits that
nobody was sure enough of.
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
PAGES_AGREE: Final = 3


class Whom(StrEnum):
    """Whom a line is there for; `DANGER`: it brings the police."""

    DANGER = "danger"
    ANYONE = "anyone"
    DESPAIR = "despair"
    WOMEN = "women"
    MEN = "men"
    LGBT = "lgbt"
    ELDERS = "elders"
    CHILDREN = "children"
    FRIENDS = "friends"
    OWN = "own"


class Grade(StrEnum):
    """How well a row is backed: A and A2 as above, B by less."""

    A = "A"
    A2 = "A2"
    B = "B"


class SaidBy(StrEnum):
    """Who says on the page that was read what stands in a row."""

    OPERATOR = "operator"
    GOVERNMENT = "government"
    POLICE = "police"
    NEWS = "news"
    OTHER = "other"
    LIST = "list"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """A number as it is written, what is dialled, and which of several it is."""

    written: str
    digits: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpLine:
    """One service of one country.

    `country` is its ISO 3166 code. `seen` is the year, or year and month, of the
    page that the row was read from, and "" where that page had no date. `since` is
    the year of the oldest of the `agreeing` pages that say the same.
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
    know: str
    source: str
    kind: SaidBy
    seen: str
    second: str
    since: str
    agreeing: str
    grade: Grade
    note: str

    @property
    def sure(self) -> bool:
        """Whether more than name and site may be given."""
        if self.grade is Grade.A:
            return self.seen >= NUMBERS_SINCE
        return self.grade is Grade.A2 and int(self.agreeing) >= PAGES_AGREE

    @property
    def phones(self) -> tuple[Phone, ...]:
        """The numbers, apart from the words beside them."""
        return tuple(_phone(written) for written in self.phone)

    @property
    def danger(self) -> bool:
        """Whether it brings the police."""
        return Whom.DANGER in self.whom

    @property
    def site(self) -> str:
        """Whose page the row was read on."""
        return self.source.partition("://")[2].partition("/")[0].removeprefix("www.")


def parsed_lines(text: str) -> tuple[HelpLine, ...]:
    """Return the lines that a CSV text holds, or raise `Unsound`."""
    rows = list(csv.reader(text.splitlines(), strict=True))
    if not rows or rows[0] != list(HelpLine.__slots__):
        raise Unsound(
            f"helplines: expected the columns {', '.join(HelpLine.__slots__)}"
        )
    return tuple(_line(number, row) for number, row in enumerate(rows[1:], start=2))


_APART: Final = {"phone": "; ", "text": " | ", "whom": "; "}


def _line(number: int, row: list[str]) -> HelpLine:
    place = f"helplines: row {number}"
    if len(row) != len(HelpLine.__slots__):
        raise Unsound(f"{place}: expected {len(HelpLine.__slots__)} cells")
    cells: dict[str, Any] = dict(zip(HelpLine.__slots__, row, strict=True))
    for name, between in _APART.items():
        cells[name] = [part for part in cells[name].split(between) if part]
    line = fitted(place, cells, HelpLine)
    check(place, _faults(line))
    return line


_DATED: Final = r"\d{4}(-(0[1-9]|1[0-2]))?( or later)?|"
_SHAPES: Final = {
    "country": re.compile(r"[A-Z]{2}"),
    "service": re.compile(r"\S.*"),
    "web": re.compile(r"([a-z0-9-]+\.)+[a-z]{2,}(/[^\s/]+)*|"),
    "source": re.compile(r"https?://\S+"),
    "seen": re.compile(_DATED),
    "since": re.compile(r"\d{4}|"),
    "agreeing": re.compile(r"\d+"),
}
_PHONE: Final = re.compile(r"(\d[\d -]*\d)(?: ([a-z].*|TTY))?")
_NUMBER: Final = re.compile(r"\b\d[\d -]*\d\b")
_GIVES: Final = ("phone", "text", "languages", "hours", "know")


def _phone(written: str) -> Phone:
    number, about = _PHONE.fullmatch(written).groups(default="")  # type: ignore[union-attr]
    return Phone(written=number, digits=re.sub(r"\D", "", number), about=about)


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
        any(getattr(line, name) for name in _GIVES)
        or _NUMBER.search(f"{line.service} {line.region} {line.web} {line.site}")
    ):
        yield "name and site only, if it is not sure"
