"""Our picture: what each said, as fact; then what it may mean, and how sure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from coequal.content.load import Content
from coequal.core.people import Pair, Seat
from coequal.core.see.answers import Answers
from coequal.core.see.picture import Domain, Fact, Picture, picture
from coequal.web.charts import described, gaps, levels
from coequal.web.see import changed, findings_text, wording
from coequal.web.see.beside import Beside
from coequal.web.see.changed import Compared
from coequal.web.see.wording import SEATS, AreaFigure, Pill, SaidSentence, TableRow


@dataclass(frozen=True, slots=True, kw_only=True)
class JointBefore:
    """What both had opened in the picture before, and when it opened, if that is known.

    `answers` are those that can be compared with the later ones.
    """

    answers: Pair[Answers]
    then: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidFact:
    """A question and what each said, as fact."""

    question: str
    said: Pair[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gaps:
    """A figure of where the two see it differently, its words, and its table."""

    figure: str
    caption: str
    rows: Sequence[TableRow]


@dataclass(frozen=True, slots=True, kw_only=True)
class OurPicture:
    """What the page of our picture shows, the same for both.

    `overall` is empty where nothing can be said over all areas, `changed` where there
    was no picture before. `absent` are the titles of
    what not both opened. On a page of the two `earlier` are the numbers of earlier
    pictures.
    """

    labels: Pair[str]
    changed: Sequence[SaidSentence]
    facts: Sequence[SaidSentence]
    gaps: Gaps | None
    areas: Sequence[AreaFigure]
    overall: str
    absent: Sequence[str]
    process: Sequence[SaidFact]
    heard_title: str
    heard: Sequence[SaidFact]
    carry: Sequence[SaidFact]
    factors: Sequence[SaidFact]
    good: Sequence[SaidFact]
    limits: Sequence[str]
    earlier: Sequence[int] = ()
    beside: Beside | None = None


def context(
    form: Content,
    answers: Pair[Answers],
    *,
    names: Pair[str],
    before: JointBefore | None = None,
) -> OurPicture:
    """Return what the page of our picture shows; `names` stand for the two.

    With what both had opened `before`, it shows both times and what has changed.
    """
    drawn = picture_of(form, answers)
    earlier = picture_of(form, before.answers) if before else None
    found = changed.compared(form, earlier, drawn)
    return OurPicture(
        labels=names,
        changed=changed.of_both(form, found, names, before.then) if before else [],
        facts=findings_text.sentences(form, drawn, names),
        gaps=_gaps(form, drawn, names),
        areas=[
            _sheet(form, domain, names, found.areas.get(domain.id))
            for domain in drawn.domains
        ],
        overall=form.overall(drawn.overall, names) if drawn.overall else "",
        absent=[form.instrument.part(part).title for part in drawn.absent],
        process=process_of(form, drawn),
        heard_title=wording.heard_title(drawn),
        heard=[_told(form, fact) for fact in (*drawn.trust, *drawn.heard)],
        carry=[_tilted(form, fact, names) for fact in drawn.carry],
        factors=[_tilted(form, fact, names) for fact in drawn.factors],
        good=[_told(form, fact) for fact in drawn.good],
        limits=[form.limits[limit] for limit in drawn.limits],
    )


def process_of(form: Content, drawn: Picture) -> list[SaidFact]:
    """Return what both said of how it goes between them."""
    return [_told(form, fact) for fact in drawn.process]


def area_of(form: Content, domain: Domain, names: Pair[str]) -> AreaFigure:
    """Return one area with its figure, as it is now."""
    return _sheet(form, domain, names, None)


def picture_of(form: Content, answers: Pair[Answers]) -> Picture:
    """Return what our picture is made of."""
    return picture(form.instrument, answers.a, answers.b)


def _told(form: Content, fact: Fact) -> SaidFact:
    item = form.instrument.item(fact.id)
    said = fact.said.map(lambda one: _("not said") if one is None else item.label(one))
    return SaidFact(question=item.short, said=said)


def _tilted(form: Content, fact: Fact, names: Pair[str]) -> SaidFact:
    """Tell which way something tilts by name: each said it from their own chair."""
    told = _told(form, fact)
    by = {
        seat: names[seat if tilt > 0 else seat.other]
        for seat in SEATS
        if (tilt := fact.said[seat])
    }
    said = Pair(a=by.get(Seat.A, told.said.a), b=by.get(Seat.B, told.said.b))
    return SaidFact(question=told.question, said=said)


def _title(form: Content, domain: Domain) -> str:
    return form.instrument.part(domain.id).title


def _gaps(form: Content, drawn: Picture, names: Pair[str]) -> Gaps | None:
    rows = [
        gaps.GapRow(area=_title(form, domain), said=said)
        for domain in drawn.domains
        if (said := _more(domain)) is not None
    ]
    if not rows:
        return None
    ends = names.map(lambda name: _("%(name)s has more say") % {"name": name})
    text = described.gaps(rows=rows, names=names)
    return Gaps(
        figure=gaps.figure(rows=rows, ends=ends, middle=_("the same"), described=text),
        caption=_(
            "Close together: you see it the same way. "
            "Far apart: you see it differently."
        ),
        rows=[
            TableRow(
                label=row.area,
                cells=[described.more_word(row.said[by], names) for by in SEATS],
            )
            for row in rows
        ],
    )


def _more(domain: Domain) -> Pair[float] | None:
    """How many steps more say seat B has, as each one said; None if one did not."""
    said = domain.said
    numbers = (said.a.a, said.a.b, said.b.a, said.b.b)
    known = [number for number in numbers if number is not None]
    if len(known) < len(numbers):
        return None
    a_on_a, a_on_b, b_on_a, b_on_b = known
    return Pair(a=float(a_on_b - a_on_a), b=float(b_on_b - b_on_a))


def _sheet(
    form: Content, domain: Domain, names: Pair[str], since: Compared | None
) -> AreaFigure:
    steps = wording.steps(form, domain)
    facts: dict[str, Any] = {
        "said": domain.said,
        "level": domain.level,
        "wish": domain.wish,
        "steps": steps,
        "earlier": since and since.before.said,
    }
    title = _title(form, domain)
    labels = names.map(lambda name: _("%(name)s’s say") % {"name": name})
    text = described.joint(area=title, names=names, **facts)
    return AreaFigure(
        id=domain.id,
        place=wording.place(form, domain.id),
        title=title,
        figure=levels.joint(f"our-{domain.id}", labels=labels, described=text, **facts),
        caption=_caption(form, domain, names, since),
        rows=_rows(domain, labels, steps)
        + _direct(form, domain, names)
        + _rows_before(since, labels, steps),
        word=word(form, domain, names),
    )


def _caption(
    form: Content, domain: Domain, names: Pair[str], since: Compared | None
) -> str:
    """Say what was said about the say of each, now and before, and of who decides."""
    steps = wording.steps(form, domain)
    earlier = since.before.said if since else None
    sentences = []
    for seat in SEATS:
        told = Pair(a=domain.said.a[seat], b=domain.said.b[seat])
        text = _("%(name)s’s say: %(told)s.")
        about = {"name": names[seat], "told": _both_told(told, names, steps)}
        sentences.append(text % about)
        sentences.append(described.before(names, seat, earlier, steps))
    sentences.append(_who_told(form, domain.direct, names))
    return " ".join(sentence for sentence in sentences if sentence)


def _both_told(told: Pair[int | None], names: Pair[str], steps: list[str]) -> str:
    if told.a is None and told.b is None:
        return _("neither of you has said")
    if told.a == told.b:
        return _("you both say %(step)s") % {"step": described.step_word(told.a, steps)}
    return ", ".join(_one_told(told[seat], names[seat], steps) for seat in SEATS)


def _one_told(told: int | None, name: str, steps: list[str]) -> str:
    if told is None:
        return _("%(name)s hasn’t said") % {"name": name}
    return _("%(name)s says %(step)s") % {"name": name, "step": steps[told]}


def _who_told(form: Content, direct: Pair[int | None], names: Pair[str]) -> str:
    """Say what each said of who decides more; nothing where nobody did."""
    if direct.a is not None and direct.a == direct.b:
        told = form.who_decides(direct.a, names)
        return _("You both say that %(told)s.") % {"told": told}
    said = [
        _("%(name)s says that %(told)s")
        % {"name": names[seat], "told": form.who_decides(one, names)}
        for seat in SEATS
        if (one := direct[seat]) is not None
    ]
    return f"{', '.join(said)}." if said else ""


def _direct(form: Content, domain: Domain, names: Pair[str]) -> list[TableRow]:
    """What each said of who decides more, where that is asked."""
    direct = domain.direct
    if direct == Pair(a=None, b=None):
        return []
    told = direct.map(
        lambda one: _("not said") if one is None else form.who_decides(one, names)
    )
    return [TableRow(label=_("Who decides more"), cells=[told.a, told.b, "", ""])]


def _rows(domain: Domain, labels: Pair[str], steps: list[str]) -> list[TableRow]:
    """What both said of each say, where it probably lies, and the wish."""
    return [
        TableRow(
            label=labels[seat],
            cells=[
                described.step_word(domain.said.a[seat], steps),
                described.step_word(domain.said.b[seat], steps),
                described.range_word(domain.level[seat], steps),
                described.wish_word(domain.wish[seat]),
            ],
        )
        for seat in SEATS
    ]


def _rows_before(
    since: Compared | None, labels: Pair[str], steps: list[str]
) -> list[TableRow]:
    """What was said before."""
    if since is None:
        return []
    before = _("%(label)s, before")
    return _rows(
        since.before, labels.map(lambda label: before % {"label": label}), steps
    )


def word(form: Content, domain: Domain, names: Pair[str]) -> Pill | None:
    """Return the word above an area; None where there is nothing to say."""
    if domain.difference is None:
        return None
    return wording.difference(form, domain, names)
