"""Who waits reads the same whatever the other does: no presence, no progress, no time.

Each page is asked in two worlds that differ in what the other has done; a leak that is
planted must be caught.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.http import HttpRequest
from tests.web.cast import Person, bytes_of, chosen, invited, join
from tests.web.conftest import Hands
from tests.worlds.leaks import Context, on_pages, overheard

from coequal.journal import clock
from coequal.people.invitations import mine

WAITS = ("pairs/waiting.html", "pairs/invited.html", "us/home.html")
Pages = dict[str, bytes]


def seen(person: Person, place: str) -> Pages:
    """What somebody who waits can look at."""
    paths = (place, "/us/", "/us/more/", "/account/", "/answers/")
    return {path: bytes_of(person.get(path)) for path in paths}


def she_gets_on(alice: Person) -> None:
    """Alice comes back, answers, chooses, and turns to somebody else."""
    alice.sign_out()
    alice.sign_in()
    chosen(alice, "home", "money")
    alice.get("/us/")
    chosen(alice, "plans")
    alice.post("/us/", do="fold", pair="", thing="0" * 64)
    invited(alice, "Dana", "friends")


@pytest.fixture
def waits(alice: Person, bob: Person) -> str:
    """Bob has joined, and Alice has not looked yet; where he waits."""
    for someone in (alice, bob):
        someone.begin()
        someone.keep()
    join(bob, invited(alice))
    return bob.where


def in_both_worlds(bob: Person, place: str, act: Callable[[], object]) -> None:
    before = seen(bob, place)
    act()
    after = seen(bob, place)
    assert [path for path in before if before[path] != after[path]] == []


def test_who_joined_reads_nothing_of_what_the_other_does(
    waits: str, alice: Person, bob: Person
) -> None:
    in_both_worlds(bob, waits, lambda: she_gets_on(alice))


def test_who_joined_reads_nothing_of_a_look_at_the_page_that_tells_of_them(
    waits: str, alice: Person, bob: Person
) -> None:
    in_both_worlds(bob, waits, lambda: alice.get(waits))


def test_who_asked_reads_nothing_until_the_other_has_joined(
    alice: Person, bob: Person
) -> None:
    alice.begin()
    alice.keep()
    code = invited(alice)
    place = alice.where

    def answers() -> None:
        bob.post("/join/", code=code)
        bob.post("/join/asked/", do="")
        chosen(bob, "home", "money")
        bob.get("/join/keep/")

    in_both_worlds(alice, place, answers)


def test_the_page_says_the_same_a_day_later(
    waits: str, bob: Person, hands: Hands
) -> None:
    before = seen(bob, waits)
    hands.forward(clock.DAY)
    bob.sign_in()
    after = seen(bob, waits)
    assert before[waits] == after[waits]
    assert before["/us/"] == after["/us/"]


@pytest.mark.parametrize("told", ["that she was here", "how many she has asked"])
def test_a_leak_that_is_planted_is_caught(
    waits: str, alice: Person, bob: Person, monkeypatch: pytest.MonkeyPatch, told: str
) -> None:
    everybody = overheard(monkeypatch)

    def count() -> int:
        if told == "that she was here":
            return len(everybody())
        return sum(len(list(mine(one))) for one in everybody())

    def label(_request: HttpRequest, context: Context) -> Context:
        return {"label": f"{context['label']}{'.' * count()}"}

    on_pages(monkeypatch, WAITS, label)
    with pytest.raises(AssertionError, match="/us/"):
        in_both_worlds(bob, waits, lambda: she_gets_on(alice))
