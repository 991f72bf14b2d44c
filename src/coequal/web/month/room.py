"""Once a month: five taps, what both shared of them, and how it has gone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from coequal.core.month.entries import OwnCheckIn, SharedTap
from coequal.core.month.months import first_of
from coequal.web.month import next_things, story
from coequal.web.month.labels import ASKED, STEPS
from coequal.web.room import CopyOf, Door, Fact, Room, Words


def _own(data: Mapping[str, Any], _of: CopyOf) -> list[Fact]:
    said = data["steps"]
    taps = [(str(ASKED[one]), str(STEPS[said[one]])) for one in ASKED if one in said]
    return [_month(data), *taps]


def _shared(data: Mapping[str, Any], _of: CopyOf) -> list[Fact]:
    """Tell one tap; what only opens the others, or says nothing, tells nothing."""
    if data["facet"] not in ASKED:
        return []
    return [_month(data), (str(ASKED[data["facet"]]), str(STEPS[data["step"]]))]


def _month(data: Mapping[str, Any]) -> Fact:
    return (str(_("Month")), date_format(first_of(data["month"]), "F Y"))


ROOM: Final = Room(
    name="month",
    kinds={
        OwnCheckIn: Words(title=_("What you tapped for a month"), tell=_own),
        SharedTap: Words(title=_("What you both shared of a month"), tell=_shared),
    },
    story=story.live,
    doors=(
        Door(
            page="month:taps",
            title=_("Five taps a month"),
            about=_("How the last weeks were"),
            thumb="notice",
        ),
    ),
    next_things=next_things.next_things,
    forms={
        "taps": (
            {"say": "4", "good": "6"},
            {"do": "keep", "heard": "0"},
            {"do": "back"},
            {"heard": "7", "share": "free"},
        ),
        "own": ({"say": "4", "free": "6"}, {"free": "seven"}),
    },
)
