"""One area of our picture: a sentence, both accounts, two marks, and the chart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from coequal.content.load import Content
from coequal.core.people import Pair
from coequal.core.see.answers import Answers
from coequal.core.see.picture import Domain
from coequal.core.see.rows import RowFact
from coequal.web.charts import scene_pictures
from coequal.web.charts.scene_pictures import Standing
from coequal.web.see import card_facts, our_picture, picture_rows
from coequal.web.see.beside import Beside
from coequal.web.see.wording import SEATS, AreaFigure


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaPage:
    """One area, number `place` of `total`.

    `said` is what each said, in seat order. `after` is the title of the next area,
    empty on the last; `before` that of the one before.
    """

    place: int
    total: int
    title: str
    sentence: str
    said: Pair[str]
    line: SafeString
    scene: SafeString
    prompt: str
    area: AreaFigure
    before: str
    after: str
    beside: Beside | None = None


def area_page(
    form: Content, answers: Pair[Answers], place: int, *, names: Pair[str]
) -> AreaPage | None:
    """Return the page of one area, counted from 1; None where there is none."""
    drawn = our_picture.picture_of(form, answers)
    if not 1 <= place <= len(drawn.domains):
        return None
    titles = [form.instrument.part(one.id).title for one in drawn.domains]
    domain, row = (
        drawn.domains[place - 1],
        picture_rows.rows_of(form, drawn)[place - 1],
    )
    title = titles[place - 1]
    return AreaPage(
        place=place,
        total=len(titles),
        title=title,
        sentence=picture_rows.sentence(form, domain, row, names),
        said=_said(form, domain, names),
        line=picture_rows.line(row, names, title),
        scene=_scene(titles, place, picture_rows.standing(row)),
        prompt=_prompt(row, names),
        area=our_picture.area_of(form, domain, names),
        before=titles[place - 2] if place > 1 else "",
        after=titles[place] if place < len(titles) else "",
    )


def _said(form: Content, domain: Domain, names: Pair[str]) -> Pair[str]:
    """Return what each said of both; whoever left something out says what they said."""
    return Pair(
        a=card_facts.account_of(form, domain, names, SEATS[0]),
        b=card_facts.account_of(form, domain, names, SEATS[1]),
    )


def _prompt(row: RowFact, names: Pair[str]) -> str:
    """Return what to say or ask now: a wish first, else about the last time."""
    if wished := _wished(row, names):
        return " ".join([*wished, _("What would that look like this week?")])
    if picture_rows.standing(row) is Standing.ALIKE:
        return ""
    return _("Both can be true. Ask each other: who decided the last time?")


def _wished(row: RowFact, names: Pair[str]) -> list[str]:
    wishes = [wish or 0 for wish in (row.wishes[seat] for seat in SEATS)]
    if min(wishes) > 0:
        return [_("You both want more say here.")]
    if max(wishes) < 0:
        return [_("You’d both be happy to decide less here.")]
    more = _("%(name)s would like more say here.")
    less = _("%(name)s would be happy to decide less here.")
    return [
        (more if wish > 0 else less) % {"name": names[seat]}
        for seat, wish in zip(SEATS, wishes, strict=True)
        if wish
    ]


def _scene(titles: Sequence[str], place: int, standing: Standing) -> SafeString:
    shapes = {
        Standing.ALIKE: _("The two shapes stand close together, half printed over."),
        Standing.CROSSED: _(
            "The two shapes stand apart, an arrow from each to the other."
        ),
        Standing.APART: _("The two shapes stand apart."),
    }
    ground = _("The ground has %(total)s layers; the one called %(title)s is lit.")
    words = {"total": len(titles), "title": titles[place - 1]}
    return scene_pictures.area(
        "area",
        areas=titles,
        lit=place - 1,
        standing=standing,
        described=f"{shapes[standing]} {ground % words}",
    )
