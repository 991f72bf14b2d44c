"""The small steps of the last card: in sight, looked back on, and perhaps kept."""

from __future__ import annotations

import re

import pytest
from tests.web.agree.test_looking_again import later
from tests.web.cast import Person, bytes_of, heading_of, html_of, main_of
from tests.web.conftest import Hands
from tests.web.pairs.test_leaving_a_pair import close
from tests.web.see.acts import looked
from tests.web.see.steps_acts import (
    HERS,
    HIS,
    TWO_WEEKS,
    answers,
    both_answer,
    refs,
    stepped,
)

from coequal.journal import clock

ASKED = "How did your small steps go?"
OPENED = "You’ve both looked back on your small steps."


@pytest.fixture
def place(alice: Person, bob: Person, hands: Hands) -> str:
    return stepped(alice, bob)


@pytest.fixture
def due(place: str, alice: Person, bob: Person, hands: Hands) -> str:
    """Their place, two weeks after the cards opened."""
    later(hands, TWO_WEEKS, alice, bob)
    return place


def steps(person: Person, place: str) -> str:
    return main_of(person.get(f"{place}steps/"))


def test_until_then_each_has_their_own_step_in_sight(
    place: str, alice: Person, bob: Person
) -> None:
    for person, own, other in ((alice, HERS, HIS), (bob, HIS, HERS)):
        home = main_of(person.get(place))
        assert f"Our small steps {own}" in home
        assert other not in home
        assert own in steps(person, place)
        assert other in steps(person, place)


def test_a_long_step_is_cut_on_the_home_and_whole_on_its_page(
    place: str, alice: Person
) -> None:
    text = "a word " * 30 + "end"
    alice.post(f"{place}cards/step/", do="say", text=text)
    home = main_of(alice.get(place))
    assert "a word a word" in home
    assert "end" not in home.partition("Our small steps")[2][:90]
    assert text in steps(alice, place)


def test_without_a_step_there_is_nothing_to_look_back_on(
    alice: Person, bob: Person, hands: Hands
) -> None:
    place = looked(alice, bob)
    alice.post(f"{place}cards/step/", do="nothing")
    later(hands, TWO_WEEKS, alice, bob)
    for person in (alice, bob):
        home = main_of(person.get(place))
        assert ASKED not in home
        assert "Our small steps" not in home
        assert "There’s no step here" in steps(person, place)


def test_two_weeks_later_both_are_asked_and_no_day_sooner(
    place: str, alice: Person, bob: Person, hands: Hands
) -> None:
    later(hands, TWO_WEEKS - clock.DAY, alice, bob)
    for person in (alice, bob):
        assert ASKED not in main_of(person.get(place))
        assert "each say how it went" in steps(person, place)
        assert answers(person, place, "yes").status_code == 422
    later(hands, clock.DAY, alice, bob)
    for person in (alice, bob):
        assert ASKED in main_of(person.get(place))
        assert heading_of(person.get(f"{place}steps/")) == ASKED


def test_after_six_weeks_it_is_asked_no_more(
    due: str, alice: Person, bob: Person, hands: Hands
) -> None:
    answers(alice, due, "yes")
    later(hands, 4 * 7 * clock.DAY, alice, bob)
    for person in (alice, bob):
        assert ASKED not in main_of(person.get(due))
        page = steps(person, due)
        assert "Send my answer" not in page
        assert HERS in page
        assert answers(person, due, "yes").status_code == 422


def test_not_now_folds_it_away_for_a_week(due: str, alice: Person) -> None:
    page = alice.get("/us/")
    assert heading_of(page) == ASKED
    lead = page.context["lead"]
    alice.post(
        "/us/", do="fold", thing=lead.thing, pair=due.strip("/").rpartition("/")[2]
    )
    assert heading_of(alice.get("/us/")) != ASKED


def test_i_say_how_mine_went_and_never_how_the_other_one_did(
    alice: Person, bob: Person, hands: Hands
) -> None:
    place = stepped(alice, bob, his="")
    later(hands, TWO_WEEKS, alice, bob)
    assert "Did yours happen?" in steps(alice, place)
    assert "Did yours happen?" not in steps(bob, place)
    answers(bob, place, "not yet")
    answers(alice, place, "yes")
    for person in (alice, bob):
        person.look(f"{place}steps/")
        page = steps(person, place)
        assert "It happened." in page
        assert "Not yet" not in page


def test_one_answer_changes_no_byte_for_the_other(
    due: str, alice: Person, bob: Person
) -> None:
    pages = (f"{due}steps/", due, "/us/", f"{due}copy/")
    before = [bytes_of(bob.get(page)) for page in pages]
    answers(alice, due, "partly", HERS, HIS)
    assert heading_of(alice.get(f"{due}steps/")) == "Your answer is safe."
    assert [bytes_of(bob.get(page)) for page in pages] == before
    alice.post(f"{due}steps/", do="back")
    assert heading_of(alice.get(f"{due}steps/")) == ASKED
    assert [bytes_of(bob.get(page)) for page in pages] == before


def test_a_home_reads_the_same_before_and_after_i_have_answered(
    due: str, alice: Person
) -> None:
    before = bytes_of(alice.get(due))
    answers(alice, due, "yes", HERS)
    assert bytes_of(alice.get(due)) == before


def test_what_i_said_is_still_there_to_read_and_change(due: str, alice: Person) -> None:
    answers(alice, due, "partly", HIS)
    page = html_of(alice.get(f"{due}steps/"))
    assert 'value="partly" checked' in page
    assert f'value="{refs(alice, due)[HIS]}" checked' in page
    assert page.count("checked") == 2
    answers(alice, due, "yes")
    page = html_of(alice.get(f"{due}steps/"))
    assert 'value="yes" checked' in page
    assert page.count("checked") == 1


def test_it_opens_for_both_as_facts_once_both_have_answered(
    due: str, alice: Person, bob: Person
) -> None:
    answers(alice, due, "yes")
    answers(bob, due, "not yet")
    for person in (alice, bob):
        assert OPENED in main_of(person.get(due))
        assert "It happened." not in steps(person, due)
        person.look(f"{due}steps/")
        page = steps(person, due)
        assert f"{HERS} It happened." in page
        assert f"{HIS} Not yet. What would help?" in page
        assert OPENED not in main_of(person.get(due))
        assert ASKED not in main_of(person.get(due))


def test_what_somebody_would_rather_not_say_stays_unsaid(
    due: str, alice: Person, bob: Person
) -> None:
    answers(alice, due, "")
    answers(bob, due, "yes")
    for person in (alice, bob):
        person.look(f"{due}steps/")
        assert f"{HERS} Bob {HIS} It happened." in steps(person, due)


def test_nothing_can_be_changed_after_it_opened(
    due: str, alice: Person, bob: Person
) -> None:
    both_answer(alice, bob, due, HERS)
    for sent in ({"happened": "not yet"}, {"do": "back"}):
        page = alice.post(f"{due}steps/", **sent)
        assert page.status_code == 422
        assert "You’ve both answered already." in main_of(page)
    assert "It happened." in steps(bob, due)


def test_it_stays_only_if_both_would_have_it_stay(
    due: str, alice: Person, bob: Person
) -> None:
    answers(alice, due, "yes", HERS, HIS)
    answers(bob, due, "yes", HIS)
    for person in (alice, bob):
        person.look(f"{due}steps/")
        kept = steps(person, due).partition("What you two keep")[2]
        assert HIS in kept
        assert HERS not in kept


def test_who_would_not_have_it_stay_is_told_to_nobody(
    due: str, alice: Person, bob: Person
) -> None:
    answers(alice, due, "yes", HERS)
    answers(bob, due, "yes")
    pages = []
    for person in (alice, bob):
        person.look(f"{due}steps/")
        pages.append(
            steps(person, due).replace("You and Bob", "").replace("You and Alice", "")
        )
        assert "What you two keep" not in pages[-1]
    assert pages[0] == pages[1]


def test_one_tick_alone_keeps_nothing(due: str, alice: Person, bob: Person) -> None:
    answers(alice, due, "yes", HERS)
    assert "What you two keep" not in steps(alice, due)


def test_either_lets_a_kept_step_go_alone_and_at_once(
    due: str, alice: Person, bob: Person
) -> None:
    both_answer(alice, bob, due, HERS, HIS)
    bob.post(f"{due}steps/", do="let go", ref=refs(bob, due)[HERS])
    for person in (alice, bob):
        kept = steps(person, due).partition("What you two keep")[2]
        assert HERS not in kept
        assert HIS in kept
    assert not main_of(alice.get(due)).count("missing")


def test_what_nobody_keeps_cannot_be_let_go(
    due: str, alice: Person, bob: Person
) -> None:
    both_answer(alice, bob, due)
    page = alice.post(f"{due}steps/", do="let go", ref="00")
    assert page.status_code == 422


def test_a_kept_step_is_left_when_its_author_takes_it_back(
    due: str, alice: Person, bob: Person
) -> None:
    both_answer(alice, bob, due, HERS)
    alice.post(f"{due}cards/step/", do="say", text="Other words")
    for person in (alice, bob):
        assert "What you two keep" not in steps(person, due)


def test_other_words_are_another_step_and_are_answered_anew(
    due: str, alice: Person, bob: Person
) -> None:
    answers(bob, due, "yes", HERS)
    alice.post(f"{due}cards/step/", do="say", text="Only ask on Sundays")
    assert heading_of(bob.get(f"{due}steps/")) == ASKED
    answers(alice, due, "yes", "Only ask on Sundays")
    assert heading_of(alice.get(f"{due}steps/")) == "Your answer is safe."
    answers(bob, due, "yes", "Only ask on Sundays")
    alice.look(f"{due}steps/")
    assert "Only ask on Sundays" in steps(alice, due).partition("What you two keep")[2]


def test_a_kept_step_begins_a_line_to_agree_on(
    due: str, alice: Person, bob: Person
) -> None:
    both_answer(alice, bob, due, HERS)
    for person, checked in ((alice, 2), (bob, 1)):
        page = html_of(person.get(f"{due}steps/"))
        where = page.partition(f'href="{due}agreed/new/')[2].partition('"')[0]
        form = html_of(person.get(f"{due}agreed/new/{where}"))
        assert HERS in form
        assert form.count("checked") == checked  # who wrote it says: I will


def test_what_is_kept_stays_listed_after_the_next_picture(
    due: str, alice: Person, bob: Person, hands: Hands
) -> None:
    both_answer(alice, bob, due, HERS)
    later(hands, 30 * clock.DAY, alice, bob)
    for person in (alice, bob):
        person.answer_again({"home.mine": 3, "money.mine": 1})
        person.be_ready(due, "home")
    for person in (alice, bob):
        assert HERS in steps(person, due).partition("What you two keep")[2]
        assert "What you picked at the cards" not in steps(person, due)


def test_after_closing_it_is_there_to_read_and_nothing_can_be_said(
    due: str, alice: Person, bob: Person
) -> None:
    both_answer(alice, bob, due, HERS)
    close(bob, due)
    page = steps(alice, due)
    assert HERS in page
    assert "Let it go" not in page
    kept = re.findall(r'name="ref" value="(\w+)"', html_of(alice.get(f"{due}steps/")))
    again = alice.post(f"{due}steps/", do="let go", ref=kept[0])
    assert "closed" in main_of(again)
    assert HERS in steps(alice, due)
