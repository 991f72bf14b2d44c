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
Bools = npt.NDArray[np.bool_]

HEAVY = 3  # degrees of freedom
DIRECT = 2  # where a direct answer stands beside the two accounts


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """How a world comes about.

    `heavy` draws biases, views and noise from t(3) of the same sd. `flat`, `careless`
    and `mirroring` are the shares of people who give one and the same answer to
    everything, any answer to anything, and of the other just what they leave of
    themselves; `missing` is the share of answers left out. `ends` lets all use only the
    ends of a scale. `for_all` and `for_oneself` move what everybody says of everybody,
    and of themselves; `favours` what both say of A. `stretch` is by how much the two
    stretch their answers round the middle. `apart` fixes the difference in the first
    area.
    """

    constants: Constants
    heavy: bool = False
    flat: float = 0.0
    careless: float = 0.0
    mirroring: float = 0.0
    missing: float = 0.0
    ends: bool = False
    for_all: float = 0.0
    for_oneself: float = 0.0
    favours: float = 0.0
    stretch: tuple[float, float] = (1.0, 1.0)
    apart: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class World:
    """`level` (n, D, target), `account` (n, D, reporter, target) and what lies behind a
    direct answer, `compared` (n, D, reporter); `said` (n, D, reporter, 3)."""

    level: Floats
    account: Floats
    compared: Floats
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
    account, compared = _accounts(story, rng, level)
    said = _answered(story, rng, account, compared)
    _answer_otherwise(story, rng, said)
    said[rng.random(said.shape) < story.missing] = np.nan
    return World(level=level, account=account, compared=compared, said=said)


def again(story: Story, made: World, change: Floats, *, seed: int) -> Floats:
    """Let the same couples answer once more, with leans and views as they were.

    `change` (n, D, target) is what was added to the levels since.
    """
    rng = np.random.default_rng(seed)
    apart = story.constants.direct * (change[..., 0] - change[..., 1])
    return _answered(
        story,
        rng,
        made.account + change[:, :, None, :],
        made.compared + np.stack((apart, -apart), axis=-1),
    )


def _levels(story: Story, rng: np.random.Generator, couples: int, areas: int) -> Floats:
    c = story.constants
    both = rng.normal(0, c.both_overall, (couples, 1)) + rng.normal(
        0, c.both_area, (couples, areas)
    )
    half = _tilts(story, rng, couples, areas)
    return c.centre + np.stack((both + half, both - half), axis=-1)


def _tilts(story: Story, rng: np.random.Generator, couples: int, areas: int) -> Floats:
    """Half of what parts the two: about nothing in some areas, more in the others."""
    c = story.constants
    usual = c.tilt_overall**2 + c.tilt_area**2
    wide = (usual - c.even_share * c.even_sd**2 / 4) / (1 - c.even_share)
    by_area_sd = sqrt(wide - c.tilt_overall**2)
    overall = rng.normal(0, c.tilt_overall, (couples, 1))
    by_area = rng.normal(0, by_area_sd, (couples, areas))
    if story.apart is not None:
        # condition the two Gaussian terms on their sum in the first area
        missing = story.apart / 2 - overall[:, 0] - by_area[:, 0]
        overall[:, 0] += missing * c.tilt_overall**2 / wide
        by_area[:, 0] += missing * by_area_sd**2 / wide
    even = rng.random((couples, areas)) < c.even_share
    even[:, 0] &= story.apart is None
    about_none = rng.normal(0, c.even_sd / 2, (couples, areas))
    return np.where(even, about_none, overall + by_area)


def _accounts(
    story: Story, rng: np.random.Generator, level: Floats
) -> tuple[Floats, Floats]:
    couples, areas, _ = level.shape
    c = story.constants
    general = story.for_all + _drawn(story, rng, c.general, (couples, 2))
    own_side = story.for_oneself + _drawn(story, rng, c.own_side, (couples, 2))
    view = _drawn(story, rng, c.view, (couples, areas, 2, 2))
    account = level[:, :, None, :] + general[:, None, :, None] + view
    for seat in (0, 1):
        account[:, :, seat, seat] += own_side[:, None, seat]
    account += story.favours * np.array([0.5, -0.5])
    apart = level[..., 0] - level[..., 1] + story.favours
    look = _drawn(story, rng, c.direct_view, (couples, areas, 2))
    lean = _drawn(story, rng, c.direct_lean, (couples, 1, 2))
    compared = c.even + c.direct * np.stack((apart, -apart), axis=-1) + lean + look
    return account, compared


def _answered(
    story: Story, rng: np.random.Generator, account: Floats, compared: Floats
) -> Floats:
    c = story.constants
    behind = np.concatenate((account, compared[..., None]), axis=-1)
    middle = np.array([2.0, 2.0, c.even])
    far = np.array(story.stretch)[:, None] * (
        behind - middle + _drawn(story, rng, c.noise, behind.shape)
    )
    said: Floats = np.searchsorted(c.cuts, middle + far).astype(np.float64)
    if story.ends:
        said[..., :DIRECT] = np.where(far[..., :DIRECT] > c.centre - 2, 4.0, 0.0)
        direct = said[..., DIRECT]
        said[..., DIRECT] = np.where(direct > 2, 4.0, np.where(direct < 2, 0.0, 2.0))
    return said


def _drawn(
    story: Story, rng: np.random.Generator, sd: float, shape: tuple[int, ...]
) -> Floats:
    if story.heavy:
        return sd / sqrt(HEAVY / (HEAVY - 2)) * rng.standard_t(HEAVY, shape)
    return rng.normal(0, sd, shape)


def _answer_otherwise(story: Story, rng: np.random.Generator, said: Floats) -> None:
    """Let some people answer in a way that the model does not know of."""
    steps = len(story.constants.cuts) + 1
    couples = len(said)

    def some(share: float) -> Bools:
        return np.asarray(rng.random((couples, 2)) < share)

    each = np.moveaxis(said, 2, 1)  # (n, reporter, D, 3)
    mirrors = some(story.mirroring)
    for me in (0, 1):
        one = each[mirrors[:, me], me]
        one[..., 1 - me] = steps - 1 - one[..., me]
        each[mirrors[:, me], me] = one
    any_answer = rng.integers(0, steps, each.shape).astype(np.float64)
    careless, flat = some(story.careless), some(story.flat)
    each[careless] = any_answer[careless]
    each[flat] = any_answer[flat][:, :1, :1]
