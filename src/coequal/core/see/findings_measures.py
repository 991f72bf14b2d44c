"""What findings are told from: small whole numbers, each seen from one chair.

"I" is whoever sits in the chair. None where an answer is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from coequal.core.people import Seat
from coequal.core.see.picture import Domain, Picture

Measure = Callable[[Domain, Seat], int | None]
Measured = Callable[[str, Seat], int | None]


def wish(domain: Domain, chair: Seat) -> int | None:
    """Return how I would like my say to be."""
    return domain.wish[chair]


def own(domain: Domain, chair: Seat) -> int | None:
    """Return what I say of my own say."""
    return domain.said[chair][chair]


def lead(domain: Domain, chair: Seat) -> int | None:
    """Return how much more say I see with myself than with the other."""
    return _less(domain.said[chair][chair], domain.said[chair][chair.other])


def seen(domain: Domain, chair: Seat) -> int | None:
    """Return what the other says of my say."""
    return domain.said[chair.other][chair]


def apart(domain: Domain, chair: Seat) -> int | None:
    """Return what the other says of my say, less what I say of it."""
    return _less(seen(domain, chair), own(domain, chair))


def widest(domain: Domain, chair: Seat) -> int | None:
    """Return the larger of the two distances between our accounts."""
    mine, yours = apart(domain, chair), apart(domain, chair.other)
    return None if mine is None or yours is None else max(abs(mine), abs(yours))


def crossed(domain: Domain, chair: Seat) -> int | None:
    """Return 1 if each sees more say with oneself, or each with the other, else 0."""
    mine, yours = lead(domain, chair), lead(domain, chair.other)
    return None if mine is None or yours is None else int(mine * yours > 0)


def lowest(domain: Domain, _chair: Seat) -> int | None:
    """Return the lowest of the four answers about our say."""
    return min(_all_said(domain), default=None)


def highest(domain: Domain, _chair: Seat) -> int | None:
    """Return the highest of the four answers about our say."""
    return max(_all_said(domain), default=None)


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
            *(wish, own, lead, seen, apart, widest, crossed, lowest, highest, ahead),
        )
    }
)
INFERRED: Final = frozenset({ahead.__name__})


def of_area(domain: Domain) -> Measured:
    """Read the measures of one area, by name."""
    read = {
        (name, chair): measure(domain, chair)
        for name, measure in MEASURES.items()
        for chair in Seat
    }
    return lambda name, chair: read[name, chair]


def of_facts(picture: Picture) -> Measured:
    """Read what was said to the items beside the areas, by id."""
    facts = (*picture.process, *picture.heard, *picture.good)
    said = {(fact.id, chair): fact.said[chair] for fact in facts for chair in Seat}
    return lambda name, chair: said.get((name, chair))


def _less(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one - other


def _all_said(domain: Domain) -> tuple[int, ...]:
    """Return the four answers, or none of them if one is missing."""
    said = (domain.said.a.a, domain.said.a.b, domain.said.b.a, domain.said.b.b)
    given = tuple(value for value in said if value is not None)
    return given if len(given) == len(said) else ()
