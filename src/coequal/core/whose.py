"""What is one person's own: no joint question is asked there, and nobody takes it over.

Closeness, phone and privacy, whom one sees, one's health, one's own life: there the
other may be told, and has no vote. Some areas are for two to settle, question by
question, and yet no one takes them over for three months: money and work, since one's
own is in them, and how one talks and is reached.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from coequal.core.own_life import OF_ONE
from coequal.core.people import PairType


@dataclass(frozen=True, slots=True, kw_only=True)
class Whose:
    """The areas of one type of pair, by whose they are.

    In `led` somebody may take care of it for a while; in `asked` questions may be
    asked beside; what stands in neither, as every area that is not known here, is
    one person's own.
    """

    led: frozenset[str]
    asked: frozenset[str]

    @property
    def ours(self) -> frozenset[str]:
        """The areas in which two may settle a question."""
        return self.led | self.asked

    @property
    def agreed(self) -> frozenset[str]:
        """The areas in which two may hold to something for weeks: of nobody's own."""
        return self.ours - OF_ONE


def _whose(led: str, asked: str) -> Whose:
    return Whose(led=frozenset(led.split()), asked=frozenset(asked.split()))


# Areas that no form asks about any more stay: what was settled there holds, though
# nothing new is raised in them. Who takes an area away from here gives
# `overview.FORM` another number: what was kept of its questions is then worked out
# again.
_WHOSE: Final[Mapping[PairType, Whose]] = {
    PairType.PARTNERS: _whose(
        "home free_time care planning celebrations", "money plans work children"
    ),
    PairType.FRIENDS: _whose("doing time help trips", "touch paying listening lending"),
    PairType.SIBLINGS: _whose(
        "parents gatherings help children memories",
        "belongings touch roles news advice passed_on",
    ),
    PairType.PARENT_CHILD: _whose(
        "visits holidays grandchildren help", "money advice touch roof"
    ),
    PairType.FLATMATES: _whose(
        "cleaning bills things food warmth repairs", "guests rooms quiet moving"
    ),
}
NOBODYS: Final = _whose("", "")
"""Where it is not known what two people are to each other."""
OTHER: Final = "other"
"""The area of what is part of no area."""


def whose(pair: PairType | None) -> Whose:
    """Return whose the areas of a type of pair are."""
    return NOBODYS if pair is None else _WHOSE[pair]
