"""What the pages of a month say, where it is not in their templates."""

from __future__ import annotations

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from coequal.core.keep.check_in import Facet
from coequal.core.keep.month import FREE, NoTaps
from coequal.web.two.refusals import Words

STEPS: Final = (
    _("not at all"),
    _("hardly"),
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
    Facet.APPRECIATED: _("Felt valued"),
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
    }
