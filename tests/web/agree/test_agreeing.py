"""Agreeing: by the other's yes to these words, until either ends it."""

from __future__ import annotations

import pytest
from tests.web.agree.acts import FIELDS, WORDS, agreed, press, suggested
from tests.web.cast import Person, bytes_of, heading_of, html_of, main_of
from tests.web.conftest import Hands

from coequal.journal import clock

OVER = "This one has ended"


def front(person: Person, place: str) -> str:
    return main_of(person.get(f"{place}agreed/"))


def test_it_counts_when_both_have_said_yes(
    alice: Person, bob: Person, place: str
) -> None:
    where = suggested(alice, place)
    for person in (alice, bob):
        assert "Not agreed yet " + WORDS in front(person, place)
    press(bob, where, "yes")
    for person in (alice, bob):
        assert "Now " + WORDS + " You look again on" in front(person, place)
        assert "Either of you can end it any day." in main_of(person.get(where))


def test_a_yes_to_ones_own_words_is_none(
    alice: Person, bob: Person, place: str
) -> None:
    where = suggested(alice, place)
    page = press(alice, where, "yes")
    assert page.status_code == 422
    said = "You suggested this yourself, so the yes isn’t yours to give."
    assert said in main_of(page)
    assert "Not agreed yet " + WORDS in front(bob, place)


def test_one_takes_ones_own_words_back_before_a_yes(
    alice: Person, bob: Person, place: str
) -> None:
    where = suggested(alice, place)
    assert press(bob, where, "back").status_code == 422
    press(alice, where, "back")
    for person in (alice, bob):
        assert WORDS not in front(person, place)
        assert person.get(where).status_code == 404


@pytest.mark.parametrize("who", ["alice", "bob"])
def test_either_ends_it_in_one_tap_without_a_reason(
    who: str, alice: Person, bob: Person, place: str
) -> None:
    where = agreed(alice, bob, place)
    press({"alice": alice, "bob": bob}[who], where, "end")
    for person in (alice, bob):
        assert WORDS not in front(person, place)
        assert WORDS in main_of(person.get(f"{place}agreed/earlier/"))
        assert heading_of(person.get(where)) == OVER


def test_nobody_is_told_who_ended_it(alice: Person, bob: Person, place: str) -> None:
    pages = []
    for person in (alice, bob):
        where = agreed(alice, bob, place)
        press(person, where, "end")
        pages.append(main_of(alice.get(where)))
    assert pages[0] == pages[1]


def test_other_words_take_their_place_and_the_earlier_ones_stay_to_be_read(
    alice: Person, bob: Person, place: str
) -> None:
    where = agreed(alice, bob, place)
    line = where.strip("/").rpartition("/")[2]
    fields = {**FIELDS, "then": "stop for soup"}
    bob.post(f"{place}agreed/{line}/new/", **fields)
    new = bob.where
    assert "It replaces the earlier words below." in main_of(alice.get(new))
    assert "Now " + WORDS in front(alice, place)
    press(alice, new, "yes")
    for person in (alice, bob):
        page = main_of(person.get(new))
        assert "Earlier words " + WORDS in page
        assert heading_of(person.get(where)) == OVER
        assert "stop for soup You look again on" in front(person, place)


def test_home_says_what_the_other_suggests_and_nothing_of_its_words(
    alice: Person, bob: Person, place: str
) -> None:
    where = suggested(alice, place)
    page = bob.get(place)
    assert "Alice suggests you agree on something." in main_of(page)
    assert "loud" not in main_of(page)
    assert f'href="{where}"' in html_of(page)
    assert "suggests you agree" not in main_of(alice.get(place))


def test_both_read_the_same_but_for_whose_turn_it_is(
    alice: Person, bob: Person, place: str
) -> None:
    where = agreed(alice, bob, place)
    hers, his = (main_of(person.get(where)) for person in (alice, bob))
    assert hers.replace("You and Bob", "") == his.replace("You and Alice", "")


def test_a_pair_that_closed_can_read_it_and_do_nothing(
    alice: Person, bob: Person, place: str
) -> None:
    where = agreed(alice, bob, place)
    waits = suggested(alice, place, then="sing")
    html = html_of(bob.get(where))
    alice.post(f"{place}leave/", way="now", phrase=alice.phrase)
    for page in (where, waits, f"{place}agreed/"):
        shown = html_of(bob.get(page))
        assert 'name="do" value="' not in shown
        assert "agreed/new/" not in shown
    assert 'value="end"' in html
    assert press(bob, where, "end").status_code != 200
    assert bob.get(f"{place}agreed/new/").status_code != 200


def test_ended_ones_are_shown_a_page_at_a_time(
    alice: Person, bob: Person, place: str, hands: Hands
) -> None:
    for number in range(21):
        hands.forward(clock.MINUTE)
        press(alice, agreed(alice, bob, place, then=f"sing {number}."), "end")
    first = main_of(bob.get(f"{place}agreed/earlier/"))
    assert "sing 20." in first
    assert "sing 0." not in first
    assert "sing 0." in main_of(bob.get(f"{place}agreed/earlier/?page=2"))


def test_a_stranger_finds_nothing(
    alice: Person, bob: Person, carol: Person, place: str
) -> None:
    where = agreed(alice, bob, place)
    for page in (where, f"{place}agreed/", f"{place}agreed/new/"):
        assert carol.get(page).status_code == 404


def test_what_was_never_there_is_not_there(alice: Person, place: str) -> None:
    assert alice.get(f"{place}agreed/{'0' * 32}/").status_code == 404
    page = alice.client.post(
        f"{place}agreed/{'0' * 32}/", {"do": "yes", "ref": "no number"}
    )
    assert page.status_code == 404
    assert bytes_of(alice.get(f"{place}agreed/"))
