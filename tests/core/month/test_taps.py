"""Five taps a month: what leaves one's hands, what opens, and what never does."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.month.said import CHECK_INS, week
from tests.core.two.said import SEATS, Said, across, saids, some

from coequal.core.month.check_in import CheckIn, Facet
from coequal.core.month.entries import FREE, NOTHING, SENT, OwnCheckIn, SharedTap
from coequal.core.month.months import first_of, is_due, is_month, month_of, up_to
from coequal.core.month.taps import (
    MOST_SHARED,
    NoTaps,
    check_closed,
    check_month,
    check_said,
    opened,
    shared,
    waiting,
)
from coequal.core.people import Pair, PairType, Seat
from coequal.core.trend.trend import series
from coequal.core.two.refusals import NotNow
from coequal.errors import Refused

MONTH: Final = "2026-12"
ALL: Final = [*Facet]
FACETS = [*map(str, Facet), SENT, NOTHING]
TAPS = st.builds(
    lambda facet, step, month: SharedTap(
        month=month, facet=facet, step=step if facet in {*Facet} else 0
    ),
    st.sampled_from(FACETS),
    st.integers(0, 6),
    st.sampled_from([MONTH, "2026-11"]),
)


SAID = saids("t", TAPS, is_open=st.booleans(), most=8)


def refused(act: Any, *args: Any) -> object:
    """Return the reason for which something may not be."""
    with pytest.raises(Refused) as why:
        act(*args)
    return why.value.args[0]


def tap(facet: str, step: int = 0, month: str = MONTH) -> SharedTap:
    return SharedTap(month=month, facet=facet, step=step)


def test_a_month_is_named_in_one_way() -> None:
    assert is_month(MONTH)
    for text in ("", "2026-13", "202612", "2026-12-01", "December"):
        assert not is_month(text)
    assert month_of(date(2026, 12, 31)) == MONTH
    assert first_of(MONTH) == date(2026, 12, 1)


def test_months_are_counted_back_across_years() -> None:
    assert up_to("2027-02", 4) == ["2026-11", "2026-12", "2027-01", "2027-02"]
    assert up_to("0001-01", 3) == ["0001-01"]


def test_it_is_due_to_partners_in_the_first_week_of_a_month() -> None:
    days = [
        day for day in range(1, 32) if is_due(PairType.PARTNERS, date(2026, 12, day))
    ]
    assert days == [1, 2, 3, 4, 5, 6, 7]
    for pair in {*PairType, None} - {PairType.PARTNERS}:
        assert not is_due(pair, date(2026, 12, 1))


def test_without_a_tap_there_is_nothing_to_keep() -> None:
    assert refused(check_said, {}) is NoTaps.NOTHING
    assert check_said({FREE: 0}) == {FREE: 0}


def test_one_at_least_stays_hidden_and_one_is_shared() -> None:
    assert refused(shared, week(3), ALL) is NoTaps.ALL
    assert refused(shared, week(3), []) is NoTaps.UNSHARED
    assert refused(shared, CheckIn(say=3), [Facet.LOAD]) is NoTaps.UNSHARED
    assert shared(week(3), ALL[1:]) == dict.fromkeys(ALL[1:], 3)


@given(said=CHECK_INS, picked=st.lists(st.sampled_from([*FACETS, FREE, "x"])))
def test_only_what_was_tapped_and_picked_leaves_ones_hands(
    said: CheckIn, picked: list[str]
) -> None:
    try:
        steps = shared(said, picked)
    except Refused:
        return
    assert 1 <= len(steps) <= MOST_SHARED
    assert all(said[facet] == step for facet, step in steps.items())
    assert {*steps} <= {*picked}


def test_what_is_open_cannot_be_changed() -> None:
    assert refused(check_closed, {MONTH}, MONTH) is NotNow.OPEN
    check_closed({"2026-11"}, MONTH)


def test_what_was_tapped_for_another_month_is_refused() -> None:
    assert refused(check_month, "2026-11", MONTH) is NoTaps.OVER
    assert refused(check_month, "x", MONTH) is NoTaps.OVER
    check_month(MONTH, MONTH)
    check_month("", MONTH)


def test_what_i_have_sent_waits_until_i_take_it_back() -> None:
    mine = [Said(entry=tap("say", 4), open=False), Said(entry=tap(SENT), open=False)]
    assert waiting(mine, MONTH) == {Facet.SAY: 4}
    assert waiting(mine, "2026-11") is None
    assert waiting(mine[:1], MONTH) is None
    assert waiting([Said(entry=tap(SENT))], MONTH) is None


def both_said(facet: str, mine: int, theirs: int) -> list[Said[SharedTap]]:
    return [
        Said(entry=tap(facet, mine), ref=f"mine {facet}".encode()),
        Said(entry=tap(facet, theirs), ref=f"theirs {facet}".encode(), mine=False),
    ]


def test_what_both_shared_opens_side_by_side() -> None:
    said = [*both_said("say", 4, 1), *both_said(SENT, 0, 0)]
    found = opened(said, Seat.B)[MONTH]
    assert found.both == Pair(a=CheckIn(say=1), b=CheckIn(say=4))
    assert found.whole
    assert found.refs == {one.ref for one in said}


def test_what_one_alone_shows_is_shown_to_nobody() -> None:
    said = [
        *both_said("say", 4, 1),
        *both_said(SENT, 0, 0),
        *both_said("good", 3, 3)[1:],
    ]
    found = opened(said, Seat.A)[MONTH]
    assert found.both == Pair(a=CheckIn(say=4), b=CheckIn(say=1))
    assert not found.whole


def test_without_the_word_that_both_have_sent_it_is_not_whole() -> None:
    assert not opened(both_said("say", 4, 1), Seat.A)[MONTH].whole


@given(said=SAID, data=st.data())
def test_any_subset_in_any_order_gives_a_month(
    said: list[Said[SharedTap]], data: st.DataObject
) -> None:
    for month in opened(some(data.draw, said), Seat.A).values():
        for facet in Facet:
            assert (month.both.a[facet] is None) == (month.both.b[facet] is None)


@given(said=SAID, seat=SEATS)
def test_exchanging_the_two_mirrors_every_month(
    said: list[Said[SharedTap]], seat: Seat
) -> None:
    mine, theirs = opened(said, seat), opened(across(said), seat)
    assert {month: one.both.mirrored for month, one in mine.items()} == {
        month: one.both for month, one in theirs.items()
    }


def test_a_month_in_which_nothing_opened_is_a_gap() -> None:
    found = opened([*both_said("say", 4, 1), *both_said(SENT, 0, 0)], Seat.A)
    first, second = series(found, ["2026-11", MONTH])
    assert first == Pair(a=CheckIn(), b=CheckIn())
    assert second == found[MONTH].both


def test_the_sixth_is_of_ones_own_and_in_no_check_in() -> None:
    own = OwnCheckIn(sheet=bytes(16), month=MONTH, steps={"say": 4, FREE: 1})
    assert own.fits()
    assert own.free == 1
    assert own.said == CheckIn(say=4)
    assert not tap(FREE, 1).fits()
