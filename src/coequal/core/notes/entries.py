"""What somebody writes in Notes, for their own eyes and nobody else's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from coequal.core.entry import Audience, Shred


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One note; a changed one keeps its `id`, which is random."""

    kind: ClassVar[str] = "note"
    audience: ClassVar[Audience] = Audience.NOTES
    shred: ClassVar[Shred] = Shred.AUTHOR

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticked:
    """One page of signs as it was saved: what was ticked, by sign."""

    kind: ClassVar[str] = "ticked"
    audience: ClassVar[Audience] = Audience.NOTES
    shred: ClassVar[Shred] = Shred.AUTHOR

    group: str
    signs: dict[str, Given]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tilts:
    """With whom there is more of what gives somebody a say, by factor."""

    kind: ClassVar[str] = "tilts"
    audience: ClassVar[Audience] = Audience.NOTES
    shred: ClassVar[Shred] = Shred.AUTHOR

    factors: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What came to mind at one of the questions for oneself."""

    kind: ClassVar[str] = "reply"
    audience: ClassVar[Audience] = Audience.NOTES
    shred: ClassVar[Shred] = Shred.AUTHOR

    topic: str
    text: str


KINDS = (Note, Ticked, Tilts, Reply)
"""Every kind of this room."""
