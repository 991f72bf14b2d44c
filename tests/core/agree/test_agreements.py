"""What two people hold to: by a yes to these words, for some weeks, and no longer."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.agree.agreed import (
    AGREED,
    DAY,
    END,
    KEPT,
    LINES,
    MINE,
    MOMENTS,
    WEEK,
    at,
    both_keep,
    keep,
    line,
    stands,
)
from tests.core.two.said import (
    SEATS,
    Said,
    Scene,
    across,
    end,
    meets,
    replies,
    scenes,
    yes,
)

from coequal.core.agree.agreements import (
    LOOKING,
    AgreementStage,
    AgreementState,
    agreements,
    end_of,
    in_vain,
    turns,
)
from coequal.core.agree.entries import MOST_TURNS, GoOn
from coequal.core.moments import BEYOND
from coequal.core.people import Seat
from coequal.core.two.offers import offers

YES = yes(b"yes", AGREED.ref, at=10 * DAY + 5)


def now_is(second: int, *kept: Said[GoOn], **more: Any) -> AgreementState:
    """What has become of an agreement that began on day 10."""
    (state,) = stands(AGREED, said=(YES,), kept=list(kept), now=at(second), **more)
    return state


def test_nobody_holds_to_what_only_one_has_offered() -> None:
    (state,) = stands(MINE)
    assert (state.stage, state.until) == (AgreementStage.OFFERED, 0)
    (state,) = stands(MINE, said=(yes(b"own", MINE.ref, mine=True),))
    assert state.stage is AgreementStage.OFFERED


def test_with_the_others_yes_both_hold_to_it_for_four_weeks() -> None:
    assert now_is(10 * DAY + 5).stage is AgreementStage.HOLDS
    assert (now_is(END).stage, now_is(END).until) == (AgreementStage.HOLDS, END)
    assert now_is(END + 1).stage is AgreementStage.LOOK


def test_or_for_as_many_weeks_as_its_words_say() -> None:
    longer = replace(AGREED, entry=line(weeks=13))
    (state,) = stands(longer, said=(YES,), now=at(END + 1))
    assert (state.stage, state.until) == (AgreementStage.HOLDS, END + 9 * WEEK)


@pytest.mark.parametrize("mine", [True, False])
def test_either_ends_it_any_day(mine: bool) -> None:  # noqa: FBT001  a case
    over = end(b"end", YES.ref, mine=mine)
    (state,) = stands(AGREED, said=(YES, over), now=at(10 * DAY + 6))
    assert state.stage is AgreementStage.OVER


def test_it_goes_on_if_both_say_so_when_it_has_ended() -> None:
    state = now_is(END + 2, *both_keep())
    assert (state.stage, state.until, state.turn) == (
        AgreementStage.HOLDS,
        END + 4 * WEEK,
        2,
    )
    assert now_is(END + 4 * WEEK + 1, *both_keep()).stage is AgreementStage.LOOK


def test_and_again_when_that_has_ended_too() -> None:
    later = END + 4 * WEEK + 1
    kept = [*both_keep(), *both_keep(2, when=later)]
    assert now_is(later + 1, *kept).until == END + 8 * WEEK


@pytest.mark.parametrize("mine", [True, False])
def test_one_alone_lets_it_go_on_no_day(mine: bool) -> None:  # noqa: FBT001  a case
    for is_open in (True, False):
        said = keep(mine=mine, is_open=is_open)
        assert now_is(END + 2, said).stage is AgreementStage.LOOK
        assert now_is(END + LOOKING + 1, said).stage is AgreementStage.OVER


def test_who_says_it_twice_is_not_two() -> None:
    again = replace(keep(mine=True), ref=b"again")
    assert now_is(END + 2, keep(mine=True), again).stage is AgreementStage.LOOK


@pytest.mark.parametrize("when", [END, END + LOOKING + 1])
def test_what_was_said_too_early_or_too_late_lets_nothing_go_on(when: int) -> None:
    said = keep(mine=True), keep(mine=False, when=when)
    assert now_is(END + LOOKING, *said).stage is AgreementStage.LOOK
    assert now_is(END + LOOKING + 2, *said).stage is AgreementStage.OVER


def test_nobody_goes_on_with_a_later_turn_before_the_one_before() -> None:
    assert now_is(END + 2, *both_keep(2)).turn == 1


def test_whether_i_would_go_on_is_for_me_alone() -> None:
    closed = keep(mine=True, is_open=False)
    assert now_is(END + 2, closed).is_kept
    assert not now_is(END + 2, keep(mine=False, is_open=False)).is_kept
    assert not now_is(END + LOOKING + 1, closed).is_kept
    assert not now_is(END, closed).is_kept


def test_a_yes_to_other_words_in_its_place_ends_it() -> None:
    new = Said(entry=line(former=AGREED.ref, then="we go on at nine."), ref=b"new")
    (old, offered) = stands(new, AGREED, said=(YES,), now=at(11 * DAY))[::-1]
    assert (old.stage, offered.stage) == (AgreementStage.HOLDS, AgreementStage.OFFERED)
    agreed = yes(b"too", new.ref, at=11 * DAY)
    found = stands(new, AGREED, said=(YES, agreed), now=at(11 * DAY))
    assert {one.ref: one.stage for one in found} == {
        AGREED.ref: AgreementStage.OVER,
        new.ref: AgreementStage.HOLDS,
    }


@pytest.mark.parametrize("area", ["body", "phone", "contacts", "own_money", ""])
def test_of_ones_own_life_nothing_is_agreed_whoever_said_yes(area: str) -> None:
    own = replace(AGREED, entry=line(area=area))
    for said in ((), (YES,)):
        (state,) = stands(own, said=said)
        assert state.stage is AgreementStage.OVER


def test_what_is_in_doubt_holds_for_nobody() -> None:
    (offer,) = offers([AGREED], replies(YES), Seat.A, in_doubt={AGREED.ref})
    (state,) = agreements([offer], both_keep(), at(11 * DAY))
    assert state.stage is AgreementStage.DOUBT


def test_nor_does_that_whose_place_it_may_have_taken() -> None:
    new = Said(entry=line(former=AGREED.ref), ref=b"new")
    found = offers([AGREED, new], replies(YES), Seat.A, in_doubt={new.ref})
    (old,) = [
        one for one in agreements(found, [], at(11 * DAY)) if one.ref == AGREED.ref
    ]
    assert old.stage is AgreementStage.DOUBT


def test_a_yes_from_another_century_holds_no_longer() -> None:
    forged = replace(YES, at=2**52)
    (state,) = stands(AGREED, said=(forged,), now=at(11 * DAY))
    assert (state.stage, state.until) == (AgreementStage.HOLDS, END)
    never = replace(AGREED, at=11 * DAY + BEYOND + 1)
    (state,) = stands(never, said=(forged,), now=at(11 * DAY))
    assert (state.stage, state.until) == (AgreementStage.OVER, 0)


def test_the_turns_that_have_ended_are_those_that_can_be_kept() -> None:
    (offer,) = offers([AGREED], replies(YES), Seat.A)
    assert turns(offer, at(END)) == range(1, 1)
    assert turns(offer, at(END + 1)) == range(1, 2)
    assert turns(offer, at(END + 4 * WEEK + 1)) == range(1, 3)
    assert turns(offer, at(10**12)) == range(1, MOST_TURNS)
    (open_offer,) = offers([MINE], replies(YES), Seat.A)
    assert turns(open_offer, at(END)) == range(1, 1)
    assert end_of(open_offer, 1, at(END)) == 0


SCENES = scenes(LINES)


@given(scene=SCENES, kept=KEPT, seat=SEATS, second=MOMENTS, data=st.data())
def test_any_subset_in_any_order_says_the_same_to_both(
    scene: Scene[Any], kept: list[Said[GoOn]], seat: Seat, second: int, data: Any
) -> None:
    found = offers(scene.offered, scene.replies, seat)
    said = agreements(found, kept, at(second))
    shuffled = data.draw(st.permutations(kept))
    assert agreements(found, shuffled, at(second)) == said
    theirs = offers(across(scene).offered, across(scene).replies, seat.other)
    there = agreements(theirs, across(kept), at(second))
    assert [replace(one, is_kept=False) for one in there] == [
        replace(one, is_kept=False) for one in said
    ]


@given(scene=SCENES, kept=KEPT, seat=SEATS, second=MOMENTS)
def test_exchanging_the_two_mirrors_it(
    scene: Scene[Any], kept: list[Said[GoOn]], seat: Seat, second: int
) -> None:
    here, there = (
        agreements(offers(scene.offered, scene.replies, me), kept, at(second))
        for me in (seat, seat.other)
    )
    assert [(one.stage, one.until, one.is_kept) for one in here] == [
        (one.stage, one.until, one.is_kept) for one in there
    ]
    assert [one.offer.by.other for one in here] == [one.offer.by for one in there]


@given(scene=SCENES, kept=KEPT, second=MOMENTS)
def test_what_holds_was_agreed_on_and_has_not_ended(
    scene: Scene[Any], kept: list[Said[GoOn]], second: int
) -> None:
    found = offers(scene.offered, scene.replies, Seat.A)
    for one in agreements(found, kept, at(second)):
        if one.stage is AgreementStage.HOLDS:
            assert one.offer.holds
            assert second <= one.until
            assert one.entry.area != "body"


@pytest.mark.parametrize(
    "stage", [one for one in AgreementStage if one is not AgreementStage.DOUBT]
)
def test_drawn_agreements_meet_each_stage(stage: AgreementStage) -> None:
    def met(drawn: tuple[Scene[Any], int]) -> bool:
        found = offers(drawn[0].offered, drawn[0].replies, Seat.A)
        states = agreements(found, [], at(drawn[1]))
        return any(one.stage is stage for one in states)

    meets(st.tuples(SCENES, MOMENTS), met)


def test_a_keep_in_vain_is_one_of_mine_whose_time_is_over() -> None:
    mine, theirs = (keep(mine=one, is_open=False) for one in (True, False))
    kept = [mine, theirs]
    for now, over in ((END + 1, []), (END + LOOKING, []), (END + LOOKING + 1, [mine])):
        found = stands(AGREED, said=(YES,), kept=kept, now=at(now))
        assert in_vain(found, kept) == [one.entry for one in over]


def test_nothing_that_opened_is_in_vain() -> None:
    kept = both_keep()
    found = stands(AGREED, said=(YES,), kept=kept, now=at(END + 100 * DAY))
    assert in_vain(found, kept) == []


def test_a_keep_of_something_in_doubt_may_count_yet() -> None:
    kept = [keep(mine=True, is_open=False)]
    found = offers([AGREED], replies(YES), Seat.A, in_doubt={AGREED.ref})
    states = agreements(found, kept, at(END + 100 * DAY))
    assert in_vain(states, kept) == []


def test_of_what_nobody_said_yes_to_there_is_no_keep() -> None:
    kept = [keep(mine=True, is_open=False)]
    assert in_vain(stands(MINE), kept) == [kept[0].entry]
