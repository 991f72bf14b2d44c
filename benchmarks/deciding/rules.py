"""The rule of `core/decide` for many couples at once, and the rules beside it.

A rule takes votes and returns which option was chosen, (n, T).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from coequal.core.decide import constants as c
from deciding.world import TALK, Bools, Floats, Ints, Votes, on_own_scale

Rule = Callable[[Votes], Ints]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sides:
    """Ballots on own scales: `worth` (2, n, T, K), the rest (n, T, K) or (n, T).

    `standing` is what nothing left is better than, `nameable` what of it may be
    suggested by this rule; `unbarred` is the same as if nothing had been ruled out.
    `tilt` is the place of each option, 0 where first choices meet; `given_up`
    (2, n, T) what would be given up on average. `one_left` and `poor` say that a
    "cannot" left one option, or nothing that both are fine with.
    """

    worth: Floats
    barred: Bools
    standing: Bools
    nameable: Bools
    unbarred: Bools
    tilt: Floats
    given_up: Floats
    one_left: Bools
    poor: Bools


def sides(votes: Votes) -> Sides:
    """Put all ballots side by side."""
    marks = np.where(votes.cannot, 0, votes.score)
    barred: Bools = votes.cannot[0] | votes.cannot[1]
    worth, less = on_own_scale(marks), marks.min(axis=0)
    everything = _standing(marks, np.ones_like(barred))
    standing = _standing(marks, ~barred)
    any_barred = barred.any(axis=-1)
    fine = (~barred & (less >= c.MIDDLE)).any(axis=-1)
    return Sides(
        worth=worth,
        barred=barred,
        standing=standing,
        nameable=_nameable(less, standing),
        unbarred=_nameable(less, everything),
        tilt=_tilt(worth),
        given_up=np.where(everything, 1 - worth, 0).sum(axis=-1)
        / everything.sum(axis=-1),
        one_left=any_barred & ((~barred).sum(axis=-1) <= 1),
        poor=any_barred & ~fine,
    )


def _standing(marks: Ints, left: Bools) -> Bools:
    a, b = marks[..., None, :] - marks[..., None]
    better = (a >= 0) & (b >= 0) & ((a > 0) | (b > 0)) & left[..., None, :]
    found: Bools = left & ~better.any(axis=-1)
    return found


def _tilt(worth: Floats) -> Floats:
    flat, first = worth.min(axis=-1) == 1, worth == 1
    meet = (first[0] & first[1]).any(axis=-1) | flat[0] | flat[1]
    begin = np.where(first[::-1], worth, -1).max(axis=-1, keepdims=True)
    way = np.where(begin < 1, 1 - begin, 1)
    got = np.clip((worth - begin) / way, 0, 1)
    found: Floats = np.where(meet[..., None], 0, got[0] - got[1])
    return found


def _nameable(less: Ints, standing: Bools) -> Bools:
    """Return what both are glad of; else what neither puts at the bottom, if fine."""
    glad, fine = standing & (less >= c.GLAD), standing & (less >= c.MIDDLE)
    named = np.where(fine.any(axis=-1, keepdims=True), standing & (less > 0), standing)
    found: Bools = np.where(glad.any(axis=-1, keepdims=True), glad, named)
    return found


def chosen(value: Floats, standing: Bools, tie: Floats) -> Ints:
    """Return the best standing option; among tied ones the first in their order."""
    picked: Ints = np.where(best(value, standing), tie, -1).argmax(axis=-1)
    return picked


def best(value: Floats, among: Bools) -> Bools:
    """Return which options are the best of some; all tied ones."""
    value = np.where(among, value, -np.inf)
    found: Bools = value >= value.max(axis=-1, keepdims=True) - c.SAME
    return found


@dataclass(slots=True, kw_only=True, eq=False)
class Remembered:
    """What this rule remembers of many couples, one question after the other."""

    claims: Floats
    count: Floats
    balance: Floats

    @classmethod
    def blank(cls, couples: int) -> Remembered:
        """Nothing was settled yet."""
        return cls(
            claims=np.full((2, couples), c.TAKEN_FOR * c.USUAL_CLAIM),
            count=np.full((2, couples), c.TAKEN_FOR),
            balance=np.zeros(couples),
        )

    def own(self, stake: Ints) -> Floats:
        """Return both stakes by what each usually asks for, (2, n)."""
        usual = np.maximum(self.claims / self.count, c.LEAST_CLAIM)
        found: Floats = c.HALF_SCALE * stake / usual
        return found

    def pick(self, seen: Sides, votes: Votes, t: int) -> Ints:
        """Return what is suggested of the question at `t`, (n,)."""
        stake = votes.stake[:, :, t]
        own = self.own(stake)
        lean = np.exp(c.LEAN * np.clip(self.balance, -c.BOUND, c.BOUND))
        weight = np.where(
            stake.any(axis=0), np.stack((own[0] / lean, own[1] * lean)), 1
        )
        worth = seen.worth[:, :, t]
        value, low = (weight[..., None] * worth).sum(axis=0), worth.min(axis=0)
        tied = best(value, seen.nameable[:, t])
        wished = best(low, best(value, seen.unbarred[:, t]))
        lost = (wished & seen.barred[:, t]).any(axis=-1)
        talk = seen.one_left[:, t] | (seen.poor[:, t] & lost)
        found: Ints = np.where(talk, TALK, chosen(low, tied, votes.tie[:, t]))
        return found

    def keep(self, seen: Sides, votes: Votes, t: int, pick: Ints) -> None:
        """Remember what was settled; what was left to talk, or not cast, is not."""
        done = votes.cast[:, t] & (pick != TALK)
        stake = votes.stake[:, :, t]
        tilt = seen.tilt[np.arange(len(pick)), t, pick]
        moved = self.own(stake).min(axis=0) * tilt
        self.balance = np.where(done, c.DECAY * self.balance + moved, self.balance)
        given_up = seen.given_up[:, :, t]
        counts = np.where(given_up > 0, stake[::-1] ** 2 / c.MIDDLE_SQUARE, 0) * done
        self.claims = self.claims + counts * stake * given_up
        self.count = self.count + counts


def ours(votes: Votes) -> Ints:
    """Own scales, stakes by what one usually asks for, leaned by a bounded balance."""
    seen = sides(votes)
    couples, decisions, _ = votes.tie.shape
    picked = np.empty((couples, decisions), dtype=np.int64)
    memory = Remembered.blank(couples)
    for t in range(decisions):
        picked[:, t] = memory.pick(seen, votes, t)
        memory.keep(seen, votes, t, picked[:, t])
    return picked


def own_scales(votes: Votes) -> Ints:
    """No memory and no stakes: the largest sum on own scales."""
    seen = sides(votes)
    return chosen(seen.worth.sum(axis=0), seen.standing, votes.tie)


def worse_off(votes: Votes) -> Ints:
    """No memory and no stakes: best for the one worse off."""
    seen = sides(votes)
    return chosen(seen.worth.min(axis=0), seen.standing, votes.tie)


def product(votes: Votes) -> Ints:
    """No memory and no stakes: the largest product on own scales (Nash)."""
    seen = sides(votes)
    return chosen(seen.worth.prod(axis=0), seen.standing, votes.tie)


def raw_sum(votes: Votes) -> Ints:
    """The largest sum of stake times score, as they stand on the ballots."""
    total = (votes.stake[..., None] * votes.score).sum(axis=0)
    return chosen(total.astype(np.float64), sides(votes).standing, votes.tie)


def turns(votes: Votes) -> Ints:
    """Each in turn takes what they like best."""
    mine = np.arange(votes.tie.shape[1]) % 2
    score = np.where(mine[None, :, None] == 0, votes.score[0], votes.score[1])
    return chosen(score.astype(np.float64), sides(votes).standing, votes.tie)


def proportional_fair(votes: Votes) -> Ints:
    """Each voice counts by one over what it got so far (Freeman, Zahedi, Conitzer)."""
    seen = sides(votes)
    value = seen.worth * votes.stake[..., None]
    couples, decisions, _ = votes.tie.shape
    rows = np.arange(couples)
    picked = np.empty((couples, decisions), dtype=np.int64)
    so_far = np.ones((2, couples))
    for t in range(decisions):
        total = (value[:, :, t] / so_far[..., None]).sum(axis=0)
        pick = chosen(total, seen.standing[:, t], votes.tie[:, t])
        picked[:, t] = pick
        so_far += value[:, rows, t, pick] * votes.cast[:, t]
    return picked


NO_MEMORY: Mapping[str, Rule] = {
    "no memory: sum on own scales": own_scales,
    "no memory: best for the one worse off": worse_off,
    "no memory: product": product,
}
RULES: Mapping[str, Rule] = {
    "**this rule**": ours,
    **NO_MEMORY,
    "strict turns": turns,
    "raw sum of stake times score": raw_sum,
    "proportional fair": proportional_fair,
}
