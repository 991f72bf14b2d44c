"""On the day it has ended: it goes on only if both say keep, each by themselves."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from tests.web.agree.acts import WORDS, agreed, press, suggested
from tests.web.cast import Person, bytes_of, heading_of, html_of, main_of
from tests.web.conftest import Hands

from coequal.core.agree.agreements import LOOKING
from coequal.journal import clock, models

OVER = "This one has ended"
DAYS = 28 * clock.DAY


def later(hands: Hands, seconds: int, *people: Person) -> None:
    """Let time pass, and everybody come back."""
    for person in people:
        person.sign_out()
    hands.forward(seconds)
    for person in people:
        person.sign_in()


@pytest.fixture
def ended(alice: Person, bob: Person, place: str, hands: Hands) -> str:
    """The address of a line on the day on which the two look again."""
    where = agreed(alice, bob, place)
    later(hands, DAYS, alice, bob)
    return where


def test_on_its_day_it_has_run_its_course_for_both(
    alice: Person, bob: Person, place: str, ended: str
) -> None:
    for person in (alice, bob):
        assert heading_of(person.get(ended)) == OVER
        page = main_of(person.get(f"{place}agreed/"))
        assert f"Time to look again {WORDS} Over, unless you both say keep." in page
        home = main_of(person.get(place))
        assert "Time to look again at something you agreed on." in home


def test_both_say_keep_and_it_goes_on_for_as_long_again(
    alice: Person, bob: Person, place: str, ended: str, hands: Hands
) -> None:
    for person in (alice, bob):
        press(person, ended, "keep")
    for person in (alice, bob):
        assert heading_of(person.get(ended)) == "We agreed on this"
        assert "something you agreed on" not in main_of(person.get(place))
    later(hands, DAYS, alice, bob)
    for person in (alice, bob):
        assert heading_of(person.get(ended)) == OVER
        press(person, ended, "keep")
    assert heading_of(alice.get(ended)) == "We agreed on this"


def test_one_keep_changes_no_byte_for_the_other(
    alice: Person, bob: Person, place: str, ended: str
) -> None:
    pages = (ended, place, f"{place}agreed/", "/us/")
    before = [bytes_of(bob.get(page)) for page in pages]
    press(alice, ended, "keep")
    assert "You said keep." in main_of(alice.get(ended))
    assert [bytes_of(bob.get(page)) for page in pages] == before
    press(alice, ended, "let go")
    assert "You said keep." not in main_of(alice.get(ended))
    assert [bytes_of(bob.get(page)) for page in pages] == before


@pytest.mark.parametrize("kept", [(), ("alice",), ("bob",), ("alice", "back")])
def test_every_other_outcome_reads_the_same_to_both(
    kept: tuple[str, ...], alice: Person, bob: Person, ended: str, hands: Hands
) -> None:
    people = {"alice": alice, "bob": bob}
    for who in kept:
        press(people.get(who, alice), ended, "keep" if who in people else "let go")
    later(hands, LOOKING, alice, bob)
    for person in (alice, bob):
        page = main_of(person.get(ended))
        assert page == f"You and {_other(person)} {OVER} {WORDS} Suggest it again"


def _other(person: Person) -> str:
    return {"Alice": "Bob", "Bob": "Alice"}[person.name]


def test_a_keep_that_comes_too_late_revives_nothing(
    alice: Person, bob: Person, place: str, ended: str, hands: Hands
) -> None:
    press(alice, ended, "keep")
    later(hands, LOOKING, alice, bob)
    assert press(bob, ended, "keep").status_code == 422
    assert heading_of(alice.get(ended)) == OVER
    assert WORDS not in main_of(bob.get(f"{place}agreed/"))


def rows() -> int:
    return models.StoredRow.objects.count()


def test_a_keep_that_came_to_nothing_goes_with_the_next_act_of_who_said_it(
    alice: Person, bob: Person, place: str, ended: str, hands: Hands
) -> None:
    press(alice, ended, "keep")
    later(hands, LOOKING, alice, bob)
    before, pages = rows(), (ended, place, f"{place}agreed/")
    bob_reads = [bytes_of(bob.get(page)) for page in pages]
    new = suggested(alice, place, then="sing")
    press(alice, new, "back")
    # One more that is suggested and one that says it was taken back; the keep is gone.
    assert rows() == before + 2 - 1
    assert [bytes_of(bob.get(page)) for page in pages] == bob_reads
    assert heading_of(alice.get(ended)) == OVER


def test_a_page_left_open_keeps_nothing_of_a_later_time(
    alice: Person, bob: Person, ended: str, hands: Hands
) -> None:
    for person in (alice, bob):
        press(person, ended, "keep")
    later(hands, DAYS, alice, bob)
    found = re.search(r'name="ref" value="(\w+)"', html_of(alice.get(ended)))
    assert found is not None
    for turn in ("1", "3", "", "many"):
        page = alice.post(ended, do="keep", ref=found[1], turn=turn)
        assert page.status_code == 422
    assert "You said keep." not in main_of(alice.get(ended))
    assert alice.post(ended, do="keep", ref=found[1], turn="2").status_code == 200
    assert "You said keep." in main_of(alice.get(ended))


def test_nobody_keeps_what_still_holds(
    alice: Person, bob: Person, place: str, hands: Hands
) -> None:
    where = agreed(alice, bob, place)
    later(hands, DAYS - clock.DAY, alice, bob)
    page = press(alice, where, "keep")
    assert page.status_code == 422
    assert heading_of(bob.get(where)) == "We agreed on this"


def test_what_has_run_its_course_may_be_suggested_again(
    alice: Person, bob: Person, place: str, ended: str
) -> None:
    new = suggested(alice, place)
    press(bob, new, "yes")
    assert f"Now {WORDS}" in main_of(bob.get(f"{place}agreed/"))


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("Europe/Berlin", (2027, 3, 15)),  # clocks are put on
        ("Europe/Berlin", (2027, 10, 18)),  # and back
        ("Pacific/Kiritimati", (2027, 3, 15)),
        ("America/St_Johns", (2027, 3, 1)),
        ("UTC", (2027, 3, 15)),
    ],
)
def test_a_day_ends_where_the_two_are(
    zone: str,
    day: tuple[int, int, int],
    alice: Person,
    bob: Person,
    place: str,
    hands: Hands,
) -> None:
    there = ZoneInfo(zone)
    late = datetime(*day, 23, 30, tzinfo=there)
    look = datetime.fromordinal(late.toordinal() + 28).replace(tzinfo=there)
    later(hands, int(late.timestamp()) - hands.at, alice, bob)
    if zone != "UTC":
        alice.post(f"{place}days/", zone=zone)
    where = agreed(alice, bob, place)
    said = f"You look again on {look.day} {look:%B}."
    assert said in main_of(bob.get(where))
    later(hands, int(look.timestamp()) - hands.at - 1, alice, bob)
    assert heading_of(bob.get(where)) == "We agreed on this"
    later(hands, 1, alice, bob)
    assert heading_of(alice.get(where)) == OVER


def test_another_zone_moves_no_end(
    alice: Person, bob: Person, place: str, hands: Hands
) -> None:
    where = agreed(alice, bob, place)
    began = datetime.fromtimestamp(hands.at, UTC).replace(hour=0, minute=0, second=0)
    end = int(began.timestamp()) + DAYS
    for zone in ("Pacific/Kiritimati", "America/St_Johns"):
        bob.post(f"{place}days/", zone=zone)
    later(hands, end - hands.at - 1, alice, bob)
    assert heading_of(alice.get(where)) == "We agreed on this"
    later(hands, 1, alice, bob)
    assert heading_of(alice.get(where)) == OVER
