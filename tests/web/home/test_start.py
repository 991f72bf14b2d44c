from __future__ import annotations

import re

from tests.web.cast import Person, heading_of, html_of, main_of

from coequal.content.load import content
from coequal.core.people import PairType
from coequal.journal import models
from coequal.people.models import SessionRow

FILLED = re.compile(r'class="btn first"')


def test_the_first_page_says_what_for_whom_and_why(alice: Person) -> None:
    page = alice.get("/")
    assert page.status_code == 200
    assert heading_of(page) == "Who decides what, between you two?"
    for said in ("For partners, friends, family, flatmates.", "on your own", "opens"):
        assert said in main_of(page)


def test_one_way_on_is_filled_and_one_is_quieter(alice: Person) -> None:
    page = alice.get("/")
    assert len(FILLED.findall(html_of(page))) == 1
    text = main_of(page)
    assert text.index("Start on my own") < text.index("We’re both here")


def test_it_says_how_many_questions_there_are(alice: Person) -> None:
    for pair in PairType:
        assert len(content(pair).instrument.pages) == 30
    assert "30 quick questions" in main_of(alice.get("/"))


def test_an_example_is_one_tap_away_and_is_the_card_that_stands_there(
    alice: Person, bob: Person
) -> None:
    shown = main_of(alice.get("/"))
    card = bob.post("/try/", pair="partners", to="cards")
    assert re.fullmatch(r"/us/\w{32}/cards/1/", bob.where)
    card = bob.get(bob.where.replace("/1/", "/2/"))
    assert heading_of(card) in shown
    for said in re.findall(r"“[^”]*I have[^”]*”", main_of(card)):
        assert said in shown
    assert "Alex and Robin, a made-up couple" in shown


def test_who_signed_in_is_at_home(carol: Person) -> None:
    carol.get("/")
    assert carol.where == "/us/"


def test_reading_stores_nothing_and_gives_no_cookie_but_the_forms_token(
    alice: Person,
) -> None:
    for path in ("/", "/start-here/", "/who-can-read/", "/join/"):
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
