from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import example, given
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


def test_the_textbook_case_is_told_with_two_options_a_question() -> None:
    mine = Pair(a=of(4, 0, stake=3), b=of(0, 4, stake=1))
    yours = Pair(a=of(4, 0, stake=1), b=of(0, 4, stake=3))
    (found,) = trades(mine, yours)

    assert (found.here, found.there) == (0, 1)
    # Each gets three quarters instead of a half.
    assert (found.gain.a, found.gain.b) == (0.25, 0.25)


def test_two_compromises_that_are_better_for_who_gets_less_are_no_trade() -> None:
    """Each would get 3/4 by their wish where it matters, and 11/12 by the middle."""
    here = Pair(a=of(12, 11, 0, stake=3), b=of(0, 11, 12, stake=1))
    there = Pair(a=of(12, 11, 0, stake=1), b=of(0, 11, 12, stake=3))
    assert trades(here, there) == ()


def by_hand(here: Pair[Ballot], there: Pair[Ballot]) -> set[tuple[int, int]]:
    """The documented formula once more, in plain lists and fractions."""
    sides = []
    for ballots in (here, there):
        every = range(len(ballots.a.scores))
        gone = ballots.a.cannot | ballots.b.cannot
        left = [one for one in every if one not in gone]
        if not left or (gone and len(left) == 1):
            return set()
        worths = []
        for one in (ballots.a, ballots.b):
            # Over the whole list, and what one cannot live with at its very bottom.
            given = [0 if x in one.cannot else one.scores[x] for x in every]
            low, wide = min(given), max(given) - min(given)
            worths.append(
                {
                    x: Fraction(given[x] - low, wide) if wide else Fraction(1)
                    for x in left
                }
            )
        stand = [
            x
            for x in left
            if not any(
                all(w[y] >= w[x] for w in worths) and any(w[y] > w[x] for w in worths)
                for y in left
            )
        ]
        lows = {x: min(w[x] for w in worths) for x in stand}
        middle = [x for x in stand if lows[x] == max(lows.values())]
        wishes = [
            [x for x in stand if w[x] == max(w[y] for y in stand)] for w in worths
        ]
        sides.append((worths, stand, middle, wishes))

    def mean(values: Iterable[Fraction]) -> Fraction:
        listed = list(values)
        return sum(listed, Fraction(0)) / len(listed)

    def gain(who: int, pick: Callable[[int], list[int]]) -> Fraction:
        stakes = [(q.a, q.b)[who].stake for q in (here, there)]
        total = Fraction(0)
        for number, (worths, _, _, wishes) in enumerate(sides):
            mine = worths[who]
            by_wish = mean(mean(mine[x] for x in wish) for wish in wishes)
            got = mean(mine[x] for x in pick(number))
            total += stakes[number] * (got - by_wish)
        return total / (sum(stakes) or 1)

    middle = min(gain(who, lambda number: sides[number][2]) for who in (0, 1))
    least = {
        two: min(gain(who, lambda number, two=two: [two[number]]) for who in (0, 1))
        for two in product(sides[0][1], sides[1][1])
    }
    best = max(least.values())
    if best <= max(middle, 0):
        return set()
    return {two for two, value in least.items() if value == best}


@example(  # found by chance: by hand, scales ran over what was left alone
    here=Pair(a=of(0, 0, 1, stake=1), b=of(0, 2, 1, stake=0)),
    there=Pair(a=of(0, 2, 0, 1, stake=0), b=of(0, 0, 0, 1, stake=1, cannot=(0, 2))),
)
@given(both(most=4), both(most=4))
def test_trades_are_those_of_the_formula_by_hand(
    here: Pair[Ballot], there: Pair[Ballot]
) -> None:
    assert places(trades(here, there)) == by_hand(here, there)


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
