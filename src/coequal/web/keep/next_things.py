"""What waits for two people in this room: on their day alone.

It reads the same whether somebody has written, or both have.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from coequal.people.pairs import PairMember
from coequal.web.keep import store
from coequal.web.room import NextThing, Urgency


def next_things(member: PairMember) -> Iterator[NextThing]:
    """Yield the lines on their day."""
    today = store.today(member)
    if store.weekly(member) and store.coming(member, today) == today:
        yield NextThing(
            urgency=Urgency.EVENING,
            title=_("It’s %(day)s.") % {"day": date_format(today, "l")},
            about=_("Three lines each. It takes two minutes."),
            act=_("Go to our three lines"),
            page="keep:lines",
            thumb="answers",
            which=today.isoformat(),
        )
