"""Every room there is, in the order of the address list."""

from __future__ import annotations

from typing import Final

from coequal.core.entry import Entry
from coequal.web.account.room import ROOM as ACCOUNT
from coequal.web.agree.room import ROOM as AGREE
from coequal.web.boundaries.room import ROOM as BOUNDARIES
from coequal.web.decide.room import ROOM as DECIDE
from coequal.web.guess.room import ROOM as GUESS
from coequal.web.home.room import ROOM as HOME
from coequal.web.keep.room import ROOM as KEEP
from coequal.web.learn.room import ROOM as LEARN
from coequal.web.month.room import ROOM as MONTH
from coequal.web.notes.room import ROOM as NOTES
from coequal.web.pairs.room import ROOM as PAIRS
from coequal.web.room import Room, Words
from coequal.web.season.room import ROOM as SEASON
from coequal.web.see.room import ROOM as SEE
from coequal.web.shared_device.room import ROOM as SHARED_DEVICE
from coequal.web.thanks.room import ROOM as THANKS
from coequal.web.trend.room import ROOM as TREND
from coequal.web.two.room import ROOM as TWO

ROOMS: Final[tuple[Room, ...]] = (
    *(HOME, LEARN, SHARED_DEVICE, GUESS),
    *(SEE, DECIDE, AGREE, BOUNDARIES, KEEP, THANKS, MONTH, TREND, SEASON, NOTES),
    *(ACCOUNT, PAIRS, TWO),
)

WORDS: Final[dict[type[Entry], Words]] = {
    kind: words for room in ROOMS for kind, words in room.kinds.items()
}
"""How a copy tells each kind of entry that the program knows."""

if len({kind.kind for kind in WORDS}) < len(WORDS):
    # A name is sealed into rows: it stands for one class for ever.
    raise ValueError("two kinds bear one name")

PRIVATE: Final = frozenset(
    kind for room in ROOMS if room.private for kind in room.kinds
)
"""Kinds that leave in a copy only by a tick of their own."""
