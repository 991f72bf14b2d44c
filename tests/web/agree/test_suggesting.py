"""Suggesting a line: mine or for both, of what the two may agree on at all."""

from __future__ import annotations

import re

import pytest
from tests.web.agree.acts import FIELDS, WORDS, agreed, press, suggested
from tests.web.cast import Person, bytes_of, heading_of, html_of, main_of

from coequal.content.starters import fitting, starters
from coequal.core.agree.rules import MOST_OFFERED
from coequal.core.own_life import EVERYBODYS
from coequal.core.people import PairType

OWN = "Each of you decides this alone, so there’s nothing to agree on here."
FREE = "Only agree on things you could each say no to."


def refused(person: Person, place: str, **changed: str) -> str:
    page = person.post(f"{place}agreed/new/", **{**FIELDS, **changed})
    assert page.status_code == 422
    return main_of(page)


def filled(person: Person, where: str) -> dict[str, str]:
    """What stands in the fields of the form."""
    html = html_of(person.get(where))
    typed = dict(re.findall(r'type="text" name="(\w+)" value="([^"]*)"', html))
    ticked = dict(re.findall(r'type="radio" name="(\w+)" value="(\w+)" checked', html))
    picked = re.findall(r'<option value="(\w+)" selected', html)
    return {**typed, **ticked, "area": "".join(picked)}


def test_both_read_the_words_and_that_one_may_refuse(
    alice: Person, bob: Person, place: str
) -> None:
    where = suggested(alice, place)
    for person in (alice, bob):
        page = main_of(person.get(where))
        assert "Alice suggests Shall we agree on this? " + WORDS in page
        assert FREE in page
    assert FREE in main_of(alice.get(f"{place}agreed/new/"))
    assert "Yes, agreed" in main_of(bob.get(where))
    assert "Yes, agreed" not in main_of(alice.get(where))


def test_what_i_will_do_is_said_in_my_own_name(
    alice: Person, bob: Person, place: str
) -> None:
    where = agreed(alice, bob, place, binds="me", my_limit="ten o’clock")
    page = main_of(bob.get(where))
    assert "Alice We agreed on this When it gets loud: I will stop for tea" in page
    assert "The limit for Alice: ten o’clock" in page


@pytest.mark.parametrize("area", [*EVERYBODYS, "people", "moon"])
@pytest.mark.parametrize("binds", ["me", "both"])
def test_of_ones_own_life_there_is_no_agreement_but_a_door_to_ones_own_line(
    area: str, binds: str, alice: Person, place: str
) -> None:
    before = bytes_of(alice.get(f"{place}agreed/"))
    page = refused(alice, place, area=area, binds=binds)
    if area != "moon":
        assert OWN in page
        assert "Write down where your own line is" in page
    assert bytes_of(alice.get(f"{place}agreed/")) == before


def test_nobody_sets_a_limit_to_the_other_alone(alice: Person, place: str) -> None:
    page = refused(alice, place, binds="me", your_limit="50 euros")
    assert "With “I will” you can set a limit for yourself only." in page


@pytest.mark.parametrize("limits", [("200 euros", "50 euros"), ("", "50 euros")])
def test_a_limit_for_both_is_the_same_for_both(
    limits: tuple[str, str], alice: Person, bob: Person, place: str
) -> None:
    page = refused(alice, place, my_limit=limits[0], your_limit=limits[1])
    assert "With “We both” the limit is the same for you both." in page
    where = suggested(alice, place, my_limit="100 euros", your_limit="100 Euros")
    for person in (alice, bob):
        said = "The limit, the same for you both: 100 euros"
        assert said in main_of(person.get(where))


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"area": ""}, "Please pick what it’s about."),
        ({"binds": "you"}, "Please pick “I will” or “We both”."),
        ({"weeks": "1"}, "Please pick how long."),
        ({"then": ""}, "Please fill this in."),
        ({"then": "\u200b"}, "Please write something."),
        ({"when": "a" * 161}, "There’s room for 160."),
    ],
)
def test_what_is_missing_or_too_long_is_said(
    changed: dict[str, str], why: str, alice: Person, place: str
) -> None:
    page = refused(alice, place, **changed)
    assert why in page


def test_what_was_typed_is_still_there(alice: Person, place: str) -> None:
    page = alice.post(f"{place}agreed/new/", **{**FIELDS, "area": "phone"})
    assert 'value="stop for tea, and go on at eight"' in html_of(page)


def test_the_same_is_suggested_once(alice: Person, bob: Person, place: str) -> None:
    suggested(alice, place)
    assert "You’ve said so already." in refused(alice, place)
    where = agreed(bob, alice, place)
    assert "already agreed on exactly this" in refused(bob, place)
    press(bob, where, "end")
    suggested(bob, place)


def test_nobody_fills_the_page_of_the_two(
    alice: Person, bob: Person, place: str
) -> None:
    for number in range(MOST_OFFERED):
        suggested(alice, place, then=f"sing number {number}")
    assert f"You have {MOST_OFFERED} suggestions waiting." in refused(alice, place)
    suggested(bob, place)


@pytest.mark.parametrize("start", dict(fitting(starters().starters, PairType.PARTNERS)))
def test_words_to_begin_with_are_filled_in_and_can_be_suggested(
    start: str, alice: Person, place: str
) -> None:
    assert f"new/{start}/" in html_of(alice.get(f"{place}agreed/"))
    begun = filled(alice, f"{place}agreed/new/{start}/")
    assert begun["area"]
    page = alice.post(f"{place}agreed/new/", **begun)
    assert heading_of(page) == "Shall we agree on this?", main_of(page)


@pytest.mark.parametrize("kind", list(PairType))
def test_every_type_has_ideas_that_fit_it(kind: PairType) -> None:
    apart = kind not in {PairType.PARTNERS, PairType.FLATMATES}
    ideas = dict(fitting(starters().starters, kind))
    assert ("ill" in ideas, "cancel" in ideas) == (not apart, apart)
    assert len(ideas) >= 3
    assert len(fitting(starters().tries, kind)) >= 3


def test_an_idea_goes_while_it_stands_there_already(
    alice: Person, bob: Person, place: str
) -> None:
    idea = f"{place}agreed/new/loud/"
    where = suggested(alice, place)
    for person in (alice, bob):
        assert idea not in html_of(person.get(f"{place}agreed/"))
    press(alice, where, "back")
    assert idea in html_of(bob.get(f"{place}agreed/"))


def test_what_waits_for_my_word_leads_before_suggesting_more(
    alice: Person, bob: Person, place: str
) -> None:
    where = suggested(alice, place)
    filled_one = 'class="btn first mid" href="{}"'
    assert filled_one.format(where) in html_of(bob.get(f"{place}agreed/"))
    hers = html_of(alice.get(f"{place}agreed/"))
    assert filled_one.format(where) not in hers
    assert "Suggest something" in main_of(bob.get(f"{place}agreed/"))


def test_other_words_begin_with_what_stands(
    alice: Person, bob: Person, place: str
) -> None:
    where = suggested(alice, place, my_limit="9 pm", your_limit="9 pm")
    line = where.strip("/").rpartition("/")[2]
    again = f"{place}agreed/{line}/new/"
    expected = {**FIELDS, "my_limit": "9 pm", "your_limit": "9 pm"}
    assert filled(bob, again) == expected
    assert heading_of(bob.get(again)) == "Suggest something"
    press(bob, where, "yes")
    assert filled(bob, again) == expected
    assert heading_of(bob.get(again)) == "Other words for it"


def test_what_the_other_will_do_is_nobody_elses_to_say(
    alice: Person, bob: Person, place: str
) -> None:
    where = agreed(alice, bob, place, binds="me", my_limit="9 pm")
    line = where.strip("/").rpartition("/")[2]
    begun = filled(bob, f"{place}agreed/{line}/new/")
    assert "binds" not in begun
    assert not begun.get("my_limit")
