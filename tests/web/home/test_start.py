from __future__ import annotations

from tests.web.cast import Person, heading_of, main_of

from coequal.journal import models
from coequal.people.models import SessionRow


def test_the_first_page_says_in_one_line_what_this_is(alice: Person) -> None:
    page = alice.get("/")
    assert page.status_code == 200
    assert heading_of(page) == "See together who has a say in what, and who carries it."


def test_there_are_two_doors(alice: Person) -> None:
    text = main_of(alice.get("/"))
    assert "On my own" in text
    assert "With someone" in text


def test_reading_stores_nothing_and_gives_no_cookie_but_the_forms_token(
    alice: Person,
) -> None:
    for path in ("/", "/begin/two/", "/start-here/", "/who-can-read/", "/join/"):
        alice.get(path)
        assert set(alice.client.cookies) == {"t"}
    assert not alice.client.cookies["t"]["max-age"]
    assert not SessionRow.objects.exists()
    assert not models.Space.objects.exists()


def test_on_my_own_asks_whom_one_has_in_mind_without_an_account(
    alice: Person,
) -> None:
    page = alice.post("/begin/")
    assert alice.where == "/whom/"
    assert heading_of(page) == "Who is this about?"
    assert {"s", "h"} <= set(alice.client.cookies)


def test_with_someone_leads_to_both_ways(alice: Person) -> None:
    text = main_of(alice.get("/begin/two/"))
    assert "Answer first, then invite" in text
    assert "I was given a code" in text


def test_beginning_twice_goes_on_where_one_was(alice: Person) -> None:
    alice.begin()
    before = alice.client.cookies["s"].value
    alice.answer({"home.mine": 1})
    alice.begin()
    assert alice.where == "/answers/2/"
    assert alice.client.cookies["s"].value == before
    assert SessionRow.objects.count() == 1


def test_whoever_began_is_offered_to_go_on(alice: Person) -> None:
    offer = "Go on where you were"
    assert offer not in main_of(alice.get("/"))
    alice.begin()
    assert offer in main_of(alice.get("/"))


def test_the_first_page_is_the_same_for_everybody_who_has_not_begun(
    alice: Person, bob: Person
) -> None:
    assert main_of(alice.get("/")) == main_of(bob.get("/"))


def test_help_is_one_step_from_every_page_without_signing_in(alice: Person) -> None:
    assert b'href="/start-here/"' in alice.get("/").content
    assert "People to talk to, by country" in main_of(alice.get("/start-here/"))
