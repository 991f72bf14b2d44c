"""Lead on this one: suggest who leads an area for three months, say yes, end it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from coequal.core.decide.entries import Lead
from coequal.core.decide.leads import Leads, check_lead, leads, may_take, until
from coequal.core.two import offers as offer_rules
from coequal.core.two.offers import Offer
from coequal.core.whose import whose
from coequal.journal import clock
from coequal.people.pairs import PairMember
from coequal.web.decide.forms import LeadForm
from coequal.web.decide.labels import refusals
from coequal.web.two import areas, offers
from coequal.web.two.dates import day
from coequal.web.two.forms import RefForm
from coequal.web.two.offers import Offers
from coequal.web.two.one_act import one_act
from coequal.web.two.page import Act, PageOfTwo, PairRequest, Tried

LEADS: Final = Offers(kind=Lead)
READS: Final = (Lead,)


def now(member: PairMember) -> Leads:
    """Return what stands between the two at this second; nobody leads after closing."""
    led = whose(member.pair).led
    found = leads(LEADS.read(member), now=clock.now(), areas=led)
    return replace(found, leading=()) if member.closed else found


@one_act
def suggest(member: PairMember, lead: Lead) -> None:
    """Suggest who leads an area. Raises `Refused`."""
    known, led = areas.titles(member), whose(member.pair).led
    checked = check_lead(now(member), lead, member.seat, known=known, areas=led)
    LEADS.offer(member, checked)


@one_act
def take(member: PairMember, ref: bytes) -> None:
    """Say yes to what the other suggested."""
    LEADS.accept(member, may_take(now(member), ref, member.seat))


@one_act
def take_back(member: PairMember, ref: bytes) -> None:
    """Take back what I suggested."""
    LEADS.take_back(member, offer_rules.find(now(member).suggested, ref))


@one_act
def end(member: PairMember, ref: bytes) -> None:
    """End a lead, alone and at once."""
    offers.end(member, offer_rules.find(now(member).leading, ref))


@dataclass(frozen=True, slots=True, kw_only=True)
class Leading:
    """Who leads what, until when."""

    ref: str
    area: str
    who: str
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggested:
    """Who would lead what, as one of the two suggests."""

    ref: str
    area: str
    who: str
    by: str
    mine: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadContext:
    """What stands, and a form for areas that nobody leads."""

    leading: Sequence[Leading]
    suggested: Sequence[Suggested]
    areas: Sequence[tuple[str, str]]
    area: str
    seat: str


def leading(member: PairMember) -> list[Leading]:
    """Return who leads what, the same for both."""
    titles = areas.all_titles(member)
    return [
        Leading(
            ref=one.ref.hex(),
            area=titles.get(one.entry.area, one.entry.area),
            who=_who(member, one),
            until=day(until(one, now=clock.now())),
        )
        for one in now(member).leading
    ]


def _who(member: PairMember, lead: Offer[Lead]) -> str:
    return {"A": member.names.a, "B": member.names.b}[lead.entry.seat]


def _lead(asked: PairRequest, tried: Tried | None) -> LeadContext:
    member = asked.member
    found, titles = now(member), areas.titles(member)
    known = areas.all_titles(member)
    return LeadContext(
        leading=leading(member),
        suggested=[
            Suggested(
                ref=one.ref.hex(),
                area=known.get(one.entry.area, one.entry.area),
                who=_who(member, one),
                by=member.names[one.by],
                mine=one.by is member.seat,
            )
            for one in found.suggested
            if not found.led(one.entry.area)
        ],
        areas=[
            (area, title)
            for area, title in titles.items()
            if area in whose(member.pair).led and not found.led(area)
        ],
        area=tried.typed("suggest", "area") if tried else "",
        seat=tried.typed("suggest", "seat") if tried else "",
    )


def _suggest(asked: PairRequest, form: LeadForm) -> None:
    suggest(asked.member, Lead(**form.cleaned_data))


def _on_ref(act: Callable[[PairMember, bytes], None]) -> Act:
    """Return the act of a button beside an entry that its form names."""
    return Act(
        do=lambda asked, form: act(asked.member, form.cleaned_data["ref"]),
        form=lambda data, _asked: RefForm(data),
    )


ACTS: Final = {
    "suggest": Act(do=_suggest, form=lambda data, _asked: LeadForm(data)),
    "yes": _on_ref(take),
    "back": _on_ref(take_back),
    "end": _on_ref(end),
}
"""By the value of a button."""

lead = PageOfTwo(
    template="decide/lead.html", shows=_lead, acts=ACTS, words=refusals, reads=READS
).as_view()
