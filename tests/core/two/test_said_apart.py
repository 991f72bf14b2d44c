"""What is said apart: closed until both have said it, for every kind that is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.decide.entries_said import LINE, QUESTION, answer, only, vote
from tests.core.two.said import SEATS, Said, across, meets, saids, some

from coequal.core.agree.entries import GoOn
from coequal.core.decide.diary import Who
from coequal.core.decide.diary_lines import diary
from coequal.core.decide.entries import HOW_FAR, DiaryAnswer, Review, Vote
from coequal.core.decide.question_state import Written
from coequal.core.entry import Audience
from coequal.core.keep.entries import BitMuch, Lines
from coequal.core.people import Seat
from coequal.core.see.small_steps import HowItWent, LookedBack, StepStays
from coequal.core.two.refusals import NotNow
from coequal.core.two.said_apart import Apart, said_apart
from coequal.errors import Refused

Records = Sequence[Said[Any]]


@dataclass(frozen=True, kw_only=True)
class SaidApart:
    """One kind of entry that is said apart, and how its room reads it."""

    kind: type
    entries: st.SearchStrategy[Any]
    read: Callable[[Records, Seat], Apart[Any]]

    @cached_property
    def drawn(self) -> st.SearchStrategy[list[Said[Any]]]:
        """What the two may have said, open or not."""
        return saids("r", self.entries, is_open=st.booleans(), most=6)


def read_answers(said: Records, seat: Seat) -> Apart[DiaryAnswer]:
    (line,) = diary([LINE], said, seat)
    return line.told


def read_votes(said: Records, seat: Seat) -> Apart[Vote]:
    state = only(Written(questions=[QUESTION], votes=said), seat)
    return Apart(mine=state.mine, both=state.votes)


SCORES = st.integers(0, 4)
KINDS = [
    SaidApart(
        kind=GoOn,
        entries=st.builds(GoOn, agreed=st.just(b"y"), turn=st.integers(1, 3)),
        read=said_apart,
    ),
    SaidApart(
        kind=Review,
        entries=st.builds(Review, settled=st.just(b"s"), text=st.sampled_from("xyz")),
        read=said_apart,
    ),
    SaidApart(
        kind=DiaryAnswer,
        entries=st.builds(
            answer, who=st.sampled_from(Who), asked=st.sampled_from(["", *HOW_FAR])
        ),
        read=read_answers,
    ),
    SaidApart(kind=Vote, entries=st.builds(vote, SCORES, SCORES), read=read_votes),
    SaidApart(
        kind=Lines,
        entries=st.builds(
            Lines,
            day=st.just("2026-12-06"),
            good=st.sampled_from("xyz"),
            wish=st.sampled_from(["", "x"]),
        ),
        read=said_apart,
    ),
    SaidApart(
        kind=BitMuch,
        entries=st.builds(
            BitMuch,
            day=st.just("2026-12-06"),
            text=st.sampled_from(["", "x"]),
            until=st.just(1_797_119_999),
        ),
        read=said_apart,
    ),
    SaidApart(
        kind=LookedBack,
        entries=st.builds(
            LookedBack,
            steps=st.just((b"s",)),
            happened=st.sampled_from([*HowItWent]).map(str),
        ),
        read=said_apart,
    ),
    SaidApart(
        kind=StepStays,
        entries=st.builds(
            StepStays,
            step=st.sampled_from([b"s", b"t"]),
            steps=st.just((b"s", b"t")),
        ),
        read=said_apart,
    ),
]
every_kind = pytest.mark.parametrize("one", KINDS, ids=lambda one: one.kind.__name__)


def entries(said: Records, *, mine: bool, is_open: bool) -> list[Any]:
    """What one of the two has said, the oldest first."""
    ordered = sorted(said, key=lambda one: (one.at, one.ref))
    return [x.entry for x in ordered if (x.mine, x.open) == (mine, is_open)]


@every_kind
def test_what_is_said_apart_waits_for_the_other(one: SaidApart) -> None:
    assert one.kind.audience is Audience.WAITING  # type: ignore[attr-defined]


@every_kind
def test_drawn_entries_meet_each_state(one: SaidApart) -> None:
    for met in (
        lambda found: found.both,
        lambda found: found.mine,
        lambda found: not found.both and not found.mine,
    ):
        meets(one.drawn, lambda said, met=met: bool(met(one.read(said, Seat.B))))


@every_kind
@given(seat=SEATS, data=st.data())
def test_any_subset_in_any_order_says_the_same(
    one: SaidApart, seat: Seat, data: st.DataObject
) -> None:
    said = some(data.draw, data.draw(one.drawn))
    shuffled = data.draw(st.permutations(said))
    assert one.read(shuffled, seat) == one.read(said, seat)


@every_kind
@given(seat=SEATS, data=st.data())
def test_both_are_read_once_both_are_open_and_each_by_their_seat(
    one: SaidApart, seat: Seat, data: st.DataObject
) -> None:
    said = data.draw(one.drawn)
    mine = entries(said, mine=True, is_open=True)
    theirs = entries(said, mine=False, is_open=True)
    both = one.read(said, seat).both
    assert (both is not None) is bool(mine and theirs)
    if both is not None:
        assert (both[seat], both[seat.other]) == (mine[0], theirs[0])


@every_kind
@given(seat=SEATS, data=st.data())
def test_of_what_i_have_in_the_latest_stands_until_both_are_open(
    one: SaidApart, seat: Seat, data: st.DataObject
) -> None:
    said = data.draw(one.drawn)
    closed = entries(said, mine=True, is_open=False)
    found = one.read(said, seat)
    expected = closed[-1] if closed and found.both is None else None
    assert found.mine == expected


@every_kind
@given(seat=SEATS, data=st.data())
def test_what_the_other_has_in_changes_nothing(
    one: SaidApart, seat: Seat, data: st.DataObject
) -> None:
    said = data.draw(one.drawn)
    without = [x for x in said if x.mine or x.open]
    assert one.read(without, seat) == one.read(said, seat)


@every_kind
@given(seat=SEATS, data=st.data())
def test_what_opened_first_stays(
    one: SaidApart, seat: Seat, data: st.DataObject
) -> None:
    first = [
        Said(entry=data.draw(one.entries), ref=b"mine"),
        Said(entry=data.draw(one.entries), ref=b"theirs", mine=False),
    ]
    later = [replace(x, at=x.at + 1) for x in data.draw(one.drawn)]
    assert one.read([*later, *first], seat) == one.read(first, seat)


@every_kind
@given(seat=SEATS, data=st.data())
def test_both_read_the_same_of_what_is_open(
    one: SaidApart, seat: Seat, data: st.DataObject
) -> None:
    said = data.draw(one.drawn)
    here, there = one.read(said, seat), one.read(across(said), seat.other)
    assert (there.both, there.refs) == (here.both, here.refs)


@every_kind
@given(seat=SEATS, data=st.data())
def test_exchanging_the_two_mirrors_it(
    one: SaidApart, seat: Seat, data: st.DataObject
) -> None:
    said = data.draw(one.drawn)
    here, there = one.read(said, seat), one.read(said, seat.other)
    assert there == replace(here, both=here.both and here.both.mirrored)


@every_kind
@given(seat=SEATS, data=st.data())
def test_nothing_changes_what_both_have_read(
    one: SaidApart, seat: Seat, data: st.DataObject
) -> None:
    found = one.read(data.draw(one.drawn), seat)
    if found.both is None:
        found.check_closed()
    else:
        with pytest.raises(Refused, match=NotNow.OPEN):
            found.check_closed()


def test_what_is_open_is_named_by_its_exact_texts() -> None:
    mine = Said(entry="well", ref=b"1")
    theirs = Said(entry="so so", ref=b"2", mine=False)
    again = Said(entry="never", ref=b"3", at=1)
    assert said_apart([again, theirs, mine], Seat.A).refs == {b"1", b"2"}
    assert said_apart([mine, again], Seat.A).refs == frozenset()


def test_once_both_have_said_it_it_is_not_changed() -> None:
    mine = Said(entry="well", ref=b"1")
    theirs = Said(entry="so so", ref=b"2", mine=False)
    said_apart([mine], Seat.A).check_closed()
    with pytest.raises(Refused, match=NotNow.OPEN):
        said_apart([mine, theirs], Seat.A).check_closed()
