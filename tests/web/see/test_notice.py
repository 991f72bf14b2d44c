from __future__ import annotations

from typing import Any

import pytest
from django.http import HttpResponse
from tests.web.cast import Person, bytes_of, heading_of, html_of, main_of, title_of

from coequal.content.signs import sign_words
from coequal.journal import models

SIGNS = sign_words().signs
IDS = [sign.id for sign in SIGNS]


@pytest.fixture
def begun(alice: Person) -> Person:
    alice.begin()
    return alice


def chosen(page: HttpResponse) -> dict[str, str]:
    """What is marked on the cards, by sign."""
    return {
        card.id: choice.label
        for card in page.context["cards"]
        for choice in card.choices
        if choice.before
    }


def tap(person: Person, **fields: str) -> Any:
    return person.client.post("/notice/", fields)


def test_the_cards_need_neither_an_account_nor_a_pair(begun: Person) -> None:
    page = begun.get("/notice/")
    assert heading_of(page) == "What I notice"
    assert title_of(page) == "Me"
    assert [card.id for card in page.context["cards"]] == IDS
    assert all(sign.text in main_of(page) for sign in SIGNS)
    assert chosen(page) == {}


def test_one_tap_answers_and_leads_back_to_its_card(begun: Person) -> None:
    for often, label in enumerate(sign_words().often.values()):
        answer = tap(begun, backed=str(often))
        assert answer.status_code == 303
        assert answer["Location"] == f"/notice/{begun.client.sheet}/#c3"
        page = begun.get("/notice/")
        assert chosen(page) == {"backed": label}
        assert 'id="c3"' in html_of(page)


def test_every_card_can_be_answered(begun: Person) -> None:
    page = begun.notice(**dict.fromkeys(IDS, "1"))
    assert chosen(page) == dict.fromkeys(IDS, "Sometimes")


def test_a_card_that_is_cleared_reads_like_one_never_answered(begun: Person) -> None:
    before = bytes_of(begun.get("/notice/"))
    for often in ("2", "1", "2"):
        begun.notice(heard=often)
    assert bytes_of(begun.notice(heard="clear")) == before
    assert bytes_of(begun.notice(heard="clear")) == before


def test_the_same_answer_again_writes_nothing(begun: Person) -> None:
    begun.notice(heard="2")
    rows = models.StoredRow.objects.count()
    begun.notice(heard="2")
    assert models.StoredRow.objects.count() == rows


def test_an_answer_that_was_changed_can_no_longer_be_read(begun: Person) -> None:
    begun.notice(heard="2")
    shares = models.Share.objects.count()
    begun.notice(heard="0")
    assert models.Share.objects.count() == shares


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"nowhere": "1"},
        {"heard": ""},
        {"heard": "3"},
        {"heard": "-1"},
        {"heard": "often"},
        {"heard": "9" * 5000},
        {"heard": "1 OR 1"},
    ],
    ids=str,
)
def test_what_no_button_sends_writes_nothing(
    begun: Person, fields: dict[str, str]
) -> None:
    rows = models.StoredRow.objects.count()
    answer = tap(begun, **fields)
    assert answer.status_code == 422
    assert chosen(answer) == {}
    assert models.StoredRow.objects.count() == rows


def test_people_one_has_in_mind_have_cards_of_their_own(begun: Person) -> None:
    begun.notice(heard="2")
    begun.has_in_mind("friends")
    assert chosen(begun.notice(backed="1")) == {"backed": "Sometimes"}


def test_the_cards_of_somebody_else_are_not_there(begun: Person) -> None:
    begun.notice(heard="2")
    carol = Person("Carol")
    carol.begin()
    address = f"/notice/{begun.client.sheet}/"
    for page in (carol.get(address), carol.post(address, heard="1")):
        assert page.status_code == 404
        assert heading_of(page) == "There’s nothing here"


def test_answers_on_cards_are_kept_with_the_rest(begun: Person) -> None:
    begun.notice(heard="2", unheard="1")
    begun.keep()
    begun.sign_out()
    begun.sign_in()
    expected = {"heard": "Often", "unheard": "Sometimes"}
    assert chosen(begun.get("/notice/")) == expected


def test_the_cards_are_among_what_one_may_be_curious_about(begun: Person) -> None:
    begun.answer_all()
    page = begun.get("/answers/")
    assert "What I notice sixteen small cards" in main_of(page)
    assert 'href="/notice/' in html_of(page)


def test_nothing_is_counted_and_no_card_asks_to_be_answered(begun: Person) -> None:
    before = main_of(begun.get("/notice/"))
    assert not any(sign.isdigit() for sign in before)
    after = main_of(begun.notice(heard="2", carries="0"))
    new = ("Often chosen", "Not that I notice chosen", "Clear this one")
    for words in new:
        after = after.replace(words, words.removesuffix(" chosen"))
    assert after.replace("Clear this one ", "") == before
