"""Who decided, in words: as the pages of Decide tell it, and a copy of one's data."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coequal.core.decide.diary import Who
from coequal.core.people import Pair, Seat

ASKED: Final = {
    "yes": gettext_lazy("Yes"),
    "partly": gettext_lazy("Partly"),
    "no": gettext_lazy("No"),
}
"""What one may say to having been asked, and to being fine with it."""


def who_words(label: str) -> dict[str, object]:
    """Return what one may say to who decided, with what one calls the other."""
    return {
        "me": _("I did"),
        "other": _("%(name)s did") % {"name": label},
        "both": _("We both did"),
        "happened": _("It just happened"),
    }


def who_seats(me: Seat) -> dict[str, str]:
    """Return what an answer keeps for what one of the two says, by their seat."""
    return {
        "me": me.value,
        "other": me.other.value,
        "both": Who.BOTH.value,
        "happened": Who.HAPPENED.value,
    }


def who_did(names: Pair[str]) -> dict[str, str]:
    """Return what an account says of who decided, by its value, with names."""
    did = names.map(lambda name: _("%(name)s did") % {"name": name})
    return {
        Who.A: did.a,
        Who.B: did.b,
        Who.BOTH: _("Both did"),
        Who.HAPPENED: _("It just happened"),
    }


def how_far(said: str) -> str:
    """Return in words whether somebody was asked, or is fine with it."""
    return str(ASKED.get(said, _("Not said")))
