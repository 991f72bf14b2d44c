"""Whether one could say no is asked in one's own part alone, and opens to nobody."""

from __future__ import annotations

import pytest
from tests.web.cast import Person, bytes_of, html_of, main_of, session_of
from tests.web.conftest import Hands
from tests.web.month.acts import DECEMBER, EVEN, read, tap

from coequal.core.month.entries import FREE, OwnCheckIn, SharedTap
from coequal.journal.door import Damaged
from coequal.people import pairs

SIXTH = "I could say no, and be myself."


@pytest.fixture(autouse=True)
def december(place: str, alice: Person, bob: Person, hands: Hands) -> None:
    hands.at = DECEMBER
    for person in (alice, bob):
        person.sign_in()


def test_no_page_of_two_asks_it_or_tells_it(
    place: str, alice: Person, bob: Person
) -> None:
    alice.post("/month/", free="0", say="4")
    for person in (alice, bob):
        assert 'name="free"' not in html_of(person.get(f"{place}month/"))
        tap(person, place)
        read(person, place)
        for at in ("", "trend/", "all/"):
            path = f"{place}month/{at}"
            assert SIXTH not in main_of(person.get(path))
            assert 'name="free"' not in html_of(person.get(path))
    assert SIXTH in main_of(alice.get("/month/"))


def test_it_joins_no_joint_entry_whatever_is_sent(
    place: str, alice: Person, bob: Person
) -> None:
    for person in (alice, bob):
        person.post("/month/", free="1")
    for person in (alice, bob):
        fields = {**EVEN, "free": "1", "share": ["say", "load", "free", "sent", ""]}
        person.post(f"{place}month/", **fields)
    member = pairs.member(session_of(bob), bytes.fromhex(place.split("/")[2]))
    assert member is not None
    found = member.reading.entries(SharedTap)
    facets = {
        "damaged" if isinstance(one, Damaged) else one.entry.facet for one in found
    }
    assert facets == {"say", "load", "sent"}


def test_what_one_sends_leaves_it_as_it_was(place: str, alice: Person) -> None:
    alice.post("/month/", free="1", say="0")
    tap(alice, place, say=5)
    (kept,) = session_of(alice).own.sound(OwnCheckIn)
    assert kept.entry.steps == {**EVEN, "say": 5, FREE: 1}


def test_it_changes_no_byte_that_the_other_gets(
    place: str, alice: Person, bob: Person
) -> None:
    paths = (place, "/us/", f"{place}month/", f"{place}month/trend/")
    before = [bytes_of(bob.get(path)) for path in paths]
    alice.post("/month/", free="0", say="0")
    assert [bytes_of(bob.get(path)) for path in paths] == before
