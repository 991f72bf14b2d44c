"""A sheet for each person somebody has in mind, and a form for what they are."""

from __future__ import annotations

import re

import pytest
from tests.web.cast import (
    FORM,
    Person,
    bytes_of,
    heading_of,
    html_of,
    invited,
    join,
    main_of,
    met,
    number_of,
    pair,
)

from coequal.content.load import content
from coequal.core.people import PairType
from coequal.journal import models

FRIENDS = content(PairType.FRIENDS).instrument
TYPES = [pair.value for pair in PairType]


@pytest.fixture
def here(alice: Person) -> Person:
    """Alice, who has begun and has nobody in mind yet."""
    alice.post("/begin/")
    return alice


def offered(person: Person, place: str) -> list[str]:
    page = person.get(f"{place}choose/")
    return [part.value for part in page.context["parts"]]


def before_on(person: Person, path: str) -> list[str]:
    page = html_of(person.get(path))
    return re.findall(r'class="answer[^"]* before" name="a" value="([^"]*)"', page)


def joined(alice: Person, bob: Person, pair: str = "partners") -> str:
    """Let Bob, as he is, join the invitation of Alice; return their place."""
    alice.post("/begin/")
    alice.keep()
    code = invited(alice, pair=pair)
    place = alice.where
    join(bob, code)
    met(alice, place)
    return place


def test_five_types_are_there_to_choose(here: Person) -> None:
    page = html_of(here.get("/whom/"))
    offered = re.findall(r'name="pair" value="([^" ]*)[^"]*"', page)
    assert list(dict.fromkeys(offered)) == TYPES
    assert len(TYPES) == 5


@pytest.mark.parametrize("pair", TYPES)
def test_one_tap_leads_to_the_first_question_of_that_form(
    here: Person, pair: str
) -> None:
    page = here.has_in_mind(pair)
    assert here.where == "/answers/1/"
    form = content(PairType(pair)).instrument
    assert form.pages[0].text in main_of(page)


@pytest.mark.parametrize("wrong", ["", "strangers", "PARTNERS", "partners "])
def test_a_type_that_no_button_sends_makes_no_sheet(here: Person, wrong: str) -> None:
    page = here.has_in_mind(wrong)
    assert page.status_code == 422
    assert heading_of(page) == "Who is this about?"
    assert not models.StoredRow.objects.exists()


def test_the_same_tap_again_goes_on_where_one_was(here: Person) -> None:
    here.has_in_mind("friends")
    here.post("/answers/1/", a=3)
    rows = models.StoredRow.objects.count()
    here.has_in_mind("friends")
    assert here.where == "/answers/2/"
    assert models.StoredRow.objects.count() == rows


def test_a_second_person_in_mind_gets_a_sheet_of_their_own(here: Person) -> None:
    here.has_in_mind("partners")
    first = here.client.sheet
    here.has_in_mind("flatmates")
    assert here.client.sheet != first
    page = here.get("/answers/")
    assert here.where == "/answers/"
    assert "Partners" in main_of(page)
    assert "Flatmates" in main_of(page)
    assert f'href="/answers/{first}/"' in html_of(page)


def test_a_second_partner_is_another_sheet_once_the_first_is_joined(
    alice: Person, bob: Person
) -> None:
    pair(alice, bob)
    first = alice.client.sheet
    alice.answer({"home.mine": 4})
    alice.has_in_mind("partners")
    assert alice.client.sheet != first
    assert before_on(alice, "/answers/1/") == []
    assert "Bob Partners" in main_of(alice.get("/answers/"))


def test_with_one_sheet_the_answers_lead_right_to_it(here: Person) -> None:
    here.has_in_mind("siblings")
    here.get("/answers/")
    assert here.where == "/answers/1/"


def test_with_no_sheet_the_answers_lead_to_whom_one_has_in_mind(here: Person) -> None:
    here.get("/answers/")
    assert here.where == "/whom/"


def test_answers_of_one_sheet_never_show_on_another(here: Person) -> None:
    here.has_in_mind("partners")
    here.answer({"home.mine": 4, "process.raise": 1})
    first = here.client.sheet
    here.has_in_mind("friends")
    for number in range(1, len(FRIENDS.pages) + 1):
        assert before_on(here, f"/answers/{number}/") == []
    here.answer({"process.raise": 3}, FRIENDS)
    here.client.sheet = first
    assert before_on(here, f"/answers/{number_of('process.raise')}/") == ["1"]
    assert [area.title for area in here.get("/mine/").context["areas"]] == ["Home"]


SHEET_PAGES = ["/answers/{}/", "/answers/{}/short/1/", "/mine/{}/"]


@pytest.mark.parametrize("path", SHEET_PAGES)
def test_the_sheet_of_somebody_else_reads_like_one_that_is_nowhere(
    alice: Person, carol: Person, path: str
) -> None:
    alice.begin()
    alice.answer({"home.mine": 4})
    theirs, nowhere = (
        carol.client.get(path.format(sheet))
        for sheet in (alice.client.sheet, "00112233445566778899aabbccddeeff")
    )
    assert theirs.status_code == nowhere.status_code == 404
    assert bytes_of(theirs) == bytes_of(nowhere)
    refused = carol.client.post(path.format(alice.client.sheet), {"a": 1})
    assert refused.status_code == (404 if "short" in path else 405)
    assert before_on(alice, "/answers/1/") == ["4"]


def test_further_chapters_are_offered_after_the_short_form(here: Person) -> None:
    here.has_in_mind("partners")
    here.answer_all()
    page = here.get("/answers/")
    assert heading_of(page) == "Your answers"
    titles = [one.title for one in FORM.chapters if one.id != "short"]
    assert [one.title for one in page.context["chapters"]] == titles
    html = html_of(page)
    for chapter in ("more", "factors", "good"):
        assert f'href="/answers/{chapter}/1/"' in html


@pytest.mark.parametrize("chapter", ["more", "factors", "good"])
def test_a_further_chapter_can_be_answered_and_changed(
    here: Person, chapter: str
) -> None:
    here.has_in_mind("partners")
    here.post(f"/answers/{chapter}/1/", a=1)
    assert here.where == f"/answers/{chapter}/2/"
    here.post(f"/answers/{chapter}/1/", a=0)
    assert before_on(here, f"/answers/{chapter}/1/") == ["0"]
    (length,) = [len(one.pages) for one in FORM.chapters if one.id == chapter]
    here.post(f"/answers/{chapter}/{length}/", a=1)
    assert here.where == "/mine/"


@pytest.mark.parametrize(
    "path", ["other/1", "more/0", "more/19", "factors/7", "good/5"]
)
def test_a_chapter_or_page_that_is_not_in_the_form_is_not_there(
    here: Person, path: str
) -> None:
    here.has_in_mind("partners")
    assert here.get(f"/answers/{path}/").status_code == 404
    assert here.post(f"/answers/{path}/", a=1).status_code == 404


def test_further_chapters_count_as_parts_to_open(alice: Person, bob: Person) -> None:
    place = pair(alice, bob)
    alice.answer({"home.mine": 2, "work.mine": 3, "good.glad": 4})
    assert offered(alice, place) == ["home", "work", "good"]
    alice.be_ready(place, "work", "good")
    assert alice.where == f"{place}ready/"


def test_what_is_answered_after_joining_stands_on_the_sheet_of_that_pair(
    alice: Person, bob: Person
) -> None:
    bob.post("/begin/")
    bob.keep()
    place = joined(alice, bob)
    assert offered(bob, place) == []
    bob.post(f"{place}answer/")
    assert bob.where == "/answers/1/"
    bob.answer({"home.mine": 4, "money.mine": 2})
    assert offered(bob, place) == ["home", "money"]
    assert "Alice" not in main_of(bob.get("/whom/"))


def test_beginning_after_joining_is_about_that_pair_too(
    alice: Person, bob: Person
) -> None:
    bob.post("/begin/")
    bob.keep()
    place = joined(alice, bob)
    bob.get("/answers/")
    bob.answer({"home.mine": 4})
    assert offered(bob, place) == ["home"]


def test_the_type_that_the_inviter_chose_decides_the_form(
    alice: Person, bob: Person
) -> None:
    bob.post("/begin/")
    bob.keep()
    place = joined(alice, bob, "friends")
    for someone in (alice, bob):
        page = someone.post(f"{place}answer/")
        assert FRIENDS.pages[0].text in main_of(page)
        someone.answer({"touch.mine": 3, "paying.mine": 1}, FRIENDS)
        assert offered(someone, place) == ["touch", "paying"]


def test_answers_given_as_another_type_do_not_count(alice: Person, bob: Person) -> None:
    bob.post("/begin/")
    bob.has_in_mind("friends")
    bob.answer({"touch.mine": 3, "process.raise": 2}, FRIENDS)
    bob.keep()
    place = joined(alice, bob, "partners")
    assert offered(bob, place) == []
    page = bob.post(f"{place}answer/")
    assert FORM.pages[0].text in main_of(page)
    assert before_on(bob, f"/answers/{number_of('process.raise')}/") == []
    bob.answer({"home.mine": 1})
    assert offered(bob, place) == ["home"]


def test_answers_given_as_another_type_stay_within_reach(
    alice: Person, bob: Person
) -> None:
    bob.post("/begin/")
    bob.has_in_mind("friends")
    bob.answer({"touch.mine": 3}, FRIENDS)
    bob.keep()
    place = joined(alice, bob, "partners")
    bob.post(f"{place}answer/")
    listed = bob.client.get("/answers/").context["sheets"]
    assert {one["type"] for one in listed} == {"Partners", "Friends"}
    (friends,) = [one["id"] for one in listed if one["type"] == "Friends"]
    page = bob.client.get(f"/answers/{friends}/short/1/")
    assert [c.value for c in page.context["page"].choices if c.before] == [3]


def test_having_a_friend_in_mind_leaves_a_partners_sheet_to_come_alone(
    alice: Person, bob: Person
) -> None:
    bob.post("/begin/")
    bob.keep()
    place = joined(alice, bob, "partners")
    bob.has_in_mind("friends")
    bob.answer({"touch.mine": 3}, FRIENDS)
    assert offered(bob, place) == []
    bob.post(f"{place}answer/")
    assert len(bob.client.get("/answers/").context["sheets"]) == 2
