"""The room's part of a made-up story, lived by the acts of real people."""

from __future__ import annotations

from coequal.content.demo import DemoSitting, Story
from coequal.core.people import Pair, Seat
from coequal.core.see.answers import opened
from coequal.core.see.fold import FIRST_SITTING
from coequal.core.see.joint_entries import CARDS, Bookmark, Evening, Step, Thanks
from coequal.journal import clock
from coequal.web.room import Living
from coequal.web.see import (
    answers_store,
    bookmark,
    joint_lines,
    joint_picture,
    signs_store,
)
from coequal.web.see.evening_views import EVENINGS
from coequal.web.see.step_views import steps_of, thanks_of


def live(people: Pair[Living], story: Story) -> None:
    """Let both answer, look, notice signs and suggest an evening, as it is told."""
    for number, sitting in enumerate(story.sittings, FIRST_SITTING):
        with clock.earlier(sitting.days_ago * clock.DAY):
            _sit_down(people, number, sitting)
    for seat in Seat:
        _notice(people[seat], story, seat)


def _sit_down(people: Pair[Living], number: int, sitting: DemoSitting) -> None:
    """Let both answer alone and, if they did, open it and turn the cards."""
    for seat in Seat:
        person = people[seat]
        sheet = joint_picture.sheet(person.member)
        if number > FIRST_SITTING:
            answers_store.begin_again(person.session, sheet)
        answers_store.give(person.session, sheet, sitting.answers[seat].given)
    if not sitting.opened:
        return
    for seat in Seat:
        form = joint_picture.form(people[seat].member).instrument
        parts = opened(form, sitting.answers[seat], sitting.opens[seat])
        joint_picture.put_in(people[seat].member, number, parts)
    for seat in Seat:
        _look(people[seat], number, sitting.steps[seat], sitting.thanks[seat])


def _look(person: Living, number: int, step: str | None, thanks: str | None) -> None:
    """Turn all cards of one round, and write what somebody wrote on the last."""
    joint_picture.remember(person.member, number)
    through = Bookmark(card=CARDS, turned=CARDS)
    bookmark.keep(person.member, number, through)
    if step is not None:
        entry = Step(round=number, text=step)
        joint_lines.say(person.member, entry, about=steps_of(number))
    if thanks is not None:
        line = Thanks(round=number, text=thanks)
        joint_lines.say(person.member, line, about=thanks_of(number))


def _notice(person: Living, story: Story, seat: Seat) -> None:
    """Mark signs, put up some, and suggest an evening."""
    for sign, often in story.noticed[seat].items():
        signs_store.mark(person.session, person.member.sheet, sign, often)
    for sign in story.put_up[seat]:
        signs_store.put_up(person.session, person.member, sign)
    evening = story.evenings[seat]
    if evening is not None:
        joint_lines.say(person.member, Evening(text=evening), about=EVENINGS)
