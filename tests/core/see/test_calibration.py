"""What the picture claims, held against made-up couples whose truth is known."""

from __future__ import annotations

from dataclasses import replace
from statistics import NormalDist

import numpy as np
import numpy.typing as npt
import pytest
from calibration import stories
from calibration.spoken import Record, record, spoken
from calibration.world import Story, World, world

from coequal.core.people import Pair
from coequal.core.see.instrument import Constants
from coequal.core.see.model import Posterior, batch, estimates
from coequal.core.see.words import OneSide, word

Floats = npt.NDArray[np.float64]
REACH = NormalDist().inv_cdf(0.95)
COUPLES = 4_000
AREAS = 5


def made_of(story: Story, seed: int = 1) -> World:
    return world(story, couples=COUPLES, areas=AREAS, seed=seed)


def records(constants: Constants, made: World) -> tuple[Record, Record]:
    """How often a word is said, and right: of two people, and of one alone."""
    return tuple(  # type: ignore[return-value]
        record(spoken(constants, one.said, found), found, made)
        for one in (made, made.alone)
        for found in [batch(constants, one.said)]
    )


def covered(truth: Floats, mean: Floats, sd: Floats) -> float:
    return float((np.abs(truth - mean) <= REACH * sd).mean())


def coverages(made: World, found: Posterior) -> list[float]:
    return [
        covered(made.level, found.level, found.level_sd),
        covered(made.difference, found.apart.mean[:, :-1], found.apart.sd[:, :-1]),
        covered(made.gap, found.gap, found.gap_sd),
    ]


def slope(truth: Floats, estimate: Floats) -> float:
    return float((truth * estimate).sum() / (estimate**2).sum())


def test_under_its_own_story_nine_of_ten_intervals_hold_the_truth(
    constants: Constants,
) -> None:
    made = made_of(Story(constants=constants))

    both = coverages(made, batch(constants, made.said))
    alone = coverages(made.alone, batch(constants, made.alone.said))[:2]

    for share in both + alone:
        assert 0.88 <= share <= 0.96


def test_under_its_own_story_estimates_are_neither_too_large_nor_too_small(
    constants: Constants,
) -> None:
    made = made_of(Story(constants=constants))
    for one, far in ((made, 0.04), (made.alone, 0.09)):
        found = batch(constants, one.said)

        assert slope(made.difference, found.apart.mean[:, :-1]) == pytest.approx(
            1, abs=far
        )
        level = slope(made.level - constants.centre, found.level - constants.centre)
        assert level == pytest.approx(1, abs=0.03)


@pytest.mark.parametrize("name", ["R1", "R2", "wide"])
def test_in_realistic_worlds_it_speaks_and_is_right(
    constants: Constants, name: str
) -> None:
    two, one = records(constants, made_of(stories.told(constants)[name]))

    assert two.any_word >= 0.9
    assert one.any_word >= 0.6
    for found, probably in ((two, 0.12), (one, 0.18)):
        assert found.clear_wrong <= 0.02
        assert found.probably_wrong <= probably
        # 20 of 100 by 40,000 couples; with 4,000 it wavers by more than one
        assert found.probably_even <= 0.22
    # In the wide one no rule can: docs/algorithms/picture.md.
    least = 0.84 if name != "wide" else 0.6
    assert min(two.same_right, one.same_right) >= least


def test_however_people_answer_clear_is_seldom_wrong(constants: Constants) -> None:
    for name, story in stories.hard(constants).items():
        for found in records(constants, made_of(story)):
            assert found.clear_wrong <= 0.05, name


def test_people_whose_accounts_agree_everywhere_are_told_so(
    constants: Constants,
) -> None:
    a_lot = np.full((1, AREAS, 2, 3), 3.0)
    a_lot[..., 2] = constants.even
    names_one = np.full((1, AREAS, 2, 3), 2.0)
    names_one[..., 0] = 3.0
    names_one[..., 2] = (3.0, 1.0)

    def words(said: Floats) -> set[str]:
        return set(spoken(constants, said, batch(constants, said)).ravel().tolist())

    assert words(a_lot) == {"about the same"}
    assert words(names_one) <= {"clear", "probably"}


def test_words_for_arrays_are_the_words_for_a_couple(constants: Constants) -> None:
    story = Story(constants=constants, missing=0.2)
    made = world(story, couples=200, areas=AREAS, seed=7)
    for said in (made.said, made.alone.said):
        found = spoken(constants, said, batch(constants, said))
        for couple, told in zip(said, found, strict=True):
            areas = estimates(constants, couple).areas
            one_by_one = [
                word(constants, area.chances, accounts(of, constants))
                for area, of in zip(areas, couple, strict=True)
            ]
            assert one_by_one == told.tolist()


def accounts(said: Floats, constants: Constants) -> Pair[OneSide]:
    def account(one: Floats, towards: int) -> OneSide:
        rated, direct = one[0] - one[1], towards * (one[2] - constants.even)
        return OneSide(
            rated=None if np.isnan(rated) else int(rated),
            direct=None if np.isnan(direct) else int(direct),
        )

    return Pair(a=account(said[0], 1), b=account(said[1], -1))


def test_where_biases_are_not_as_assumed_intervals_still_hold_the_truth(
    constants: Constants,
) -> None:
    for bias in (0.25, 0.9):
        other = replace(constants, general=bias, own_side=bias)
        made = made_of(Story(constants=other), seed=2)

        assert min(coverages(made, batch(constants, made.said))) >= 0.82


def test_a_third_of_true_differences_of_a_step_and_a_half_are_told(
    constants: Constants,
) -> None:
    made = made_of(Story(constants=constants, apart=1.5), seed=4)
    assert made.difference[:, 0] == pytest.approx(1.5)
    for one in (made, made.alone):
        found = batch(constants, one.said)
        told = np.isin(spoken(constants, one.said, found)[:, 0], ("clear", "probably"))

        assert (told & (found.apart.mean[:, 0] > 0)).mean() > 1 / 3
