"""A disk, or somebody with SQLite, can change the type of a value: that is damage."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from tests.web.cast import Person, session_of
from tests.web.decide.acts import raised

from coequal.core.decide.entries import Question
from coequal.core.keep.entries import OurDay
from coequal.journal.door import Record
from coequal.people import pairs

pytestmark = pytest.mark.skipif(
    connection.vendor != "sqlite", reason="only SQLite keeps a type with each value"
)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("sealed", "CAST(sealed AS TEXT)"),
        ("sealed", "7"),
        ("sealed", "1.5"),
        ("ref", "CAST(ref AS TEXT)"),
        ("ref", "-1"),
        ("author", "'a'"),
        ("id", "CAST(id AS TEXT)"),
        ("audience", "CAST(audience AS BLOB)"),
        ("audience", "CAST(X'C2' AS TEXT)"),
        ("audience", "7"),
    ],
)
def test_a_row_of_other_types_takes_no_page_away(
    place: str, alice: Person, bob: Person, column: str, value: str
) -> None:
    alice.post(f"{place}lines/remember/", do="day", day="2")
    where = raised(alice, place)
    for one in rows_of(alice, place):
        with connection.cursor() as cursor:
            sql = f"UPDATE journal_row SET {column} = {value} WHERE id = %s"
            cursor.execute(sql, [one.id])
    for path in ("/us/", place, f"{place}lines/", f"{place}lines/remember/"):
        assert bob.get(path).status_code == 200
    assert bob.get(f"{place}decide/").status_code == 200
    assert bob.get(where).status_code < 500


def rows_of(person: Person, place: str) -> list[Record[Any]]:
    member = pairs.member(session_of(person), bytes.fromhex(place.split("/")[2]))
    assert member is not None
    found: list[Record[Any]] = []
    for kind in (OurDay, Question):
        found += member.reading.sound(kind)
    return found
