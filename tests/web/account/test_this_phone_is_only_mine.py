"""A phone that is only one's own stays signed in for 30 days, and no further."""

from __future__ import annotations

import pytest
from tests.people.clock import move
from tests.web.cast import Person, main_of, opened
from tests.web.notes import (
    acts,
)

from coequal.journal import clock
from coequal.people.models import SessionRow
from coequal.web.sessions import HALF, HERE

PATH = "/account/visits/"
ALMOST = 30 * clock.DAY - 60


def last(person: Person) -> None:
    assert person.client.post(PATH, {"do": "last", "phrase": person.phrase}).url == PATH


def is_here(person: Person) -> bool:
    person.get("/us/")
    return person.where == "/us/"


def test_it_is_off_until_somebody_says_so(carol: Person) -> None:
    page = carol.get(PATH)
    assert "Leave it as it is if anybody else ever holds this phone." in main_of(page)
    assert not SessionRow.objects.filter(lasting=True).exists()
    assert int(carol.client.cookies[HERE]["max-age"]) == 15 * clock.MINUTE


def test_it_asks_for_the_passphrase(carol: Person) -> None:
    page = carol.post(PATH, do="last", phrase="another one")
    assert page.status_code == 422
    assert "That’s not your passphrase." in main_of(page)
    assert carol.post(PATH, do="last").status_code == 422
    assert not SessionRow.objects.filter(lasting=True).exists()


def test_both_cookies_stay_for_thirty_days_and_not_a_second_longer(
    alice: Person, bob: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = opened(alice, bob)
    last(alice)
    for name in (HALF, HERE):
        assert int(alice.client.cookies[name]["max-age"]) == 30 * clock.DAY
    move(monkeypatch, ALMOST)
    alice.get(f"{place}look/")
    assert alice.where == f"{place}look/"
    assert int(alice.client.cookies[HERE]["max-age"]) <= 60
    assert not is_here(bob)
    move(monkeypatch, 120)
    assert not is_here(alice)


def test_using_it_does_not_make_it_longer(
    carol: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    last(carol)
    for _ in range(4):
        move(monkeypatch, 7 * clock.DAY)
        assert is_here(carol)
    move(monkeypatch, 2 * clock.DAY + 60)
    assert not is_here(carol)


def test_the_visit_before_it_is_over(carol: Person) -> None:
    before = carol.client.cookies[HALF].value
    last(carol)
    assert carol.client.cookies[HALF].value != before
    assert SessionRow.objects.count() == 1


@pytest.mark.parametrize("path", ["/leave/", "/sign-out/"])
def test_leaving_quickly_and_signing_out_end_it(carol: Person, path: str) -> None:
    last(carol)
    kept = carol.client.cookies.copy()
    carol.client.post(path)
    carol.client.cookies = kept
    assert not is_here(carol)


def test_notes_are_locked_from_the_first_moment(carol: Person) -> None:
    acts.in_notes(carol)
    last(carol)
    page = carol.get("/notes/")
    assert "What a day" not in main_of(page)
    assert "Open Notes" in main_of(page)


def test_what_asks_for_the_passphrase_still_asks(alice: Person, bob: Person) -> None:
    place = opened(alice, bob)
    last(alice)
    for path in ("/account/copy/", f"{place}copy/", f"{place}leave/"):
        assert alice.post(path, way="now", phrase="another one").status_code == 422
    assert alice.post("/account/end/", phrase="another one").status_code == 422
    new = {"phrase": "a new passphrase", "again": "a new passphrase"}
    wrong = alice.post("/account/passphrase/", present="another one", **new)
    assert wrong.status_code == 422


def test_a_recovery_code_asks_too(carol: Person) -> None:
    last(carol)
    assert carol.post("/account/code/", make="1").status_code == 422
    wrong = carol.post("/account/code/", make="1", phrase="another one")
    assert wrong.context["code"] is None
    made = carol.post("/account/code/", phrase=carol.phrase)
    assert made.context["code"]


def test_it_is_listed_with_its_true_end_and_can_be_ended_from_elsewhere(
    carol: Person,
) -> None:
    last(carol)
    again = Person("Carol")
    again.sign_in()
    page = again.get(PATH)
    (other,) = page.context["others"]
    assert other.until.timestamp() == SessionRow.objects.get(lasting=True).expiry
    assert f"{other.until:%B %Y}" in main_of(page)
    again.post(PATH, do=other.id, phrase=again.phrase)
    assert not is_here(carol)


def test_it_can_be_taken_back_without_the_passphrase(
    carol: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    last(carol)
    page = carol.post(PATH, do="shorten")
    assert "Stay signed in here for 30 days" in main_of(page)
    assert is_here(carol)
    move(monkeypatch, 12 * clock.HOUR + 60)
    assert not is_here(carol)


def test_a_new_passphrase_ends_it(carol: Person) -> None:
    last(carol)
    new = {"phrase": "a new passphrase", "again": "a new passphrase"}
    carol.post("/account/passphrase/", present=carol.phrase, **new)
    assert not SessionRow.objects.filter(lasting=True).exists()
