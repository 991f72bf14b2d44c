"""The room's part of a made-up story, lived by the acts of real people."""

from __future__ import annotations

from coequal.content.demo import Story
from coequal.content.keep import kept_story
from coequal.core.people import Pair
from coequal.journal import clock
from coequal.people.pairs import PairMember
from coequal.web.thanks import store


def live(members: Pair[PairMember], story: Story) -> None:
    """Let each thank the other, now and then."""
    for thanks in kept_story(story.pair).thanks:
        with clock.earlier(thanks.days_ago * clock.DAY):
            store.thank(members[thanks.by], thanks.text)
