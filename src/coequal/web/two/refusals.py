"""What to do about something that could not be done, in words of every room."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from coequal.core.lines import NoLine
from coequal.core.two.refusals import NotNow
from coequal.errors import Refused

Words = Mapping[object, Promise | str]

SHARED: Final[Words] = {
    NotNow.OPEN: _("You’ve both answered already. Nothing can be changed any more."),
    NotNow.GONE: _("That does not stand any more. This is how it stands now."),
    NotNow.OWN: _("You suggested this yourself, so you can't say yes to it."),
    NotNow.ASKED: _("You have said so already."),
    NotNow.DOUBT: _(
        "This waits, because something is missing here. "
        "At the top of the page you can read what to do."
    ),
    NoLine.EMPTY: _("Please write something."),
    NoLine.LONG: _("This is too long. It’s all still here: make it shorter."),
}


def why_not(refused: Refused, words: Words, *, otherwise: Promise | str = "") -> str:
    """Return what a page says about a refusal: its own words first, then everybody's.

    `otherwise` is said about a reason that neither knows.
    """
    why = refused.args[0] if refused.args else ""
    return str(words.get(why) or SHARED.get(why) or otherwise)
