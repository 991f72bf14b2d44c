from __future__ import annotations

import pytest
from tests.web.cast import Person, bytes_of, main_of
from tests.web.conftest import Hands

from coequal.people import throttle
from coequal.people.models import SessionRow


@pytest.fixture
def kept(alice: Person) -> Person:
    alice.begin()
    alice.answer({"home.mine": 4})
    alice.keep()
    return alice


def test_name_and_phrase_bring_one_back_from_any_browser(kept: Person) -> None:
    elsewhere = Person("Alice")
    elsewhere.sign_in()
    assert elsewhere.where == "/us/"
    elsewhere.get("/answers/")
    assert elsewhere.get("/mine/").context["areas"]


def test_small_and_capital_letters_of_a_name_are_alike(kept: Person) -> None:
    elsewhere = Person("Alice")
    elsewhere.post("/sign-in/", name=" aLICE ", phrase=kept.phrase)
    assert elsewhere.where == "/us/"


def test_an_unknown_name_and_a_wrong_phrase_read_alike_to_the_byte(
    alice: Person, bob: Person, hands: Hands
) -> None:
    guess = {"name": "Alice", "phrase": "not this one at all"}
    unknown = bob.post("/sign-in/", **guess)
    alice.begin()
    alice.keep()
    hands.rest()
    wrong = bob.post("/sign-in/", **guess)
    assert unknown.status_code == wrong.status_code == 422
    assert "Name or passphrase is wrong." in main_of(wrong)
    assert bytes_of(unknown) == bytes_of(wrong)
    assert set(unknown.cookies) == set(wrong.cookies)


def test_a_failed_try_signs_nobody_in_and_never_sends_the_phrase_back(
    kept: Person, bob: Person
) -> None:
    page = bob.post("/sign-in/", name="Alice", phrase="a guess by Bob")
    assert b"a guess by Bob" not in page.content
    assert "s" not in bob.client.cookies
    bob.get("/us/")
    assert bob.where == "/sign-in/"


@pytest.mark.parametrize("name", ["Alice", "Nobody"])
def test_too_many_tries_are_told_how_long_to_wait(
    kept: Person, bob: Person, hands: Hands, name: str
) -> None:
    guess = {"name": name, "phrase": "not this one at all"}
    hands.rest()
    for _ in range(throttle.FREE_TRIES):
        assert bob.post("/sign-in/", **guess).status_code == 422
    page = bob.post("/sign-in/", **guess)
    assert page.status_code == 429
    assert "Try again in 32 seconds." in main_of(page)
    hands.forward(throttle.SECONDS_A_TRY)
    assert bob.post("/sign-in/", **guess).status_code == 422


def test_the_tries_of_another_never_keep_the_owner_waiting_at_home(
    kept: Person, bob: Person, hands: Hands
) -> None:
    kept.sign_out()
    kept.sign_in()
    kept.sign_out()
    guess = {"name": "Alice", "phrase": "not this one at all"}
    for _ in range(throttle.FREE_TRIES + 1):
        page = bob.post("/sign-in/", **guess)
    assert page.status_code == 429
    kept.sign_in()
    assert kept.where == "/us/"


def test_signing_in_takes_the_place_of_whoever_was_here(kept: Person) -> None:
    former = kept.client.cookies["s"].value
    kept.sign_in()
    assert kept.client.cookies["s"].value != former
    assert SessionRow.objects.count() == 1
    thief = Person("Eve")
    thief.client.cookies.load({"s": former, "h": "1"})
    thief.get("/us/")
    assert thief.where == "/sign-in/"


def test_two_browsers_may_be_signed_in_and_one_never_ends_the_other(
    kept: Person,
) -> None:
    elsewhere = Person("Alice")
    elsewhere.sign_in()
    for someone in (kept, elsewhere):
        someone.get("/us/")
        assert someone.where == "/us/"


def test_signing_out_ends_the_visit_on_the_machine_too(kept: Person) -> None:
    former = kept.client.cookies["s"].value
    kept.sign_out()
    assert kept.where == "/"
    assert not {"s", "h"} & set(kept.client.cookies)
    assert not SessionRow.objects.exists()
    kept.client.cookies.load({"s": former, "h": "1"})
    kept.get("/us/")
    assert kept.where == "/sign-in/"


def test_signing_out_needs_nobody_to_be_here(bob: Person) -> None:
    assert bob.sign_out().status_code == 200
    assert bob.where == "/"


def test_a_signed_in_visit_ends_after_twelve_hours(kept: Person, hands: Hands) -> None:
    kept.sign_in()
    hands.forward(12 * 3600 - 1)
    kept.get("/us/")
    assert kept.where == "/us/"
    hands.forward(1)
    kept.get("/us/")
    assert kept.where == "/sign-in/"


def test_empty_fields_are_said_to_be_needed(bob: Person) -> None:
    page = bob.post("/sign-in/", name="", phrase="")
    assert page.status_code == 422
    assert main_of(page).count("Please fill this in.") == 4


@pytest.mark.parametrize("half", ["", "00", "0" * 64, "g" * 64, "0" * 66, "ü" * 8])
def test_a_cookie_that_somebody_made_up_is_nobody(kept: Person, half: str) -> None:
    kept.client.cookies["s"] = half
    kept.get("/us/")
    assert kept.where == "/sign-in/"
