"""Our season: three months, read together from what both can read already."""

from __future__ import annotations

import re

import pytest
from tests.web.agree.acts import WORDS, agreed, press, suggested
from tests.web.agree.test_looking_again import later
from tests.web.cast import (
    Person,
    bytes_of,
    heading_of,
    html_of,
    main_of,
    pair,
    session_of,
)
from tests.web.conftest import Hands
from tests.web.decide.test_looking import bond_of
from tests.web.keep.acts import CAKE, SUNDAY, WEEK, friends, write, wrote
from tests.web.pairs.test_leaving_a_pair import close

from coequal.core.month.check_in import CheckIn
from coequal.journal import clock, models
from coequal.people import pairs
from coequal.web.month import store as months
from coequal.web.season.room import next_things
from coequal.web.two import first_seen

DUE = "Your season: the last three months."
QUARTER = 13 * WEEK


@pytest.fixture
def place(alice: Person, bob: Person, hands: Hands) -> str:
    """Alice and Bob met on Sunday, 6 December."""
    hands.at = SUNDAY
    return pair(alice, bob)


def is_due(person: Person, place: str) -> bool:
    """Whether a home has it to say, after what leads there."""
    things = next_things(bond_of(person, place))
    return DUE in [one.title for one in things]


def season(person: Person, place: str) -> str:
    return main_of(person.get(f"{place}season/"))


def test_it_is_due_three_months_after_the_first_sunday_for_two_weeks(
    place: str, alice: Person, bob: Person, hands: Hands
) -> None:
    for days, due in ((-1, False), (0, True), (13, True), (14, False)):
        later(hands, SUNDAY + QUARTER + days * clock.DAY - hands.at, alice, bob)
        for person in (alice, bob):
            assert is_due(person, place) is due, days
    later(hands, QUARTER - 14 * clock.DAY, alice)
    assert is_due(alice, place)


def test_the_days_are_those_of_the_two(
    alice: Person, bob: Person, hands: Hands
) -> None:
    hands.at = SUNDAY - 2 * clock.DAY
    place = pair(alice, bob)
    alice.post(f"{place}days/", zone="Pacific/Kiritimati")
    begins = SUNDAY + QUARTER - 32 * clock.HOUR  # Saturday at ten in universal time
    for moment, due in ((begins - 60, False), (begins + 60, True)):
        later(hands, moment - hands.at, alice)
        assert is_due(alice, place) is due


def test_not_now_folds_it_away(place: str, alice: Person, hands: Hands) -> None:
    later(hands, QUARTER, alice)
    for _ in range(6):
        lead = alice.get("/us/").context["lead"]
        folded = place.strip("/").rpartition("/")[2]
        if lead.title == DUE:
            alice.post("/us/", do="fold", thing=lead.thing, pair=folded)
            break
        alice.post("/us/", do="fold", thing=lead.thing, pair=folded)
    assert DUE not in main_of(alice.get("/us/"))


def test_for_friends_it_is_never_due_and_found_from_their_page(
    alice: Person, bob: Person, hands: Hands
) -> None:
    hands.at = SUNDAY
    for person in (alice, bob):
        person.begin()
        person.keep()
    place = friends(alice, bob)
    assert "Our season" not in main_of(alice.get(place))
    later(hands, QUARTER, alice, bob)
    assert DUE not in main_of(alice.get("/us/"))
    assert f'href="{place}season/"' in html_of(alice.get(place))


def test_thanks_come_first(
    place: str, alice: Person, bob: Person, hands: Hands
) -> None:
    write(alice, place, "You rang.", wish="A quiet Saturday.")
    write(bob, place, "The soup.")
    bob.post(f"{place}thanks/", do="say", text=CAKE)
    for person in (alice, bob):
        person.look(f"{place}season/")
        page = season(person, place)
        for text in ("You rang.", "The soup.", CAKE):
            assert text in page
        assert "A quiet Saturday." not in page
        assert page.index("Thanks, first") < page.index("One thing to try")
    for days, there in ((89, True), (92, False)):
        later(hands, SUNDAY + days * clock.DAY - hands.at, alice)
        assert ("You rang." in season(alice, place)) is there


def test_the_order_of_thanks_tells_nothing(
    place: str, alice: Person, bob: Person
) -> None:
    wrote(alice, bob, place, "You rang.", "The soup.")
    for number in range(6):
        bob.post(f"{place}thanks/", do="say", text=f"Number {number}.")
    refs = [one.ref for one in alice.get(f"{place}season/").context["goods"]]
    assert refs == sorted(refs)
    assert len(refs) == 8


def test_what_i_have_not_looked_at_waits_there_too(
    place: str, alice: Person, bob: Person
) -> None:
    write(alice, place, "You rang.")
    assert "You rang." not in season(alice, place)
    write(bob, place, "The soup.")
    assert "The soup." not in season(alice, place)
    alice.look(f"{place}season/")
    assert "The soup." in season(alice, place)


def test_both_read_the_same_page(
    place: str, alice: Person, bob: Person, hands: Hands
) -> None:
    wrote(alice, bob, place, "You rang.", "The soup.")
    agreed(alice, bob, place)
    bob.post(f"{place}thanks/", do="say", text=CAKE)
    hers, his = (season(person, place) for person in (alice, bob))
    assert hers.replace("You and Bob", "") == his.replace("You and Alice", "")


def test_what_was_agreed_is_told_as_it_is_and_of_nobody(
    place: str, alice: Person, bob: Person, hands: Hands
) -> None:
    holds = agreed(alice, bob, place)
    ended = agreed(alice, bob, place, then="sing")
    suggested(alice, place, then="dance")
    press(bob, ended, "end")
    for person in (alice, bob):
        page = season(person, place)
        assert f"{WORDS} Still on" in page
        assert "We both sing Has ended" in page
        assert "dance" not in page
        assert holds in html_of(person.get(f"{place}season/"))
    later(hands, 40 * clock.DAY, alice, bob)
    assert f"{WORDS} Has ended" in season(bob, place)
    later(hands, 100 * clock.DAY, alice, bob)
    assert "What you agreed on" not in season(alice, place)


def _months(alice: Person, bob: Person, place: str, hands: Hands, count: int) -> None:
    """Let both share their taps for so many months, the latest ones much better."""
    pair_id = bytes.fromhex(place.strip("/").rpartition("/")[2])
    for number in range(count):
        steps = dict.fromkeys(("heard", "say", "load", "appreciated"), 1)
        if number >= count - 4:
            steps = dict.fromkeys(steps, 6)
        said = CheckIn(**steps, good=3)
        found = []
        for person in (alice, bob):
            member = pairs.member(session_of(person), pair_id)
            assert member is not None
            months.send(member, said, [*steps])
            found.append(member)
        for member in found:
            member.reading.forget()
            unseen = months.looked_at(member, months.opened_months(member)).unseen
            first_seen.remember(member, unseen)
        later(hands, 31 * clock.DAY, alice, bob)


def test_only_what_has_clearly_moved_is_told(
    place: str, alice: Person, bob: Person, hands: Hands
) -> None:
    assert "What has clearly changed" not in season(alice, place)
    _months(alice, bob, place, hands, 12)
    for person in (alice, bob):
        page = season(person, place)
        for name in ("Alice", "Bob"):
            assert f"All in all, {name} has felt heard, had a say and found" in page
        assert "It doesn’t say why." in page


def test_something_to_try_begins_a_line_for_both(
    place: str, alice: Person, hands: Hands
) -> None:
    page = html_of(alice.get(f"{place}season/"))
    tries = re.findall(rf'href="({place}agreed/new/[a-z-]+/)"', page)
    assert len(tries) == 3
    for where in tries:
        form = alice.get(where).context["form"]
        assert form["binds"].value() == "both"
        assert form["when"].value()
        assert form["then"].value()
    later(hands, QUARTER, alice)
    page = html_of(alice.get(f"{place}season/"))
    assert not {*tries} & {*re.findall(rf'href="({place}agreed/new/[a-z-]+/)"', page)}
    assert f'href="{place}agreed/new/"' in page
    assert f'href="{place}together/"' in page


def test_it_can_be_kept_as_a_picture_that_names_no_day(
    place: str, alice: Person, bob: Person
) -> None:
    wrote(alice, bob, place, "You rang.", "The soup.")
    picture = alice.get(f"{place}season/picture/")
    assert picture["Content-Type"] == "image/svg+xml"
    assert "notes.svg" in picture["Content-Disposition"]
    drawn = picture.content.decode()
    assert "Alice: “You rang.”" in drawn
    assert "2026" not in drawn


def test_with_nothing_to_read_there_is_still_what_comes_next(
    place: str, alice: Person
) -> None:
    page = season(alice, place)
    assert heading_of(alice.get(f"{place}season/")) == "Three months of the two of you"
    assert "There are no good lines from these months" in page
    assert "One thing to try" in page


def test_reading_it_writes_nothing(place: str, alice: Person, bob: Person) -> None:
    wrote(alice, bob, place, "You rang.", "The soup.")
    rows = models.StoredRow.objects.count()
    before = bytes_of(bob.get(place))
    alice.get(f"{place}season/")
    assert models.StoredRow.objects.count() == rows
    assert bytes_of(bob.get(place)) == before


def test_after_closing_it_is_there_to_read_and_leads_nowhere(
    place: str, alice: Person, bob: Person
) -> None:
    wrote(alice, bob, place, "You rang.", "The soup.")
    close(bob, place)
    page = season(alice, place)
    assert "The soup." in page
    assert "One thing to try" not in page
