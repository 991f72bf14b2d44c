"""What somebody writes in Notes, for their own eyes and nobody else's."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from coequal.core.entry import Audience, Entry, Shred, entry

NOTE: Final = 16
"""How many bytes name a note."""


class HowOften(StrEnum):
    """How often something happens. The last two say nothing, and alike."""

    NEVER = "never"
    ONCE = "once"
    SOMETIMES = "sometimes"
    OFTEN = "often"
    NA = "na"
    SKIP = "skip"


class Since(StrEnum):
    """For how long it has been so."""

    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


class Lately(StrEnum):
    """Whether it has been more or less of late."""

    MORE = "more"
    SAME = "same"
    LESS = "less"


class Tilt(StrEnum):
    """With whom there is more of something. The last two say nothing, and alike."""

    MINE = "mine"
    EVEN = "even"
    OTHER = "other"
    NA = "na"
    SKIP = "skip"


class Free(StrEnum):
    """How free one is to decide something oneself. The last two say nothing, alike."""

    NOT = "not"
    LITTLE = "little"
    PARTLY = "partly"
    MOSTLY = "mostly"
    FULLY = "fully"
    NA = "na"
    SKIP = "skip"


@entry("note", Audience.NOTES, shred=Shred.AUTHOR)
class Note(Entry):
    """One note; a changed one keeps its `id`, which is random."""

    id: bytes
    text: str

    def fits(self) -> bool:
        """Whether its id is of its size."""
        return len(self.id) == NOTE


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What somebody ticked at one sign: how often, since when, more or less lately.

    The last two are empty where nothing was ticked, or nothing happened.
    """

    often: str
    since: str = ""
    lately: str = ""

    def fits(self) -> bool:
        """Whether it is what can be ticked."""
        return (
            self.often in {"", *HowOften}
            and self.since in {"", *Since}
            and self.lately in {"", *Lately}
        )


@entry("ticked", Audience.NOTES, shred=Shred.AUTHOR)
class Ticked(Entry):
    """One page of signs as it was saved: what was ticked, by sign."""

    group: str
    signs: dict[str, Given]

    def fits(self) -> bool:
        """Whether it is what can be ticked."""
        return all(given.fits() for given in self.signs.values())


@entry("tilts", Audience.NOTES, shred=Shred.AUTHOR)
class Tilts(Entry):
    """With whom there is more of what gives somebody a say, by factor."""

    factors: dict[str, str]

    def fits(self) -> bool:
        """Whether it is what can be ticked."""
        return {*self.factors.values()} <= {*Tilt}


@entry("own_life", Audience.NOTES, shred=Shred.AUTHOR)
class OwnLife(Entry):
    """How free one is in one's own life beside somebody, by question of one page."""

    group: str
    answers: dict[str, str]

    def fits(self) -> bool:
        """Whether it is what can be ticked."""
        return {*self.answers.values()} <= {*Free}


@entry("reply", Audience.NOTES, shred=Shred.AUTHOR)
class Reply(Entry):
    """What came to mind at one of the questions for oneself."""

    topic: str
    text: str


KINDS = (Note, Ticked, Tilts, OwnLife, Reply)
"""Every kind of this room."""
