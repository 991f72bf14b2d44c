"""My home: what waits with the pair I used last, and *Not now*."""

from __future__ import annotations

import re

import pytest
from django.http import HttpResponse
from tests.web.cast import (
    Person,
    bytes_of,
    heading_of,
    html_of,
    invited,
    join,
    main_of,
    opened,
    pair,
)
from tests.web.conftest import Hands
from tests.web.decide.acts import raised
from tests.web.see.acts import looked

from coequal.journal import clock, models

FILLED = re.compile(r'class="btn first mid" href="([^"]+)"')
THING = re.compile(r'name="thing" value="(\w+)"')
PAIR = re.compile(r'name="pair" value="(\w*)"')


def others(page: HttpResponse) -> list[str]:
    return [row.title for row in page.context["others"]]


def rows(page: HttpResponse) -> list[str]:
    return [row.title for row in page.context["rows"]]


def not_now(person: Person) -> HttpResponse:
    """Fold away what leads, as the button does."""
    html = html_of(person.get("/us/"))
    about, thing = PAIR.findall(html)[0], THING.findall(html)[0]
    return person.post("/us/", do="fold", pair=about, thing=thing)


def again(person: Person) -> HttpResponse:
    about = PAIR.findall(html_of(person.get("/us/")))[-1]
    return person.post("/us/", do="unfold", pair=about)


# Alone.


def test_alone_and_new_it_leads_to_the_questions(carol: Person) -> None:
    page = carol.get("/us/")
    assert heading_of(page) == "My picture"
    assert FILLED.findall(html_of(page)) == ["/answers/"]


def test_alone_it_leads_to_my_picture_once_there_is_one(carol: Person) -> None:
    carol.answer_all()
    page = carol.get("/us/")
    assert heading_of(page) == "My picture"
    carol.get(FILLED.findall(html_of(page))[0])
    assert carol.where == "/mine/"


def test_more_people_stands_there_for_everybody(
    alice: Person, bob: Person, carol: Person
) -> None:
    pair(alice, bob)
    for person in (alice, carol):
        assert "More people" in others(person.get("/us/"))
        assert 'href="/us/more/"' in html_of(person.get("/us/"))


def test_whom_one_asked_stands_there_and_does_not_lead(carol: Person) -> None:
    invited(carol, "Dana")
    page = carol.get("/us/")
    assert heading_of(page) == "My picture"
    assert "Dana" in rows(page)
    assert "You asked." in main_of(page)


def test_who_used_the_code_is_told_by_the_code_and_by_no_time(
    alice: Person, carol: Person
) -> None:
    alice.begin()
    alice.keep()
    code = invited(carol, "Alice")
    join(alice, code, "Carol")
    page = carol.get("/us/")
    assert heading_of(page) == "Alice has joined."
    assert "You and Alice" in main_of(page)
    assert "You can go on together. Go on with Alice" in main_of(page)
    assert rows(page) == ["My picture"]
    waits = alice.get("/us/")
    assert heading_of(waits) == "Your part is done."
    assert not FILLED.findall(html_of(waits))


# Of two.


def test_my_picture_stands_there_alike_whether_or_not_i_answered(
    place: str, alice: Person
) -> None:
    before = main_of(alice.get("/us/"))
    alice.answer_all()
    assert main_of(alice.get("/us/")) == before
    assert others(alice.get("/us/")) == ["My picture", "More people"]


def test_the_pair_that_was_chosen_last_leads(
    alice: Person, bob: Person, carol: Person, hands: Hands
) -> None:
    first = pair(alice, bob)
    hands.forward(clock.MINUTE)
    code = invited(carol, "Alice")
    second = carol.where
    join(alice, code, "Carol")
    # A code that was used takes no home away, before both are here.
    assert "You and Bob" in main_of(alice.get("/us/"))
    for place, name in ((first, "Bob"), (second, "Carol"), (first, "Bob")):
        hands.forward(clock.MINUTE)
        alice.post("/us/more/", pair=place.strip("/").rpartition("/")[2])
        assert alice.where == place
        assert f"You and {name}" in main_of(alice.get("/us/"))
    alice.post(f"{first}leave/", do="rest")
    assert "You and Carol" in main_of(alice.get("/us/"))
    alice.post(f"{second}leave/", way="now", phrase=alice.phrase)
    assert heading_of(alice.get("/us/")) == "My picture"


def test_a_pair_that_is_not_mine_cannot_be_chosen(place: str, carol: Person) -> None:
    for given in (place.strip("/").rpartition("/")[2], "", "no id", "00"):
        carol.post("/us/more/", pair=given)
        assert carol.where == "/us/more/"


def test_a_list_of_a_home_has_three_rows_at_most(alice: Person, bob: Person) -> None:
    place = opened(alice, bob)
    raised(bob, place)
    raised(alice, place, text="And in May?")
    bob.post(f"{place}evening/", do="say", text="Friday.")
    bob.post(f"{place}decide/diary/", text="The lamp.", area="home")
    bob.post(f"{place}decide/lead/", do="suggest", area="home", seat="A")
    page = alice.get("/us/")
    assert heading_of(page) == "Your four cards are open."
    assert len(rows(page)) == len(others(page)) + 1 == 3
    assert rows(page)[-1] == "Everything else with Bob"


def test_whom_one_asked_beside_a_pair_stands_behind_more_people(
    place: str, alice: Person
) -> None:
    for name in ("Dana", "Eve"):
        invited(alice, name)
    found = others(alice.get("/us/"))
    assert len(found) == 3
    assert found[1:] == ["My picture", "More people"]
    for name in ("Dana", "Eve"):
        assert name in main_of(alice.get("/us/more/"))


def test_decide_in_the_bar_leads_to_the_pair_or_to_deciding_alone(
    place: str, alice: Person, carol: Person
) -> None:
    alice.get("/us/decide/")
    assert alice.where == f"{place}decide/"
    carol.get("/us/decide/")
    assert carol.where == "/decide/"


# Not now.


def test_not_now_folds_it_away_for_a_week_on_my_home_alone(
    alice: Person, bob: Person, hands: Hands
) -> None:
    place = looked(alice, bob)
    raised(bob, place)
    before = [bytes_of(bob.get(at)) for at in ("/us/", place)]
    assert heading_of(alice.get("/us/")) == "Bob asks something."
    page = not_now(alice)
    assert alice.where == "/us/"
    assert heading_of(page) == "All quiet."
    assert "Everything with Bob" in rows(page)
    assert heading_of(alice.get(place)) == "Bob asks something."
    assert [bytes_of(bob.get(at)) for at in ("/us/", place)] == before
    hands.forward(7 * clock.DAY - 1)
    alice.sign_in()
    assert heading_of(alice.get("/us/")) == "All quiet."
    hands.forward(1)
    assert heading_of(alice.get("/us/")) == "Bob asks something."


def test_it_can_be_shown_again_at_once(alice: Person, bob: Person) -> None:
    opened(alice, bob)
    assert "Show it again" not in main_of(alice.get("/us/"))
    assert heading_of(not_now(alice)) == "All quiet."
    assert "Show it again" in main_of(alice.get("/us/"))
    page = again(alice)
    assert heading_of(page) == "Your four cards are open."
    assert "Show it again" not in main_of(page)


def test_what_follows_from_it_shows_all_the_same(alice: Person, bob: Person) -> None:
    """What is folded away is one thing as it is now, not all that comes of it."""
    place = looked(alice, bob)
    where = raised(bob, place)
    assert heading_of(not_now(alice)) == "All quiet."
    bob.post(where, do="retract")
    raised(bob, place, text="And in May?")
    assert heading_of(alice.get("/us/")) == "Bob asks something."


def test_alone_my_picture_can_be_folded_away_too(carol: Person) -> None:
    page = not_now(carol)
    assert heading_of(page) == "All quiet."
    assert rows(page) == ["My picture"]
    assert heading_of(again(carol)) == "My picture"


@pytest.mark.parametrize("thing", ["", "00", "no hex", "0" * 62, "0" * 66])
def test_what_names_nothing_folds_nothing_away(carol: Person, thing: str) -> None:
    before = main_of(carol.get("/us/"))
    assert carol.post("/us/", do="fold", pair="", thing=thing).status_code == 200
    carol.post("/us/", do="fold", pair="0" * 32, thing="0" * 64)
    carol.post("/us/", do="unfold", pair="0" * 32)
    assert main_of(carol.get("/us/")) == before


def test_what_was_folded_away_long_ago_is_forgotten(
    carol: Person, hands: Hands
) -> None:
    kept = []
    for number in range(3):
        for _press in range(2):
            carol.post("/us/", do="fold", pair="", thing=f"{number:064d}")
        kept.append(models.Share.objects.count())
        hands.forward(7 * clock.DAY)
        carol.sign_in()
    assert kept == [kept[0]] * 3


def test_what_comes_after_something_folded_away_is_another_thing(
    alice: Person, bob: Person
) -> None:
    place = looked(alice, bob)
    raised(bob, place, text="Where do we spend New Year?")
    assert heading_of(not_now(alice)) == "All quiet."
    raised(bob, place, text="Who feeds the cat?")
    assert heading_of(alice.get("/us/")) == "Bob asks something."
