"""One's own picture, from one's own answers only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from coequal.content import own_words
from coequal.content.findings import begun
from coequal.content.load import Content
from coequal.core.people import Pair, Seat
from coequal.core.see.answers import Answers
from coequal.core.see.fold import next_page
from coequal.core.see.instrument import Area, Instrument
from coequal.core.see.picture import Domain, Fact, picture
from coequal.core.see.words import Word
from coequal.web.charts import described, levels, strips
from coequal.web.see import changed, findings_text, question_page, wording
from coequal.web.see.changed import Compared
from coequal.web.see.wording import AreaFigure, Pill, SaidSentence, TableRow
from coequal.web.two.dates import day


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFact:
    """A question and what one said, as fact."""

    question: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What one said in the sitting before, and when, in seconds, then and now."""

    answers: Answers
    then: int
    now: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRow:
    """One area as a row: how much say each has, and one's own wish in a word.

    `aloud` says what the marks show; behind a tap is the whole of it, `area`.
    """

    title: str
    track: SafeString
    aloud: str
    word: str
    area: AreaFigure


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPicture:
    """What the two pages of one's own picture show.

    The first begins with one true sentence, `lead`, and a question to take along,
    `ask`, where there is a light one; then comes a row an area. The other holds all one
    `answered`, area by area, and what one may not have `noticed`.
    `overall` is empty where nothing can be said over all areas.
    `then` and `now` are when both sittings were answered, if there was one before.
    On a page `sheet_id` names the sheet, `relation` the pair it may be opened to,
    `shared` whether both have shared something already,
    `new` is how many questions are new since it was answered, and `how_sure` the
    address of the page with its numbers; `name` is what one calls the other, or empty,
    and `called` what the form calls them.
    """

    lead: str | None
    rows: Sequence[OwnRow]
    answered: Sequence[OwnFact]
    noticed: str | None
    ask: str | None
    stands_out: Sequence[SaidSentence]
    changed: Sequence[SaidSentence]
    then: datetime | None
    now: datetime | None
    overall: str
    areas: Sequence[AreaFigure]
    process: Sequence[OwnFact]
    heard_title: str
    heard: Sequence[OwnFact]
    carry: Sequence[OwnFact]
    factors: Sequence[OwnFact]
    good: Sequence[OwnFact]
    limits: Sequence[str]
    kept: bool
    unfinished: str | None
    sheet_id: str = ""
    relation: str | None = None
    shared: bool = False
    new: int = 0
    how_sure: str = ""
    name: str = ""
    called: str = ""


def context(
    form: Content, answers: Answers, *, kept: bool, before: Before | None = None
) -> OwnPicture:
    """Return what the page of one's own picture shows; with `before`, both times."""
    drawn = picture(form.instrument, answers)
    earlier = picture(form.instrument, before.answers) if before else None
    found = changed.compared(form, earlier, drawn)
    then = day(before.then) if before else None
    unfinished = next_page(form.instrument, answers) is not None
    areas = [
        _sheet(form, domain, found.areas.get(domain.id)) for domain in drawn.domains
    ]
    return OwnPicture(
        lead=own_words.lead_text(form, drawn),
        rows=[
            _row(form, domain, area)
            for domain, area in zip(drawn.domains, areas, strict=True)
        ],
        answered=[_answered(form, domain) for domain in drawn.domains],
        noticed=own_words.noticed_text(form, drawn),
        ask=own_words.ask_text(form, drawn),
        stands_out=findings_text.sentences(form, drawn, _nobody(form)),
        changed=changed.of_one(form, found, then) if then else [],
        then=then,
        now=day(before.now) if before else None,
        overall=_overall(form, drawn.overall),
        areas=areas,
        process=[_told(form.instrument, fact) for fact in drawn.process],
        heard_title=wording.heard_title(drawn),
        heard=[_told(form.instrument, fact) for fact in (*drawn.trust, *drawn.heard)],
        carry=[_told(form.instrument, fact) for fact in drawn.carry],
        factors=[_told(form.instrument, fact) for fact in drawn.factors],
        good=[_told(form.instrument, fact) for fact in drawn.good],
        limits=[form.limits[limit] for limit in drawn.limits],
        kept=kept,
        unfinished=reverse("see:answers") if unfinished else None,
        called=form.lines["other"],
    )


def _nobody(form: Content) -> Pair[str]:
    """Names for a picture of one: its sentences say "you"."""
    return Pair(a=_("You"), b=form.lines["other"])


def _overall(form: Content, more: Seat | None) -> str:
    if more is None:
        return ""
    if more is Seat.A:
        return _("All in all, you probably decide more.")
    return form.overall(more, _nobody(form))


def _told(instrument: Instrument, fact: Fact) -> OwnFact:
    item = instrument.item(fact.id)
    return OwnFact(question=item.short, said=question_page.said(item, fact.said.a))


def _said(form: Content, domain: Domain) -> dict[str, str]:
    """Name what one said of both, for a text."""
    return {
        "mine": wording.step(form, domain, domain.said.a.a),
        "theirs": wording.step(form, domain, domain.said.a.b),
        "other": form.lines["other"],
    }


def _sheet(form: Content, domain: Domain, since: Compared | None) -> AreaFigure:
    area = form.instrument.part(domain.id)
    steps = wording.steps(form, domain)
    facts: dict[str, Any] = {
        "said": domain.said.a,
        "level": domain.level,
        "wish": domain.wish.a,
        "steps": steps,
        "earlier": since and since.before.said.a,
    }
    text = described.own(area=area.title, other=form.lines["other"], **facts)
    labels = Pair(a=_("Your say"), b=form.lines["others_say"])
    figure = levels.own(f"own-{area.id}", labels=labels, described=text, **facts)
    return AreaFigure(
        id=area.id,
        place=wording.place(form, area.id),
        title=area.title,
        figure=figure,
        caption=_caption(form, domain, since),
        rows=_rows(form, domain, labels, since),
        word=word(form, domain),
    )


def _row(form: Content, domain: Domain, area: AreaFigure) -> OwnRow:
    said = domain.said.a.map(lambda one: None if one is None else float(one))
    told = _("You said: %(mine)s for yourself, %(theirs)s for %(other)s.")
    return OwnRow(
        title=area.title,
        track=strips.track(said),
        aloud=told % _said(form, domain),
        word=_wish_in_a_word(domain.wish.a),
        area=area,
    )


def _wish_in_a_word(wish: int | None) -> str:
    words = {
        -2: _("much less"),
        -1: _("less, please"),
        0: _("fine"),
        1: _("more, please"),
        2: _("much more"),
    }
    return "" if wish is None else words[wish]


def _answered(form: Content, domain: Domain) -> OwnFact:
    return OwnFact(
        question=form.instrument.part(domain.id).title,
        said=_caption(form, domain, None),
    )


def _caption(form: Content, domain: Domain, since: Compared | None) -> str:
    text = _("You said: %(mine)s for yourself, %(theirs)s for %(other)s.")
    sentences = [text % _said(form, domain)]
    if domain.wish.a is not None:
        wish = described.wish_word(domain.wish.a)
        sentences.append(_("Your wish: %(wish)s.") % {"wish": wish})
    if domain.direct.a is not None:
        told = _who(form, domain)
        sentences.append(
            _("Who decides more, as you see it: %(told)s.") % {"told": told}
        )
    if since is not None:
        text = _("Before: %(mine)s for yourself, %(theirs)s for %(other)s.")
        sentences.append(text % _said(form, since.before))
    return " ".join(sentences)


def _who(form: Content, domain: Domain) -> str:
    """Return what one answered directly, in the words of its scale."""
    area, direct = form.instrument.part(domain.id), domain.direct.a
    assert isinstance(area, Area)
    if area.who is None or direct is None:
        return _("not said")
    even = round(form.instrument.constants.even)
    label = form.instrument.item(area.who).label(even + direct)
    # A name stays as it was written.
    begins = label.startswith(form.lines["other"])
    return label if begins else label[:1].lower() + label[1:]


def _rows(
    form: Content,
    domain: Domain,
    labels: Pair[str],
    since: Compared | None,
) -> list[TableRow]:
    steps = wording.steps(form, domain)
    rows = [*_rows_of(domain, labels, steps), *_direct(form, domain)]
    if since is None:
        return rows
    before = labels.map(lambda label: _("%(label)s, before") % {"label": label})
    return rows + _rows_of(since.before, before, steps)


def _direct(form: Content, domain: Domain) -> list[TableRow]:
    """What one said of who decides more, where that is asked."""
    if domain.direct.a is None:
        return []
    return [TableRow(label=_("Who decides more"), cells=[_who(form, domain), "", ""])]


def _rows_of(domain: Domain, labels: Pair[str], steps: list[str]) -> list[TableRow]:
    said = domain.said.a
    wishes = Pair(a=described.wish_word(domain.wish.a), b=_("not asked"))
    return [
        TableRow(
            label=labels[seat],
            cells=[
                described.step_word(said[seat], steps),
                described.range_word(domain.level[seat], steps),
                wishes[seat],
            ],
        )
        for seat in wording.SEATS
    ]


def word(form: Content, domain: Domain) -> Pill | None:
    """Return the word above an area; None where there is nothing to say."""
    if domain.difference is None:
        return None
    if domain.word is Word.EARLY and domain.named_alone is not None:
        text = _as_one_sees_it(form, domain.named_alone)
        return Pill(text=text, sure=domain.word.value)
    if domain.word in {Word.CLEAR, Word.PROBABLY} and domain.ahead is Seat.A:
        text = _("You %(sure)s decide more") % {"sure": form.words[domain.word]}
        return Pill(text=text, sure=domain.word.value)
    names = Pair(a=_("You"), b=begun(form.lines["other"]))
    return wording.difference(form, domain, names)


def _as_one_sees_it(form: Content, more: Seat) -> str:
    if more is Seat.A:
        return _("As you see it, you decide more")
    return _("As you see it, %(other)s decides more") % {"other": form.lines["other"]}
