"""The shape of a form's TOML file, and the instrument built from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from cattrs.preconf.tomllib import make_converter

from coequal.core.people import PairType
from coequal.core.see.instrument import (
    Area,
    Constants,
    Instrument,
    Item,
    Page,
    Part,
    Reach,
)
from coequal.core.see.model import Word
from coequal.core.see.picture import Limit

AREA_BLOCK = "areas"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Answers from `min` upwards, one step a label."""

    min: int
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scales:
    """The four scales of the form."""

    say: Scale
    wish: Scale
    matters: Scale
    often: Scale


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentences:
    """Sentences about figures, by how sure they are."""

    difference: dict[Word, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """The words of one item of an area."""

    text: str
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RawArea:
    """One area of life."""

    id: str
    title: str
    about: str
    mine: Question
    yours: Question
    wish: Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Matters:
    """The one page about all areas; `item` has the place {title}."""

    title: str
    text: str
    hint: str
    item: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RawPart:
    """A part beside the areas, made of whole blocks."""

    id: str
    title: str
    about: str
    blocks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RawItem:
    """An item outside the areas."""

    id: str
    block: str
    text: str
    short: str
    hint: str
    audience: Reach


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A whole file, as it stands."""

    instrument: str
    version: int
    pair: PairType
    locale: str
    source: str
    model: Constants
    scales: Scales
    areas: tuple[RawArea, ...]
    matters: Matters
    parts: tuple[RawPart, ...]
    items: tuple[RawItem, ...]
    words: dict[Word, str]
    sentences: Sentences
    limits: dict[Limit, str]
    lines: dict[str, str]


_converter = make_converter(forbid_extra_keys=True)


def _exactly(value: Any, kind: Any) -> Any:
    if issubclass(kind, StrEnum):
        return kind(value)
    if type(value) is not kind:
        message = f"expected {kind.__name__}"
        raise TypeError(message)
    return value


for _plain in (int, float, str):
    _converter.register_structure_hook(_plain, _exactly)


def structured(data: dict[str, Any]) -> Form:
    """Return the form that `data` holds; cattrs' errors for anything amiss."""
    return _converter.structure(data, Form)


def instrument_of(form: Form) -> Instrument:
    """Build the instrument: areas first, then what matters, then the rest."""
    areas = tuple(_area(area) for area in form.areas)
    items = [item for area in form.areas for item in _area_items(form, area)]
    items += [_matters_item(form, area) for area in form.areas]
    items += [_item(form, item) for item in form.items]
    return Instrument(
        name=form.instrument,
        version=form.version,
        pair=form.pair,
        locale=form.locale,
        areas=areas,
        others=tuple(_part(form, part) for part in form.parts),
        by_id=MappingProxyType({item.id: item for item in items}),
        pages=_pages(form, areas, items),
        constants=form.model,
    )


def _area(area: RawArea) -> Area:
    ids = [f"{area.id}.{facet}" for facet in ("mine", "yours", "wish", "matters")]
    return Area(
        id=area.id,
        title=area.title,
        about=area.about,
        items=tuple(ids),
        open_ids=tuple(ids[:3]),
        mine=ids[0],
        yours=ids[1],
        wish=ids[2],
        matters=ids[3],
    )


def _area_items(form: Form, area: RawArea) -> list[Item]:
    asked = {"mine": area.mine, "yours": area.yours, "wish": area.wish}
    return [
        _scaled(
            form.scales.wish if facet == "wish" else form.scales.say,
            id=f"{area.id}.{facet}",
            text=question.text,
            short=area.title,
            hint=question.hint,
            block=AREA_BLOCK,
            area=area.id,
            audience=Reach.OPEN,
        )
        for facet, question in asked.items()
    ]


def _matters_item(form: Form, area: RawArea) -> Item:
    return _scaled(
        form.scales.matters,
        id=f"{area.id}.matters",
        text=form.matters.item.format(title=area.title),
        short=area.title,
        hint=form.matters.hint,
        block=AREA_BLOCK,
        area=area.id,
        audience=Reach.OWN,
    )


def _item(form: Form, item: RawItem) -> Item:
    return _scaled(
        form.scales.often,
        id=item.id,
        text=item.text,
        short=item.short,
        hint=item.hint,
        block=item.block,
        area=None,
        audience=item.audience,
    )


def _scaled(scale: Scale, **fields: Any) -> Item:
    top = scale.min + len(scale.labels) - 1
    return Item(min=scale.min, max=top, labels=scale.labels, **fields)


def _part(form: Form, part: RawPart) -> Part:
    items = [item for item in form.items if item.block in part.blocks]
    return Part(
        id=part.id,
        title=part.title,
        about=part.about,
        items=tuple(item.id for item in items),
        open_ids=tuple(item.id for item in items if item.audience is Reach.OPEN),
    )


def _pages(form: Form, areas: tuple[Area, ...], items: list[Item]) -> tuple[Page, ...]:
    titles = {area.id: area.title for area in areas} | {
        block: part.title for part in form.parts for block in part.blocks
    }
    single = [
        Page(
            id=item.id,
            title=titles[item.area or item.block],
            text=item.text,
            hint=item.hint,
            items=(item.id,),
        )
        for item in items
        if not item.id.endswith(".matters")
    ]
    matters = Page(
        id="matters",
        title=form.matters.title,
        text=form.matters.text,
        hint=form.matters.hint,
        items=tuple(area.matters for area in areas),
    )
    after = 3 * len(areas)
    return (*single[:after], matters, *single[after:])
