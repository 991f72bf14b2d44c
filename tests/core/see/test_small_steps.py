"""The small steps that stand, and when and how two people look back on them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.two.said import SEATS, Said, saids, some

from coequal.core.people import Pair, Seat
from coequal.core.see.joint_entries import Step
from coequal.core.see.small_steps import (
    AFTER,
    UNTIL,
    HowItWent,
    LookedBack,
    SmallStep,
    StepsStage,
    StepsState,
    may_look_back,
    refs_of,
    small_steps,
)
from coequal.core.two.refusals import NotNow
from coequal.core.two.said_apart import Apart
from coequal.errors import Refused

OPENED = date(2026, 11, 1)
DUE = OPENED + AFTER
DAY = timedelta(days=1)
HERS = SmallStep(ref=b"a", round=1, by=Seat.A, text="Ask first")
HIS = SmallStep(ref=b"b", round=1, by=Seat.B, text="Tea at nine")
SAID = LookedBack(steps=(b"a", b"b"), happened="yes")
STEPS = saids(
    "r",
    st.builds(Step, round=st.integers(1, 3), text=st.sampled_from(["", "x", "y"])),
    most=6,
)


def state(
    *steps: SmallStep,
    mine: LookedBack | None = None,
    both: bool = False,
    opened: date | None = OPENED,
) -> StepsState:
    said = Pair(a=SAID, b=SAID) if both else None
    return StepsState(steps=steps, apart=Apart(mine=mine, both=said), opened=opened)


def test_the_step_said_last_in_a_round_stands() -> None:
    said = [
        Said(entry=Step(round=1, text="One"), ref=b"1", at=1),
        Said(entry=Step(round=1, text="Two"), ref=b"2", at=2, answers=(b"1",)),
        Said(entry=Step(round=1, text="His"), ref=b"3", at=9, mine=False),
    ]
    found = small_steps(said, Seat.A)
    assert [(one.by, one.text) for one in found] == [
        (Seat.A, "Two"),
        (Seat.B, "His"),
    ]


def test_nothing_now_is_no_step() -> None:
    said = [
        Said(entry=Step(round=1, text="One"), ref=b"1", at=1),
        Said(entry=Step(round=1, text=""), ref=b"2", at=2, answers=(b"1",)),
    ]
    assert small_steps(said, Seat.A) == ()


@given(seat=SEATS, data=st.data())
def test_any_subset_in_any_order_gives_the_same(
    seat: Seat, data: st.DataObject
) -> None:
    said = some(data.draw, data.draw(STEPS))
    shuffled = data.draw(st.permutations(said))
    assert small_steps(shuffled, seat) == small_steps(said, seat)


@given(said=STEPS, seat=SEATS)
def test_both_read_the_same_steps_from_either_seat(
    said: list[Said[Step]], seat: Seat
) -> None:
    across = [one.across for one in said]
    assert small_steps(said, seat) == small_steps(across, seat.other)


@pytest.mark.parametrize(
    ("day", "due"),
    [
        (DUE - DAY, False),
        (DUE, True),
        (OPENED + UNTIL - DAY, True),
        (OPENED + UNTIL, False),
    ],
)
def test_it_is_asked_from_two_weeks_to_six_after_the_cards(
    day: date, *, due: bool
) -> None:
    for here in (state(HERS), state(HIS, mine=SAID), state(HERS, both=True)):
        assert here.is_due(day) is due
        assert here.asked == DUE


def test_where_something_said_is_damaged_no_more_is_asked() -> None:
    here = replace(state(HERS), lost=True)
    assert not here.is_due(DUE)
    assert here.stage(DUE) is StepsStage.OVER
    with pytest.raises(Refused) as refused:
        may_look_back(here, Seat.A, "yes", DUE)
    assert refused.value.args == (NotNow.DOUBT,)


def test_where_nobody_can_tell_when_they_opened_nothing_is_asked() -> None:
    here = state(HERS, opened=None)
    assert here.asked is None
    assert not here.is_due(DUE)
    assert here.stage(DUE) is StepsStage.OVER


@pytest.mark.parametrize(
    ("here", "day", "stage"),
    [
        (state(), DUE, StepsStage.NONE),
        (state(HERS), OPENED, StepsStage.EARLY),
        (state(HERS), DUE, StepsStage.ASK),
        (state(HERS, mine=SAID), DUE, StepsStage.SAFE),
        (state(HERS, both=True), DUE, StepsStage.OPEN),
        (state(HERS, both=True), OPENED + UNTIL, StepsStage.OPEN),
        (state(HERS, mine=SAID), OPENED + UNTIL, StepsStage.OVER),
    ],
)
def test_how_far_it_is(here: StepsState, day: date, stage: StepsStage) -> None:
    assert here.stage(day) is stage


def test_i_say_how_my_own_step_went() -> None:
    said = may_look_back(state(HIS, HERS), Seat.A, "partly", DUE)
    assert said == LookedBack(steps=(b"a", b"b"), happened="partly")
    assert refs_of([HIS, HERS]) == said.steps


@pytest.mark.parametrize("happened", ["of course", ""])
def test_what_is_no_answer_is_unsaid(happened: str) -> None:
    said = may_look_back(state(HERS), Seat.A, happened, DUE)
    assert said.happened == HowItWent.UNSAID.value


@pytest.mark.parametrize("happened", [*HowItWent])
def test_nobody_says_how_a_step_of_the_other_went(happened: HowItWent) -> None:
    said = may_look_back(state(HERS), Seat.B, happened, DUE)
    assert said.happened == HowItWent.UNSAID.value


@pytest.mark.parametrize("here", [state(), state(HERS, opened=None)])
def test_where_nothing_is_asked_nothing_is_said(here: StepsState) -> None:
    with pytest.raises(Refused) as refused:
        may_look_back(here, Seat.A, "yes", DUE)
    assert refused.value.args[0] is NotNow.GONE


def test_what_both_have_read_is_changed_by_nobody() -> None:
    with pytest.raises(Refused) as refused:
        may_look_back(state(HERS, both=True), Seat.A, "yes", DUE)
    assert refused.value.args[0] is NotNow.OPEN
