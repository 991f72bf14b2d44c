"""One row for each area of our picture: who decides more, and one word for it.

Two marks stand on five steps, from A decides to B decides: what each said. The word is
made from both by one rule, so that none contradicts its row. A wish takes its place
where somebody has one, but for the surprise.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from coequal.core.people import Pair, Seat
from coequal.core.see.findings_measures import wish
from coequal.core.see.picture import Domain, Picture
from coequal.core.see.second import crossed_area, crosses
from coequal.core.see.words import Word

SOME: Final = 2


class RowWord(StrEnum):
    """What one row of our picture says."""

    SURPRISE = "the surprise"
    CROSSED = "each tells it the other way"
    SHARED = "you share it"
    EVEN = "the same say"
    BOTH_SAY = "both say who"
    AGREE = "you agree"
    NEARLY = "nearly agree"
    STEP = "one step apart"
    LEVELS = "how much differs"
    DIFFERENT = "seen differently"
    HALF = "not all answered"


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFact:
    """A row: its area, its word, where the marks stand, and what each wishes.

    `places` are steps from A decides (-2) to B decides (2), None where somebody said
    nothing of it; `more` is whom both name; a wish is -2 to 2, or None.
    """

    area: str
    word: RowWord
    places: Pair[float | None]
    more: Seat | None
    wishes: Pair[int | None]


def rows(picture: Picture, guarded: Collection[str]) -> tuple[RowFact, ...]:
    """Return a row for each area; the widest crossing in a light area is the surprise.

    Of `guarded` areas nothing is called a surprise: those are money, whom one sees, and
    one's own life.
    """
    surprise = crossed_area(picture, guarded)
    return tuple(
        _row(one, is_surprise=surprise is not None and one.id == surprise.id)
        for one in picture.domains
    )


def _row(domain: Domain, *, is_surprise: bool) -> RowFact:
    word = RowWord.SURPRISE if is_surprise else _word(domain)
    return RowFact(
        area=domain.id,
        word=word,
        places=_places(domain),
        more=domain.account(Seat.A).names if word is RowWord.BOTH_SAY else None,
        wishes=Pair(a=wish(domain, Seat.A), b=wish(domain, Seat.B)),
    )


def _word(domain: Domain) -> RowWord:
    a, b = domain.accounts.a, domain.accounts.b
    if not (a.said and b.said):
        return RowWord.HALF
    if crosses(domain):
        return RowWord.CROSSED
    if a.shared and b.shared:
        return RowWord.SHARED if _some_say(domain) else RowWord.EVEN
    if a.names is not None and a.names is b.names:
        return RowWord.BOTH_SAY
    if _even_when_asked(domain):
        return RowWord.EVEN
    return _near(domain)


def _even_when_asked(domain: Domain) -> bool:
    """Whether both said *about the same* when asked, and rated it so within a step."""
    a, b = domain.accounts.a, domain.accounts.b
    rated = (a.rated or 0, b.rated or 0)
    even = a.direct == b.direct == 0 and all(abs(one) <= 1 for one in rated)
    return even and domain.word not in {Word.CLEAR, Word.PROBABLY}


def _near(domain: Domain) -> RowWord:
    """Say how near they are who neither both call it shared nor name the same one."""
    places = _places(domain)
    if domain.seen_alike:
        return RowWord.NEARLY if any(domain.distances) else RowWord.AGREE
    if not domain.seen_apart:
        return RowWord.HALF
    if places.a == places.b:
        return RowWord.LEVELS
    return RowWord.STEP if max(domain.distances) <= 1 else RowWord.DIFFERENT


def _some_say(domain: Domain) -> bool:
    said = (domain.said.a.a, domain.said.a.b, domain.said.b.a, domain.said.b.b)
    return all(one is None or one >= SOME for one in said)


def _places(domain: Domain) -> Pair[float | None]:
    """Return where the marks stand: by what both said in which they lie furthest apart.

    Asked directly there are five steps; between two ratings there are nine, so each
    counts half.
    """
    a, b = domain.accounts.a, domain.accounts.b
    direct, rated = Pair(a=a.direct, b=b.direct), Pair(a=a.rated, b=b.rated)
    known = [
        Pair(a=-scale * one.a, b=-scale * one.b)
        for one, scale in ((direct, 1.0), (rated, 0.5))
        if one.a is not None and one.b is not None
    ]
    if known:
        widest = max(known, key=lambda one: abs(one.a - one.b))
        return Pair(a=widest.a, b=widest.b)
    return Pair(a=_alone(direct.a, rated.a), b=_alone(direct.b, rated.b))


def _alone(direct: int | None, rated: int | None) -> float | None:
    if direct is not None:
        return -1.0 * direct
    return None if rated is None else -0.5 * rated
