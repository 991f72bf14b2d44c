"""What is known of all questions and lines, in a few bytes each."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.core.decide import drawn

from coequal.core.decide.diary import Who
from coequal.core.decide.memory import trace
from coequal.core.decide.overview import (
    NAME,
    Known,
    KnownLine,
    KnownQuestion,
    Overview,
    Stage,
    traces,
)
from coequal.core.decide.overview_bytes import decode, encode
from coequal.core.people import Pair, Seat

NAMES = st.binary(min_size=NAME, max_size=NAME)
TIMES = st.integers(0, 2**53 - 1)
AREAS = st.sampled_from(["", "home", "grandchildren", "free_time"])
SEATS = st.sampled_from(Seat)


@st.composite
def questions(draw: st.DrawFn) -> KnownQuestion:
    stage = draw(st.sampled_from(Stage))
    is_settled = stage is Stage.SETTLED
    counts = is_settled and draw(st.booleans())
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
    known: dict[bytes, Known] = dict.fromkeys(draw(st.lists(NAMES, max_size=5)))
    for one in draw(st.lists(st.one_of(questions(), lines()), max_size=8)):
        known[one.name] = one
    return Overview(known=known)


@given(overviews())
def test_what_is_kept_comes_back_in_its_order(overview: Overview) -> None:
    back = decode(encode(overview))
    assert list(back.known.items()) == list(overview.known.items())


@given(overviews(), st.one_of(questions(), lines()))
def test_what_is_new_stands_at_the_end_of_the_bytes(
    overview: Overview, new: KnownQuestion | KnownLine
) -> None:
    before = encode(overview)
    after = encode(overview.also({new.name: new}))
    if new.name in overview.known:
        assert decode(after).known[new.name] == new
    else:
        assert after.startswith(before)


def test_bytes_of_another_form_are_as_if_nothing_was_kept() -> None:
    assert decode(b"") == decode(b"\x02whatever") == Overview()


def test_an_area_with_a_name_that_does_not_fit_is_no_area() -> None:
    line = KnownLine(name=bytes(NAME), at=1, by=Seat.A, area="a" * 17, who=None)
    (back,) = decode(encode(Overview(known={line.name: line}))).lines()
    assert back.area == ""


@given(overviews())
def test_each_question_stands_in_one_list_the_oldest_first(overview: Overview) -> None:
    lists = [overview.questions(stage) for stage in Stage]
    every = overview.questions(*Stage)
    assert sorted(one.name for some in lists for one in some) == sorted(
        one.name for one in every
    )
    assert [one.at for one in every] == sorted(one.at for one in every)
    assert [one.at for one in overview.lines()] == sorted(
        one.at for one in overview.lines()
    )


@given(overviews())
def test_what_is_settled_counts_in_the_order_of_settling(overview: Overview) -> None:
    settled = overview.settled()
    assert [one.settled for one in settled] == sorted(one.settled for one in settled)
    counted = [one.left for one in settled if one.left is not None]
    assert list(traces(settled)) == counted
