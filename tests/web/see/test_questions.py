from __future__ import annotations

import re

import pytest
from tests.web.cast import FORM, Person, heading_of, html_of, main_of

from coequal.content.load import content
from coequal.core.people import PairType
from coequal.journal import models
from coequal.web.see.question_page import half_way


@pytest.fixture
def here(alice: Person) -> Person:
    alice.begin()
    return alice


def before_on(person: Person, path: str) -> list[str]:
    """The values of the buttons marked as chosen before."""
    page = html_of(person.get(path))
    return re.findall(r'class="answer[^"]* before" name="a" value="([^"]*)"', page)


def test_one_tap_answers_and_moves_on(here: Person) -> None:
    first = heading_of(here.get("/answers/1/"))
    second = heading_of(here.post("/answers/1/", a=3))
    assert here.where == "/answers/2/"
    assert first != second


def test_every_step_of_the_scale_is_a_button_of_its_own(here: Person) -> None:
    page = html_of(here.get("/answers/1/"))
    item = FORM.item("home.mine")
    values = re.findall(r'<button class="answer[^>]* value="([^"]*)"', page)
    assert values == ["0", "1", "2", "3", "4", "na", "skip"]
    assert all(label in page for label in item.labels)


def test_a_wish_may_be_for_less(here: Person) -> None:
    here.post("/answers/3/", a=-2)
    assert before_on(here, "/answers/3/") == ["-2"]


def test_nothing_is_marked_before_anything_was_chosen(here: Person) -> None:
    assert before_on(here, "/answers/1/") == []


def test_back_shows_what_was_chosen_before(here: Person) -> None:
    page = html_of(here.post("/answers/1/", a=4))
    assert 'class="pill back" href="/answers/1/"' in page
    assert before_on(here, "/answers/1/") == ["4"]


def test_the_first_question_has_no_way_back(here: Person) -> None:
    page = html_of(here.get("/answers/1/"))
    assert 'class="pill back"' not in page


@pytest.mark.parametrize("aside", ["na", "skip"])
def test_one_may_step_aside_and_take_it_back(here: Person, aside: str) -> None:
    here.post("/answers/1/", a=aside)
    assert here.where == "/answers/2/"
    assert before_on(here, "/answers/1/") == [aside]
    here.post("/answers/1/", a=0)
    assert before_on(here, "/answers/1/") == ["0"]


def test_every_page_offers_both_ways_aside(here: Person) -> None:
    for number in range(1, len(FORM.pages) + 1):
        text = main_of(here.get(f"/answers/{number}/"))
        assert "Doesn’t apply" in text
        assert "Rather not say" in text


def test_an_answer_can_be_changed_any_number_of_times(here: Person) -> None:
    for value in (0, 4, 4, 2):
        here.post("/answers/1/", a=value)
        assert before_on(here, "/answers/1/") == [str(value)]


def test_giving_the_same_answer_again_writes_nothing(here: Person) -> None:
    here.post("/answers/1/", a=2)
    rows = models.StoredRow.objects.count()
    here.post("/answers/1/", a=2)
    assert models.StoredRow.objects.count() == rows


def test_an_answer_that_was_changed_can_no_longer_be_read(here: Person) -> None:
    here.post("/answers/1/", a=2)
    shares = models.Share.objects.count()
    here.post("/answers/1/", a=4)
    assert models.Share.objects.count() == shares


def test_resuming_goes_to_the_first_open_page(here: Person) -> None:
    here.answer({"home.mine": 1, "home.yours": "skip", "money.mine": 1})
    here.get("/answers/")
    assert here.where == "/answers/3/"


@pytest.mark.parametrize(
    "wrong", ["5", "-1", "", "two", "2.5", "NA", "1e0", "9" * 5000]
)
def test_what_no_button_sends_is_refused_and_nothing_is_written(
    here: Person, wrong: str
) -> None:
    rows = models.StoredRow.objects.count()
    page = here.post("/answers/1/", a=wrong)
    assert page.status_code == 422
    assert here.where == "/answers/1/"
    assert models.StoredRow.objects.count() == rows


def test_an_answer_that_is_refused_leaves_the_one_before(here: Person) -> None:
    here.post("/answers/1/", a=3)
    here.post("/answers/1/", a=5)
    assert before_on(here, "/answers/1/") == ["3"]


@pytest.mark.parametrize("number", [0, len(FORM.pages) + 1, 10**30])
def test_a_page_that_the_form_does_not_have_is_not_there(
    here: Person, number: int
) -> None:
    rows = models.StoredRow.objects.count()
    assert here.get(f"/answers/{number}/").status_code == 404
    assert here.post(f"/answers/{number}/", a=1).status_code == 404
    assert models.StoredRow.objects.count() == rows


def test_the_last_answer_leads_to_ones_own_picture(here: Person) -> None:
    here.answer({"home.mine": 1})
    here.post(f"/answers/{len(FORM.pages)}/", a=1)
    assert here.where == "/mine/"


def test_the_place_is_one_line_with_the_way_so_far(here: Person) -> None:
    page = here.get("/answers/7/")
    assert "Money, 3 of 4" in main_of(page)
    assert 'max="30" value="7" aria-label="7 of 30"' in " ".join(html_of(page).split())
    last = main_of(here.get(f"/answers/{len(FORM.pages)}/"))
    assert FORM.pages[-1].title in last
    assert f"{FORM.pages[-1].title}, 1" not in last


@pytest.mark.parametrize("kind", PairType)
def test_half_way_there_is_a_breath_before_a_part(kind: PairType) -> None:
    pages = content(kind).instrument.pages
    (at,) = {half_way(chapter) for chapter in content(kind).instrument.chapters} - {0}
    assert abs(2 * (at - 1) - len(pages)) <= 4
    assert pages[at - 1].title != pages[at - 2].title


def test_the_breath_is_there_once_and_costs_no_tap(here: Person) -> None:
    (number,) = {half_way(chapter) for chapter in FORM.chapters} - {0}
    breath = "Half way. Tea?"
    for other in range(1, len(FORM.pages) + 1):
        assert (breath in main_of(here.get(f"/answers/{other}/"))) is (other == number)
    here.post(f"/answers/{number}/", a=3)
    assert here.where == f"/answers/{number + 1}/"
    assert breath not in main_of(here.get(f"/answers/{number}/"))


def test_the_breath_promises_only_what_is_kept(here: Person) -> None:
    (number,) = {half_way(chapter) for chapter in FORM.chapters} - {0}
    kept = "Everything so far is saved."
    assert kept not in main_of(here.get(f"/answers/{number}/"))
    here.keep()
    assert kept in main_of(here.get(f"/answers/{number}/"))


def test_the_focus_begins_at_the_question_and_a_hint_comes_after_it(
    here: Person,
) -> None:
    html = " ".join(html_of(here.get("/answers/1/")).split())
    assert '<h1 tabindex="-1" autofocus>' in html
    assert 'class="ask" aria-describedby="hint"' in html
    assert html.index('value="skip"') < html.index('id="hint"')
    assert html.index("Leave this page") < html.index('class="ask"')
    keys = re.findall(r'value="(\w+)" aria-keyshortcuts="(\d)"', html)
    assert keys == [(str(value), str(value + 1)) for value in range(5)]


def test_every_question_says_who_can_read_the_answer(here: Person) -> None:
    opens = main_of(here.get("/answers/1/"))
    assert "until you choose to share it and you’re both ready" in opens
    for page in ("process.give_in", "process.say_no"):
        number = [one.id for one in FORM.pages].index(page) + 1
        text = main_of(here.get(f"/answers/{number}/"))
        assert "Nobody else’s pages ever show this answer." in text
    guess = main_of(here.get(f"/answers/{len(FORM.pages)}/"))
    assert "show your guess until you’ve both shared that part" in guess


def test_two_people_never_see_each_others_answers(here: Person, bob: Person) -> None:
    bob.begin()
    here.post("/answers/1/", a=3)
    assert before_on(bob, "/answers/1/") == []
