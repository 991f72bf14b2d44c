"""What two people write when they agree on something.

An agreement is one line, offered by one of the two, and holds by the other's yes to its
exact words (`core/two/offers.py`). There is no line that asks something of the other
alone: nobody can write one.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from coequal.core.characters import looks
from coequal.core.entry import Audience, Entry, Shred, entry

WEEKS: Final = (4, 8, 13, 26)
"""For how many weeks it may hold before the two look again."""
MOST_TURNS: Final = 1000
"""How often it may go on: further than anybody lives."""


class Binds(StrEnum):
    """Whose doing a line is: of who wrote it, or of both."""

    ME = "me"
    BOTH = "both"


@entry("agreement", Audience.BOTH, shred=Shred.AUTHOR)
class Agreement(Entry):
    """One line that one of the two offers: *when*, which may be empty, and *then*.

    `area` is the area of the pair that it is about, or `OTHER`. `my_limit` and
    `your_limit` are limits that it sets to who wrote it and to who reads it. It holds
    for some `weeks` by the days of a `zone`. `former` is the ref of the agreement that
    it takes the place of, or nothing.
    """

    binds: str
    area: str
    when: str
    then: str
    my_limit: str
    your_limit: str
    weeks: int
    zone: str
    former: bytes

    @property
    def is_equal(self) -> bool:
        """Whether what it sets to both is the same for both."""
        return self.binds != Binds.BOTH or looks(self.my_limit) == looks(
            self.your_limit
        )

    @property
    def is_own(self) -> bool:
        """Whether what one says of oneself sets nothing to the other."""
        return self.binds != Binds.ME or not self.your_limit

    def fits(self) -> bool:
        """Whether it is one that somebody could have offered."""
        can_be = self.binds in {*Binds} and self.weeks in WEEKS
        return can_be and self.is_equal and self.is_own


@entry("agreement kept", Audience.WAITING)
class GoOn(Entry):
    """One of the two would go on with what has ended; closed until both would.

    It names the exact yes that it goes on from, and for the how manieth time. There is
    no entry for anything else: who does not want to go on says nothing.
    """

    agreed: bytes
    turn: int

    def fits(self) -> bool:
        """Whether it is a turn that there can be."""
        return 1 <= self.turn <= MOST_TURNS


KINDS: Final = (Agreement, GoOn)
