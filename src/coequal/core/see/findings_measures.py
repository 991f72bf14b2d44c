"""What findings are told from: small whole numbers, each seen from one chair.

"I" is whoever sits in the chair. None where an answer is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from coequal.core.people import Seat
from coequal.core.see.picture import Domain, Picture
from coequal.core.see.words import Word, same_side

Measure = Callable[[Domain, Seat], int | None]
Measured = Callable[[str, Seat], int | None]

NONE, ALL = 0, 4
_NAMING: Final = frozenset({Word.CLEAR, Word.PROBABLY})


def wish(domain: Domain, chair: Seat) -> int | None:
    """Return how I would like my say to be, unless I have all or none already."""
    wanted, had = domain.wish[chair], own(domain, chair)
    if wanted is None or (wanted > 0 and had == ALL) or (wanted < 0 and had == NONE):
        return None
    return wanted


def own(domain: Domain, chair: Seat) -> int | None:
    """Return what I say of my own say."""
    return domain.said[chair][chair]


def seen(domain: Domain, chair: Seat) -> int | None:
    """Return what the other says of my say."""
    return domain.said[chair.other][chair]


def names(domain: Domain, chair: Seat) -> int | None:
    """Return by how many steps all I said of who decides more names me, or the other.

    Both my ratings and my direct answer count; where they do not name the same
    person, or one of them names nobody, there is no such number.
    """
    said = domain.account(chair)
    if said.shared:
        return 0
    if said.names is None:
        return None
    steps = max(map(abs, said.said))
    return steps if said.names is chair else -steps


def lead(domain: Domain, chair: Seat) -> int | None:
    """Return how much more say I see with myself than with the other."""
    return _towards(domain.account(chair).rated, chair)


def direct(domain: Domain, chair: Seat) -> int | None:
    """Return by how many steps I named myself when asked who decides more."""
    return _towards(domain.account(chair).direct, chair)


def apart(domain: Domain, chair: Seat) -> int | None:
    """Return what the other says of my say, less what I say of it."""
    return _less(seen(domain, chair), own(domain, chair))


def widest(domain: Domain, _chair: Seat) -> int | None:
    """Return the largest distance between our accounts, if both rated both."""
    return max(domain.distances) if _all_said(domain) else None


def near(domain: Domain, _chair: Seat) -> int | None:
    """Return 1 if we see it alike, to within a step, else 0."""
    return int(domain.seen_alike) if _all_said(domain) else None


def crossed(domain: Domain, chair: Seat) -> int | None:
    """Return 1 if all that each of us said does not name the same one of us, else 0."""
    mine, yours = names(domain, chair), names(domain, chair.other)
    if mine is None or yours is None:
        return None
    return int(not same_side(mine, -yours))


def agreed(domain: Domain, chair: Seat) -> int | None:
    """Return 1 if all that each of us said names me, -1 if it names the other, else 0.

    It may still be too early for a word: where each rated only themself, against that.
    """
    mine, yours = domain.account(chair), domain.account(chair.other)
    if not (mine.said and yours.said):
        return None
    if mine.names is None or mine.names is not yours.names:
        return 0
    return 1 if mine.names is chair else -1


def liked(domain: Domain, _chair: Seat) -> int | None:
    """Return 1 if both of us would like our say to stay as it is, else 0."""
    wishes = (domain.wish.a, domain.wish.b)
    return None if None in wishes else int(not any(wishes))


def lowest(domain: Domain, _chair: Seat) -> int | None:
    """Return the lowest of the four answers about our say."""
    return min(_all_said(domain), default=None)


def highest(domain: Domain, _chair: Seat) -> int | None:
    """Return the highest of the four answers about our say."""
    return max(_all_said(domain), default=None)


def uneven(domain: Domain, _chair: Seat) -> int | None:
    """Return 1 if anybody, or the word, sees one of us deciding more, else 0.

    The word may where nobody compared the two: each said something of one of us.
    """
    said = (*domain.account(Seat.A).said, *domain.account(Seat.B).said)
    is_so = any(said) or domain.word in _NAMING
    return int(is_so) if said or is_so else None


def leans(domain: Domain, chair: Seat) -> int | None:
    """Return 1 if by the word I decide more, -1 if the other does, 0 if neither."""
    if domain.word is Word.SAME:
        return 0
    return ahead(domain, chair) if domain.word in _NAMING else None


def ahead(domain: Domain, chair: Seat) -> int | None:
    """Return 1 if I come out with more say, -1 with less: an estimate, no fact."""
    if domain.difference is None:
        return None
    value = domain.difference.value
    ahead_is_a = (value > 0) - (value < 0)
    return ahead_is_a if chair is Seat.A else -ahead_is_a


MEASURES: Final[Mapping[str, Measure]] = MappingProxyType(
    {
        measure.__name__: measure
        for measure in (
            *(
                wish,
                liked,
                own,
                seen,
                lead,
                direct,
                names,
                apart,
                widest,
                near,
                crossed,
                agreed,
            ),
            *(lowest, highest, uneven, leans, ahead),
        )
    }
)
INFERRED: Final = frozenset({ahead.__name__})
"""What a sentence tells as worked out. `leans` only keeps one from denying the word."""


def of_area(domain: Domain, facts: Measured = lambda _name, _chair: None) -> Measured:
    """Read the measures of one area, by name; what is no measure is a fact beside.

    Each is measured when a pattern first asks for it: most patterns hold in no area.
    """

    @cache
    def read(name: str, chair: Seat) -> int | None:
        measure = MEASURES.get(name)
        return facts(name, chair) if measure is None else measure(domain, chair)

    return read


def of_facts(picture: Picture) -> Measured:
    """Read what was said to the items beside the areas, by id."""
    facts = (*picture.process, *picture.trust, *picture.heard, *picture.good)
    said = {(fact.id, chair): fact.said[chair] for fact in facts for chair in Seat}
    return lambda name, chair: said.get((name, chair))


def _towards(steps: int | None, chair: Seat) -> int | None:
    """Return steps towards A as steps towards whoever sits here."""
    return steps if steps is None or chair is Seat.A else -steps


def _less(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one - other


def _all_said(domain: Domain) -> tuple[int, ...]:
    """Return the four answers, or none of them if one is missing."""
    said = (domain.said.a.a, domain.said.a.b, domain.said.b.a, domain.said.b.b)
    given = tuple(value for value in said if value is not None)
    return given if len(given) == len(said) else ()
