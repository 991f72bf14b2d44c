"""The small steps of the last card, and looking back on them about two weeks later.

Each of the two says alone how it went with their own step, and which of the steps shall
stay. Nobody says whether the other did theirs.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from coequal.core.entry import Audience, Entry, Shred, entry
from coequal.core.people import Seat
from coequal.core.recorded import standing
from coequal.core.see.joint_entries import Step
from coequal.core.two.refusals import NotNow
from coequal.core.two.said import Said
from coequal.core.two.said_apart import Apart
from coequal.errors import Refused

AFTER: Final = timedelta(days=14)
"""So long after the cards opened the two look back on their steps."""
UNTIL: Final = timedelta(days=42)
"""And so long after them it is asked no more."""


class HowItWent(StrEnum):
    """How it went with one's own step; it may be left unsaid."""

    YES = "yes"
    PARTLY = "partly"
    NOT_YET = "not yet"
    UNSAID = ""


@entry("steps looked back on", Audience.WAITING)
class LookedBack(Entry):
    """How it went with one's own step, of the exact steps that the two had.

    `steps` are their refs in order: in other words a step is another one.
    """

    steps: tuple[bytes, ...]
    happened: str

    def fits(self) -> bool:
        """Whether it is of one step or two, and one of the answers that there are."""
        return 1 <= len(self.steps) <= len(Seat) and self.happened in {*HowItWent}


@entry("step stays", Audience.WAITING, shred=Shred.AUTHOR)
class StepStays(Entry):
    """One of the two would have a step stay; closed until both would.

    There is no entry for anything else: who would not says nothing. `steps` are those
    that the two had then: so it opens only with what both said of these very words.
    """

    step: bytes
    steps: tuple[bytes, ...]

    def fits(self) -> bool:
        """Whether it is one of the steps that there were."""
        return 1 <= len(self.steps) <= len(Seat) and self.step in self.steps


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallStep:
    """A step that stands: who would take it, after which round, in these words."""

    ref: bytes
    round: int
    by: Seat
    text: str


def small_steps(said: Iterable[Said[Step]], me: Seat) -> tuple[SmallStep, ...]:
    """Return the steps of the two that stand, by round and seat; *nothing now* is none.

    Gives a result for any subset of entries in any order.
    """
    records = tuple(said)
    found = []
    for seat in Seat:
        own = [one for one in records if one.mine is (seat is me)]
        found += [
            SmallStep(ref=one.ref, round=number, by=seat, text=one.entry.text)
            for number, one in standing(own, lambda entry: entry.round).items()
            if one.entry.text
        ]
    return tuple(sorted(found, key=lambda one: (one.round, one.by)))


class StepsStage(StrEnum):
    """How far the steps of one round are, as one of the two knows it.

    There are none; it is early; one can answer; mine is in; both have answered; or
    the time to answer is over.
    """

    NONE = "none"
    EARLY = "early"
    ASK = "ask"
    SAFE = "safe"
    OPEN = "open"
    OVER = "over"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepsState:
    """The steps of one round, and what was said of them.

    `opened` is the day on which the cards did; None where nobody can tell. Where it is
    `lost`, something that was said of them is damaged, and no more is asked.
    """

    steps: tuple[SmallStep, ...]
    apart: Apart[LookedBack]
    opened: date | None
    lost: bool = False

    @property
    def asked(self) -> date | None:
        """The first day on which the two are asked."""
        return None if self.opened is None else self.opened + AFTER

    def is_due(self, today: date) -> bool:
        """Whether it is the time to answer: alike whoever has."""
        if self.lost or self.opened is None or not self.steps:
            return False
        return AFTER <= today - self.opened < UNTIL

    def stage(self, today: date) -> StepsStage:
        """Return how far it is, by whole days."""
        if not self.steps:
            return StepsStage.NONE
        if self.apart.both is not None:
            return StepsStage.OPEN
        if self.is_due(today):
            return StepsStage.ASK if self.apart.mine is None else StepsStage.SAFE
        early = self.opened is not None and today < self.opened + AFTER
        return StepsStage.EARLY if early else StepsStage.OVER


def may_look_back(
    state: StepsState, me: Seat, happened: str, today: date
) -> LookedBack:
    """Return what one may say, closed, of one's own step; of none of the other's."""
    state.apart.check_closed()
    if state.lost:
        raise Refused(NotNow.DOUBT)
    if not state.is_due(today):
        raise Refused(NotNow.GONE)
    has_own = any(one.by is me for one in state.steps)
    own = happened if has_own and happened in {*HowItWent} else HowItWent.UNSAID
    return LookedBack(steps=refs_of(state.steps), happened=str(own))


def refs_of(steps: Iterable[SmallStep]) -> tuple[bytes, ...]:
    """Return what names the exact words of some steps, the same for both people."""
    return tuple(sorted(one.ref for one in steps))
