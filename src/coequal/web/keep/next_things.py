"""What waits for two people in this room: on their day, and what both have written.

It reads the same whether one has written or nobody has.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from coequal.people.pairs import PairMember
from coequal.web.keep import store
from coequal.web.room import NextThing, Urgency


def next_things(member: PairMember) -> Iterator[NextThing]:
    """Yield what both have written, or the lines on their day."""
    today, found = store.today(member), store.occasion(member)
    if found and found.is_fresh(today) and store.is_open(member, found.day):
        if not store.has_looked(member, found.day):
            yield NextThing(
                urgency=Urgency.BOTH_IN,
                title=_("You’ve both written your lines."),
                about=_("What was good, and one wish each."),
                act=_("Read them"),
                page="keep:lines",
                thumb="answers",
                which=found.day.isoformat(),
            )
    elif store.weekly(member) and store.coming(member, today) == today:
        yield NextThing(
            urgency=Urgency.EVENING,
            title=_("It’s %(day)s.") % {"day": date_format(today, "l")},
            about=_("Three lines each. It takes two minutes."),
            act=_("Go to our three lines"),
            page="keep:lines",
            thumb="answers",
            which=today.isoformat(),
        )
