"""Taps of a month, one's own and shared, between the journal and the rules."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from coequal.core.month.check_in import CheckIn, Facet
from coequal.core.month.entries import FREE, NOTHING, SENT, OwnCheckIn, SharedTap
from coequal.core.month.months import month_of
from coequal.core.month.taps import (
    MOST_SHARED,
    OpenMonth,
    check_closed,
    check_said,
    opened,
    shared,
    waiting,
)
from coequal.core.recorded import standing as standing_of
from coequal.errors import CoequalError
from coequal.journal import door as journal
from coequal.journal.door import Reading, Record
from coequal.journal.entries import Opened
from coequal.people import whole_days
from coequal.people.pairs import PairMember
from coequal.sealed import entropy
from coequal.sealed.subjects import subject
from coequal.web import standing
from coequal.web.two import first_seen
from coequal.web.two.one_act import one_act
from coequal.web.two.said_apart import SaidApart

TAPS: Final = SaidApart(
    kind=SharedTap,
    name="month",
    of=lambda one: (one.month.encode(), one.facet.encode()),
)

KIND: Final = SharedTap


@dataclass(frozen=True, slots=True, kw_only=True)
class Months:
    """What opened of some months: what I have looked at, and what I have not yet.

    `unseen` is by its subject, as the button *look* wants it.
    """

    seen: Mapping[str, OpenMonth]
    unseen: Mapping[bytes, frozenset[bytes]]


def this_month(member: PairMember) -> str:
    """Return the month that it is for the two."""
    return month_of(whole_days.today(member))


def about(month: str, facet: str = SENT) -> bytes:
    """Return the subject under which both send one tap of a month."""
    return TAPS.subject(month.encode(), facet.encode())


def _records(member: PairMember) -> list[Record[SharedTap]]:
    """Return what both can read and what I have sent, each where it belongs."""
    return [
        one
        for one in member.reading.sound(SharedTap)
        if one.subject == about(one.entry.month, one.entry.facet)
    ]


def sent(member: PairMember) -> dict[Facet, int] | None:
    """Return what I have sent for this month, while it is closed."""
    return waiting(_records(member), this_month(member))


def opened_months(member: PairMember) -> dict[str, OpenMonth]:
    """Return what opened, by month, the oldest first."""
    found = opened(_records(member), member.seat)
    return {month: found[month] for month in sorted(found)}


def is_open(member: PairMember, month: str) -> bool:
    """Whether both have answered a month; nothing of it is read."""
    return bool(member.reading.standing(Opened, [about(month)]))


def has_looked(member: PairMember, month: str) -> bool:
    """Whether I have read what opened of a month."""
    return first_seen.has_looked(member, about(month))


def looked_at(member: PairMember, months: Mapping[str, OpenMonth]) -> Months:
    """Sort out what I have looked at. What is not as I saw it first is left out."""
    subjects = {about(month): month for month in months}
    seen: dict[str, OpenMonth] = {}
    unseen: dict[bytes, frozenset[bytes]] = {}
    for on in sorted(first_seen.can_tell(member, subjects), key=subjects.__getitem__):
        one = months[subjects[on]]
        try:
            new = first_seen.new(member, {on: one.refs})
        except CoequalError:
            member.reading.damage.met = True
            continue
        if new:
            unseen |= new
        else:
            seen[subjects[on]] = one
        member.reading.damage.met |= not one.whole
    return Months(seen=seen, unseen=unseen)


@one_act
def send(member: PairMember, said: CheckIn, picked: Collection[str]) -> None:
    """Share some of my taps of this month, in place of what I had sent.

    All send as many rows, so that nobody can count what stays hidden. Raises `Refused`.
    """
    month = this_month(member)
    check_closed(opened_months(member), month)
    entries = {
        about(month, facet): SharedTap(month=month, facet=facet, step=step)
        for facet, step in shared(said, picked).items()
    }
    for number in range(MOST_SHARED - len(entries)):
        nothing = SharedTap(month=month, facet=NOTHING, step=0)
        entries[_nowhere(member, month, number)] = nothing
    entries[about(month)] = SharedTap(month=month, facet=SENT, step=0)
    journal.put_in(member.reading, entries, opens_on=about(month))


def _nowhere(member: PairMember, month: str, number: int) -> bytes:
    """Return a subject that nobody else will ever put anything in for."""
    access = member.reading.access
    parts = (access.me.id, access.space.id, about(month), bytes([number]))
    return entropy.fresh(32, "dummy", *parts)


@one_act
def take_back(member: PairMember) -> None:
    """Take back what I have sent for this month. Nobody is told."""
    month = this_month(member)
    check_closed(opened_months(member), month)
    journal.withdraw(member.reading, SharedTap, opens_on=about(month))


# One's own taps, by sheet and month, in one's own space.


def own_months(own: Reading, sheet: bytes) -> dict[str, OwnCheckIn]:
    """Return what I tapped on one sheet, by month, the oldest first."""
    mine = [one for one in own.sound(OwnCheckIn) if one.entry.sheet == sheet]
    stands = standing_of(mine, lambda entry: entry.month)
    return {month: stands[month].entry for month in sorted(stands)}


def keep(own: Reading, sheet: bytes, month: str, said: CheckIn) -> None:
    """Keep the five for myself; what I said of being free stays as it was."""
    with own.locked():
        former = own_months(own, sheet).get(month)
        free = {} if former is None or former.free is None else {FREE: former.free}
        five = {one.value: step for one in Facet if (step := said[one]) is not None}
        keep_all(own, sheet, month, {**five, **free})


def keep_all(own: Reading, sheet: bytes, month: str, steps: Mapping[str, int]) -> None:
    """Keep all six for myself, in place of what I tapped before. Raises `Refused`."""
    entry = OwnCheckIn(sheet=sheet, month=month, steps={**check_said(steps)})
    standing.replace(own, entry, subject=_own(sheet, month))


def drop(own: Reading, sheet: bytes, month: str) -> None:
    """Make what I tapped in a month unreadable for good."""
    standing.clear(own, OwnCheckIn, subject=_own(sheet, month))


def _own(sheet: bytes, month: str) -> bytes:
    return subject("own check-in", sheet, month.encode())
