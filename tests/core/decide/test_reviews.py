"""Reviews: of what holds now, closed until both have written."""

from __future__ import annotations

import pytest
from tests.core.decide.said import (
    Said,
)

from coequal.core.decide.apart import Apart
from coequal.core.decide.entries import Question, Review
from coequal.core.decide.question_state import QuestionState, Settlement
from coequal.core.decide.reviews import check_review, check_unread, reviews
from coequal.core.decide.rules import REVIEW_LONGEST, No
from coequal.core.lines import NoLine
from coequal.core.people import Pair, Seat
from coequal.errors import Refused

YES = b"yes"
WELL = Review(settled=YES, text="It went well.")


def state(*, settled: bool = True) -> QuestionState:
    return QuestionState(
        ref=b"question",
        at=0,
        by=Seat.A,
        question=Question(text="?", area="", meanwhile="", until=0, options=("a", "b")),
        options=("a", "b"),
        added=(),
        settlement=Settlement(ref=YES, at=1, option=0, text="a") if settled else None,
    )


def test_both_stand_once_both_are_open() -> None:
    other = Review(settled=YES, text="So so.")
    said = [Said(entry=WELL, ref=b"1"), Said(entry=other, ref=b"2", mine=False)]
    refs = frozenset({b"1", b"2"})
    for seat, both in (
        (Seat.A, Pair(a=WELL, b=other)),
        (Seat.B, Pair(a=other, b=WELL)),
    ):
        assert reviews(state(), said, seat) == Apart(both=both, refs=refs)


def test_mine_is_there_for_me_while_it_is_closed() -> None:
    assert reviews(state(), [Said(entry=WELL, open=False)], Seat.A) == Apart(mine=WELL)


def test_what_was_written_of_another_yes_does_not_count() -> None:
    old = Review(settled=b"undone", text="Before.")
    assert reviews(state(), [Said(entry=old, open=False)], Seat.A) == Apart()
    assert reviews(state(settled=False), [Said(entry=WELL)], Seat.A) == Apart()


def test_a_review_fits_on_one_line_and_names_the_yes() -> None:
    found: Apart[Review] = Apart()
    assert check_review(state(), found, " It went\nwell. ") == WELL
    with pytest.raises(Refused, match=NoLine.EMPTY):
        check_review(state(), found, "")
    with pytest.raises(Refused, match=NoLine.LONG):
        check_review(state(), found, "a" * (REVIEW_LONGEST + 1))


def test_only_what_is_settled_is_reviewed() -> None:
    with pytest.raises(Refused, match=No.UNSETTLED):
        check_review(state(settled=False), Apart(), "Well.")


def test_nothing_changes_what_both_have_read() -> None:
    both = Apart(both=Pair(a=WELL, b=WELL))
    with pytest.raises(Refused, match=No.OPEN):
        check_review(state(), both, "Well.")
    with pytest.raises(Refused, match=No.OPEN):
        check_unread(both)
    check_unread(Apart(mine=WELL))
