from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from math import log, sqrt
from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.core.decide.drawn import (
    histories,
    of,
    turned,
)

from coequal.core.decide.constants import ENOUGH, LATELY
from coequal.core.decide.diary import Who, account, logged
from coequal.core.decide.influence import (
    Influence,
    InfluenceWord,
    Witness,
    from_ballots,
    influence,
    witness,
)
from coequal.core.decide.memory import Decided, trace
from coequal.core.people import Pair

MINE = Decided(ballots=Pair(a=of(4, 0, stake=2), b=of(0, 4, stake=1)), outcome=0)
ALIKE = Decided(ballots=Pair(a=of(4, 0), b=of(4, 0)), outcome=0)

witnesses = st.lists(
    st.builds(
        Witness,
        tilt=st.floats(-1, 1, allow_subnormal=False),
        weight=st.sampled_from([0.0, 0.5, 1.0, 3.0]),
    )
)
told = st.builds(Pair, a=st.sampled_from(Who), b=st.sampled_from(Who))


def mirrored(found: Influence) -> Influence:
    if found.share is None or found.low is None or found.high is None:
        return found
    return replace(
        found,
        share=pytest.approx(1 - found.share),
        low=pytest.approx(1 - found.high),
        high=pytest.approx(1 - found.low),
    )


@given(witnesses)
def test_exchanging_the_two_mirrors_whose_wish_it_was(heard: list[Witness]) -> None:
    there = influence(replace(one, tilt=-one.tilt) for one in heard)

    assert mirrored(influence(heard)) == there


@given(histories)
def test_exchanging_the_two_mirrors_it_from_ballots(history: list[Decided]) -> None:
    there = from_ballots(map(turned, history))

    assert mirrored(from_ballots(history)) == there


@given(witnesses)
@example([Witness(tilt=1.0)] * 4 + [Witness(tilt=-1.0)])
@example([Witness(tilt=1.0)] * 7)
def test_a_direction_is_said_only_where_the_interval_leaves_out_one_half(
    heard: list[Witness],
) -> None:
    found = influence(heard)
    if found.share is None or found.low is None or found.high is None:
        assert found.word is InfluenceWord.FEW
        assert found.n_eff < ENOUGH
    else:
        assert 0 <= found.low <= found.high <= 1
        assert (found.word is InfluenceWord.EARLY) == (found.low <= 0.5 <= found.high)


def test_below_five_there_is_only_the_list() -> None:
    assert from_ballots([MINE] * 4).word is InfluenceWord.FEW
    assert from_ballots([MINE] * 5).word is InfluenceWord.EARLY
    assert from_ballots([MINE] * 20).word is InfluenceWord.CLEAR
    assert from_ballots([]).n_eff == 0


def test_where_first_choices_meet_a_decision_does_not_count() -> None:
    assert witness(trace(ALIKE)) is None
    assert from_ballots([MINE] * 6) == from_ballots([MINE, ALIKE] * 6)


def test_what_mattered_to_nobody_does_not_count() -> None:
    nobody = Pair(a=of(4, 0, stake=0), b=of(0, 4, stake=0))

    assert witness(trace(Decided(ballots=nobody, outcome=0))) is None


def test_a_decision_counts_by_how_much_it_mattered() -> None:
    assert witness(trace(MINE)) == Witness(tilt=1.0, weight=1.5)


def test_the_interval_is_that_of_the_page_by_hand() -> None:
    heard = [Witness(tilt=1)] * 8 + [Witness(tilt=-1)] * 2
    faded = [Fraction(98, 100) ** age for age in range(10)]
    tilt = float((sum(faded[2:]) - sum(faded[:2])) / sum(faded))
    tuned = 5 * 0.98**20
    time = float(sum(one**2 for one in faded)) + tuned
    reach = sqrt(time * log(time / (tuned * 0.05**2))) / float(sum(faded))

    found = influence(heard)

    assert (found.share, found.n_eff) == (pytest.approx((1 + tilt) / 2), 10)
    assert found.low == pytest.approx(max((1 + tilt - reach) / 2, 0))
    assert found.high == pytest.approx(min((1 + tilt + reach) / 2, 1))


def test_the_latest_count_most_and_what_is_long_past_counts_nothing() -> None:
    a, b = [Witness(tilt=1.0)], [Witness(tilt=-1.0)]
    share = influence(a * 30 + b * 30).share

    assert share is not None
    assert share < 0.5
    assert influence(a * 50 + b * LATELY) == influence(b * LATELY)


def test_a_fair_pair_is_told_no_direction_however_often_it_looks() -> None:
    """At any of 100 looks, in at most 7 of 100 fair pairs; here of 300."""
    random = Random(7)
    told = 0
    for _ in range(300):
        heard = [Witness(tilt=random.choice((1.0, -1.0))) for _ in range(100)]
        told += any(
            influence(heard[:look]).word is InfluenceWord.CLEAR
            for look in range(5, 101, 1)
        )
    assert told <= 0.07 * 300


@pytest.mark.parametrize(
    ("a", "b", "tilt"),
    [
        (Who.A, Who.A, 1.0),
        (Who.A, Who.B, 0.0),
        (Who.B, Who.BOTH, -0.5),
        (Who.A, Who.HAPPENED, 1.0),
    ],
)
def test_both_accounts_of_the_diary_weigh_the_same(a: Who, b: Who, tilt: float) -> None:
    assert account(Pair(a=a, b=b)) == Witness(tilt=tilt)


@pytest.mark.parametrize("one", [Who.BOTH, Who.HAPPENED])
def test_what_nobody_decided_alone_says_nothing(one: Who) -> None:
    assert account(Pair(a=one, b=Who.BOTH)) is None


@given(st.lists(told))
def test_exchanging_the_two_mirrors_the_diary(entries: list[Pair[Who]]) -> None:
    found = logged(entries)
    there = logged(one.mirrored.map(lambda who: who.mirrored) for one in entries)

    assert there.said == found.said.mirrored.map(
        lambda counts: {who: counts[who.mirrored] for who in Who}
    )
    assert (there.entries, there.alike) == (found.entries, found.alike)
    assert there.influence == mirrored(found.influence)
    assert sum(found.said.a.values()) == found.entries == len(entries)
