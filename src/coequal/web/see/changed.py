"""What has changed between two pictures of the same people, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from coequal.content.load import Content
from coequal.core.people import Pair, Seat
from coequal.core.see.change import Change, Moved, changes, over_all, told
from coequal.core.see.picture import Domain, Picture
from coequal.web.see.wording import SEATS, Pill, SaidSentence, in_steps


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One area that stands in both pictures: how it was, and what has changed."""

    before: Domain
    change: Change


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatChanged:
    """What has changed since an earlier picture: by area, and over all of them."""

    areas: Mapping[str, Compared]
    over_all: Pair[Moved | None]


def compared(form: Content, before: Picture | None, now: Picture) -> WhatChanged:
    """Compare two pictures by area; without an earlier one there is nothing."""
    if before is None:
        return WhatChanged(areas={}, over_all=Pair(a=None, b=None))
    constants = form.instrument.constants
    earlier = {domain.id: domain for domain in before.domains}
    areas = {
        change.area: Compared(before=earlier[change.area], change=change)
        for change in changes(constants, before, now)
    }
    return WhatChanged(areas=areas, over_all=over_all(constants, before, now))


def of_both(form: Content, found: WhatChanged, names: Pair[str]) -> list[SaidSentence]:
    """Say whose say has changed where, for two people."""
    more, less = (
        _("%(area)s: %(name)s has more say than before."),
        _("%(area)s: %(name)s has less say than before."),
    )
    return _sentences(form, found, names.map(lambda name: (more, less, name)))


def of_one(form: Content, found: WhatChanged) -> list[SaidSentence]:
    """Say whose say has changed where, as one person sees it."""
    other = form.lines["other"]
    mine = (
        _("%(area)s: you have more say than before, as you see it."),
        _("%(area)s: you have less say than before, as you see it."),
        "",
    )
    theirs = (
        _("%(area)s: %(name)s has more say than before, as you see it."),
        _("%(area)s: %(name)s has less say than before, as you see it."),
        other,
    )
    return _sentences(form, found, Pair(a=mine, b=theirs))


def _sentences(
    form: Content,
    found: WhatChanged,
    texts: Pair[tuple[str, str, str]],
) -> list[SaidSentence]:
    """Fill the texts (more, less, name) of each person.

    What holds over all areas comes first, then the surest change.
    """
    compared = (one.change for one in found.areas.values())
    if not any(change.say[seat] for change in compared for seat in Seat):
        return [
            SaidSentence(
                sentence=_("There is nothing to compare this time."),
                why=_("No area was answered both times."),
            )
        ]
    moves = [
        (_("All areas together"), seat, moved)
        for seat in SEATS
        if (moved := found.over_all[seat]) is not None and moved.reliable
    ] + [
        (form.instrument.part(area).title, seat, moved)
        for area, seat, moved in told(one.change for one in found.areas.values())
    ]
    return [_moved(form, *move, texts) for move in moves] or [_nothing()]


def _moved(
    form: Content,
    title: str,
    seat: Seat,
    moved: Moved,
    texts: Pair[tuple[str, str, str]],
) -> SaidSentence:
    more, less, name = texts[seat]
    text = more if moved.by.value > 0 else less
    return SaidSentence(
        sentence=text % {"area": title, "name": name},
        why=_("Worked out from what was said both times: %(steps)s.")
        % {"steps": in_steps(moved.by)},
        word=Pill(text=form.words[moved.word], sure=moved.word.value),
    )


def _nothing() -> SaidSentence:
    return SaidSentence(
        sentence=_("Nothing has clearly changed."),
        why=_("Small moves are what answering on another day does anyway."),
    )
