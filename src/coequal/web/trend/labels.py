"""What the pages of a trend say: sentences of what has clearly moved."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from coequal.core.month.check_in import Facet
from coequal.core.people import Pair
from coequal.core.trend.shift import FACETS, Pool, Shift
from coequal.core.trend.trend import Trend

SCALE: Final = (_("none"), _("half"), _("all"))
"""How much of the time, beside a small figure: at the bottom, half way and on top."""

ABOUT: Final[dict[Facet, Promise]] = {
    Facet.HEARD: _("being heard"),
    Facet.SAY: _("having a say"),
    Facet.LOAD: _("what felt fair"),
    Facet.APPRECIATED: _("feeling appreciated"),
    Facet.GOOD: _("being together"),
}
"""What answers are about, inside a sentence."""

YOU: Final = _("You")


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
