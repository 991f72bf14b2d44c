"""Those who are no partners write their lines after they met, and never have to."""

from __future__ import annotations

import pytest
from tests.web.cast import Person, bytes_of, heading_of, main_of
from tests.web.conftest import Hands
from tests.web.keep.acts import SUNDAY, friends, lines, write

from coequal.journal import clock


@pytest.fixture
def place(alice: Person, bob: Person, hands: Hands) -> str:
    """Alice and Bob are friends, and it is a Sunday."""
    hands.at = SUNDAY
    for person in (alice, bob):
        person.begin()
        person.keep()
    return friends(alice, bob)


def later(hands: Hands, days: int, *people: Person) -> None:
    hands.forward(days * clock.DAY)
    for person in people:
        person.sign_in()


def test_it_is_never_due(place: str, alice: Person) -> None:
    for path in ("/us/", place):
        assert "It takes two minutes." not in main_of(alice.get(path))
    assert "Three lines each" in main_of(alice.get(place))


def test_either_begins_and_both_write(place: str, alice: Person, bob: Person) -> None:
    assert "Have you seen each other?" in main_of(alice.get(f"{place}lines/"))
    bob.post(f"{place}lines/", do="begin")
    write(alice, place, "You came by train.")
    write(bob, place, "You cooked.", wish="The sea.")
    for person in (alice, bob):
        said = lines(person, place)
        assert "You came by train." in said
        assert "Next time I’d like" in said


def test_those_who_live_together_are_not_asked_whether_they_met(
    hands: Hands, alice: Person, bob: Person
) -> None:
    hands.at = SUNDAY
    for person in (alice, bob):
        person.begin()
        person.keep()
    place = friends(alice, bob, "flatmates")
    page = main_of(alice.get(f"{place}lines/"))
    assert "This week at home" in page
    assert "Start our lines" in page
    assert "Have you seen each other?" not in page


def test_what_both_wrote_waits_at_home_until_one_has_read_it(
    place: str, alice: Person, bob: Person
) -> None:
    waits = "You’ve both written your lines."
    bob.post(f"{place}lines/", do="begin")
    before = bytes_of(alice.get("/us/"))
    write(bob, place, "You cooked.")
    assert bytes_of(alice.get("/us/")) == before
    write(alice, place, "You came by train.")
    assert waits in main_of(alice.get("/us/"))
    lines(alice, place)
    assert waits not in main_of(alice.get("/us/"))
    assert waits in main_of(bob.get("/us/"))


def test_who_began_is_not_said(place: str, alice: Person, bob: Person) -> None:
    bob.post(f"{place}lines/", do="begin")
    hers, his = (main_of(one.get(f"{place}lines/")) for one in (alice, bob))
    assert hers == his.replace("Alice", "Bob")
    assert heading_of(alice.get(f"{place}lines/")) == "Three lines each"


def test_begun_home_is_as_it_was(place: str, alice: Person, bob: Person) -> None:
    before = [bytes_of(alice.get(path)) for path in ("/us/", place)]
    bob.post(f"{place}lines/", do="begin")
    assert [bytes_of(alice.get(path)) for path in ("/us/", place)] == before


def test_there_is_a_week_to_write(
    place: str, alice: Person, bob: Person, hands: Hands
) -> None:
    alice.post(f"{place}lines/", do="begin")
    write(alice, place, "You came by train.")
    later(hands, 6, alice, bob)
    write(bob, place, "You cooked.")
    assert "You cooked." in lines(alice, place)


def test_after_a_week_the_first_line_can_be_given(
    place: str, alice: Person, bob: Person, hands: Hands
) -> None:
    alice.post(f"{place}lines/", do="begin")
    write(alice, place, "You came by train.")
    later(hands, 7, alice, bob)
    page = alice.get(f"{place}lines/")
    assert heading_of(page) == "Give Bob the first line anyway?"
    alice.post(f"{place}lines/", do="give")
    assert "You came by train." in main_of(bob.get(f"{place}thanks/"))


def test_no_others_begin_while_these_are_written(
    place: str, alice: Person, bob: Person
) -> None:
    alice.post(f"{place}lines/", do="begin")
    again = bob.post(f"{place}lines/", do="begin")
    assert again.status_code == 422
    assert "Write yours first." in main_of(again)


def test_others_begin_the_next_time_they_meet(
    place: str, alice: Person, bob: Person, hands: Hands
) -> None:
    alice.post(f"{place}lines/", do="begin")
    write(alice, place, "You came by train.")
    write(bob, place, "You cooked.")
    later(hands, 3, alice, bob)
    bob.post(f"{place}lines/", do="begin")
    assert heading_of(alice.get(f"{place}lines/")) == "Three lines each"
    alice.look(f"{place}lines/all/")
    assert "You cooked." in main_of(alice.get(f"{place}lines/all/"))


def test_a_day_that_nobody_began_takes_no_lines(place: str, alice: Person) -> None:
    answer = write(alice, place, "You came by train.")
    assert answer.status_code == 422
    assert "That day is over." in main_of(answer)


def test_partners_begin_nothing(alice: Person, bob: Person, carol: Person) -> None:
    from tests.web.cast import pair  # noqa: PLC0415  of another pair than here

    place = pair(Person("Dana"), carol)
    assert carol.post(f"{place}lines/", do="begin").status_code == 422


def test_there_is_no_sunday_to_remember(place: str, alice: Person) -> None:
    page = f"{place}lines/remember/"
    assert alice.client.get(page).status_code == 404
    assert alice.client.post(page, {"do": "file"}).status_code == 404
    assert "remember" not in main_of(alice.get(f"{place}lines/"))
