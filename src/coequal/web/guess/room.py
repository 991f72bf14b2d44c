"""What this room declares.

Its entries live for an hour, in places that no copy of one's data is ever made of.
"""

from __future__ import annotations

from typing import Final

from coequal.core.guess.entries import Dealt, FirstTap, Guessed, WantsKept
from coequal.web.room import PROGRAM, Room

ROOM: Final = Room(
    name="guess",
    kinds=dict.fromkeys((Dealt, FirstTap, Guessed, WantsKept), PROGRAM),
    forms={
        "begin": ({"first": "A", "second": "B", "pair": "friends"},),
        "card": ({"own": "A"}, {"guess": "AB"}, {"do": "skip"}, {"do": "hand"}),
        "end": ({"sign": "A"}, {"sign": "B"}),
        "stop": ({"do": "answer"}, {}),
    },
)
