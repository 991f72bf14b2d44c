"""The instrument that a form comes to."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Any

from coequal.content.form import (
    Form,
    Matters,
    RawArea,
    RawGuess,
    RawItem,
    RawPart,
    Scale,
    ScaleName,
)
from coequal.core.see.instrument import (
    GUESS,
    Area,
    Chapter,
    ChapterName,
    Instrument,
    Item,
    Page,
    Part,
    Reach,
)

AREA_BLOCK = "areas"
GUESS_BLOCK = "guess"


def instrument_of(form: Form) -> Instrument:
    """Build the instrument, chapter by chapter."""
    areas = tuple(_area(form, area) for area in form.areas)
    items = {chapter.id: _items(form, chapter.id) for chapter in form.chapters}
    chapters = tuple(
        Chapter(
            id=chapter.id,
            title=chapter.title,
            about=chapter.about,
            pages=tuple(_pages(form, items[chapter.id])),
        )
        for chapter in form.chapters
    )
    return Instrument(
        name=form.instrument,
        version=form.version,
        pair=form.pair,
        locale=form.locale,
        areas=areas,
        others=tuple(_part(form, part) for part in form.parts),
        by_id=MappingProxyType(
            {item.id: item for chapter in items.values() for item in chapter}
        ),
        chapters=chapters,
        constants=form.model,
    )


def _area(form: Form, area: RawArea) -> Area:
    mine, yours, wish = (f"{area.id}.{facet}" for facet in ("mine", "yours", "wish"))
    who = None if area.who is None else f"{area.id}.who"
    asked = (mine, yours, wish, *([who] if who else []))
    is_asked = form.matters is not None and area.chapter is ChapterName.SHORT
    matters = _matters_id(area) if is_asked else None
    return Area(
        id=area.id,
        title=area.title,
        about=area.about,
        chapter=area.chapter,
        items=(*asked, *([matters] if matters else [])),
        open_ids=asked,
        mine=mine,
        yours=yours,
        wish=wish,
        who=who,
        matters=matters,
    )


def _part(form: Form, part: RawPart) -> Part:
    items = [item for item in form.items if item.block in part.blocks]
    return Part(
        id=part.id,
        title=part.title,
        about=part.about,
        chapter=part.chapter,
        items=tuple(item.id for item in items),
        open_ids=tuple(item.id for item in items if item.audience is Reach.OPEN),
    )


def _items(form: Form, chapter: ChapterName) -> list[Item]:
    """Return the items of a chapter: its areas, the rest, and last the guess."""
    areas = [area for area in form.areas if area.chapter is chapter]
    items = [item for area in areas for item in _area_items(form, area)]
    if chapter is ChapterName.SHORT and form.matters and form.scales.matters:
        items += [
            _matters_item(form.matters, form.scales.matters, area) for area in areas
        ]
    scales = {
        block: part.scale
        for part in form.parts
        if part.chapter is chapter
        for block in part.blocks
    }
    items += [
        _item(form, item, chapter, scales[item.block])
        for item in form.items
        if item.block in scales
    ]
    if chapter is ChapterName.SHORT and form.guess:
        items.append(_guess_item(form.guess, areas))
    return items


def _area_items(form: Form, area: RawArea) -> list[Item]:
    scales = form.scales
    asked = {
        "mine": (area.mine, scales.say),
        "yours": (area.yours, scales.say),
        "wish": (area.wish, scales.wish),
        "who": (area.who, scales.who),
    }
    return [
        _scaled(
            scale,
            id=f"{area.id}.{facet}",
            text=question.text,
            short=area.title,
            hint=question.hint,
            chapter=area.chapter,
            block=AREA_BLOCK,
            area=area.id,
            audience=Reach.OPEN,
            revision=question.revision,
        )
        for facet, (question, scale) in asked.items()
        if question is not None and scale is not None
    ]


def _matters_item(matters: Matters, scale: Scale, area: RawArea) -> Item:
    return _scaled(
        scale,
        id=_matters_id(area),
        text=matters.item.format(title=area.title),
        short=area.title,
        hint=matters.hint,
        chapter=area.chapter,
        block=AREA_BLOCK,
        area=area.id,
        audience=Reach.OWN,
        revision=matters.revision,
    )


def _guess_item(guess: RawGuess, areas: list[RawArea]) -> Item:
    """Return the guess: each area of the short form, in order, is an answer."""
    labels = (*(area.title for area in areas), guess.unknown)
    return _scaled(
        Scale(min=0, labels=labels),
        id=GUESS,
        text=guess.text,
        short=guess.short,
        hint=guess.hint,
        chapter=ChapterName.SHORT,
        block=GUESS_BLOCK,
        area=None,
        audience=Reach.OPEN,
        revision=guess.revision,
    )


def _matters_id(area: RawArea) -> str:
    return f"{area.id}.matters"


def _item(form: Form, item: RawItem, chapter: ChapterName, scale: ScaleName) -> Item:
    return _scaled(
        _scale(form, item.scale or scale),
        id=item.id,
        text=item.text,
        short=item.short,
        hint=item.hint,
        chapter=chapter,
        block=item.block,
        area=None,
        audience=item.audience,
        revision=item.revision,
    )


def _scale(form: Form, name: ScaleName) -> Scale:
    scales = {
        ScaleName.OFTEN: form.scales.often,
        ScaleName.TILT: form.scales.tilt,
        ScaleName.FELT: form.scales.felt or form.scales.often,
    }
    return scales[name]


def _scaled(scale: Scale, *, revision: int, **fields: Any) -> Item:
    """Return an item on a scale; other labels are another wording of all its items."""
    return Item(
        min=scale.min,
        max=scale.min + len(scale.labels) - 1,
        labels=scale.labels,
        # Both only ever grow, so no two wordings of an item come to one number.
        revision=revision + scale.revision - 1,
        **fields,
    )


def _pages(form: Form, items: list[Item]) -> Iterator[Page]:
    """Yield a page for each item, and one for all that ask what matters."""
    titles = (
        {area.id: area.title for area in form.areas}
        | {block: part.title for part in form.parts for block in part.blocks}
        | ({GUESS_BLOCK: form.guess.title} if form.guess else {})
    )
    matters = [_matters_id(area) for area in form.areas]
    together = tuple(item.id for item in items if item.id in matters)
    for item in items:
        if item.id not in together:
            yield Page(
                id=item.id,
                title=titles[item.area or item.block],
                text=item.text,
                hint=item.hint,
                items=(item.id,),
            )
        elif form.matters and item.id == together[0]:
            yield Page(
                id="matters",
                title=form.matters.title,
                text=form.matters.text,
                hint=form.matters.hint,
                items=together,
            )
