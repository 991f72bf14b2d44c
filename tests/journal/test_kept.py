"""What one keeps in the space of two for oneself: nothing rests on its being there."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.journal.cast import Couple

from coequal.journal import kept, models
from coequal.journal.reading import Reading
from coequal.journal.rows import EntryIndex
from coequal.journal.writes import put_down_boxes

LONG = bytes(range(256)) * 40


def load(reading: Reading, name: str) -> bytes:
    return reading.kept(EntryIndex(kinds=(), name=name))


def keep(reading: Reading, name: str, plain: bytes) -> None:
    with reading.locked():
        reading.keep(EntryIndex(kinds=(), name=name), plain)


@pytest.mark.parametrize("plain", [b"", b"a few words", LONG])
def test_what_was_kept_comes_back(couple: Couple, plain: bytes) -> None:
    keep(couple.alice, "tally", plain)
    assert load(couple.alice, "tally") == plain


def test_the_other_has_none_of_it(couple: Couple) -> None:
    keep(couple.alice, "tally", b"hers")
    assert load(couple.bob, "tally") == b""
    keep(couple.bob, "tally", b"his")
    assert load(couple.alice, "tally") == b"hers"


def test_each_name_is_kept_by_itself(couple: Couple) -> None:
    keep(couple.alice, "tally", b"one")
    keep(couple.alice, "other", b"two")
    head, her = b"r" * 32, couple.her
    put_down_boxes(her.space.id, her.me.id, kept.head(her, head))
    assert load(couple.alice, "tally") == b"one"
    reading = couple.alice
    with reading.locked():
        assert reading.acting.latest() == (head,)


@pytest.mark.parametrize(
    "later", [b"short", LONG + b"and more", LONG[:-9] + b"nine more"]
)
def test_what_is_kept_later_stands_in_place_of_it(couple: Couple, later: bytes) -> None:
    keep(couple.alice, "tally", LONG)
    keep(couple.alice, "tally", later)
    assert load(couple.alice, "tally") == later


def test_only_boxes_that_changed_are_written_in_one_statement(couple: Couple) -> None:
    keep(couple.alice, "tally", LONG)
    before = boxes(couple)
    with CaptureQueriesContext(connection) as found:
        keep(couple.alice, "tally", LONG[:-1] + b"x")
    asked = [one["sql"].split()[0] for one in found.captured_queries]
    assert asked == ["SAVEPOINT", "SELECT", "SELECT", "INSERT", "RELEASE"]
    after = boxes(couple)
    # The first, which holds the sum of all, and the last.
    assert [at for at in before if before[at] != after[at]] == [
        min(before),
        max(before),
    ]


def boxes(couple: Couple) -> dict[bytes, bytes]:
    places = kept._places(couple.her, "tally")
    found = models.Kept.objects.filter(place__range=places)
    return {one.place: one.sealed for one in found}


def test_what_is_gone_damaged_or_of_two_times_counts_as_not_kept(
    couple: Couple,
) -> None:
    keep(couple.alice, "tally", LONG)
    first = boxes(couple)
    keep(couple.alice, "tally", LONG[::-1])
    at = max(first)
    row = models.Kept.objects.filter(place=at)
    now = row.get().sealed
    for spoiled in (first[at], now[:-1] + bytes([now[-1] ^ 1]), b""):
        row.update(sealed=spoiled)
        assert load(couple.alice, "tally") == b""
    row.delete()
    assert load(couple.alice, "tally") == b""
    keep(couple.alice, "tally", LONG)
    assert load(couple.alice, "tally") == LONG
