"""Lead on this one: one of the two leads an area for three months, by a yes of both.

It ends by itself. Either ends it at once, and no reason is asked.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from coequal.core.decide.entries import Lead
from coequal.core.people import Seat
from coequal.core.two.offers import Offer, began, find, may_accept
from coequal.core.two.refusals import NotNow
from coequal.errors import Refused

THREE_MONTHS: Final = 91 * 24 * 60 * 60
"""How long somebody leads, in seconds."""


class NoLead(StrEnum):
    """Why a lead cannot be suggested, or taken."""

    LED = "somebody leads this area already"
    NOWHERE = "no such area"
    OWN = "it is one person's own"
    NOBODY = "no such seat"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leads:
    """What stands between the two now: who leads, and what is suggested."""

    leading: tuple[Offer[Lead], ...]
    suggested: tuple[Offer[Lead], ...]

    def led(self, area: str) -> bool:
        """Whether somebody leads this area."""
        return any(one.entry.area == area for one in self.leading)


def until(lead: Offer[Lead], *, now: int) -> int:
    """Return the second at which a lead ends by itself; 0 if it never began."""
    start = began(lead, now=now)
    return 0 if start is None else start + THREE_MONTHS


def leads(found: Iterable[Offer[Lead]], *, now: int, areas: Collection[str]) -> Leads:
    """Return what stands now of all that was ever suggested.

    Total over any subset and any order. The first yes in an area holds until it
    ends; a suggestion that an area's yes came after is done with. Outside of the
    `areas` that somebody may lead, whatever was said has ended.
    """
    sound = [
        one for one in found if one.entry.seat in set(Seat) and one.entry.area in areas
    ]
    taken = sorted(
        (
            (start, one.agreed.ref, one)
            for one in sound
            if one.agreed and (start := began(one, now=now)) is not None
        ),
        key=lambda one: one[:2],
    )
    leading: dict[str, Offer[Lead]] = {}
    latest: dict[str, int] = {}
    for start, _, one in taken:
        latest[one.entry.area] = start
        if one.holds and now < start + THREE_MONTHS:
            leading.setdefault(one.entry.area, one)
    return Leads(
        leading=tuple(leading.values()),
        suggested=tuple(
            one
            for one in sound
            if one.open and one.at >= latest.get(one.entry.area, one.at)
        ),
    )


def check_lead(
    found: Leads,
    lead: Lead,
    me: Seat,
    *,
    known: Collection[str],
    areas: Collection[str],
) -> Lead:
    """Return a lead that can be suggested: of an area that nobody leads.

    It is one of the `known` areas, and one of those that somebody may lead.
    """
    if lead.area not in known:
        raise Refused(NoLead.NOWHERE)
    if lead.area not in areas:
        raise Refused(NoLead.OWN)
    if lead.seat not in set(Seat):
        raise Refused(NoLead.NOBODY)
    if found.led(lead.area):
        raise Refused(NoLead.LED)
    if any((one.by, one.entry) == (me, lead) for one in found.suggested):
        raise Refused(NotNow.ASKED)
    return lead


def may_take(found: Leads, ref: bytes, me: Seat) -> Offer[Lead]:
    """Return the other's suggestion that one may say yes to."""
    one = may_accept(find(found.suggested, ref), me)
    if found.led(one.entry.area):
        raise Refused(NoLead.LED)
    return one
