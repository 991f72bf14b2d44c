"""Made-up couples: the model's own story, and the ways in which it may be wrong.

Written from the formula in docs/algorithms/picture.md and apart from the code that
it is there to check; only the constants are shared.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import sqrt

import numpy as np
import numpy.typing as npt

from coequal.core.see.instrument import Constants

Floats = npt.NDArray[np.float64]

HEAVY = 3  # degrees of freedom


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """How a world comes about.

    `heavy` draws biases, views and noise from t(3) of the same sd; `flat` is the
    share of people who give one and the same answer to everything; `missing` the
    share of answers left out; `apart` fixes the difference in the first area.
    """

    constants: Constants
    heavy: bool = False
    flat: float = 0.0
    missing: float = 0.0
    apart: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class World:
    """`level` (n, D, target); `account`, `said` (n, D, reporter, target)."""

    level: Floats
    account: Floats
    said: Floats

    @property
    def difference(self) -> Floats:
        """Level of A less level of B, (n, D)."""
        return self.level[..., 0] - self.level[..., 1]

    @property
    def gap(self) -> Floats:
        """Own account less the other's, (n, D, target)."""
        of_a = self.account[:, :, 0, 0] - self.account[:, :, 1, 0]
        of_b = self.account[:, :, 1, 1] - self.account[:, :, 0, 1]
        return np.stack((of_a, of_b), axis=-1)

    @property
    def alone(self) -> World:
        """The same couples when only A has answered."""
        said = self.said.copy()
        said[:, :, 1] = np.nan
        return replace(self, said=said)


def world(story: Story, *, couples: int, areas: int, seed: int) -> World:
    """Draw couples of a story; the same seed draws the same couples."""
    rng = np.random.default_rng(seed)
    level = _levels(story, rng, couples, areas)
    account = _accounts(story, rng, level)
    heard = account + _drawn(story, rng, story.constants.noise, account.shape)
    said = np.searchsorted(story.constants.cuts, heard).astype(np.float64)
    _flatten(story, rng, said)
    said[rng.random(said.shape) < story.missing] = np.nan
    return World(level=level, account=account, said=said)


def again(story: Story, made: World, change: Floats, *, seed: int) -> Floats:
    """Let the same couples answer once more, with leans and views as they were.

    `change` (n, D, target) is what was added to the levels since.
    """
    rng = np.random.default_rng(seed)
    account = made.account + change[:, :, None, :]
    heard = account + _drawn(story, rng, story.constants.noise, account.shape)
    return np.searchsorted(story.constants.cuts, heard).astype(np.float64)


def _levels(story: Story, rng: np.random.Generator, couples: int, areas: int) -> Floats:
    c = story.constants
    both = rng.normal(0, c.both_overall, (couples, 1)) + rng.normal(
        0, c.both_area, (couples, areas)
    )
    overall = rng.normal(0, c.tilt_overall, (couples, 1))
    by_area = rng.normal(0, c.tilt_area, (couples, areas))
    if story.apart is not None:
        # condition the two Gaussian terms on their sum in the first area
        missing = story.apart / 2 - overall[:, 0] - by_area[:, 0]
        variance = c.tilt_overall**2 + c.tilt_area**2
        overall[:, 0] += missing * c.tilt_overall**2 / variance
        by_area[:, 0] += missing * c.tilt_area**2 / variance
    tilt = overall + by_area
    return c.centre + np.stack((both + tilt, both - tilt), axis=-1)


def _accounts(story: Story, rng: np.random.Generator, level: Floats) -> Floats:
    couples, areas, _ = level.shape
    c = story.constants
    general = _drawn(story, rng, c.general, (couples, 2))
    own_side = _drawn(story, rng, c.own_side, (couples, 2))
    view = _drawn(story, rng, c.view, (couples, areas, 2, 2))
    account = level[:, :, None, :] + general[:, None, :, None] + view
    for seat in (0, 1):
        account[:, :, seat, seat] += own_side[:, None, seat]
    return account


def _drawn(
    story: Story, rng: np.random.Generator, sd: float, shape: tuple[int, ...]
) -> Floats:
    if story.heavy:
        return sd / sqrt(HEAVY / (HEAVY - 2)) * rng.standard_t(HEAVY, shape)
    return rng.normal(0, sd, shape)


def _flatten(story: Story, rng: np.random.Generator, said: Floats) -> None:
    couples, _, seats, _ = said.shape
    steps = len(story.constants.cuts) + 1
    flat = rng.random((couples, seats)) < story.flat
    same = rng.integers(0, steps, (couples, seats)).astype(np.float64)
    each = np.moveaxis(said, 2, 1)
    each[flat] = same[flat][:, None, None]
