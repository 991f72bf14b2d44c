"""Findings: which patterns a picture shows, best first; ids and seats, no words.

How findings are told, and how often they are right: docs/algorithms/findings.md.

The law of seats holds by shape: whether a pattern holds is asked from both chairs
with one function, and nothing else looks at a seat.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from coequal.core.people import Seat
from coequal.core.see.findings_measures import Measured, of_area, of_facts
from coequal.core.see.patterns import Card, Certainty, HoldsFor, Over, Pattern, Range
from coequal.core.see.picture import Domain, Picture
from coequal.core.see.words import Word


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A pattern that this picture shows.

    `area` is set if it is about one area and no more; `areas` names all it speaks
    of. `seats` says who sits where, by role; it is empty for what holds for both.
    A fact is `Word.CLEAR`. `leads` says whether a picture or a card may begin with it.
    """

    pattern: str
    card: Card
    area: str | None
    areas: tuple[str, ...]
    seats: Mapping[str, Seat]
    word: Word
    low: bool
    leads: bool = True


def findings(picture: Picture, patterns: Sequence[Pattern]) -> tuple[Finding, ...]:
    """Return what a picture shows, best first.

    At most one finding a topic and area. What tells one person's low say is never
    first and never alone. Where it is said who decides more over all areas, no pattern
    says that it is too early. Where nothing else speaks, what is `plain` does, without
    any low say beside it; where there is nothing but steps, nothing is told.
    """
    facts = of_facts(picture)
    scene = _Scene(
        areas=tuple((domain, of_area(domain, facts)) for domain in picture.domains),
        facts=facts,
    )
    here = [pattern for pattern in patterns if _has_place(pattern, picture)]
    found = _found([pattern for pattern in here if not pattern.plain], scene)
    if not any(map(_speaks, found)):
        found = _found([pattern for pattern in here if not pattern.low], scene)
    return _led(found)


def _has_place(pattern: Pattern, picture: Picture) -> bool:
    """Whether a pattern is for so many people, and denies nothing said over all."""
    denies = pattern.needs is Certainty.EARLY and picture.overall is not None
    return pattern.alone is picture.alone and not denies


def best(found: Sequence[Finding], each: int) -> tuple[Finding, ...]:
    """Return the findings, but of each card no more than the best few."""
    cards = [finding.card for finding in found]
    return tuple(
        finding
        for place, finding in enumerate(found)
        if cards[:place].count(finding.card) < each
    )


def cards(found: Sequence[Finding]) -> Mapping[Card, tuple[Finding, ...]]:
    """Return what stands on each card, in the order of the evening.

    One person's low say leads no card and fills none, and stands on the first one
    nowhere: the second thing seen alike goes before what may not lead. A card with
    nothing to show is left out.
    """
    dealt = {
        card: tuple(sorted((f for f in found if f.card is card), key=_calm_first))
        for card in Card
    }
    alike = tuple(finding for finding in dealt[Card.ALIKE] if not finding.low)
    dealt[Card.ALIKE] = alike
    company = tuple(finding for finding in alike if _leads(finding))[1:2]
    led = {
        card: (company + own if company else ()) if own and not _leads(own[0]) else own
        for card, own in dealt.items()
    }
    return MappingProxyType({card: own for card, own in led.items() if own})


def _calm_first(finding: Finding) -> tuple[bool, bool]:
    return finding.low, not finding.leads


def _leads(finding: Finding) -> bool:
    return finding.leads and not finding.low


_Slot = tuple[str, str | None]
_Taken = AbstractSet[_Slot]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scene:
    """A picture as patterns read it."""

    areas: tuple[tuple[Domain, Measured], ...]
    facts: Measured


_Teller = Callable[[Pattern, _Scene, _Taken], Iterator[Finding]]

_ENOUGH: Final[Mapping[Certainty, frozenset[Word]]] = MappingProxyType(
    {
        Certainty.FACT: frozenset(Word),
        Certainty.CLEAR: frozenset({Word.CLEAR}),
        Certainty.PROBABLY: frozenset({Word.CLEAR, Word.PROBABLY}),
        Certainty.EARLY: frozenset({Word.EARLY}),
    }
)
_SUREST_FIRST: Final = tuple(Word)


def _found(patterns: Sequence[Pattern], scene: _Scene) -> list[Finding]:
    """Return what is found; of a topic and area the first pattern takes the place."""
    found: list[Finding] = []
    taken: set[_Slot] = set()
    for pattern in patterns:
        if any(finding.pattern in pattern.not_beside for finding in found):
            continue
        for finding in _TELL[pattern.over](pattern, scene, taken):
            taken |= {(pattern.topic, area) for area in finding.areas or (None,)}
            found.append(finding)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Hit:
    """One area in which a pattern holds, and from which chairs."""

    area: str
    place: int
    holds_for: tuple[Seat, ...]
    word: Word
    strength: int


def _hits(pattern: Pattern, scene: _Scene, taken: _Taken) -> list[_Hit]:
    """Return where a pattern holds, in the order of the areas."""
    fact = pattern.needs is Certainty.FACT
    return [
        _Hit(
            area=domain.id,
            place=place,
            holds_for=holds_for,
            word=Word.CLEAR if fact else domain.word,
            strength=_strength(pattern, read, holds_for),
        )
        for place, (domain, read) in enumerate(scene.areas)
        if domain.id not in pattern.leave_out
        and not (domain.id in pattern.guarded and read("uneven", Seat.A))
        and (pattern.topic, domain.id) not in taken
        and domain.word in _ENOUGH[pattern.needs]
        and (holds_for := _chairs(pattern, read))
    ]


def _chairs(pattern: Pattern, read: Measured) -> tuple[Seat, ...]:
    """Return the chairs from which a pattern holds; none if not as it is meant."""
    holds_for = tuple(
        chair
        for chair in Seat
        if _within(pattern.when, read, chair)
        and _within(pattern.other, read, chair.other)
        and not _any_within(pattern.unless, read, chair)
        and not _any_within(pattern.other_unless, read, chair.other)
    )
    meant = 2 if pattern.holds_for is HoldsFor.BOTH else 1
    return holds_for if len(holds_for) == meant else ()


def _within(ranges: Mapping[str, Range], read: Measured, chair: Seat) -> bool:
    return all(_holds(ranges, read, chair))


def _any_within(ranges: Mapping[str, Range], read: Measured, chair: Seat) -> bool:
    return any(_holds(ranges, read, chair))


def _holds(ranges: Mapping[str, Range], read: Measured, chair: Seat) -> Iterator[bool]:
    """Yield for each range whether its measure lies in it; a missing one does not."""
    for name, (low, high) in ranges.items():
        value = read(name, chair)
        yield value is not None and low <= value <= high


def _strength(pattern: Pattern, read: Measured, holds_for: tuple[Seat, ...]) -> int:
    first = next(iter(pattern.when))
    return sum(abs(read(first, chair) or 0) for chair in holds_for)


def _strongest(hits: list[_Hit]) -> list[_Hit]:
    return sorted(
        hits, key=lambda h: (_SUREST_FIRST.index(h.word), -h.strength, h.place)
    )


def _each(pattern: Pattern, scene: _Scene, taken: _Taken) -> Iterator[Finding]:
    for hit in _strongest(_hits(pattern, scene, taken)):
        yield _finding(pattern, hit.holds_for, [hit], area=hit.area)


def _some(pattern: Pattern, scene: _Scene, taken: _Taken) -> Iterator[Finding]:
    together: dict[tuple[Seat, ...], list[_Hit]] = {}
    for hit in _hits(pattern, scene, taken):
        together.setdefault(hit.holds_for, []).append(hit)
    for holds_for, hits in together.items():
        if len(hits) >= pattern.least:
            area = hits[0].area if len(hits) == 1 else None
            yield _finding(pattern, holds_for, hits, area=area)


def _all(pattern: Pattern, scene: _Scene, taken: _Taken) -> Iterator[Finding]:
    for finding in _some(pattern, scene, taken):
        if len(finding.areas) == len(scene.areas):
            yield finding


def _first(pattern: Pattern, scene: _Scene, taken: _Taken) -> Iterator[Finding]:
    for hit in _strongest(_hits(pattern, scene, taken))[:1]:
        yield _finding(pattern, hit.holds_for, [hit], area=None)


def _two(pattern: Pattern, scene: _Scene, taken: _Taken) -> Iterator[Finding]:
    """Tell an area of each person; the one whose area comes first is named first."""
    strongest: dict[tuple[Seat, ...], _Hit] = {}
    for hit in _strongest(_hits(pattern, scene, taken)):
        strongest.setdefault(hit.holds_for, hit)
    if len(strongest) == len(Seat):
        hits = sorted(strongest.values(), key=lambda hit: hit.place)
        yield _finding(pattern, hits[0].holds_for, hits, area=None)


def _facts(pattern: Pattern, scene: _Scene, taken: _Taken) -> Iterator[Finding]:
    holds_for = _chairs(pattern, scene.facts)
    if holds_for and (pattern.topic, None) not in taken:
        yield _finding(pattern, holds_for, [], area=None)


_TELL: Final[Mapping[Over, _Teller]] = MappingProxyType(
    {
        Over.EACH: _each,
        Over.SOME: _some,
        Over.ALL: _all,
        Over.FIRST: _first,
        Over.TWO: _two,
        Over.FACTS: _facts,
    }
)


def _finding(
    pattern: Pattern,
    holds_for: tuple[Seat, ...],
    hits: list[_Hit],
    *,
    area: str | None,
) -> Finding:
    words = [hit.word for hit in hits] or [Word.CLEAR]
    people = (
        (holds_for[0], holds_for[0].other) if pattern.holds_for is HoldsFor.ONE else ()
    )
    return Finding(
        pattern=pattern.id,
        card=pattern.card,
        area=area,
        areas=tuple(hit.area for hit in hits),
        seats=MappingProxyType(dict(zip(pattern.roles, people, strict=False))),
        word=max(words, key=_SUREST_FIRST.index),
        low=pattern.low,
        leads=pattern.leads,
    )


def _may_lead(finding: Finding) -> bool:
    return _leads(finding) and finding.card is not Card.STEP


def _speaks(finding: Finding) -> bool:
    return _may_lead(finding) and finding.word is not Word.EARLY


def _led(found: list[Finding]) -> tuple[Finding, ...]:
    """Put the best that may lead first; without it there is nothing to tell."""
    lead = [finding for finding in found if _may_lead(finding)][:1]
    return (*lead, *(f for f in found if f is not lead[0])) if lead else ()
