"""What rooms of two write alike: the words of it in a copy of one's data."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _

from coequal.core.two.offers import Ended, Undo, Yes
from coequal.journal.entries import FirstSeen, Opened, TakenBack
from coequal.web.room import PROGRAM, Room, Words

ROOM: Final = Room(
    name="two",
    kinds={
        Opened: PROGRAM,
        TakenBack: PROGRAM,
        FirstSeen: PROGRAM,
        Yes: Words(title=_("A yes")),
        Undo: Words(title=_("A wish to undo it")),
        Ended: Words(title=_("Ended")),
    },
    has_pages=False,
)
