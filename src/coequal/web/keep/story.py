"""The room's part of a made-up story, lived by the acts of real people."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import date, timedelta

from coequal.content.demo import Story
from coequal.content.keep import DemoDay, kept_story
from coequal.core.keep.occasion import weekly
from coequal.core.people import Pair, Seat
from coequal.journal import clock
from coequal.people import zones
from coequal.people.pairs import PairMember
from coequal.web.keep import store
from coequal.web.two import first_seen


def live(members: Pair[PairMember], story: Story) -> None:
    """Let both write their lines and read them together."""
    kept = kept_story(story.pair)
    for day in kept.days:
        with _then(members.a, day):
            _write(members, day)


def _then(member: PairMember, told: DemoDay) -> AbstractContextManager[None]:
    """Let it be the evening of that day: of partners a Sunday that is over."""
    yesterday = store.today(member) - timedelta(days=1)
    latest = weekly((), yesterday).day if store.weekly(member) else yesterday
    evening = _evening(latest - timedelta(weeks=told.weeks_ago - 1), member.zone)
    return clock.earlier(clock.now() - evening)


def _evening(day: date, zone: str) -> int:
    return zones.last_second(day, zone) - 5 * clock.HOUR


def _write(members: Pair[PairMember], told: DemoDay) -> None:
    if not store.weekly(members.a):
        store.begin(members.a)
    # Both before anybody looks: until then there is nothing to see.
    for seat in Seat:
        store.write(members[seat], told.both[seat])
    for seat in Seat:
        found = store.written(members[seat])
        if found is not None:
            opened = store.opened(found)
            first_seen.remember(members[seat], opened)
