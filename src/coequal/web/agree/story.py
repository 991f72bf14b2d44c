"""The room's part of a made-up story, lived by the acts of real people."""

from __future__ import annotations

from coequal.content.demo import Story
from coequal.content.demo_agree import DemoAgreement
from coequal.core.agree.entries import Agreement, Binds
from coequal.core.people import Pair, Seat
from coequal.journal import clock
from coequal.people.pairs import PairMember
from coequal.web.agree import states


def live(members: Pair[PairMember], story: Story) -> None:
    """Let the two offer, say yes and go on with it."""
    for one in story.agreements:
        offered(members, one)


def offered(members: Pair[PairMember], one: DemoAgreement) -> None:
    """Let somebody offer a line, the other agree, and both go on with it."""
    member, other = members[one.by], members[one.by.other]
    with clock.earlier(one.days_ago * clock.DAY):
        line_id = states.offer(member, _line(one, member.zone))
        if one.agreed:
            states.agree(other, _ref(other, line_id))
    for turn in range(1, one.kept + 1):
        with clock.earlier((one.days_ago - 7 * one.weeks * turn) * clock.DAY):
            for seat in Seat:
                states.keep(members[seat], _ref(members[seat], line_id), turn)


def _line(one: DemoAgreement, zone: str) -> Agreement:
    return Agreement(
        binds=one.binds,
        area=one.area,
        when=one.when,
        then=one.then,
        my_limit=one.limit,
        your_limit=one.limit if one.binds is Binds.BOTH else "",
        weeks=one.weeks,
        zone=zone,
        former=b"",
    )


def _ref(member: PairMember, line_id: str) -> bytes:
    """Return what names a line as it is now, whatever was read before."""
    member.reading.forget()
    found = states.find(states.now(member), line_id)
    assert found is not None
    return found.ref
