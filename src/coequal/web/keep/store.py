"""The lines of two people, between the journal and the rules."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final, TypeVar

from django.http import HttpResponse
from django.shortcuts import redirect

from coequal.core import moments
from coequal.core.days import SUNDAY, WEEKDAYS
from coequal.core.entry import Entry
from coequal.core.keep import occasion as occasions
from coequal.core.keep.entries import BitMuch, Lines, Met, OurDay
from coequal.core.keep.lines import (
    NoLines,
    Three,
    WrittenLines,
    check_lines,
    may_begin,
    may_choose,
    may_give,
    may_write,
)
from coequal.core.keep.occasion import WEEKLY, ChosenDay, Occasion, before, met
from coequal.core.recorded import led_to_it
from coequal.core.thanks.entries import ThankYou
from coequal.core.two.said import oldest_first
from coequal.core.two.said_apart import Apart
from coequal.errors import CoequalError, Refused
from coequal.journal import clock
from coequal.journal import door as journal
from coequal.journal.door import Record
from coequal.journal.entries import Opened
from coequal.people import whole_days
from coequal.people.pairs import PairMember
from coequal.people.whole_days import WholeDays
from coequal.web.thanks import store as thanks
from coequal.web.two import first_seen
from coequal.web.two.one_act import one_act
from coequal.web.two.page import PairRequest
from coequal.web.two.said_apart import SaidApart

E = TypeVar("E", bound=Entry)

LINES: Final = SaidApart(
    kind=Lines, name="three lines", of=lambda one: (one.day.encode(),)
)
MUCH: Final = SaidApart(
    kind=BitMuch, name="a bit much", of=lambda one: (one.day.encode(),)
)
READS: Final = (Met, OurDay)
"""What says which day it is for the two."""
BACK: Final = 3 * 52
"""So many weeks back are lines looked for."""


def today(member: PairMember) -> date:
    """Return the day that it is for the two."""
    return _days(member).day(clock.now())


def _days(member: PairMember) -> WholeDays:
    """Return how whole days count: as they did when the lines began that are there.

    Another zone neither ends the time for them nor draws it out.
    """
    begun = [] if weekly(member) else oldest_first(member.reading.sound(Met))
    for one in reversed(begun):
        then = whole_days.of_two(member, one.at)
        day = then.day(clock.now())
        found = met([one.entry.day], day)
        if found is not None:
            return then if found.is_fresh(day) else _now(member)
    return _now(member)


def _now(member: PairMember) -> WholeDays:
    return whole_days.of_two(member, clock.now())


def weekly(member: PairMember) -> bool:
    """Whether the lines of the two are due, once a week."""
    return member.pair in WEEKLY


def name(day: date) -> bytes:
    """Return what names the lines of a day."""
    return day.isoformat().encode()


def _met(member: PairMember) -> list[str]:
    return [one.entry.day for one in member.reading.sound(Met)]


def occasion(member: PairMember) -> Occasion | None:
    """Return the day whose lines are talked about; None where two have not begun."""
    now = today(member)
    if weekly(member):
        return occasions.weekly(chosen(member), now)
    return met(_met(member), now)


def chosen(member: PairMember) -> list[ChosenDay]:
    """Return the days of the week that the two chose, in their order.

    A choice names the one that it replaces, so no clock makes a later one the earlier.
    What a damaged one led to comes first.
    """
    now, found = clock.now(), member.reading.sound(OurDay)
    led = led_to_it(found)
    refs = {one.ref for one in led}
    rest = oldest_first(one for one in found if one.ref not in refs)
    return [
        ChosenDay(
            on=whole_days.of_two(member, one.at).day(one.at),
            weekday=one.entry.weekday,
            mine=one.mine,
        )
        for one in (*rest, *led)
        if not moments.is_beyond(one.at, now=now)
    ]


def coming(member: PairMember, today: date) -> date:
    """Return the day of two that a day is, or the first one after it."""
    return occasions.coming(chosen(member), today)


def written(member: PairMember) -> WrittenLines | None:
    """Return the lines of that day, as I may know them."""
    found = occasion(member)
    if found is None:
        return None
    day = name(found.day)
    on = [LINES.subject(day), MUCH.subject(day), *thanks.weeks(member)]
    member.reading.fetch(Lines, BitMuch, ThankYou, subjects=on)
    mine = (one.entry for one in thanks.said(member) if one.mine)
    lines = _sound(member, LINES, day)
    much = _sound(member, MUCH, day)
    return WrittenLines(
        occasion=found,
        lines=lines or Apart(),
        much=much or Apart(),
        given=any(one.day == found.day.isoformat() for one in mine),
        lost=lines is None,
    )


def _sound(member: PairMember, kind: SaidApart[E], day: bytes) -> Apart[E] | None:
    """Return what was said on a day; None where it is damaged, which the page says."""
    try:
        return kind.see(member, day)
    except CoequalError:
        member.reading.damage.met = True
        return None


def read(member: PairMember, days: Iterable[date]) -> dict[date, list[Record[Lines]]]:
    """Return what opened on some days; one that is damaged is left out."""
    found, on = {}, {LINES.subject(name(one)): one for one in days}
    member.reading.fetch(Lines, subjects=on)
    for about in first_seen.can_tell(member, on):
        try:
            said = LINES.read(member, [(name(on[about]),)])
        except CoequalError:
            member.reading.damage.met = True
        else:
            found[on[about]] = [one for one in said if one.open]
    return found


def is_open(member: PairMember, day: date) -> bool:
    """Whether both have written their lines of a day; none of them is read."""
    return bool(member.reading.standing(Opened, [LINES.subject(name(day))]))


def has_looked(member: PairMember, day: date) -> bool:
    """Whether I have read what opened on a day."""
    return first_seen.has_looked(member, LINES.subject(name(day)))


def looked_at(
    asked: PairRequest, days: Iterable[date]
) -> dict[date, list[Record[Lines]]]:
    """Return what opened on some days, where I have looked at it; the latest first."""
    found = read(asked.member, days)
    on = {day: LINES.subject(name(day)) for day in found}
    seen = asked.looked_at(
        {on[day]: frozenset(one.ref for one in said) for day, said in found.items()}
    )
    return {day: found[day] for day in sorted(found, reverse=True) if on[day] in seen}


def opened(found: WrittenLines) -> dict[bytes, frozenset[bytes]]:
    """Return what of these lines has opened, by what it is."""
    day = name(found.occasion.day)
    return {
        LINES.subject(day): found.lines.refs,
        MUCH.subject(day): found.much.refs,
    }


def _here(member: PairMember) -> WrittenLines:
    found = written(member)
    if found is None:
        raise Refused(NoLines.LATE)
    return found


@one_act
def write(member: PairMember, three: Three) -> None:
    """Put in my lines, in place of what I had in. Raises `Refused`."""
    found, said = may_write(_here(member), today(member)), check_lines(three)
    day = found.day.isoformat()
    until = _days(member).last_second(found.gone - timedelta(days=1))
    lines = LINES.to_put_in(Lines(day=day, good=said.good, wish=said.wish))
    much = MUCH.to_put_in(BitMuch(day=day, text=said.much, until=until))
    # First, as what is put in holds the lock already.
    member.reading.shred_over(BitMuch)
    journal.put_in_beside(member.reading, lines | much)


@one_act
def take_back(member: PairMember) -> None:
    """Take my lines out again. Nobody is told."""
    day = name(may_write(_here(member), today(member)).day)
    LINES.withdraw(member, day)
    MUCH.withdraw(member, day)


@one_act
def begin(member: PairMember) -> None:
    """Begin the lines of today, for two to whom they are never due."""
    if weekly(member):
        raise Refused(NoLines.ON)
    may_begin(written(member), today(member))
    day = _now(member).day(clock.now())
    journal.append(member.reading, Met(day=day.isoformat()))
    member.reading.shred_over(BitMuch)


@one_act
def choose(member: PairMember, weekday: int) -> None:
    """Choose the day of the two, from the Monday on. The same again changes nothing."""
    if not weekly(member):
        raise Refused(NoLines.DAY)
    if may_choose(weekday, chosen(member), today(member)):
        latest = led_to_it(member.reading.sound(OurDay))[-1:]
        replaced = [one.ref for one in latest]
        journal.append(member.reading, OurDay(weekday=weekday), answers=replaced)


@one_act
def give(member: PairMember) -> None:
    """Give the other my first line as thanks, when its day is over."""
    mine = may_give(_here(member), today(member))
    thanks.say(member, ThankYou(day=mine.day, text=mine.good))


def opened_days(member: PairMember, back: int = BACK) -> list[date]:
    """Return the days whose lines have opened, oldest first; none of them is read."""
    # Whatever was damaged of a choice, what opened on its days stays in sight.
    is_sunday = not member.reading.entries(OurDay)
    weekdays = (SUNDAY,) if is_sunday else WEEKDAYS
    days = before(today(member), back, weekdays)
    if not weekly(member):
        days = [date.fromisoformat(one) for one in {*_met(member)}]
    on = {LINES.subject(name(one)): one for one in days}
    return sorted(on[one] for one in member.reading.standing(Opened, on))


def onward(asked: PairRequest) -> HttpResponse:
    """Go on to the same page; what my lines say is kept for later no longer."""
    member, said = asked.member, []
    found = written(member) if thanks.gathered(member) else None
    if found is not None and found.lines.mine is not None:
        said.append(found.lines.mine.good)
    if found is not None and found.lines.both is not None:
        said.append(found.lines.both[member.seat].good)
    thanks.drop_said(member, said)
    return redirect(asked.request.path)
