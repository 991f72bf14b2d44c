"""What is known of all questions and lines, in a few bytes each."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import example, given
from hypothesis import strategies as st
from tests.core.decide import drawn
from tests.core.decide.entries_said import LINE, opened, proposal
from tests.core.two.said import replies, yes

from coequal.core.decide.diary import Who
from coequal.core.decide.diary_lines import diary
from coequal.core.decide.known import (
    KnownLine,
    KnownQuestion,
    Stage,
    known_line,
    known_question,
    traces,
)
from coequal.core.decide.memory import Trace, trace
from coequal.core.decide.overview import Overview
from coequal.core.decide.question_state import QuestionState
from coequal.core.people import Pair, Seat
from coequal.core.recorded import NAME

HERE = proposal(b"mine", "Here", option=0)
NAMES = st.binary(min_size=NAME, max_size=NAME)
TIMES = st.integers(0, 2**53 - 1)
AREAS = st.sampled_from(["", "home", "grandchildren", "free_time"])
SEATS = st.sampled_from(Seat)
BOTH_DID = Pair(a=Who.BOTH, b=Who.BOTH)
TOLD = KnownLine(name=b"told" * 4, at=1, by=Seat.B, area="home", who=BOTH_DID)


@st.composite
def questions(draw: st.DrawFn) -> KnownQuestion:
    stage = draw(st.sampled_from(Stage))
    is_settled = stage is Stage.SETTLED
    return KnownQuestion(
        name=draw(NAMES),
        at=draw(TIMES),
        by=draw(SEATS),
        area=draw(AREAS),
        stage=stage,
        settled=(draw(TIMES) + 1, draw(NAMES)) if is_settled else (0, b""),
        left=trace(draw(drawn.settled()))
        if is_settled and draw(st.booleans())
        else None,
    )


@st.composite
def lines(draw: st.DrawFn) -> KnownLine:
    who = st.none() | st.builds(Pair, a=st.sampled_from(Who), b=st.sampled_from(Who))
    return KnownLine(
        name=draw(NAMES),
        at=draw(TIMES),
        by=draw(SEATS),
        area=draw(AREAS),
        who=draw(who),
    )


@st.composite
def overviews(draw: st.DrawFn) -> Overview:
    noted = draw(st.lists(NAMES, max_size=5))
    known = draw(st.lists(st.one_of(questions(), lines()), max_size=8))
    return Overview().also(noted=noted, known=known)


@given(overviews())
@example(Overview().also(noted=[bytes(NAME)], known=[TOLD]))
def test_what_is_kept_comes_back_in_its_order(overview: Overview) -> None:
    back = Overview.decode(overview.encode())
    assert list(back.records.items()) == list(overview.records.items())


@given(st.lists(st.one_of(questions(), lines())))
def test_what_is_known_is_read_as_it_was_written(
    known: list[KnownQuestion | KnownLine],
) -> None:
    overview = Overview.decode(Overview().also(known=known).encode())
    latest = {one.name: one for one in known}
    back = (*overview.questions(*Stage), *overview.lines)
    assert {one.name: one for one in back} == latest


@given(overviews(), st.one_of(questions(), lines()))
def test_what_is_new_stands_at_the_end_of_the_bytes(
    overview: Overview, new: KnownQuestion | KnownLine
) -> None:
    after = overview.also(known=[new])
    if new.name not in overview.records:
        assert after.encode().startswith(overview.encode())
    assert after.records[new.name] == Overview().also(known=[new]).records[new.name]


@given(overviews())
def test_each_name_stands_for_one_thing(overview: Overview) -> None:
    for one in overview.questions(*Stage):
        assert overview.stage(one.name) is one.stage
        assert overview.line(one.name) is None
    for line in overview.lines:
        assert overview.line(line.name) == line
        assert overview.stage(line.name) is None
    assert overview.stage(b"") is overview.line(b"") is None


def test_bytes_of_another_form_are_as_if_nothing_was_kept() -> None:
    assert Overview.decode(b"") == Overview.decode(b"\x02whatever") == Overview()


def test_an_area_with_a_name_that_does_not_fit_is_no_area() -> None:
    line = KnownLine(name=bytes(NAME), at=1, by=Seat.A, area="a" * 17, who=None)
    (back,) = Overview().also(known=[line]).lines
    assert back.area == ""


@given(overviews())
def test_each_question_stands_in_one_list_the_oldest_first(overview: Overview) -> None:
    lists = [overview.questions(stage) for stage in Stage]
    every = overview.questions(*Stage)
    assert sorted(one.name for some in lists for one in some) == sorted(
        one.name for one in every
    )
    assert [one.at for one in every] == sorted(one.at for one in every)
    assert [one.at for one in overview.lines] == sorted(
        one.at for one in overview.lines
    )


@given(overviews())
def test_what_is_settled_counts_in_the_order_of_settling(overview: Overview) -> None:
    settled = overview.settled
    assert [one.settled for one in settled] == sorted(one.settled for one in settled)
    counted = [one.left for one in settled if one.left is not None]
    assert list(traces(settled)) == counted


def settled_at(number: int) -> QuestionState:
    """A question that was settled in that second."""
    of = bytes([number]) * 32
    state = opened(HERE, replies=replies(yes(b"s", b"mine", at=number)))
    return replace(state, ref=of)


def left_by(number: int) -> Trace:
    """What the question of that second left behind, to be known again."""
    given_up = Pair(a=number / 10, b=0.0)
    return Trace(stakes=Pair(a=number, b=0), given_up=given_up, place=None)


def test_a_suggestion_rests_on_what_was_settled_before_it() -> None:
    known = [
        replace(known_question(settled_at(number)), left=left_by(number))
        for number in (5, 3, 9)
    ]
    nothing_left = replace(known_question(settled_at(4)), left=None)
    overview = Overview().also(known=[*known, nothing_left])
    assert list(overview.left_before(settled_at(5))) == [left_by(3)]
    waiting = replace(opened(), ref=b"w" * 32)
    every = list(overview.left_before(waiting))
    assert every == [left_by(3), left_by(5), left_by(9)]
    # Nor on itself, where it was settled before and is open again.
    again = replace(opened(), ref=bytes([3]) * 32)
    assert list(overview.left_before(again)) == [left_by(5), left_by(9)]


@given(overviews())
def test_names_stand_in_the_order_of_what_they_name(overview: Overview) -> None:
    assert [*overview.settled_names] == [one.name for one in overview.settled]
    assert [*overview.line_names] == [one.name for one in overview.lines]
    assert [one.at for one in overview.questions(*Stage)] == sorted(
        one.at for one in overview.questions(*Stage)
    )


def test_a_question_is_known_by_what_both_would_see_of_it() -> None:
    known = known_question(settled_at(4))
    assert (known.stage, known.settled[0]) == (Stage.SETTLED, 4)
    assert known.left is not None
    assert known_question(opened()).stage is Stage.WEIGHED
    (line,) = diary([LINE], [], Seat.A)
    assert known_line(line).who is None
    assert known_line(line).area == line.area
