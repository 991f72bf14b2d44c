"""Who goes everywhere: somebody of each kind, with all that they have by then."""

from __future__ import annotations

import re

from tests.web.agree.acts import agreed, press, suggested
from tests.web.cast import Person, addresses, pair
from tests.web.crawl import ALIKE, Crawl, Seen
from tests.web.notes.acts import (
    in_notes,
)
from tests.web.see.acts import (
    looked,
)

from coequal.core.people import PairType


def nobody(*, alike: re.Pattern[str] = ALIKE) -> list[Seen]:
    place = pair(Person("Alice"), Person("Bob"))
    return Crawl(Person("Nobody"), undo=True, alike=alike).go(
        "/", *addresses(place).values()
    )


def new() -> list[Seen]:
    place = pair(Person("Alice"), Person("Bob"))
    person = Person("New")
    person.begin()
    return Crawl(person).go("/", *addresses(place).values())


def alice() -> list[Seen]:
    return _one_of_two(0)


def bob() -> list[Seen]:
    return _one_of_two(1)


def _one_of_two(seat: int) -> list[Seen]:
    both = Person("Alice"), Person("Bob")
    place = looked(*both)
    for person in both:
        person.notice(heard="1")
        person.put_up(place, "heard")
    press(both[1], agreed(*both, place), "end")
    suggested(both[0], place)
    in_notes(both[seat])
    return Crawl(both[seat]).go("/", *addresses(place).values())


def carol() -> list[Seen]:
    place = pair(Person("Alice"), Person("Bob"))
    person = Person("Carol")
    person.begin()
    person.keep()
    return Crawl(person).go("/", *addresses(place).values())


def former_partner() -> list[Seen]:
    left, person = Person("Alice"), Person("Bob")
    place = pair(left, person)
    left.post(f"{place}leave/", way="now", phrase=left.phrase)
    return Crawl(person).go("/", *addresses(place).values())


def somebody_who_tries_it(
    pair: PairType = PairType.PARTNERS, *, alike: re.Pattern[str] = ALIKE
) -> list[Seen]:
    person = Person("Somebody")
    person.post("/try/", pair=pair.value)
    return Crawl(person, alike=alike).go("/")
