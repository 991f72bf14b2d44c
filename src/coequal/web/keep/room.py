"""Keeping at it: three lines each, what became of them, and thanks."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _

from coequal.core.keep.entries import (
    BitMuch,
    Gathered,
    Lines,
    Met,
    OwnLines,
    ThankYou,
)
from coequal.web.keep import next_things, story
from coequal.web.room import Door, Room, Text, Words

DAY: Final[dict[str, Text]] = {"day": _("Day")}
TEXT: Final[dict[str, Text]] = {"text": ""}
LINE: Final[dict[str, Text]] = {
    "good": _("That was good for me"),
    "wish": _("Next week I’d like"),
}

ROOM: Final = Room(
    name="keep",
    kinds={
        Lines: Words(title=_("What was good, and what comes next"), fields=DAY | LINE),
        BitMuch: Words(
            title=_("What was a bit much"),
            fields=DAY | {"text": _("For me")},
            unsaid=frozenset({"until"}),
        ),
        Met: Words(title=_("Days on which you met"), fields=DAY),
        ThankYou: Words(title=_("Thanks"), fields=TEXT, unsaid=frozenset({"day"})),
        Gathered: Words(title=_("Thanks you keep for later"), fields=TEXT),
        OwnLines: Words(
            title=_("Three lines just for you"),
            fields=LINE | {"much": _("That was a bit much")},
        ),
    },
    story=story.live,
    doors=(
        Door(
            page="keep:lines",
            title=_("Three lines each"),
            about=_("What was good, and one wish. Two minutes"),
            thumb="answers",
        ),
    ),
    next_things=next_things.next_things,
    forms={
        "lines": (
            {"good": "", "much": "Three evenings.", "wish": "x" * 161},
            {"do": "back"},
            {"do": "give"},
            {"do": "begin"},
        ),
        "own": ({"much": "The noise."}, {"do": "drop", "ref": "00"}),
        "remember": ({"do": "file"},),
        "thanks": (
            {"do": "say", "text": "You kept the last piece of cake for me."},
            {"do": "keep", "text": "a" * 161},
            {"do": "drop", "ref": "00"},
            {"do": "back", "ref": "00"},
        ),
    },
)
