"""What waits for two people in this room, told on their homes.

It rests on what both can read. A question reads the same there whether or not one has
answered it, and what one has looked at is not asked either.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from django.utils.translation import gettext as _

from coequal.core.decide.entries import Lead
from coequal.core.decide.known import KnownQuestion, Stage
from coequal.core.decide.overview import Overview
from coequal.core.decide.question_state import QuestionState
from coequal.core.recorded import NAME
from coequal.journal import clock
from coequal.people import zones
from coequal.people.pairs import PairMember
from coequal.web.decide import lead_views, overview
from coequal.web.room import NextThing, Urgency

READS: Final = (Lead,)
INDEX: Final = overview.INDEX
BACK_AFTER: Final = 14
BACK_UNTIL: Final = 28
"""In how many days a thing that was decided is worth a look back."""


def next_things(member: PairMember) -> Iterator[NextThing]:
    """Yield what waits, the oldest of each sort first."""
    known = overview.now(member)
    yield from _asked(member, known)
    yield from _answered(member, known)
    yield from _leads(member)
    yield from _lines(member, known)
    yield from _looks_back(member, known)


def _asked(member: PairMember, known: Overview) -> Iterator[NextThing]:
    """Yield the open questions, the oldest first."""
    waits = known.questions(Stage.OPEN)
    about = _(
        "You each answer on your own. It stays hidden until you’ve both answered."
    )
    for one in [one for one in waits if one.by is not member.seat]:
        title = _("%(name)s asks something.") % {"name": member.label}
        yield _question(one.name, Urgency.ASKED, title, about)
    for one in [one for one in waits if one.by is member.seat][:1]:
        yield _question(one.name, Urgency.MINE, _("You asked something."), about)


def _answered(member: PairMember, known: Overview) -> Iterator[NextThing]:
    """Yield what waits for my yes, and what both have answered and not decided."""
    names = [one.name for one in known.questions(Stage.WEIGHED)]
    states = overview.sound_questions(member, names)
    for state in [one for one in states if _is_offered(one, member)]:
        title = _("%(name)s suggests something.") % {"name": member.label}
        about = _("Agree, suggest something else, or leave it for now.")
        yield _question(
            state.ref, Urgency.YES, title, about, which=_offers(state, member)
        )
    for state in [one for one in states if not one.proposals]:
        title = _("You’ve both answered.")
        about = _("Look at it together and choose.")
        yield _question(state.ref, Urgency.BOTH_IN, title, about)


def _offers(state: QuestionState, member: PairMember) -> str:
    """Name what the other suggests: another suggestion is another thing."""
    theirs = (one for one in state.proposals if one.by is not member.seat and one.open)
    return " ".join(one.ref.hex() for one in theirs)


def _is_offered(state: QuestionState, member: PairMember) -> bool:
    return any(one.open and one.by is not member.seat for one in state.proposals)


def _question(
    ref: bytes, urgency: Urgency, title: str, about: str, *, which: str = ""
) -> NextThing:
    return NextThing(
        urgency=urgency,
        title=title,
        about=about,
        act=_("Read it"),
        page="decide:question",
        ids=(ref[:NAME].hex(),),
        thumb="decide",
        which=which,
    )


def _leads(member: PairMember) -> Iterator[NextThing]:
    """Yield a lead that the other has suggested."""
    found = lead_views.now(member)
    waits = (one for one in found.suggested if not found.led(one.entry.area))
    for one in [one for one in waits if one.by is not member.seat]:
        yield NextThing(
            urgency=Urgency.YES,
            title=_("%(name)s suggests who takes care of something.")
            % {"name": member.label},
            about=_("Agree, suggest something else, or leave it for now."),
            act=_("Read it"),
            page="decide:lead",
            thumb="lead",
            which=one.ref.hex(),
        )


def _lines(member: PairMember, known: Overview) -> Iterator[NextThing]:
    """Yield a line of the other's of which not both have said who decided."""
    lines = (one for one in known.lines if one.who is None)
    for one in [one for one in lines if one.by is not member.seat]:
        yield NextThing(
            urgency=Urgency.DIARY,
            title=_("%(name)s wrote down a decision.") % {"name": member.label},
            about=_("Who decided? You each answer on your own."),
            act=_("Read it"),
            page="decide:diary_line",
            ids=(one.name.hex(),),
            thumb="diary",
        )


def _looks_back(member: PairMember, known: Overview) -> Iterator[NextThing]:
    """Yield what was decided two weeks ago, for two weeks: whoever wrote of it."""
    settled = known.settled
    zone = member.zone if settled else zones.WORLD
    due = [one for one in settled if _is_due(one, zone)]
    for one in due[-1:]:
        yield NextThing(
            urgency=Urgency.BACK,
            title=_("How did it go?"),
            about=_(
                "You decided something a few weeks ago. You each write how it went."
            ),
            act=_("Say how it went"),
            page="decide:review",
            ids=(one.name.hex(),),
            thumb="decide",
        )


def _is_due(one: KnownQuestion, zone: str) -> bool:
    """Whether its time has come, by whole days: a home tells nobody an hour."""
    settled, _name = one.settled
    past = zones.day_of(clock.now(), zone) - zones.day_of(settled, zone)
    return BACK_AFTER <= past.days < BACK_UNTIL
