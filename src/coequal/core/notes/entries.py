"""What somebody writes in Notes, for their own eyes and nobody else's."""

from __future__ import annotations

from dataclasses import dataclass

from coequal.core.entry import Audience, Entry, Shred, entry


@entry("note", Audience.NOTES, shred=Shred.AUTHOR)
class Note(Entry):
    """One note; a changed one keeps its `id`, which is random."""

    id: bytes
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What somebody ticked at one sign: how often, since when, more or less lately.

    The last two are empty where nothing was ticked, or nothing happened.
    """

    often: str
    since: str = ""
    lately: str = ""


@entry("ticked", Audience.NOTES, shred=Shred.AUTHOR)
class Ticked(Entry):
    """One page of signs as it was saved: what was ticked, by sign."""

    group: str
    signs: dict[str, Given]


@entry("tilts", Audience.NOTES, shred=Shred.AUTHOR)
class Tilts(Entry):
    """With whom there is more of what gives somebody a say, by factor."""

    factors: dict[str, str]


@entry("reply", Audience.NOTES, shred=Shred.AUTHOR)
class Reply(Entry):
    """What came to mind at one of the questions for oneself."""

    topic: str
    text: str


KINDS = (Note, Ticked, Tilts, Reply)
"""Every kind of this room."""
