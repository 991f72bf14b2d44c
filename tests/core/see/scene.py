"""What two people answered, as somebody reads it who knows no rule of the findings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from coequal.core.people import Pair, Seat
from coequal.core.see.answers import Answers
from coequal.core.see.findings import Finding
from coequal.core.see.instrument import Area, Instrument
from coequal.core.see.picture import Domain, Picture
from coequal.core.see.words import Word

OFTEN: Final = 3
SOMETIMES: Final = 2
RARELY: Final = 1
A_LOT: Final = 3
SOME: Final = 2
A_LITTLE: Final = 1
ALL_OF_IT: Final = 4

HEARD: Final = "process.heard"
HAPPY: Final = "heard.content"

MONEY_AND_PEOPLE: Final = frozenset(
    {"money", "paying", "bills", "belongings", "lending", "passed_on"}
    | {"people", "others", "relatives"}
)
"""Where nobody is told that it is fine to have less: money, and whom one sees."""


@dataclass(frozen=True, kw_only=True)
class Account:
    """What one person said of one area. `who` is in steps towards that person."""

    mine: int | None
    yours: int | None
    wish: int | None
    who: int | None

    @property
    def rated(self) -> int | None:
        """By how many steps I gave myself more say than you."""
        if self.mine is None or self.yours is None:
            return None
        return self.mine - self.yours

    @property
    def of_who(self) -> tuple[int, ...]:
        """All I said of who decides more: by both ratings, and asked directly."""
        return tuple(one for one in (self.rated, self.who) if one is not None)

    @property
    def names_me(self) -> bool:
        """Whether I said that I decide more, and nothing that says otherwise."""
        return bool(self.of_who) and all(one > 0 for one in self.of_who)

    @property
    def names_you(self) -> bool:
        """Whether I said that you decide more, and nothing that says otherwise."""
        return bool(self.of_who) and all(one < 0 for one in self.of_who)

    @property
    def calls_it_shared(self) -> bool:
        """Whether I said that we decide about the same, and nothing else."""
        return bool(self.of_who) and not any(self.of_who)

    @property
    def names_nobody(self) -> bool:
        """Whether nothing I said gives either of us more."""
        return not any(self.of_who)


@dataclass(frozen=True, kw_only=True)
class Scene:
    """The answers in a picture of two, or of one alone: seat B then said nothing."""

    form: Instrument
    answers: Pair[Answers]
    drawn: Picture
    own_life: frozenset[str]

    @property
    def areas(self) -> tuple[str, ...]:
        """Every area that stands in the picture."""
        return tuple(domain.id for domain in self.drawn.domains)

    def domain(self, area: str) -> Domain:
        """Return what the picture says of an area."""
        return next(one for one in self.drawn.domains if one.id == area)

    def word(self, area: str) -> Word:
        """Return the word below the area."""
        return self.domain(area).word

    def account(self, seat: Seat, area: str) -> Account:
        """Return what one person answered."""
        asked = self.form.part(area)
        assert isinstance(asked, Area)
        given = self.answers[seat]
        who = None if asked.who is None else given.number(asked.who)
        return Account(
            mine=given.number(asked.mine),
            yours=given.number(asked.yours),
            wish=given.number(asked.wish),
            who=None if who is None else who - round(self.form.constants.even),
        )

    def accounts(self, area: str) -> tuple[Account, Account]:
        """Return what both answered."""
        return self.account(Seat.A, area), self.account(Seat.B, area)

    def fact(self, item: str) -> tuple[int | None, int | None]:
        """Return what both answered to an item beside the areas."""
        return self.answers.a.number(item), self.answers.b.number(item)

    def both(self, item: str, low: int, high: int = 4) -> bool:
        """Whether both answered an item, from one answer to another."""
        return all(one is not None and low <= one <= high for one in self.fact(item))

    def rarely(self, seat: Seat, *items: str) -> bool:
        """Whether a person said *rarely* or *never* to one of these."""
        given = [self.answers[seat].number(item) for item in items]
        return any(one is not None and one <= RARELY for one in given)

    def both_name(self, seat: Seat, area: str) -> bool:
        """Whether both said that this person decides more."""
        own, across = self.account(seat, area), self.account(seat.other, area)
        return own.names_me and across.names_you

    def both_name_somebody(self, area: str) -> bool:
        """Whether both named the same person, whoever it is."""
        return any(self.both_name(seat, area) for seat in Seat)

    def comes_out(self, seat: Seat, area: str) -> bool:
        """Whether the word below an area says that this person decides more."""
        here = self.domain(area)
        return here.word in {Word.CLEAR, Word.PROBABLY} and here.ahead is seat

    def says_more(self, area: str) -> bool:
        """Whether the word below an area says that one of them decides more."""
        return any(self.comes_out(seat, area) for seat in Seat)

    def one_of_own(self, area: str) -> bool:
        """Whether an area is one person's own: nobody is asked who decides more."""
        asked = self.form.part(area)
        assert isinstance(asked, Area)
        return asked.who is None or area in self.own_life

    def guarded(self, area: str) -> bool:
        """Whether no imbalance may be called good here."""
        return area in MONEY_AND_PEOPLE or self.one_of_own(area)

    def uneven(self, area: str) -> bool:
        """Whether anybody, or the word, sees one of them deciding more."""
        seen = any(not one.names_nobody for one in self.accounts(area))
        return seen or self.says_more(area)


def named(found: Finding) -> Iterator[tuple[Seat, str]]:
    """Yield who is said to decide more, and where, in the order of the sentence."""
    people = [*found.seats.values()]
    if len(found.areas) == 1 or "more" in found.seats:
        people = [found.seats.get("more", people[0])] * len(found.areas)
    yield from zip(people, found.areas, strict=True)
