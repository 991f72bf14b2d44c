"""Keeping at it: three lines each, what became of them, and thanks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from coequal.core.days import DAY, SUNDAY, week
from coequal.core.keep.entries import (
    BitMuch,
    Gathered,
    Lines,
    Met,
    OurDay,
    OwnLetter,
    OwnLines,
    ThankYou,
)
from coequal.web.keep import next_things, story
from coequal.web.room import CopyOf, Door, Fact, Room, Text, Words

TEXT: Final[dict[str, Text]] = {"text": ""}
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
        ThankYou: Words(title=_("Thanks"), fields=TEXT, unsaid=frozenset({"day"})),
        Gathered: Words(title=_("Thanks you keep for later"), fields=TEXT),
        OwnLetter: Words(title=_("Letters of thanks, just for you"), fields=TEXT),
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
    reads=(OurDay,),
    forms={
        "lines": (
            {"good": "", "much": "Three evenings.", "wish": "x" * 161},
            {"do": "back"},
            {"do": "give"},
            {"do": "begin"},
        ),
        "own": ({"much": "The noise."}, {"do": "drop", "ref": "00"}),
        "letter": ({"text": "You came.\nThank you."}, {"do": "drop", "ref": "00"}),
        "remember": ({"do": "file"}, {"do": "day", "day": "3"}, {"do": "day"}),
        "thanks": (
            {"do": "say", "text": "You kept the last piece of cake for me."},
            {"do": "keep", "text": "a" * 161},
            {"do": "drop", "ref": "00"},
            {"do": "back", "ref": "00"},
        ),
    },
)
