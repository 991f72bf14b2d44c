"""What one person says of a week or a month: five facets, any of which may be left out.

They are counted in steps from 0, not at all, to 6, all the time.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from coequal.errors import Unsound

TOP: Final = 6
"""The best step; the lowest is 0."""


class Facet(StrEnum):
    """One thing that is asked each time."""

    HEARD = "heard"
    SAY = "say"
    LOAD = "load"
    APPRECIATED = "appreciated"
    GOOD = "good"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """One person's steps, `None` where nothing was said. Other steps are `Unsound`.

    >>> CheckIn(heard=4)[Facet.HEARD]
    4
    """

    heard: int | None = None
    say: int | None = None
    load: int | None = None
    appreciated: int | None = None
    good: int | None = None

    def __post_init__(self) -> None:
        for facet in Facet:
            step = self[facet]
            if step is not None and not 0 <= step <= TOP:
                message = f"{facet} lies outside 0 to {TOP}"
                raise Unsound(message)

    def __getitem__(self, facet: Facet) -> int | None:
        """Return what was said of one facet."""
        step: int | None = getattr(self, facet)
        return step
