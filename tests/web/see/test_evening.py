from __future__ import annotations

from itertools import pairwise

import pytest
from django.http import HttpResponse
from tests.web.cast import Person, bytes_of, heading_of, html_of, invited, main_of, pair
from tests.web.see.acts import (
    all_of_it,
    met,
    people_on,
    said_on,
    say,
)

from coequal.core.see.joint_entries import EVENING_LONGEST

NONE = "No suggestion yet."
ANSWERS = say("home", mine=2, yours=2)


def suggest(person: Person, place: str, text: str) -> HttpResponse:
    return person.post(f"{place}evening/", text=text, do="say")


def suggested(person: Person, place: str) -> list[str]:
    (lines,) = said_on(person.get(f"{place}evening/"))
    return lines


def test_either_may_suggest_an_evening_and_both_read_it(
    place: str, alice: Person, bob: Person
) -> None:
    assert suggested(alice, place) == [NONE, NONE]
    suggest(alice, place, "Friday after supper")
    assert alice.where == f"{place}evening/"
    assert suggested(bob, place) == ["Friday after supper", NONE]
    suggest(bob, place, "Sunday, early")
    for someone in (alice, bob):
        assert suggested(someone, place) == ["Friday after supper", "Sunday, early"]
        page = someone.get(f"{place}evening/")
        assert people_on(page) == [["Alice", "Bob"]]


def test_the_latest_of_each_stands(place: str, alice: Person, bob: Person) -> None:
    for text in ("Friday", "Saturday", "Friday"):
        suggest(alice, place, text)
        assert suggested(bob, place) == [text, NONE]


def test_a_suggestion_taken_back_reads_like_none(
    place: str, alice: Person, bob: Person
) -> None:
    before = bytes_of(bob.get(f"{place}evening/"))
    suggest(alice, place, "Friday")
    suggest(alice, place, "Saturday")
    alice.post(f"{place}evening/", do="back")
    assert bytes_of(bob.get(f"{place}evening/")) == before
    assert "Take it back" not in main_of(alice.get(f"{place}evening/"))


def test_it_is_the_same_page_whether_or_not_the_other_is_ready(
    place: str, alice: Person, bob: Person
) -> None:
    alice.answer({**ANSWERS, "plans.mine": 2})
    bob.answer({**ANSWERS, "plans.mine": 2})
    pages = [bytes_of(alice.get(f"{place}evening/"))]
    bob.be_ready(place, "home")
    pages.append(bytes_of(alice.get(f"{place}evening/")))
    bob.post(f"{place}not-ready/")
    pages.append(bytes_of(alice.get(f"{place}evening/")))
    bob.be_ready(place, "home")
    alice.be_ready(place, "home")
    pages.append(bytes_of(alice.get(f"{place}evening/")))
    all_of_it(bob, place)
    pages.append(bytes_of(alice.get(f"{place}evening/")))
    assert all(one == other for one, other in pairwise(pages))


def test_it_can_be_suggested_before_and_after_being_ready_and_after_looking(
    alice: Person, bob: Person
) -> None:
    place = pair(alice, bob)
    alice.answer({**ANSWERS, "plans.mine": 2})
    bob.answer({**ANSWERS, "plans.mine": 2})
    suggest(bob, place, "Before")
    alice.be_ready(place, "home")
    suggest(alice, place, "While ready")
    bob.be_ready(place, "home")
    all_of_it(alice, place)
    suggest(alice, place, "Again in autumn")
    assert suggested(bob, place) == ["Again in autumn", "Before"]


def test_suggesting_makes_nobody_ready(place: str, alice: Person, bob: Person) -> None:
    for someone in (alice, bob):
        suggest(someone, place, "Now")
    assert heading_of(alice.get(place)) == "Your four cards come next."


def test_the_longest_text_is_kept_and_a_longer_one_is_not_lost(
    place: str, alice: Person, bob: Person
) -> None:
    longest = "e" * EVENING_LONGEST
    suggest(alice, place, longest)
    assert suggested(bob, place)[0] == longest
    longer = "f" * (EVENING_LONGEST + 1)
    page = suggest(alice, place, longer)
    assert page.status_code == 422
    assert f"This is {EVENING_LONGEST + 1} characters long" in main_of(page)
    assert f'value="{longer}"' in html_of(page)
    assert "maxlength" not in html_of(page)
    assert suggested(bob, place)[0] == longest


@pytest.mark.parametrize("text", ["", " \r\n "])
def test_an_empty_suggestion_is_asked_for_again(
    place: str, alice: Person, text: str
) -> None:
    page = suggest(alice, place, text)
    assert page.status_code == 422
    assert "or leave it" in main_of(page)


def test_hostile_text_stays_text(place: str, alice: Person, bob: Person) -> None:
    suggest(alice, place, '<img src=x>"{{ y }}')
    for someone in (alice, bob):
        html = html_of(someone.get(f"{place}evening/"))
        assert "<img" not in html
        assert "&lt;img src=x&gt;&quot;{{ y }}" in html


def test_there_is_no_calendar_and_no_time_on_it(
    place: str, alice: Person, bob: Person
) -> None:
    suggest(alice, place, "Friday")
    html = html_of(bob.get(f"{place}evening/"))
    for one in ("<time", 'type="date', 'type="time', "<select"):
        assert one not in html


def test_to_a_stranger_no_evening_is_there(
    place: str, alice: Person, carol: Person
) -> None:
    suggest(alice, place, "Friday")
    assert carol.get(f"{place}evening/").status_code == 404
    assert suggest(carol, place, "Friday").status_code == 404


def test_before_both_are_here_there_is_no_place_to_suggest_in(alice: Person) -> None:
    alice.begin()
    alice.keep()
    invited(alice)
    assert alice.get(f"{alice.where}evening/").status_code == 404


def test_the_moment_it_is_open_one_may_choose_another_evening(
    alice: Person, bob: Person
) -> None:
    place = met(alice, bob, ANSWERS, ANSWERS)
    page = alice.get(f"{place}look/")
    assert heading_of(page) == "You’ve both tapped."
    assert f'href="{place}evening/"' in html_of(page)
