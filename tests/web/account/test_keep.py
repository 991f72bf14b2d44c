from __future__ import annotations

import pytest
from tests.web.cast import Person, html_of, main_of
from tests.web.conftest import Hands

from coequal.people import throttle
from coequal.people.models import Account, SessionRow

PHRASE = "four plain words here"


@pytest.fixture
def here(alice: Person) -> Person:
    alice.begin()
    return alice


def fields(**changed: str) -> dict[str, str]:
    given = {"name": "Alice", "phrase": PHRASE, "again": PHRASE}
    return given | changed


def test_a_name_and_a_passphrase_are_all_it_takes(here: Person) -> None:
    here.post("/keep/", **fields())
    assert here.where == "/account/code/"
    assert Account.objects.count() == 1


def test_nothing_but_a_name_and_a_passphrase_is_asked(here: Person) -> None:
    form = here.get("/keep/").context["form"]
    assert list(form.fields) == ["name", "phrase", "again"]


def test_answers_survive_keeping(here: Person) -> None:
    here.answer({"home.mine": 4, "home.wish": -2})
    before = here.get("/mine/").context["areas"]
    here.post("/keep/", **fields())
    assert here.get("/mine/").context["areas"] == before


def test_the_cookie_from_before_opens_nothing_any_more(
    here: Person, bob: Person
) -> None:
    here.answer({"home.mine": 4})
    bob.client.cookies.load({"s": here.client.cookies["s"].value, "h": "1"})
    here.post("/keep/", **fields())
    bob.get("/mine/")
    assert bob.where == "/"
    assert SessionRow.objects.count() == 1


@pytest.mark.parametrize(
    ("phrase", "why"),
    [
        ("short", "This is short. Use at least 8 characters."),
        ("1234567", "This is short. Use at least 8 characters."),
        ("Password1", "This is easy to guess. Choose another."),
        ("password12", "This is easy to guess. Choose another."),
        ("qwerty123", "This is easy to guess. Choose another."),
        ("  Sunshine2024!", "This is easy to guess. Choose another."),
        ("Alice from here 1990", "This is easy to guess. Choose another."),
        ("zzzzzzzzzz", "This is easy to guess. Choose another."),
        ("alice from here", "This is easy to guess. Choose another."),
        ("", "Please fill this in."),
        ("x" * 100 + "y" * 101, "characters long. There’s room for 200"),
    ],
)
def test_a_phrase_that_guards_nothing_is_refused_with_a_reason(
    here: Person, phrase: str, why: str
) -> None:
    given = fields(name="Alice from here", phrase=phrase, again=phrase)
    page = here.post("/keep/", **given)
    assert page.status_code == 422
    assert why in main_of(page)
    assert not Account.objects.exists()


def test_a_phrase_of_eight_signs_is_enough(here: Person) -> None:
    here.post("/keep/", **fields(phrase="qz7 kp2m", again="qz7 kp2m"))
    assert Account.objects.count() == 1


def test_spaces_around_a_phrase_belong_to_it(here: Person) -> None:
    spaced = f" {PHRASE} "
    here.post("/keep/", **fields(phrase=spaced, again=spaced))
    here.sign_out()
    assert here.post("/sign-in/", name="Alice", phrase=PHRASE).status_code == 422
    here.post("/sign-in/", name="Alice", phrase=spaced)
    assert here.where == "/us/"


def test_two_different_phrases_are_refused_and_never_sent_back(here: Person) -> None:
    page = here.post("/keep/", **fields(again="five other words in here"))
    assert page.status_code == 422
    assert "The passphrases don’t match." in main_of(page)
    html = html_of(page)
    assert PHRASE not in html
    assert "five other words" not in html
    assert 'value="Alice"' in html


def test_a_name_is_needed(here: Person) -> None:
    page = here.post("/keep/", **fields(name="  "))
    assert page.status_code == 422
    assert not Account.objects.exists()


def test_a_name_that_was_pasted_is_the_one_that_is_typed(here: Person) -> None:
    here.post("/keep/", **fields(name="\u200bAlice\u200d"))
    here.sign_out()
    here.post("/sign-in/", name="Alice", phrase=PHRASE)
    assert here.where == "/us/"
    here.sign_out()
    here.post("/sign-in/", name="Ali\u00adce\ufeff", phrase=PHRASE)
    assert here.where == "/us/"


@pytest.mark.parametrize("name", ["\u200b\u200b", "\u3164"])
def test_a_name_that_nobody_can_see_is_none(here: Person, name: str) -> None:
    page = here.post("/keep/", **fields(name=name))
    assert page.status_code == 422
    assert "Please fill this in." in main_of(page)
    assert not Account.objects.exists()


@pytest.mark.parametrize("path", ["/keep/", "/sign-in/"])
@pytest.mark.parametrize("name", ["Ali\tce", "Ali\x07ce", "Ali\ue000ce"])
def test_a_name_with_a_sign_for_nothing_is_told_what_to_do(
    here: Person, path: str, name: str
) -> None:
    page = here.post(path, **fields(name=name))
    assert page.status_code == 422
    assert "Type the name again, in letters and numbers." in main_of(page)
    assert not Account.objects.exists()


def test_a_name_that_somebody_has_is_free_with_another_phrase(
    here: Person, bob: Person
) -> None:
    here.post("/keep/", **fields())
    bob.begin()
    bob.post("/keep/", **fields(phrase="quite another one", again="quite another one"))
    assert bob.where == "/account/code/"
    assert Account.objects.count() == 2


def test_the_same_name_and_phrase_once_more_leads_to_signing_in(
    here: Person, bob: Person
) -> None:
    here.post("/keep/", **fields())
    bob.begin()
    bob.answer({"home.mine": 3})
    page = bob.post("/keep/", **fields())
    assert page.status_code == 422
    assert "are in use already. Sign in instead." in main_of(page)
    assert Account.objects.count() == 1
    assert bob.get("/mine/").context["areas"]


def test_whoever_has_kept_already_is_sent_on(here: Person) -> None:
    here.post("/keep/", **fields())
    for session in (here.get, here.post):
        session("/keep/")
        assert here.where == "/us/"
    assert Account.objects.count() == 1


def test_keeping_before_answering_is_fine(here: Person) -> None:
    here.post("/keep/", **fields())
    here.get("/answers/")
    assert here.where == "/answers/1/"


def test_keeping_is_no_way_to_guess_faster_than_signing_in(
    here: Person, bob: Person, hands: Hands
) -> None:
    here.post("/keep/", **fields())
    hands.rest()
    for _ in range(throttle.FREE_TRIES):
        bob.post("/sign-in/", name="Alice", phrase="not this one at all")
    bob.begin()
    page = bob.post("/keep/", **fields())
    assert page.status_code == 422
    assert "Too many attempts with this name." in main_of(page)
    assert "are in use already" not in main_of(page)
    hands.rest()
    assert "are in use already" in main_of(bob.post("/keep/", **fields()))
