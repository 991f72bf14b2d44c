"""Leads: suggested by one, taken by the other, ended by time or by either."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.two.said import SEATS, Said, Scene, end, meets, replies, scenes, yes

from coequal.core.decide.entries import Lead
from coequal.core.decide.leads import (
    THREE_MONTHS,
    Leads,
    NoLead,
    check_lead,
    leads,
    may_take,
    until,
)
from coequal.core.moments import BEYOND
from coequal.core.people import Seat
from coequal.core.two.offers import offers
from coequal.core.two.refusals import NotNow
from coequal.errors import Refused

AREAS = ("home", "money")
KNOWN = (*AREAS, "closeness")
HOME = Lead(area="home", seat="A")
MINE = Said(entry=HOME, ref=b"mine")
THEIRS = Said(entry=HOME, ref=b"theirs", mine=False)
NOW = 10
TAKEN = yes(b"yes", MINE.ref, at=1)


def stands(*wishes: Said[Lead], said: tuple[Said, ...] = (), now: int = NOW) -> Leads:  # type: ignore[type-arg]
    found = offers(wishes, replies(*said), Seat.A)
    return leads(found, now=now, areas=AREAS)


def areas(found: Leads) -> tuple[list[str], list[str]]:
    return (
        [one.entry.area for one in found.leading],
        [one.entry.area for one in found.suggested],
    )


@pytest.mark.parametrize("at", [NOW + BEYOND + 1, 2**52])
def test_a_yes_from_the_future_leads_no_longer(at: int) -> None:
    """Who can write to the database writes another time into their own yes."""
    forged = yes(b"yes", MINE.ref, at=at)
    found = stands(MINE, said=(forged,))
    assert areas(found) == (["home"], [])
    assert until(found.leading[0], now=NOW) == MINE.at + THREE_MONTHS


def test_one_from_another_century_ends_with_the_offer() -> None:
    forged = yes(b"yes", MINE.ref, at=2**52)
    assert areas(stands(MINE, said=(forged,), now=MINE.at + THREE_MONTHS)) == ([], [])


def test_an_offer_from_the_future_runs_from_the_yes() -> None:
    offered = replace(MINE, at=NOW + BEYOND + 1)
    found = stands(offered, said=(TAKEN,))
    assert until(found.leading[0], now=NOW) == TAKEN.at + THREE_MONTHS


def test_with_both_from_the_future_nothing_runs() -> None:
    offered, forged = (replace(one, at=2**52) for one in (MINE, TAKEN))
    assert areas(stands(offered, said=(forged,))) == ([], [])
    assert until(offers([offered], replies(forged), Seat.A)[0], now=NOW) == 0


def test_a_clock_that_was_set_back_takes_nothing_away() -> None:
    late = yes(b"yes", MINE.ref, at=NOW + BEYOND)
    assert areas(stands(MINE, said=(late,))) == (["home"], [])


def test_a_suggestion_leads_nothing_before_the_yes() -> None:
    found = stands(MINE)
    assert areas(found) == ([], ["home"])
    assert not found.led("home")
    assert until(found.suggested[0], now=NOW) == 0


def test_after_the_yes_somebody_leads_for_three_months() -> None:
    last = THREE_MONTHS + TAKEN.at - 1
    assert areas(stands(MINE, said=(TAKEN,), now=last)) == (["home"], [])
    assert areas(stands(MINE, said=(TAKEN,), now=last + 1)) == ([], [])
    found = stands(MINE, said=(TAKEN,))
    assert until(found.leading[0], now=NOW) == last + 1
    assert found.led("home")
    assert not found.led("money")


@pytest.mark.parametrize("mine", [True, False])
def test_either_ends_it_at_once(mine: bool) -> None:  # noqa: FBT001  a case
    found = stands(MINE, said=(TAKEN, end(b"end", TAKEN.ref, mine=mine)))
    assert areas(found) == ([], [])


def test_a_suggestion_from_before_a_yes_in_its_area_is_done_with() -> None:
    money = Said(entry=Lead(area="money", seat="B"), ref=b"money")
    later = Said(entry=HOME, ref=b"later", at=6)
    said = (TAKEN, end(b"end", TAKEN.ref))
    found = stands(MINE, THEIRS, money, later, said=said)
    assert [one.ref for one in found.suggested] == [b"money", b"later"]


def test_the_first_yes_in_an_area_holds() -> None:
    second = yes(b"second", THEIRS.ref, mine=True, at=2)
    found = stands(MINE, THEIRS, said=(second, TAKEN))
    assert [one.ref for one in found.leading] == [b"mine"]


def test_a_seat_that_there_is_not_is_as_if_nothing_was_said() -> None:
    nobody = Said(entry=Lead(area="home", seat="C"), ref=b"mine")
    assert areas(stands(nobody)) == areas(stands(nobody, said=(TAKEN,))) == ([], [])


def test_what_stands_of_ones_own_has_ended() -> None:
    own = replace(MINE, entry=Lead(area="closeness", seat="A"))
    assert areas(stands(own)) == areas(stands(own, said=(TAKEN,))) == ([], [])
    home = replace(THEIRS, ref=b"home")
    assert areas(stands(own, home, said=(TAKEN,))) == ([], ["home"])


SCENES = scenes(
    st.builds(Lead, area=st.sampled_from(AREAS), seat=st.sampled_from("ABC"))
)


@given(scene=SCENES, seat=SEATS, now=st.sampled_from([NOW, THREE_MONTHS + 3]))
def test_one_leads_an_area_at_most_by_a_yes_and_no_longer_than_three_months(
    scene: Scene[Lead], seat: Seat, now: int
) -> None:
    found = leads(offers(scene.offered, scene.replies, seat), now=now, areas=AREAS)
    led = [one.entry.area for one in found.leading]
    assert len(set(led)) == len(led)
    assert all(one.holds and now < until(one, now=now) for one in found.leading)
    assert all(one.open for one in found.suggested)
    assert {one.entry.seat for one in (*found.leading, *found.suggested)} <= {"A", "B"}


def test_drawn_leads_meet_one_that_gave_way_to_an_earlier_yes() -> None:
    def gave_way(scene: Scene[Lead]) -> bool:
        found = offers(scene.offered, scene.replies, Seat.A)
        sound = [one for one in found if one.entry.seat != "C" and one.holds]
        return len(sound) > len(leads(found, now=NOW, areas=AREAS).leading)

    meets(SCENES, gave_way)


def test_a_lead_of_an_area_that_nobody_leads_can_be_suggested() -> None:
    assert check_lead(stands(), HOME, Seat.A, known=KNOWN, areas=AREAS) is HOME
    found = stands(THEIRS)
    assert check_lead(found, HOME, Seat.A, known=KNOWN, areas=AREAS) is HOME


@pytest.mark.parametrize(
    ("lead", "why"),
    [
        (Lead(area="moon", seat="A"), NoLead.NOWHERE),
        (Lead(area="closeness", seat="A"), NoLead.OWN),
        (Lead(area="home", seat="C"), NoLead.NOBODY),
        (HOME, NotNow.ASKED),
    ],
)
def test_what_makes_no_sense_or_stands_already_cannot_be_suggested(
    lead: Lead, why: str
) -> None:
    with pytest.raises(Refused, match=why):
        check_lead(stands(MINE), lead, Seat.A, known=KNOWN, areas=AREAS)


def test_nobody_leads_what_somebody_leads() -> None:
    later = Said(entry=HOME, ref=b"later", at=6, mine=False)
    found = stands(MINE, later, said=(TAKEN,))
    with pytest.raises(Refused, match=NoLead.LED):
        check_lead(found, HOME, Seat.A, known=KNOWN, areas=AREAS)
    with pytest.raises(Refused, match=NoLead.LED):
        may_take(found, b"later", Seat.A)


def test_the_yes_comes_from_the_other_one() -> None:
    found = stands(MINE, THEIRS)
    assert may_take(found, b"theirs", Seat.A).ref == b"theirs"
    with pytest.raises(Refused, match=NotNow.OWN):
        may_take(found, b"mine", Seat.A)
    with pytest.raises(Refused, match=NotNow.GONE):
        may_take(found, b"nothing", Seat.A)
