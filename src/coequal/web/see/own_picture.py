"""One's own picture, from one's own answers only."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from coequal.content.load import Content
from coequal.core.people import Pair
from coequal.core.see.answers import Answers
from coequal.core.see.fold import next_page
from coequal.core.see.instrument import Instrument
from coequal.core.see.model import Word
from coequal.core.see.picture import Domain, Fact, picture
from coequal.web.charts import described, levels
from coequal.web.see import asking, findings_told, wording
from coequal.web.see.wording import Pill, Row, Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A question and what one said, as fact."""

    question: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Something that can be opened as one, with a preview of what would open."""

    id: str
    label: str
    checked: bool
    preview: list[Told]


def context(form: Content, answers: Answers, *, kept: bool) -> dict[str, Any]:
    """Return what the page of one's own picture shows."""
    drawn = picture(form.instrument, answers)
    unfinished = next_page(form.instrument, answers) is not None
    return {
        "stands_out": findings_told.sentences(form, drawn, _nobody(form)),
        "areas": [_sheet(form, domain) for domain in drawn.domains],
        "process": [_told(form.instrument, fact) for fact in drawn.process],
        "heard": [_told(form.instrument, fact) for fact in drawn.heard],
        "good": [_told(form.instrument, fact) for fact in drawn.good],
        "limits": [form.limits[limit] for limit in drawn.limits],
        "kept": kept,
        "unfinished": reverse("answers") if unfinished else None,
    }


def _nobody(form: Content) -> Pair[str]:
    """Names for a picture of one: its sentences say "you"."""
    return Pair(a=_("You"), b=form.lines["other"])


def parts(
    form: Content,
    answers: Answers,
    answered: Collection[str],
    picked: Collection[str],
) -> list[Part]:
    """Return what may be opened, each with what the other would read."""
    instrument = form.instrument
    return [
        Part(
            id=part.id,
            label=part.title,
            checked=part.id in picked,
            preview=[
                Told(question=item.text, said=item.label(number))
                for item in instrument.open_items(part)
                if (number := answers.number(item.id)) is not None
            ],
        )
        for part in instrument.parts
        if part.id in answered
    ]


def _told(instrument: Instrument, fact: Fact) -> Told:
    item = instrument.item(fact.id)
    return Told(question=item.short, said=asking.said(item, fact.said.a))


def _why(form: Content, domain: Domain) -> str:
    mine, theirs = (
        wording.step(form, domain, one) for one in (domain.said.a.a, domain.said.a.b)
    )
    return _("You said: %(mine)s for yourself, %(theirs)s for %(other)s.") % {
        "mine": mine,
        "theirs": theirs,
        "other": form.lines["other"],
    }


def _sheet(form: Content, domain: Domain) -> Sheet:
    area = form.instrument.part(domain.id)
    steps = wording.steps(form, domain)
    facts: dict[str, Any] = {
        "said": domain.said.a,
        "level": domain.level,
        "wish": domain.wish.a,
        "steps": steps,
    }
    text = described.own(area=area.title, other=form.lines["other"], **facts)
    labels = Pair(a=_("Your say"), b=form.lines["others_say"])
    figure = levels.own(f"own-{area.id}", labels=labels, described=text, **facts)
    return Sheet(
        id=area.id,
        title=area.title,
        figure=figure,
        caption=_caption(form, domain),
        rows=_rows(domain, labels, steps),
        word=_word(form, domain),
    )


def _caption(form: Content, domain: Domain) -> str:
    sentences = [_why(form, domain)]
    if domain.wish.a is not None:
        wish = described.wish_word(domain.wish.a)
        sentences.append(_("Your wish: %(wish)s.") % {"wish": wish})
    return " ".join(sentences)


def _rows(domain: Domain, labels: Pair[str], steps: list[str]) -> list[Row]:
    said = domain.said.a
    wishes = Pair(a=described.wish_word(domain.wish.a), b=_("not asked"))
    return [
        Row(
            label=labels[seat],
            cells=[
                described.step_word(said[seat], steps),
                described.range_word(domain.level[seat], steps),
                wishes[seat],
            ],
        )
        for seat in wording.SEATS
    ]


def _word(form: Content, domain: Domain) -> Pill | None:
    if domain.difference is None:
        return None
    if domain.word is Word.EARLY:
        text = form.differences[Word.EARLY]
    elif domain.difference.value > 0:
        text = _("More say with you: %(word)s") % {"word": form.words[domain.word]}
    else:
        text = _("More say with %(other)s: %(word)s") % {
            "other": form.lines["other"],
            "word": form.words[domain.word],
        }
    return Pill(text=text.rstrip("."), sure=domain.word.value)
