"""Five taps a month: tapped alone, read side by side, or not at all."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from tests.web.cast import Person, bytes_of, heading_of, html_of, main_of
from tests.web.conftest import Hands
from tests.web.month.acts import DECEMBER, EVEN, JANUARY, SOME, read, tap

from coequal.core.month.check_in import Facet
from coequal.journal import clock


@pytest.fixture(autouse=True)
def december(place: str, alice: Person, bob: Person, hands: Hands) -> None:
    """It is December, and the two are there."""
    hands.at = DECEMBER
    for person in (alice, bob):
        person.sign_in()


def page(person: Person, place: str) -> str:
    return main_of(person.get(f"{place}month/"))


def test_what_both_shared_opens_side_by_side(
    place: str, alice: Person, bob: Person
) -> None:
    tap(alice, place, say=5)
    assert heading_of(alice.get(f"{place}month/")) == "Your answers are safe."
    tap(bob, place, say=1)
    for person in (alice, bob):
        assert "mostly" not in page(person, place)
        said = read(person, place)
        assert "December 2026" in said
        assert "I had my say." in said
        assert "mostly" in said
        assert "hardly ever" in said


def test_what_only_one_of_them_shared_is_shown_to_neither(
    place: str, alice: Person, bob: Person
) -> None:
    tap(alice, place, share=("say", "appreciated"), appreciated=0)
    tap(bob, place, share=("say", "load"), load=6)
    for person in (alice, bob):
        said = read(person, place)
        assert "I had my say." in said
        for line in ("I felt appreciated.", "felt fair.", "I felt heard."):
            assert line not in said
        assert "not at all" not in said
        assert "all the time" not in said


def test_where_they_share_no_line_the_page_says_so(
    place: str, alice: Person, bob: Person
) -> None:
    tap(alice, place, share=("say",))
    tap(bob, place, share=("load",))
    said = read(alice, place)
    assert "no line that you’ve both shared" in said
    assert "half the time" not in said


def test_being_heard_starts_hidden_and_the_others_shared(
    place: str, alice: Person
) -> None:
    html = html_of(alice.get(f"{place}month/"))
    ticked = re.findall(r'name="share" value="(\w+)"( checked)?', html)
    assert [name for name, on in ticked] == [*Facet]
    assert [name for name, on in ticked if not on] == ["heard"]


@pytest.mark.parametrize(
    ("share", "why"),
    [
        ([*Facet], "Hide at least one more, whichever you like."),
        ([], "Share at least one line"),
        (["free", "x"], "Share at least one line"),
    ],
)
def test_one_is_shared_and_one_stays_hidden_and_nothing_tapped_is_lost(
    place: str, alice: Person, share: list[str], why: str
) -> None:
    answer = tap(alice, place, share=share, say=6)
    assert answer.status_code == 422
    assert why in main_of(answer)
    assert 'name="say" value="6" checked' in html_of(answer)
    assert heading_of(alice.get(f"{place}month/")) == "How have the last weeks been?"


def test_a_line_may_stay_without_a_tap(place: str, alice: Person, bob: Person) -> None:
    alice.post(f"{place}month/", say="4", share=[*Facet])
    tap(bob, place)
    said = read(bob, place)
    assert "often" in said
    assert "I had my say." in said
    assert "felt fair." not in said


def test_what_is_no_step_is_no_tap(place: str, alice: Person) -> None:
    answer = alice.post(f"{place}month/", say="7", load="-1", good="x", share=SOME)
    assert answer.status_code == 422


def test_nobody_is_told_whether_the_other_has_answered(
    place: str, alice: Person, bob: Person
) -> None:
    paths = (place, "/us/", *(f"{place}month/{at}" for at in ("", "trend/", "all/")))
    before = [bytes_of(bob.get(path)) for path in paths]
    tap(alice, place)
    assert [bytes_of(bob.get(path)) for path in paths] == before
    alice.post(f"{place}month/", do="back")
    assert [bytes_of(bob.get(path)) for path in paths] == before


def test_mine_can_be_changed_and_taken_back_until_both_have_answered(
    place: str, alice: Person, bob: Person
) -> None:
    tap(alice, place, share=("say",), say=1)
    html = html_of(alice.get(f"{place}month/"))
    assert 'name="say" value="1" checked' in html
    assert 'name="load" value="3" checked' in html
    assert re.findall(r'name="share" value="(\w+)" checked', html) == ["say"]
    tap(alice, place, share=("load",), load=6)
    alice.post(f"{place}month/", do="back")
    assert heading_of(alice.get(f"{place}month/")) == "How have the last weeks been?"
    tap(bob, place)
    tap(alice, place, share=("say",), say=5)
    assert "mostly" in read(bob, place)
    assert "all the time" not in read(bob, place)
    late = tap(alice, place, say=0)
    assert late.status_code == 422
    assert "You’ve both answered already." in main_of(late)
    assert alice.post(f"{place}month/", do="back").status_code == 422


def test_a_month_that_is_over_opens_no_more(
    place: str, alice: Person, bob: Person, hands: Hands
) -> None:
    tap(alice, place, say=5)
    hands.at = JANUARY
    for person in (alice, bob):
        person.sign_in()
    assert heading_of(alice.get(f"{place}month/")) == "How have the last weeks been?"
    tap(bob, place)
    assert heading_of(bob.get(f"{place}month/")) == "Your answers are safe."
    tap(alice, place, say=6)
    said = read(bob, place)
    assert "January 2027" in said
    assert "all the time" in said
    assert "mostly" not in said


@pytest.mark.parametrize(
    ("zone", "at", "named"),
    [
        ("Pacific/Kiritimati", datetime(2026, 11, 30, 11, tzinfo=UTC), "December 2026"),
        ("America/St_Johns", datetime(2026, 12, 1, 2, tzinfo=UTC), "November 2026"),
        ("Europe/Berlin", datetime(2026, 10, 31, 23, tzinfo=UTC), "November 2026"),
        ("Europe/Berlin", datetime(2027, 3, 31, 22, tzinfo=UTC), "April 2027"),
        ("Europe/Berlin", datetime(2027, 3, 31, 21, tzinfo=UTC), "March 2027"),
    ],
)
def test_a_month_is_a_month_where_the_two_are(
    place: str, alice: Person, hands: Hands, zone: str, at: datetime, named: str
) -> None:
    """Also where clocks were put back on the last Sunday of October, or on in March."""
    hands.at = int(at.timestamp()) - 14 * clock.DAY
    alice.sign_in()
    alice.post(f"{place}days/", zone=zone)
    hands.at = int(at.timestamp())
    alice.sign_in()
    assert named in page(alice, place)


def test_it_can_all_be_kept_for_oneself(place: str, alice: Person, bob: Person) -> None:
    before = bytes_of(bob.get(f"{place}month/"))
    alice.post(f"{place}month/", do="keep", **EVEN, share=[*Facet])
    assert alice.where == "/month/"
    assert heading_of(alice.get(f"{place}month/")) == "How have the last weeks been?"
    assert 'name="heard" value="3" checked' in html_of(alice.get(f"{place}month/"))
    tap(bob, place)
    assert heading_of(bob.get(f"{place}month/")) == "Your answers are safe."
    assert bytes_of(bob.get(f"{place}month/all/")) != before
    empty = alice.post(f"{place}month/", do="keep")
    assert empty.status_code == 422
    assert "Tap at least one line." in main_of(empty)


def test_after_the_pair_closed_what_opened_stays_and_nothing_is_asked(
    place: str, alice: Person, bob: Person
) -> None:
    for person in (alice, bob):
        tap(person, place)
        read(person, place)
    alice.post(f"{place}leave/", phrase=alice.phrase, do="leave")
    said = page(bob, place)
    assert "I had my say." in said
    assert "Send my answers" not in said
