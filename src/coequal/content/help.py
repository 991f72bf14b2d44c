"""What stands on the page of help: texts, emergency numbers, lines by country."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from coequal.content.files import check, from_toml, text_of
from coequal.content.helplines import HelpLine, Whom, parsed_lines
from coequal.content.load import DEFAULT_LOCALE


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Some sentences under a title."""

    title: str
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Emergency:
    """The numbers that bring the police, by the ISO 3166 code of a country."""

    title: str
    points: tuple[str, ...]
    source: str
    numbers: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What is good to know for somebody; `none` is said where no line is for them."""

    whom: Whom
    title: str
    points: tuple[str, ...]
    none: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory:
    """A list of lines that others keep."""

    name: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """The file of texts, as it stands; `whom` names whom a line is for.

    `compiled` is the day on which somebody last went through the lines.
    """

    compiled: date
    title: str
    lead: str
    first: Passage
    place: Passage
    calls: Passage
    emergency: Emergency
    lines: Passage
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
    for line in found.lines:
        yield from _age_faults(line, found.texts.compiled)


def _emergency_faults(found: Help) -> Iterator[str]:
    numbers = found.texts.emergency.numbers
    if numbers.keys() != {line.country for line in found.lines}:
        yield "emergency: expected exactly the countries that have a line"
    for country, some in numbers.items():
        if not some or not all(number.isdigit() for number in some):
            yield f"emergency: expected numbers for {country}"


def _need_faults(found: Help) -> Iterator[str]:
    if set(found.texts.whom) != set(Whom):
        yield "whom: expected a name for each"
    needs = [need.whom for need in found.texts.needs]
    if needs != [whom for whom in Whom if whom is not Whom.ANYONE]:
        yield "needs: expected one for each but anyone, in order"
    for need in found.texts.needs:
        if bool(need.none) is any(need.whom in line.whom for line in found.lines):
            yield f"needs: {need.whom} has lines, or else the sentence for none"


def _age_faults(line: HelpLine, compiled: date) -> Iterator[str]:
    """Compare years and months as they are written."""
    if line.seen > f"{compiled:%Y-%m}":
        yield f"{line.service}: seen after the list was compiled"
    if "24/7" in line.hours and line.seen <= f"{compiled.year - 1}-{compiled:%m}":
        yield f"{line.service}: round the clock was seen too long ago to be said"
