"""Made-up couples, what is true for them, and what they put on their ballots."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from coequal.core.decide.constants import HIGHEST

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

DECISIONS = 60
OPTIONS = 4
TALK = -1
"""What is chosen where nothing is left to weigh."""
HOW_STAKES_FALL = (0.15, 0.35, 0.30, 0.20)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class World:
    """What is true: `worth` (2, n, T, K) from 0 to 1 on own scales, `stake` (2, n, T).

    `tie` (n, T, K) is the order in which tied options are taken.
    """

    worth: Floats
    stake: Ints
    tie: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Votes:
    """What is on the ballots: `score` (2, n, T, K), `stake` (2, n, T).

    `cannot` (2, n, T, K) says what somebody cannot live with, `cast` (n, T) where both
    voted; `tie` is as in the world.
    """

    score: Ints
    stake: Ints
    cannot: Bools
    tie: Floats
    cast: Bools


def world(
    *, couples: int, alike: float = 0.0, seed: int, decisions: int = DECISIONS
) -> World:
    """Draw couples whose tastes correlate by `alike`, from -1 to 1."""
    rng = np.random.default_rng(seed)
    shape = (couples, decisions, OPTIONS)
    one, two = rng.normal(size=shape), rng.normal(size=shape)
    taste = np.stack((one, alike * one + np.sqrt(1 - alike**2) * two))
    return World(
        worth=on_own_scale(taste),
        stake=rng.choice(4, size=(2, couples, decisions), p=HOW_STAKES_FALL),
        tie=rng.random(shape),
    )


def on_own_scale(given: Floats | Ints) -> Floats:
    """Return numbers from 0 to 1 along the last axis; 1 where all are alike."""
    low = given.min(axis=-1, keepdims=True)
    width = given.max(axis=-1, keepdims=True) - low
    scaled: Floats = np.where(
        width > 0, (given - low) / np.where(width > 0, width, 1), 1
    )
    return scaled


def honest(true: World) -> Votes:
    """Everybody says what is so, in whole steps."""
    return Votes(
        score=np.rint(HIGHEST * true.worth).astype(np.int64),
        stake=true.stake.copy(),
        cannot=np.zeros(true.worth.shape, dtype=np.bool_),
        tie=true.tie,
        cast=np.ones(true.tie.shape[:2], dtype=np.bool_),
    )


def got_by(worth: Floats, chosen: Ints) -> Floats:
    """Return the worth of what was chosen, (2, n, T)."""
    where = np.maximum(chosen, 0)[None, ..., None]
    got = np.take_along_axis(worth, where, axis=-1)[..., 0]
    found: Floats = np.where(chosen == TALK, worth.mean(axis=-1), got)
    return found


def reached(true: World, chosen: Ints) -> Floats:
    """Return what each person got, (2, n): worth by stake, as a share of all of it.

    What is left to talk is worth as much as a random option.
    """
    got = got_by(true.worth, chosen)
    share: Floats = (got * true.stake).sum(axis=-1) / true.stake.sum(axis=-1)
    return share
