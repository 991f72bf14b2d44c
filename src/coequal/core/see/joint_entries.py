"""What two people write around the opening: an evening, a step, a line of thanks.

And, for one's own eyes, how many of the four cards one has turned over.
"""

from __future__ import annotations

from typing import Final

from coequal.core.entry import Audience, Entry, Shred, entry
from coequal.core.see.entries import MOST_TIMES

CARDS: Final = 4
STEP_LONGEST: Final = 300
THANKS_LONGEST: Final = 140
EVENING_LONGEST: Final = 80


@entry("step", Audience.BOTH, shred=Shred.AUTHOR)
class Step(Entry):
    """One small step of one person after one round; without text: nothing now."""

    round: int
    text: str

    def fits(self) -> bool:
        """Whether it is of a round that there can be."""
        return 1 <= self.round <= MOST_TIMES


@entry("thanks", Audience.BOTH, shred=Shred.AUTHOR)
class Thanks(Entry):
    """One line at the end of one round."""

    round: int
    text: str

    def fits(self) -> bool:
        """Whether it is of a round that there can be."""
        return 1 <= self.round <= MOST_TIMES


@entry("evening", Audience.BOTH, shred=Shred.AUTHOR)
class Evening(Entry):
    """When somebody would like to look, in their own words. It binds nobody."""

    text: str


@entry("bookmark", Audience.NOTES, shred=Shred.AUTHOR)
class Bookmark(Entry):
    """At which card one stopped, and how many one has done with, 0 to `CARDS`."""

    card: int
    turned: int

    def fits(self) -> bool:
        """Whether there are so many cards."""
        return 0 <= self.turned <= CARDS and 1 <= self.card <= CARDS

    @property
    def through(self) -> bool:
        """Whether all the cards were turned over."""
        return self.turned >= CARDS

    @property
    def resume(self) -> int:
        """The card to come back to."""
        return max(1, min(self.card, self.turned + 1, CARDS))

    def may_see(self, card: int) -> bool:
        """Whether this card is turned over or next: none comes before its time."""
        return 1 <= card <= min(self.turned + 1, CARDS)

    def turn(self, card: int) -> Bookmark:
        """Return the place after doing with one card."""
        return Bookmark(card=min(card + 1, CARDS), turned=max(self.turned, card))

    def stop(self, card: int) -> Bookmark:
        """Return the place after stopping at one card."""
        return Bookmark(card=card, turned=self.turned)


FIRST: Final = Bookmark(card=1, turned=0)
