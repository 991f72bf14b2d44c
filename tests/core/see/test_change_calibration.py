from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pytest
from calibration import stories
from calibration.world import DIRECT, Story, again, world

from coequal.content.load import content
from coequal.core.people import PairType
from coequal.core.see.change import (
    RELIABLE,
    RELIABLE_OVER_ALL,
    TAU,
    change_of,
    variance,
)
from coequal.core.see.instrument import Constants

Floats = npt.NDArray[np.float64]
COUPLES = 1_000
SHIPPED = content(PairType.PARTNERS).instrument.constants
AREAS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Shares over all people and areas of made-up couples who answer twice."""

    covered: float
    told: float
    right: float


def lives(
    c: Constants,
    people: int,
    *,
    tau: float = 0.0,
    by: float = 0.0,
    noise: float | None = None,
) -> Found:
    story = Story(constants=replace(c, noise=noise or c.noise))
    made = world(story, couples=COUPLES, areas=AREAS, seed=7)
    normal = np.random.default_rng(8).standard_normal(made.level.shape)
    change = by + tau * normal
    moves = (again(story, made, change, seed=9) - made.said)[:, :, :people, :DIRECT]
    found = [
        (moved, true)
        for pair, true in zip(
            np.moveaxis(moves, 2, 3).reshape(-1, people).astype(int).tolist(),
            change.ravel().tolist(),
            strict=True,
        )
        if (moved := change_of(c, pair)) is not None
    ]
    told = [(m, true) for m, true in found if m.reliable]
    return Found(
        covered=_share([m.by.low <= true <= m.by.high for m, true in found]),
        told=_share([m.reliable for m, _ in found]),
        right=_share([m.by.value * true > 0 for m, true in told]),
    )


def _share(of: list[bool]) -> float:
    return sum(of) / max(len(of), 1)


@pytest.mark.parametrize("people", [1, 2])
def test_under_its_own_story_nine_of_ten_intervals_hold_the_change(
    constants: Constants, people: int
) -> None:
    assert lives(constants, people, tau=TAU).covered == pytest.approx(0.9, abs=0.025)


@pytest.mark.parametrize("noise", [0.6, 1.0])
def test_where_people_change_less_than_assumed_intervals_hold_more(
    constants: Constants, noise: float
) -> None:
    assert lives(constants, 2, tau=TAU / 2, noise=noise).covered >= 0.9


def anything_told(c: Constants, *, by: float) -> float:
    """Share of couples who are told that A's say rose, or anything if it did not."""
    made = world(Story(constants=c), couples=COUPLES, areas=AREAS, seed=7)
    change = np.zeros_like(made.level)
    change[..., 0] = by
    moves = (again(Story(constants=c), made, change, seed=9) - made.said)[..., :DIRECT]
    rose = 0
    for couple in moves.astype(int):
        of_a, of_b = (couple[:, :, seat] for seat in (0, 1))
        pooled = [over(one.ravel().tolist()) for one in (of_a, of_b)]
        areas = [over(one.tolist(), RELIABLE) for one in (*of_a, *of_b)]
        rose += (pooled[0] and of_a.mean() > 0) if by else any(pooled + areas)
    return rose / len(moves)


def over(moves: list[int], reliable: float = RELIABLE_OVER_ALL) -> bool:
    index = sum(moves) / (len(moves) * variance(SHIPPED)) ** 0.5
    return abs(index) >= reliable


def test_where_nothing_changed_few_couples_are_told_anything(
    constants: Constants,
) -> None:
    assert anything_told(constants, by=0.0) <= 0.05
    assert anything_told(calm(constants), by=0.0) <= 0.02


def calm(constants: Constants) -> Constants:
    return stories.told(constants)["R1"].constants


def test_a_rise_in_all_areas_is_told_far_more_often_than_nothing(
    constants: Constants,
) -> None:
    assert anything_told(constants, by=1.0) >= 0.26
    assert anything_told(calm(constants), by=1.0) >= 0.34
    assert anything_told(constants, by=1.5) >= 0.53
