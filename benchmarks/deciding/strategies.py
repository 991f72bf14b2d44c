"""Ways in which A might get more than by honest ballots. B is honest throughout."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from coequal.core.decide.constants import HIGHEST, MOST
from deciding.rules import Rule
from deciding.world import Bools, Floats, Ints, Votes, World, honest, reached

S = TypeVar("S", bound=np.generic)
Curve = Callable[[Floats], Floats]
CURVES: Mapping[str, Curve] = {
    "honest": lambda worth: worth,
    "flatter": np.sqrt,
    "steeper": np.square,
    "much steeper": lambda worth: worth**4,
    "best only": lambda worth: np.where(worth == 1, 1.0, 0.0),
    "all alike": np.zeros_like,
    "good or bad": lambda worth: np.where(worth > 0.5, 1.0, 0.0),
    "turned round": lambda worth: 1 - worth,
}

Habit = tuple[tuple[int, str], ...]
"""For each true stake, 0 to 3, what stake A marks and by which curve A scores."""

AS_IT_IS: Habit = tuple((stake, "honest") for stake in range(MOST + 1))
CRUDE: Habit = ((MOST, "best only"),) * (MOST + 1)
STARTS: tuple[Habit, ...] = (
    tuple((stake, "steeper") for stake in range(MOST + 1)),
    ((0, "honest"), *((MOST, "much steeper"),) * MOST),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What a strategy brings A and B, beside honest ballots of both."""

    name: str
    a: float
    b: float


def ballots(true: World, habit: Habit) -> Votes:
    """Return the votes where A keeps to a habit."""
    votes = honest(true)
    for at, (stake, curve) in enumerate(habit):
        here = true.stake[0] == at
        scores = np.rint(HIGHEST * CURVES[curve](true.worth[0][here]))
        votes.score[0][here] = scores.astype(np.int64)
        votes.stake[0][here] = stake
    return votes


def effect(rule: Rule, true: World, name: str, votes: Votes) -> Effect:
    """Return what these votes bring under a rule, beside honest ones."""
    return _beside(rule, true, name, reached(true, rule(votes)))


def understating(true: World) -> Votes:
    """A marks every stake one lower than it is."""
    votes = honest(true)
    return replace(votes, stake=np.maximum(votes.stake - [[[1]], [[0]]], 0))


def best_habit(rule: Rule, true: World) -> Habit:
    """Search for the habit that brings A most: one stake at a time, from two starts."""

    def gain(habit: Habit) -> float:
        return float(reached(true, rule(ballots(true, habit)))[0].mean())

    ends = [_climbed(start, gain) for start in STARTS]
    return max(ends, key=gain)


def _climbed(habit: Habit, gain: Callable[[Habit], float]) -> Habit:
    best = gain(habit)
    for _ in range(2):
        before = habit
        for at, new in product(reversed(range(MOST + 1)), _choices()):
            other = (*habit[:at], new, *habit[at + 1 :])
            if (found := gain(other)) > best:
                habit, best = other, found
        if habit == before:
            break
    return habit


def _choices() -> Iterator[tuple[int, str]]:
    return product(range(MOST + 1), CURVES)


def told(habit: Habit) -> str:
    """Return a habit in words."""
    return "; ".join(
        f"{at}: {stake}, {curve}"
        for at, (stake, curve) in enumerate(habit)
        if (stake, curve) != AS_IT_IS[at]
    )


def agendas(rule: Rule, true: World, extra: World) -> Mapping[str, list[Effect]]:
    """Return what each kind of agenda brings A, over its variants."""
    return {
        "throw-away questions": list(_throw_aways(rule, true, extra)),
        "splitting": list(_splits(rule, true)),
        "decoys": list(_decoys(rule, true)),
        "never voting": list(_silences(rule, true)),
    }


def _throw_aways(rule: Rule, true: World, extra: World) -> Iterator[Effect]:
    """Before each question A raises one that matters to nobody, or a little to B."""
    base = honest(true)
    for to_b, marked, curve in product(
        (0, 1), range(MOST + 1), ("honest", "best only")
    ):
        thrown = ballots(extra, ((marked, curve),) * (MOST + 1))
        stake = thrown.stake.copy()
        stake[1] = to_b
        picked = rule(_woven(replace(thrown, stake=stake), base))[:, 1::2]
        name = f"one before each question, of stake {to_b} to B, marked {marked}"
        yield _beside(rule, true, name, reached(true, picked))


def _splits(rule: Rule, true: World) -> Iterator[Effect]:
    """What matters most to A is asked in two halves.

    B marks each half as the whole, or one lower; A as the whole, or as much as can be.
    """
    most = true.stake[0] == MOST
    for less, marked in product((0, 1), (MOST - 1, MOST)):
        votes = honest(true)
        stake = votes.stake.copy()
        stake[0][most] = marked
        lower = np.maximum(stake[1] - less, np.minimum(stake[1], 1))
        stake[1] = np.where(most, lower, stake[1])
        half = replace(votes, stake=stake)
        picked = rule(_woven(half, replace(half, cast=most)))
        first, second = picked[:, ::2], picked[:, 1::2]
        got = reached(true, first) + reached(true, np.where(most, second, first))
        name = f"what matters most, in halves; B marks {less} lower, A {marked}"
        yield _beside(rule, true, name, got / 2)


def _decoys(rule: Rule, true: World) -> Iterator[Effect]:
    """A adds an option: far below all others for B, or A's best once more, a bit worse.

    B scores all of them on the scale that this makes; A gives it 3, 4 or 0.
    """
    worth = true.worth
    best = worth[0].argmax(axis=-1)[None, ..., None]
    like_best = np.take_along_axis(worth, best, axis=-1)
    far = np.stack((like_best[0] - 0.05, like_best[1] * 0 - 1))
    near = like_best - 0.05
    for (name, added), given in product((("far", far), ("near", near)), (0, 3, 4)):
        more = np.concatenate((worth, added), axis=-1)
        low, high = more.min(axis=-1, keepdims=True), more.max(axis=-1, keepdims=True)
        score = np.rint(HIGHEST * (more - low) / (high - low)).astype(np.int64)
        score[0, ..., -1] = given
        bigger = replace(true, worth=more, tie=_one_more(true.tie))
        none = np.zeros(score.shape, dtype=np.bool_)
        votes = replace(honest(true), score=score, cannot=none, tie=bigger.tie)
        picked = reached(bigger, rule(votes))
        yield _beside(rule, true, f"{name}, A gives it {given}", picked)


def _silences(rule: Rule, true: World) -> Iterator[Effect]:
    """A does not vote where what holds meanwhile is worth this much to A.

    Meanwhile the first option holds, so that waiting is as good as any option.
    """
    for least in (0.5, 0.75, 1.0):
        silent: Bools = true.worth[0, ..., 0] >= least
        votes = replace(honest(true), cast=~silent)
        picked: Ints = np.where(silent, 0, rule(votes))
        yield _beside(rule, true, f"where it is {least} or more", reached(true, picked))


def _beside(rule: Rule, true: World, name: str, got: Floats) -> Effect:
    gained = (got - reached(true, rule(honest(true)))).mean(axis=-1)
    return Effect(name=name, a=float(gained[0]), b=float(gained[1]))


def _woven(first: Votes, second: Votes) -> Votes:
    """Return two lists of questions as one, by turns."""

    def by_turns(one: npt.NDArray[S], two: npt.NDArray[S], axis: int) -> npt.NDArray[S]:
        both = np.stack((one, two), axis=axis + 1)
        shape = (*one.shape[:axis], -1, *one.shape[axis + 1 :])
        return both.reshape(shape)

    return Votes(
        score=by_turns(first.score, second.score, 2),
        stake=by_turns(first.stake, second.stake, 2),
        cannot=by_turns(first.cannot, second.cannot, 2),
        tie=by_turns(first.tie, second.tie, 1),
        cast=by_turns(first.cast, second.cast, 1),
    )


def _one_more(tie: Floats) -> Floats:
    """Return the order of ties with one more option, drawn from the others' order."""
    return np.concatenate((tie, (tie.sum(axis=-1, keepdims=True) * 7) % 1), axis=-1)
