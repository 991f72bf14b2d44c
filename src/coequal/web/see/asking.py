"""What a question page shows, from the form and what was answered before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from django.urls import reverse
from django.utils.translation import gettext as _

from coequal.core.see.answers import NA, SKIP, Answers
from coequal.core.see.instrument import Instrument, Item, Page, Reach

Icon = Literal["say", "wish", "often"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One answer that one tap gives."""

    value: int
    label: str
    icon: Icon
    level: int
    before: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """One area to tick among those that matter most."""

    id: str
    label: str
    checked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A page of the form as the templates need it."""

    number: int
    total: int
    where: str
    where_detail: str
    layer: int | None
    layers: int
    question: str
    hint: str
    choices: tuple[Choice, ...]
    areas: tuple[Pick, ...]
    na_before: bool
    skip_before: bool
    back_url: str | None
    back_label: str
    note: str
    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question with what was said, and where to change it."""

    question: str
    said: str
    url: str


def page(form: Instrument, number: int, answers: Answers, *, error: str) -> Shown:
    """Return page `number` (from 1) of the form."""
    here = form.pages[number - 1]
    items = [form.item(item) for item in here.items]
    before = {answers.given.get(item.id) for item in items}
    layer = _layer(form, items)
    return Shown(
        number=number,
        total=len(form.pages),
        where=_where(form, here, layer),
        where_detail=_detail(form, here, items[0], layer),
        layer=layer,
        layers=len(form.areas),
        question=here.text,
        hint=here.hint,
        choices=_choices(items[0], answers) if len(items) == 1 else (),
        areas=() if len(items) == 1 else _picks(form, answers),
        na_before=before == {NA},
        skip_before=before == {SKIP},
        back_url=reverse("question", args=[number - 1]) if number > 1 else None,
        back_label=_("Back"),
        note=_note(items[0]),
        error=error,
    )


def _layer(form: Instrument, items: list[Item]) -> int | None:
    areas = [area.id for area in form.areas]
    if len(items) == 1 and items[0].area in areas:
        return areas.index(items[0].area)
    return None


def _where(form: Instrument, here: Page, layer: int | None) -> str:
    if layer is None:
        return here.title
    return _("%(area)s, area %(number)s of %(total)s") % {
        "area": here.title,
        "number": layer + 1,
        "total": len(form.areas),
    }


def _detail(form: Instrument, here: Page, item: Item, layer: int | None) -> str:
    if layer is None:
        return ""
    asked = [one.items[0] for one in form.pages if one.title == here.title]
    return _("Question %(number)s of %(total)s here") % {
        "number": asked.index(item.id) + 1,
        "total": len(asked),
    }


def _choices(item: Item, answers: Answers) -> tuple[Choice, ...]:
    icon: Icon = "often"
    if item.area is not None:
        icon = "wish" if item.min < 0 else "say"
    return tuple(
        Choice(
            value=value,
            label=item.label(value),
            icon=icon,
            level=value,
            before=answers.given.get(item.id) == value,
        )
        for value in range(item.min, item.max + 1)
    )


def _picks(form: Instrument, answers: Answers) -> tuple[Pick, ...]:
    return tuple(
        Pick(
            id=area.id,
            label=area.title,
            checked=answers.number(area.matters) == 1,
        )
        for area in form.areas
    )


def _note(item: Item) -> str:
    if item.audience is Reach.OWN:
        return _("Only you can read this answer. It is never opened to anyone.")
    return _(
        "Only you can read this answer, until you choose to open it "
        "and both of you are in."
    )


def said(item: Item, value: int | str | None) -> str:
    """Return an answer in words, as its author sees it."""
    if isinstance(value, int):
        return item.label(value)
    if value == NA:
        return _("Does not apply")
    return _("Rather not say") if value == SKIP else _("Not answered")


def overview(form: Instrument, answers: Answers) -> list[Asked]:
    """Return every page with its answer, to check and change."""
    return [
        Asked(
            question=page.text,
            said=_said_on(form, page, answers),
            url=reverse("question", args=[number]),
        )
        for number, page in enumerate(form.pages, start=1)
    ]


def _said_on(form: Instrument, page: Page, answers: Answers) -> str:
    first = form.item(page.items[0])
    if len(page.items) == 1:
        return said(first, answers.given.get(first.id))
    picked = [a.title for a in form.areas if answers.number(a.matters) == 1]
    return ", ".join(picked) or said(first, answers.given.get(first.id))
