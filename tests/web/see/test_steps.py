from __future__ import annotations

import re

import pytest
from django.http import HttpResponse
from tests.web.cast import Person, bytes_of, heading_of, html_of, main_of
from tests.web.see.acts import (
    at_card,
    look,
    met,
    said_on,
    say,
)
from tests.worlds.snapshots import (
    once,
)

from coequal.core.see.joint_entries import STEP_LONGEST, THANKS_LONGEST

NOTHING_HERE = "Nothing is written here, and nothing has to be."
ANSWERS = say("home", mine=2, yours=2, wish=0)
HOSTILE = '<script>x</script></textarea>"{{ y }}%(z)s'
SHOWN = "&lt;script&gt;x&lt;/script&gt;&lt;/textarea&gt;&quot;{{ y }}%(z)s"


@pytest.fixture
def place(alice: Person, bob: Person) -> str:
    return before_the_last_card(alice, bob)


@once
def before_the_last_card(alice: Person, bob: Person) -> str:
    where = met(alice, bob, ANSWERS, ANSWERS)
    for someone in (alice, bob):
        at_card(someone, where, 4)
    return where


def card(person: Person, place: str) -> HttpResponse:
    return person.get(f"{place}cards/4/")


def step(person: Person, place: str, text: str = "", do: str = "say") -> HttpResponse:
    return person.post(f"{place}cards/step/", text=text, do=do)


def thank(person: Person, place: str, text: str = "", do: str = "say") -> HttpResponse:
    return person.post(f"{place}cards/thanks/", text=text, do=do)


def steps_on(page: HttpResponse) -> list[str]:
    return said_on(page)[0]


def thanks_on(page: HttpResponse) -> list[str]:
    return [text for lines in said_on(page)[1:] for text in lines]


def test_a_step_stands_there_for_both_at_once(
    place: str, alice: Person, bob: Person
) -> None:
    step(alice, place, "Ask before I fill our Saturday")
    assert alice.where == f"{place}cards/4/"
    expected = ["Ask before I fill our Saturday", NOTHING_HERE]
    assert steps_on(card(alice, place)) == expected
    assert steps_on(card(bob, place)) == expected


def test_both_steps_stand_in_the_order_of_seats(
    place: str, alice: Person, bob: Person
) -> None:
    step(bob, place, "Listen first")
    step(alice, place, "Ask first")
    for someone in (alice, bob):
        assert steps_on(card(someone, place)) == ["Ask first", "Listen first"]


def test_nothing_now_is_a_full_answer(place: str, alice: Person, bob: Person) -> None:
    assert "“Nothing now” is a full answer." in main_of(card(alice, place))
    step(alice, place, do="nothing")
    assert steps_on(card(bob, place)) == ["Nothing now.", NOTHING_HERE]


def test_first_the_step_is_asked_for_and_then_thanks(
    place: str, alice: Person, bob: Person
) -> None:
    for person in (alice, bob):
        assert "Say thank you" not in main_of(card(person, place))
    step(alice, place, do="nothing")
    page = main_of(card(alice, place))
    assert "Change my answer" in page
    assert "Say thank you" in page
    assert "Say thank you" not in main_of(card(bob, place))


def test_nothing_now_leaves_no_text_that_stood_in_the_field(
    place: str, alice: Person, bob: Person
) -> None:
    step(alice, place, "I was about to say", do="nothing")
    assert "I was about to say" not in main_of(card(bob, place))


def test_a_step_can_be_changed_and_the_former_one_is_gone(
    place: str, alice: Person, bob: Person
) -> None:
    for text in ("One", "Two", "Three"):
        step(alice, place, text)
        assert steps_on(card(bob, place)) == [text, NOTHING_HERE]
    step(alice, place, do="nothing")
    assert steps_on(card(bob, place)) == ["Nothing now.", NOTHING_HERE]


def test_a_step_taken_back_reads_like_one_never_written(
    place: str, alice: Person, bob: Person
) -> None:
    before = bytes_of(card(bob, place))
    step(alice, place, "One")
    step(alice, place, "Two")
    step(alice, place, do="back")
    assert bytes_of(card(bob, place)) == before
    assert "Take my answer back" not in main_of(card(alice, place))


def test_taking_back_what_was_never_said_is_fine(place: str, alice: Person) -> None:
    for send in (step, thank):
        assert send(alice, place, do="back").status_code == 200


def test_the_same_step_again_changes_nothing(place: str, alice: Person) -> None:
    step(alice, place, "One")
    before = bytes_of(card(alice, place))
    step(alice, place, "  One \r\n")
    assert bytes_of(card(alice, place)) == before


def test_a_step_of_the_longest_length_is_kept_whole(
    place: str, alice: Person, bob: Person
) -> None:
    text = "a" * STEP_LONGEST
    step(alice, place, text)
    assert steps_on(card(bob, place))[0] == text


def test_a_step_that_is_too_long_is_told_so_and_nothing_is_lost(
    place: str, alice: Person, bob: Person
) -> None:
    text = "b" * (STEP_LONGEST + 1)
    page = step(alice, place, text)
    assert page.status_code == 422
    assert f"This is {STEP_LONGEST + 1} characters long" in main_of(page)
    assert text in html_of(page)
    assert text not in html_of(card(bob, place))
    html = html_of(page)
    assert 'aria-invalid="true"' in html
    assert "maxlength" not in html


def test_a_longer_try_leaves_the_step_before_as_it_is(
    place: str, alice: Person
) -> None:
    step(alice, place, "One")
    step(alice, place, "c" * (STEP_LONGEST + 1))
    assert steps_on(card(alice, place))[0] == "One"


@pytest.mark.parametrize("text", ["", "   ", "\r\n\t"])
def test_an_empty_step_is_asked_for_again(place: str, alice: Person, text: str) -> None:
    page = step(alice, place, text)
    assert page.status_code == 422
    assert "press “Nothing now”" in main_of(page)
    assert steps_on(card(alice, place))[0] == NOTHING_HERE


def test_hostile_text_stays_text(place: str, alice: Person, bob: Person) -> None:
    step(alice, place, HOSTILE)
    thank(alice, place, HOSTILE)
    for someone in (alice, bob):
        html = html_of(card(someone, place))
        assert "<script>x" not in html
        assert f'<bdi translate="no">{SHOWN}</bdi>' in html
    assert html_of(card(alice, place)).count(SHOWN) == 4


def test_hostile_text_that_is_too_long_stays_text(place: str, alice: Person) -> None:
    for send in (step, thank):
        html = html_of(send(alice, place, HOSTILE * 30))
        assert "<script>x" not in html
        assert SHOWN in html


def test_thanks_are_one_line_and_both_read_them(
    place: str, alice: Person, bob: Person
) -> None:
    assert "Thank you both for looking." in main_of(card(alice, place))
    assert thanks_on(card(alice, place)) == []
    thank(alice, place, "Thank you\r\nfor the soup")
    assert thanks_on(card(bob, place)) == ["Thank you for the soup"]
    thank(bob, place, "And you")
    assert thanks_on(card(alice, place)) == ["Thank you for the soup", "And you"]


def test_thanks_can_be_changed_and_taken_back(
    place: str, alice: Person, bob: Person
) -> None:
    before = bytes_of(card(bob, place))
    thank(alice, place, "One")
    thank(alice, place, "Two")
    assert thanks_on(card(bob, place)) == ["Two"]
    thank(alice, place, do="back")
    assert bytes_of(card(bob, place)) == before


@pytest.mark.parametrize("text", ["", "d" * (THANKS_LONGEST + 1)])
def test_thanks_that_cannot_stand_are_told_so_and_nothing_is_lost(
    place: str, alice: Person, text: str
) -> None:
    page = thank(alice, place, text)
    assert page.status_code == 422
    assert f'value="{text}"' in html_of(page)
    assert thanks_on(card(alice, place)) == []


def test_no_step_is_said_before_the_last_card_is_turned(
    alice: Person, bob: Person
) -> None:
    place = met(alice, bob, ANSWERS, ANSWERS)
    look(alice, place)
    for send in (step, thank):
        send(alice, place, "Too early")
        assert alice.where == f"{place}cards/1/"
    assert "Too early" not in main_of(at_card(alice, place, 4))


def test_the_last_card_tells_nothing_of_where_the_other_is(
    alice: Person, bob: Person
) -> None:
    place = met(alice, bob, ANSWERS, ANSWERS)
    before = bytes_of(at_card(alice, place, 4))
    at_card(bob, place, 4)
    bob.post(f"{place}cards/4/", do="stop")
    assert bytes_of(card(alice, place)) == before
    bob.post(f"{place}cards/4/", do="next")
    assert bytes_of(card(alice, place)) == before


def test_a_step_bears_no_time(place: str, alice: Person, bob: Person) -> None:
    step(alice, place, "One")
    assert "<time" not in html_of(card(bob, place))


def test_ideas_stand_there_but_nothing_is_chosen(place: str, alice: Person) -> None:
    page = card(alice, place)
    assert heading_of(page) == "One small step each?"
    assert page.context["ideas"]
    assert steps_on(page) == [NOTHING_HERE, NOTHING_HERE]


def test_steps_are_still_there_when_one_comes_back(
    place: str, alice: Person, bob: Person
) -> None:
    step(alice, place, "One")
    bob.post(f"{place}cards/4/", do="next")
    assert steps_on(card(bob, place))[0] == "One"


@pytest.mark.parametrize("do", ["next", "stop"])
def test_words_not_shared_yet_come_back_with_another_button(
    place: str, alice: Person, bob: Person, do: str
) -> None:
    page = alice.post(f"{place}cards/4/", text="Ask first", do=do)
    assert page.status_code == 422
    told = "Your step isn’t shared yet. Share it, or empty the field to go on."
    assert told in main_of(page)
    assert "Ask first</textarea>" in html_of(page)
    assert steps_on(card(bob, place)) == [NOTHING_HERE, NOTHING_HERE]


@pytest.mark.parametrize("text", ["", "  ", "Ask  first\n"])
def test_an_empty_field_and_what_stands_let_one_go_on(
    place: str, alice: Person, text: str
) -> None:
    step(alice, place, "Ask first")
    alice.post(f"{place}cards/4/", text=text, do="next")
    assert alice.where == f"{place}picture/"
    assert steps_on(card(alice, place))[0] == "Ask first"


def test_a_change_not_shared_yet_comes_back_too(place: str, alice: Person) -> None:
    step(alice, place, "Ask first")
    page = alice.post(f"{place}cards/4/", text="Ask Bob first", do="stop")
    told = "Your change isn’t shared yet. Share it, or empty the field to go on."
    assert told in main_of(page)
    assert "Ask Bob first</textarea>" in html_of(page)


def test_the_filled_button_shares_first_and_then_goes_on(
    place: str, alice: Person
) -> None:
    def filled() -> list[str]:
        found = re.findall(
            r"<button([^>]*btn first[^>]*)>", html_of(card(alice, place))
        )
        return re.findall(r'value="(\w+)"', " ".join(found))

    assert filled() == ["say"]
    step(alice, place, do="nothing")
    assert filled() == ["next"]
