"""The shape of a form's TOML files."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from coequal.core.people import PairType, Role
from coequal.core.see.instrument import ChapterName, Constants, Reach
from coequal.core.see.picture import Limit
from coequal.core.see.words import Word


class ScaleName(StrEnum):
    """The scales that items beside the areas are answered on."""

    OFTEN = "often"
    FELT = "felt"
    TILT = "tilt"


class Sure(StrEnum):
    """How sure it is that two people have about the same say."""

    CLEARLY = "clearly"
    PROBABLY = "probably"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Answers from `min` upwards, one step a label; in which revision of its labels."""

    min: int
    labels: tuple[str, ...]
    revision: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Scales:
    """The scales of the form; not every version has all of the last three."""

    say: Scale
    wish: Scale
    often: Scale
    tilt: Scale
    matters: Scale | None = None
    who: Scale | None = None
    felt: Scale | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentences:
    """Sentences about figures: of a difference by its word, and over all areas.

    `one_side` is of a difference that one of them sees and that is too early to say.
    `sure` stands for {sure} in the one of two who decide about the same. `who` tells
    what somebody said of who decides more, by how many steps from about the same.
    """

    difference: dict[Word, str]
    sure: dict[Sure, str]
    one_side: str
    overall: str
    who: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemWords:
    """The words of one item of an area, and in which revision of them."""

    text: str
    hint: str
    revision: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class RawChapter:
    """The words above a chapter."""

    id: ChapterName
    title: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RawArea:
    """One area of life, in the short form or in the chapter of more."""

    id: str
    chapter: ChapterName
    title: str
    about: str
    mine: ItemWords
    yours: ItemWords
    wish: ItemWords
    who: ItemWords | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Matters:
    """The one page about all areas, which a first version had; `item` has {title}."""

    title: str
    text: str
    hint: str
    item: str
    revision: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class RawGuess:
    """The last page: which area the two see the same way, or `unknown`."""

    title: str
    text: str
    short: str
    hint: str
    unknown: str
    revision: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class RawPart:
    """A part beside the areas, made of whole blocks, answered on its scale."""

    id: str
    chapter: ChapterName
    title: str
    about: str
    scale: ScaleName
    blocks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RawItem:
    """An item outside the areas; on a `scale` of its own, or on that of its part."""

    id: str
    block: str
    text: str
    short: str
    hint: str
    audience: Reach
    scale: ScaleName | None = None
    revision: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleWords:
    """How somebody says which of the two they are, and what the other is to them."""

    title: str
    other: str
    my_other: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Everything the files of one type of pair hold together, as it stands.

    A past form is read into this too: what is asked comes from its own files, what
    is told of a picture (`OF_TODAY`) from those of today. So a field that not every
    past form has needs a default.
    """

    instrument: str
    version: int
    pair: PairType
    locale: str
    source: str
    model: Constants
    scales: Scales
    chapters: tuple[RawChapter, ...]
    areas: tuple[RawArea, ...]
    parts: tuple[RawPart, ...]
    items: tuple[RawItem, ...]
    words: dict[Word, str]
    sentences: Sentences
    limits: dict[Limit, str]
    lines: dict[str, str]
    matters: Matters | None = None
    guess: RawGuess | None = None
    roles: dict[Role, RoleWords] = field(default_factory=dict)


OF_TODAY: Final = frozenset({"model", "words", "sentences", "limits", "lines", "roles"})
"""What a past form has from the files of today: how a picture is drawn and told."""
