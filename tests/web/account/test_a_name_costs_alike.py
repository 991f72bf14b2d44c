"""A name that somebody has takes the very statements of one that nobody has."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext
from tests.web.cast import Person
from tests.web.conftest import Hands

from coequal.people.throttle import FREE_TRIES

WRONG = "not this one at all"
NO_CODE = "0000-" * 7 + "0000"


@pytest.fixture
def kept(alice: Person, hands: Hands) -> Person:
    """Alice has kept, and so have five others who go by her name."""
    alice.begin()
    alice.keep()
    for number in range(5):
        hands.rest()
        namesake = Person("Alice")
        namesake.phrase = f"a namesake, number {number}"
        namesake.begin()
        namesake.keep()
    hands.rest()
    return alice


def sign_in(person: Person, name: str) -> HttpResponse:
    return person.post("/sign-in/", name=name, phrase=WRONG)


def come_back(person: Person, name: str) -> HttpResponse:
    return person.post(
        "/come-back/", name=name, code=NO_CODE, phrase=WRONG, again=WRONG
    )


def statements(act: Callable[[], HttpResponse], status: int) -> list[str]:
    """Every statement of an answer, without what it is asked about."""
    with CaptureQueriesContext(connection) as asked:
        assert act().status_code == status
    return [re.match('[A-Z ]+("people_[a-z]+")?', one["sql"])[0] for one in asked]  # type: ignore[index]


def somebody_was_here(person: Person) -> None:
    person.begin()
    person.keep()
    person.sign_out()


@pytest.mark.parametrize("first", [lambda _: None, somebody_was_here])
def test_signing_in(
    kept: Person, hands: Hands, first: Callable[[Person], None]
) -> None:
    """While tries are free, and while one waits; in any browser of somebody else."""
    person = Person("Nobody")
    first(person)
    sign_in(person, "tidies, as the first one of a minute does")
    for status in [*[422] * FREE_TRIES, 429, 429]:
        taken = statements(lambda: sign_in(person, "Alice"), status)
        free = statements(lambda: sign_in(person, "Zoe"), status)
        assert taken == free
        assert len(free) > 3


def test_keeping(kept: Person, hands: Hands) -> None:
    told = [keeping(name, 303) for name in ("Alice", "Zoe")]
    assert told[0] == told[1]


def test_keeping_while_one_waits(kept: Person, hands: Hands) -> None:
    for name in ("Alice", "Zoe") * FREE_TRIES:
        sign_in(Person("Nobody"), name)
    told = [keeping(name, 422) for name in ("Alice", "Zoe")]
    assert told[0] == told[1]


def keeping(name: str, status: int) -> list[str]:
    person = Person("Nobody")
    person.begin()
    fields = {"name": name, "phrase": WRONG, "again": WRONG}
    return statements(lambda: person.client.post("/keep/", fields), status)


def test_coming_back_by_code(kept: Person) -> None:
    taken = statements(lambda: come_back(Person("Nobody"), "Alice"), 422)
    free = statements(lambda: come_back(Person("Nobody"), "Zoe"), 422)
    assert taken == free


def test_the_passphrase_again_takes_the_same_at_the_first_and_the_last_free_try(
    carol: Person, hands: Hands
) -> None:
    """Whether tries were counted here before shows in nothing."""
    hands.rest()

    def confirm() -> HttpResponse:
        return carol.post("/account/end/", phrase=WRONG)

    told = [statements(confirm, 422) for _ in range(FREE_TRIES + 2)]
    assert all(one == told[0] for one in told)
