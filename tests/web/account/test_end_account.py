"""Deleting an account: all of it at once, or nothing."""

from __future__ import annotations

import pytest
from tests.web.cast import (
    Person,
    bytes_of,
    heading_of,
    invited,
    join,
    main_of,
    met,
    pair,
    text_of,
)
from tests.web.see.acts import (
    looked,
)

from coequal.journal import models
from coequal.people import ending
from coequal.people.models import Account, Invitation, SessionRow

PATH = "/account/end/"


def end(person: Person) -> None:
    person.post(PATH, phrase=person.phrase)


def test_nothing_of_one_s_own_is_left(carol: Person) -> None:
    carol.answer({"home.mine": 4})
    carol.post("/account/code/", phrase=carol.phrase)
    Person("Carol").sign_in()
    invited(carol, "Dana")
    end(carol)
    for table in (
        *(models.Space, models.StoredRow, models.Share, models.StoredMark),
        *(Account, SessionRow, Invitation),
    ):
        assert not table.objects.exists(), table


def test_afterwards_there_is_a_bland_page_and_nobody_is_here(carol: Person) -> None:
    response = carol.client.post(PATH, {"phrase": carol.phrase})
    assert response.status_code == 303
    assert response["Location"] == "/left/"
    assert response["Clear-Site-Data"] == '"cache", "storage"'
    assert not {"s", "h"} & set(carol.client.cookies)
    assert text_of(carol.get("/left/")) == "Notes Notes Start"
    assert carol.sign_in().status_code == 422


@pytest.mark.parametrize("phrase", ["", "a guess at it"])
def test_it_needs_the_passphrase(carol: Person, phrase: str) -> None:
    assert carol.post(PATH, phrase=phrase).status_code == 422
    assert Account.objects.exists()


def test_a_press_that_comes_when_it_is_gone_leads_to_signing_in(carol: Person) -> None:
    """Its session was found before another press deleted the account."""
    Account.objects.all().delete()
    response = carol.client.post(PATH, {"phrase": carol.phrase})
    assert response.status_code == 303
    assert response["Location"] == "/sign-in/"


def test_the_other_reads_what_they_read_when_a_place_is_closed(
    alice: Person, bob: Person
) -> None:
    place = looked(alice, bob)
    picture = bytes_of(bob.get(f"{place}picture/"))
    end(alice)
    assert heading_of(bob.get(place)) == "This is closed now."
    assert bytes_of(bob.get(f"{place}picture/")) == picture
    copied = bob.client.post(f"{place}copy/", {"phrase": bob.phrase, "as": "json"})
    assert b'"mine": false' in b"".join(copied.streaming_content)


def test_every_pair_closes_and_no_other_one(
    alice: Person, bob: Person, carol: Person
) -> None:
    places = [pair(alice, bob)]
    for one, other in ((alice, carol), (bob, carol)):
        code = invited(one, other.name)
        places.append(one.where)
        join(other, code, one.name)
        met(one, one.where)
    end(alice)
    for person, place in ((bob, places[0]), (carol, places[1])):
        assert heading_of(person.get(place)) == "This is closed now."
    assert heading_of(carol.get(places[2])) == "Your four cards come next."


def test_a_code_that_was_answered_is_taken_back_as_quietly_as_ever(
    alice: Person, carol: Person
) -> None:
    alice.begin()
    alice.keep()
    join(carol, invited(alice, "Carol"), "Alice")
    before = bytes_of(carol.get(carol.where))
    end(alice)
    assert bytes_of(carol.get(carol.where)) == before
    assert not Invitation.objects.exists()


def test_it_is_all_or_nothing(
    alice: Person, bob: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = pair(alice, bob)
    invited(alice, "Dana")

    def fails(session: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(ending, "forget", fails)
    with pytest.raises(RuntimeError):
        end(alice)
    assert Invitation.objects.exists()
    assert not models.Space.objects.filter(closed=True).exists()
    assert heading_of(alice.get(place)) == "Your four cards come next."


def test_the_page_says_what_stays_with_whom(alice: Person, bob: Person) -> None:
    pair(alice, bob)
    words = main_of(alice.get(PATH))
    for told in (
        "What you could both read stays readable for them",
        "This is closed now. You can both still read what you could both see.",
        "You share something with: Bob",
        "Take a copy first",
    ):
        assert told in words
