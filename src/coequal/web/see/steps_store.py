"""Looking back on the small steps, between the journal and the rules."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import Final

from coequal.core.see.entries import Opening
from coequal.core.see.joint_entries import Step
from coequal.core.see.small_steps import (
    UNTIL,
    LookedBack,
    SmallStep,
    StepsStage,
    StepsState,
    StepStays,
    may_look_back,
    refs_of,
)
from coequal.core.two.refusals import NotNow
from coequal.core.two.said_apart import Apart
from coequal.errors import CoequalError, Refused
from coequal.journal import clock
from coequal.journal import door as journal
from coequal.journal.door import Record
from coequal.people import whole_days
from coequal.people.pairs import PairMember
from coequal.web.see import joint_picture
from coequal.web.two import kept_steps
from coequal.web.two.kept_steps import STAYS
from coequal.web.two.one_act import one_act
from coequal.web.two.said_apart import SaidApart

LOOKED_BACK: Final = SaidApart(
    kind=LookedBack, name="steps looked back on", of=lambda one: one.steps
)
HOME_READS: Final = (Step, LookedBack, StepStays)
READS: Final = (Opening, *HOME_READS)


def today(member: PairMember) -> date:
    """Return the day that it is where the two are."""
    return _day(member, clock.now())


def _day(member: PairMember, second: int) -> date:
    # Another zone neither ends the time to answer nor draws it out.
    return whole_days.of_two(member, second).day(second)


def now(member: PairMember) -> StepsState:
    """Return the steps of the latest round, as I may know of them."""
    latest = joint_picture.where(member).round
    opened = joint_picture.opened_at(member, latest) if latest else None
    found = kept_steps.standing(member)
    steps = tuple(one for one in found if one.round == latest)
    asked = _sound(member, steps)
    return StepsState(
        steps=steps,
        apart=asked or Apart(),
        opened=None if opened is None else _day(member, opened),
        lost=asked is None,
    )


def _sound(
    member: PairMember, steps: tuple[SmallStep, ...]
) -> Apart[LookedBack] | None:
    """Return what was said of them; None where it is damaged, which the page says."""
    if not steps:
        return Apart()
    try:
        return LOOKED_BACK.see(member, *refs_of(steps))
    except CoequalError:
        member.reading.damage.met = True
        return None


def gate(state: StepsState) -> bytes:
    """Return the subject under which both look back on these very steps."""
    return LOOKED_BACK.subject(*refs_of(state.steps))


def is_recent(state: StepsState, day: date) -> bool:
    """Whether one would still be told on a home that both have answered."""
    lately = UNTIL + timedelta(days=14)
    return state.opened is not None and day - state.opened < lately


@one_act
def look_back(member: PairMember, happened: str, stays: Collection[bytes]) -> None:
    """Say how my step went, and which steps shall stay, in place of what I said.

    Raises `Refused`.
    """
    here = now(member)
    _forget_former(member, here)
    said = may_look_back(here, member.seat, happened, today(member))
    entries, refs = LOOKED_BACK.to_put_in(said), refs_of(here.steps)
    for one in _closed(member, here):
        if one.ref in stays:
            entries |= STAYS.to_put_in(StepStays(step=one.ref, steps=refs))
        else:
            STAYS.withdraw(member, one.ref, *refs)
    journal.put_in_beside(member.reading, entries)


@one_act
def take_back(member: PairMember) -> None:
    """Take back what I said of these steps. Nobody is told."""
    here = now(member)
    if here.stage(today(member)) is not StepsStage.SAFE:
        raise Refused(NotNow.OPEN if here.apart.both else NotNow.GONE)
    _forget_former(member, here)
    LOOKED_BACK.withdraw(member, *refs_of(here.steps))
    for one in _closed(member, here):
        STAYS.withdraw(member, one.ref, *refs_of(here.steps))


def _forget_former(member: PairMember, here: StepsState) -> None:
    """Take away what I said, closed, of words in whose place there are others now.

    Nobody will open it any more, so it goes as if it had never been there.
    """
    refs = refs_of(here.steps)
    said: list[Record[LookedBack] | Record[StepStays]] = [
        *member.reading.sound(LookedBack),
        *member.reading.sound(StepStays),
    ]
    for one in said:
        if one.mine and not one.open and one.entry.steps != refs:
            journal.withdraw(member.reading, type(one.entry), opens_on=one.subject)


def _closed(member: PairMember, here: StepsState) -> list[SmallStep]:
    """Return the steps of which it has not opened that they stay."""
    stays = kept_steps.staying(member, here.steps)
    found = [one for one in here.steps if one.ref in stays]
    return [one for one in found if stays[one.ref].both is None]


@one_act
def let_go(member: PairMember, ref: bytes) -> None:
    """Keep a step no longer, alone and at once."""
    if all(one.ref != ref for one in kept_steps.kept(member)):
        raise Refused(NotNow.GONE)
    for one in member.reading.sound(StepStays):
        if one.mine and one.open and one.entry.step == ref:
            journal.shred(member.reading, one)
