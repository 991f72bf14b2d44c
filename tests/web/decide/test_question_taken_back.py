"""Taking a question back: by who raised it, until it opens, and nothing of it shows."""

from __future__ import annotations

import re

import pytest
from tests.web.cast import Person, bytes_of, heading_of, html_of, main_of, undone
from tests.web.conftest import Hands
from tests.web.decide.acts import (
    FIELDS,
    OPTIONS,
    QUESTION,
    filled,
    questions,
    raised,
    settled,
    weigh,
    weighed,
)

from coequal.core.decide import rules
from coequal.journal import clock, models

PRESS = "Take the question back"


@pytest.fixture
def where(place: str, alice: Person) -> str:
    return raised(alice, place)


def test_one_press_takes_it_off_every_list_of_both(
    place: str, where: str, alice: Person, bob: Person
) -> None:
    assert PRESS in main_of(alice.get(where))
    text = main_of(alice.post(where, do="retract"))
    assert alice.where == where
    assert "Taken back Alice took it back before you’d both answered." in text
    for someone in (alice, bob):
        assert questions(someone, place) == []
        assert QUESTION not in main_of(someone.get(f"{place}decide/back/"))


def test_both_can_read_it_at_its_address_and_do_nothing_with_it(
    where: str, alice: Person, bob: Person
) -> None:
    alice.post(where, do="retract")
    for someone in (alice, bob):
        page = someone.get(where)
        assert heading_of(page) == QUESTION
        assert all(option in main_of(page) for option in OPTIONS)
        assert "What counted until then: We book nothing." in main_of(page)
        inside = html_of(page).partition("<main")[2].partition("</main>")[0]
        assert "<form" not in inside
        someone.get(f"{where}weigh/")
        assert someone.where == where


def test_nothing_more_is_said_of_it_by_a_form_that_was_still_open(
    where: str, alice: Person, bob: Person
) -> None:
    fields = filled(bob, where, "4", "1", "3")
    alice.post(where, do="retract")
    page = bob.post(f"{where}weigh/", **fields)
    assert page.status_code == 422
    assert "It was taken back." in main_of(page)
    for sent in ({"do": "add", "text": "In bed"}, {"do": "propose", "option": "0"}):
        page = bob.post(where, **sent)
        assert page.status_code == 422
        assert "It was taken back." in main_of(page)
    assert "In bed" not in main_of(alice.get(where))


def test_only_who_raised_it_can_take_it_back(
    where: str, alice: Person, bob: Person
) -> None:
    assert PRESS not in main_of(bob.get(where))
    page = bob.post(where, do="retract")
    assert page.status_code == 422
    assert "Only the one who asked it can take it back." in main_of(page)
    assert "Taken back" not in main_of(alice.get(where))


def test_what_is_open_or_settled_is_not_taken_back(
    place: str, alice: Person, bob: Person
) -> None:
    where = weighed(alice, bob, place)
    assert PRESS not in main_of(alice.get(where))
    page = alice.post(where, do="retract")
    assert "You’ve both answered already." in main_of(page)
    where = settled(alice, bob, place)
    assert "You’ve decided this already." in main_of(alice.post(where, do="retract"))


def test_a_second_press_says_that_it_is_done(where: str, alice: Person) -> None:
    alice.post(where, do="retract")
    page = alice.post(where, do="retract")
    assert page.status_code == 422
    assert "It was taken back." in main_of(page)


def test_ones_own_ballot_goes_with_it(where: str, alice: Person) -> None:
    weigh(alice, where, "6", "1", "5")
    assert models.StoredRow.objects.filter(audience="W").count() == 1
    alice.post(where, do="retract")
    assert models.StoredRow.objects.filter(audience="W").count() == 0


def test_what_the_other_put_in_stays_closed_and_theirs_to_take_out(
    where: str, alice: Person, bob: Person
) -> None:
    weigh(bob, where, "6", "1", "5")
    alice.post(where, do="retract")
    text = main_of(bob.get(where))
    assert "Your answer stays hidden. Take my answer back" in text
    bob.post(f"{where}weigh/", do="withdraw")
    assert bob.where == where
    assert "Take my answer back" not in main_of(bob.get(where))
    assert models.StoredRow.objects.filter(audience="W").count() == 0


def test_no_page_of_who_took_it_back_shows_whether_the_other_was_in(
    place: str, where: str, alice: Person, bob: Person
) -> None:
    before, seen = filled(alice, where, "4", "1", "3"), []
    for bob_is_in in (False, True):
        with undone(alice, bob):
            if bob_is_in:
                weigh(bob, where, "x", "0", "1", reason="I am tired.")
            taken = alice.client.post(where, {"do": "retract"})
            pages = [alice.get(path) for path in (where, f"{place}decide/")]
            pages.append(alice.client.post(f"{where}weigh/", before))
            pages.append(alice.get(f"{where}again/"))
            seen.append([bytes_of(taken), *map(bytes_of, pages)])
    assert seen[0] == seen[1]


def test_a_day_that_is_over_does_not_keep_it_on_the_list(
    place: str, alice: Person, hands: Hands
) -> None:
    where = raised(alice, place, until="2999-12-31")
    hands.forward(1000 * 366 * clock.DAY)
    alice.sign_in()
    assert PRESS in main_of(alice.get(where))
    text = main_of(alice.post(where, do="retract"))
    assert "Taken back" in text
    assert "The time to answer is over." not in text
    assert questions(alice, place) == []


def test_it_can_be_raised_again_with_the_form_filled_in(
    place: str, where: str, alice: Person, bob: Person
) -> None:
    alice.post(where, do="retract")
    page = html_of(alice.get(where))
    again = re.search(r'href="([^"]+/again/)"', page)
    assert again is not None
    for someone in (alice, bob):
        form = html_of(someone.get(again[1]))
        for name in ("text", "option1", "option2", "option3", "meanwhile"):
            assert f'name="{name}" value="{FIELDS[name]}"' in form
        assert " checked" not in form
    anew = raised(alice, place)
    assert anew != where
    assert questions(bob, place) == [anew]


def test_what_was_never_asked_cannot_be_asked_again(place: str, alice: Person) -> None:
    where = f"{place}decide/{'0' * 32}/again/"
    assert alice.get(where).status_code == 404
    assert alice.post(where, **FIELDS).status_code == 404
    assert questions(alice, place) == []


def test_nobody_raises_more_than_fit_and_it_says_what_to_do(
    place: str, alice: Person, bob: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rules, "MOST_RAISED", 2)
    first = raised(alice, place)
    raised(alice, place, text="Who gets the desk?")
    page = alice.post(f"{place}decide/raise/", **{**FIELDS, "text": "And what now?"})
    assert page.status_code == 422
    assert "Decide one or take one back first." in main_of(page)
    assert 'value="And what now?"' in html_of(page)
    raised(bob, place, text="And what now?")
    alice.post(first, do="retract")
    raised(alice, place, text="And then?")


def test_after_one_has_left_it_stays_to_be_read(
    where: str, place: str, alice: Person, bob: Person
) -> None:
    alice.post(where, do="retract")
    alice.post(f"{place}leave/", way="now", phrase=alice.phrase)
    text = main_of(bob.get(where))
    assert "Taken back" in text
    assert "Ask it again" not in text
