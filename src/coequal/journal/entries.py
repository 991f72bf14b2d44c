"""The kinds of entry that the journal writes itself, and what somebody saw first."""

from __future__ import annotations

from coequal.core.entry import Audience, Entry, Shred, entry


@entry("opened", Audience.BOTH)
class Opened(Entry):
    """What was closed is open; `answers` names the refs of all that opened."""


@entry("taken back", Audience.BOTH)
class TakenBack(Entry):
    """Its author made an entry unreadable; `answers` names its ref."""


@entry("first seen", Audience.NOTES, shred=Shred.AUTHOR)
class FirstSeen(Entry):
    """What I saw when it opened: the refs, so that nobody can swap them later."""

    refs: tuple[bytes, ...]
