"""Tell a story into a real journal: the same entries that two people would write.

Nothing of it is drawn from the story directly. Pages fold these entries with the
same core as anybody's, so what a visitor tries is what there is.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from coequal.content.demo import DemoSitting, Story
from coequal.core.people import Pair, Seat
from coequal.core.see.answers import opened
from coequal.core.see.fold import FIRST_SITTING
from coequal.core.see.joint_entries import CARDS, Bookmark, Evening, Step, Thanks
from coequal.journal import clock
from coequal.people import shared_device
from coequal.people.pairs import Labels, PairMember
from coequal.people.sessions import Session
from coequal.web.demo import replay_decide
from coequal.web.see import (
    answers_store,
    bookmark,
    joint_lines,
    joint_picture,
    signs_store,
)
from coequal.web.see.evening_views import EVENINGS
from coequal.web.see.step_views import steps_of, thanks_of


@dataclass(frozen=True, slots=True, kw_only=True)
class _Person:
    """One of the two: their session, and their pair as they have it."""

    session: Session
    member: PairMember


def tell(story: Story) -> Pair[Session]:
    """Let two made-up people have lived this story; return who sits in the chairs.

    Raises `chairs.Taken`.
    """
    with transaction.atomic():
        both = shared_device.begin(is_demo=True)
        members = _meet(story, both)
        people = Pair(
            a=_Person(session=both.a, member=members.a),
            b=_Person(session=both.b, member=members.b),
        )
        for number, sitting in enumerate(story.sittings, FIRST_SITTING):
            with clock.earlier(sitting.days_ago * clock.DAY):
                _sit_down(people, number, sitting)
        for seat in Seat:
            _notice(people[seat], story, seat)
        for question in story.questions:
            replay_decide.settle(members, question)
        for line in story.diary:
            replay_decide.log(members, line)
    return both


def _meet(story: Story, both: Pair[Session]) -> Pair[PairMember]:
    names = story.names
    with clock.earlier((story.sittings[0].days_ago + 1) * clock.DAY):
        sheets = both.map(lambda session: answers_store.open_sheet(session, story.pair))
        labels = Pair(
            a=Labels(other=names.b, own=names.a, sheet=sheets.a),
            b=Labels(other=names.a, own=names.b, sheet=sheets.b),
        )
        return shared_device.pair(both, labels=labels, pair=story.pair)


def _sit_down(people: Pair[_Person], number: int, sitting: DemoSitting) -> None:
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


def _look(person: _Person, number: int, step: str | None, thanks: str | None) -> None:
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


def _notice(person: _Person, story: Story, seat: Seat) -> None:
    """Mark signs, put up some, and suggest an evening."""
    for sign, often in story.noticed[seat].items():
        signs_store.mark(person.session, person.member.sheet, sign, often)
    for sign in story.put_up[seat]:
        signs_store.put_up(person.session, person.member, sign)
    evening = story.evenings[seat]
    if evening is not None:
        joint_lines.say(person.member, Evening(text=evening), about=EVENINGS)
