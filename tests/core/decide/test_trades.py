from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from tests.core.decide.drawn import (
    both,
    of,
)

from coequal.core.decide.ballot import Ballot
from coequal.core.decide.trades import Trade, trades
from coequal.core.people import Pair

TO_A = Pair(a=of(4, 2, 0, stake=3), b=of(0, 2, 4, stake=1))
TO_B = Pair(a=of(4, 2, 0, stake=1), b=of(0, 2, 4, stake=3))


def test_each_has_it_where_it_matters_more_to_them() -> None:
    (found,) = trades(TO_A, TO_B)

    assert (found.here, found.there) == (0, 2)
    assert found.gain.a == pytest.approx(0.25) == pytest.approx(found.gain.b)


def test_where_both_matter_alike_there_is_nothing_to_trade() -> None:
    assert trades(TO_A, TO_A) == ()


def test_all_tied_trades_are_named() -> None:
    again = replace(TO_A, a=of(4, 2, 0, 4, stake=3), b=of(0, 2, 4, 0, stake=1))

    assert [(one.here, one.there) for one in trades(again, TO_B)] == [(0, 2), (3, 2)]


def test_where_nothing_is_acceptable_nothing_is_traded() -> None:
    none = Pair(a=of(4, 0, cannot=(0, 1)), b=of(0, 4))

    assert trades(none, TO_B) == trades(TO_A, none) == ()


@given(both(most=4), both(most=4))
def test_both_gain_and_exchanging_the_two_or_the_questions_mirrors_it(
    here: Pair[Ballot], there: Pair[Ballot]
) -> None:
    found = trades(here, there)

    assert all(one.gain.a > 0 and one.gain.b > 0 for one in found)
    turned = trades(here.mirrored, there.mirrored)
    assert turned == tuple(replace(one, gain=one.gain.mirrored) for one in found)
    back = trades(there, here)
    assert places(back) == {(two, one) for one, two in places(found)}


def places(found: tuple[Trade, ...]) -> set[tuple[int, int]]:
    return {(one.here, one.there) for one in found}
