"""The tour in chapters, which several workers share: each begins by itself.

What came before is lived as shortly as can be, and none of it is looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from tests.browser import (
    settling,
    story,
    tour,
)
from tests.browser.walk import Person


def _alone(alice: Person, _: Person) -> tour.Stops:
    yield from tour.without_anybody(alice)
    yield from tour.answering(alice)
    yield from tour.keeping(alice)
    yield from tour.writing_notes(alice)


def _meeting(alice: Person, bob: Person) -> tour.Stops:
    story.begin_alone(alice)
    story.answer_without_looking(alice, story.ALICE)
    picture = alice.path
    alice.go("/answers/").follow("What I notice").press("Often").go(picture)
    story.keep(alice)
    yield from tour.pairing(alice, bob)
    yield from tour.looking(alice, bob)
    yield from tour.turning(alice, bob)
    yield from tour.noticing(alice, bob)
    yield from tour.deciding(alice, bob)
    yield from tour.going_about(alice)


def _leaving(alice: Person, bob: Person) -> tour.Stops:
    settling.pair(alice, bob)
    yield from tour.lapsing(alice)
    yield from tour.at_her_account(alice)
    yield from tour.leaving_a_pair(alice)
    yield from tour.coming_back(alice)


def _on_one_device(device: Person, _: Person) -> tour.Stops:
    yield from tour.two_chairs(device)


CHAPTERS: Final[Mapping[str, Callable[[Person, Person], tour.Stops]]] = {
    "alone": _alone,
    "meeting": _meeting,
    "leaving": _leaving,
    "on one device": _on_one_device,
}
