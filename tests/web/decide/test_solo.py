"""Deciding by oneself: a diary and a weighing for nobody else."""

from __future__ import annotations

import pytest
from tests.web.cast import Person, bytes_of, html_of, main_of, pair
from tests.web.decide.acts import (
    ref_on,
)
from tests.web.demo.test_try_it import (
    trying,
)

from coequal.core.people import PairType


@pytest.fixture(params=["new", "kept", "in a chair"])
def somebody(request: pytest.FixtureRequest, alice: Person) -> Person:
    """Somebody by themselves, with an account or without, or in a made-up chair."""
    if request.param == "in a chair":
        return trying(PairType.FRIENDS)
    alice.begin()
    if request.param == "kept":
        alice.keep()
    return alice


def test_a_line_stands_in_ones_own_diary(somebody: Person) -> None:
    page = somebody.post("/decide/", text="We move.", who="other", asked="no")
    assert somebody.where == "/decide/"
    text = main_of(page)
    assert "We move." in text
    assert "They did Was I asked? No Delete it" in text


def test_options_come_back_with_the_best_first(somebody: Person) -> None:
    fields = {"option-1": "Stay", "score-1": "1", "option-3": "Go", "score-3": "6"}
    page = somebody.post("/decide/weigh/", text="Stay or go?", **fields)
    assert somebody.where == "/decide/"
    assert "Go: Love it Stay: Rather not" in main_of(page)


def test_both_can_be_taken_away_for_good(somebody: Person) -> None:
    somebody.post("/decide/", text="We move.", who="me")
    somebody.post("/decide/", do="drop", ref=ref_on(somebody, "/decide/"))
    fields = {"option-1": "Stay", "score-1": "1", "option-2": "Go", "score-2": "4"}
    somebody.post("/decide/weigh/", text="Stay or go?", **fields)
    somebody.post("/decide/", do="drop", ref=ref_on(somebody, "/decide/"))
    page = main_of(somebody.get("/decide/"))
    assert "Nothing is written here yet." in page
    assert "What I rated" not in page


def test_taking_away_what_is_not_there_changes_nothing(somebody: Person) -> None:
    somebody.post("/decide/", text="We move.", who="me")
    before = main_of(somebody.get("/decide/"))
    for ref in ("", "00", "no number"):
        assert main_of(somebody.post("/decide/", do="drop", ref=ref)) == before


def test_a_line_can_be_about_somebody_in_mind(alice: Person, bob: Person) -> None:
    pair(alice, bob)
    page = html_of(alice.get("/decide/"))
    sheet = (
        page.partition(">Bob</option>")[0].rpartition('value="')[2].partition('"')[0]
    )
    page = main_of(alice.post("/decide/", text="A trip.", who="other", about=sheet))
    assert ", Bob Bob did" in page


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"text": "We move."}, "Choose who decided."),
        ({"text": "", "who": "me"}, "Please write something."),
        ({"text": "a" * 161, "who": "me"}, "This is too long."),
        (
            {"text": "We move.", "who": "me", "about": "1" * 32},
            "has changed in the meantime",
        ),
    ],
)
def test_what_cannot_stand_comes_back_as_it_was_typed(
    fields: dict[str, str], why: str, alice: Person
) -> None:
    alice.begin()
    page = alice.post("/decide/", **fields)
    assert page.status_code == 422
    assert why in main_of(page)
    assert fields["text"] in html_of(page)


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"option-1": "Go", "score-1": "1"}, "Add at least two options."),
        (
            {"option-1": "Go", "score-1": "1", "option-2": "Stay"},
            "Rate each option.",
        ),
        (
            {"option-1": "Go", "score-1": "1", "option-2": "Stay", "score-2": "9"},
            "Rate each option.",
        ),
    ],
)
def test_options_that_cannot_be_weighed_come_back(
    fields: dict[str, str], why: str, alice: Person
) -> None:
    alice.begin()
    page = alice.post("/decide/weigh/", text="Stay or go?", **fields)
    assert page.status_code == 422
    assert why in main_of(page)
    assert 'value="1" checked' in html_of(page)


def test_nobody_else_sees_a_byte_of_it(alice: Person, bob: Person) -> None:
    place = pair(alice, bob)
    pages = ("/decide/", "/us/", f"{place}decide/", f"{place}decide/back/")
    before = [bytes_of(bob.get(page)) for page in pages]
    alice.post("/decide/", text="We move.", who="other", asked="no", fine="no")
    assert [bytes_of(bob.get(page)) for page in pages] == before


@pytest.mark.parametrize("page", ["/answers/", "/us/"])
def test_it_is_found_from(page: str, alice: Person) -> None:
    alice.begin()
    alice.keep()
    alice.answer_all()
    assert 'href="/decide/"' in html_of(alice.get(page))
