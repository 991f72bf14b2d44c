from __future__ import annotations

import pytest
from tests.web.cast import Person, bytes_of, code_on, main_of
from tests.web.conftest import Hands

from coequal.people import throttle

NEW = "an entirely new phrase"


@pytest.fixture
def code(alice: Person) -> str:
    """Alice has kept four words, made a code, and is in another room now."""
    alice.begin()
    alice.answer({"home.mine": 4})
    alice.keep()
    made = code_on(alice.post("/account/code/", phrase=alice.phrase))
    alice.post("/account/code/", written_down=made)
    return made


def come_back(person: Person, code: str, **changed: str) -> dict[str, str]:
    return {"name": "Alice", "code": code, "phrase": NEW, "again": NEW, **changed}


def test_the_code_and_a_new_phrase_bring_one_back(code: str, bob: Person) -> None:
    elsewhere = Person("Alice")
    elsewhere.post("/come-back/", **come_back(elsewhere, code))
    assert elsewhere.where == "/account/code/"
    elsewhere.get("/answers/")
    assert elsewhere.get("/mine/").context["areas"]


def test_the_code_is_read_as_people_write_it(code: str) -> None:
    elsewhere = Person("Alice")
    written = f" {code.lower().replace('-', ' ').replace('0', 'o')} "
    elsewhere.post("/come-back/", **come_back(elsewhere, written))
    assert elsewhere.where == "/account/code/"


def test_the_old_phrase_and_every_other_visit_are_over(
    code: str, alice: Person
) -> None:
    elsewhere = Person("Alice")
    elsewhere.post("/come-back/", **come_back(elsewhere, code))
    alice.get("/us/")
    assert alice.where == "/sign-in/"
    assert alice.sign_in().status_code == 422
    alice.post("/sign-in/", name="Alice", phrase=NEW)
    assert alice.where == "/us/"


def test_a_code_opens_once(code: str) -> None:
    for status in (200, 422):
        elsewhere = Person("Alice")
        fields = come_back(elsewhere, code)
        assert elsewhere.post("/come-back/", **fields).status_code == status


def test_an_unknown_name_and_a_wrong_code_read_alike_to_the_byte(
    alice: Person, bob: Person, hands: Hands
) -> None:
    fields = come_back(bob, "0000-" * 7 + "0000")
    unknown = bob.post("/come-back/", **fields)
    alice.begin()
    alice.keep()
    hands.rest()
    no_code = bob.post("/come-back/", **fields)
    alice.post("/account/code/", phrase=alice.phrase)
    hands.rest()
    wrong = bob.post("/come-back/", **fields)
    assert wrong.status_code == 422
    assert "Name or code is wrong. Try again." in main_of(wrong)
    assert bytes_of(unknown) == bytes_of(no_code) == bytes_of(wrong)


def test_half_a_code_is_said_to_be_half(code: str, bob: Person) -> None:
    page = bob.post("/come-back/", **come_back(bob, code[:19]))
    assert page.status_code == 422
    assert "Something is missing." in main_of(page)


def test_the_new_phrase_follows_the_same_rules(code: str, bob: Person) -> None:
    page = bob.post("/come-back/", **come_back(bob, code, phrase="abc", again="abc"))
    assert page.status_code == 422
    assert "This is short." in main_of(page)
    assert bob.post("/come-back/", **come_back(bob, code)).status_code == 200


def test_the_code_waits_for_nobody_and_spends_no_try_of_the_name(
    code: str, bob: Person, hands: Hands
) -> None:
    hands.rest()
    for _ in range(2 * throttle.FREE_TRIES):
        bob.post("/sign-in/", name="Alice", phrase="not this one at all")
        wrong = bob.post("/come-back/", **come_back(bob, "0000-" * 7 + "0000"))
        assert wrong.status_code == 422
    assert bob.post("/sign-in/", name="Alice", phrase="a guess").status_code == 429
    elsewhere = Person("Alice")
    elsewhere.post("/come-back/", **come_back(elsewhere, code))
    assert elsewhere.where == "/account/code/"


def test_wrong_codes_leave_every_try_at_the_phrase_free(
    code: str, bob: Person, hands: Hands
) -> None:
    hands.rest()
    for _ in range(2 * throttle.FREE_TRIES):
        bob.post("/come-back/", **come_back(bob, "0000-" * 7 + "0000"))
    for _ in range(throttle.FREE_TRIES):
        page = bob.post("/sign-in/", name="Alice", phrase="not this one at all")
        assert page.status_code == 422


def test_coming_back_takes_the_place_of_whoever_was_here(
    code: str, carol: Person
) -> None:
    former = carol.client.cookies["s"].value
    carol.post("/come-back/", **come_back(carol, code))
    carol.client.cookies.load({"s": former, "h": "1"})
    carol.get("/us/")
    assert carol.where == "/sign-in/"
