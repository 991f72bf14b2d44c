"""Whether what somebody says has clearly moved: up, down, or not that one could tell.

Five facets one by one would cry wolf, so they are pooled into two series a person. The
newest points of a series are compared with those before, once each time somebody
looks; the limit is set so that of a hundred people for whom nothing changes, at most
five are told of anything in 25 looks. Formula, power and what it cannot see:
docs/algorithms/trend.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import Final

import numpy as np

from coequal.core.month.check_in import CheckIn, Facet
from coequal.core.trend.level import ENOUGH, Floats, as_numbers

WINDOW: Final = 52
"""So many times are looked at, the latest: a year of weeks."""

NEWEST: Final = 12
"""So many points count as new, once there are enough before them."""

BEFORE: Final = 8
"""The fewest points to compare with."""

FEWEST: Final = BEFORE + ENOUGH
"""From so many points on a change can be told at all."""

TOLD_FROM: Final = 3.1
"""A change is told from so many sds of noise on, either way."""

USUAL_NOISE: Final = 0.7
"""Sd of a point about its level, in steps, before anybody answered."""

TAKEN_FOR: Final = 1.0
"""How many points the usual noise counts for: few, so that calm people are heard."""

_NOTHING: Final = 1e-9


class Pool(StrEnum):
    """One of the two series of a person in which a change is looked for."""

    SAY_AND_LOAD = "say_and_load"
    TOGETHER = "together"


FACETS: Final[Mapping[Pool, tuple[Facet, ...]]] = MappingProxyType(
    {
        Pool.SAY_AND_LOAD: (Facet.HEARD, Facet.SAY, Facet.LOAD),
        Pool.TOGETHER: (Facet.APPRECIATED, Facet.GOOD),
    }
)
"""What each series pools."""


class Shift(StrEnum):
    """What can be said of a series."""

    EARLY = "too early"
    NONE = "none"
    UP = "up"
    DOWN = "down"


def shift(check_ins: Sequence[CheckIn], pool: Pool) -> Shift:
    """Return what the newest points of a series say beside those before.

    A check-in without any facet of the pool is a gap.
    """
    answers = as_numbers(check_ins[-WINDOW:], FACETS[pool])
    if np.isfinite(answers).any(axis=-1).sum() < ENOUGH:
        return Shift.EARLY
    moved = float(sds(answers))
    if abs(moved) < TOLD_FROM:
        return Shift.NONE
    return Shift.UP if moved > 0 else Shift.DOWN


def sds(answers: Floats) -> Floats:
    """Return how many sds of noise the newest points lie above those before.

    `answers` are (..., T, facets), where NaN is a gap; where nothing can be compared it
    is 0. A point is the mean of its facets. As these differ in their usual height, what
    follows from which of them are missing is taken out of the points first, and out of
    what is new in them. What comes out is brought from Student's law to the standard
    normal one.
    """
    said = np.isfinite(answers)
    there = np.asarray(said.any(axis=-1))
    mix = said / np.maximum(said.sum(axis=-1, keepdims=True), 1)
    point = (mix * np.where(said, answers, 0.0)).sum(axis=-1)
    place = there[..., ::-1].cumsum(axis=-1)[..., ::-1]
    count = place[..., 0]
    newest = np.minimum(count - BEFORE, NEWEST)[..., None]
    heights = _axes(mix)
    left = _without(heights, point)
    new = _without(heights, np.where(there & (place <= newest), 1.0, 0.0))
    weight = np.maximum((new**2).sum(axis=-1), _NOTHING)
    moved = (new * left).sum(axis=-1) / weight
    off = ((left - moved[..., None] * new) ** 2).sum(axis=-1)
    free = np.maximum(count - (heights**2).sum(axis=(-1, -2)) - 1, 0) + TAKEN_FOR
    variance = (TAKEN_FOR * USUAL_NOISE**2 + off) / free / weight
    far = np.sqrt((free - 0.5) * np.log1p(moved**2 / variance / free))
    told = (count >= FEWEST) & (weight > _NOTHING)
    return np.where(told, np.copysign(far, moved), 0.0)


def _axes(columns: Floats) -> Floats:
    """Return columns (..., T, n) made orthonormal; 0 where one follows from others."""
    squares, turn = np.linalg.eigh(np.swapaxes(columns, -1, -2) @ columns)
    size = np.sqrt(np.where(squares > _NOTHING, squares, np.inf))[..., None, :]
    return np.asarray(columns @ turn / size)


def _without(axes: Floats, values: Floats) -> Floats:
    """Return what is left of values (..., T) when what lies along axes is taken out."""
    along = np.swapaxes(axes, -1, -2) @ values[..., None]
    return np.asarray(values - (axes @ along)[..., 0])
