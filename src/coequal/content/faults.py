"""What a well-formed file can still get wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, fields
from itertools import pairwise
from math import isfinite

from coequal.content.files import twice
from coequal.content.form import Form, Scale, ScaleName, Scales, Sure
from coequal.core.own_life import OWN_LIFE
from coequal.core.people import Role
from coequal.core.see.instrument import ChapterName, Constants
from coequal.core.see.picture import Limit
from coequal.core.see.words import Word

MOST_AREAS = 15
OF_AREAS = {ChapterName.SHORT, ChapterName.MORE}
_LINES = {
    "private",
    "kitchen_table",
    "absent",
    "cannot_know",
    "other",
    "my_other",
    "others_say",
}


def faults(form: Form) -> Iterator[str]:
    """Yield what is amiss in a form, in words."""
    yield from _id_faults(form)
    yield from _chapter_faults(form)
    yield from _scale_faults(form)
    yield from _model_faults(form.model)
    yield from _word_faults(form)
    yield from _own_faults(form)


def past_faults(form: Form) -> Iterator[str]:
    """Yield what is amiss in a past form: what its pictures cannot be drawn from.

    How many questions there are, and in which order, was checked in its own time.
    """
    yield from _id_faults(form)
    yield from _scale_faults(form)


def _id_faults(form: Form) -> Iterator[str]:
    ids = [area.id for area in form.areas] + [part.id for part in form.parts]
    for name in twice(ids + [item.id for item in form.items]):
        yield f"the id {name} stands twice"
    blocks = [block for part in form.parts for block in part.blocks]
    for name in twice(blocks):
        yield f"the block {name} is in two parts"
    if {item.block for item in form.items} != set(blocks):
        yield "parts and items do not name the same blocks"
    if min(_revisions(form)) < 1:
        yield "revision: expected a number from 1"


def _revisions(form: Form) -> Iterator[int]:
    yield from (one.revision for one in (form.matters, form.guess) if one)
    yield from (item.revision for item in form.items)
    for area in form.areas:
        asked = (area.mine, area.yours, area.wish, area.who)
        yield from (one.revision for one in asked if one is not None)
    yield from (scale.revision for scale in _scales(form.scales))


def _scales(scales: Scales) -> Iterator[Scale]:
    for one in fields(scales):
        scale: Scale | None = getattr(scales, one.name)
        if scale is not None:
            yield scale


def _chapter_faults(form: Form) -> Iterator[str]:
    order = list(ChapterName)
    if [chapter.id for chapter in form.chapters] != order:
        yield f"chapters: expected {', '.join(order)}, in this order"
    places = [order.index(area.chapter) for area in form.areas]
    if places != sorted(places) or not {a.chapter for a in form.areas} <= OF_AREAS:
        yield "areas: expected those of the short form first, then more, and no other"
    if len(form.areas) > MOST_AREAS:
        yield f"areas: expected at most {MOST_AREAS}, as the model does"


def _scale_faults(form: Form) -> Iterator[str]:
    if (form.scales.say.min, len(form.scales.say.labels)) != (0, _say_steps(form)):
        yield "scales.say: expected answers from 0, one more than model.cuts"
    matters = form.scales.matters
    if (matters is None) is not (form.matters is None):
        yield "scales.matters: expected with the page, and without it none"
    elif matters is not None and (matters.min, len(matters.labels)) != (0, 2):
        yield "scales.matters: expected the answers 0 and 1"
    yield from _who_faults(form)
    if form.scales.tilt.min * -2 + 1 != len(form.scales.tilt.labels):
        yield "scales.tilt: expected as many answers to one side as to the other"
    for scale in (form.scales.wish, form.scales.often, form.scales.tilt):
        if len(scale.labels) < 2:
            yield "scales: expected at least two labels"
    asked = {item.scale for item in form.items} | {part.scale for part in form.parts}
    if ScaleName.FELT in asked and form.scales.felt is None:
        yield "scales.felt: expected, for an item is answered on it"


def _who_faults(form: Form) -> Iterator[str]:
    scale, even = form.scales.who, round(form.model.even)
    if scale is None:
        if any(area.who for area in form.areas):
            yield "scales.who: expected, for an area asks who decides more"
    elif (scale.min, len(scale.labels)) != (0, 2 * even + 1):
        yield "scales.who: expected answers from 0, as many below model.even as above"


def _say_steps(form: Form) -> int:
    return len(form.model.cuts) + 1


def _model_faults(model: Constants) -> Iterator[str]:
    if not model.cuts or any(b <= a for a, b in pairwise(model.cuts)):
        yield "model.cuts: expected numbers that rise"
    numbers = {k: v for k, v in asdict(model).items() if isinstance(v, float)}
    for name, value in numbers.items():
        if not isfinite(value) or value <= 0:
            yield f"model.{name}: expected a number above 0"
    if not 0.5 < model.probably < model.clear < 1 or model.coverage >= 1:
        yield "model: expected .5 < probably < clear < 1 and coverage < 1"
    if not model.same <= model.clearly_same < 1 or model.even_share >= 1:
        yield "model: expected same <= clearly_same < 1 and even_share < 1"
    if not model.clear_hardly <= model.hardly < 1:
        yield "model: expected clear_hardly <= hardly < 1"
    if 4 * model.tilt_area**2 <= model.even_share * model.even_sd**2:
        yield "model: expected tilt_area to leave room for areas that are not even"


def _word_faults(form: Form) -> Iterator[str]:
    if set(form.words) != set(Word) or set(form.sentences.difference) != set(Word):
        yield "words, sentences.difference: expected one text for each word"
    if len(form.sentences.who) != round(form.model.even) + 1:
        yield "sentences.who: expected one text for each step from the middle"
    if set(form.sentences.sure) != set(Sure):
        yield "sentences.sure: expected one text for clearly and one for probably"
    if set(form.limits) != set(Limit):
        yield "limits: expected one text for each limit"
    if set(form.lines) != _LINES:
        yield f"lines: expected {', '.join(sorted(_LINES))}"
    if form.roles and set(form.roles) != set(Role):
        yield f"roles: expected {', '.join(Role)}, or none"


def _own_faults(form: Form) -> Iterator[str]:
    """Yield the areas that nobody is asked about but the one whose life it is."""
    for name in sorted({area.id for area in form.areas} & OWN_LIFE[form.pair]):
        yield f"{name}: expected in Notes only, for it is one person's own life"
