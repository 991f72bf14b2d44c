"""Tell a story into a real journal: the same entries that two people would write.

Nothing of it is drawn from the story directly. Pages fold these entries with the
same core as anybody's, so what a visitor tries is what there is.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from coequal.content.demo import Sitting, Story
from coequal.core.people import Pair, Seat
from coequal.core.see.answers import opened
from coequal.core.see.fold import FIRST_SITTING
from coequal.core.see.opening_entries import CARDS, Bookmark, Evening, Step, Thanks
from coequal.journal import clock
from coequal.people import chairs
from coequal.people.pairs import Bond, Labels
from coequal.people.visits import Visit
from coequal.web.chairs import deciding
from coequal.web.see import bookmark, joint, lines, notices, own
from coequal.web.see.evening import EVENINGS
from coequal.web.see.steps import steps_of, thanks_of


@dataclass(frozen=True, slots=True, kw_only=True)
class _Person:
    """One of the two: their visit, and their pair as they have it."""

    visit: Visit
    bond: Bond


def tell(story: Story) -> Pair[Visit]:
    """Let two made-up people have lived this story; return who sits in the chairs.

    Raises `chairs.Taken`.
    """
    with transaction.atomic():
        both = chairs.begin(made_up=True)
        bonds = _meet(story, both)
        people = Pair(
            a=_Person(visit=both.a, bond=bonds.a), b=_Person(visit=both.b, bond=bonds.b)
        )
        for number, sitting in enumerate(story.sittings, FIRST_SITTING):
            with clock.earlier(sitting.days_ago * clock.DAY):
                _sit_down(people, number, sitting)
        for seat in Seat:
            _notice(people[seat], story, seat)
        for question in story.questions:
            deciding.settle(both, bonds, question)
        for line in story.diary:
            deciding.log(bonds, line)
    return both


def _meet(story: Story, both: Pair[Visit]) -> Pair[Bond]:
    names = story.names
    with clock.earlier((story.sittings[0].days_ago + 1) * clock.DAY):
        sheets = both.map(lambda visit: own.open_sheet(visit, story.pair))
        labels = Pair(
            a=Labels(other=names.b, own=names.a, sheet=sheets.a),
            b=Labels(other=names.a, own=names.b, sheet=sheets.b),
        )
        return chairs.pair(both, labels=labels, pair=story.pair)


def _sit_down(people: Pair[_Person], number: int, sitting: Sitting) -> None:
    """Let both answer alone and, if they did, open it and turn the cards."""
    for seat in Seat:
        person = people[seat]
        sheet = joint.sheet(person.bond)
        if number > FIRST_SITTING:
            own.begin_again(person.visit, sheet)
        own.give(person.visit, sheet, sitting.answers[seat].given)
    if not sitting.opened:
        return
    for seat in Seat:
        form = joint.form(people[seat].bond).instrument
        parts = opened(form, sitting.answers[seat], sitting.opens[seat])
        joint.put_in(people[seat].bond, number, parts)
    for seat in Seat:
        _look(people[seat], number, sitting.steps[seat], sitting.thanks[seat])


def _look(person: _Person, number: int, step: str | None, thanks: str | None) -> None:
    """Turn all cards of one round, and write what somebody wrote on the last."""
    joint.pin(person.visit, person.bond, number)
    through = Bookmark(card=CARDS, turned=CARDS)
    bookmark.keep(person.visit, person.bond, number, through)
    if step is not None:
        entry = Step(sitting=number, text=step)
        lines.say(person.bond, entry, about=steps_of(number))
    if thanks is not None:
        line = Thanks(sitting=number, text=thanks)
        lines.say(person.bond, line, about=thanks_of(number))


def _notice(person: _Person, story: Story, seat: Seat) -> None:
    """Mark signs, put up some, and suggest an evening."""
    for sign, often in story.noticed[seat].items():
        notices.mark(person.visit, person.bond.sheet, sign, often)
    for sign in story.put_up[seat]:
        notices.put_up(person.visit, person.bond, sign)
    evening = story.evenings[seat]
    if evening is not None:
        lines.say(person.bond, Evening(text=evening), about=EVENINGS)
