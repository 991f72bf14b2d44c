"""Three lines each: what may stand, how far they are, and what both read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.two.said import SEATS, Said, across, saids, some

from coequal.core.days import WEEK
from coequal.core.entry import LAST
from coequal.core.keep.entries import BitMuch, Lines
from coequal.core.keep.lines import (
    LONGEST,
    MOST_CHOSEN,
    LinesStage,
    NoLines,
    Three,
    WrittenLines,
    check_lines,
    check_own_lines,
    has_month,
    may_begin,
    may_choose,
    may_give,
    may_write,
    month,
    of_both,
)
from coequal.core.keep.occasion import ChosenDay, weekly
from coequal.core.lines import NoLine
from coequal.core.people import Pair, Seat
from coequal.core.thanks.rules import (
    check_thanks,
)
from coequal.core.two.refusals import NotNow
from coequal.core.two.said_apart import Apart, said_apart
from coequal.errors import Refused

SUNDAY: Final = date(2026, 12, 6)
DAY: Final = timedelta(days=1)
NAMED: Final = SUNDAY.isoformat()
GOOD: Final = Lines(day=NAMED, good="You rang.", wish="Soup.")
THEIRS: Final = Lines(day=NAMED, good="You laughed.", wish="")
LINES = st.builds(
    Lines,
    day=st.just(NAMED),
    good=st.sampled_from(["", "You rang.", "The soup."]),
    wish=st.sampled_from(["", "Soup."]),
)


def much(text: str) -> BitMuch:
    return BitMuch(day=NAMED, text=text, until=1_797_119_999)


def written(
    mine: Lines | None = None, both: Pair[Lines] | None = None, *, given: bool = False
) -> WrittenLines:
    return WrittenLines(
        occasion=weekly([], SUNDAY),
        lines=Apart(mine=mine, both=both),
        much=Apart(),
        given=given,
    )


def refused(act: Any, *args: Any) -> object:
    """Return the reason for which something may not be."""
    with pytest.raises(Refused) as why:
        act(*args)
    return why.value.args[0]


def three(good: str = "", much: str = "", wish: str = "") -> Three:
    return Three(good=good, much=much, wish=wish)


def test_any_line_may_stay_empty() -> None:
    assert check_lines(three(good=" You \n rang. ")) == three(good="You rang.")
    assert check_lines(three(wish="Soup.")) == three(wish="Soup.")
    whole = three("You rang.", "three evenings", "Soup.")
    assert check_lines(whole) == whole


def test_three_empty_lines_are_none() -> None:
    assert refused(check_lines, three(" ", "\u200b", "\n")) is NoLine.EMPTY


def test_what_was_a_bit_much_goes_only_with_something_good() -> None:
    assert refused(check_lines, three(much="The list.", wish="Soup.")) is NoLines.ALONE


def test_by_oneself_any_line_may_stand_alone() -> None:
    assert check_own_lines(three(much="The list.")).much == "The list."
    assert refused(check_own_lines, three()) is NoLine.EMPTY


def test_a_line_has_an_end() -> None:
    assert check_lines(three("x" * LONGEST)).good == "x" * LONGEST
    assert refused(check_lines, three("x" * (LONGEST + 1))) is NoLine.LONG
    assert refused(check_thanks, "x" * (LONGEST + 1)) is NoLine.LONG


def test_thanks_are_one_line() -> None:
    assert check_thanks("The soup,\nwith stars.") == "The soup, with stars."
    assert refused(check_thanks, "") is NoLine.EMPTY


def test_one_writes_on_the_day_and_it_opens_when_both_have() -> None:
    assert written().stage(SUNDAY) is LinesStage.WRITE
    assert written(GOOD).stage(SUNDAY) is LinesStage.SAFE
    opened = written(both=Pair(a=GOOD, b=THEIRS))
    for today in (SUNDAY, SUNDAY + DAY, SUNDAY + 30 * DAY):
        assert opened.stage(today) is LinesStage.OPEN


def test_the_day_after_mine_wait_for_a_week_and_nothing_else_does() -> None:
    assert written(GOOD).stage(SUNDAY + DAY) is LinesStage.OVER
    assert written(GOOD).stage(SUNDAY + WEEK) is LinesStage.QUIET
    assert written().stage(SUNDAY + DAY) is LinesStage.QUIET


def test_nobody_writes_when_the_day_is_over_or_both_have_written() -> None:
    assert may_write(written(GOOD), SUNDAY) == weekly([], SUNDAY)
    assert refused(may_write, written(), SUNDAY + DAY) is NoLines.LATE
    opened = written(both=Pair(a=GOOD, b=THEIRS))
    assert refused(may_write, opened, SUNDAY) is NotNow.OPEN


def test_what_cannot_be_read_is_left_alone() -> None:
    lost = replace(written(), lost=True)
    assert lost.stage(SUNDAY) is LinesStage.QUIET
    assert refused(may_write, lost, SUNDAY) is NotNow.GONE


def test_my_first_line_can_be_given_once_the_day_is_over() -> None:
    given_now = may_give(written(GOOD), SUNDAY + DAY)
    assert given_now == written(GOOD).lines.mine
    again = written(GOOD, given=True)
    assert refused(may_give, again, SUNDAY + DAY) is NotNow.ASKED


@pytest.mark.parametrize(
    ("found", "today"),
    [
        (written(GOOD), SUNDAY),
        (written(), SUNDAY + DAY),
        (written(both=Pair(a=GOOD, b=THEIRS)), SUNDAY + DAY),
        (written(replace(GOOD, good="")), SUNDAY + DAY),
        (written(GOOD), SUNDAY + WEEK),
    ],
    ids=["still on", "nothing in", "open", "no first line", "a week later"],
)
def test_else_there_is_nothing_to_give(found: WrittenLines, today: date) -> None:
    assert refused(may_give, found, today) is NotNow.GONE


def test_other_lines_begin_when_none_are_being_written() -> None:
    may_begin(None, SUNDAY)
    may_begin(written(GOOD), SUNDAY + DAY)
    opened = written(both=Pair(a=GOOD, b=THEIRS))
    may_begin(opened, SUNDAY + DAY)
    assert refused(may_begin, written(), SUNDAY) is NoLines.ON
    assert refused(may_begin, opened, SUNDAY) is NoLines.ON


def test_there_is_a_month_after_four_weeks() -> None:
    assert not has_month(SUNDAY, SUNDAY + 3 * WEEK)
    assert has_month(SUNDAY, SUNDAY + 4 * WEEK)


def test_what_was_a_bit_much_stands_beside_the_lines_until_it_is_gone() -> None:
    lines = Pair(a=GOOD, b=THEIRS)
    found = of_both(lines, Pair(a=much("The list."), b=much("")))
    assert found.a == three("You rang.", "The list.", "Soup.")
    assert found.b == three("You laughed.")
    assert of_both(lines, None).a == three("You rang.", "", "Soup.")


def test_a_bit_much_lasts_for_a_while_and_lines_for_ever() -> None:
    one = much("The list.")
    assert one.lasts == one.until
    assert GOOD.lasts == LAST


SAID = saids("l", LINES, is_open=st.booleans())


@given(SAID, SEATS, st.data())
def test_a_month_is_the_same_of_any_order_and_for_any_subset_there_is_one(
    said: list[Said[Lines]], seat: Seat, data: st.DataObject
) -> None:
    kept = some(data.draw, said)
    shuffled = data.draw(st.permutations(kept))
    assert month(shuffled, seat) == month(kept, seat)


@given(SAID, SEATS)
def test_a_month_holds_each_good_line_that_opened_once(
    said: list[Said[Lines]], seat: Seat
) -> None:
    expected = {one.ref for one in said if one.open and one.entry.good}
    found = month(said, seat)
    assert {one.ref for one in found} == expected
    assert len(found) == len(expected)


@given(SAID, SEATS)
def test_both_read_one_month(said: list[Said[Lines]], seat: Seat) -> None:
    assert month(across(said), seat.other) == month(said, seat)


@given(SAID, SEATS, st.integers(-3, 10))
def test_both_are_told_how_far_it_is_by_one_rule(
    said: list[Said[Lines]], seat: Seat, days: int
) -> None:
    today = SUNDAY + days * DAY
    opened = [one for one in said if one.open]
    here = replace(written(), lines=said_apart(opened, seat))
    there = replace(written(), lines=said_apart(across(opened), seat.other))
    assert here == there
    assert here.stage(today) is there.stage(today)
    # What I may know of it is the same, whatever the other has in and is closed.
    mine = [one for one in said if one.mine or one.open]
    known = replace(written(), lines=said_apart(mine, seat))
    assert known == replace(written(), lines=said_apart(said, seat))


def chosen(weekday: int, *, mine: bool = True, on: date = SUNDAY) -> ChosenDay:
    return ChosenDay(on=on, weekday=weekday, mine=mine)


@pytest.mark.parametrize("weekday", [-1, 0, 7])
def test_monday_and_what_is_no_day_are_nobodys(weekday: int) -> None:
    with pytest.raises(Refused, match=NoLines.DAY):
        may_choose(weekday, [], SUNDAY)


def test_the_day_that_was_chosen_last_is_not_chosen_again() -> None:
    assert may_choose(2, [], SUNDAY)
    assert not may_choose(6, [], SUNDAY)
    assert not may_choose(2, [chosen(6), chosen(2)], SUNDAY)
    assert may_choose(6, [chosen(2)], SUNDAY)


def test_one_chooses_only_so_often_and_never_for_the_other() -> None:
    mine = [chosen(one) for one in (1, 2, 3, 4, 5, 6)]
    assert len(mine) == MOST_CHOSEN
    with pytest.raises(Refused, match=NoLines.OFTEN):
        may_choose(2, mine, SUNDAY)
    assert may_choose(2, mine, SUNDAY + timedelta(days=1))
    assert may_choose(2, [chosen(one.weekday, mine=False) for one in mine], SUNDAY)
