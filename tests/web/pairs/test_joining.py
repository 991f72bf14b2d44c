from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from tests.web.cast import (
    Person,
    bytes_of,
    heading_of,
    html_of,
    invited,
    join,
    main_of,
    pair,
)
from tests.web.conftest import Hands

from coequal.journal import clock, models
from coequal.people.models import Account, SessionRow

WRONG = "0000-0000-0000-0000"


@pytest.fixture
def code(alice: Person) -> str:
    """Alice, who is signed in, has invited somebody."""
    alice.begin()
    alice.keep()
    return invited(alice)


def new(person: Person, code: str, **changed: str) -> dict[str, str]:
    """What somebody without an account fills in."""
    phrase = person.phrase
    names = {"label": "Alice", "own_label": person.name, "name": person.name}
    return {"code": code, **names, "phrase": phrase, "again": phrase, **changed}


def test_the_page_tells_somebody_who_did_not_ask_for_this_what_it_is(
    bob: Person,
) -> None:
    page = bob.get("/join/")
    text = main_of(page)
    assert heading_of(page) == "Somebody asked you to answer a few questions."
    for line in ("You may say no.", "Nobody is told that you read it."):
        assert line in text
    assert text.index("Before you decide") < text.index("The code you were given")


def test_the_page_names_who_runs_the_machine(bob: Person, settings: object) -> None:
    assert "Ask who runs this machine." in main_of(bob.get("/join/"))
    settings.COEQUAL_HOST_NAME = "the library"
    assert "This machine is run by the library ." in main_of(bob.get("/join/"))


def test_somebody_new_joins_and_keeps_in_one_step(code: str, bob: Person) -> None:
    page = bob.post("/join/", **new(bob, code))
    assert heading_of(page) == "You have joined."
    bob.sign_out()
    bob.sign_in()
    assert "Alice Joined" in main_of(bob.get("/us/more/"))


def test_somebody_with_an_account_is_asked_for_the_code_and_names_only(
    code: str, carol: Person
) -> None:
    form = carol.get("/join/").context["form"]
    assert set(form.fields) == {"code", "label", "own_label"}
    assert heading_of(join(carol, code)) == "You have joined."


def test_answers_that_were_not_kept_yet_come_along(code: str, bob: Person) -> None:
    bob.begin()
    bob.answer({"home.mine": 4})
    former = bob.client.cookies["s"].value
    bob.post("/join/", **new(bob, code))
    (area,) = bob.get("/mine/").context["areas"]
    assert area.title == "Home"
    bob.client.cookies.load({"s": former, "h": "1"})
    bob.get("/us/")
    assert bob.where == "/sign-in/"


def test_a_code_is_read_as_people_say_it(code: str, bob: Person) -> None:
    said = f" {code.lower().replace('-', '  ')} "
    assert heading_of(bob.post("/join/", **new(bob, said))) == "You have joined."


@pytest.mark.parametrize("wrong", [WRONG, "no code", "", "0000"])
def test_a_wrong_code_leaves_no_account_behind(bob: Person, wrong: str) -> None:
    page = bob.post("/join/", **new(bob, wrong))
    assert page.status_code == 422
    for table in (Account, SessionRow, models.Space, models.StoredRow):
        assert not table.objects.exists()
    assert not {"s", "h"} & set(bob.client.cookies)


def test_a_wrong_code_keeps_what_was_answered_and_not_kept(bob: Person) -> None:
    bob.begin()
    bob.answer({"home.mine": 4})
    bob.post("/join/", **new(bob, WRONG))
    assert bob.get("/mine/").context["areas"]
    assert not Account.objects.exists()


def wrong(alice: Person, carol: Person, hands: Hands) -> str:
    return WRONG


def unread(alice: Person, carol: Person, hands: Hands) -> str:
    return "not a code at all"


def used(alice: Person, carol: Person, hands: Hands) -> str:
    code = invited(alice)
    other = Person("Dana")
    other.post("/join/", **new(other, code))
    return code


def late(alice: Person, carol: Person, hands: Hands) -> str:
    code = invited(alice)
    hands.forward(7 * clock.DAY)
    carol.sign_in()
    return code


def taken_back(alice: Person, carol: Person, hands: Hands) -> str:
    code = invited(alice)
    alice.post(f"{alice.where}uninvite/")
    return code


def own(alice: Person, carol: Person, hands: Hands) -> str:
    return invited(carol)


Way = Callable[[Person, Person, Hands], str]


@pytest.mark.parametrize("way", [unread, used, late, taken_back, own])
def test_codes_that_open_nothing_read_alike_to_the_byte(
    alice: Person, carol: Person, hands: Hands, way: Way
) -> None:
    alice.begin()
    alice.keep()
    pages = []
    for one in (wrong, way):
        code = one(alice, carol, hands)
        page = join(carol, code)
        assert page.status_code == 422
        assert "This code doesn’t work. It may be old or used." in main_of(page)
        pages.append(bytes_of(page).replace(code.encode(), b""))
    assert pages[0] == pages[1]


def test_a_code_works_once_and_the_first_one_stays(
    code: str, bob: Person, carol: Person
) -> None:
    bob.post("/join/", **new(bob, code))
    assert join(carol, code).status_code == 422
    assert heading_of(bob.get(bob.where)) == "You have joined."
    assert "Nobody yet" in main_of(carol.get("/us/more/"))


def test_a_name_and_phrase_that_open_a_place_already_do_not_use_the_code_up(
    code: str, bob: Person, carol: Person
) -> None:
    taken = {"name": "Carol", "phrase": carol.phrase, "again": carol.phrase}
    page = bob.post("/join/", **new(bob, code, **taken))
    assert page.status_code == 422
    assert "Sign in instead." in main_of(page)
    assert "s" not in bob.client.cookies
    assert Account.objects.count() == 2
    assert heading_of(join(carol, code)) == "You have joined."


def test_a_weak_phrase_does_not_use_the_code_up(code: str, bob: Person) -> None:
    page = bob.post("/join/", **new(bob, code, phrase="password", again="password"))
    assert page.status_code == 422
    assert "This is easy to guess." in main_of(page)
    assert heading_of(bob.post("/join/", **new(bob, code))) == "You have joined."


def test_no_page_hands_a_phrase_back(bob: Person) -> None:
    page = bob.post("/join/", **new(bob, WRONG))
    assert bob.phrase.encode() not in page.content
    assert re.search(r'name="name"[^>]*value="Bob"|value="Bob"', html_of(page))


def test_one_can_say_no_without_a_trace(code: str, alice: Person, bob: Person) -> None:
    before = bytes_of(alice.get(alice.where))
    bob.get("/join/")
    bob.get("/")
    assert bytes_of(alice.get(alice.where)) == before
    assert Account.objects.count() == 1


def test_a_person_can_be_in_two_pairs(alice: Person, bob: Person) -> None:
    pair(alice, bob)
    dana = Person("Dana")
    dana.post("/join/", **new(dana, invited(alice, "Dana"), label="Alice"))
    alice.post(f"{alice.where}meet/")
    assert "Bob You two" in main_of(alice.get("/us/more/"))
    assert "Dana You two" in main_of(alice.get("/us/more/"))
