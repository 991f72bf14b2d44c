"""Thanks for something particular: said now, or kept for the next lines."""

from __future__ import annotations

import re

import pytest
from tests.web.cast import Person, bytes_of, html_of, main_of
from tests.web.conftest import Hands
from tests.web.keep.acts import CAKE, SUNDAY, WEEK, write

from coequal.core.thanks.rules import MOST_A_WEEK


def thank(person: Person, place: str, text: str = CAKE, do: str = "say") -> str:
    return main_of(person.post(f"{place}thanks/", do=do, text=text))


def refs(person: Person, place: str) -> list[str]:
    page = html_of(person.get(f"{place}thanks/"))
    return re.findall(r'name="ref" value="(\w+)"', page)


def test_thanks_are_there_for_both_and_stand_on_the_home_of_the_other(
    place: str, alice: Person, bob: Person
) -> None:
    thank(alice, place)
    assert CAKE in main_of(bob.get(f"{place}thanks/"))
    assert "Alice thanks you." in main_of(bob.get("/us/"))
    assert "thanks you" not in main_of(alice.get("/us/"))
    assert CAKE not in main_of(bob.get("/us/"))


def test_nothing_counts_them(place: str, alice: Person, bob: Person) -> None:
    for text in ("The tea.", "The cake.", "The walk."):
        thank(alice, place, text)
    for page in (f"{place}thanks/", place, "/us/", f"{place}lines/"):
        assert not re.search(r"\b(3|three) thanks", main_of(bob.get(page)))
        assert main_of(bob.get(page)).count("Alice thanks you.") <= 1


def test_the_same_again_is_said_once(place: str, alice: Person) -> None:
    thank(alice, place)
    assert thank(alice, place).count(CAKE) == 2  # the example above it, and the line


def test_i_can_take_mine_back_and_nobody_elses(
    place: str, alice: Person, bob: Person
) -> None:
    thank(alice, place, "The tea.")
    (ref,) = refs(alice, place)
    assert refs(bob, place) == []
    bob.post(f"{place}thanks/", do="back", ref=ref)
    assert "The tea." in main_of(alice.get(f"{place}thanks/"))
    alice.post(f"{place}thanks/", do="back", ref=ref)
    for person in (alice, bob):
        assert "The tea." not in main_of(person.get(f"{place}thanks/"))
    assert "thanks you" not in main_of(bob.get("/us/"))


def test_what_i_keep_for_sunday_shows_to_nobody(
    place: str, alice: Person, bob: Person
) -> None:
    paths = (place, "/us/", f"{place}thanks/", f"{place}lines/")
    before = [bytes_of(bob.get(path)) for path in paths]
    assert "The tea." in thank(alice, place, "The tea.", do="keep")
    assert [bytes_of(bob.get(path)) for path in paths] == before
    (ref,) = refs(alice, place)
    alice.post(f"{place}thanks/", do="drop", ref=ref)
    assert "The tea." not in main_of(alice.get(f"{place}thanks/"))


def test_on_sunday_it_stands_in_the_first_field(
    place: str, alice: Person, hands: Hands
) -> None:
    hands.at = SUNDAY
    alice.sign_in()
    for text in ("The tea.", "The walk."):
        thank(alice, place, text, do="keep")
        hands.forward(1)
    page = html_of(alice.get(f"{place}lines/"))
    assert ">The tea.</textarea>" in page
    assert "The walk." in page


def test_what_was_sent_on_sunday_is_kept_no_longer(
    place: str, alice: Person, bob: Person, hands: Hands
) -> None:
    hands.at = SUNDAY
    for person in (alice, bob):
        person.sign_in()
    thank(alice, place, "The tea.", do="keep")
    write(alice, place, "The tea.")
    assert "The tea." not in main_of(alice.get(f"{place}thanks/"))


def test_one_that_is_said_now_is_kept_no_longer(place: str, alice: Person) -> None:
    thank(alice, place, "The tea.", do="keep")
    thank(alice, place, "The tea.")
    assert "Kept for later" not in main_of(alice.get(f"{place}thanks/"))


def test_after_two_weeks_home_says_no_more_of_it(
    place: str, alice: Person, bob: Person, hands: Hands
) -> None:
    thank(alice, place)
    hands.forward(2 * WEEK)
    bob.sign_in()
    assert "thanks you" not in main_of(bob.get("/us/"))


@pytest.mark.parametrize(
    ("text", "why"), [("", "write something"), ("x" * 161, "too long")]
)
def test_what_cannot_stand_says_why_and_is_still_there(
    place: str, alice: Person, text: str, why: str
) -> None:
    answer = alice.post(f"{place}thanks/", do="say", text=text)
    assert answer.status_code == 422
    assert why in main_of(answer)
    assert f">{text}</textarea>" in html_of(answer)


def test_a_flood_has_an_end(place: str, alice: Person) -> None:
    for number in range(MOST_A_WEEK):
        thank(alice, place, f"Thanks {number}.")
    answer = alice.post(f"{place}thanks/", do="say", text="One more.")
    assert answer.status_code == 422
    assert "Keep this one for the next." in main_of(answer)
