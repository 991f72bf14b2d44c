"""How two people write their lines and say thanks, by the pages."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Final

from django.http import HttpResponse
from tests.web.cast import Person, html_of, invited, join, main_of, met

from coequal.journal import clock

SUNDAY: Final = int(datetime(2026, 12, 6, 18, tzinfo=UTC).timestamp())
MONDAY: Final = SUNDAY + clock.DAY
WEEK: Final = 7 * clock.DAY
AGO: Final = 8 * clock.DAY
"""So long ago the time to write was over yesterday."""
CAKE: Final = "You kept the last piece of cake for me."


def write(
    person: Person, place: str, good: str = "", much: str = "", wish: str = ""
) -> HttpResponse:
    """Send three lines, as the page does."""
    return person.post(f"{place}lines/", good=good, much=much, wish=wish)


def lines(person: Person, place: str) -> str:
    """Look at what opened, and return what the page says."""
    person.look(f"{place}lines/")
    return main_of(person.get(f"{place}lines/"))


def friends(one: Person, other: Person, pair: str = "friends") -> str:
    """Let two who have kept be friends, or another pair; return their place."""
    code = invited(one, other.name, pair)
    place = one.where
    join(other, code, one.name)
    met(one, place)
    return place


def wrote(alice: Person, bob: Person, place: str, good: str, theirs: str) -> None:
    """Let both write, and look."""
    write(alice, place, good, wish=f"More. {good}")
    write(bob, place, theirs)
    for person in (alice, bob):
        lines(person, place)


def begun(alice: Person, bob: Person, *, begins: bool = True) -> str:
    """Let two who have kept be friends who met today; return their place."""
    place = friends(alice, bob)
    if begins:
        bob.post(f"{place}lines/", do="begin")
    return place


def thanked(person: Person, place: str, do: str = "say") -> tuple[str, str]:
    """Say thanks, or keep them for later; return where, and what names them."""
    where = f"{place}thanks/"
    person.post(where, do=do, text="The tea.")
    found = re.search(r'name="ref" value="(\w+)"', html_of(person.get(where)))
    assert found is not None
    return where, found[1]
