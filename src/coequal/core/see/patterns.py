"""What a pattern is: which answers make it hold, from whose chair, and how it is told.

Patterns are data (`coequal.content.findings`); what a picture shows of them is read
in `findings`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Card(StrEnum):
    """The cards of the evening, in the order in which they are turned over."""

    ALIKE = "alike"
    SURPRISE = "surprise"
    WISH = "wish"
    STEP = "step"


class Certainty(StrEnum):
    """What a pattern rests on: answers alone, or an estimate at least this sure.

    `EARLY` is for saying that nothing can be said yet.
    """

    FACT = "fact"
    CLEAR = "clear"
    PROBABLY = "probably"
    EARLY = "too early to say"


class HoldsFor(StrEnum):
    """From whose chair a pattern holds: from both, or from exactly one."""

    BOTH = "both"
    ONE = "one"


class Over(StrEnum):
    """What a pattern looks over, and how many findings come of it.

    `EACH` area gives its own finding; `SOME` areas give one together, and only if
    they are at least `least`; `ALL` only if no area is left out; `FIRST` takes
    the strongest area alone; `TWO` takes an area of each person; `FACTS` are the
    items beside the areas.
    """

    EACH = "each"
    SOME = "some"
    ALL = "all"
    FIRST = "first"
    TWO = "two"
    FACTS = "facts"


Range = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """One pattern. Its place among the others is its rank.

    `when` says what has to lie in which range, as seen from one's own chair, and
    `other` the same from the other's: names of `MEASURES`, or ids of items for
    `FACTS`. The first name of `when` measures how strong it is. `unless` and
    `other_unless` say what must not lie there; an answer that is missing hinders
    nothing. `roles` name whoever it holds for and the person across. Of one `topic` an
    area is in one finding only; the areas of `leave_out` are never in it, and those of
    `guarded` only where nobody sees one of the two deciding more. `not_beside` names
    findings, earlier in the file, that it would contradict. `low` marks what would
    tell one person's low say, and `leads` is off for what begins neither a picture nor
    a card. `alone` is for one's own picture. `plain` is told only where nothing else
    speaks.
    """

    id: str
    over: Over
    holds_for: HoldsFor
    when: Mapping[str, Range]
    other: Mapping[str, Range] = field(default_factory=dict)
    unless: Mapping[str, Range] = field(default_factory=dict)
    other_unless: Mapping[str, Range] = field(default_factory=dict)
    needs: Certainty = Certainty.FACT
    card: Card
    topic: str
    leave_out: tuple[str, ...] = ()
    guarded: tuple[str, ...] = ()
    not_beside: tuple[str, ...] = ()
    roles: tuple[str, str] = ("one", "other")
    least: int = 1
    low: bool = False
    leads: bool = True
    alone: bool = False
    plain: bool = False
