"""A pair whose own row was damaged: it says so, and one can leave; all else works."""

from __future__ import annotations

from typing import Any

import pytest
from tests.web.cast import (
    Person,
    bytes_of,
    heading_of,
    html_of,
    invited,
    join,
    main_of,
    met,
)
from tests.web.decide.test_looking import (
    bond_of,
)
from tests.web.spoiling import (
    spoil,
)
from tests.web.test_first_seen import visit_of

from coequal.journal import door as journal
from coequal.journal import models
from coequal.people import pairs
from coequal.people.entries import Paired, PairPlace, Relation

HERE = "What you two have here can’t be shown"
CLOSED = "This is closed now."


def spoil_paired(person: Person, place: str) -> None:
    (record,) = bond_of(person, place).reading.read(Paired)
    spoil(record)


def spoil_relation(person: Person, place: str) -> None:
    pair_id = bytes.fromhex(place.split("/")[2])
    own = visit_of(person).own
    for record in own.read(Relation):
        if record.entry.pair_id == pair_id:
            spoil(record)


SPOILS: Any = pytest.mark.parametrize("damage", [spoil_paired, spoil_relation])


@pytest.fixture
def other(place: str, alice: Person, carol: Person) -> str:
    """The place of Alice and Carol, which nothing happens to."""
    code = invited(alice, "Carol")
    where = alice.where
    join(carol, code, "Alice")
    met(alice, where)
    return where


@SPOILS
def test_us_says_which_one_it_is_and_shows_the_others(
    place: str, other: str, alice: Person, damage: Any
) -> None:
    damage(alice, place)
    listed = {
        one.label: one.state for one in alice.get("/us/more/").context["relations"]
    }
    assert listed == {"Bob": "Can’t be shown", "Carol": "You’re connected"}
    assert place.strip("/").rpartition("/")[2] in html_of(alice.get("/us/more/"))


@pytest.mark.usefixtures("other")
@SPOILS
def test_home_leads_with_the_others_and_still_to_the_damaged_one(
    place: str, alice: Person, damage: Any
) -> None:
    damage(alice, place)
    home = alice.get("/us/")
    assert home.context["label"] == "Carol"
    lost = [one.url for one in home.context["others"] if one.title == "Bob"]
    assert lost == ([place] if damage is spoil_relation else [])


@pytest.mark.usefixtures("other")
def test_home_leads_with_another_where_the_one_i_chose_is_lost(
    place: str, alice: Person
) -> None:
    alice.post("/us/more/", pair=place.strip("/").rpartition("/")[2])
    spoil_relation(alice, place)
    assert alice.get("/us/").context["label"] == "Carol"


def test_home_says_so_where_there_is_nobody_else(place: str, alice: Person) -> None:
    spoil_relation(alice, place)
    (lost, *_) = alice.get("/us/").context["rows"]
    assert (lost.title, lost.url) == ("Bob", place)
    alice.post(f"{place}leave/", way="now", phrase=alice.phrase)
    assert "Bob" not in [one.title for one in alice.get("/us/").context["rows"]]


@SPOILS
def test_its_pages_say_so_and_lead_to_the_way_out(
    place: str, alice: Person, damage: Any
) -> None:
    damage(alice, place)
    for page in ("", "choose/", "decide/", "notice/", "cards/"):
        shown = alice.get(f"{place}{page}")
        assert (shown.status_code, heading_of(shown)) == (409, HERE), page
        assert f'href="{place}leave/"' in html_of(shown)


@SPOILS
def test_it_can_be_left(place: str, alice: Person, bob: Person, damage: Any) -> None:
    damage(alice, place)
    page = alice.get(f"{place}leave/")
    assert page.status_code == 200
    assert "Bob then reads:" in main_of(page)
    wrong = alice.post(f"{place}leave/", way="now", phrase="a guess at it")
    assert wrong.status_code == 422
    assert not models.Space.objects.filter(closed=True).exists()
    alice.post(f"{place}leave/", way="now", phrase=alice.phrase)
    assert models.Space.objects.filter(closed=True).count() == 1
    assert heading_of(bob.get(place)) == CLOSED


@SPOILS
def test_an_account_ends_with_all_its_pairs(
    place: str, other: str, alice: Person, bob: Person, carol: Person, damage: Any
) -> None:
    damage(alice, place)
    page = main_of(alice.get("/account/end/"))
    assert "Bob" in page
    assert "Carol" in page
    alice.post("/account/end/", phrase=alice.phrase)
    assert models.Space.objects.filter(closed=True).count() == 2
    assert heading_of(carol.get(other)) == CLOSED
    assert heading_of(bob.get(place)) == CLOSED


@SPOILS
def test_the_other_pair_is_as_it_was(
    place: str, other: str, alice: Person, carol: Person, damage: Any
) -> None:
    paths = (f"{other}choose/", f"{other}decide/", f"{other}leave/")
    before = [bytes_of(one.get(path)) for one in (alice, carol) for path in paths]
    damage(alice, place)
    after = [bytes_of(one.get(path)) for one in (alice, carol) for path in paths]
    assert after == before


def test_the_other_person_reads_on_where_only_my_key_was_damaged(
    place: str, alice: Person, bob: Person
) -> None:
    before = bytes_of(bob.get(f"{place}decide/"))
    spoil_relation(alice, place)
    assert bytes_of(bob.get(f"{place}decide/")) == before


def test_a_word_that_is_gone_is_no_waiting(place: str, alice: Person) -> None:
    """Who gave it knows that it was there; the other may still have to wait for it."""
    (record,) = bond_of(alice, place).reading.read(Paired)
    models.StoredRow.objects.filter(id=record.id).delete()
    assert heading_of(alice.get(place)) == HERE


def test_a_pair_of_enemies_is_damage_like_any_other(
    place: str, alice: Person, bob: Person
) -> None:
    hers = bond_of(alice, place)
    (record,) = hers.reading.read(Paired)
    models.StoredRow.objects.filter(id=record.id).delete()
    strange = Paired(transcript=hers.transcript, pair="enemies")
    journal.append(hers.reading, strange, subject=hers.transcript)
    for person in (alice, bob):
        assert person.get("/us/").status_code == 200
        assert heading_of(person.get(place)) == HERE
        assert person.get("/account/end/").status_code == 200


def test_a_damaged_place_alone_takes_nothing_away(place: str, alice: Person) -> None:
    (kept,) = visit_of(alice).own.read(PairPlace)
    spoil(kept)
    page = alice.get(f"{place}decide/")
    assert page.status_code == 200
    assert pairs.lost(visit_of(alice)) == []
    alice.post("/account/end/", phrase=alice.phrase)
    assert models.Space.objects.filter(closed=True).count() == 1


def test_somebody_else_s_damaged_pair_is_not_there(
    place: str, alice: Person, carol: Person
) -> None:
    spoil_relation(alice, place)
    assert carol.get(place).status_code == 404
    assert carol.get(f"{place}leave/").status_code == 404


@pytest.mark.parametrize("begin", ["/try/", "/guess/"])
@SPOILS
def test_two_at_one_device_can_still_close_it(
    db: None, begin: str, damage: Any
) -> None:
    somebody = Person("Somebody")
    somebody.post(begin, pair="partners", first="Alex", second="Robin")
    place = f"/us/{pairs.members(visit_of(somebody))[0].pair_id.hex()}/"
    damage(somebody, place)
    assert heading_of(somebody.get(begin)) == HERE
    somebody.post("/chairs/swap/", to=begin)
    somebody.post("/leave/")
    assert not models.Space.objects.exists()
