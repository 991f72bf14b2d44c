"""What the pages of a month say, where it is not in their templates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from coequal.core.month.check_in import Facet
from coequal.core.month.entries import FREE
from coequal.core.month.taps import NoTaps
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
    Facet.APPRECIATED: _("Appreciated"),
    Facet.GOOD: _("Good together"),
}
"""The same in two words, below a figure."""


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
