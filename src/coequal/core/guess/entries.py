"""What two people tap at *Guess me*: an hour later nothing of it is there."""

from __future__ import annotations

from typing import Final

from coequal.core.entry import Audience, Entry, Shred, entry
from coequal.core.people import Seat

NOTHING: Final = ""
"""What stands where somebody skipped, or has not tapped yet."""
NO_IDEA: Final = "0"
"""A guess that is none."""
BOTH: Final = "AB"
MOST: Final = 5
SAID: Final = frozenset({NOTHING, NO_IDEA, *Seat, BOTH, *map(str, range(1, MOST + 1))})
"""Every answer there can be: one of the two, both, or the number of one of five."""


@entry("guess cards", Audience.BOTH)
class Dealt(Entry):
    """The cards of one game, by their ids, in order."""

    cards: tuple[str, ...]

    def fits(self) -> bool:
        """Whether so many cards are dealt, each once."""
        return 0 < len(self.cards) <= MOST and len({*self.cards}) == len(self.cards)


@entry("guess tap", Audience.NOTES, shred=Shred.AUTHOR)
class FirstTap(Entry):
    """The first of the two taps on one card, until the second one comes."""

    card: str
    own: str
    guess: str

    def fits(self) -> bool:
        """Whether it is an answer that there can be."""
        return {self.own, self.guess} <= SAID


@entry("guess said", Audience.WAITING)
class Guessed(Entry):
    """What one person says to one card, and what they think the other says.

    `dealt` is the ref of the cards. Without `own` the card was skipped.
    """

    dealt: bytes
    card: str
    own: str
    guess: str

    def fits(self) -> bool:
        """Whether they are answers that there can be."""
        return {self.own, self.guess} <= SAID


@entry("guess keep", Audience.BOTH)
class WantsKept(Entry):
    """That one of the two would like to keep the picture of these cards."""

    dealt: bytes
