"""The word that goes with a difference: who decides more, or whether it is about even.

A word rests on what is probable, and never denies what people said: where both accounts
name the same person, or both say it is shared, the word says so too; where the only
account there is names somebody, it is never about the same; and nobody is named where
somebody's own account names the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from coequal.core.people import Pair, Seat
from coequal.core.see.instrument import Constants


class Word(StrEnum):
    """What can be said of a difference; one that is the same can be so more surely."""

    CLEAR = "clear"
    PROBABLY = "probably"
    SAME = "about the same"
    DIFFERENT = "seen differently"
    EARLY = "too early to say"


_NOBODY: Final = frozenset({Word.SAME, Word.DIFFERENT})
_LEANING: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Chances:
    """How probable it is that a person has more say, by seat.

    And that the two are less than half a step apart (`hardly`), less than one
    (`within`).
    """

    more: Pair[float]
    hardly: float
    within: float


@dataclass(frozen=True, slots=True, kw_only=True)
class OneSide:
    """What one person said of who has more say, as steps towards A.

    `rated` is what they gave A less what they gave B, `direct` what they answered when
    asked directly; None where they did not say.
    """

    rated: int | None
    direct: int | None

    @property
    def said(self) -> tuple[int, ...]:
        """The parts that there are."""
        return tuple(one for one in (self.rated, self.direct) if one is not None)

    @property
    def names(self) -> Seat | None:
        """Whom all of it names; None where it names nobody or not the same."""
        if self.said and all(one > 0 for one in self.said):
            return Seat.A
        return Seat.B if self.said and all(one < 0 for one in self.said) else None

    @property
    def shared(self) -> bool:
        """Whether all of it says that the two have the same say."""
        return bool(self.said) and not any(self.said)

    @property
    def lean(self) -> float:
        """How far it leans to A on average; 0 where its parts contradict each other."""
        sides = {one > 0 for one in self.said if one}
        return sum(self.said) / len(self.said) if len(sides) == 1 else 0.0


def same_side(one: int | None, other: int | None) -> bool:
    """Say whether two numbers of steps name the same person, or both nobody.

    Where one of them was not said, nothing parts them.
    """
    if one is None or other is None:
        return True
    return (one > 0) - (one < 0) == (other > 0) - (other < 0)


def word(constants: Constants, chances: Chances, accounts: Pair[OneSide]) -> Word:
    """Return the word for one area of one couple."""
    found = probable(constants, chances)
    named = accounts.a.names
    if named is not None and named == accounts.b.names:
        return _of_one_named(found, chances, named)
    if accounts.a.shared and accounts.b.shared:
        return Word.SAME
    if found is Word.SAME and named_alone(accounts) is not None:
        return Word.EARLY
    if found not in {Word.CLEAR, Word.PROBABLY}:
        return Word.DIFFERENT if differ(constants, accounts) else found
    return _unless_denied(found, chances, accounts)


def _unless_denied(found: Word, chances: Chances, accounts: Pair[OneSide]) -> Word:
    """Name nobody where somebody said that it is the other, as with answers missing."""
    likely = Seat.A if chances.more.a > chances.more.b else Seat.B
    named = {accounts.a.names, accounts.b.names}
    if likely.other not in named:
        return found
    return Word.DIFFERENT if likely in named else Word.EARLY


def _of_one_named(found: Word, chances: Chances, named: Seat) -> Word:
    """Both name this person; nobody else is named, whatever the rest makes likely."""
    if chances.more[named] < chances.more[named.other]:
        return Word.EARLY
    return Word.CLEAR if found is Word.CLEAR else Word.PROBABLY


def named_alone(accounts: Pair[OneSide]) -> Seat | None:
    """Return whom the only account there is names; None where there are two."""
    spoken = [one for one in (accounts.a, accounts.b) if one.said]
    return spoken[0].names if len(spoken) == 1 else None


def probable(constants: Constants, chances: Chances) -> Word:
    """Return the word that rests on probabilities alone."""
    surest = max(chances.more.a, chances.more.b)
    far = chances.hardly <= constants.clear_hardly
    if surest >= constants.clear and far:
        return Word.CLEAR
    if surest >= constants.probably and far:
        return Word.PROBABLY
    if chances.within >= constants.same:
        return Word.SAME
    apart = chances.hardly <= constants.hardly
    return Word.PROBABLY if surest >= constants.probably and apart else Word.EARLY


def clearly_same(constants: Constants, chances: Chances) -> bool:
    """Say whether *about the same* is said clearly, and not only probably."""
    return chances.within >= constants.clearly_same


def differ(constants: Constants, accounts: Pair[OneSide]) -> bool:
    """Say whether the two accounts name different people, this far apart."""
    a, b = accounts.a.lean, accounts.b.lean
    return a * b < 0 and abs(a - b) >= constants.differ


def over_all(
    constants: Constants,
    chances: Chances | None,
    areas: Sequence[tuple[Word, Seat | None]],
) -> Seat | None:
    """Return who probably decides more over all areas, where that can be said.

    `areas` holds each area's word and who comes out ahead there. It is a sign and no
    grade: it takes three areas, two that lean there and are neither about even nor
    seen differently, and none that clearly names the other person.
    """
    if chances is None or len(areas) < constants.fewest_areas:
        return None
    more = Seat.A if chances.more.a > chances.more.b else Seat.B
    against = (Word.CLEAR, more.other) in areas
    lean = [word for word, ahead in areas if ahead is more and word not in _NOBODY]
    sure = chances.more[more] >= constants.overall and len(lean) >= _LEANING
    return more if sure and not against else None
