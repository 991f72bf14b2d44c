"""What is kept of an account itself: a recovery code until it is written down."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _

from coequal.people.entries import OwnDays, RecoveryCode, RecoveryCodeMade
from coequal.web.room import PROGRAM, Room, Words

ROOM: Final = Room(
    name="account",
    kinds={
        RecoveryCode: PROGRAM,
        RecoveryCodeMade: PROGRAM,
        OwnDays: Words(title=_("Time zone of your own pages"), fields={"zone": ""}),
    },
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
        "days": ({"zone": "Pacific/Kiritimati"}, {"zone": "UTC"}),
        "recovery": ({"phrase": "a guess of Bob's"}, {"written_down": "1"}),
    },
)
