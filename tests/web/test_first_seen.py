"""What I saw first of what opened stays what it was, or nothing shows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.web.cast import Person, bytes_of, heading_of, main_of
from tests.web.decide.acts import (
    settled_on,
)
from tests.web.decide.test_diary import (
    tell,
    written,
)
from tests.web.decide.test_looking import (
    BROKEN,
    bond_of,
)
from tests.web.see.acts import (
    said_on,
)

from coequal.core.decide.entries import DiaryAnswer, Review
from coequal.core.see.sign_entries import Often, PutUp
from coequal.journal import door as journal
from coequal.journal import models
from coequal.journal.entries import FirstSeen, Opened
from coequal.people import sessions
from coequal.people.sessions import Session
from coequal.web.sessions import HALF


@pytest.fixture
def line(place: str, alice: Person, bob: Person) -> str:
    """A line of the diary that is open, and that Bob has seen so."""
    where = written(alice, place)
    tell(alice, where, "me")
    tell(bob, where, "other")
    return where


@pytest.fixture
def review(place: str, alice: Person, bob: Person) -> str:
    """A review that is open, and that Bob has seen so."""
    where = f"{settled_on(alice, bob, place)}review/"
    alice.post(where, text="Good.")
    bob.post(where, text="Fine.")
    return where


@pytest.fixture
def sign(place: str, alice: Person, bob: Person) -> str:
    """The board, with a sign on it that both notice often."""
    for someone in (alice, bob):
        someone.notice(heard="2")
        someone.put_up(place, "heard")
    return f"{place}notice/"


def visit_of(person: Person) -> Session:
    session = sessions.find(bytes.fromhex(person.client.cookies[HALF].value))
    assert session is not None
    return session


def opened_anew(
    alice: Person,
    bob: Person,
    place: str,
    kind: type[DiaryAnswer | Review | PutUp],
    **said: str | int,
) -> None:
    """Let somebody with the database and the host open something else of Bob's."""
    hers, his = (bond_of(person, place).reading for person in (alice, bob))
    records = [one for one in his.read(kind) if one.open]
    gate, put_in = records[0].subject, {one.mine: one.entry for one in records}
    named = his.read(Opened, subject=gate)
    ids = [one.id for one in (*records, *named)]
    for table in (models.StoredRow, models.Share):
        table.objects.filter(id__in=ids).delete()
    models.StoredMark.objects.filter(id1__in=ids).delete()
    journal.put_in(hers, {gate: put_in[False]}, opens_on=gate)
    journal.put_in(his, {gate: replace(put_in[True], **said)}, opens_on=gate)  # type: ignore[arg-type]


def test_a_line_that_i_saw_open_is_not_another_one_later(
    place: str, line: str, alice: Person, bob: Person
) -> None:
    alice.look(line)
    opened_anew(alice, bob, place, DiaryAnswer, who="both")
    for path in (line, f"{place}decide/diary/", f"{place}decide/back/"):
        page = alice.get(path)
        assert (page.status_code, heading_of(page)) == (409, BROKEN), path


def test_seeing_it_on_a_list_is_seeing_it(
    place: str, line: str, alice: Person, bob: Person
) -> None:
    alice.look(f"{place}decide/diary/")
    opened_anew(alice, bob, place, DiaryAnswer, who="both")
    assert heading_of(alice.get(line)) == BROKEN


def test_a_review_that_i_saw_open_is_not_another_one_later(
    place: str, review: str, alice: Person, bob: Person
) -> None:
    alice.look(review)
    opened_anew(alice, bob, place, Review, text="Bad.")
    assert heading_of(alice.get(review)) == BROKEN


def test_a_sign_that_i_saw_up_is_not_another_one_later(
    place: str, sign: str, alice: Person, bob: Person
) -> None:
    alice.look(sign)
    opened_anew(alice, bob, place, PutUp, often=Often.SOMETIMES.value)
    page = alice.get(sign)
    assert (page.status_code, heading_of(page)) == (409, BROKEN)


def test_who_had_not_seen_the_sign_yet_sees_what_was_put_up_last(
    place: str, sign: str, alice: Person, bob: Person
) -> None:
    opened_anew(alice, bob, place, PutUp, often=Often.SOMETIMES.value)
    assert said_on(alice.look(sign)) == [["Often", "Sometimes"]]


def test_who_had_not_seen_it_yet_sees_what_opened_last(
    place: str, line: str, alice: Person, bob: Person
) -> None:
    """So a pin is what shows the swap, and nothing else does."""
    opened_anew(alice, bob, place, DiaryAnswer, who="both")
    assert "Bob Both did" in main_of(alice.look(line))


def test_a_pin_is_put_once_and_shows_to_nobody_else(
    place: str, line: str, alice: Person, bob: Person
) -> None:
    pages = (line, f"{place}decide/diary/", f"{place}decide/back/")
    before = [bytes_of(bob.get(path)) for path in pages]
    for path in (*pages, *pages):
        alice.get(path)
    assert visit_of(alice).own.read(FirstSeen) == []
    for path in (*pages, *pages):
        alice.look(path)
    assert len(visit_of(alice).own.read(FirstSeen)) == 1
    assert [bytes_of(bob.get(path)) for path in pages] == before


def test_what_is_closed_is_not_pinned(place: str, alice: Person) -> None:
    where = written(alice, place)
    tell(alice, where, "me")
    alice.look(where)
    assert visit_of(alice).own.read(FirstSeen) == []
