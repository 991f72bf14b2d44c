"""What stands on the page of help: texts, emergency numbers, lines by country."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import groupby

from coequal.content.files import check, from_toml, text_of
from coequal.content.helplines import HelpLine, SaidBy, Whom, parsed_lines
from coequal.content.load import DEFAULT_LOCALE


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Some sentences under a title."""

    title: str
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan(Passage):
    """A passage that says where it was read."""

    read: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Urgent:
    """A number of the first screen, and the countries in which it brings the police."""

    number: str
    where: str
    countries: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Jump:
    """A way from the first screen to a part of the page."""

    to: str
    title: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What is good to know for somebody."""

    whom: Whom
    title: str
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory:
    """A list of lines that others keep."""

    name: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """The file of texts, as it stands.

    `whom` names whom a line is for, `kinds` who says so on a page that was read.
    `compiled` is the day on which somebody last went through the lines.
    """

    compiled: date
    title: str
    kept: str
    others: str
    urgent: tuple[Urgent, ...]
    jumps: tuple[Jump, ...]
    first: Passage
    doctor: Passage
    looks: Passage
    plan: Plan
    place: Passage
    calls: Passage
    lines: Passage
    kinds: dict[SaidBy, str]
    whom: dict[Whom, str]
    needs: tuple[Need, ...]
    elsewhere: Passage
    directories: tuple[Directory, ...]
    know: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """Everything on the page of help, the same for everybody."""

    texts: Texts
    lines: tuple[HelpLine, ...]


@cache
def help_found(locale: str = DEFAULT_LOCALE) -> Help:
    """Return the help there is.

    Raises `Unsound`, naming what is amiss, if a file of this installation is damaged.
    """
    return parsed_help(text_of(locale, "help.toml"), text_of("helplines.csv"))


def parsed_help(texts: str, lines: str) -> Help:
    """Return the help that a TOML text and a CSV text hold, or raise `Unsound`."""
    read = from_toml("help", texts, Texts)
    found = Help(texts=read, lines=parsed_lines(lines))
    check("help", _faults(found))
    return found


def _faults(found: Help) -> Iterator[str]:
    """Yield what two well-formed files still get wrong, in words."""
    yield from _emergency_faults(found)
    yield from _need_faults(found)
    yield from _urgent_faults(found)
    for line in found.lines:
        yield from _age_faults(line, found.texts.compiled)


def _emergency_faults(found: Help) -> Iterator[str]:
    """Every country of the list stands once, can be called, and says so first."""
    called: set[str] = set()
    for country, lines in groupby(found.lines, key=lambda line: line.country):
        first = next(lines)
        if country in called:
            yield f"{country}: expected its rows together"
        elif not (first.danger and first.phone):
            yield f"{country}: expected its emergency number first"
        called.add(country)


def _urgent_faults(found: Help) -> Iterator[str]:
    for one in found.texts.urgent:
        for country in one.countries:
            if one.number not in _dialled(found, country):
                yield f"urgent: {one.number} does not stand in the rows of {country}"


def _dialled(found: Help, country: str) -> set[str]:
    return {
        phone.digits
        for line in found.lines
        if line.country == country and line.danger
        for phone in line.phones
    }


def _need_faults(found: Help) -> Iterator[str]:
    if set(found.texts.whom) != set(Whom):
        yield "whom: expected a name for each"
    if set(found.texts.kinds) != set(SaidBy):
        yield "kinds: expected words for each"
    needs = [need.whom for need in found.texts.needs]
    if needs != [whom for whom in Whom if whom not in {Whom.DANGER, Whom.ANYONE}]:
        yield "needs: expected one for each but anyone, in order"
    for whom in needs:
        if not any(whom in line.whom for line in found.lines):
            yield f"needs: {whom} has no line"


def _age_faults(line: HelpLine, compiled: date) -> Iterator[str]:
    """Compare years and months as they are written."""
    if line.seen[:7] > f"{compiled:%Y-%m}":
        yield f"{line.service}: seen after the list was compiled"
