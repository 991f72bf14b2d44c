"""What the pages of Keep say, where it is not in their templates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coequal.core.keep.lines import NoLines
from coequal.core.people import PairType
from coequal.web.two.refusals import Words

FOR_ME: Final = gettext_lazy("For me, ")
"""What a line begins with that tells what was a bit much."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhenToWrite:
    """How those read of their lines to whom they are never due.

    `when` stands above them, `about` below, and `act` on the button that begins them.
    """

    when: Promise
    about: Promise
    act: Promise


_MET: Final = WhenToWrite(
    when=gettext_lazy("After you met"),
    about=gettext_lazy(
        "Have you seen each other? You each write three lines, on your own. Then you "
        "read them together."
    ),
    act=gettext_lazy("We met: start our lines"),
)
_AT_HOME: Final = WhenToWrite(
    when=gettext_lazy("This week at home"),
    about=gettext_lazy(
        "You each write three lines, on your own. Then you read them together."
    ),
    act=gettext_lazy("Start our lines"),
)
_WHEN: Final[Mapping[PairType, WhenToWrite]] = {PairType.FLATMATES: _AT_HOME}


def when_to_write(pair: PairType | None) -> WhenToWrite:
    """Return the words of a type: those who live together meet every day."""
    return _MET if pair is None else _WHEN.get(pair, _MET)


def refusals() -> Words:
    """Return what to do about something that could not be done."""
    return {
        NoLines.ALONE: _(
            "“A bit much” goes only with something good. Add one good line."
        ),
        NoLines.LATE: _("That day is over. Your lines stay yours."),
        NoLines.ON: _("You two have begun your lines for this. Write yours first."),
        NoLines.DAY: _("Please pick one of these days."),
        NoLines.OFTEN: _("You’ve changed it often this week. Try again on Monday."),
    }


def prompts(label: str) -> list[str]:
    """Return seven questions for when nothing comes to mind."""
    asked = (
        _("When did you two laugh?"),
        _("When did %(name)s listen?"),
        _("Which small thing made a day easier?"),
        _("What did %(name)s say that stayed with you?"),
        _("When were you glad that %(name)s was there?"),
        _("What did %(name)s do that you’d like to see again?"),
        _("What would you tell a friend about this week with %(name)s?"),
    )
    return [one % {"name": label} for one in asked]
