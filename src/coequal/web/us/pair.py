"""The home of a pair: the one next thing, then all doors into its rooms, in groups.

Before both are here, and after it closed, the same address shows what there is then.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from coequal.people.pairs import PairMember
from coequal.web import pair_types
from coequal.web.decorators import member_required
from coequal.web.pairs import meeting
from coequal.web.room import NextThing
from coequal.web.sessions import PersonRequest
from coequal.web.two.page import PageOfTwo, PairRequest, Tried
from coequal.web.us import composed
from coequal.web.us.composed import HomeGroup

ROWS: Final = 3
"""How many rows stand in one list of a home."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatLeads:
    """What a home leads with; without `url` there is nothing to do.

    `thing` is what it is folded away as, in hex; empty where it stays. `scene` says
    which of the scenes stands above it. `name` is of somebody who is no pair with me
    yet.
    """

    title: str | Promise
    about: str | Promise
    act: str = ""
    url: str = ""
    thing: str = ""
    scene: str = "pair"
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairHomeContext:
    """The home of a pair: what leads, and the doors that fit it, in `groups`.

    With nothing that leads it is the names that stand on top. `between` is read by
    those who have others beside them; it may be empty.
    """

    lead: WhatLeads
    groups: Sequence[HomeGroup]
    between: str | Promise


_QUIET: Final = WhatLeads(
    title="", about=_("Nothing’s waiting. Here’s what you two can do, any day.")
)


def _shows(asked: PairRequest, _tried: Tried | None) -> PairHomeContext | HttpResponse:
    member = asked.member
    if member.closed or member.pair is None:
        return meeting.member_page(asked.request, member)
    things = composed.next_things(member)
    kind = pair_types.home(member.pair)
    leading = lead(things[0], member) if things else _QUIET
    return PairHomeContext(
        lead=leading,
        groups=composed.groups(member, but=leading.url),
        between=kind.between,
    )


def lead(thing: NextThing, member: PairMember | None) -> WhatLeads:
    """Let one thing lead."""
    pair_id = b"" if member is None else member.pair_id
    scenes = {"cards": "cards", "mine": "alone"}
    return WhatLeads(
        title=thing.title,
        about=thing.about,
        act=thing.act,
        url=composed.address(thing, member),
        thing=thing.folded_as(pair_id).hex(),
        scene=scenes.get(thing.thumb, "pair") if member else "alone",
    )


_home: Final = PageOfTwo(
    template="us/pair.html",
    shows=_shows,
    before_both=True,
    reads=composed.READS,
    index=composed.INDEX,
).as_view()


@require_safe
@member_required
def pair(request: PersonRequest, pair_id: str) -> HttpResponseBase:
    """Show where two people are: invited, joined, waiting, closed, or at home."""
    try:
        return _home(request, pair_id)
    except Http404:  # none of my pairs: it can be an invitation of mine
        return meeting.invited(request, pair_id)
