"""The questionnaire as data: items, areas, chapters, the constants of the model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from coequal.core.people import PairType
from coequal.errors import Refused


class ChapterName(StrEnum):
    """The chapters of every form: the short form, and four opened when curious."""

    SHORT = "short"
    MORE = "more"
    CARRY = "carry"
    FACTORS = "factors"
    GOOD = "good"


GUESS: Final = "guess.alike"
"""The id of the last item: which area of the short form the two see the same way."""


class Reach(StrEnum):
    """How far an answer may go: opened by its author, or never."""

    OPEN = "open"
    OWN = "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question. `labels[k]` names the answer `min + k`.

    `block` is the part of the `chapter` it stands in; `area` is None outside the
    areas of life. `short` says the question as a statement of its author. `revision`
    counts how often it was put in other words, from 1.
    """

    id: str
    revision: int = 1
    text: str
    short: str
    hint: str
    min: int
    max: int
    labels: tuple[str, ...]
    chapter: ChapterName
    block: str
    area: str | None
    audience: Reach

    @property
    def wording(self) -> str:
        """How an answer names what it answers: `home.mine`, or later `home.mine@2`.

        It is the id, and from the second revision on that too. An answer is to a
        wording: what was said to one is never taken as said to another.
        """
        return self.id if self.revision == 1 else f"{self.id}@{self.revision}"

    def label(self, value: int) -> str:
        """Return the words for one answer on the scale."""
        return self.labels[value - self.min]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What can be opened or kept as one: an area, or a block about you two.

    `items` holds the ids of all its items, `open_ids` of those that may be opened.
    """

    id: str
    title: str
    about: str
    chapter: ChapterName
    items: tuple[str, ...]
    open_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Area(Part):
    """An area of life with its items, by id.

    `who` asks directly who decides more; a first version of the form did not, and of
    what is one person's own it is not asked. A first version asked whether an area
    of the short form `matters` most.
    """

    mine: str
    yours: str
    wish: str
    who: str | None
    matters: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One screen of the form: one item, or all the `matters` items at once.

    `title` is the part it stands in, for "where am I".
    """

    id: str
    title: str
    text: str
    hint: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """Pages that are answered in one go: the short form, or one opened when curious.

    `id` is a `ChapterName`.
    """

    id: str
    title: str
    about: str
    pages: tuple[Page, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Constants:
    """The constants of the model, in `unit`s; docs/algorithms/picture.md.

    `cuts` part the answers. `both_*` and `tilt_*` are prior sds of what the two
    levels share and of half of what parts them, over all areas and in one area; in
    `even_share` of all areas the two are parted by `even_sd` only. Then come the sds of
    a reporter's lean, of the lean towards oneself, of a view of one person in one area,
    and of answering itself. Who decides more is asked directly round the answer `even`,
    `direct` steps of it for a step of difference, with a lean and a view of its own.
    Contradictions widen an interval as if `usual_contrasts` usual ones had been seen
    before, and agreement narrows its variance to `narrowest` of it at most.
    `coverage` is that of the intervals. A word needs at least the probability of its
    name, *clear* no more than `clear_hardly` and *probably* no more than `hardly` for
    half a step, and two accounts are seen differently from `differ` steps on. Over all
    areas something is said with the probability `overall`, of at least `fewest_areas`.
    """

    unit: str
    cuts: tuple[float, ...]
    centre: float
    both_overall: float
    tilt_overall: float
    both_area: float
    tilt_area: float
    even_share: float
    even_sd: float
    general: float
    own_side: float
    view: float
    noise: float
    even: float
    direct: float
    direct_lean: float
    direct_view: float
    usual_contrasts: float
    narrowest: float
    coverage: float
    probably: float
    clear: float
    same: float
    clearly_same: float
    hardly: float
    clear_hardly: float
    differ: float
    overall: float
    fewest_areas: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """One version of one questionnaire for one type of pair.

    `areas` are those of the short form first, then those of the chapter of more;
    `others` are the parts beside the areas; `by_id` holds the items of all
    chapters in order.
    """

    name: str
    version: int
    pair: PairType
    locale: str
    areas: tuple[Area, ...]
    others: tuple[Part, ...]
    by_id: Mapping[str, Item]
    chapters: tuple[Chapter, ...]
    constants: Constants

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages of the short form."""
        return self.chapter(ChapterName.SHORT).pages

    @property
    def items(self) -> tuple[Item, ...]:
        """Every item, in the order of the form."""
        return tuple(self.by_id.values())

    @property
    def parts(self) -> tuple[Part, ...]:
        """What can be opened, in order: the areas, then the other parts."""
        return (*self.areas, *self.others)

    def item(self, item_id: str) -> Item:
        """Return one item, or raise `Refused` if this form has no such item."""
        try:
            return self.by_id[item_id]
        except KeyError:
            message = f"{item_id[:40]!a}: expected an item of this form"
            raise Refused(message) from None

    def chapter(self, chapter_id: str) -> Chapter:
        """Return one chapter, or raise `Refused` if this form has no such chapter."""
        for chapter in self.chapters:
            if chapter.id == chapter_id:
                return chapter
        message = f"{chapter_id[:40]!a}: expected a chapter of this form"
        raise Refused(message)

    def guessed(self, value: object) -> str | None:
        """Return the id of the area that an answer to the guess names, if it does."""
        if GUESS not in self.by_id or type(value) is not int:
            return None
        areas = [one.id for one in self.areas if one.chapter is ChapterName.SHORT]
        return areas[value] if 0 <= value < len(areas) else None

    def part(self, part_id: str) -> Part:
        """Return one part, or raise `Refused` if this form has no such part."""
        for part in self.parts:
            if part.id == part_id:
                return part
        message = f"{part_id[:40]!a}: expected a part of this form"
        raise Refused(message)

    def open_items(self, part: Part) -> tuple[Item, ...]:
        """Return the items of a part that may be opened."""
        return tuple(self.by_id[item_id] for item_id in part.open_ids)
