"""Tell a story into a real journal: the same entries that two people would write.

Nothing of it is drawn from the story directly. Pages fold these entries with the
same core as anybody's, so what a visitor tries is what there is.
"""

from __future__ import annotations

from django.db import transaction

from coequal.content.demo import Story
from coequal.core.people import Pair
from coequal.journal import clock
from coequal.people import shared_device
from coequal.people.pairs import Labels, PairMember
from coequal.people.sessions import Session
from coequal.web import sheets
from coequal.web.rooms import ROOMS


def tell(story: Story) -> Pair[Session]:
    """Let two made-up people have lived this story; return both, on one device.

    Every room lives its part. Raises `shared_device.Taken`.
    """
    with transaction.atomic():
        both = shared_device.begin(is_demo=True)
        members = _meet(story, both)
        for room in ROOMS:
            if room.story is not None:
                room.story(members, story)
    return both


def _meet(story: Story, both: Pair[Session]) -> Pair[PairMember]:
    names = story.names
    with clock.earlier((story.sittings[0].days_ago + 1) * clock.DAY):
        mine = both.map(lambda session: sheets.free_or_new(session, story.pair))
        labels = Pair(
            a=Labels(other=names.b, own=names.a, sheet=mine.a),
            b=Labels(other=names.a, own=names.b, sheet=mine.b),
        )
        return shared_device.pair(both, labels=labels, pair=story.pair)
