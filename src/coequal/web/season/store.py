"""What three months of two people hold: read from what is open to both, never kept.

It knows the rooms that it is made of, as the homes do; none of them knows it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from coequal.core.agree.agreements import AgreementState
from coequal.core.days import WEEK
from coequal.core.keep.lines import Good, month
from coequal.core.people import Seat
from coequal.core.season.lately import Went, lately
from coequal.core.season.season import LENGTH, Season, latest, since
from coequal.core.trend.shift import Pool, Shift
from coequal.core.two.said import seat_of
from coequal.journal import clock
from coequal.people import whole_days
from coequal.people.entries import Paired
from coequal.people.pairs import PairMember
from coequal.web.agree import states
from coequal.web.keep import store as keep
from coequal.web.thanks import store as thanked
from coequal.web.trend import of_two
from coequal.web.two.page import PairRequest

MOST: Final = 40
"""So many good lines and thanks stand there; all of them are on pages of their own."""
WEEKS: Final = LENGTH // WEEK
MOVED: Final = frozenset({Shift.UP, Shift.DOWN})


def now(member: PairMember) -> Season | None:
    """Return the season of the two that ended last, by the day on which they met."""
    found = member.reading.sound(Paired, subject=member.transcript)
    days = [whole_days.of_two(member, one.at).day(one.at) for one in found]
    return latest(min(days), keep.today(member)) if days else None


def begins(member: PairMember) -> date:
    """Return the first of the days that are looked back on."""
    return since(keep.today(member))


def thanks(asked: PairRequest) -> list[Good]:
    """Return good lines and thanks of both, in an order that tells nothing.

    The latest of them, where they are many.
    """
    member, first = asked.member, begins(asked.member)
    days = [one for one in keep.opened_days(member, WEEKS) if one >= first]
    lines = keep.looked_at(asked, days)
    said = [one for day in sorted(lines) for one in lines[day]]
    thank_yous = thanked.said(member, WEEKS)
    goods = [
        *month(said[-MOST:], member.seat),
        *(
            Good(seat=seat_of(one, member.seat), text=one.entry.text, ref=one.ref)
            for one in thank_yous[-MOST:]
        ),
    ]
    return sorted(goods, key=lambda one: one.ref)[:MOST]


def agreed(member: PairMember) -> list[tuple[AgreementState, Went]]:
    """Return what the two held to in this time, and what became of it."""
    before = begins(member) - timedelta(days=1)
    days = whole_days.of_two(member, clock.now())
    return lately(states.now(member), days.last_second(before) + 1)


def moved(member: PairMember) -> Sequence[tuple[Seat, Pool, Shift]]:
    """Return what has clearly moved, of what both shared and I have looked at."""
    found = of_two.read(member).told
    return [
        (seat, pool, found[seat].changes[pool])
        for pool in Pool
        for seat in Seat
        if found[seat].changes[pool] in MOVED
    ]
