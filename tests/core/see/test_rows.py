"""The rows of our picture: each word is true of the answers, and none contradicts."""

from __future__ import annotations

import pytest
from tests.core.see.simulated import WORDS, Told, told_pairs
from tests.core.see.test_findings_patterns import Said, person
from tests.core.see.truths_of_rows import TRUE, row_faults
from tests.seed import SEED

from coequal.content.load import content
from coequal.core.own_life import OF_ONE
from coequal.core.people import Pair, PairType, Seat
from coequal.core.see.picture import picture
from coequal.core.see.rows import RowFact, RowWord, rows

FORM = content(PairType.PARTNERS).instrument
GUARDED = OF_ONE | WORDS.guarded
PAIRS = 120


def row(alice: tuple[int | None, ...], bob: tuple[int | None, ...]) -> RowFact:
    """Return the row of home."""
    a, b = ({"home": alice}, {"home": bob})
    (only,) = rows(picture(FORM, person(a), person(b)), GUARDED)
    return only


def faults(told: Told) -> list[str]:
    here = rows(told.scene.drawn, GUARDED)
    return sorted(set(row_faults(told.scene, here, told.found)))


@pytest.mark.parametrize(
    ("alice", "bob", "word", "places"),
    [
        ((1, 3, 0, 1), (1, 3, 0, 1), RowWord.SURPRISE, (1, -1)),
        ((3, 1, 0, 4), (4, 1, 0, 3), RowWord.SURPRISE, (-2, 1)),
        ((2, 2, 0, 2), (3, 3, 0, 2), RowWord.SHARED, (0, 0)),
        ((1, 1, 0, 2), (2, 2, 0, 2), RowWord.EVEN, (0, 0)),
        ((2, 3, 0, 2), (2, 2, 0, 2), RowWord.EVEN, (0.5, 0)),
        ((3, 1, 0, 3), (1, 3, 0, 0), RowWord.BOTH_SAY, (-1, -2)),
        ((3, 1, 0), (1, 3, 0), RowWord.BOTH_SAY, (-1, -1)),
        ((4, 2, 0, 2), (2, 4, 0, 2), RowWord.AGREE, (0, 0)),
        ((4, 2, 0, 2), (2, 3, 0, 2), RowWord.NEARLY, (-1, -0.5)),
        ((2, 2, 0, 2), (2, 2, 0, 1), RowWord.STEP, (0, -1)),
        ((4, 2, 0, 2), (0, 2, 0, 2), RowWord.LEVELS, (0, 0)),
        ((2, 2, 0, 2), (1, 4, 0, 1), RowWord.DIFFERENT, (0, -1.5)),
        ((2, None, 0, None), (2, 2, 0, 2), RowWord.HALF, (None, 0)),
        ((2, None, 0, 1), (2, 2, 0, None), RowWord.HALF, (1, 0)),
        ((2, None, 0, 2), (2, 2, 0, 2), RowWord.SHARED, (0, 0)),
        ((3, None, 0, 2), (2, 3, 0, 2), RowWord.EVEN, (0, 0)),
    ],
    ids=str,
)
def test_one_word_is_made_of_both_accounts(
    alice: tuple[int | None, ...],
    bob: tuple[int | None, ...],
    word: RowWord,
    places: tuple[float | None, float | None],
) -> None:
    found = row(alice, bob)

    assert found.word is word
    assert (found.places.a, found.places.b) == places
    assert found.more == (Seat.A if word is RowWord.BOTH_SAY else None)


def test_there_is_one_surprise_and_never_of_money_or_whom_one_sees() -> None:
    said: Said = {
        "home": (1, 3, 0, 1),
        "free_time": (1, 4, 0, 0),
        "money": (0, 4, 0, 0),
        "people": (0, 4, 0, 0),
    }
    found = rows(picture(FORM, person(said), person(said)), GUARDED)

    assert {one.area: one.word for one in found} == {
        "home": RowWord.CROSSED,
        "money": RowWord.CROSSED,
        "free_time": RowWord.SURPRISE,
        "people": RowWord.CROSSED,
    }


def test_a_wish_for_more_than_all_is_none() -> None:
    assert row((4, 2, 1, 3), (2, 2, -1, 2)).wishes == Pair(a=None, b=-1)


@pytest.mark.parametrize("kind", PairType)
def test_over_drawn_pairs_every_word_is_true_and_contradicts_no_finding(
    kind: PairType,
) -> None:
    told = list(told_pairs(kind, pairs=PAIRS, seed=SEED))

    assert [found for one in told if (found := faults(one))] == []


def test_every_word_has_its_truth_and_stands_in_some_row() -> None:
    told = told_pairs(PairType.PARTNERS, pairs=2 * PAIRS, seed=SEED)
    seen = {one.word for pair in told for one in rows(pair.scene.drawn, GUARDED)}

    assert set(TRUE) == set(RowWord)
    assert seen >= set(RowWord) - {RowWord.AGREE, RowWord.LEVELS}


def test_exchanging_the_two_mirrors_every_row() -> None:
    for told in told_pairs(PairType.PARTNERS, pairs=PAIRS, seed=SEED):
        a, b = told.scene.answers.a, told.scene.answers.b
        one, other = (
            rows(picture(told.scene.form, *both), GUARDED) for both in ((a, b), (b, a))
        )
        assert [_mirrored(row) for row in one] == list(other)


def _mirrored(row: RowFact) -> RowFact:
    a, b = row.places.b, row.places.a
    return RowFact(
        area=row.area,
        word=row.word,
        places=Pair(a=None if a is None else -a, b=None if b is None else -b),
        more=row.more and row.more.other,
        wishes=Pair(a=row.wishes.b, b=row.wishes.a),
    )
