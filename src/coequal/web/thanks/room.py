"""Thanks for something particular, and a letter that nothing sends."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _

from coequal.core.thanks.entries import Gathered, OwnLetter, ThankYou
from coequal.web.room import Room, Text, Words
from coequal.web.thanks import next_things, story

TEXT: Final[dict[str, Text]] = {"text": ""}

ROOM: Final = Room(
    name="thanks",
    kinds={
        ThankYou: Words(title=_("Thanks"), fields=TEXT, unsaid=frozenset({"day"})),
        Gathered: Words(title=_("Thanks you keep for later"), fields=TEXT),
        OwnLetter: Words(title=_("Letters of thanks, just for you"), fields=TEXT),
    },
    story=story.live,
    next_things=next_things.next_things,
    forms={
        "letter": ({"text": "You came.\nThank you."}, {"do": "drop", "ref": "00"}),
        "thanks": (
            {"do": "say", "text": "You kept the last piece of cake for me."},
            {"do": "keep", "text": "a" * 161},
            {"do": "drop", "ref": "00"},
            {"do": "back", "ref": "00"},
        ),
    },
)
