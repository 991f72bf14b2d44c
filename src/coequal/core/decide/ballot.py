"""One person's ballot on one list of options."""

from __future__ import annotations

from dataclasses import dataclass

from coequal.core.decide.constants import HIGHEST, MOST
from coequal.errors import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """What one person thinks of each option.

    `scores` holds 0 to 6 for each option, `stake` says how much the question
    matters, 0 to 3, and `cannot` names the options they cannot live with.
    """

    scores: tuple[int, ...]
    stake: int
    cannot: frozenset[int] = frozenset()

    @property
    def marks(self) -> tuple[int, ...]:
        """The scores, and 0 for what they cannot live with, whatever stands there."""
        return tuple(
            0 if option in self.cannot else score
            for option, score in enumerate(self.scores)
        )

    @property
    def by_marks(self) -> Ballot:
        """The same wishes as numbers alone, with nothing ruled out."""
        return Ballot(scores=self.marks, stake=self.stake)


def check_ballot(ballot: Ballot, *, options: int) -> Ballot:
    """Return a ballot that fits a list of so many options; else `Refused`."""
    if len(ballot.scores) != options:
        raise Refused("one number for each option")
    if not all(0 <= score <= HIGHEST for score in ballot.scores):
        raise Refused(f"an option is given 0 to {HIGHEST}")
    if not 0 <= ballot.stake <= MOST:
        raise Refused("a question matters 0 to 3")
    if not ballot.cannot <= set(range(options)):
        raise Refused("no such option")
    return ballot
