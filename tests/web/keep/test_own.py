"""Three lines by oneself: without a pair, for nobody else."""

from __future__ import annotations

import re

import pytest
from tests.web.cast import Person, html_of, main_of


@pytest.fixture
def dana(db: None) -> Person:
    """Somebody who has begun and kept nothing."""
    person = Person("Dana")
    person.begin()
    return person


def test_any_line_may_stand_alone(dana: Person) -> None:
    dana.post("/lines/", good="", much="The noise.", wish="")
    dana.post("/lines/", good="The soup.", much="", wish="The sea.")
    found = main_of(dana.get("/lines/"))
    for text in ("The noise.", "The soup.", "The sea."):
        assert text in found


def test_three_empty_lines_are_none(dana: Person) -> None:
    answer = dana.post("/lines/", good=" ", much="", wish="")
    assert answer.status_code == 422
    assert "Please write something." in main_of(answer)


def test_what_is_too_long_is_still_there(dana: Person) -> None:
    answer = dana.post("/lines/", good="x" * 161, much="", wish="Soup.")
    assert answer.status_code == 422
    assert "x" * 161 in html_of(answer)
    assert ">Soup.</textarea>" in html_of(answer)


def test_one_can_delete_them(dana: Person) -> None:
    dana.post("/lines/", good="The soup.", much="", wish="")
    ref = re.search(r'name="ref" value="(\w+)"', html_of(dana.get("/lines/")))
    assert ref is not None
    dana.post("/lines/", do="drop", ref=ref[1])
    assert "The soup." not in main_of(dana.get("/lines/"))


def test_the_home_of_one_alone_leads_there(carol: Person) -> None:
    assert "Three lines, just for me" in main_of(carol.get("/us/"))


def test_a_pair_sees_nothing_of_it(place: str, alice: Person, bob: Person) -> None:
    alice.post("/lines/", good="The soup.", much="", wish="")
    for path in (place, f"{place}lines/", f"{place}lines/all/", "/us/"):
        assert "The soup." not in main_of(bob.get(path))
        assert "The soup." not in main_of(alice.get(path))
