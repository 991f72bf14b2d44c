"""How often a request asks the database: counted, and the same however many kinds."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.web.cast import Person, pair
from tests.web.decide.acts import filled, raised, settled_on
from tests.web.decide.test_diary import tell, written

from coequal.core.entry import Audience, Entry, entry
from coequal.web.room import PROGRAM
from coequal.web.rooms import WORDS

PAGE_MOST = 10
NEWS_MOST = 3
"""How many more it asks where the other has written since one last did."""
BALLOT_MOST = 20


@pytest.fixture
def two(transactional_db: None) -> tuple[Person, Person, str]:
    """Alice and Bob, outside of any transaction: so those of a request count too."""
    alice, bob = Person("Alice"), Person("Bob")
    return alice, bob, pair(alice, bob)


def asked(act: Callable[[], object]) -> list[str]:
    """What the database was asked, statement by statement."""
    with CaptureQueriesContext(connection) as found:
        act()
    return [one["sql"] for one in found.captured_queries]


def many_kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program know thirty more kinds of entry."""
    for number in range(30):

        @entry(f"test kind {number}", Audience.BOTH)
        class More(Entry):
            """One more kind."""

        monkeypatch.setitem(WORDS, More, PROGRAM)


def ballot_that_opens(two: tuple[Person, Person, str]) -> list[str]:
    alice, bob, place = two
    where = raised(alice, place)
    for person in (alice, bob):
        given = filled(person, where, "4", "1", "0")
        found = asked(lambda: person.client.post(f"{where}weigh/", given))  # noqa: B023
    return found


def test_a_ballot_that_opens_asks_at_most_twenty_times(
    two: tuple[Person, Person, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = ballot_that_opens(two)
    assert len(found) <= BALLOT_MOST, "\n".join(found)
    many_kinds(monkeypatch)
    assert len(ballot_that_opens(two)) == len(found)


def pages(two: tuple[Person, Person, str]) -> list[str]:
    """Pages of a pair in which something stands, seen once already."""
    alice, bob, place = two
    question, line = settled_on(alice, bob, place), written(alice, place)
    for person in (alice, bob):
        tell(person, line, "both")
    for name in ("", "diary/", "lead/", "back/", "raise/"):
        alice.get(f"{place}decide/{name}")
    alice.get(place)
    return [
        place,
        f"{place}decide/",
        f"{place}decide/diary/",
        f"{place}decide/lead/",
        f"{place}decide/back/",
        f"{place}decide/raise/",
        question,
        f"{question}review/",
        line,
    ]


def test_a_page_of_two_asks_at_most_ten_times(
    two: tuple[Person, Person, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    alice, _, place = two
    paths = pages(two)
    for path in paths:
        found = asked(lambda: alice.client.get(path))  # noqa: B023
        assert len(found) <= PAGE_MOST + NEWS_MOST, "\n".join((path, *found))
    written(alice, place)
    costs = {path: asked(lambda: alice.client.get(path)) for path in paths}  # noqa: B023
    for path, found in costs.items():
        assert len(found) <= PAGE_MOST, "\n".join((path, *found))
    many_kinds(monkeypatch)
    again = {path: len(asked(lambda: alice.client.get(path))) for path in paths}  # noqa: B023
    assert again == {path: len(found) for path, found in costs.items()}


HOME_MOST = 14


def test_my_home_asks_at_most_fourteen_times(
    two: tuple[Person, Person, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    alice, _, _ = two
    pages(two)
    found = asked(lambda: alice.client.get("/us/"))
    assert len(found) <= HOME_MOST + NEWS_MOST, "\n".join(found)
    many_kinds(monkeypatch)
    assert len(asked(lambda: alice.client.get("/us/"))) == len(found)
