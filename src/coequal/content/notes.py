"""What people read in Notes: signs, tilts, their own life, questions, and a guide.

Read strictly, and once. What is ticked or written stands in the journal; here are
words only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, TypeVar

from coequal.content.files import check, from_toml, text_of, twice
from coequal.content.load import DEFAULT_LOCALE
from coequal.core.own_life import OWN_LIFE
from coequal.core.people import PairType

FEWEST_SIGNS: Final = 3
MOST_SIGNS: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningSign:
    """One example, as a question; `stop` leads to the text about tools for two.

    `today` is what cannot wait where it happened.
    """

    id: str
    text: str
    stop: bool = False
    today: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Signs of one page, and what services take seriously about them.

    `careful`: whoever ticks any of them is careful of somebody.
    """

    id: str
    title: str
    about: str
    serious: str
    signs: tuple[WarningSign, ...]
    careful: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Factor:
    """One thing that can give one of two people more say."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """Questions for oneself, with one field for what comes to mind.

    `own_acts`: they ask about one's own acts, which whoever is careful is not asked.
    """

    id: str
    title: str
    about: str
    questions: tuple[str, ...]
    own_acts: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Careful:
    """What whoever is careful of somebody reads before, or in place of, own acts."""

    text: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeQuestion:
    """How free one is to decide something that is one's own."""

    id: str
    text: str
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeGroup:
    """Such questions of one page: of one's own life beside one kind of person."""

    id: str
    pair: PairType
    title: str
    about: str
    questions: tuple[FreeQuestion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidePart:
    """One part of a guide."""

    title: str
    text: str
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningSignsFile:
    """All pages of signs, in order."""

    locale: str
    groups: tuple[Group, ...]

    @property
    def stops(self) -> frozenset[str]:
        """The ids of the stop signs."""
        return frozenset(
            sign.id for group in self.groups for sign in group.signs if sign.stop
        )

    @property
    def careful(self) -> frozenset[str]:
        """The ids of the signs that tell that somebody is careful of somebody."""
        return self.stops | {
            sign.id for group in self.groups if group.careful for sign in group.signs
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class FactorsFile:
    """All factors, in order."""

    locale: str
    factors: tuple[Factor, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionsFile:
    """All topics, in order."""

    locale: str
    careful: Careful
    topics: tuple[Topic, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnLifeFile:
    """All pages about one's own life, in order."""

    locale: str
    groups: tuple[FreeGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepBackGuide:
    """A text to read, in parts."""

    locale: str
    title: str
    lead: str
    parts: tuple[GuidePart, ...]


F = TypeVar(
    "F", WarningSignsFile, FactorsFile, QuestionsFile, OwnLifeFile, StepBackGuide
)
_FILES: Final[Mapping[type[Any], str]] = {
    WarningSignsFile: "signs",
    FactorsFile: "factors",
    QuestionsFile: "questions",
    OwnLifeFile: "own_life",
    StepBackGuide: "stepping_back",
}


@cache
def signs(locale: str = DEFAULT_LOCALE) -> WarningSignsFile:
    """Return the pages of signs. Raises `Unsound` as `parsed` does."""
    return _read(WarningSignsFile, locale)


@cache
def factors(locale: str = DEFAULT_LOCALE) -> FactorsFile:
    """Return what tilts say. Raises `Unsound` as `parsed` does."""
    return _read(FactorsFile, locale)


@cache
def questions(locale: str = DEFAULT_LOCALE) -> QuestionsFile:
    """Return the questions for oneself. Raises `Unsound` as `parsed` does."""
    return _read(QuestionsFile, locale)


@cache
def own_life(locale: str = DEFAULT_LOCALE) -> OwnLifeFile:
    """Return the pages about one's own life. Raises `Unsound` as `parsed` does."""
    return _read(OwnLifeFile, locale)


@cache
def stepping_back(locale: str = DEFAULT_LOCALE) -> StepBackGuide:
    """Return the guide for the one who has more say."""
    return _read(StepBackGuide, locale)


def _read(kind: type[F], locale: str) -> F:
    return parsed(kind, text_of(locale, "notes", f"{_FILES[kind]}.toml"))


def parsed(kind: type[F], text: str) -> F:
    """Return what a TOML text holds, or raise `Unsound`, naming what is amiss."""
    read = from_toml("notes", text, kind)
    check("notes", _faults(read))
    return read


def _faults(
    read: WarningSignsFile | FactorsFile | QuestionsFile | OwnLifeFile | StepBackGuide,
) -> Iterator[str]:
    """Yield what a well-formed file still gets wrong, in words."""
    ids = _ids(read)
    for name in twice(ids):
        yield f"the id {name} stands twice"
    for name in ids:
        if not name.isidentifier() or not name.isascii():
            yield f"the id {name} is no plain word"
    if isinstance(read, WarningSignsFile):
        for group in read.groups:
            if not FEWEST_SIGNS <= len(group.signs) <= MOST_SIGNS:
                yield f"{group.id}: expected {FEWEST_SIGNS} to {MOST_SIGNS} signs"
    if isinstance(read, OwnLifeFile):
        for pair, areas in OWN_LIFE.items():
            asked = {q.id for g in read.groups if g.pair is pair for q in g.questions}
            for name in sorted(areas - asked):
                yield f"{pair}: expected a question about {name}"


def _ids(
    read: WarningSignsFile | FactorsFile | QuestionsFile | OwnLifeFile | StepBackGuide,
) -> list[str]:
    match read:
        case WarningSignsFile():
            signs = [sign.id for group in read.groups for sign in group.signs]
            return [*(f"group_{group.id}" for group in read.groups), *signs]
        case FactorsFile():
            return [factor.id for factor in read.factors]
        case QuestionsFile():
            return [topic.id for topic in read.topics]
        case OwnLifeFile():
            return [
                name
                for group in read.groups
                for name in (group.id, *(f"{group.id}_{q.id}" for q in group.questions))
            ]
    return []
