"""How it has gone: drawn small, told in a sentence, and of one's own answers alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from tests.web.cast import Person, html_of, main_of, pair, session_of
from tests.web.month.acts import tap

from coequal.core.month.check_in import CheckIn, Facet
from coequal.core.month.months import first_of, up_to
from coequal.core.trend.shift import Pool, Shift
from coequal.journal import clock
from coequal.people import pairs, zones
from coequal.people.pairs import PairMember
from coequal.web.month import store
from coequal.web.trend import of_two
from coequal.web.two import first_seen

SHARED = ("say", "load", "good")


def member(person: Person, place: str) -> PairMember:
    found = pairs.member(session_of(person), bytes.fromhex(place.split("/")[2]))
    assert found is not None
    return found


def months(alice: Person, place: str, count: int) -> list[str]:
    """So many months, the last of which is this one."""
    return up_to(store.this_month(member(alice, place)), count)


@contextmanager
def in_month(month: str) -> Iterator[None]:
    """Let it be the first evening of a month."""
    evening = zones.last_second(first_of(month), zones.WORLD) - clock.HOUR
    with clock.earlier(max(clock.now() - evening, 0)):
        yield


def lived(
    people: tuple[Person, Person], place: str, month: str, steps: tuple[int, int]
) -> None:
    """Let both share three lines of one month, each at one step, and look."""
    members = [member(person, place) for person in people]
    with in_month(month):
        for one, step in zip(members, steps, strict=True):
            said = CheckIn(**dict.fromkeys(map(str, Facet), step))
            store.send(one, said, SHARED)
        for one in members:
            one.reading.forget()
            refs = store.opened_months(one)[month].refs
            first_seen.remember(one, {store.about(month): refs})


@pytest.fixture
def place(alice: Person, bob: Person) -> str:
    return pair(alice, bob)


def told(person: Person, place: str) -> str:
    return main_of(person.get(f"{place}month/trend/"))


def test_before_four_months_it_is_too_early(
    place: str, alice: Person, bob: Person
) -> None:
    assert "Nothing here yet." in told(alice, place)
    for month in months(alice, place, 3):
        lived((alice, bob), place, month, (4, 2))
    said = told(alice, place)
    assert "It’s too early to say: that takes four months." in said
    assert "url(#trend-say-a)" not in html_of(alice.get(f"{place}month/trend/"))


def test_with_four_there_is_a_band_and_a_hidden_line_is_not_drawn(
    place: str, alice: Person, bob: Person
) -> None:
    for month in months(alice, place, 5)[:4]:
        lived((alice, bob), place, month, (4, 2))
    said = told(bob, place)
    assert "Nothing has clearly changed for either of you so far." in said
    html = html_of(bob.get(f"{place}month/trend/"))
    assert "url(#trend-say-a)" in html
    for line in SHARED:
        assert f"trend-{line}-b" in html
    for line in ("heard", "appreciated", "free"):
        assert f"trend-{line}" not in html
    assert "This doesn’t show why." in said


def test_each_person_has_a_series_of_their_own(
    place: str, alice: Person, bob: Person
) -> None:
    for at, month in enumerate(months(alice, place, 16)):
        lived((alice, bob), place, month, (4, 2 if at < 8 else 5))
    both = of_two.read(member(alice, place)).told
    mine, theirs = (
        both[one] for one in (member(alice, place).seat, member(bob, place).seat)
    )
    assert set(mine.changes.values()) == {Shift.NONE}
    assert theirs.changes[Pool.SAY_AND_LOAD] is Shift.UP
    assert of_two.read(member(bob, place)).told == both
    assert (
        "Lately Bob’s answers about having a say, what felt fair and being together "
        "are clearly higher."
    ) in told(alice, place)
    assert "For Alice nothing has clearly changed so far." in told(alice, place)


def test_a_fall_is_told_with_a_question_and_without_a_verdict(
    place: str, alice: Person, bob: Person
) -> None:
    for at, month in enumerate(months(alice, place, 16)):
        lived((alice, bob), place, month, (5 if at < 8 else 2, 4))
    assert "are clearly lower. What would help?" in told(bob, place)


def test_what_opened_and_was_not_looked_at_is_not_counted(
    place: str, alice: Person, bob: Person
) -> None:
    for person, step in ((alice, 6), (bob, 0)):
        tap(person, place, share=SHARED, say=step)
    said = told(alice, place)
    assert "See both answers" in said
    assert "not at all" not in said
    assert of_two.read(member(alice, place)).told.a.levels[Facet.SAY][-1] is None
    alice.look(f"{place}month/trend/")
    assert "not at all" in told(alice, place)


def test_a_month_without_an_answer_is_a_gap(
    place: str, alice: Person, bob: Person
) -> None:
    first, _, third = months(alice, place, 4)[:3]
    for month in (first, third):
        lived((alice, bob), place, month, (4, 2))
    html = html_of(alice.get(f"{place}month/trend/"))
    assert html.count("<td>often</td>") == 2 * len(SHARED)
    assert html.count("<td></td>") >= 2 * len(SHARED)


def test_own_months_rise_without_anybody_else(alice: Person) -> None:
    alice.begin()
    session = session_of(alice)
    for at, month in enumerate(up_to("2026-11", 16)):
        said = CheckIn(**dict.fromkeys(map(str, Facet), 1 if at < 8 else 5))
        store.keep(session.own, bytes.fromhex(alice.client.sheet), month, said)
    text = main_of(alice.get("/month/trend/"))
    assert "Lately your answers about being heard, having a say, what felt fair" in text
    assert "are clearly higher." in text
