"""What this room declares: nothing is written here but by other rooms."""

from __future__ import annotations

from typing import Final

from coequal.web.room import Room

ROOM: Final = Room(name="learn")
