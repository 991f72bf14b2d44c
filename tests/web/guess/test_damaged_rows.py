"""One damaged row of a game: no page breaks, and both ways out still work."""

from __future__ import annotations

import pytest
from tests.web.cast import Person, main_of
from tests.web.guess.acts import answer, begin, hand_over, over, turn

from coequal.core.entry import Entry
from coequal.core.guess.entries import Dealt, FirstTap, Guessed, WantsKept
from coequal.journal import models
from coequal.people import pairs
from coequal.people.models import SharedDevice
from coequal.people.sessions import find
from coequal.web.guess.room import ROOM

COLUMNS = ("sealed", "ref", "about")


def phone(kind: type[Entry]) -> Person:
    """Return a phone in the middle of what a row of this kind is about."""
    device = over() if kind is WantsKept else begin()
    if kind is FirstTap:
        device.post("/guess/1/", own="A")
    elif kind is WantsKept:
        device.post("/guess/end/", sign="A")
    elif kind is Guessed:
        turn(device, 1, ("A", "B"), ("A", "B"))
    return device


def rows(device: Person, kind: type[Entry]) -> list[models.StoredRow]:
    """Return the stored rows of a kind, as the one who holds the phone finds them."""
    session = find(bytes.fromhex(device.client.cookies["s"].value))
    assert session is not None
    access = [session.own.access]
    access += [one.reading.access for one in pairs.members(session)]
    kinds = {
        (one.space.id, one.tags.kind(author, kind.kind))
        for one in access
        for author in one.authors
    }
    every = models.StoredRow.objects.all()
    return [one for one in every if (one.space, one.kind) in kinds]


def damage(row: models.StoredRow, column: str) -> None:
    value = getattr(row, column)
    middle = len(value) // 2
    flipped = value[:middle] + bytes([value[middle] ^ 1]) + value[middle + 1 :]
    found = models.StoredRow.objects.filter(space=row.space, id=row.id)
    assert found.update(**{column: flipped}) == 1


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("kind", ROOM.kinds, ids=lambda kind: kind.kind)
def test_every_page_is_there_or_says_so_and_stopping_forgets_it(
    db: None, kind: type[Entry], column: str
) -> None:
    device = phone(kind)
    device.client.raise_request_exception = False
    stored = rows(device, kind)
    assert stored, "there is such a row"
    damage(stored[0], column)
    for path in ("/guess/", "/guess/1/", "/guess/2/", "/guess/end/", "/guess/picture/"):
        assert device.get(path).status_code < 500, path
    for fields in ({"own": "B"}, {"guess": "B"}, {"do": "skip"}, {"do": "hand"}):
        assert device.post("/guess/1/", **fields).status_code < 500, fields
    device.post("/leave/")
    assert not models.StoredRow.objects.exists()
    assert not SharedDevice.objects.exists()


def test_a_card_whose_answer_is_damaged_stays_closed(db: None) -> None:
    device = begin()
    turn(device, 1, ("A", "B"), ("A", "B"))
    for row in rows(device, Guessed):
        damage(row, "sealed")
    assert "This one stays hidden." in main_of(device.get("/guess/1/"))


def test_a_first_tap_that_is_damaged_is_asked_again(db: None) -> None:
    device = begin()
    device.post("/guess/1/", own="A")
    damage(rows(device, FirstTap)[0], "sealed")
    page = main_of(answer(device, 1, ("B", "A")))
    assert "Hand the phone to Bob." in page
    assert "For Bob" in main_of(hand_over(device, 1))


@pytest.mark.parametrize("kind", [Dealt])
def test_without_its_cards_a_game_says_so_and_can_be_stopped(
    db: None, kind: type[Entry]
) -> None:
    device = begin()
    damage(rows(device, kind)[0], "sealed")
    assert device.get("/guess/1/").status_code == 409
    device.post("/guess/stop/")
    assert not models.StoredRow.objects.exists()
