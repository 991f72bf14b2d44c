"""What waits for two people in this room: in the first week of a month, for partners.

It reads the same whether one has answered or nobody has. Once both have, the month
waits to be read, until one has looked.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from coequal.core.month.months import is_due, month_of
from coequal.people import whole_days
from coequal.people.pairs import PairMember
from coequal.web.month import store
from coequal.web.room import NextThing, Urgency


def next_things(member: PairMember) -> Iterator[NextThing]:
    """Yield the month that both have answered, or its taps while they are due."""
    today = whole_days.today(member)
    month = month_of(today)
    if store.is_open(member, month):
        if not store.has_looked(member, month):
            yield NextThing(
                urgency=Urgency.BOTH_IN,
                title=_("You’ve both answered."),
                about=_("How the last weeks were, for each of you."),
                act=_("Read it"),
                page="month:taps",
                thumb="notice",
                which=month,
            )
    elif is_due(member.pair, today):
        yield NextThing(
            urgency=Urgency.EVENING,
            title=_("How have the last weeks been?"),
            about=_("Five taps each. It takes a minute."),
            act=_("Go to the five taps"),
            page="month:taps",
            thumb="notice",
            which=month,
        )
