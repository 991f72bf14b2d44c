from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pytest
from benchmarks.calibration.world import Story, again, world

from coequal.core.see.change import TAU, change_of
from coequal.core.see.instrument import Constants

Floats = npt.NDArray[np.float64]
COUPLES = 1_000
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
    moves = (again(story, made, change, seed=9) - made.said)[:, :, :people]
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


@pytest.mark.parametrize("people", [1, 2])
def test_where_nothing_changed_little_is_told(
    constants: Constants, people: int
) -> None:
    assert lives(constants, people).told <= 0.025


def test_what_is_told_is_mostly_right_and_two_are_told_more(
    constants: Constants,
) -> None:
    one, two = lives(constants, 1, tau=TAU), lives(constants, 2, tau=TAU)

    assert min(one.right, two.right) >= 0.85
    assert two.told > one.told


def test_a_change_of_two_steps_is_told_to_two_in_a_quarter_of_the_areas(
    constants: Constants,
) -> None:
    assert lives(constants, 2, by=2.0).told > 0.25
