"""What one writes of one's own boundaries; what is shown of it is `ShownBoundary`."""

from __future__ import annotations

from coequal.core.entry import Audience, Entry, Shred, entry


@entry("own boundary", Audience.NOTES, shred=Shred.AUTHOR)
class OwnBoundary(Entry):
    """What is mine, what I do if it happens, and what I ask, which nobody is shown."""

    mine: str
    then: str
    ask: str
