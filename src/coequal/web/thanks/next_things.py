"""What waits for two people in this room: what the other thanks me for."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from coequal.people.pairs import PairMember
from coequal.web.room import NextThing, Urgency
from coequal.web.thanks import store


def next_things(member: PairMember) -> Iterator[NextThing]:
    """Yield the latest thanks of the other."""
    theirs = [one for one in store.said(member) if not one.mine]
    for one in theirs[-1:]:
        yield NextThing(
            urgency=Urgency.BACK,
            title=_("%(name)s thanks you.") % {"name": member.label},
            about=_("For something you did."),
            act=_("Read it"),
            page="thanks:thanks",
            thumb="notice",
            which=one.ref.hex(),
        )
