"""The room's part of a made-up story, lived by the acts of real people."""

from __future__ import annotations

from coequal.content.demo import DemoSitting, Story
from coequal.core.people import Pair, Seat
from coequal.core.see.fold import FIRST_SITTING
from coequal.core.see.joint_entries import CARDS, Bookmark, Evening, Step, Thanks
from coequal.core.see.small_steps import AFTER
from coequal.journal import clock
from coequal.people.pairs import PairMember
from coequal.web.see import (
    answers_store,
    bookmark,
    consent,
    joint_lines,
    joint_picture,
    prepared,
    signs_store,
    steps_store,
)
from coequal.web.two import first_seen


def live(members: Pair[PairMember], story: Story) -> None:
    """Let both answer, look, notice signs and suggest an evening, as it is told."""
    for number, sitting in enumerate(story.sittings, FIRST_SITTING):
        with clock.earlier(sitting.days_ago * clock.DAY):
            _sit_down(members, number, sitting)
        with clock.earlier((sitting.days_ago - AFTER.days - 1) * clock.DAY):
            _look_back(members, sitting)
    for seat in Seat:
        _notice(members[seat], story, seat)


def _sit_down(members: Pair[PairMember], number: int, sitting: DemoSitting) -> None:
    """Let both answer alone and, if they did, open it and turn the cards."""
    for seat in Seat:
        own, sheet = members[seat].own, joint_picture.sheet(members[seat])
        if number > FIRST_SITTING:
            answers_store.begin_again(own, sheet)
        answers_store.give(own, sheet, sitting.answers[seat].given)
        prepared.keep(own, sheet, sitting.opens[seat], number)
    if not sitting.opened:
        return
    for seat in Seat:
        consent.look_together(members[seat])
    for seat in Seat:
        _look(members[seat], number, sitting.steps[seat], sitting.thanks[seat])


def _look(
    member: PairMember, number: int, step: str | None, thanks: str | None
) -> None:
    """Turn all cards of one round, and write what somebody wrote on the last."""
    # The other has put in since: what was read before that is no longer so.
    member.reading.forget()
    joint_picture.remember(member, number)
    bookmark.keep(member, number, Bookmark(card=CARDS, turned=CARDS))
    if step is not None:
        joint_lines.say(member, Step(round=number, text=step), number)
    if thanks is not None:
        joint_lines.say(member, Thanks(round=number, text=thanks), number)


def _look_back(members: Pair[PairMember], sitting: DemoSitting) -> None:
    """Let both look back on their steps, if they did, and read what both said."""
    if sitting.happened.a is None or sitting.happened.b is None:
        return
    for seat in Seat:
        member, happened = members[seat], sitting.happened[seat]
        member.reading.forget()
        steps = steps_store.now(member).steps
        stay = {one.ref for one in steps if one.by in sitting.stay}
        steps_store.look_back(member, str(happened), stay)
    for seat in Seat:
        members[seat].reading.forget()
        found = steps_store.now(members[seat])
        first_seen.remember(members[seat], {steps_store.gate(found): found.apart.refs})


def _notice(member: PairMember, story: Story, seat: Seat) -> None:
    """Mark signs, put up some, and suggest an evening."""
    for sign, often in story.noticed[seat].items():
        signs_store.mark(member.own, member.sheet, sign, often)
    for sign in story.put_up[seat]:
        signs_store.put_up(member, sign)
    evening = story.evenings[seat]
    if evening is not None:
        joint_lines.say(member, Evening(text=evening))
