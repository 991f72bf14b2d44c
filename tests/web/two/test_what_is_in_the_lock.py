"""Inside the lock of two people there is one look at what came in, and the writing.

Whatever button is pressed: counted, not timed, so it holds on any machine.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final

import pytest
from django.db import connection
from tests.web.cast import Person
from tests.web.pressed import READY

from coequal.journal import models, spaces
from coequal.sealed import rows

LOOK: Final = "SELECT r.place, r.author,"
WRITES: Final = {
    "INSERT INTO people_usedform",
    "DELETE FROM journal_row",
    "DELETE FROM journal_share",
    "INSERT INTO journal_row",
    "INSERT INTO journal_share",
    "INSERT INTO journal_mark",
    "INSERT INTO journal_kept",
}
READ_INSIDE: Final = ("demo:", "guess:", "shared_device:", "pairs:meet", "pairs:leave")
"""What begins or closes a place, or is of both at one table: that has its own lock."""
OPENED: Final = 5
"""Rows: the other's, before it opens, and what a room keeps of both."""


@dataclass
class Lock:
    """What is asked inside one lock, and how many rows are opened there."""

    space: bytes
    asked: list[str] = field(default_factory=list)
    opened: int = 0

    @property
    def is_of_two(self) -> bool:
        found = models.Kept.objects.filter(space=self.space).values("author")
        return found.distinct().count() == 2

    def ask(self, execute: Any, sql: str, *more: Any) -> Any:
        self.asked.append(" ".join(sql.split()[:3]))
        return execute(sql, *more)


@contextmanager
def locks(found: list[Lock]) -> Iterator[None]:
    real, really_open = spaces.locked, rows.open_row

    @contextmanager
    def locked(space: bytes) -> Iterator[None]:
        found.append(Lock(space))
        with real(space), connection.execute_wrapper(found[-1].ask):
            yield
        found.append(Lock(b""))  # what is opened after it is none of its

    def open_row(**row: Any) -> Any:
        if found:
            found[-1].opened += 1
        return really_open(**row)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spaces, "locked", locked)
        patch.setattr(rows, "open_row", open_row)
        yield


@pytest.mark.parametrize(
    "name", sorted(name for name in READY if not name.startswith(READ_INSIDE))
)
def test_a_button_only_looks_and_writes_inside_the_lock(db: None, name: str) -> None:
    person, path, fields = READY[name](Person("Alice"), Person("Bob"))
    found: list[Lock] = []
    with locks(found):
        person.client.post(path, {**fields, "csrfmiddlewaretoken": "one"})
    for lock in [one for one in found if one.is_of_two]:
        look, *others = lock.asked
        opens = "INSERT INTO journal_mark" in others
        reads = [one for one in others if one not in WRITES]
        assert look == LOOK
        # Where it opens, what that brought is known only then.
        assert len(reads) <= opens, lock.asked
        assert lock.opened <= OPENED * opens, lock.asked
        assert len(others) - len(reads) == len({*others} - {*reads}), lock.asked
