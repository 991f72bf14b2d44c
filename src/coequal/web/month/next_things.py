"""What waits for two people in this room: in the first week of a month, for partners.

It reads the same whether somebody has tapped, or both have.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from coequal.core.month.months import is_due, month_of
from coequal.people import whole_days
from coequal.people.pairs import PairMember
from coequal.web.room import NextThing, Urgency


def next_things(member: PairMember) -> Iterator[NextThing]:
    """Yield the taps of a month while they are due."""
    today = whole_days.today(member)
    if is_due(member.pair, today):
        yield NextThing(
            urgency=Urgency.EVENING,
            title=_("How have the last weeks been?"),
            about=_("Five taps each. It takes a minute."),
            act=_("Go to the five taps"),
            page="month:taps",
            thumb="notice",
            which=month_of(today),
        )
