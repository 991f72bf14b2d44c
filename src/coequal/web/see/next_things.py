"""What waits here for two people, and for one alone, told on their homes.

Of what is closed nothing is told, not even to whoever put it in: it reads the same
before and after.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from django.utils.translation import gettext as _

from coequal.core.see.entries import Opening
from coequal.core.see.joint_entries import CARDS, Evening
from coequal.errors import CoequalError
from coequal.journal import clock
from coequal.journal.door import Reading
from coequal.people import zones
from coequal.people.pairs import PairMember
from coequal.web import pair_types, sheets
from coequal.web.room import NextThing, Urgency
from coequal.web.see import (
    answers_store,
    bookmark,
    joint_lines,
    joint_picture,
    steps_home,
    steps_store,
)

READS: Final = (Opening, Evening, *steps_store.HOME_READS)


def next_things(member: PairMember) -> Iterator[NextThing]:
    """Yield where the two are with their cards, and an evening that one suggests."""
    yield from _evening(member)
    yield from _cards(member)
    yield from steps_home.next_things(member)


def is_open(member: PairMember) -> bool:
    """Whether there are cards of the two."""
    return joint_picture.where(member).round > 0


def is_through(member: PairMember) -> bool:
    """Whether I have turned all cards: before, what comes after leads back to them.

    Where that cannot be told, the page says what is damaged.
    """
    try:
        return bookmark.leads_to(member) == ("see:picture",)
    except CoequalError:
        return True


def _cards(member: PairMember) -> Iterator[NextThing]:
    latest = joint_picture.where(member).round
    if not latest:
        yield _begin()
    elif not joint_picture.seen(member, latest):
        yield _look()
    elif not (mark := bookmark.place(member, latest)).through:
        yield _go_on(mark.resume)
    elif _is_long_ago(member, latest):
        yield _again()


def _begin() -> NextThing:
    return NextThing(
        urgency=Urgency.BEGIN,
        title=_("Your four cards come next."),
        about=_(
            "Tap See what I share, then Look together. They open when you’ve both "
            "tapped. Far apart? Call each other first."
        ),
        act=_("See what I share"),
        page="see:together",
        thumb="cards",
    )


def _look() -> NextThing:
    return NextThing(
        urgency=Urgency.LOOK,
        title=_("Your four cards are open."),
        about=_("You’ve both answered. Take 20 minutes together."),
        act=_("Go to the cards"),
        page="see:look",
        thumb="cards",
    )


def _go_on(card: int) -> NextThing:
    return NextThing(
        urgency=Urgency.GO_ON,
        title=_("Your cards are waiting for you."),
        about=_("You were at card %(card)s of %(all)s.") % {"card": card, "all": CARDS},
        act=_("Go on with the cards"),
        page="see:card",
        ids=(str(card),),
        thumb="cards",
    )


def _is_long_ago(member: PairMember, latest: int) -> bool:
    """Whether this type of pair would look again by now."""
    opened = joint_picture.opened_at(member, latest)
    days = pair_types.home(member.pair).again_after
    if opened is None:
        return False
    # By whole days: a home tells nobody an hour.
    today, then = (zones.day_of(at, member.zone) for at in (clock.now(), opened))
    return (today - then).days >= days


def _again() -> NextThing:
    return NextThing(
        urgency=Urgency.AGAIN,
        title=_("Look again?"),
        about=_(
            "Your picture is some months old. Answer again, and see what has changed."
        ),
        act=_("Look again"),
        page="see:together",
        thumb="picture",
    )


def _evening(member: PairMember) -> Iterator[NextThing]:
    """Yield an evening that the other suggests, where I have suggested none."""
    said = joint_lines.of_both(member, Evening)
    if said[member.seat.other] is not None and said[member.seat] is None:
        yield NextThing(
            urgency=Urgency.EVENING,
            title=_("%(name)s suggests a time.") % {"name": member.label},
            about=_("When would you two sit down together?"),
            act=_("Read it"),
            page="see:evening",
            thumb="evening",
        )


def alone(own: Reading) -> Iterator[NextThing]:
    """Yield one's own picture, or the questions that lead to it."""
    mine = sheets.all_of(own)
    drawn = [one for one in mine if answers_store.own_answers(own, one).finished]
    if drawn:
        yield NextThing(
            urgency=Urgency.MINE,
            title=_("My picture"),
            about=_("Ready when you are. Just for you."),
            act=_("See my picture"),
            page="see:mine",
            ids=(drawn[-1].id.hex(),),
            thumb="mine",
        )
    else:
        yield NextThing(
            urgency=Urgency.BEGIN,
            title=_("My picture"),
            about=_("30 quick questions, about five minutes. Just for you."),
            act=_("Go on where I was") if mine else _("Start"),
            page="see:answers",
            thumb="mine",
        )
