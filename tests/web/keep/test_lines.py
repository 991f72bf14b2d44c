"""Three lines on Sunday: written alone, read together, or not at all."""

from __future__ import annotations

import re

import pytest
from tests.web.cast import Person, bytes_of, heading_of, html_of, main_of
from tests.web.conftest import Hands
from tests.web.keep.acts import MONDAY, SUNDAY, WEEK, lines, write

from coequal.journal import clock, models

AGAIN = "Give Bob the first line anyway?"


@pytest.fixture(autouse=True)
def sunday(place: str, alice: Person, bob: Person, hands: Hands) -> None:
    """It is a Sunday, and the two are there."""
    hands.at = SUNDAY
    for person in (alice, bob):
        person.sign_in()


def page(person: Person, place: str) -> str:
    return main_of(person.get(f"{place}lines/"))


def test_it_opens_for_both_when_both_have_written(
    place: str, alice: Person, bob: Person
) -> None:
    write(alice, place, "You rang.", "For me, the list.", "Soup.")
    assert heading_of(alice.get(f"{place}lines/")) == "Your lines are safe."
    write(bob, place, "You laughed.")
    for person in (alice, bob):
        assert "You rang." not in page(person, place)
        said = lines(person, place)
        for text in ("You rang.", "You laughed.", "For me: the list.", "Soup."):
            assert text in said


def test_what_nobody_wrote_has_no_heading(
    place: str, alice: Person, bob: Person
) -> None:
    write(alice, place, "You rang.")
    write(bob, place, wish="Soup.")
    said = lines(alice, place)
    assert "That was good for me" in said
    assert "Next week I’d like" in said
    assert "A bit much" not in said


def test_nobody_is_told_whether_the_other_has_written(
    place: str, alice: Person, bob: Person
) -> None:
    paths = (place, "/us/", f"{place}lines/", f"{place}lines/all/", f"{place}thanks/")
    before = [bytes_of(bob.get(path)) for path in paths]
    write(alice, place, "You rang.", "the list", "Soup.")
    assert [bytes_of(bob.get(path)) for path in paths] == before
    alice.post(f"{place}lines/", do="back")
    assert [bytes_of(bob.get(path)) for path in paths] == before


def test_home_says_the_same_all_day_until_both_have_written(
    place: str, alice: Person, bob: Person
) -> None:
    before = main_of(alice.get("/us/"))
    assert "It’s Sunday." in before
    write(alice, place, "You rang.")
    assert main_of(alice.get("/us/")) == before
    write(bob, place, "You laughed.")
    for person in (alice, bob):
        waits = main_of(person.get("/us/"))
        assert "You’ve both written your lines." in waits
        assert "It’s Sunday." not in waits
    lines(alice, place)
    home = main_of(alice.get("/us/"))
    assert "You’ve both written your lines." not in home
    assert "It’s Sunday." not in home


def test_on_other_days_home_asks_for_nothing(
    place: str, alice: Person, hands: Hands
) -> None:
    hands.at = MONDAY
    alice.sign_in()
    assert "Sunday" not in main_of(alice.get("/us/"))
    assert heading_of(alice.get(f"{place}lines/")) == "See you on Sunday."
    assert "Sunday 13 December" in page(alice, place)


def test_lines_can_be_changed_and_taken_back_until_both_have_written(
    place: str, alice: Person, bob: Person
) -> None:
    write(alice, place, "You rang.", "For me, the list.")
    html = html_of(alice.get(f"{place}lines/"))
    assert ">You rang.</textarea>" in html
    assert ">For me, the list.</textarea>" in html
    write(alice, place, "You came.", "For me,")
    alice.post(f"{place}lines/", do="back")
    assert heading_of(alice.get(f"{place}lines/")) == "Three lines for Sunday"
    write(bob, place, "You laughed.")
    write(alice, place, "You came.")
    assert "You rang." not in lines(bob, place)
    late = write(alice, place, "Something else.")
    assert late.status_code == 422
    assert "You’ve both answered already." in main_of(late)
    assert alice.post(f"{place}lines/", do="back").status_code == 422


def test_a_bit_much_goes_only_with_something_good(place: str, alice: Person) -> None:
    answer = write(alice, place, much="For me, three evenings in a row.", wish="Soup.")
    assert answer.status_code == 422
    assert "Add one good line." in main_of(answer)
    html = html_of(answer)
    assert ">For me, three evenings in a row.</textarea>" in html
    assert ">Soup.</textarea>" in html


def test_for_me_alone_says_nothing(place: str, alice: Person) -> None:
    answer = write(alice, place, much="For me, ")
    assert answer.status_code == 422
    assert "Please write something." in main_of(answer)


def test_what_was_a_bit_much_is_there_for_a_week_then_gone_for_both(
    place: str, alice: Person, bob: Person, hands: Hands
) -> None:
    write(alice, place, "You rang.", "the list")
    write(bob, place, "You laughed.", "the noise")
    hands.at = SUNDAY + WEEK - clock.DAY
    for person in (alice, bob):
        person.sign_in()
        said = lines(person, place)
        assert "For me: the list" in said
        assert "Here until Sunday 13 December, then gone for both of you." in said
    hands.at = SUNDAY + WEEK
    for person in (alice, bob):
        person.sign_in()
        for path in ("lines/", "lines/all/", "lines/month/"):
            assert "the list" not in main_of(person.get(f"{place}{path}"))
        copy = person.client.post(
            f"{place}copy/", {"phrase": person.phrase, "as": "json"}
        )
        told = copy.getvalue().decode()
        assert "the list" not in told
        assert "the noise" not in told
        assert "You rang." in told
        assert "missing" not in main_of(person.get(place))
        assert "You laughed." in main_of(person.get(f"{place}lines/all/"))


def test_the_next_act_of_either_takes_its_key_away(
    place: str, alice: Person, bob: Person, hands: Hands
) -> None:
    write(alice, place, "You rang.", "the list")
    write(bob, place, "You laughed.", "the noise")
    before = models.Share.objects.count()
    hands.at = SUNDAY + WEEK
    bob.sign_in()
    bob.post(f"{place}thanks/", do="say", text="The tea.")
    # One more for the thanks, two fewer for what was a bit much.
    assert models.Share.objects.count() == before + 1 - 2
    for person in (alice, bob):
        person.sign_in()
        person.look(f"{place}lines/all/")
        assert "You rang." in main_of(person.get(f"{place}lines/all/"))
        assert "Something here is missing" not in main_of(person.get(place))


def test_lines_that_stayed_closed_lose_what_was_a_bit_much_as_well(
    place: str, alice: Person, hands: Hands
) -> None:
    write(alice, place, "You rang.", "the list")
    hands.at = SUNDAY + WEEK
    alice.sign_in()
    write(alice, place, "You came.")
    told = alice.client.post(f"{place}copy/", {"phrase": alice.phrase, "as": "json"})
    assert "the list" not in told.getvalue().decode()


def test_when_the_day_is_over_i_may_give_the_first_line(
    place: str, alice: Person, bob: Person, hands: Hands
) -> None:
    write(alice, place, "You rang.", "the list", "Soup.")
    hands.at = MONDAY
    for person in (alice, bob):
        person.sign_in()
    assert heading_of(alice.get(f"{place}lines/")) == AGAIN
    assert heading_of(bob.get(f"{place}lines/")) == "See you on Sunday."
    alice.post(f"{place}lines/", do="give")
    assert heading_of(alice.get(f"{place}lines/")) == "Bob has your first line."
    got = main_of(bob.get(f"{place}thanks/"))
    assert "You rang." in got
    assert "Soup." not in got
    assert "the list" not in got
    assert "Alice thanks you." in main_of(bob.get("/us/"))
    assert alice.post(f"{place}lines/", do="give").status_code == 422


def test_nobody_learns_on_monday_that_lines_were_there(
    place: str, alice: Person, bob: Person, hands: Hands
) -> None:
    hands.at = MONDAY
    bob.sign_in()
    before = [bytes_of(bob.get(path)) for path in (f"{place}lines/", place, "/us/")]
    hands.at = SUNDAY
    alice.sign_in()
    write(alice, place, "You rang.")
    hands.at = MONDAY
    bob.sign_in()
    after = [bytes_of(bob.get(path)) for path in (f"{place}lines/", place, "/us/")]
    assert after == before


def test_when_the_day_is_over_nothing_opens_any_more(
    place: str, alice: Person, bob: Person, hands: Hands
) -> None:
    write(alice, place, "You rang.")
    hands.at = MONDAY
    bob.sign_in()
    late = write(bob, place, "You laughed.")
    assert late.status_code == 422
    assert "That day is over." in main_of(late)
    assert "You rang." not in page(bob, place)


def test_without_a_good_line_there_is_none_to_give(
    place: str, alice: Person, hands: Hands
) -> None:
    write(alice, place, wish="Soup.")
    hands.at = MONDAY
    alice.sign_in()
    assert heading_of(alice.get(f"{place}lines/")) == "Your lines stay yours."
    assert alice.post(f"{place}lines/", do="give").status_code == 422


@pytest.mark.parametrize(
    ("second", "heading"),
    [
        # In Berlin clocks go back on Sunday 25 October 2026: it has 25 hours.
        (1_792_879_199, "See you on Sunday."),
        (1_792_879_200, "Three lines for Sunday"),
        (1_792_969_199, "Three lines for Sunday"),
        (1_792_969_200, "See you on Sunday."),
        # And forward on Sunday 29 March 2026: it has 23.
        (1_774_738_800, "Three lines for Sunday"),
        (1_774_821_599, "Three lines for Sunday"),
        (1_774_821_600, "See you on Sunday."),
    ],
)
def test_a_sunday_has_the_hours_that_its_clocks_give_it(
    place: str, alice: Person, hands: Hands, second: int, heading: str
) -> None:
    alice.post(f"{place}days/", zone="Europe/Berlin")
    hands.at = second
    alice.sign_in()
    assert heading_of(alice.get(f"{place}lines/")) == heading


def test_seven_questions_help_when_nothing_comes_to_mind(
    place: str, alice: Person
) -> None:
    html = html_of(alice.get(f"{place}lines/"))
    asked = re.search(r'<ul class="points">(.*?)</ul>', html)
    assert asked is not None
    assert asked[1].count("<li>") == 7


def test_after_the_pair_closed_what_was_read_can_be_read(
    place: str, alice: Person, bob: Person
) -> None:
    write(alice, place, "You rang.")
    write(bob, place, "You laughed.")
    lines(bob, place)
    alice.post(f"{place}leave/", way="now", phrase=alice.phrase)
    assert "You rang." in page(bob, place)
    assert "<textarea" not in html_of(bob.get(f"{place}lines/"))


def test_after_the_pair_closed_nothing_can_be_written(
    place: str, alice: Person, bob: Person
) -> None:
    alice.post(f"{place}leave/", way="now", phrase=alice.phrase)
    assert "<textarea" not in html_of(bob.get(f"{place}lines/"))
    write(bob, place, "You laughed.")
    assert "You laughed." not in page(bob, place)
