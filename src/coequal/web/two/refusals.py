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
    NotNow.GONE: _("That has changed in the meantime. Here’s how it is now."),
    NotNow.OWN: _("You suggested this yourself, so the yes isn’t yours to give."),
    NotNow.ASKED: _("You’ve said so already."),
    NotNow.DOUBT: _(
        "This has to wait, because something is missing here. "
        "The top of the page says what you can do."
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
