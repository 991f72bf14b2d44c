"""Lead on this one: one of the two leads an area for three months, by a yes of both.

It ends by itself. Either ends it at once, and no reason is asked.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from coequal.core.decide.entries import Lead, LeadEnded, LeadTaken
from coequal.core.decide.question_state import Said
from coequal.core.decide.rules import No
from coequal.core.people import Seat
from coequal.errors import Refused

THREE_MONTHS: Final = 91 * 24 * 60 * 60
"""How long somebody leads, in seconds."""


class NoLead(StrEnum):
    """Why a lead cannot be suggested, or taken."""

    LED = "somebody leads this area already"
    NOWHERE = "no such area"
    NOBODY = "no such seat"


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenLeads:
    """All that one of the two can read of leads, in any order."""

    leads: Sequence[Said[Lead]]
    taken: Sequence[Said[LeadTaken]] = ()
    ended: Sequence[Said[LeadEnded]] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggested:
    """Somebody suggests who leads an area."""

    ref: bytes
    at: int
    by: Seat
    area: str
    seat: Seat


@dataclass(frozen=True, slots=True, kw_only=True)
class Leading:
    """Somebody leads an area; `ref` names the yes, of `at`, to a `suggestion`."""

    ref: bytes
    at: int
    suggestion: bytes
    area: str
    seat: Seat

    @property
    def until(self) -> int:
        """The second at which it ends by itself."""
        return self.at + THREE_MONTHS


@dataclass(frozen=True, slots=True, kw_only=True)
class Leads:
    """What stands between the two now: leads by area, and what is suggested."""

    leading: tuple[Leading, ...]
    suggested: tuple[Suggested, ...]

    def led(self, area: str) -> bool:
        """Whether somebody leads this area."""
        return any(one.area == area for one in self.leading)


def leads(written: WrittenLeads, me: Seat, *, now: int) -> Leads:
    """Return what stands now, read by who sits here.

    Total over any subset and any order. The first yes in an area holds until it
    ends; a suggestion that an area's yes came after is done with.
    """
    suggested = list(_suggested(written, me))
    taken = sorted(_taken(written, me, suggested), key=lambda one: (one.at, one.ref))
    ended = {ref for one in written.ended for ref in one.answers}
    leading: dict[str, Leading] = {}
    for one in taken:
        if now < one.until and one.ref not in ended:
            leading.setdefault(one.area, one)
    latest = {one.area: one.at for one in taken}
    answered = {one.suggestion for one in taken}
    return Leads(
        leading=tuple(leading.values()),
        suggested=tuple(
            one
            for one in suggested
            if one.ref not in answered and one.at >= latest.get(one.area, one.at)
        ),
    )


def check_lead(found: Leads, lead: Lead, me: Seat, *, areas: Collection[str]) -> Lead:
    """Return a lead that can be suggested: of an area that nobody leads."""
    if lead.area not in areas:
        raise Refused(NoLead.NOWHERE)
    if lead.seat not in set(Seat):
        raise Refused(NoLead.NOBODY)
    if found.led(lead.area):
        raise Refused(NoLead.LED)
    if any(
        (s.by, s.area, s.seat) == (me, lead.area, lead.seat) for s in found.suggested
    ):
        raise Refused(No.ASKED)
    return lead


def may_take(found: Leads, ref: bytes, me: Seat) -> bytes:
    """Return the other's suggestion that one may say yes to."""
    one = _standing(found, ref)
    if one.by is me:
        raise Refused(No.OWN)
    if found.led(one.area):
        raise Refused(NoLead.LED)
    return one.ref


def may_take_back(found: Leads, ref: bytes, me: Seat) -> bytes:
    """Return one's own suggestion that one may take back: until the other's yes."""
    one = _standing(found, ref)
    if one.by is not me:
        raise Refused(No.GONE)
    return one.ref


def may_end(found: Leads, ref: bytes) -> bytes:
    """Return the yes to a lead that either may end."""
    if all(one.ref != ref for one in found.leading):
        raise Refused(No.GONE)
    return ref


def _standing(found: Leads, ref: bytes) -> Suggested:
    for one in found.suggested:
        if one.ref == ref:
            return one
    raise Refused(No.GONE)


def _suggested(written: WrittenLeads, me: Seat) -> Iterator[Suggested]:
    for one in sorted(written.leads, key=lambda one: (one.at, one.ref)):
        if one.entry.seat in set(Seat):
            yield Suggested(
                ref=one.ref,
                at=one.at,
                by=_by(one, me),
                area=one.entry.area,
                seat=Seat(one.entry.seat),
            )


def _taken(
    written: WrittenLeads, me: Seat, suggested: Sequence[Suggested]
) -> Iterator[Leading]:
    """Yield every yes of the other to a suggestion, whether or not it has ended."""
    for yes in written.taken:
        for to in suggested:
            if to.ref in yes.answers and to.by is not _by(yes, me):
                yield Leading(
                    ref=yes.ref,
                    at=yes.at,
                    suggestion=to.ref,
                    area=to.area,
                    seat=to.seat,
                )


def _by(record: Said[object], me: Seat) -> Seat:
    return me if record.mine else me.other
