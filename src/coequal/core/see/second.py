"""What the second card is about: accounts that cross, else a guess, else less.

It is never an invented surprise. Two accounts cross where each names the other, or each
names themself. A guess is told of an area that is open to both, and whether both see it
the same way there goes by the rule of *almost the same* (`Domain.seen_alike`).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from coequal.core.people import Pair, Seat
from coequal.core.see.findings import Finding
from coequal.core.see.findings_measures import crossed, liked, names
from coequal.core.see.patterns import Card, HoldsFor, Pattern
from coequal.core.see.picture import Domain, Picture
from coequal.core.see.words import Word

A_STEP: Final = 1
LITTLE: Final = 1
"""How much say somebody has who has little."""
Accounts = Pair[Pair[int]]
"""What each said of each: `accounts(domain)[reporter][target]`."""


class Second(StrEnum):
    """What the second card tells."""

    CROSSED = "two accounts that cross"
    GUESS = "a guess"
    DIFFERENT = "a difference"
    CALM = "nothing to tell"


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """What came of a guess: its area, who guessed it, whether both see it alike.

    Where they do not, they may agree on who decides: then `only_how_much` differs.
    """

    area: str
    by: tuple[Seat, ...]
    alike: bool
    only_how_much: bool = False


def second(
    picture: Picture,
    found: Sequence[Finding],
    patterns: Sequence[Pattern],
    own_life: Collection[str],
) -> Second:
    """Return what the second card tells; `found` are the findings dealt to it."""
    if crossing(found, patterns) or crossed_area(picture, own_life):
        return Second.CROSSED
    if guesses(picture, own_life):
        return Second.GUESS
    if found or most_apart(picture, own_life):
        return Second.DIFFERENT
    return Second.CALM


def crossing(
    found: Sequence[Finding], patterns: Sequence[Pattern]
) -> tuple[Finding, ...]:
    """Return the findings that say of both alike how the other sees it otherwise."""
    of_both = {
        one.id
        for one in patterns
        if one.card is Card.SURPRISE
        and one.holds_for is HoldsFor.BOTH
        and not one.plain
    }
    return tuple(finding for finding in found if finding.pattern in of_both)


def crossed_area(picture: Picture, own_life: Collection[str]) -> Domain | None:
    """Return the area where each names the other, or each names themself."""
    return _widest([one for one in _told(picture, own_life) if crosses(one[1])])


def crosses(domain: Domain) -> bool:
    """Whether all that each said names the other, or all of it names themself."""
    named = [names(domain, seat) or 0 for seat in Seat]
    return max(named) < 0 or min(named) > 0


def guesses(picture: Picture, own_life: Collection[str]) -> tuple[Guess, ...]:
    """Return what came of the guesses: first what both see alike, then by area.

    Where an answer is missing, so that it is neither, nothing came of it.
    """
    found = [
        Guess(
            area=one.id,
            by=by,
            alike=one.seen_alike,
            only_how_much=not one.seen_alike and _agreed(one),
        )
        for one in picture.domains
        if one.id not in own_life and (one.seen_alike or one.seen_apart)
        if (by := tuple(seat for seat in Seat if picture.guesses[seat] == one.id))
    ]
    return tuple(sorted(found, key=lambda one: not one.alike))


def _agreed(domain: Domain) -> bool:
    """Whether both call it shared, or both name the same one of them."""
    a, b = domain.accounts.a, domain.accounts.b
    return (a.shared and b.shared) or (a.names is not None and a.names is b.names)


def most_apart(picture: Picture, own_life: Collection[str]) -> Domain | None:
    """Return the area where the two lie furthest apart, more than a step.

    Never where something else says that it is even, or good as it is, for both.
    """
    return _widest(
        [
            (said, one)
            for said, one in _told(picture, own_life)
            if _may_differ(one) and _width(said)[0] > A_STEP
        ]
    )


def closest(picture: Picture, own_life: Collection[str]) -> tuple[Domain, ...]:
    """Return the areas where the two accounts lie closest; all that tie.

    None where all tie, as nothing is closer then, and none where somebody has little
    say, or where the two cross: there it would be no comfort.
    """
    told = _told(picture, own_life)
    least = min((_width(said) for said, _ in told), default=None)
    near = [one for said, one in told if _width(said) == least]
    if len(near) == len(told):
        return ()
    return tuple(one for one in near if not crosses(one) and _nobody_has_little(one))


def _nobody_has_little(domain: Domain) -> bool:
    said = (domain.said.a, domain.said.b)
    return min(step or 0 for one in said for step in (one.a, one.b)) > LITTLE


def accounts(domain: Domain) -> Accounts | None:
    """Return what both said of both, or None where somebody said nothing."""
    (aa, ab), (ba, bb) = ((one.a, one.b) for one in (domain.said.a, domain.said.b))
    if aa is None or ab is None or ba is None or bb is None:
        return None
    return Pair(a=Pair(a=aa, b=ab), b=Pair(a=ba, b=bb))


def _told(picture: Picture, own_life: Collection[str]) -> list[tuple[Accounts, Domain]]:
    """Return the areas that both have told of, but what is one person's own life."""
    return [
        (said, one)
        for one in picture.domains
        if one.id not in own_life and (said := accounts(one))
    ]


def _widest(found: list[tuple[Accounts, Domain]]) -> Domain | None:
    widest = max(found, key=lambda one: _width(one[0]), default=None)
    return None if widest is None else widest[1]


def _may_differ(domain: Domain) -> bool:
    """Whether nothing else says that it is even, or good as it is, for both alike."""
    if crossed(domain, Seat.A):
        return True
    return domain.word is not Word.SAME and not liked(domain, Seat.A)


def _width(said: Accounts) -> tuple[int, int]:
    """How far the two accounts lie apart: of one person at most, of both together."""
    apart = (abs(said.a.a - said.b.a), abs(said.a.b - said.b.b))
    return max(apart), sum(apart)
