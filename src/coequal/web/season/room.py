"""Our season: every three months one page, folded from what both can read already."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coequal.people.pairs import PairMember
from coequal.web.keep import store as keep
from coequal.web.room import Door, NextThing, Room, Urgency
from coequal.web.season import store


def next_things(member: PairMember) -> Iterator[NextThing]:
    """Yield the season that has just ended, for those who write on Sundays."""
    season = store.now(member) if keep.weekly(member) else None
    if season is not None and season.is_due(keep.today(member)):
        yield NextThing(
            urgency=Urgency.AGAIN,
            title=_("Your season: the last three months."),
            about=_("What was good, what you agreed, and what comes next."),
            act=_("Read it together"),
            page="season:season",
            thumb="season",
            which=season.day.isoformat(),
        )


ROOM: Final = Room(
    name="season",
    doors=(
        Door(
            page="season:season",
            title=gettext_lazy("Our season"),
            about=gettext_lazy("Three months, to read together"),
            thumb="season",
            is_open=lambda member: store.now(member) is not None,
        ),
    ),
    next_things=next_things,
    forms={"season": ({"do": "look"},)},
)
