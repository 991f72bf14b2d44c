"""How two people tap once a month, by the pages."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime
from typing import Final

from django.http import HttpResponse
from tests.web.cast import Person, main_of

from coequal.journal import clock

DECEMBER: Final = int(datetime(2026, 12, 2, 18, tzinfo=UTC).timestamp())
LATER: Final = DECEMBER + 10 * clock.DAY
"""Not in the first week any more."""
JANUARY: Final = DECEMBER + 31 * clock.DAY
SOME: Final = ("say", "load", "good")
EVEN: Final = {"heard": 3, "say": 3, "load": 3, "appreciated": 3, "good": 3}


def tap(
    person: Person, place: str, *, share: Collection[str] = SOME, **steps: int
) -> HttpResponse:
    """Send five taps, as the page does; those that are not told are in the middle."""
    return person.post(f"{place}month/", share=list(share), **{**EVEN, **steps})


def read(person: Person, place: str) -> str:
    """Look at what opened this month, and return what the page says."""
    person.look(f"{place}month/")
    return main_of(person.get(f"{place}month/"))


def tapped(alice: Person, bob: Person, place: str) -> None:
    """Let both tap this month, and look."""
    tap(alice, place, say=5)
    tap(bob, place, say=2)
    for person in (alice, bob):
        read(person, place)
