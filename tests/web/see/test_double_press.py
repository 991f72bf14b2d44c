"""A button that is pressed twice acts once and leads to the same place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from tests.web.cast import Person, opened, pair
from tests.web.decide.test_looking import bond_of
from tests.web.see.acts import (
    HERS,
    at_card,
    look,
)

from coequal.core.see.joint_entries import Evening
from coequal.journal import models, spaces
from coequal.people.pairs import PairMember

TOKEN = {"csrfmiddlewaretoken": "the same in both"}


def press_twice(person: Person, path: str, **fields: object) -> str:
    """Send the very same form twice; return where both times it leads."""
    first, second = (
        person.client.post(path, {**fields, **TOKEN})["Location"] for _ in range(2)
    )
    assert first == second
    return str(first)


def rows() -> int:
    return models.StoredRow.objects.count()


def test_ready_pressed_twice_is_ready(alice: Person, bob: Person) -> None:
    place = pair(alice, bob)
    alice.answer(HERS)
    assert press_twice(alice, f"{place}choose/", part="home") == f"{place}together/"
    assert press_twice(alice, f"{place}together/") == f"{place}ready/"
    assert press_twice(alice, f"{place}not-ready/") == f"{place}choose/"


@pytest.mark.parametrize(
    ("do", "to"), [("next", "{place}cards/2/"), ("stop", "/us/")], ids=str
)
def test_a_button_of_a_card_pressed_twice(
    alice: Person, bob: Person, do: str, to: str
) -> None:
    place = opened(alice, bob)
    look(alice, place)
    where = press_twice(alice, f"{place}cards/1/", do=do)
    assert where == to.format(place=place)


def test_a_line_said_twice_stands_once(alice: Person, bob: Person) -> None:
    place = opened(alice, bob)
    at_card(alice, place, 4)
    before = rows()
    step = f"{place}cards/step/"
    assert press_twice(alice, step, do="say", text="Tea") == f"{place}cards/4/"
    assert rows() == before + 1


def test_a_form_sent_again_later_brings_nothing_back(
    alice: Person, bob: Person
) -> None:
    place = pair(alice, bob)
    said = {"do": "say", "text": "Friday", **TOKEN}
    alice.client.post(f"{place}evening/", said)
    alice.post(f"{place}evening/", do="back")
    alice.client.post(f"{place}evening/", said)
    assert bond_of(alice, place).reading.read(Evening) == []


@contextmanager
def locks(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[bytes]]:
    """Collect which spaces are locked."""
    taken: list[bytes] = []
    real = spaces.locked

    def locked(space: bytes) -> AbstractContextManager[None]:
        taken.append(space)
        return real(space)

    with monkeypatch.context() as patch:
        patch.setattr(spaces, "locked", locked)
        yield taken


def test_what_is_ones_own_never_takes_the_lock_of_the_two(
    alice: Person, bob: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = opened(alice, bob)
    member: PairMember = bond_of(alice, place)
    with locks(monkeypatch) as taken:
        at_card(alice, place, 3)
        alice.post(f"{place}cards/3/", do="stop")
        alice.post(f"{place}answer/")
        alice.post(f"{place}notice/", do="mark")
    assert set(taken) == {member.own.access.space.id}
    with locks(monkeypatch) as taken:
        alice.post(f"{place}evening/", do="say", text="Friday")
    assert member.space_id in taken
