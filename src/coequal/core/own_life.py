"""What is one person's own life, by the type of their pair: this is the one place.

Nobody but that person is asked about it, and how free one is in it is asked in Notes
only, behind their lock. No form of today asks who has how much say there, no finding
and no card tells two anything of it, nobody raises a question in it and nobody takes it
over. What both opened by the first form still stands in the whole picture, as was said.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from coequal.core.people import PairType

# Areas that a form had once, by the id they had there.
OWN_LIFE: Final[Mapping[PairType, frozenset[str]]] = {
    PairType.PARTNERS: frozenset({"closeness", "devices"}),
    PairType.FRIENDS: frozenset({"secrets", "love", "online"}),
    PairType.SIBLINGS: frozenset({"roles"}),
    PairType.PARENT_CHILD: frozenset({"child_life", "parent_life", "health", "told"}),
    PairType.FLATMATES: frozenset({"quiet"}),
}
OF_ONE: Final = frozenset[str]().union(*OWN_LIFE.values())
"""The same of all types of pair together."""

EVERYBODYS: Final = (
    *("body", "health", "phone", "contacts"),
    *("whereabouts", "own_money", "own_life"),
)
"""What is each person's own whatever two people are to each other."""
