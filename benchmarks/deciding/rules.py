"""The rule of `core/decide` for many couples at once, and the rules beside it.

A rule takes votes and returns which option was chosen, (n, T).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from coequal.core.decide import constants as c
from deciding.world import Bools, Floats, Ints, Votes, on_own_scale

Rule = Callable[[Votes], Ints]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sides:
    """Ballots on own scales: `worth` (2, n, T, K), `standing` (n, T, K).

    `tilt` (n, T, K) is the place of each option, 0 where first choices meet;
    `nameable` (n, T, K) are the standing options that this rule may suggest.
    """

    worth: Floats
    standing: Bools
    nameable: Bools
    tilt: Floats


def sides(votes: Votes) -> Sides:
    """Put all ballots side by side."""
    worth = on_own_scale(votes.score)
    a, b = votes.score[..., None, :] - votes.score[..., None]
    beaten = ((a >= 0) & (b >= 0) & ((a > 0) | (b > 0))).any(axis=-1)
    flat = worth.min(axis=-1) == 1
    first = worth == 1
    meet = (first[0] & first[1]).any(axis=-1) | flat[0] | flat[1]
    begin = np.where(first[::-1], worth, -1).max(axis=-1, keepdims=True)
    way = np.where(begin < 1, 1 - begin, 1)
    got = np.clip((worth - begin) / way, 0, 1)
    tilt = np.where(meet[..., None], 0, got[0] - got[1])
    return Sides(
        worth=worth,
        standing=~beaten,
        nameable=_nameable(votes.score.min(axis=0), ~beaten),
        tilt=tilt,
    )


def _nameable(less: Ints, standing: Bools) -> Bools:
    """Return what both are glad of; else what neither puts at the bottom, if fine."""
    glad, fine = standing & (less >= c.GLAD), standing & (less >= c.MIDDLE)
    named = np.where(fine.any(axis=-1, keepdims=True), standing & (less > 0), standing)
    return np.where(glad.any(axis=-1, keepdims=True), glad, named)


def chosen(value: Floats, standing: Bools, tie: Floats) -> Ints:
    """Return the best standing option; among tied ones the first in their order."""
    picked: Ints = np.where(best(value, standing), tie, -1).argmax(axis=-1)
    return picked


def best(value: Floats, among: Bools) -> Bools:
    """Return which options are the best of some; all tied ones."""
    value = np.where(among, value, -np.inf)
    found: Bools = value >= value.max(axis=-1, keepdims=True) - c.SAME
    return found


def ours(votes: Votes) -> Ints:
    """Own scales, stakes by what one usually asks for, leaned by a bounded balance."""
    seen = sides(votes)
    couples, decisions, _ = votes.tie.shape
    rows = np.arange(couples)
    picked = np.empty((couples, decisions), dtype=np.int64)
    given_up = np.where(seen.standing, 1 - seen.worth, 0).sum(axis=-1)
    given_up /= seen.standing.sum(axis=-1)
    counts = np.where(given_up > 0, votes.stake[::-1] ** 2 / c.MIDDLE_SQUARE, 0)
    counts *= votes.cast
    claims = np.full((2, couples), c.TAKEN_FOR * c.USUAL_CLAIM)
    count = np.full((2, couples), c.TAKEN_FOR)
    balance = np.zeros(couples)
    for t in range(decisions):
        stake = votes.stake[:, :, t]
        own = c.HALF_SCALE * stake / np.maximum(claims / count, c.LEAST_CLAIM)
        lean = np.exp(c.LEAN * np.clip(balance, -c.BOUND, c.BOUND))
        weight = np.where(
            stake.any(axis=0), np.stack((own[0] / lean, own[1] * lean)), 1
        )
        value = (weight[..., None] * seen.worth[:, :, t]).sum(axis=0)
        tied = best(value, seen.nameable[:, t])
        low = seen.worth[:, :, t].min(axis=0)
        pick = chosen(low, tied, votes.tie[:, t])
        picked[:, t] = pick
        cast = votes.cast[:, t]
        balance *= np.where(cast, c.DECAY, 1)
        balance += cast * own.min(axis=0) * seen.tilt[rows, t, pick]
        claims += counts[:, :, t] * stake * given_up[:, :, t]
        count += counts[:, :, t]
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
