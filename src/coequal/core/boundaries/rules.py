"""What may be written of one's own boundaries, shown and taken down again."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from enum import StrEnum
from typing import Final

from coequal.core.boundaries.entries import OwnBoundary
from coequal.core.lines import one_line
from coequal.core.people import Seat
from coequal.core.two.boundaries import Boundary, ShownBoundary
from coequal.core.two.refusals import NotNow
from coequal.errors import Refused

LONGEST: Final = 160
MOST: Final = 30
"""How many boundaries one may have, and how many of them shown to one person."""


class NoBoundary(StrEnum):
    """Why a boundary cannot be written or shown."""

    FULL = "as many as fit"
    NOWHERE = "no such area"


def check_own(own: OwnBoundary, known: Collection[OwnBoundary]) -> OwnBoundary:
    """Return a boundary that may be written, each text as one line."""
    if len(known) >= MOST:
        raise Refused(NoBoundary.FULL)
    return OwnBoundary(
        mine=one_line(own.mine, longest=LONGEST),
        then=one_line(own.then, longest=LONGEST) if own.then.strip() else "",
        ask=one_line(own.ask, longest=LONGEST) if own.ask.strip() else "",
    )


def check_shown(
    own: OwnBoundary,
    area: str,
    known: Iterable[Boundary],
    me: Seat,
    *,
    areas: Collection[str],
) -> ShownBoundary:
    """Return the two lines of a boundary that are shown: never what is asked."""
    if area not in areas:
        raise Refused(NoBoundary.NOWHERE)
    shown = ShownBoundary(area=area, mine=own.mine, then=own.then)
    mine = [one.entry for one in known if one.by is me]
    if shown in mine:
        raise Refused(NotNow.ASKED)
    if len(mine) >= MOST:
        raise Refused(NoBoundary.FULL)
    return shown


def shows(shown: Boundary, own: OwnBoundary, me: Seat) -> bool:
    """Whether it shows the two lines of one of my own."""
    lines = (shown.entry.mine, shown.entry.then)
    return shown.by is me and lines == (own.mine, own.then)


def may_take_down(known: Iterable[Boundary], ref: bytes, me: Seat) -> bytes:
    """Return a boundary of one's own that one may take down."""
    if not any(one.ref == ref and one.by is me for one in known):
        raise Refused(NotNow.GONE)
    return ref
