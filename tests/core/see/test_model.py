from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.see.dense import (
    dense,
)

from coequal.core.measured import Estimate
from coequal.core.see.instrument import Constants
from coequal.core.see.model import Word, batch, estimates, word
from coequal.core.see.prior import prior

Floats = npt.NDArray[np.float64]
NAN = float("nan")


def said_of(areas: int) -> st.SearchStrategy[Floats]:
    cells = st.lists(
        st.sampled_from([0.0, 1.0, 2.0, 3.0, 4.0, NAN]),
        min_size=4 * areas,
        max_size=4 * areas,
    )
    return cells.map(lambda found: np.array(found).reshape(-1, 2, 2))


SAID = st.integers(1, 6).flatmap(said_of)


def exchanged(said: Floats) -> Floats:
    return said[:, ::-1, ::-1]


def test_the_five_answers_are_about_equally_likely_beforehand(
    constants: Constants,
) -> None:
    known = prior(constants, 5)
    rng = np.random.default_rng(5)
    terms = rng.normal(size=(20_000, known.accounts.shape[1]))
    accounts = constants.centre + terms @ known.accounts.T
    heard = accounts + rng.normal(0, constants.noise, accounts.shape)

    shares = np.bincount(np.searchsorted(constants.cuts, heard).ravel()) / heard.size

    assert shares == pytest.approx(np.full(5, 0.2), abs=0.04)


def test_answers_stand_for_the_mean_of_what_lies_between_their_cuts(
    constants: Constants,
) -> None:
    scores = prior(constants, 5).scores

    assert scores[2] == pytest.approx(constants.centre)
    assert scores + scores[::-1] == pytest.approx(np.full(5, 2 * constants.centre))
    assert scores[0] < constants.cuts[0] < scores[1] < constants.cuts[1]


def test_one_answer_alone_is_shrunk_by_hand_worked_weights(
    constants: Constants,
) -> None:
    c = constants
    said = np.array([[[4.0, NAN], [NAN, NAN]]])
    known = prior(c, 1)
    level = c.both_overall**2 + c.tilt_overall**2 + c.both_area**2 + c.tilt_area**2
    heard = level + c.general**2 + c.own_side**2 + c.view**2 + known.spread
    off = known.scores[4] - c.centre

    (found,) = estimates(c, said)

    assert found.level.a.value == pytest.approx(c.centre + level / heard * off)
    sd = (level - level**2 / heard) ** 0.5
    assert found.level.a.high - found.level.a.value == pytest.approx(1.6448536 * sd)


def test_nobody_saying_anything_leaves_the_middle_and_wide_intervals(
    constants: Constants,
) -> None:
    (found,) = estimates(constants, np.full((1, 2, 2), NAN))

    assert found.level.a == found.level.b
    assert found.level.a.value == constants.centre
    assert found.difference.value == 0
    assert found.word is Word.EARLY


@given(said=SAID)
def test_the_closed_form_is_the_posterior_written_out_cell_by_cell(
    constants: Constants, said: Floats
) -> None:
    found, truth = batch(constants, said[None]), dense(constants, said)

    for mean, sd, name in (
        (found.level, found.level_sd, "level"),
        (found.difference, found.difference_sd, "difference"),
        (found.gap, found.gap_sd, "gap"),
    ):
        assert mean[0] == pytest.approx(truth[name][0], abs=1e-9)
        assert sd[0] ** 2 == pytest.approx(truth[name][1], abs=1e-9)


@given(said=SAID)
def test_exchanging_the_two_mirrors_every_number_to_the_last_bit(
    constants: Constants, said: Floats
) -> None:
    ours = estimates(constants, said)
    mirrored = estimates(constants, exchanged(said))

    for one, other in zip(ours, mirrored, strict=True):
        assert other.level == one.level.mirrored
        assert other.gap == one.gap.mirrored
        assert other.difference == -one.difference
        assert other.word == one.word


@given(couples=st.lists(said_of(3), min_size=1, max_size=9))
def test_a_batch_gives_each_couple_what_it_would_get_alone(
    constants: Constants, couples: list[Floats]
) -> None:
    together = batch(constants, np.stack(couples))

    for n, said in enumerate(couples):
        alone = batch(constants, said[None])
        assert together.level[n] == pytest.approx(alone.level[0], abs=1e-12)
        assert together.gap[n] == pytest.approx(alone.gap[0], abs=1e-12)
        assert together.difference_sd[n] == pytest.approx(alone.difference_sd[0])


@given(said=SAID, d=st.integers(0, 5), reporter=st.integers(0, 1))
def test_saying_more_of_ones_say_never_lowers_the_level(
    constants: Constants, said: Floats, d: int, reporter: int
) -> None:
    place = (min(d, len(said) - 1), reporter, 0)
    said[place] = 1.0
    before = batch(constants, said[None]).level[0, place[0], 0]
    said[place] = 3.0

    assert batch(constants, said[None]).level[0, place[0], 0] > before


def test_a_gap_looks_at_the_two_accounts_and_not_at_the_levels(
    constants: Constants,
) -> None:
    each_sees_the_other_ahead = np.full((5, 2, 2), 2.0)
    each_sees_the_other_ahead[0] = [[1.0, 3.0], [3.0, 1.0]]

    found = estimates(constants, each_sees_the_other_ahead)[0]

    assert found.gap.a == found.gap.b
    assert found.gap.a.value < -0.5
    assert found.difference.value == 0


def test_a_word_needs_the_probability_that_the_form_names(
    constants: Constants,
) -> None:
    c = replace(constants, probably=0.8, clear=0.95)

    assert word(c, 0.0, 1.0) is Word.EARLY
    assert word(c, 0.84, 1.0) is Word.EARLY
    assert word(c, -0.85, 1.0) is Word.PROBABLY
    assert word(c, 1.64, 1.0) is Word.PROBABLY
    assert word(c, -1.65, 1.0) is Word.CLEAR


def test_clear_is_when_the_interval_leaves_no_room_for_even(
    constants: Constants,
) -> None:
    said = np.array([[[4.0, 0.0], [4.0, 0.0]]] + [[[2.0, 2.0], [2.0, 2.0]]] * 4)
    found = estimates(constants, said)

    assert found[0].word is Word.CLEAR
    assert found[0].difference.low > 0
    assert found[1].word is Word.EARLY
    assert isinstance(found[1].difference, Estimate)
