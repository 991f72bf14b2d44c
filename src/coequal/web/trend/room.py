"""How it has gone: folded from the taps of each month. It writes nothing."""

from __future__ import annotations

from typing import Final

from coequal.web.room import Room

ROOM: Final = Room(
    name="trend",
    forms={
        "ours": ({"do": "look"},),
        "own": ({"month": "2026-12"}, {"month": "0000-00"}),
    },
)
