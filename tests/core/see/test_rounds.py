from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coequal.core.moments import BEYOND
from coequal.core.see.rounds import (
    DAY,
    DAYS_BETWEEN,
    Missing,
    missing,
    missing_for_the_whole,
)

OPENED = 1_000_000
PUT_IN = OPENED - DAY
SOON = OPENED + DAYS_BETWEEN * DAY - 1
LATER = SOON + 1


def lacking(
    *, now: int = LATER, began: int | None = OPENED, answered: bool = True
) -> set[Missing]:
    found = missing(
        opened=OPENED, put_in=PUT_IN, began=began, answered=answered, now=now
    )
    return set(found)


def test_after_four_weeks_with_new_answers_nothing_is_missing() -> None:
    assert lacking() == set()


def test_after_a_light_picture_only_the_whole_form_is_missing() -> None:
    assert missing_for_the_whole(finished=False) == {Missing.ANSWERS}
    assert missing_for_the_whole(finished=True) == set()


def test_before_four_weeks_time_is_missing() -> None:
    assert lacking(now=SOON) == {Missing.TIME}


@pytest.mark.parametrize("began", [None, PUT_IN - DAY, PUT_IN])
def test_answers_from_before_one_was_ready_do_not_count(began: int | None) -> None:
    assert lacking(began=began) == {Missing.ANSWERS}


def test_a_sitting_that_began_before_it_opened_counts() -> None:
    assert lacking(began=PUT_IN + 1) == set()


def test_a_sitting_without_an_answer_does_not_count() -> None:
    assert lacking(answered=False) == {Missing.ANSWERS}


def test_both_can_be_missing() -> None:
    assert lacking(now=SOON, began=None) == set(Missing)


def test_what_a_clock_that_was_ahead_wrote_down_keeps_nobody_waiting() -> None:
    ahead = LATER + BEYOND + 1
    found = missing(opened=ahead, put_in=ahead, began=LATER, answered=True, now=LATER)
    assert found == set()
    soon = missing(
        opened=ahead - 1, put_in=ahead - 1, began=LATER, answered=True, now=LATER
    )
    assert soon == set(Missing)


@given(now=st.integers(0, 2 * LATER), wait=st.integers(0, LATER))
def test_waiting_never_makes_more_missing(now: int, wait: int) -> None:
    assert lacking(now=now + wait) <= lacking(now=now)
