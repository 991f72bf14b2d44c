"""Tell a story into a real journal: the same entries that two people would write.

Nothing of it is drawn from the story directly. Pages fold these entries with the
same core as anybody's, so what a visitor tries is what there is.
"""

from __future__ import annotations

from django.db import transaction

from coequal.content.demo import Story
from coequal.core.people import Pair
from coequal.journal import clock
from coequal.people import chairs
from coequal.people.pairs import Bond, Labels
from coequal.people.visits import Visit
from coequal.web.see import own


def tell(story: Story) -> Pair[Visit]:
    """Let two made-up people have lived this story; return who sits in the chairs.

    Raises `chairs.Taken`.
    """
    with transaction.atomic():
        both = chairs.begin(made_up=True)
        _meet(story, both)
    return both


def _meet(story: Story, both: Pair[Visit]) -> Pair[Bond]:
    with clock.earlier(clock.DAY * (story.sittings[0].days_ago + 1)):
        sheets = both.map(lambda visit: own.open_sheet(visit, story.pair))
        names = story.names
        labels = Pair(
            a=Labels(other=names.b, own=names.a, sheet=sheets.a),
            b=Labels(other=names.a, own=names.b, sheet=sheets.b),
        )
        return chairs.pair(both, labels=labels, pair=story.pair)
