"""Lead on this one: suggested by one, taken by the other, ended by time or either."""

from __future__ import annotations

import pytest
from tests.journal.test_twice_at_once import ROUNDS, at_once
from tests.web.cast import Person, bytes_of, html_of, main_of, pair
from tests.web.decide.acts import (
    ref_on,
)

from coequal.core.decide.leads import THREE_MONTHS
from coequal.journal import clock


@pytest.fixture
def where(alice: Person, bob: Person) -> str:
    """The page of leads of Alice and Bob."""
    return f"{pair(alice, bob)}decide/lead/"


def suggest(person: Person, where: str, area: str = "home", seat: str = "B") -> str:
    return main_of(person.post(where, do="suggest", area=area, seat=seat))


def led(alice: Person, bob: Person, where: str) -> None:
    """Let Alice suggest that Bob leads at home, and Bob say yes."""
    suggest(alice, where)
    bob.post(where, do="yes", ref=ref_on(bob, where))


def test_one_suggests_and_the_other_says_yes(
    alice: Person, bob: Person, where: str
) -> None:
    page = suggest(alice, where)
    assert (
        "Alice suggests that Bob takes care of it for three months. Take it back"
        in page
    )
    assert "Nothing so far." in page
    assert "Yes, for three months" in main_of(bob.get(where))
    bob.post(where, do="yes", ref=ref_on(bob, where))
    page = main_of(bob.get(where))
    assert "Home Bob takes care of it until" in page
    assert "suggests" not in page
    listed = main_of(alice.get(where.replace("lead/", "")))
    assert "Who takes care of what Home: Bob takes care of it until" in listed
    assert (
        listed.partition("Who takes care of what Home")[2]
        == (
            main_of(bob.get(where.replace("lead/", ""))).partition(
                "Who takes care of what Home"
            )[2]
        )
    )


def test_it_ends_by_itself_after_three_months(
    alice: Person, bob: Person, where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    then = clock.now()
    monkeypatch.setattr(clock, "now", lambda: then)
    led(alice, bob, where)
    for person in (alice, bob):
        person.sign_out()
    later = then + THREE_MONTHS
    monkeypatch.setattr(clock, "now", lambda: later - 1)
    for person in (alice, bob):
        person.sign_in()
        assert "Home Bob takes care of it" in main_of(person.get(where))
    monkeypatch.setattr(clock, "now", lambda: later)
    for person in (alice, bob):
        assert "Nothing so far." in main_of(person.get(where))
        assert "Who takes care of what Home" not in main_of(
            person.get(where.replace("lead/", ""))
        )


@pytest.mark.parametrize("who", ["alice", "bob"])
def test_either_ends_it_at_once(
    who: str, alice: Person, bob: Person, where: str
) -> None:
    led(alice, bob, where)
    person = {"alice": alice, "bob": bob}[who]
    page = person.post(where, do="end", ref=ref_on(person, where))
    assert "Nothing so far." in main_of(page)
    assert "Nothing so far." in main_of(alice.get(where))
    assert "Nothing so far." in main_of(bob.get(where))


def test_a_suggestion_can_be_taken_back(alice: Person, bob: Person, where: str) -> None:
    suggest(alice, where)
    alice.post(where, do="back", ref=ref_on(alice, where))
    for person in (alice, bob):
        assert "Suggested" not in main_of(person.get(where))


def test_a_yes_to_ones_own_words_is_none(
    alice: Person, bob: Person, where: str
) -> None:
    suggest(alice, where)
    page = alice.post(where, do="yes", ref=ref_on(alice, where))
    assert page.status_code == 422
    assert "You suggested this yourself, so the yes isn’t yours to give." in main_of(
        page
    )


def test_nobody_takes_back_what_the_other_suggested(
    alice: Person, bob: Person, where: str
) -> None:
    suggest(alice, where)
    before = bytes_of(alice.get(where))
    for ref in (ref_on(bob, where), "no number"):
        page = bob.post(where, do="back", ref=ref)
        assert page.status_code == 422
        assert "That has changed in the meantime." in main_of(page)
    assert bytes_of(alice.get(where)) == before


def test_a_yes_and_taking_it_back_at_once_leave_one_of_the_two(
    transactional_db: None, alice: Person, bob: Person, where: str
) -> None:
    for _ in range(ROUNDS):
        suggest(alice, where)
        ref = ref_on(bob, where)
        done = at_once(
            lambda ref=ref: alice.post(where, do="back", ref=ref).status_code,
            lambda ref=ref: bob.post(where, do="yes", ref=ref).status_code,
        )
        leads = "Bob takes care of it until" in main_of(alice.get(where))
        assert (done, leads) in (([200, 422], False), ([422, 200], True))
        if leads:
            alice.post(where, do="end", ref=ref_on(alice, where))


def test_what_somebody_leads_is_not_suggested_again(
    alice: Person, bob: Person, where: str
) -> None:
    led(alice, bob, where)
    page = alice.post(where, do="suggest", area="home", seat="A")
    assert page.status_code == 422
    assert "One of you takes care of this already." in main_of(page)
    assert '<option value="home"' not in html_of(page)


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"area": "home"}, "Choose who takes care of it."),
        ({"seat": "A"}, "Choose what it’s about."),
        ({"area": "moon", "seat": "A"}, "Choose what it’s about."),
    ],
)
def test_a_suggestion_names_an_area_and_a_person(
    fields: dict[str, str], why: str, alice: Person, where: str
) -> None:
    page = alice.post(where, do="suggest", **fields)
    assert page.status_code == 422
    assert why in main_of(page)


def test_the_same_is_suggested_once(alice: Person, where: str) -> None:
    suggest(alice, where)
    assert "You’ve said so already." in suggest(alice, where)


def test_both_read_the_same_where_nothing_is_to_say(
    alice: Person, bob: Person, where: str
) -> None:
    led(alice, bob, where)
    one, other = (main_of(person.get(where)) for person in (alice, bob))
    assert one.replace("You and Bob", "") == other.replace("You and Alice", "")
