"""The guess at the form's end: it opens with the area it names, or not at all."""

from __future__ import annotations

import pytest
from tests.web.cast import FORM, Person, bytes_of, heading_of, main_of, pair
from tests.web.see.acts import all_of_it, at_card

from coequal.core.see.answers import Value
from coequal.core.see.instrument import GUESS

SHARED: dict[str, Value] = {
    "home.mine": 2,
    "home.yours": 2,
    "home.who": 2,
    "money.mine": 3,
    "money.yours": 3,
    "money.who": 2,
    "plans.mine": 2,
    "plans.yours": 2,
    "plans.who": 2,
}
GUESSED = "guessed that you see home the same way. You do"


@pytest.fixture
def place(alice: Person, bob: Person) -> str:
    here = pair(alice, bob)
    for someone in (alice, bob):
        someone.answer(SHARED)
    return here


def open_it(place: str, *people: Person) -> None:
    for someone in people:
        someone.be_ready(place, "home", "money")


def test_it_is_the_last_question_and_one_tap_ends_the_form(alice: Person) -> None:
    alice.begin()
    page = alice.get(f"/answers/{len(FORM.pages)}/")
    assert heading_of(page) == "Which of these do you two see the same way?"
    text = main_of(page)
    assert "Home Money Free time Family and friends Big plans I don’t know" in text
    alice.post(f"/answers/{len(FORM.pages)}/", a="0")
    assert alice.where == "/mine/"


def test_the_second_card_tells_what_came_of_it(
    place: str, alice: Person, bob: Person
) -> None:
    alice.guess("home")
    open_it(place, alice, bob)
    for someone in (alice, bob):
        assert GUESSED in heading_of(at_card(someone, place, 2))


def test_both_guesses_stand_on_one_card(place: str, alice: Person, bob: Person) -> None:
    alice.guess("home")
    bob.guess("home")
    open_it(place, alice, bob)
    assert "You both guessed" in heading_of(at_card(alice, place, 2))


@pytest.mark.parametrize("guessed", ["plans", "people", None])
def test_a_guess_of_what_is_not_open_changes_no_byte_for_the_other(
    place: str, alice: Person, bob: Person, guessed: str | None
) -> None:
    open_it(place, alice, bob)
    plain = [bytes_of(at_card(bob, place, 2)), bytes_of(all_of_it(bob, place))]
    assert "guessed" not in plain[0].decode()
    alice.guess(guessed)
    assert [
        bytes_of(bob.get(f"{place}cards/2/")),
        bytes_of(bob.get(f"{place}picture/all/")),
    ] == plain


def test_it_is_put_in_with_the_area_that_it_names_and_nowhere_else(
    place: str, alice: Person
) -> None:
    alice.guess("money")
    page = alice.get(f"{place}choose/")
    told = {
        part.value: [fact.question for fact in part.preview]
        for part in page.context["parts"]
    }
    short = FORM.item(GUESS).text
    assert [part for part, facts in told.items() if short in facts] == ["money"]
