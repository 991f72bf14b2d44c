"""Boundaries: one's own need nobody's yes; two lines of them can be shown."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _

from coequal.core.boundaries.entries import OwnBoundary
from coequal.core.two.boundaries import ShownBoundary
from coequal.web.boundaries import story
from coequal.web.room import Door, Room, Text, Words

TWO_LINES: Final[dict[str, Text]] = {
    "mine": _("This is mine"),
    "then": _("If someone crosses that line, I"),
}

ROOM: Final = Room(
    name="boundaries",
    kinds={
        OwnBoundary: Words(
            title=_("Where your line is"),
            fields={**TWO_LINES, "ask": _("What I’d ask")},
        ),
        ShownBoundary: Words(
            title=_("Boundaries you two have shown"),
            fields={**TWO_LINES, "area": _("What it’s about")},
        ),
    },
    story=story.live,
    doors=(
        Door(
            page="boundaries:shown",
            title=_("Boundaries"),
            about=_("What you’ve shown each other"),
            thumb="mine",
        ),
    ),
    forms={
        "mine": (
            {"mine": "my phone"},
            {"do": "drop", "ref": "00"},
            {"do": "drop both", "ref": "00"},
        ),
        "shown": ({"do": "down", "ref": "00"},),
    },
)
