"""Leads: suggested by one, taken by the other, ended by time or by either."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.decide.said import (
    Said,
    saids,
)

from coequal.core.decide.entries import Lead, LeadEnded, LeadTaken
from coequal.core.decide.leads import (
    THREE_MONTHS,
    Leads,
    NoLead,
    WrittenLeads,
    check_lead,
    leads,
    may_end,
    may_take,
    may_take_back,
)
from coequal.core.decide.rules import No
from coequal.core.people import Seat
from coequal.errors import Refused

AREAS = ("home", "money")
HOME = Lead(area="home", seat="A")
MINE = Said(entry=HOME, ref=b"mine")
THEIRS = Said(entry=HOME, ref=b"theirs", mine=False)
NOW = 10


def yes(to: Said[Lead], *, ref: bytes = b"yes", at: int = 1) -> Said[LeadTaken]:
    """The other one's yes to a suggestion."""
    return Said(entry=LeadTaken(), ref=ref, answers=(to.ref,), at=at, mine=not to.mine)


def end(of: Said[LeadTaken], *, mine: bool = True) -> Said[LeadEnded]:
    return Said(entry=LeadEnded(), ref=b"end", answers=(of.ref,), at=5, mine=mine)


def stands(*wishes: Said[Lead], now: int = NOW, **more: object) -> Leads:
    return leads(WrittenLeads(leads=wishes, **more), Seat.A, now=now)  # type: ignore[arg-type]


def areas(found: Leads) -> tuple[list[str], list[str]]:
    return [one.area for one in found.leading], [one.area for one in found.suggested]


def test_a_suggestion_leads_nothing_before_the_yes() -> None:
    found = stands(MINE)
    assert areas(found) == ([], ["home"])
    assert (found.suggested[0].by, found.suggested[0].seat) == (Seat.A, Seat.A)
    assert not found.led("home")


def test_after_the_yes_somebody_leads_for_three_months() -> None:
    taken = yes(MINE)
    last = THREE_MONTHS + taken.at - 1
    assert areas(stands(MINE, taken=[taken], now=last)) == (["home"], [])
    assert areas(stands(MINE, taken=[taken], now=last + 1)) == ([], [])
    assert stands(MINE, taken=[taken]).leading[0].until == last + 1


def test_a_yes_to_ones_own_words_is_none() -> None:
    own = Said(entry=LeadTaken(), ref=b"yes", answers=(MINE.ref,), at=1)
    assert areas(stands(MINE, taken=[own])) == ([], ["home"])


@pytest.mark.parametrize("mine", [True, False])
def test_either_ends_it_at_once(mine: bool) -> None:  # noqa: FBT001  a case
    taken = yes(MINE)
    found = stands(MINE, taken=[taken], ended=[end(taken, mine=mine)])
    assert areas(found) == ([], [])


def test_a_suggestion_from_before_a_yes_in_its_area_is_done_with() -> None:
    taken, money = yes(MINE), Said(entry=Lead(area="money", seat="B"), ref=b"money")
    later = Said(entry=HOME, ref=b"later", at=6)
    wishes = (MINE, THEIRS, money, later)
    found = stands(*wishes, taken=[taken], ended=[end(taken)])
    assert [one.ref for one in found.suggested] == [b"money", b"later"]


def test_the_first_yes_in_an_area_holds() -> None:
    taken = [yes(THEIRS, ref=b"second", at=2), yes(MINE, ref=b"first", at=1)]
    assert [one.ref for one in stands(MINE, THEIRS, taken=taken).leading] == [b"first"]


def test_a_seat_that_there_is_not_is_as_if_nothing_was_said() -> None:
    assert areas(stands(Said(entry=Lead(area="home", seat="C")))) == ([], [])


REFS = st.sampled_from([b"a", b"b", b"c"])
ANSWERS = st.lists(REFS, max_size=2).map(tuple)
LEADS = st.lists(
    saids(
        st.builds(Lead, area=st.sampled_from(AREAS), seat=st.sampled_from("ABC")),
        refs=REFS,
    ),
    max_size=3,
    unique_by=lambda one: one.ref,
)
TAKEN = st.lists(
    saids(
        st.just(LeadTaken()), refs=st.sampled_from([b"x", b"y", b"z"]), answers=ANSWERS
    ),
    max_size=3,
    unique_by=lambda one: one.ref,
)
ENDED = st.lists(
    saids(st.just(LeadEnded()), answers=st.sampled_from([(b"x",), (b"y",), ()])),
    max_size=2,
)


@given(LEADS, TAKEN, ENDED)
def test_both_read_the_same_and_any_order_says_the_same(
    wishes: list[Said[Lead]], taken: list[Said[LeadTaken]], ended: list[Said[LeadEnded]]
) -> None:
    here = leads(WrittenLeads(leads=wishes, taken=taken, ended=ended), Seat.A, now=NOW)
    across = WrittenLeads(
        leads=[one.across for one in wishes[::-1]],
        taken=[one.across for one in taken[::-1]],
        ended=[one.across for one in ended[::-1]],
    )
    assert leads(across, Seat.B, now=NOW) == here
    assert len({one.area for one in here.leading}) == len(here.leading)


def test_a_lead_of_an_area_that_nobody_leads_can_be_suggested() -> None:
    assert check_lead(stands(), HOME, Seat.A, areas=AREAS) is HOME
    assert check_lead(stands(THEIRS), HOME, Seat.A, areas=AREAS) is HOME


@pytest.mark.parametrize(
    ("lead", "why"),
    [
        (Lead(area="moon", seat="A"), NoLead.NOWHERE),
        (Lead(area="home", seat="C"), NoLead.NOBODY),
        (HOME, No.ASKED),
    ],
)
def test_what_makes_no_sense_or_stands_already_cannot_be_suggested(
    lead: Lead, why: str
) -> None:
    with pytest.raises(Refused, match=why):
        check_lead(stands(MINE), lead, Seat.A, areas=AREAS)


def test_nobody_leads_what_somebody_leads() -> None:
    later = Said(entry=HOME, ref=b"later", at=6, mine=False)
    found = stands(MINE, later, taken=[yes(MINE)])
    with pytest.raises(Refused, match=NoLead.LED):
        check_lead(found, HOME, Seat.A, areas=AREAS)
    with pytest.raises(Refused, match=NoLead.LED):
        may_take(found, b"later", Seat.A)


def test_the_yes_comes_from_the_other_one() -> None:
    found = stands(MINE, THEIRS)
    assert may_take(found, b"theirs", Seat.A) == b"theirs"
    with pytest.raises(Refused, match=No.OWN):
        may_take(found, b"mine", Seat.A)
    with pytest.raises(Refused, match=No.GONE):
        may_take(found, b"nothing", Seat.A)


def test_only_ones_own_suggestion_can_be_taken_back() -> None:
    found = stands(MINE, THEIRS)
    assert may_take_back(found, b"mine", Seat.A) == b"mine"
    with pytest.raises(Refused, match=No.GONE):
        may_take_back(found, b"theirs", Seat.A)


def test_only_what_runs_can_be_ended() -> None:
    found = stands(MINE, taken=[yes(MINE)])
    assert may_end(found, b"yes") == b"yes"
    with pytest.raises(Refused, match=No.GONE):
        may_end(found, b"other")
