from __future__ import annotations

import pytest

from coequal.core.people import Pair, Seat
from coequal.core.see.instrument import Constants
from coequal.core.see.words import (
    Chances,
    OneSide,
    Word,
    clearly_same,
    differ,
    over_all,
    word,
)

SILENT = OneSide(rated=None, direct=None)
NOBODY = Pair(a=SILENT, b=SILENT)


def chances(more: float, *, hardly: float = 0.1, within: float = 0.3) -> Chances:
    return Chances(more=Pair(a=more, b=1 - more), hardly=hardly, within=within)


def account(rated: int | None, direct: int | None) -> OneSide:
    return OneSide(rated=rated, direct=direct)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (chances(0.96), Word.CLEAR),
        (chances(0.04), Word.CLEAR),
        (chances(0.94), Word.PROBABLY),
        (chances(0.96, hardly=0.21), Word.PROBABLY),
        (chances(0.71), Word.PROBABLY),
        (chances(0.69), Word.EARLY),
        (chances(0.8, hardly=0.37), Word.EARLY),
        (chances(0.8, hardly=0.3, within=0.75), Word.SAME),
        (chances(0.8, hardly=0.15, within=0.75), Word.PROBABLY),
        (chances(0.5, hardly=0.5, within=0.745), Word.SAME),
        (chances(0.5, hardly=0.5, within=0.744), Word.EARLY),
    ],
)
def test_a_word_needs_the_probabilities_that_the_form_names(
    constants: Constants, found: Chances, expected: Word
) -> None:
    assert word(constants, found, NOBODY) is expected


def test_about_the_same_is_clear_from_a_probability_on(constants: Constants) -> None:
    assert clearly_same(constants, chances(0.5, within=0.9))
    assert not clearly_same(constants, chances(0.5, within=0.89))


@pytest.mark.parametrize(
    "found", [chances(0.5, hardly=0.6, within=0.9), chances(0.6), chances(0.8)]
)
def test_where_both_name_one_person_the_word_names_somebody(
    constants: Constants, found: Chances
) -> None:
    both = Pair(a=account(1, 1), b=account(2, 1))

    assert word(constants, found, both) is Word.PROBABLY


def test_where_both_name_one_person_the_word_never_names_the_other(
    constants: Constants,
) -> None:
    both = Pair(a=account(None, 1), b=account(None, 1))

    assert word(constants, chances(0.04), both) is Word.EARLY


def test_where_both_say_it_is_shared_the_word_says_so(constants: Constants) -> None:
    both = Pair(a=account(0, 0), b=account(0, None))

    assert word(constants, chances(0.5, within=0.6), both) is Word.SAME


@pytest.mark.parametrize(
    "both",
    [
        Pair(a=account(1, 0), b=account(1, 1)),
        Pair(a=account(1, -1), b=account(1, 1)),
        Pair(a=SILENT, b=account(1, 0)),
        NOBODY,
    ],
)
def test_an_account_that_is_not_of_one_mind_decides_nothing(
    constants: Constants, both: Pair[OneSide]
) -> None:
    assert word(constants, chances(0.5, within=0.9), both) is Word.SAME


def test_where_the_only_account_names_somebody_it_is_not_about_the_same(
    constants: Constants,
) -> None:
    found = chances(0.6, hardly=0.5, within=0.9)

    assert word(constants, found, Pair(a=account(1, 1), b=SILENT)) is Word.EARLY
    assert word(constants, found, Pair(a=SILENT, b=account(-1, None))) is Word.EARLY
    assert word(constants, found, Pair(a=account(0, 0), b=SILENT)) is Word.SAME


def test_two_accounts_that_name_different_people_are_seen_differently(
    constants: Constants,
) -> None:
    found = chances(0.5, hardly=0.5, within=0.9)

    assert word(constants, found, Pair(a=account(1, 1), b=account(-1, -1))) is (
        Word.DIFFERENT
    )
    assert word(constants, found, Pair(a=account(1, 1), b=account(-1, 0))) is Word.SAME
    assert word(constants, chances(0.99), Pair(a=account(4, 2), b=account(-1, 0))) is (
        Word.CLEAR
    )


@pytest.mark.parametrize("more", [0.8, 0.99])
def test_nobody_is_named_against_what_somebody_said(
    constants: Constants, more: float
) -> None:
    found, his = chances(more), account(None, -1)

    assert word(constants, found, Pair(a=account(4, 2), b=his)) is Word.DIFFERENT
    assert word(constants, found, Pair(a=account(4, 0), b=his)) is Word.EARLY
    assert word(constants, found, Pair(a=SILENT, b=his)) is Word.EARLY
    assert word(constants, found, Pair(a=account(4, 2), b=SILENT)) is (
        word(constants, found, NOBODY)
    )


@pytest.mark.parametrize("one", [account(2, 1), account(1, None), account(None, 2)])
@pytest.mark.parametrize("other", [account(-2, -2), account(-3, 0), SILENT])
def test_exchanging_the_two_changes_no_word(
    constants: Constants, one: OneSide, other: OneSide
) -> None:
    def seen_from_b(account: OneSide) -> OneSide:
        rated, direct = account.rated, account.direct
        return OneSide(
            rated=None if rated is None else -rated,
            direct=None if direct is None else -direct,
        )

    both = Pair(a=one, b=other)
    mirrored = Pair(a=seen_from_b(other), b=seen_from_b(one))
    for more in (0.5, 0.75, 0.99):
        found, turned = chances(more), chances(1 - more)

        assert word(constants, found, both) is word(constants, turned, mirrored)
    assert differ(constants, both) is differ(constants, mirrored)


def test_over_all_areas_somebody_is_named_only_where_it_is_a_sign(
    constants: Constants,
) -> None:
    sure = chances(0.95)
    areas = [(Word.PROBABLY, Seat.A), (Word.EARLY, Seat.A), (Word.SAME, Seat.B)]
    mirrored = [(word, ahead.other) for word, ahead in areas]

    assert over_all(constants, sure, areas) is Seat.A
    assert over_all(constants, chances(0.05), mirrored) is Seat.B
    assert over_all(constants, sure, [areas[0], areas[2], areas[2]]) is None
    assert over_all(constants, chances(0.89), areas) is None
    assert over_all(constants, sure, areas[:2]) is None
    assert over_all(constants, sure, [*areas, (Word.CLEAR, Seat.B)]) is None
    assert over_all(constants, sure, [*areas, (Word.CLEAR, Seat.A)]) is Seat.A
    assert over_all(constants, None, []) is None
