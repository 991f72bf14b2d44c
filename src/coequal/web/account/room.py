"""What is kept of an account itself: a recovery code until it is written down."""

from __future__ import annotations

from typing import Final

from coequal.people.entries import RecoveryCode, RecoveryCodeMade
from coequal.web.room import PROGRAM, Room

ROOM: Final = Room(
    name="account",
    kinds={RecoveryCode: PROGRAM, RecoveryCodeMade: PROGRAM},
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
        "recovery": ({"phrase": "a guess of Bob's"}, {"written_down": "1"}),
    },
)
