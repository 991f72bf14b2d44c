"""One's own boundaries: two lines are shown, never what one asks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.two.said import SEATS, Said, across, saids, some

from coequal.core.boundaries.entries import OwnBoundary
from coequal.core.boundaries.rules import (
    LONGEST,
    MOST,
    NoBoundary,
    check_own,
    check_shown,
    may_take_down,
    shows,
)
from coequal.core.entry import Audience, Shred
from coequal.core.lines import NoLine
from coequal.core.people import Seat
from coequal.core.two.boundaries import ShownBoundary, boundaries, touched
from coequal.core.two.refusals import NotNow
from coequal.errors import Refused

OWN = OwnBoundary(mine="my phone", then="put it away", ask="Please ask me first.")
SHOWN = ShownBoundary(area="phone", mine="my phone", then="put it away")
MINE = Said(entry=SHOWN, ref=b"mine")
AREAS = ("phone", "home")


def test_it_is_for_its_author_alone_and_can_be_taken_down() -> None:
    assert (OwnBoundary.audience, OwnBoundary.shred) == (Audience.NOTES, Shred.AUTHOR)
    assert (ShownBoundary.audience, ShownBoundary.shred) == (
        Audience.BOTH,
        Shred.AUTHOR,
    )


def test_each_text_is_one_line_and_only_what_is_mine_is_needed() -> None:
    written = OwnBoundary(mine=" my \n phone ", then=" ", ask="")
    assert check_own(written, []) == OwnBoundary(mine="my phone", then="", ask="")
    assert check_own(OWN, [OWN]) == OWN


@pytest.mark.parametrize(
    ("own", "why"),
    [
        (OwnBoundary(mine=" ", then="x", ask="x"), NoLine.EMPTY),
        (OwnBoundary(mine="x", then="x" * (LONGEST + 1), ask=""), NoLine.LONG),
        (OwnBoundary(mine="x", then="", ask="x" * (LONGEST + 1)), NoLine.LONG),
    ],
)
def test_what_does_not_fit_is_not_written(own: OwnBoundary, why: str) -> None:
    with pytest.raises(Refused, match=why):
        check_own(own, [])


def test_there_is_room_for_so_many() -> None:
    check_own(OWN, [OWN] * (MOST - 1))
    with pytest.raises(Refused, match=NoBoundary.FULL):
        check_own(OWN, [OWN] * MOST)


def shown(area: str = "phone", *said: Said[ShownBoundary]) -> ShownBoundary:
    known = boundaries(said, Seat.A)
    return check_shown(OWN, area, known, Seat.A, areas=AREAS)


def test_two_lines_are_shown_and_never_what_one_asks() -> None:
    assert shown() == SHOWN
    assert "ask" not in repr(shown())


def test_it_is_shown_once_and_about_something_that_there_is() -> None:
    assert shown("home", MINE).area == "home"
    assert shown("phone", MINE.across) == SHOWN
    with pytest.raises(Refused, match=NotNow.ASKED):
        shown("phone", MINE)
    with pytest.raises(Refused, match=NoBoundary.NOWHERE):
        shown("moon")


def test_it_shows_these_lines_of_mine_and_no_others_and_none_of_the_other() -> None:
    (known,) = boundaries([MINE], Seat.A)
    other = OwnBoundary(mine=OWN.mine, then="", ask=OWN.ask)
    assert shows(known, OWN, Seat.A)
    assert not shows(known, other, Seat.A)
    assert not shows(known, OWN, Seat.B)


def test_nobody_fills_the_page_of_the_two() -> None:
    many = [
        Said(entry=ShownBoundary(area="home", mine=str(n), then=""), ref=b"%d" % n)
        for n in range(MOST)
    ]
    with pytest.raises(Refused, match=NoBoundary.FULL):
        shown("phone", *many)
    assert shown("phone", *(one.across for one in many)) == SHOWN


def test_only_who_showed_it_takes_it_down() -> None:
    known = boundaries([MINE], Seat.A)
    assert may_take_down(known, b"mine", Seat.A) == b"mine"
    for ref, who in ((b"mine", Seat.B), (b"none", Seat.A)):
        with pytest.raises(Refused, match=NotNow.GONE):
            may_take_down(known, ref, who)


DRAWN = saids(
    "b",
    st.builds(
        ShownBoundary,
        area=st.sampled_from(["", "home", "phone"]),
        mine=st.sampled_from("xyz"),
        then=st.just(""),
    ),
)


@given(seat=SEATS, data=st.data())
def test_both_read_the_same_in_any_order(seat: Seat, data: st.DataObject) -> None:
    said = some(data.draw, data.draw(DRAWN))
    here = boundaries(said, seat)
    assert boundaries(data.draw(st.permutations(said)), seat) == here
    assert boundaries(across(said), seat.other) == here
    there = boundaries(said, seat.other)
    assert [one.by.other for one in there] == [one.by for one in here]
    for area in ("home", "phone", "moon"):
        own = {one.by for one in here if one.entry.area == area}
        assert touched(here, area) == own
    assert touched(here, "") == frozenset()
