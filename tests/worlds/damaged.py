"""One damaged place of one row at a time, and what everybody then gets.

A *cell* is one column of one stored row. Its middle byte is flipped, pages are asked,
ways out are taken, and all of it is rolled back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final

import pytest
from django.db import connection
from django.db.models import Model
from django.http import HttpResponse
from tests.web.notes import (
    acts as notes,
)
from tests.worlds.damaged_life import (
    Life,
)
from tests.worlds.damaged_looks import (
    Look,
    Way,
    body_of,
    looks,
    rolled_back,
    session_of,
    ways,
)

from coequal.journal import clock, models, rows
from coequal.journal.access import SpaceAccess
from coequal.people import pairs
from coequal.people.models import Account, Closing, Invitation, SessionRow
from coequal.web.rooms import WORDS

COLUMNS: Final[Mapping[type[Model], tuple[str, ...]]] = {
    models.StoredRow: ("sealed", "kind", "about", "ref", "audience", "author"),
    models.Share: ("share",),
    models.StoredMark: ("mark", "ref1", "ref2"),
    models.Kept: ("sealed",),
    SessionRow: ("view", "sealed"),
    Account: ("phrase", "recovery"),
    Invitation: ("offer", "reply", "pair_id"),
    Closing: ("place",),
}
"""What is damaged of each table."""
STOP: Final = 409
"""The status of a page that says that something is damaged, and shows no more."""
EVERYBODY: Final = {"Alice", "Bob", "Carol"}
_QUESTION: Final = r"decide/\w{32}/(weigh/|review/)?"
_LINE: Final = r"decide/diary/\w{32}/"
_PICTURE: Final = r"(look|cards|picture)/(\d/)?(area/\d/|all/|how-sure/)?"
_ANY: Final = f"{_QUESTION}|{_LINE}|{_PICTURE}"
NO_PAGE: Final = r"(?!)"
OWN_PAGES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("question", "option", "retraction", "vote", "review"), _QUESTION),
    **dict.fromkeys(("proposal", "undo"), _QUESTION),
    **dict.fromkeys(("diary line", "diary answer"), _LINE),
    "opening": _PICTURE,
    # These say something of a row of any of them.
    **dict.fromkeys(("opened", "first seen", "yes"), _ANY),
    **dict.fromkeys(("paired", "relation"), r"(?!/).*"),
    # Of a sheet on which nothing was answered nothing else is known.
    "sheet": r"/(answers|mine|notice)/\w{32}/.*",
    # The page of one invitation, and of nobody else.
    **dict.fromkeys(("invite", "invitation"), ""),
}
"""By kind: the pages that may show nothing else when one is damaged."""
Question = tuple[str, tuple[Any, ...]]
NO_WAY: Final = {("account", "phrase"), ("sessionrow", "sealed")}
"""Without the wrap nobody can tell a passphrase, and that session is over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One column of one row: of which table, under which key, and what it is.

    `kind` is that of a journal row or of what belongs to one, else the table's name;
    `space` is where it lies, empty for what lies in none.
    """

    table: type[Model]
    key: tuple[tuple[str, bytes], ...]
    column: str
    kind: str
    space: bytes
    row: bytes

    def __str__(self) -> str:
        return f"{self.kind} {self.row.hex()[:8]}: {self.column}"

    def flip(self) -> None:
        found = self.table.objects.filter(**dict(self.key))  # type: ignore[attr-defined]
        value = found.values_list(self.column, flat=True).get()
        assert found.update(**{self.column: _flipped(value)}) == 1


def _flipped(value: Any) -> Any:
    if isinstance(value, str):
        return {"N": "B", "B": "W", "W": "B"}[value]
    middle = len(value) // 2
    return value[:middle] + bytes([value[middle] ^ 1]) + value[middle + 1 :]


def _places(life: Life) -> Iterator[SpaceAccess]:
    for person in life.people():
        session = session_of(person)
        yield session.own.access
        for member in pairs.members(session):
            yield member.reading.access


def kinds_of(life: Life) -> dict[bytes, str]:
    """Return the kind of every journal row that one of the three wrote, by its id."""
    columns = {
        (access.space.id, access.tags.kind(author, kind.kind)): kind.kind
        for access in _places(life)
        for author in access.authors
        for kind in WORDS
    }
    stored = models.StoredRow.objects.values_list("id", "space", "kind")
    return {
        row: columns[space, kind]
        for row, space, kind in stored
        if (space, kind) in columns
    }


def cells(life: Life) -> list[Cell]:
    """Return every cell of the three, in an order that is the same each time."""
    kinds, spaces = kinds_of(life), {one.space.id for one in _places(life)}
    found = [
        cell
        for table, columns in COLUMNS.items()
        for row in table.objects.all()  # type: ignore[attr-defined]
        for cell in _cells(row, columns, kinds)
        if not cell.space or cell.space in spaces
    ]
    return sorted(found, key=lambda one: (one.kind, one.column, one.row))


def _cells(
    row: Any, columns: tuple[str, ...], kinds: Mapping[bytes, str]
) -> Iterator[Cell]:
    named = getattr(row, "id1", getattr(row, "id", b""))
    key = [one.attname for one in row._meta.pk_fields]
    for column in columns:
        if getattr(row, column):
            yield Cell(
                table=type(row),
                key=tuple((name, getattr(row, name)) for name in key),
                column=column,
                kind=kinds.get(named, row._meta.model_name),
                space=getattr(row, "space", b"") if len(key) > 1 else b"",
                row=named or getattr(row, key[-1]),
            )


@dataclass(slots=True, kw_only=True)
class Walk:
    """What everybody got before anything was damaged, and what each look rests on.

    `whose` are those who may read a space, and the place that its pages have; `asks`
    is what each look asks of the database, `answers` what that said.
    """

    life: Life
    ways: list[Way]
    whose: Mapping[bytes, tuple[set[str], str]]
    before: dict[Look, bytes] = field(default_factory=dict)
    rests_on: dict[Look, set[bytes]] = field(default_factory=dict)
    asks: dict[Look, set[Question]] = field(default_factory=dict)
    answers: dict[Question, list[Any]] = field(default_factory=dict)

    @classmethod
    def begun(cls, life: Life, monkeypatch: pytest.MonkeyPatch) -> Walk:
        """Look at everything once, and see which rows each page finds.

        The clock stands still from here on: a whole walk takes longer than Notes, or a
        visit, stay open.
        """
        moment = clock.now()
        monkeypatch.setattr(clock, "now", lambda: moment)
        for person in life.people():
            person.client.raise_request_exception = False
        notes.unlock(life.alice)
        walk = cls(life=life, ways=ways(life), whose=_whose(life))
        found: set[bytes] = set()
        stored = rows._stored

        def noting(space: bytes, columns: Sequence[Any]) -> rows.Stored:
            found.add(bytes(columns[0]))
            return stored(space, columns)

        asked: set[Question] = set()
        with (
            monkeypatch.context() as patched,
            rolled_back(life),
            connection.execute_wrapper(partial(_note, asked)),
        ):
            patched.setattr(rows, "_stored", noting)
            for look, response in looks(life):
                walk.before[look] = body_of(response)
                walk.rests_on[look], walk.asks[look] = set(found), set(asked)
                found.clear()
                asked.clear()
        walk.answers = _answers({one for asks in walk.asks.values() for one in asks})
        return walk

    def resting_on(self, cell: Cell) -> list[Look]:
        """Return the looks that find a row."""
        return [one for one, found in self.rests_on.items() if cell.row in found]

    def touched_by(self, cell: Cell) -> list[Look]:
        """Return the looks that get another answer of the database when it is damaged.

        All others are as they were: the clock stands, and they rest on nothing else.
        """
        with rolled_back(self.life):
            cell.flip()
            now = _answers(self.answers)
        other = {one for one, was in self.answers.items() if now[one] != was}
        return [look for look, asks in self.asks.items() if asks & other]

    def faults(
        self, cell: Cell, looks: Iterable[Look], ways: Iterable[Way]
    ) -> list[str]:
        """Damage one cell; return what somebody gets then and may not get."""
        with rolled_back(self.life):
            cell.flip()
            seen = [f"{look}: {one}" for look in looks for one in self._at(cell, look)]
            shut = [f"{way}: no way out" for way in ways if not self._out(cell, way)]
        return [f"{cell}: {one}" for one in (*seen, *shut)]

    def _at(self, cell: Cell, look: Look) -> Iterator[str]:
        with rolled_back(self.life):
            response = look.take()
            body = body_of(response)
        if response.status_code >= 500:
            yield f"status {response.status_code}"
        elif response.status_code == STOP and not _may_stop(cell, look, response):
            yield "nothing of the rest is shown"
        elif body != self.before[look] and not self._may_differ(cell, look):
            yield "it is not as it was"

    def _out(self, cell: Cell, way: Way) -> bool:
        return way.go() or (cell.kind, cell.column) in NO_WAY

    def _may_differ(self, cell: Cell, look: Look) -> bool:
        """Whether it is a look of those who can read it, at no other pair of theirs."""
        people, place = self.whose.get(cell.space, (EVERYBODY, ""))
        others = {self.life.ours, self.life.theirs} - {place} if place else set()
        return look.person.name in people and not any(
            one in look.asked for one in others
        )


def _may_stop(cell: Cell, look: Look, response: HttpResponse) -> bool:
    """Whether it is a page that may, or that led on to one."""
    led_to = [f"GET {url}" for url, _ in getattr(response, "redirect_chain", ())]
    pages = OWN_PAGES.get(cell.kind, NO_PAGE)
    asked = led_to[-1] if led_to else look.asked
    return re.fullmatch(rf"(GET|COPY) (/us/\w{{32}}/)?({pages})", asked) is not None


def _note(
    asked: set[Question],
    execute: Callable[..., Any],
    sql: str,
    params: Any,
    many: bool,  # noqa: FBT001  as Django calls it
    context: Any,
) -> Any:
    if sql.startswith("SELECT"):
        asked.add((sql, tuple(params or ())))
    return execute(sql, params, many, context)


def _answers(questions: Iterable[Question]) -> dict[Question, list[Any]]:
    """Ask the database all of this."""
    found = {}
    with connection.cursor() as cursor:
        for sql, params in questions:
            cursor.execute(sql, params)
            found[sql, params] = cursor.fetchall()
    return found


def _whose(life: Life) -> dict[bytes, tuple[set[str], str]]:
    found: dict[bytes, tuple[set[str], str]] = {}
    for person in life.people():
        session = session_of(person)
        found[session.own.access.space.id] = {person.name}, ""
        for member in pairs.members(session):
            people, _ = found.get(member.space_id, (set(), ""))
            place = f"/us/{member.pair_id.hex()}/"
            found[member.space_id] = {*people, person.name}, place
    return found
