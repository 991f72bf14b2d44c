"""Raising a question: whose it is, what holds meanwhile, and nothing typed is lost."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from tests.web.cast import Person, heading_of, html_of, main_of
from tests.web.conftest import Hands
from tests.web.decide.acts import (
    FIELDS,
    OPTIONS,
    QUESTION,
    raised,
)

from coequal.core.characters import TURNING, tamed

HOSTILE = "<script>alert('%(name)s')</script> {{ iid }} \u202eabc & co"


def test_what_is_raised_stands_for_both_at_once(
    place: str, alice: Person, bob: Person
) -> None:
    where = raised(alice, place, area="home")
    for someone in (alice, bob):
        text = main_of(someone.get(where))
        asked = f"Alice asks {QUESTION} Until you decide: We book nothing."
        assert text.startswith(asked)
        assert text.endswith("2026. About: Home.")
        assert all(option in text for option in OPTIONS)


def test_the_page_asks_whose_it_is_and_points_to_ones_own_line(
    place: str, alice: Person
) -> None:
    page = alice.get(f"{place}decide/raise/")
    assert 'href="/boundaries/"' in html_of(page)
    text = main_of(page)
    assert "your body, your own money, your safety, and who you see" in text
    assert "Write down where your line is" in text
    fields = {name: said for name, said in FIELDS.items() if name != "ours"}
    page = alice.post(f"{place}decide/raise/", **fields)
    assert page.status_code == 422
    assert "If it’s yours alone, you don’t need to ask." in main_of(page)
    assert QUESTION in html_of(page)


def test_a_question_and_the_tick_are_enough(
    place: str, alice: Person, bob: Person
) -> None:
    text = main_of(alice.get(f"{place}decide/raise/"))
    assert "Leave all three empty for a yes or no." in text
    page = alice.post(f"{place}decide/raise/", text="Do we get a cat?", ours="on")
    assert heading_of(page) == "Do we get a cat?"
    text = main_of(bob.get(alice.where))
    assert "Until you decide: We leave it as it is." in text
    assert text.index("Yes") < text.index("No")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"text": ""}, "Please fill this in."),
        ({"text": "\x01"}, "Please write something."),
        ({"text": "\u2800"}, "Please write something."),
        ({"text": "\u202e\u3164"}, "Please write something."),
        ({"text": "x" * 161}, "160"),
        ({"option2": "", "option3": " "}, "Add at least two options."),
        ({"option2": "at HOME"}, "That option is there already."),
        ({"option3": "At home\u200b"}, "That option is there already."),
        ({"option3": "At home\ufe0f"}, "That option is there already."),
        ({"option3": "\u0410t h\u043eme"}, "That option is there already."),
        ({"until": "someday"}, "Write a day, such as 2026-12-31."),
        ({"until": "0001-01-01"}, "This day is over."),
        ({"until": "2001-01-01"}, "This day is over."),
        ({"area": "nowhere"}, "You can tell each other, but there’s no vote on it."),
    ],
)
def test_bad_input_says_why_and_keeps_what_was_typed(
    place: str, alice: Person, changed: dict[str, str], said: str
) -> None:
    sent = {**FIELDS, **changed}
    page = alice.post(f"{place}decide/raise/", **sent)
    assert page.status_code == 422
    assert said in main_of(page)
    html = html_of(page)
    kept = {name: text for name, text in sent.items() if name not in {*changed, "ours"}}
    for name, text in kept.items():
        assert re.search(rf'name="{name}" value="{re.escape(text)}"', html), name
    assert re.search(r'name="ours"[^>]* checked', html)
    assert QUESTION not in main_of(alice.get(f"{place}decide/"))


def test_a_second_press_raises_it_once(place: str, alice: Person, bob: Person) -> None:
    first, second = raised(alice, place), raised(alice, place)
    assert first == second
    assert raised(alice, place, option3="In bed") != first
    assert raised(bob, place) != first


def test_a_last_day_is_shown_as_one_that_opens_nothing(
    place: str, alice: Person, bob: Person
) -> None:
    where = raised(alice, place, until="2999-12-31")
    text = main_of(bob.get(where))
    assert "You can rate the options until 31 December 2999." in text
    assert "If you haven’t both answered by then, what you said stays hidden." in text


def test_today_may_be_the_last_day(place: str, alice: Person, hands: Hands) -> None:
    today = datetime.fromtimestamp(hands.at, UTC).date()
    raised(alice, place, until=f"{today}")
    before = {**FIELDS, "until": f"{today - timedelta(days=1)}"}
    assert alice.post(f"{place}decide/raise/", **before).status_code == 422


def test_hostile_text_is_kept_and_shown_as_text(
    place: str, alice: Person, bob: Person
) -> None:
    where = raised(alice, place, option1=HOSTILE[:90], meanwhile=HOSTILE)
    page = bob.get(where)
    assert tamed(HOSTILE) in main_of(page)
    html = html_of(page)
    assert "<script>alert" not in html
    assert "&lt;script&gt;" in html
    listed = html_of(bob.get(f"{place}decide/"))
    assert "<script>alert" not in listed


def test_a_pair_that_closed_raises_nothing_more(
    place: str, alice: Person, bob: Person
) -> None:
    where = raised(alice, place)
    alice.post(f"{place}leave/", way="now", phrase=alice.phrase)
    assert bob.get(where).status_code == 200
    assert "Ask something" not in main_of(bob.get(f"{place}decide/"))
    for path in (f"{place}decide/raise/", f"{where}weigh/"):
        assert heading_of(bob.get(path)) == "This is closed now."
    assert heading_of(bob.post(where, do="add", text="x")) == "This is closed now."


def test_an_option_turns_round_no_word_beside_it(
    place: str, alice: Person, bob: Person
) -> None:
    where = raised(alice, place, option1="Alice\u2069\u202e", option2="Bob cooks")
    for person in (alice, bob):
        html = html_of(person.get(where))
        assert not TURNING & set(html)
        assert '<bdi translate="no">Alice</bdi>' in html
