from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.core.decide.drawn import (
    histories,
    of,
    turned,
)

from coequal.core.decide.constants import ENOUGH
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
    assert from_ballots([MINE] * 5).word is InfluenceWord.CLEAR
    assert from_ballots([]).n_eff == 0


def test_where_first_choices_meet_a_decision_does_not_count() -> None:
    assert witness(trace(ALIKE)) is None
    assert from_ballots([MINE] * 6) == from_ballots([MINE, ALIKE] * 6)


def test_what_mattered_to_nobody_does_not_count() -> None:
    nobody = Pair(a=of(4, 0, stake=0), b=of(0, 4, stake=0))

    assert witness(trace(Decided(ballots=nobody, outcome=0))) is None


def test_a_decision_counts_by_how_much_it_mattered() -> None:
    assert witness(trace(MINE)) == Witness(tilt=1.0, weight=1.5)


def test_the_interval_is_that_of_wilson() -> None:
    # Wilson 1927 for 8 of 10, as in any table.
    found = influence([Witness(tilt=1)] * 8 + [Witness(tilt=-1)] * 2)

    assert (found.share, found.n_eff) == (pytest.approx(0.8), 10)
    assert found.low == pytest.approx(0.4902, abs=1e-4)
    assert found.high == pytest.approx(0.9433, abs=1e-4)


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
