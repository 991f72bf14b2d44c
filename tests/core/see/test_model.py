from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coequal.core.measured import Estimate
from coequal.core.people import Pair
from coequal.core.see.instrument import Constants
from coequal.core.see.model import AreaEstimates, Posterior, batch, estimates
from coequal.core.see.prior import prior

Floats = npt.NDArray[np.float64]
NAN = float("nan")
EVEN = 2.0


def said_of(areas: int) -> st.SearchStrategy[Floats]:
    cells = st.lists(
        st.sampled_from([0.0, 1.0, 2.0, 3.0, 4.0, NAN]),
        min_size=6 * areas,
        max_size=6 * areas,
    )
    return cells.map(lambda found: np.array(found).reshape(-1, 2, 3))


SAID = st.integers(1, 5).flatmap(said_of)


def exchanged(said: Floats) -> Floats:
    return said[:, ::-1][..., [1, 0, 2]]


def all_alike(value: float, *, direct: float = EVEN, areas: int = 5) -> Floats:
    said = np.full((areas, 2, 3), value)
    said[..., 2] = direct
    return said


def first(constants: Constants, said: Floats) -> AreaEstimates:
    return estimates(constants, said).areas[0]


def test_one_answer_alone_is_shrunk_by_hand_worked_weights(
    constants: Constants,
) -> None:
    known = prior(constants, 1)
    said = np.array([[[4.0, NAN, NAN], [NAN, NAN, NAN]]])
    weight = known.across[0, 0] / known.covariance[0, 0]

    found = first(constants, said)

    expected = constants.centre + weight * (4.0 - known.mean[0])
    assert found.level.a.value == pytest.approx(expected)
    variance = known.before[0] - weight * known.across[0, 0]
    assert found.level.a.high - found.level.a.value == pytest.approx(
        1.6448536 * variance**0.5
    )


def test_nobody_saying_anything_leaves_the_middle_and_wide_intervals(
    constants: Constants,
) -> None:
    found = first(constants, np.full((1, 2, 3), NAN))

    assert found.level.a == found.level.b
    assert found.level.a.value == constants.centre
    assert found.difference.value == 0
    assert found.chances.more == Pair(a=0.5, b=0.5)
    assert found.chances.within < constants.same


@given(said=SAID)
def test_exchanging_the_two_mirrors_every_number_to_the_last_bit(
    constants: Constants, said: Floats
) -> None:
    ours = estimates(constants, said)
    mirrored = estimates(constants, exchanged(said))

    for one, other in zip(ours.areas, mirrored.areas, strict=True):
        assert other.level == one.level.mirrored
        assert other.gap == one.gap.mirrored
        assert other.difference == -one.difference
        assert other.chances.more == one.chances.more.mirrored
        assert other.chances.hardly == one.chances.hardly
        assert other.chances.within == one.chances.within
    assert ours.overall is not None
    assert mirrored.overall is not None
    assert mirrored.overall.more == ours.overall.more.mirrored


@given(couples=st.lists(said_of(3), min_size=1, max_size=9))
def test_a_batch_gives_each_couple_what_it_would_get_alone(
    constants: Constants, couples: list[Floats]
) -> None:
    together = batch(constants, np.stack(couples))

    for n, said in enumerate(couples):
        alone = batch(constants, said[None])
        for numbers in (of_levels, of_differences, of_gaps):
            assert numbers(together)[n] == pytest.approx(numbers(alone)[0], abs=1e-9)


def of_levels(found: Posterior) -> Floats:
    return found.level


def of_differences(found: Posterior) -> Floats:
    return np.stack((found.apart.mean, found.apart.sd, found.apart.within), axis=-1)


def of_gaps(found: Posterior) -> Floats:
    return np.stack((found.gap, found.gap_sd), axis=-1)


@given(said=SAID, d=st.integers(0, 5), reporter=st.integers(0, 1))
def test_saying_more_of_ones_say_never_lowers_the_level(
    constants: Constants, said: Floats, d: int, reporter: int
) -> None:
    place = (min(d, len(said) - 1), reporter, 0)
    said[place] = 1.0
    before = batch(constants, said[None]).level[0, place[0], 0]
    said[place] = 3.0

    assert batch(constants, said[None]).level[0, place[0], 0] > before


@given(said=SAID, d=st.integers(0, 5), cell=st.sampled_from([(0, 0), (1, 0), (0, 2)]))
def test_saying_more_never_turns_the_difference_to_the_other_side(
    constants: Constants, said: Floats, d: int, cell: tuple[int, int]
) -> None:
    place = (min(d, len(said) - 1), *cell)
    said[place] = 1.0
    before = batch(constants, said[None]).apart.mean[0, place[0]]
    said[place] = 3.0
    after = batch(constants, said[None]).apart.mean[0, place[0]]

    assert after > 0 or before < after or before < 0


@pytest.mark.parametrize("value", [0.0, 1.0, 2.0, 3.0, 4.0])
@pytest.mark.parametrize("beside", [2.0, None])
def test_four_equal_answers_make_a_level_that_is_that_answer(
    constants: Constants, value: float, beside: float | None
) -> None:
    said = all_alike(value if beside is None else beside)
    said[0, :, :2] = value

    found = first(constants, said)

    assert found.level.a == found.level.b
    assert min(max(found.level.a.value, 0.0), 4.0) == pytest.approx(value, abs=0.3)
    assert found.difference.value == 0
    assert found.chances.within > constants.same


@given(said=SAID)
def test_two_equal_accounts_of_somebody_make_no_gap(
    constants: Constants, said: Floats
) -> None:
    said[0, :, 0] = 3.0

    found = first(constants, said)

    assert found.gap.a.value == 0.0


def test_a_gap_looks_at_the_two_accounts_and_not_at_the_levels(
    constants: Constants,
) -> None:
    each_sees_the_other_ahead = all_alike(2.0)
    each_sees_the_other_ahead[0] = [[1.0, 3.0, 1.0], [3.0, 1.0, 1.0]]

    found = first(constants, each_sees_the_other_ahead)

    assert found.gap.a == found.gap.b
    assert found.gap.a.value < -0.5
    assert found.difference.value == 0


def test_accounts_that_agree_make_it_surer_than_accounts_that_do_not(
    constants: Constants,
) -> None:
    agreed = all_alike(2.0)
    agreed[:, :, 0] = 3.0
    agreed[:, 0, 2], agreed[:, 1, 2] = 3.0, 1.0
    contrary = agreed.copy()
    contrary[1:, 1] = [1.0, 4.0, 4.0]
    noisy = contrary.copy()
    noisy[::2, 0] = [0.0, 4.0, 0.0]

    def width(said: Floats) -> float:
        # of a level, whose width nothing else moves
        found: Estimate = first(constants, said).level.a
        return found.high - found.low

    assert width(agreed) < width(contrary) < width(noisy)


def test_the_direct_answer_alone_says_who_decides_more(constants: Constants) -> None:
    said = np.full((1, 2, 3), NAN)
    said[0, :, 2] = (4.0, 0.0)

    found = first(constants, said)

    assert found.chances.more.a > constants.clear
    assert found.level.a.value > found.level.b.value


def test_what_all_areas_say_together_is_surer_than_each(constants: Constants) -> None:
    said = all_alike(2.0)
    said[:, :, 0] = 3.0
    said[:, 1, 2] = EVEN

    found = estimates(constants, said)

    assert found.overall is not None
    assert found.overall.more.a > max(one.chances.more.a for one in found.areas)
