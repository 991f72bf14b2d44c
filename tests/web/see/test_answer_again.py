from __future__ import annotations

import pytest
from tests.web.cast import Person, heading_of, html_of, main_of, page_of
from tests.web.conftest import Hands

from coequal.content.load import content
from coequal.core.people import PairType
from coequal.core.see.answers import Value
from coequal.core.see.change import HEARD
from coequal.core.see.entries import Answer, Sitting
from coequal.journal import clock
from coequal.people import sessions
from coequal.people.sessions import Session
from coequal.web import sheets
from coequal.web.see import answers_store

AGAIN = "/answers/again/"
MONTH = 31 * clock.DAY
BACK = "Go back to my earlier answers"

SAID = content(PairType.PARTNERS).instrument.item("home.mine").wording


@pytest.fixture
def here(alice: Person, hands: Hands) -> Person:
    """Alice has answered all of it, and keeps it; some months go by."""
    hands.at = 1_775_000_000  # late in March 2026
    alice.begin()
    alice.keep()
    alice.answer_all(1)
    hands.forward(5 * MONTH)
    alice.sign_in()
    return alice


def everywhere(ask: str, value: int) -> dict[str, Value]:
    """The same answer to one question in every area of the short form."""
    areas = ("home", "money", "free_time", "people", "plans")
    return {f"{area}.{ask}": value for area in areas}


def before_marks(person: Person, item: str) -> bool:
    page = person.get(page_of(item))
    return 'class="was"' in html_of(page)


def test_it_says_calmly_what_answering_again_is(here: Person) -> None:
    page = here.get(AGAIN)
    assert heading_of(page) == "Answer again"
    assert "Your earlier answers stay as they are" in main_of(page)
    assert "It shows most after a few months." in main_of(page)


def test_both_the_list_of_answers_and_the_address_lead_there(here: Person) -> None:
    page = here.get("/answers/")
    assert "Answer all of it again" in main_of(page)
    assert AGAIN in html_of(page)


def test_one_begins_with_a_clean_page(here: Person) -> None:
    assert before_marks(here, "home.mine")
    here.post(AGAIN)
    assert here.where == "/answers/1/"
    assert not before_marks(here, "home.mine")


def test_while_something_is_still_to_answer_one_is_led_on(alice: Person) -> None:
    alice.begin()
    alice.answer({"home.mine": 1})
    for ask in (alice.get, alice.post):
        ask(AGAIN)
        assert alice.where == "/answers/2/"
    alice.answer({"home.mine": 2})
    assert "Then and now" not in main_of(alice.get("/mine/all/"))


def test_pressed_twice_it_begins_once(here: Person) -> None:
    here.post(AGAIN)
    here.post(AGAIN)
    assert here.where == "/answers/1/"
    here.post(AGAIN, do="back")
    assert before_marks(here, "home.mine")


def test_one_may_go_back_while_nothing_is_answered(here: Person) -> None:
    page = here.post(AGAIN)
    assert BACK in main_of(page)
    assert BACK in main_of(here.get(AGAIN))
    here.post(AGAIN, do="back")
    assert heading_of(here.get("/answers/")) == "Your answers"
    assert before_marks(here, "home.mine")
    assert "Then and now" not in main_of(here.get("/mine/all/"))


def test_once_something_is_answered_there_is_no_way_back(here: Person) -> None:
    here.answer_again({"home.mine": 3})
    assert BACK not in main_of(here.get(page_of("home.yours")))
    here.post(AGAIN, do="back")
    assert before_marks(here, "home.mine")
    assert "Then and now" in main_of(here.get("/mine/all/"))


def test_in_the_first_sitting_there_is_nothing_to_go_back_to(here: Person) -> None:
    here.post(AGAIN, do="back")
    assert heading_of(here.get("/answers/")) == "Your answers"


def test_ones_own_picture_shows_then_and_now(here: Person) -> None:
    here.answer_again(everywhere("mine", 4) | everywhere("yours", 1) | {"home.wish": 0})
    text = main_of(here.get("/mine/all/"))
    assert "Before: March 2026. Now: September 2026." in text
    assert (
        "All areas together: compared with your partner, "
        "you decide more than in March 2026, as you see it."
    ) in text
    before = "Before: a little for yourself, a little for your partner."
    assert before in main_of(here.get("/mine/"))


def test_a_small_move_is_no_change(here: Person) -> None:
    here.answer_again({"home.mine": 2, "home.yours": 1})
    text = main_of(here.get("/mine/all/"))
    assert "No answer moved more than it might from one day to the next." in text
    assert "So where a word differs from last time, that may be chance." in text


def test_what_the_other_has_may_change_too(here: Person) -> None:
    here.answer_again(everywhere("yours", 4) | everywhere("mine", 1))
    text = main_of(here.get("/mine/all/"))
    assert (
        "All areas together: compared with you, "
        "your partner decides more than in March 2026, as you see it."
    ) in text


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (4, "You feel more heard than in March 2026."),
        (0, "You feel less heard than in September 2026. What would help?"),
    ],
)
def test_one_is_told_that_one_feels_more_or_less_heard(
    here: Person, said: int, told: str
) -> None:
    if said == 0:
        here.post(AGAIN)
        here.answer_all(4)
    here.answer_again(dict.fromkeys(HEARD, said))
    text = main_of(here.get("/mine/all/"))
    assert told in text
    assert "three questions: bringing things up" in text


def test_with_nothing_in_common_there_is_nothing_to_compare(here: Person) -> None:
    here.answer_again({"process.last_word": 4})
    text = main_of(here.get("/mine/all/"))
    assert "There’s nothing to compare this time." in text
    assert "No question was answered both times." in text


def test_the_figure_says_aloud_what_was_said_before(here: Person) -> None:
    here.answer_again({"home.mine": 4})
    (area,) = here.get("/mine/all/").context["areas"]
    assert "Your say: the final word. Before: a little." in area.figure
    labels = [row.label for row in area.rows]
    assert labels[2:] == ["Your say, before", "Your partner’s say, before"]


def test_a_third_sitting_is_compared_with_the_second(here: Person) -> None:
    for value in (4, 0):
        here.post(AGAIN)
        here.answer_all(value)
    (first, *_) = here.get("/mine/all/").context["areas"]
    assert "Before: the final word for yourself" in first.caption


def test_forms_of_another_type_keep_their_sittings_apart(here: Person) -> None:
    here.answer_again({"home.mine": 3})
    own = _visit(here).own
    (sheet,) = sheets.all_of(own)
    answers_store.turn_into(own, sheet.id, PairType.FRIENDS)
    apart = next(one for one in sheets.all_of(own) if one.id != sheet.id)
    assert apart.pair == sheet.pair
    assert answers_store.sitting(own, apart) == 2
    assert answers_store.given(own, apart, 1)[SAID] == 1
    assert answers_store.given(own, apart) == {SAID: 3}


def _visit(person: Person) -> Session:
    found = sessions.find(bytes.fromhex(person.client.cookies["s"].value))
    assert found is not None
    return found


def test_the_first_sitting_needs_no_entry_of_its_own(here: Person) -> None:
    session = _visit(here)
    assert session.own.read(Sitting) == []
    here.answer_again({"home.mine": 3})
    numbers = {one.entry.sitting for one in session.own.read(Answer)}
    assert numbers == {1, 2}
