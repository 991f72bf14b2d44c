"""A letter of thanks: written by oneself, for nobody else, and sent by nobody."""

from __future__ import annotations

import re

import pytest
from tests.web.cast import Person, bytes_of, html_of, main_of

WHERE = "/lines/letter/"


@pytest.fixture
def dana(db: None) -> Person:
    """Somebody who has begun and kept nothing."""
    person = Person("Dana")
    person.begin()
    return person


def test_it_keeps_its_lines_and_leads_from_ones_own_three(dana: Person) -> None:
    assert f'href="{WHERE}"' in html_of(dana.get("/lines/"))
    dana.post(WHERE, text="You came.\r\n\r\n  Thank   you. \r\n")
    assert "You came.\n\nThank you.</bdi>" in html_of(dana.client.get(WHERE))
    assert "Thank you." in main_of(dana.get(WHERE))


@pytest.mark.parametrize("text", ["", " \r\n ", "x" * 4001, "a" + "\n" * 4000 + "b"])
def test_one_that_cannot_stand_is_still_there(dana: Person, text: str) -> None:
    answer = dana.post(WHERE, text=text)
    assert answer.status_code == 422
    assert text.strip() in html_of(answer)
    assert "What I wrote" not in main_of(answer)


def test_one_can_delete_it(dana: Person) -> None:
    dana.post(WHERE, text="You came.")
    ref = re.search(r'name="ref" value="(\w+)"', html_of(dana.get(WHERE)))
    assert ref is not None
    dana.post(WHERE, do="drop", ref=ref[1])
    assert "You came." not in main_of(dana.get(WHERE))


def test_pressed_twice_it_is_there_once(dana: Person) -> None:
    for _ in range(2):
        dana.post(WHERE, text="You came.")
    assert main_of(dana.get(WHERE)).count("You came.") == 1


def test_nothing_of_it_changes_a_byte_for_the_other(
    place: str, alice: Person, bob: Person
) -> None:
    pages = (place, f"{place}lines/", f"{place}thanks/", "/us/", WHERE)
    before = [bytes_of(bob.get(path)) for path in pages]
    alice.post(WHERE, text="You came.")
    assert [bytes_of(bob.get(path)) for path in pages] == before
