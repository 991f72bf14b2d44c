"""The home of a pair: one next thing, told without a word that anybody wrote."""

from __future__ import annotations

import re

import pytest
from django.http import HttpResponse
from django.urls import resolve
from tests.web.cast import (
    Person,
    bytes_of,
    heading_of,
    html_of,
    main_of,
    opened,
    pair,
)
from tests.web.conftest import Hands
from tests.web.decide.acts import QUESTION, raised, settled_on, weigh, weighed
from tests.web.decide.test_diary import tell, written
from tests.web.see.acts import all_of_it, at_card, looked

from coequal.core.people import PairType
from coequal.errors import Unsound
from coequal.journal import clock
from coequal.web import pair_types
from coequal.web.rooms import ROOMS
from coequal.web.see import joint_picture
from coequal.web.us import composed

FILLED = re.compile(r'class="btn first mid" href="([^"]+)"')


def leads_to(page: HttpResponse) -> str:
    """Where the one filled button leads; there must be no second one."""
    found = FILLED.findall(html_of(page))
    assert len(found) <= 1
    return found[0] if found else ""


def rows(page: HttpResponse) -> list[str]:
    """The doors of the two, all in sight, in groups of three at most."""
    groups = page.context["groups"]
    assert all(1 <= len(group.rows) <= 3 for group in groups)
    assert "<details" not in html_of(page)
    return [row.title for group in groups for row in group.rows]


# What leads.


def test_before_anything_is_open_it_leads_to_looking_together(
    place: str, alice: Person, bob: Person
) -> None:
    for person in (alice, bob):
        page = person.get(place)
        assert person.where == place
        assert heading_of(page) == "Your four cards come next."
        assert leads_to(page) == f"{place}together/"
        assert "Far apart? Call each other first." in main_of(page)


def test_who_put_something_in_reads_the_same_as_before(
    place: str, alice: Person, bob: Person
) -> None:
    alice.answer_all()
    before = main_of(alice.get(place)), bytes_of(bob.get(place))
    alice.be_ready(place, "home", "money")
    assert (main_of(alice.get(place)), bytes_of(bob.get(place))) == before


def test_what_opened_leads_until_each_has_looked(alice: Person, bob: Person) -> None:
    place = opened(alice, bob)
    page = alice.get(place)
    assert heading_of(page) == "Your four cards are open."
    assert leads_to(page) == f"{place}look/"
    # Bob's press was the second one, which turned the first card.
    assert heading_of(bob.get(place)) == "Your cards are waiting for you."
    at_card(alice, place, 2)
    page = alice.get(place)
    assert heading_of(page) == "Your cards are waiting for you."
    assert leads_to(page) == f"{place}cards/2/"
    all_of_it(bob, place)
    assert heading_of(bob.get(place)) == "You and Alice"
    assert heading_of(alice.get(place)) == "Your cards are waiting for you."


def test_what_leads_stands_there_once(alice: Person, bob: Person) -> None:
    place = looked(alice, bob)
    assert "A time for us" in rows(bob.get(place))
    alice.post(f"{place}evening/", text="Friday after supper", do="say")
    page = bob.get(place)
    assert leads_to(page) == f"{place}evening/"
    assert "A time for us" not in rows(page)
    assert html_of(page).count(f'href="{place}evening/"') == 1


def test_when_nothing_waits_no_button_is_filled(alice: Person, bob: Person) -> None:
    page = alice.get(looked(alice, bob))
    assert heading_of(page) == "You and Bob"
    assert leads_to(page) == ""
    assert "Nothing’s waiting." in main_of(page)


def test_a_quiet_home_of_mine_is_another_page_than_that_of_the_two(
    alice: Person, bob: Person
) -> None:
    place = looked(alice, bob)
    mine, ours = alice.get("/us/"), alice.get(place)
    assert heading_of(mine) == "All quiet."
    assert heading_of(ours) == "You and Bob"
    own = {row.title for row in (*mine.context["rows"], *mine.context["others"])}
    assert not own & set(rows(ours))


def test_a_question_is_named_and_not_quoted(alice: Person, bob: Person) -> None:
    place = looked(alice, bob)
    where = raised(bob, place)
    page = alice.get(place)
    assert heading_of(page) == "Bob asks something."
    assert leads_to(page) == where
    assert heading_of(bob.get(place)) == "You asked something."
    for person in (alice, bob):
        assert QUESTION not in main_of(person.get(place))
        assert QUESTION not in main_of(person.get("/us/"))


def test_a_question_reads_the_same_once_one_has_answered(
    alice: Person, bob: Person
) -> None:
    place = looked(alice, bob)
    where = raised(bob, place)
    before = [main_of(one.get(at)) for one in (alice, bob) for at in ("/us/", place)]
    weigh(alice, where, "4", "1", "0")
    after = [main_of(one.get(at)) for one in (alice, bob) for at in ("/us/", place)]
    assert after == before


def test_both_in_waits_until_somebody_suggests_and_then_for_a_yes(
    alice: Person, bob: Person
) -> None:
    place = looked(alice, bob)
    where = weighed(alice, bob, place)
    for person in (alice, bob):
        assert heading_of(person.get(place)) == "You’ve both answered."
    bob.post(where, do="propose", option="2")
    page = alice.get(place)
    assert heading_of(page) == "Bob suggests something."
    assert "suggest something else, or leave it" in main_of(page)
    assert leads_to(page) == where
    assert heading_of(bob.get(place)) == "You and Alice"


def test_what_was_decided_is_looked_back_at_after_two_weeks(
    alice: Person, bob: Person, hands: Hands
) -> None:
    place = looked(alice, bob)
    where = settled_on(alice, bob, place)
    assert heading_of(alice.get(place)) == "You and Bob"
    hands.forward(14 * clock.DAY)
    for person in (alice, bob):
        person.sign_in()
        page = person.get(place)
        assert heading_of(page) == "How did it go?"
        assert leads_to(page) == f"{where}review/"
    before = [main_of(one.get(place)) for one in (alice, bob)]
    alice.post(f"{where}review/", text="Good.")
    assert [main_of(one.get(place)) for one in (alice, bob)] == before
    hands.forward(14 * clock.DAY)
    alice.sign_in()
    assert heading_of(alice.get(place)) == "You and Bob"


def test_a_lead_a_line_and_an_evening_wait_too(alice: Person, bob: Person) -> None:
    place = looked(alice, bob)
    bob.post(f"{place}evening/", do="say", text="Friday at eight.")
    page = alice.get(place)
    assert heading_of(page) == "Bob suggests a time."
    assert "Friday" not in main_of(page)
    assert heading_of(bob.get(place)) == "You and Alice"
    alice.post(f"{place}evening/", do="say", text="Saturday.")
    line = written(bob, place)
    assert heading_of(alice.get(place)) == "Bob wrote down a decision."
    tell(alice, line, "both")
    assert heading_of(alice.get(place)) == "Bob wrote down a decision."
    tell(bob, line, "both")
    assert heading_of(alice.get(place)) == "You and Bob"
    bob.post(f"{place}decide/lead/", do="suggest", area="home", seat="A")
    page = alice.get(place)
    assert heading_of(page) == "Bob suggests who takes care of something."
    assert leads_to(page) == f"{place}decide/lead/"
    assert heading_of(bob.get(place)) == "You and Alice"


def test_after_a_while_the_two_are_asked_to_look_again(
    alice: Person, bob: Person, hands: Hands
) -> None:
    place = looked(alice, bob)
    hands.forward(pair_types.HOMES[PairType.PARTNERS].again_after * clock.DAY)
    alice.sign_in()
    page = alice.get(place)
    assert heading_of(page) == "Look again?"
    assert leads_to(page) == f"{place}together/"


def test_where_several_things_wait_the_most_urgent_leads(
    alice: Person, bob: Person
) -> None:
    place = opened(alice, bob)
    raised(bob, place)
    assert heading_of(alice.get(place)) == "Your four cards are open."
    assert "Bob asks something." in main_of(alice.get("/us/"))


# Rows, by type.


def test_the_cards_stand_there_once_open_and_the_rest_once_they_are_turned(
    alice: Person, bob: Person
) -> None:
    place = pair(alice, bob)
    shut = rows(alice.get(place))
    assert "Decide something" in shut
    assert not {"Our picture", "The four cards", "Look again"} & {*shut}
    for someone in (alice, bob):
        someone.answer_all()
        someone.be_ready(place, "home", "money")
    assert rows(alice.get(place))[:1] == ["The four cards"]
    all_of_it(bob, place)
    assert rows(bob.get(place))[:3] == ["Our picture", "The four cards", "Look again"]


def test_every_door_fits_some_type_and_every_type_names_doors_that_are_there() -> None:
    declared = {door.page for room in ROOMS for door in room.doors}
    named = {page for home in pair_types.HOMES.values() for page in home.doors}
    assert named == declared == set(composed.DOORS)
    assert set(pair_types.HOMES) == set(PairType)
    for home in pair_types.HOMES.values():
        assert len(set(home.doors)) == len(home.doors)
        assert all(len(group.doors) <= 3 for group in home.groups)


@pytest.mark.parametrize("kind", list(PairType))
def test_a_home_shows_what_fits_its_type(
    alice: Person, bob: Person, kind: PairType
) -> None:
    person = Person("Visitor")
    page = person.post("/try/", pair=kind.value)
    place = f"/us/{page.context['pair_id']}/"
    home = person.get(place)
    leads = resolve(home.context["lead"].url or "/").view_name
    fit = [composed.DOORS[one] for one in pair_types.HOMES[kind].doors]
    assert rows(home) == [str(one.title) for one in fit if one.page != leads]
    others = "This is just between you two. The others aren’t part of it."
    told = kind in {PairType.SIBLINGS, PairType.FLATMATES}
    assert (others in main_of(home)) is told


# What stands in its place.


def changed(*_what: object) -> bool:
    message = "what is open is not what was seen first"
    raise Unsound(message)


def test_what_is_damaged_in_one_room_takes_nothing_else_away(
    alice: Person, bob: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = opened(alice, bob)
    raised(bob, place)
    monkeypatch.setattr(joint_picture, "seen", changed)
    page = alice.get(place)
    assert page.status_code == 200
    assert heading_of(page) == "Bob asks something."
    assert page.context["damaged"]


def test_a_closed_place_has_no_home(alice: Person, bob: Person) -> None:
    place = looked(alice, bob)
    alice.post(f"{place}leave/", way="now", phrase=alice.phrase)
    for person in (alice, bob):
        assert heading_of(person.get(place)) == "This is closed now."
