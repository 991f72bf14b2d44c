"""How sure a picture is: its numbers, and how often its words are right.

The numbers of a picture stand here and nowhere else on its pages. It is worked out from
what the picture itself is drawn from, and is for whom that is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from coequal.content.calibration import Answered, picture_figures
from coequal.content.how_sure import HowSureWords, ToldAim, how_sure_words
from coequal.content.load import Content
from coequal.core.measured import Estimate
from coequal.core.people import Pair
from coequal.core.see.answers import Answers
from coequal.core.see.moved import Moved
from coequal.core.see.picture import Domain, Picture, picture
from coequal.core.see.words import Word
from coequal.web.see import changed, our_picture, own_picture, wording
from coequal.web.see.changed import Compared, WhatChanged
from coequal.web.see.wording import SEATS, Pill, TableRow


@dataclass(frozen=True, slots=True, kw_only=True)
class SureArea:
    """The numbers of one area, the word that stands above it, and what that means."""

    place: int
    title: str
    word: Pill | None
    meaning: str
    rows: Sequence[TableRow]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordMeaning:
    """A word of the picture, and how often it is right."""

    word: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HowSure:
    """What is said of how sure a picture is.

    `pairs` is how many were made up, `scale` says what the steps are and `ranges` how
    often a range holds the truth; `then` are the numbers of what has changed over all
    areas, and `changes` how often a change is told; both are empty where nothing is
    compared.
    """

    pairs: str
    scale: str
    ranges: str
    heads: Sequence[str]
    areas: Sequence[SureArea]
    then: Sequence[TableRow]
    changes: Sequence[str]
    words: Sequence[WordMeaning]
    aims: Sequence[ToldAim]
    limits: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class HowSurePage:
    """The page with all of it. `back` is the address of the picture it belongs to.

    `name` is what I call the other, on the page of my own picture.
    """

    sure: HowSure
    back: str
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _RowLabels:
    """What rows are called: say, gap and being heard by seat, and the difference.

    What is empty has no row.
    """

    say: Pair[str]
    gap: Pair[str]
    difference: str
    heard: Pair[str]


def of_one(
    form: Content, answers: Answers, before: own_picture.Before | None = None
) -> HowSure:
    """Return how sure one's own picture is; with `before`, the change as well."""
    drawn = picture(form.instrument, answers)
    earlier = picture(form.instrument, before.answers) if before else None
    other = {"other": form.lines["other"]}
    labels = _RowLabels(
        say=Pair(a=_("Your say"), b=form.lines["others_say"]),
        gap=Pair(a="", b=""),
        difference=_("How much more say you have than %(other)s") % other,
        heard=Pair(a=_("How much you feel heard"), b=""),
    )
    pills = [own_picture.word(form, domain) for domain in drawn.domains]
    return _how_sure(form, drawn, changed.compared(form, earlier, drawn), labels, pills)


def of_two(
    form: Content,
    answers: Pair[Answers],
    *,
    names: Pair[str],
    before: our_picture.JointBefore | None = None,
) -> HowSure:
    """Return how sure our picture is; with `before`, the change as well."""
    drawn = our_picture.picture_of(form, answers)
    earlier = our_picture.picture_of(form, before.answers) if before else None
    called = Pair(
        a={"name": names.a, "other": names.b}, b={"name": names.b, "other": names.a}
    )
    gap = _("%(name)s’s say: how much higher %(name)s puts it than %(other)s")
    labels = _RowLabels(
        say=called.map(lambda one: _("%(name)s’s say") % one),
        gap=called.map(lambda one: gap % one),
        difference=_("How much more say %(name)s has than %(other)s") % called.a,
        heard=called.map(lambda one: _("How much %(name)s feels heard") % one),
    )
    pills = [our_picture.word(form, domain, names) for domain in drawn.domains]
    return _how_sure(form, drawn, changed.compared(form, earlier, drawn), labels, pills)


def _how_sure(
    form: Content,
    drawn: Picture,
    found: WhatChanged,
    labels: _RowLabels,
    pills: Sequence[Pill | None],
) -> HowSure:
    words = how_sure_words(Answered.ONE if drawn.alone else Answered.TWO)
    return HowSure(
        pairs=f"{picture_figures().couples:,}",
        scale=_scale(form),
        ranges=words.ranges(form.instrument.constants.coverage),
        heads=[_("Best guess, in steps"), _("Range")],
        areas=[
            SureArea(
                place=wording.place(form, domain.id),
                title=form.instrument.part(domain.id).title,
                word=pill,
                meaning=words.meaning(domain.word) if pill else "",
                rows=[
                    *_rows(domain, labels),
                    *_moved(found.areas.get(domain.id), labels),
                ],
            )
            for domain, pill in zip(drawn.domains, pills, strict=True)
        ],
        then=list(_over_all(found, labels)) if found.anything else [],
        changes=list(words.change()) if found.anything else [],
        words=_meanings(form, words, alone=drawn.alone),
        aims=list(words.aims()),
        limits=[form.limits[limit] for limit in drawn.limits],
    )


def _scale(form: Content) -> str:
    item = form.instrument.item(form.instrument.areas[0].mine)
    text = _("0 is “%(first)s” and %(last)d is “%(most)s”.")
    most = {"first": item.labels[0], "last": item.max, "most": item.labels[-1]}
    return text % most


def _rows(domain: Domain, labels: _RowLabels) -> Iterator[TableRow]:
    yield from (_row(labels.say[seat], domain.level[seat]) for seat in SEATS)
    yield _row(labels.difference, domain.difference)
    for seat in SEATS:
        if labels.gap[seat]:
            yield _row(labels.gap[seat], domain.gap[seat])


def _moved(since: Compared | None, labels: _RowLabels) -> Iterator[TableRow]:
    if since is not None:
        for seat in SEATS:
            yield _changed(labels.say[seat], since.change.say[seat])
        yield _changed(labels.difference, since.change.difference)


def _over_all(found: WhatChanged, labels: _RowLabels) -> Iterator[TableRow]:
    label = _("All areas together. %(label)s") % {"label": labels.difference}
    yield _changed(label, found.over_all)
    for seat in SEATS:
        if labels.heard[seat]:
            yield _changed(labels.heard[seat], found.heard[seat])


def _changed(label: str, moved: Moved | None) -> TableRow:
    text = _("%(label)s: by how much it has changed")
    return _row(text % {"label": label}, None if moved is None else moved.by)


def _row(label: str, estimate: Estimate | None) -> TableRow:
    if estimate is None:
        return TableRow(label=label, cells=[_("not known"), ""])
    value, low, high = (
        f"{number:.1f}".replace("-", "−")  # noqa: RUF001  a real minus
        for number in (estimate.value, estimate.low, estimate.high)
    )
    between = _("%(low)s to %(high)s") % {"low": low, "high": high}
    return TableRow(label=label, cells=[value, between])


def _meanings(form: Content, words: HowSureWords, *, alone: bool) -> list[WordMeaning]:
    """Say what each word means; one person alone sees nothing differently."""
    return [
        *(
            WordMeaning(word=form.words[word], meaning=words.meaning(word))
            for word in Word
            if not (alone and word is Word.DIFFERENT)
        ),
        WordMeaning(word=_("all in all"), meaning=words.overall()),
    ]
