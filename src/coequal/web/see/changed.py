"""What has changed between two pictures of the same people, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from coequal.content.load import Content
from coequal.core.people import Pair, Seat
from coequal.core.see.change import Change, changes, heard, over_all, told
from coequal.core.see.moved import Moved
from coequal.core.see.picture import Domain, Picture
from coequal.web.see.wording import SEATS, Pill, SaidSentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One area that stands in both pictures: how it was, and what has changed."""

    before: Domain
    change: Change


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatChanged:
    """What has changed since an earlier picture.

    By area; who decides more over all of them (A less B); and how much each is heard.
    """

    areas: Mapping[str, Compared] = field(default_factory=dict)
    over_all: Moved | None = None
    heard: Pair[Moved | None] = field(default_factory=lambda: Pair(a=None, b=None))

    @property
    def anything(self) -> bool:
        """Whether there was anything to compare."""
        says = (one.change.say[seat] for one in self.areas.values() for seat in SEATS)
        known = (*says, self.over_all, self.heard.a, self.heard.b)
        return any(one is not None for one in known)


@dataclass(frozen=True, slots=True, kw_only=True)
class _ChangeTexts:
    """What is said of one person; `{area}` and `{then}` stand in it."""

    more: str
    less: str
    decides_more: str
    more_heard: str
    less_heard: str


def compared(form: Content, before: Picture | None, now: Picture) -> WhatChanged:
    """Compare two pictures; without an earlier one there is nothing."""
    if before is None:
        return WhatChanged()
    constants = form.instrument.constants
    earlier = {domain.id: domain for domain in before.domains}
    areas = {
        change.area: Compared(before=earlier[change.area], change=change)
        for change in changes(constants, before, now)
    }
    return WhatChanged(
        areas=areas,
        over_all=over_all(constants, before, now),
        heard=heard(constants, before, now),
    )


def of_both(
    form: Content, found: WhatChanged, names: Pair[str], then: datetime | None
) -> list[SaidSentence]:
    """Say what has changed for whom, for two people."""
    when = _when(then)

    def of(seat: Seat) -> _ChangeTexts:
        words = {"name": names[seat], "other": names[seat.other], "when": when}
        return _ChangeTexts(
            more=_("%(name)s has more say than %(when)s.") % words,
            less=_("%(name)s has less say than %(when)s. How is that for each of you?")
            % words,
            decides_more=_(
                "All areas together: compared with %(other)s, "
                "%(name)s decides more than %(when)s."
            )
            % words,
            more_heard=_("%(name)s feels more heard than %(when)s.") % words,
            less_heard=_("%(name)s feels less heard than %(when)s. What would help?")
            % words,
        )

    return _sentences(form, found, Pair(a=of(Seat.A), b=of(Seat.B)))


def of_one(form: Content, found: WhatChanged, then: datetime) -> list[SaidSentence]:
    """Say what has changed, as one person sees it."""
    words = {"other": form.lines["other"], "when": _when(then)}
    mine = _ChangeTexts(
        more=_("you have more say than %(when)s, as you see it.") % words,
        less=_("you have less say than %(when)s, as you see it. How is that for you?")
        % words,
        decides_more=_(
            "All areas together: compared with %(other)s, "
            "you decide more than %(when)s, as you see it."
        )
        % words,
        more_heard=_("You feel more heard than %(when)s.") % words,
        less_heard=_("You feel less heard than %(when)s. What would help?") % words,
    )
    theirs = _ChangeTexts(
        more=_("%(other)s has more say than %(when)s, as you see it.") % words,
        less=_("%(other)s has less say than %(when)s, as you see it.") % words,
        decides_more=_(
            "All areas together: compared with you, "
            "%(other)s decides more than %(when)s, as you see it."
        )
        % words,
        more_heard="",
        less_heard="",
    )
    return _sentences(form, found, Pair(a=mine, b=theirs))


def _when(then: datetime | None) -> str:
    """Say when it was, as one does after "more than"."""
    if then is None:
        return _("before")
    month = date_format(timezone.localtime(then), "F Y")
    return _("in %(month)s") % {"month": month}


def _sentences(
    form: Content, found: WhatChanged, texts: Pair[_ChangeTexts]
) -> list[SaidSentence]:
    """Say what holds over all areas, then who is heard, then the surest change."""
    if not found.anything:
        return [
            SaidSentence(
                sentence=_("There’s nothing to compare this time."),
                why=_("No question was answered both times."),
            )
        ]
    said = [
        *_over_all(form, found.over_all, texts),
        *_heard(form, found.heard, texts),
        *_areas(form, found, texts),
    ]
    return said or [_nothing()]


def _over_all(
    form: Content, moved: Moved | None, texts: Pair[_ChangeTexts]
) -> Iterator[SaidSentence]:
    if moved is not None and moved.told:
        more = Seat.A if moved.by.value > 0 else Seat.B
        why = _("Our guess from all that was said about who decides, then and now.")
        yield _said(form, texts[more].decides_more, why, moved)


def _heard(
    form: Content, found: Pair[Moved | None], texts: Pair[_ChangeTexts]
) -> Iterator[SaidSentence]:
    why = _(
        "Our guess from three questions: bringing things up, having your ideas among "
        "the options, and whether what you say changes what you do."
    )
    for seat in SEATS:
        moved, text = found[seat], texts[seat]
        if moved is not None and moved.told:
            told = text.more_heard if moved.by.value > 0 else text.less_heard
            yield _said(form, told, why, moved)


def _areas(
    form: Content, found: WhatChanged, texts: Pair[_ChangeTexts]
) -> Iterator[SaidSentence]:
    why = _("Our guess from what was said then and now.")
    for area, seat, moved in told(one.change for one in found.areas.values()):
        text = texts[seat].more if moved.by.value > 0 else texts[seat].less
        title = form.instrument.part(area).title
        sentence = _("%(area)s: %(told)s") % {"area": title, "told": text}
        yield _said(form, sentence, why, moved)


def _said(form: Content, sentence: str, why: str, moved: Moved) -> SaidSentence:
    word = Pill(text=form.words[moved.word], sure=moved.word.value)
    return SaidSentence(sentence=sentence, why=why, word=word)


def _nothing() -> SaidSentence:
    return SaidSentence(
        sentence=_("No answer moved more than it might from one day to the next."),
        why=_("So where a word differs from last time, that may be chance."),
    )
