from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pytest
from calibration import change_overall, stories
from calibration.world import DIRECT, Story, again, world
from hypothesis import given
from hypothesis import strategies as st

from coequal.content.load import content
from coequal.core.people import PairType
from coequal.core.see.answers import Answers
from coequal.core.see.change import HEARD, changes, heard, over_all, told
from coequal.core.see.instrument import Constants
from coequal.core.see.moved import TAU, chance, change_of
from coequal.core.see.picture import Picture, picture

Floats = npt.NDArray[np.float64]
COUPLES = 1_000
AREAS = 5
MANY = 4_000
FORM = content(PairType.PARTNERS).instrument
SHORT = FORM.areas[:AREAS]


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
    told = [(m, true) for m, true in found if m.told]
    return Found(
        covered=_share([m.by.low <= true <= m.by.high for m, true in found]),
        told=_share([m.told for m, _ in found]),
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


def days(c: Constants) -> dict[str, change_overall.Day]:
    return {name: change_overall.days(c)[name] for name in stories.told(c)}


@pytest.mark.parametrize("people", [1, 2])
def test_where_nothing_changed_few_couples_are_told_anything(
    constants: Constants, people: int
) -> None:
    for name, day in days(constants).items():
        moved = change_overall.twice(day, MANY).of(people)
        _, over = change_overall.over_all(constants, moved.said)

        assert change_overall.anything(constants, moved, over).mean() <= 0.05, name
        assert over.mean() <= 0.045, name


def test_a_rise_of_one_step_in_all_areas_is_told_of_every_second_couple(
    constants: Constants,
) -> None:
    for name, day in days(constants).items():
        moved = change_overall.twice(day, MANY, say=1.0)
        total, over = change_overall.over_all(constants, moved.said)

        assert (over & (total > 0)).mean() >= 0.5, name
        assert (over & (total < 0)).mean() <= 0.01, name


def test_being_heard_more_is_told_oftener_the_more_it_is(constants: Constants) -> None:
    day = days(constants)["as stated"]
    told = [
        (change_overall.heard(constants, moved.heard)[:, 0] > 0).mean()
        for by in (0.0, 1.0, 2.0)
        for moved in [change_overall.twice(day, MANY, heard=by)]
    ]

    assert told[0] <= 0.01 < 4 * told[0] < told[1] < told[2]
    assert told[2] >= 0.15


def test_the_rules_for_arrays_are_the_rules_for_a_couple(constants: Constants) -> None:
    day = days(constants)["as stated"]
    made = world(day.story, couples=200, areas=AREAS, seed=change_overall.SEED)
    moved = change_overall.twice(day, 200, say=1.0, heard=1.5)
    total, over = change_overall.over_all(constants, moved.said)
    anything = change_overall.anything(constants, moved, over)

    for couple in range(200):
        before, now = (
            drawn(said, moved.heard[couple] * share)
            for said, share in (
                (made.said[couple], 0),
                (made.said[couple] + moved.said[couple], 1),
            )
        )
        found = over_all(constants, before, now)
        each = heard(constants, before, now)
        assert found is not None
        assert found.told == over[couple]
        assert np.sign(found.by.value) == np.sign(total[couple])
        assert anything[couple] == (
            found.told
            or any(one is not None and one.told for one in (each.a, each.b))
            or bool(told(changes(constants, before, now)))
        )


def drawn(said: Floats, heard_steps: Floats) -> Picture:
    """Return the picture of one couple: areas as said, and how much each is heard."""

    def answers(seat: int) -> Answers:
        mine, yours = (seat, 1 - seat)
        given = {
            f"{area.id}.{ask}": int(value)
            for area, row in zip(SHORT, said, strict=True)
            for ask, value in zip(
                ("mine", "yours", "who"),
                (row[seat][mine], row[seat][yours], row[seat][DIRECT]),
                strict=True,
            )
        }
        # Only how far answers moved counts, so they may begin anywhere.
        moved = {
            item: int(by) for item, by in zip(HEARD, heard_steps[seat], strict=True)
        }
        return Answers(given=given | moved)

    return picture(FORM, answers(0), answers(1))


@given(
    moves=st.lists(
        st.lists(st.integers(-8, 8), min_size=6, max_size=6), min_size=1, max_size=5
    )
)
def test_chance_for_arrays_is_chance(moves: list[list[int]]) -> None:
    found = change_overall.chance(np.array(moves, dtype=np.float64))

    assert found == pytest.approx([chance(one) for one in moves], abs=1e-6)
