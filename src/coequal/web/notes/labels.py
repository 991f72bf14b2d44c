"""What can be ticked in Notes, in words: on their pages, and in a copy of one's own.

By value, in the order of the buttons. Words only: nothing here knows what was ticked.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = Mapping[str, Promise | str]

OFTEN: Final[Words] = {
    "never": _("Never"),
    "once": _("Once"),
    "sometimes": _("Sometimes"),
    "often": _("Often"),
    "na": _("Doesn’t apply"),
    "skip": _("Rather not say"),
}
SINCE: Final[Words] = {
    "weeks": _("for weeks"),
    "months": _("for months"),
    "years": _("for years"),
}
LATELY: Final[Words] = {
    "more": _("more lately"),
    "same": _("the same lately"),
    "less": _("less lately"),
}
TILT: Final[Words] = {
    "mine": _("Me"),
    "even": _("About the same"),
    "other": _("Them"),
    "na": _("Doesn’t apply"),
    "skip": _("Rather not say"),
}

FREE: Final[Words] = {
    "not": _("Not at all"),
    "little": _("A little"),
    "partly": _("Partly"),
    "mostly": _("Mostly"),
    "fully": _("Completely"),
    "na": _("Doesn’t apply"),
    "skip": _("Rather not say"),
}


def said(often: str, since: str, lately: str) -> str:
    """Return what was ticked at one sign, as one line; what no form offers is left out.

    >>> said("often", "months", "")
    'Often, for months'
    """
    known = ((OFTEN, often), (SINCE, since), (LATELY, lately))
    return ", ".join(str(words[value]) for words, value in known if value in words)
