"""What stands on the homes about the small steps of the two."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from coequal.core.see.small_steps import StepsStage
from coequal.people.pairs import PairMember
from coequal.web.room import NextThing, Urgency
from coequal.web.see import steps_store
from coequal.web.templatetags.said import said
from coequal.web.two import first_seen, kept_steps

LONGEST: Final = 70
"""So much of a step stands on a row."""


def next_things(member: PairMember) -> Iterator[NextThing]:
    """Yield that the steps are looked back on, alike whoever has; or that both have."""
    state, today = steps_store.now(member), steps_store.today(member)
    latest = max((one.round for one in state.steps), default=0)
    if state.apart.both is not None:
        about = steps_store.gate(state)
        recent = steps_store.is_recent(state, today)
        if recent and not first_seen.seen(member, about, state.apart.refs):
            yield NextThing(
                urgency=Urgency.BOTH_IN,
                title=_("You’ve both looked back on your small steps."),
                about=_("Now you can each see what the other said."),
                act=_("See both answers"),
                page="see:steps",
                thumb="answers",
                which=f"{latest} open",
            )
    elif state.is_due(today):
        yield NextThing(
            urgency=Urgency.DIARY,
            title=_("How did your small steps go?"),
            about=_("Did it happen? Should it stay? You each answer on your own."),
            act=_("Look back"),
            page="see:steps",
            thumb="answers",
            which=str(latest),
        )


def has_steps(member: PairMember) -> bool:
    """Whether there is a step of the latest round, or one that the two keep."""
    state = steps_store.now(member)
    is_there = state.stage(steps_store.today(member)) is not StepsStage.NONE
    return is_there or bool(kept_steps.kept(member))


def told(member: PairMember) -> str:
    """Say what I would try, in my own words: the other's stand on the page alone."""
    steps = steps_store.now(member).steps
    mine = next((one.text for one in steps if one.by is member.seat), "")
    return (
        said(Truncator(mine).chars(LONGEST))
        if mine
        else _("Small things you’re both trying")
    )
