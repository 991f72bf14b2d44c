"""A fair memory: whose wish it was lately leans the next suggestion, within bounds.

Two things are remembered. How much each person usually asks for, so that asking
for much every time gives no more say. And a balance that decays: where first
choices did not meet, whoever's wish it was has a little less weight next time.

The balance moves by the smaller of the two weights, and leans every question alike,
by so much and no more: what somebody marks now, stake or numbers, changes nothing in
it. What somebody got by a "cannot" counts as if they had put it at the very bottom.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import exp
from typing import Final

from coequal.core.decide.ballot import Ballot
from coequal.core.decide.constants import (
    BOUND,
    DECAY,
    HALF_SCALE,
    LEAN,
    LEAST_CLAIM,
    MIDDLE_SQUARE,
    TAKEN_FOR,
    USUAL_CLAIM,
)
from coequal.core.decide.weighing import Place, place, weigh
from coequal.core.people import Pair


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A question that both weighed, and which option they settled on."""

    ballots: Pair[Ballot]
    outcome: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """What one settled question leaves behind, once it was weighed.

    The `stakes` of the two, what each would have `given_up` on average under the
    options that nothing is better than for both, and where the outcome lies: as
    `Place`, None if it says nothing of whose wish it was.
    """

    stakes: Pair[int]
    given_up: Pair[float]
    place: Place | None


def trace(decided: Decided) -> Trace:
    """Weigh a settled question once; memory and influence need no more of it.

    As if nothing had been ruled out, but for an outcome that was: that says nothing.
    """
    ballots = decided.ballots
    weighed = weigh(ballots.map(lambda one: one.by_marks))
    standing = weighed.standing
    barred = ballots.a.cannot | ballots.b.cannot
    return Trace(
        stakes=ballots.map(lambda one: one.stake),
        given_up=weighed.worth.map(
            lambda worth: 1 - sum(worth[one] for one in standing) / len(standing)
        ),
        place=None if decided.outcome in barred else place(weighed, decided.outcome),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """What one person asked for so far: the sum of their claims, and of what counts.

    A claim is a stake times what would be given up on average under the options
    that nothing is better than for both: so an option that nobody would choose
    moves no claim. It counts by the square of the other's stake: so questions that
    matter to nobody else make nobody look modest.
    """

    claims: float = TAKEN_FOR * USUAL_CLAIM
    count: float = TAKEN_FOR

    @property
    def usual(self) -> float:
        """The average claim; asking for little for long makes no voice very large."""
        return max(self.claims / self.count, LEAST_CLAIM)

    def also(self, stake: int, given_up: float, *, other: int) -> Claims:
        """Return the same with one more question; `other` is the other's stake.

        A question in which there is nothing for this person to give up counts nothing.
        """
        if not given_up:
            return self
        counts = other**2 / MIDDLE_SQUARE
        return Claims(
            claims=self.claims + counts * stake * given_up, count=self.count + counts
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """What is remembered of the questions settled so far.

    `balance` is above 0 where it was A's wish lately; `settled` counts the questions.
    """

    asked: Pair[Claims] = Pair(a=Claims(), b=Claims())  # noqa: RUF009  it is frozen
    balance: float = 0.0
    settled: int = 0

    @property
    def mirrored(self) -> Memory:
        """The same after the two people have changed seats."""
        return Memory(
            asked=self.asked.mirrored, balance=-self.balance, settled=self.settled
        )

    def after(self, decided: Decided) -> Memory:
        """Return the memory with one more settled question."""
        return self.with_trace(trace(decided))

    def with_trace(self, left: Trace) -> Memory:
        """Return the memory with what one more settled question leaves behind."""
        stakes, given_up = left.stakes, left.given_up
        balance = DECAY * self.balance
        if left.place is not None:
            balance += min(_own_weights(self, stakes)) * left.place.tilt
        asked = Pair(
            a=self.asked.a.also(stakes.a, given_up.a, other=stakes.b),
            b=self.asked.b.also(stakes.b, given_up.b, other=stakes.a),
        )
        return Memory(asked=asked, balance=balance, settled=self.settled + 1)


BLANK: Final = Memory()
"""What is remembered before anything was settled."""


def remember(settled: Iterable[Decided]) -> Memory:
    """Return the memory of settled questions, given in the order of settling."""
    return remember_traces(map(trace, settled))


def remember_traces(left: Iterable[Trace]) -> Memory:
    """Return the same from what they have left behind."""
    memory = BLANK
    for one in left:
        memory = memory.with_trace(one)
    return memory


def weights(memory: Memory, ballots: Pair[Ballot]) -> Pair[float]:
    """Return how much each voice counts on one question.

    Equal where it matters to neither. No number that an option was given here
    changes them: so giving an option more never makes it less suggested. One's own
    stake only ever raises one's own: so more stake never gives anybody less.
    """
    if not ballots.a.stake and not ballots.b.stake:
        return Pair(a=1.0, b=1.0)
    a, b = own_weights(memory, ballots)
    lean = LEAN * carried(memory)
    return Pair(a=a * exp(-lean), b=b * exp(lean))


def carried(memory: Memory) -> float:
    """Return how much of the balance bears on any question; above 0 it leans to B."""
    return min(max(memory.balance, -BOUND), BOUND)


def own_weights(memory: Memory, ballots: Pair[Ballot]) -> tuple[float, float]:
    """Return both stakes relative to what each person usually asks for; about 1."""
    return _own_weights(memory, ballots.map(lambda one: one.stake))


def _own_weights(memory: Memory, stakes: Pair[int]) -> tuple[float, float]:
    return (
        HALF_SCALE * stakes.a / memory.asked.a.usual,
        HALF_SCALE * stakes.b / memory.asked.b.usual,
    )
