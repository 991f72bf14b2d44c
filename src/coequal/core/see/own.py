"""One's own picture: its first sentence, one thing not noticed yet, one question."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from coequal.core.people import Seat
from coequal.core.see.findings_measures import wish
from coequal.core.see.picture import Domain, Picture
from coequal.core.see.words import Word

FEWEST_AREAS: Final = 3
CLOSE: Final = 1
LIGHT: Final = 1
SAY_NO: Final = "process.say_no"
GIVE_IN: Final = "process.give_in"
HAPPY: Final = "heard.content"
RARELY: Final = 1
OFTEN: Final = 3
SOME: Final = 2
A_LOT: Final = 3


class LeadWord(StrEnum):
    """What the first sentence of one's own picture says, the strongest first."""

    MUCH = "both have a lot of say"
    TOGETHER = "both have the same say"
    FINE = "fine as it is"
    MORE = "more say is wished for"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadingFact:
    """The first sentence: what it says, and of which areas."""

    says: LeadWord
    areas: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What shows only when one's answers stand side by side, as ids of areas.

    In `asked_otherwise` the ratings gave one of the two more say, and asked directly
    one said about the same. Of all areas `areas`, one decides more oneself in `mine`,
    the other in `theirs`, by all that one said; `shared` one calls shared.
    """

    areas: tuple[str, ...]
    asked_otherwise: tuple[str, ...]
    mine: tuple[str, ...]
    theirs: tuple[str, ...]
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A question to take along: its area, and the light wish one has there, or 0."""

    area: str
    wish: int


def tally(picture: Picture, own_life: Collection[str]) -> Tally | None:
    """Return what one may not have noticed; None where there is too little to see."""
    domains = [
        one
        for one in picture.domains
        if one.id not in own_life and one.account(Seat.A).said
    ]
    accounts = {one.id: one.account(Seat.A) for one in domains}
    found = Tally(
        areas=tuple(accounts),
        asked_otherwise=tuple(
            area for area, said in accounts.items() if said.rated and said.direct == 0
        ),
        mine=tuple(a for a, said in accounts.items() if said.names is Seat.A),
        theirs=tuple(a for a, said in accounts.items() if said.names is Seat.B),
        shared=tuple(area for area, said in accounts.items() if said.shared),
    )
    counted = (*found.mine, *found.theirs, *found.shared)
    enough = len(accounts) >= FEWEST_AREAS and bool(counted)
    return found if found.asked_otherwise or enough else None


def lead(picture: Picture, never: Collection[str]) -> LeadingFact | None:
    """Return what one's own picture begins with, as one said it oneself.

    It is of light areas, none of `never`, and of nothing beside the areas. Nothing is
    called fine of whoever is hardly happy with how much say they have.
    """
    light = [one for one in picture.domains if one.id not in never]
    for says, holds in _LEADS.items():
        areas = tuple(one.id for one in light if holds(one))
        if areas and not (says is LeadWord.FINE and _hardly_happy(picture)):
            return LeadingFact(says=says, areas=areas)
    return None


def _both(domain: Domain, least: int) -> bool:
    """Whether one gave both this much say, and nothing tells who decides more."""
    said = domain.said.a
    enough = all(one is not None and one >= least for one in (said.a, said.b))
    return enough and domain.word not in {Word.CLEAR, Word.PROBABLY}


_LEADS: Final[Mapping[LeadWord, Callable[[Domain], bool]]] = MappingProxyType(
    {
        LeadWord.MUCH: lambda one: _both(one, A_LOT),
        LeadWord.TOGETHER: lambda one: _both(one, SOME) and one.account(Seat.A).shared,
        LeadWord.FINE: lambda one: one.wish.a == 0,
        LeadWord.MORE: lambda one: (wish(one, Seat.A) or 0) > 0,
    }
)


def _hardly_happy(picture: Picture) -> bool:
    said = {fact.id: fact.said.a for fact in picture.heard}
    happy = said.get(HAPPY)
    return happy is not None and happy <= RARELY


def ask(picture: Picture, never: Collection[str]) -> Ask | None:
    """Return the question to take along, or None.

    It is of an area where one's answers lie close and the wish, if any, is light;
    never of those in `never`, and there is none for whoever is rarely free to say no
    or often gives in. Where there is a wish it is asked of, before all others.
    """
    if not _easy(picture):
        return None
    asked = [
        Ask(area=one.id, wish=one.wish.a or 0)
        for one in picture.domains
        if one.id not in never and _close(one) and abs(one.wish.a or 0) <= LIGHT
    ]
    return min(asked, key=lambda one: one.wish == 0, default=None)


def _close(domain: Domain) -> bool:
    said = domain.account(Seat.A).said
    return bool(said) and all(abs(steps) <= CLOSE for steps in said)


def _easy(picture: Picture) -> bool:
    """Whether one is not rarely free to say no, and does not often give in."""
    said = {fact.id: fact.said.a for fact in picture.process}
    no, gives_in = said.get(SAY_NO), said.get(GIVE_IN)
    return (no is None or no > RARELY) and (gives_in is None or gives_in < OFTEN)
