"""How often the interval of influence holds, whenever somebody looks.

Every history is looked at after each of its decisions, as people do.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import isclose
from typing import Final, Literal

import numpy as np

from coequal.core.decide.constants import ENOUGH, FADES, LATELY
from coequal.core.decide.influence import InfluenceWord, Witness, influence, reach_of
from deciding.world import Bools, Floats

SHARES: Final = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
LOOKS: Final = (10, 20, 40, 100, 200)
RUNS: Final = 20_000
Kind = Literal["all or nothing", "in thirds", "weighed", "in streaks"]
KINDS: Final[tuple[Kind, ...]] = (
    "all or nothing", "in thirds", "weighed", "in streaks",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What was told at some time up to so many decisions, of all histories.

    `held` says how often the interval held the true share at every look, `right` and
    `wrong` how often a direction was told that is so, and one that is not: where the
    true share is one half, each direction is wrong.
    """

    kind: Kind
    looks: int
    share: float
    held: float
    right: float
    wrong: float


def told() -> Iterator[Told]:
    """Try every kind of history."""
    rng = np.random.default_rng(12)
    for kind in KINDS:
        for share in SHARES:
            tilt, weight = _history(rng, kind, max(LOOKS), share)
            centre, reach, said = looked(tilt, weight)
            truth = 2 * share - 1
            off = said & (np.abs(centre - truth) > reach + 1e-12)
            a, b = said & (centre > reach), said & (centre < -reach)
            wrong, right = (a | b, a & b) if share == SHARES[0] else (b, a)
            for looks in LOOKS:
                yield Told(
                    kind=kind,
                    looks=looks,
                    share=share,
                    held=1 - _ever(off, looks),
                    right=_ever(right, looks),
                    wrong=_ever(wrong, looks),
                )


def _ever(what: Bools, looks: int) -> float:
    return float(what[:, :looks].any(axis=1).mean())


def looked(tilt: Floats, weight: Floats) -> tuple[Floats, Floats, Bools]:
    """Return centre and reach at each look, and where there is enough to say one."""
    centre, reach = np.zeros_like(tilt), np.ones_like(tilt)
    said = np.zeros(tilt.shape, dtype=np.bool_)
    for look in range(tilt.shape[1]):
        begin = max(0, look + 1 - LATELY)
        heard = look + 1 - begin
        fades = FADES ** np.arange(heard)[::-1]
        weights = weight[:, begin : look + 1] * fades
        total, squares = weights.sum(axis=1), (weights**2).sum(axis=1)
        plain = weight[:, begin : look + 1]
        n_eff = plain.sum(axis=1) ** 2 / (plain**2).sum(axis=1)
        centre[:, look] = (weights * tilt[:, begin : look + 1]).sum(axis=1) / total
        reach[:, look] = reach_of(squares, heard) / total
        said[:, look] = n_eff >= ENOUGH - 1e-9
    return centre, reach, said


def check() -> None:
    """Stop unless single decisions come to what many histories at once come to."""
    rng = np.random.default_rng(5)
    tilt, weight = _history(rng, "weighed", 140, 0.8)
    centre, reach, said = looked(tilt[:20], weight[:20])
    for row, look in np.ndindex(centre.shape):
        found = influence(
            Witness(tilt=float(t), weight=float(w))
            for t, w in zip(tilt[row, : look + 1], weight[row, : look + 1], strict=True)
        )
        assert (found.word is not InfluenceWord.FEW) == said[row, look]
        if found.low is None or found.high is None:
            continue
        tilted, far = float(centre[row, look]), float(reach[row, look])
        assert isclose(found.low, max((1 + tilted - far) / 2, 0), abs_tol=1e-12)
        assert isclose(found.high, min((1 + tilted + far) / 2, 1), abs_tol=1e-12)


def _history(
    rng: np.random.Generator, kind: Kind, decisions: int, share: float
) -> tuple[Floats, Floats]:
    """Return tilts and weights of many histories, (runs, decisions)."""
    shape = (RUNS, decisions)
    if kind == "in thirds":
        tilt: Floats = 2 * rng.binomial(3, share, shape) / 3 - 1
    else:
        tilt = np.where(rng.random(shape) < share, 1.0, -1.0)
    if kind == "in streaks":
        again = rng.random(shape) < 0.4
        for at in range(1, decisions):
            tilt[:, at] = np.where(again[:, at], tilt[:, at - 1], tilt[:, at])
    if kind != "weighed":
        return tilt, np.ones(shape)
    stakes = rng.integers(1, 7, shape) / 2
    return tilt, stakes * rng.integers(1, 5, shape) / 4
