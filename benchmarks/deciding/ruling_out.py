"""What A gets by ruling options out, by bottom marks, and by knowing B's ballot.

B is honest throughout. What is left to talk is worth as much as a random option.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import product
from typing import Final

import numpy as np

from coequal.core.decide.constants import GLAD, HIGHEST, MOST
from deciding.rules import Remembered, ours, sides
from deciding.strategies import CURVES, Effect, effect
from deciding.world import Bools, Floats, Ints, Votes, World, got_by, honest, reached

PRICES: Final = (0.0, 0.1, 0.2, 0.4, 0.8)
"""What A counts for the balance that a wish costs."""

INFORMED: Final = "best reply, B's ballot is known"


def strategies(true: World) -> Iterator[Effect]:
    """Yield what each strategy brings, beside honest ballots of both."""
    for name, votes in _ballots(true):
        yield effect(ours, true, name, votes)
    for name, outs in (("without a cannot", False), ("with a cannot", True)):
        found = [_informed(true, price, outs=outs) for price in PRICES]
        base = reached(true, ours(honest(true)))
        gained = [(reached(true, one) - base).mean(axis=-1) for one in found]
        best = max(gained, key=lambda one: float(one[0]))
        told = f"{INFORMED}, {name}"
        yield Effect(name=told, a=float(best[0]), b=float(best[1]))


def no_rule_helps(true: World) -> Effect:
    """What it costs B if their favourite is ruled out, and they choose of the rest.

    Whatever the rule: nothing more is left for B.
    """
    left = np.where(_favourite(true.worth[1]) & ~_favourite(true.worth[0]), -1, 1)
    pick: Ints = (true.worth[1] * left).argmax(axis=-1)
    gained = (reached(true, pick) - reached(true, ours(honest(true)))).mean(axis=-1)
    return Effect(name="B chooses of the rest", a=float(gained[0]), b=float(gained[1]))


def _favourite(worth: Floats) -> Bools:
    found: Bools = worth == worth.max(axis=-1, keepdims=True)
    return found


def _ballots(true: World) -> Iterator[tuple[str, Votes]]:
    best, theirs = _favourite(true.worth[0]), _favourite(true.worth[1])
    two = true.worth[0] >= np.sort(true.worth[0], axis=-1)[..., -2:-1]
    worst = true.worth[0] == 0
    most = (true.stake[0] == MOST)[..., None]
    for name, out in {
        "cannot: all but A's best": ~best,
        "cannot: the same, only where the stake is 3": ~best & most,
        "cannot: all but A's best two": ~two,
        "cannot: B's favourite": theirs & ~best,
        "cannot: all below A's middle": true.worth[0] < 0.5,
        "cannot: A's worst, if it is not B's favourite": worst & ~theirs,
    }.items():
        yield name, _out(honest(true), out)
    score = honest(true).score[0]
    for name, marks in {
        "bottom: all but A's best": np.where(best, HIGHEST, 0),
        "bottom: all but A's best two": np.where(two, score, 0),
        "bottom: B's favourite": np.where(theirs & ~best, 0, score),
        "glad of A's best alone": np.where(best, HIGHEST, np.minimum(score, GLAD - 1)),
    }.items():
        votes = honest(true)
        yield name, replace(votes, score=np.stack((marks, votes.score[1])))


def _out(votes: Votes, out: Bools) -> Votes:
    cannot = votes.cannot.copy()
    cannot[0] = out
    return replace(votes, cannot=cannot)


def _informed(true: World, price: float, *, outs: bool) -> Ints:
    """Let A answer each ballot of B by what brings most now, less what it costs."""
    couples, decisions, _ = true.tie.shape
    memory = Remembered.blank(couples)
    replies = [(one, sides(one)) for one in _replies(true, outs=outs)]
    chosen = np.empty((couples, decisions), dtype=np.int64)
    rows = np.arange(couples)
    for t in range(decisions):
        picks, after = [], []
        for votes, seen in replies:
            picks.append(memory.pick(seen, votes, t))
            after.append(replace(memory))
            after[-1].keep(seen, votes, t, picks[-1])
        now = true.worth[:, :, t : t + 1]
        got = [
            true.stake[0, :, t] * got_by(now, one[:, None])[0, :, 0] for one in picks
        ]
        paid = [price * _paid(memory, one) for one in after]
        taken = (np.stack(got) - np.stack(paid)).argmax(axis=0)
        chosen[:, t] = np.stack(picks)[taken, rows]
        memory = Remembered(
            claims=np.stack([one.claims for one in after])[taken, :, rows].T,
            count=np.stack([one.count for one in after])[taken, :, rows].T,
            balance=np.stack([one.balance for one in after])[taken, rows],
        )
    return chosen


def _paid(before: Remembered, after: Remembered) -> Floats:
    """Return what is remembered of it to A's cost: the balance, and what A asks for."""
    asked = (after.claims / after.count - before.claims / before.count)[0]
    found: Floats = after.balance - before.balance + 10 * asked
    return found


def _replies(true: World, *, outs: bool) -> Iterator[Votes]:
    """Yield what A may put in: by a curve and a stake, and something ruled out."""
    best, theirs = _favourite(true.worth[0]), _favourite(true.worth[1])
    two = true.worth[0] >= np.sort(true.worth[0], axis=-1)[..., -2:-1]
    none = np.zeros_like(best)
    ruled_out: Mapping[str, Bools] = {"none": none}
    if outs:
        ruled_out = {"none": none, "theirs": theirs & ~best, "rest": ~two}
    curves = ("honest", "steeper", "best only", "good or bad", "flatter")
    for curve, stake, out in product(curves, range(MOST + 1), ruled_out.values()):
        votes = honest(true)
        votes.score[0] = np.rint(HIGHEST * CURVES[curve](true.worth[0]))
        votes.stake[0] = stake
        yield _out(votes, out)
