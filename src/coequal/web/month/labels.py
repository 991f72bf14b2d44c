"""What the pages of a month say, where it is not in their templates."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from coequal.core.keep.check_in import Facet
from coequal.core.keep.month import FREE, NoTaps
from coequal.core.keep.shift import FACETS, Pool, Shift
from coequal.core.keep.trend import Trend
from coequal.core.people import Pair
from coequal.web.two.refusals import Words

STEPS: Final = (
    _("not at all"),
    _("hardly ever"),
    _("now and then"),
    _("half the time"),
    _("often"),
    _("mostly"),
    _("all the time"),
)
"""What each step says, from 0 to the top."""

SCALE: Final = (_("none"), _("half"), _("all"))
"""How much of the time, beside a small figure: at the bottom, half way and on top."""

ASKED: Final[dict[str, Promise]] = {
    Facet.HEARD: _("I felt heard."),
    Facet.SAY: _("I had my say."),
    Facet.LOAD: _("What each of us took on felt fair."),
    Facet.APPRECIATED: _("I felt appreciated."),
    Facet.GOOD: _("It was good to be together."),
    FREE: _("I could say no, and be myself."),
}
"""What is tapped, line by line."""

SHORT: Final[dict[Facet, Promise]] = {
    Facet.HEARD: _("Heard"),
    Facet.SAY: _("Had my say"),
    Facet.LOAD: _("Felt fair"),
    Facet.APPRECIATED: _("Felt valued"),
    Facet.GOOD: _("Good together"),
}
"""The same in two words, below a figure."""

ABOUT: Final[dict[Facet, Promise]] = {
    Facet.HEARD: _("being heard"),
    Facet.SAY: _("having a say"),
    Facet.LOAD: _("what felt fair"),
    Facet.APPRECIATED: _("feeling appreciated"),
    Facet.GOOD: _("being together"),
}
"""What answers are about, inside a sentence."""

YOU: Final = _("You")


def refusals() -> Words:
    """Return what to do about something that could not be done."""
    return {
        NoTaps.NOTHING: _("Tap at least one line."),
        NoTaps.UNSHARED: _(
            "Share at least one line that you tapped, or keep it all for yourself."
        ),
        NoTaps.ALL: _(
            "Hide at least one more, whichever you like. Everybody does, so it says "
            "nothing about you."
        ),
        NoTaps.OVER: _(
            "A new month has begun, so nothing was kept or sent. If your answers fit "
            "this month too, press again."
        ),
    }


def nothing_yet() -> str:
    """Return what stands in a figure without a tap."""
    return gettext("Nothing here yet.")


def aloud(told: Sequence[tuple[str, Pair[str]]], names: Pair[str]) -> str:
    """Say what both tapped, line by line."""
    text = gettext("%(line)s %(a)s: %(first)s. %(b)s: %(second)s.")
    return " ".join(
        text
        % {"line": line, "a": names.a, "first": one.a, "b": names.b, "second": one.b}
        for line, one in told
    )


def moved_of_both(
    names: Pair[str], trends: Pair[Trend], facets: Collection[Facet]
) -> list[str]:
    """Say in a sentence a person what has clearly moved; in one where it is alike."""
    for both, shifts in (
        (gettext("It’s too early to say: that takes four months."), {Shift.EARLY}),
        (
            gettext(
                "Nothing has clearly changed for either of you so far. "
                "Where a line rises or falls, that may still be chance."
            ),
            {Shift.NONE},
        ),
    ):
        if all(set(one.changes.values()) == shifts for one in (trends.a, trends.b)):
            return [both]
    told = [(names.a, trends.a), (names.b, trends.b)]
    return [_moved(name, one, facets) for name, one in told]


def _moved(name: str, trend: Trend, facets: Collection[Facet]) -> str:
    up, down = (_about(trend, shift, facets) for shift in (Shift.UP, Shift.DOWN))
    facts = {"name": name, "up": up, "down": down}
    if up and down:
        text = gettext(
            "Lately %(name)s’s answers about %(up)s are clearly higher, "
            "and those about %(down)s clearly lower."
        )
    elif up:
        text = gettext("Lately %(name)s’s answers about %(up)s are clearly higher.")
    elif down:
        text = gettext(
            "Lately %(name)s’s answers about %(down)s are clearly lower. "
            "What would help?"
        )
    elif Shift.NONE in trend.changes.values():
        text = gettext(
            "For %(name)s nothing has clearly changed so far. "
            "Where a line rises or falls, that may still be chance."
        )
    else:
        text = gettext("For %(name)s it’s too early to say.")
    return text % facts


def moved_of_one(trend: Trend, facets: Collection[Facet]) -> str:
    """Say in one sentence what has clearly moved in one's own months."""
    up, down = (_about(trend, shift, facets) for shift in (Shift.UP, Shift.DOWN))
    if up and down:
        text = gettext(
            "Lately your answers about %(up)s are clearly higher, and those about "
            "%(down)s clearly lower."
        )
    elif up:
        text = gettext("Lately your answers about %(up)s are clearly higher.")
    elif down:
        text = gettext("Lately your answers about %(down)s are clearly lower.")
    elif Shift.NONE in trend.changes.values():
        text = gettext(
            "Nothing has clearly changed so far. "
            "Where a line rises or falls, that may still be chance."
        )
    else:
        text = gettext("It’s too early to say: that takes four months.")
    return text % {"up": up, "down": down}


def _about(trend: Trend, shift: Shift, facets: Collection[Facet]) -> str:
    """Name what the series that moved this way are about, of what was tapped at all."""
    moved = [
        str(ABOUT[facet])
        for pool in Pool
        if trend.changes[pool] is shift
        for facet in FACETS[pool]
        if facet in facets
    ]
    *first, last = moved or [""]
    return (
        gettext("%(first)s and %(last)s")
        % {
            "first": ", ".join(first),
            "last": last,
        }
        if first
        else last
    )
