"""The room's part of a made-up story, lived by the acts of real people."""

from __future__ import annotations

from coequal.content.demo import Story
from coequal.core.boundaries.entries import OwnBoundary
from coequal.core.people import Pair
from coequal.journal import clock
from coequal.people.pairs import PairMember
from coequal.web.boundaries import store


def live(members: Pair[PairMember], story: Story) -> None:
    """Let somebody show a boundary."""
    for shown in story.boundaries:
        own = OwnBoundary(mine=shown.mine, then=shown.then, ask="")
        with clock.earlier(shown.days_ago * clock.DAY):
            store.show(members[shown.by], own, shown.area)
