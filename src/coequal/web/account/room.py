"""What is kept of an account itself: a recovery code until it is written down."""

from __future__ import annotations

from typing import Final

from coequal.people.entries import RecoveryCode
from coequal.web.room import PROGRAM, Room

ROOM: Final = Room(
    name="account",
    kinds={RecoveryCode: PROGRAM},
    forms={
        "sign_in": ({"name": "Alice", "phrase": "a guess of Bob's"},),
        "recover": (
            {
                "name": "Alice",
                "code": "-".join(["AAAA-BBBB-CCCC-DDDD"] * 2),
                "phrase": "a guess of Bob's",
                "again": "a guess of Bob's",
            },
        ),
        "recovery": ({"make": "1"}, {"written_down": "1"}),
    },
)
