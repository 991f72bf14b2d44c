"""Keeping at it: three lines each, and what became of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from coequal.core.days import DAY, SUNDAY, week
from coequal.core.keep.entries import BitMuch, Lines, Met, OurDay, OwnLines
from coequal.web.keep import next_things, store, story
from coequal.web.room import CopyOf, Door, Fact, Room, Text, Words

LINE: Final[dict[str, Text]] = {
    "good": _("That was good for me"),
    "text": _("That was a bit much for me"),
    "much": _("That was a bit much"),
    "wish": _("What I’d like"),
}


def _said(data: Mapping[str, Any], _of: CopyOf) -> list[Fact]:
    """Tell what somebody wrote on a day, line by line; what is empty is left out."""
    day = date_format(date.fromisoformat(data["day"]), "l j F Y")
    lines = [(str(LINE[name]), data[name]) for name in LINE if data.get(name)]
    return [("", day), *lines]


def _weekday(data: Mapping[str, Any], _of: CopyOf) -> list[Fact]:
    return [("", date_format(week(date.min) + (data["weekday"] - SUNDAY) * DAY, "l"))]


ROOM: Final = Room(
    name="keep",
    kinds={
        Lines: Words(title=_("What was good, and what comes next"), tell=_said),
        BitMuch: Words(title=_("What was a bit much"), tell=_said),
        Met: Words(title=_("Days on which you met"), tell=_said),
        OurDay: Words(title=_("Which day is yours"), tell=_weekday),
        OwnLines: Words(
            title=_("Three lines just for you"),
            fields=LINE,
        ),
    },
    story=story.live,
    doors=(
        Door(
            page="keep:lines",
            title=_("Three lines each"),
            about=_("What was good, and one wish"),
            thumb="answers",
        ),
    ),
    next_things=next_things.next_things,
    reads=store.READS,
    forms={
        "lines": (
            {"good": "", "much": "Three evenings.", "wish": "x" * 161},
            {"do": "back"},
            {"do": "give"},
            {"do": "begin"},
        ),
        "own": ({"much": "The noise."}, {"do": "drop", "ref": "00"}),
        "remember": ({"do": "file"}, {"do": "day", "day": "3"}, {"do": "day"}),
    },
)
