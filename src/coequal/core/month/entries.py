"""What one taps once a month: all for oneself, and what of it one shares."""

from __future__ import annotations

from typing import Final

from coequal.core.entry import Audience, Entry, Shred, entry
from coequal.core.month.check_in import TOP, CheckIn, Facet
from coequal.core.month.months import is_month

FREE: Final = "free"
"""Whether one could say no and be oneself: of one's own, and never shared."""
SENT: Final = "sent"
"""In place of a facet: that somebody has sent all they share, which opens it."""
NOTHING: Final = ""
"""In place of a facet: a row that says nothing, so that all send as many."""
SIX: Final = (*Facet, FREE)
"""All that one taps for oneself."""
_SHEET: Final = 16


@entry("own check-in", Audience.NOTES, shred=Shred.AUTHOR)
class OwnCheckIn(Entry):
    """What somebody taps for one month on one sheet, for nobody else.

    `steps` are by facet, or `FREE`; what was not tapped is not there.
    """

    sheet: bytes
    month: str
    steps: dict[str, int]

    def fits(self) -> bool:
        """Whether its sheet and its month are such, and every step is on a scale."""
        known = self.steps.keys() <= {*SIX}
        steps = all(0 <= one <= TOP for one in self.steps.values())
        return len(self.sheet) == _SHEET and is_month(self.month) and known and steps

    @property
    def said(self) -> CheckIn:
        """The five of it."""
        return CheckIn(**{one.value: self.steps.get(one) for one in Facet})

    @property
    def free(self) -> int | None:
        """The sixth of it."""
        return self.steps.get(FREE)


@entry("check-in", Audience.WAITING, as_one=True)
class SharedTap(Entry):
    """One tap of a month that somebody shares; `NOTHING` and `SENT` have the step 0."""

    month: str
    facet: str
    step: int

    def fits(self) -> bool:
        """Whether its month is one, and its facet has such a step."""
        top = TOP if self.facet in {*Facet} else 0
        known = self.facet in {*Facet, SENT, NOTHING}
        return is_month(self.month) and known and 0 <= self.step <= top
