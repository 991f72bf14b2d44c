"""Thanks that are said, kept for later, or written for nobody else."""

from __future__ import annotations

from coequal.core.days import is_day
from coequal.core.entry import Audience, Entry, Shred, entry


@entry("thank you", Audience.BOTH, shred=Shred.AUTHOR)
class ThankYou(Entry):
    """Thanks for something particular.

    `day` names the lines whose first one it was, if it was one of them.
    """

    day: str
    text: str

    def fits(self) -> bool:
        """Whether its day is one, or none."""
        return not self.day or is_day(self.day)


@entry("thanks for later", Audience.NOTES, shred=Shred.AUTHOR)
class Gathered(Entry):
    """Thanks that somebody keeps for themselves until the next lines."""

    text: str


@entry("own letter", Audience.NOTES, shred=Shred.AUTHOR)
class OwnLetter(Entry):
    """A letter of thanks that somebody writes for themselves, and nothing sends."""

    text: str
