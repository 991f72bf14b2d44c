"""Weighing it apart: few taps, changeable, and closed until both are in."""

from __future__ import annotations

import pytest
from django.http import HttpResponse
from tests.web.cast import Person, bytes_of, heading_of, html_of, main_of
from tests.web.conftest import Hands
from tests.web.decide.acts import (
    OPTIONS,
    QUESTION,
    filled,
    marked,
    raised,
    weigh,
)

from coequal.core.decide.limits import FEWEST, MOST_OPTIONS, REASON_LONGEST
from coequal.journal import clock

MOST_TAPS = 7
IN = "Your answer is sent."
NOT_IN = "You haven’t answered yet."


@pytest.fixture
def where(place: str, alice: Person) -> str:
    return raised(alice, place)


def test_three_options_take_no_more_than_seven_taps(where: str, alice: Person) -> None:
    page = html_of(alice.get(where))
    assert f'href="{where}weigh/"' in page
    to_the_form, to_put_it_in = 1, 1
    fields = filled(alice, where, "4", "1", "3", stake="2")
    marks = [name for name in fields if name.startswith("score-") or name == "stake"]
    assert to_the_form + len(marks) + to_put_it_in <= MOST_TAPS
    sent = {name: fields[name] for name in ("list", *marks)}
    page = alice.post(f"{where}weigh/", **sent)
    assert IN in main_of(page)


def test_what_one_cannot_live_with_stands_apart_from_the_steps(
    where: str, alice: Person
) -> None:
    page = html_of(alice.get(f"{where}weigh/"))
    steps, _, apart = page.partition("<details")
    assert steps.count('class="seg seven"') == len(OPTIONS)
    assert 'name="cannot-' not in steps
    assert apart.count('type="checkbox" name="cannot-') == len(OPTIONS)
    assert apart.startswith("><summary>There’s one I can’t live with")
    weigh(alice, where, "6", "x", "3")
    page = html_of(alice.get(f"{where}weigh/"))
    assert "<details open><summary>There’s one I can’t live with" in page


def test_what_one_cannot_live_with_needs_no_step_and_keeps_none(
    where: str, alice: Person, bob: Person
) -> None:
    fields = filled(alice, where, "6", "x", "3")
    alice.post(f"{where}weigh/", **{**fields, "score-1": "5"})
    page = alice.get(f"{where}weigh/")
    assert list(marked(page).values()) == ["6", "x", "3", "1"]
    weigh(bob, where, "6", "6", "6")
    text = main_of(alice.post(where, do="look"))
    assert "With friends I can’t live with this Love it" in text


def test_the_other_sees_no_difference_whoever_is_in(
    where: str, alice: Person, bob: Person, place: str
) -> None:
    pages = (where, f"{where}weigh/", f"{place}decide/")
    before = [bytes_of(bob.get(path)) for path in pages]
    weigh(alice, where, "6", "1", "x", reason="I am tired.")
    assert [bytes_of(bob.get(path)) for path in pages] == before
    assert NOT_IN in main_of(bob.get(where))
    alice.post(f"{where}weigh/", do="withdraw")
    assert [bytes_of(bob.get(path)) for path in pages] == before


def test_what_i_put_in_is_marked_and_can_be_changed(
    where: str, alice: Person, bob: Person
) -> None:
    weigh(alice, where, "6", "1", "x", stake="3", reason="I am tired.")
    page = alice.get(f"{where}weigh/")
    assert list(marked(page).values()) == ["6", "1", "x", "3"]
    assert "I am tired." in html_of(page)
    weigh(alice, where, "0", "0", "6")
    assert list(marked(alice.get(f"{where}weigh/")).values()) == ["0", "0", "6", "1"]
    weigh(bob, where, "0", "0", "6")
    text = main_of(bob.post(where, do="look"))
    assert "Love it" in text
    assert "I am tired." not in text


def test_mine_can_be_taken_out_and_nothing_opens(
    where: str, alice: Person, bob: Person
) -> None:
    assert "Take my answer back" not in main_of(alice.get(f"{where}weigh/"))
    weigh(alice, where, "6", "1", "5")
    assert "Take my answer back" in main_of(alice.get(f"{where}weigh/"))
    assert NOT_IN in main_of(alice.post(f"{where}weigh/", do="withdraw"))
    assert NOT_IN in main_of(alice.post(f"{where}weigh/", do="withdraw"))
    assert IN in main_of(weigh(bob, where, "6", "1", "5"))
    assert marked(alice.get(f"{where}weigh/")) == {}


def test_changing_one_or_taking_it_out_leaves_mine_on_other_questions_in(
    place: str, alice: Person
) -> None:
    first, second = (raised(alice, place, text=text) for text in ("One?", "Two?"))
    for where in (first, second):
        weigh(alice, where, "6", "1", "5")
    weigh(alice, first, "0", "1", "5")
    assert IN in main_of(alice.get(second))
    alice.post(f"{first}weigh/", do="withdraw")
    assert IN in main_of(alice.get(second))


@pytest.mark.parametrize(
    "changed",
    [
        {"score-1": ""},
        {"score-1": "7"},
        {"score-1": "-1"},
        {"score-1": "\u00b2"},
        {"stake": ""},
        {"stake": "4"},
        {"reason": "x" * 301},
    ],
)
def test_bad_input_says_so_and_keeps_what_was_marked(
    where: str, alice: Person, changed: dict[str, str]
) -> None:
    fields = filled(alice, where, "4", "3", "x", stake="2", reason="I am tired.")
    page = alice.post(f"{where}weigh/", **{**fields, **changed})
    assert page.status_code == 422
    kept = {**fields, **changed}
    for name, said in marked(page).items():
        assert kept.get(name, "x") == said
    assert len(marked(page)) == 4 - len(changed.keys() - {"reason"})
    assert kept["reason"] in html_of(page)
    assert NOT_IN in main_of(alice.get(where))


def test_the_longest_ballot_there_can_be_is_put_in_and_read(
    place: str, alice: Person, bob: Person
) -> None:
    where = raised(alice, place, option3="")
    for number in range(MOST_OPTIONS - FEWEST):
        bob.post(where, do="add", text=f"Number {number}")
    # Letters of four bytes: none takes more.
    reason = "\N{BLUE HEART}" * REASON_LONGEST
    for person in (alice, bob):
        every = ("x",) * MOST_OPTIONS
        weigh(person, where, *every, stake="3", reason=reason)
    alice.post(where, do="look")
    assert main_of(alice.get(where)).count(reason) == 2


def test_a_changed_list_is_a_new_one_to_weigh(
    where: str, alice: Person, bob: Person
) -> None:
    weigh(alice, where, "6", "1", "x", stake="3")
    bob.post(where, do="add", text="In bed")
    text = main_of(alice.get(where))
    assert "There’s a new option." in text
    assert IN not in text
    page = alice.get(f"{where}weigh/")
    assert list(marked(page).values()) == ["6", "1", "x", "3"]
    assert "Take my answer back" in main_of(page)
    assert IN in main_of(weigh(bob, where, "6", "1", "5", "2"))
    page = weigh(alice, where, "6", "1", "x", "0")
    assert "You’ve both answered." in main_of(page)


def test_a_list_that_changed_while_i_weighed_is_read_once_more(
    where: str, alice: Person, bob: Person
) -> None:
    fields = filled(alice, where, "6", "1", "x", stake="3", reason="I am tired.")
    bob.post(where, do="add", text="In bed")
    page = alice.post(f"{where}weigh/", **fields)
    assert page.status_code == 422
    assert (
        "There’s a new option. Have another look and send your answer again."
        in main_of(page)
    )
    assert "In bed" in main_of(page)
    assert "I am tired." in html_of(page)
    assert list(marked(page).values()) == ["6", "1", "x", "3"]
    assert NOT_IN in main_of(alice.get(where))


def test_a_mark_stays_with_its_option_however_the_list_grows(
    where: str, alice: Person, bob: Person, hands: Hands
) -> None:
    bob.post(where, do="add", text="In bed")
    fields = filled(alice, where, "0", "0", "0", "4", stake="2")
    hands.forward(-1)
    for option in ("In a tent", "On a roof"):
        bob.post(where, do="add", text=option)
    page = alice.post(f"{where}weigh/", **fields)
    assert options_marked(page, "4") == ["In bed"]
    weigh(alice, where, "0", "1", "2", "5", "x", "6", stake="2")
    page = alice.get(f"{where}weigh/")
    hands.forward(-1)
    bob.post(where, do="add", text="Under a bridge")
    later = alice.get(f"{where}weigh/")
    for said in ("5", "x", "6"):
        assert options_marked(page, said) == options_marked(later, said) != []


def options_marked(page: HttpResponse, said: str) -> list[str]:
    """The options that are given this."""
    return [
        one.text
        for one in page.context["options"]
        if said in [*(step.value for step in one.steps if step.picked), "x" * one.off]
    ]


def test_an_option_that_stands_is_not_added_and_is_kept_as_typed(
    where: str, alice: Person
) -> None:
    page = alice.post(where, do="add", text="at  HOME")
    assert page.status_code == 422
    assert "That option is there already." in main_of(page)
    assert 'value="at  HOME"' in html_of(page)
    for number in range(5):
        assert alice.post(where, do="add", text=f"Number {number}").status_code == 200
    assert "One more option" not in main_of(alice.get(where))
    assert "There’s room for 8 options." in main_of(
        alice.post(where, do="add", text="Ninth")
    )


def test_once_it_opened_nothing_is_changed_any_more(
    where: str, alice: Person, bob: Person
) -> None:
    fields = filled(alice, where, "0", "0", "0")
    for someone in (alice, bob):
        weigh(someone, where, "6", "1", "5")
    for sent in (fields, {"do": "withdraw"}):
        assert heading_of(alice.post(f"{where}weigh/", **sent)) == QUESTION
        assert alice.where == where
    alice.get(f"{where}weigh/")
    assert alice.where == where
    page = alice.post(where, do="add", text="In bed")
    assert "You’ve both answered already." in main_of(page)
    text = main_of(bob.post(where, do="look"))
    assert text.count("Happy") == 2
    assert all(option in text for option in OPTIONS)


def test_a_day_that_is_over_opens_nothing_and_lets_mine_be_taken_out(
    place: str, alice: Person, bob: Person, hands: Hands
) -> None:
    where = raised(alice, place, until="2999-12-31")
    fields = filled(bob, where, "4", "1", "3")
    weigh(alice, where, "6", "1", "5")
    seen = main_of(bob.get(where))
    hands.forward(1000 * 366 * clock.DAY)
    for someone in (alice, bob):
        someone.sign_in()
    assert "Rate the options" in seen
    text = main_of(bob.get(where))
    assert "The time to answer is over. What you said stays hidden." in text
    assert "Rate the options" not in text
    bob.get(f"{where}weigh/")
    assert bob.where == where
    page = bob.post(f"{where}weigh/", **fields)
    assert "The time to answer is over." in main_of(page)
    assert bob.post(where, do="add", text="In bed").status_code == 422
    assert "Take my answer back" not in main_of(bob.get(where))
    assert "Take my answer back" in main_of(alice.get(where))
    alice.post(f"{where}weigh/", do="withdraw")
    assert "Take my answer back" not in main_of(alice.get(where))
    listed = main_of(bob.get(f"{place}decide/"))
    assert "Time is up" in listed
    assert "You haven’t answered yet." not in listed
    assert "hidden until you’ve both answered." not in listed
