"""Two copies of one database, alike but for one thing that is Alice's alone.

What Bob asks of both costs the same: in steps (`tests/web/test_the_same_work.py`) and
in time (`tests/prove/test_timing.py`).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from django.db import connection
from django.http import HttpResponse
from tests.web.cast import Person, addresses, pair
from tests.web.decide.acts import (
    filled,
    raised,
    weigh,
)
from tests.web.decide.test_diary import (
    tell,
    written,
)
from tests.web.notes.acts import (
    unlock,
    write,
)
from tests.web.see.acts import (
    looked,
)

from coequal.content.signs import sign_words
from coequal.journal import models
from coequal.people import sessions
from coequal.web.notes import store

*SIGNS, ANOTHER = (sign.id for sign in sign_words().signs[:9])
NOTES: Final = 1000
WAITING: Final = 10
"""Questions that she weighed, and lines of the diary of which she said how it was."""
Asked = dict[str, tuple[str, str]]
"""By class of pages: how it is asked for, and the route to one of them."""
BESIDE_NOTES: Final[Asked] = {
    "the door": ("get", "home:start"),
    "help": ("get", "home:help"),
    "all pairs": ("get", "pairs:us"),
    "one's own answers": ("get", "see:question"),
    "one's own picture": ("get", "see:mine"),
    "all of one's own": ("get", "see:mine_all"),
    "what to open": ("get", "see:choose"),
    "a card": ("get", "see:card"),
    "our picture": ("get", "see:picture"),
    "an area of it": ("get", "see:area"),
    "all of it": ("get", "see:picture_all"),
    "the board": ("get", "see:board"),
    "Notes, closed": ("get", "notes:notes"),
    "account": ("get", "account:account"),
    "an answer": ("post", "see:question"),
    "an evening": ("post", "see:evening"),
}
BESIDE_CLOSED: Final[Asked] = {
    "a pair": ("get", "pairs:pair"),
    "what to open, before": ("get", "see:choose"),
    "looking together": ("get", "see:together"),
    "the board, before": ("get", "see:board"),
    "all questions": ("get", "decide:questions"),
    "a question": ("get", "decide:question"),
    "weighing": ("get", "decide:weigh"),
    "the diary": ("get", "decide:diary"),
    "a line of it": ("get", "decide:diary_line"),
    "looking back": ("get", "decide:look_back"),
}


class Copies:
    """One database twice: alike, but for what Alice did before the second was taken."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._raw: list[sqlite3.Connection] = []

    def take(self) -> None:
        params = connection.get_connection_params()
        path = str(self._folder / f"{len(self._raw)}.sqlite3")
        raw = connection.get_new_connection({**params, "database": path})
        connection.connection.backup(raw)
        self._raw.append(raw)

    @contextmanager
    def used(self, which: int) -> Iterator[None]:
        before = connection.connection
        connection.connection = self._raw[which]
        yield
        connection.connection = before

    def close(self) -> None:
        for raw in self._raw:
            raw.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What Bob can ask for, by route, of two databases that differ in one thing."""

    copies: Copies
    bob: Person
    paths: dict[str, str]
    ballot: dict[str, str] = field(default_factory=dict)
    """His, on a question that she has not weighed, though she weighed others."""

    def ask(self, which: int, method: str, path: str, **fields: str) -> HttpResponse:
        """Let Bob ask for a page, by link or by a form, of one of both copies."""
        sent = {"do": "say", "text": "Friday", "a": "1"}
        given = fields or (sent if method == "post" else {})
        with self.copies.used(which):
            response = getattr(self.bob.client, method)(path, given)
        assert response.status_code < 400, path
        return response

    def close(self) -> None:
        self.copies.close()


def beside_notes(folder: Path) -> Scene:
    """Let two open all; let Alice write a thousand notes in the second copy."""
    alice, bob = Person("Alice"), Person("Bob")
    place = looked(alice, bob)
    unlock(alice)
    write(alice, "One note.")
    with_others_behind()
    copies = Copies(folder)
    copies.take()
    session = sessions.find(bytes.fromhex(alice.client.cookies["s"].value))
    assert session is not None
    for number in range(NOTES):
        store.write(session, number.to_bytes(16, "big"), "A long day. " * 20)
    copies.take()
    return Scene(copies=copies, bob=bob, paths=addresses(place))


def beside_closed(folder: Path) -> Scene:
    """Let Bob raise questions; let Alice put all in that stays closed."""
    alice, bob = Person("Alice"), Person("Bob")
    place = pair(alice, bob)
    for person in (alice, bob):
        person.answer_all()
    bob.notice(**{ANOTHER: "2"})
    lines = [written(bob, place, f"We did {one}.") for one in range(WAITING)]
    asked = [raised(bob, place, text=f"What of {one}?") for one in range(WAITING)]
    alone = raised(bob, place, text="And what of this?")
    ballot = filled(bob, alone, "4", "1", "3")
    alice.notice(**dict.fromkeys(SIGNS, "2"))
    with_others_behind()
    copies = Copies(folder)
    copies.take()
    alice.be_ready(place, "home", "money")
    alice.put_up(place, *SIGNS)
    for where in lines:
        tell(alice, where, "both")
    for where in asked:
        weigh(alice, where, "4", "1", "3")
    copies.take()
    last = {
        "decide:question": asked[-1],
        "decide:weigh": f"{asked[-1]}weigh/",
        "decide:diary_line": lines[-1],
        "a ballot beside hers": f"{alone}weigh/",
    }
    paths = addresses(place) | last
    return Scene(copies=copies, bob=bob, paths=paths, ballot=ballot)


def with_others_behind() -> None:
    """Let a row and a mark of others be the last of all, as on a host with many.

    Whoever looks for something beyond the last row of all is spared a step by SQLite,
    and ids are random: of two people alone on a host, now and then one is.
    """
    last = b"\xff" * 16
    columns = dict.fromkeys(
        ("id", "space", "author", "kind", "about", "ref", "sealed"), last
    )
    models.StoredRow.objects.create(**columns, audience="B")
    models.Share.objects.create(id=last, space=last, share=last)
    marked = dict.fromkeys(("space", "id1", "ref1", "id2", "ref2", "mark"), last)
    models.StoredMark.objects.create(**marked)


SCENES: Final[Mapping[str, tuple[Callable[[Path], Scene], Asked]]] = {
    "her notes": (beside_notes, BESIDE_NOTES),
    "what she holds closed": (beside_closed, BESIDE_CLOSED),
}
"""In what the copies differ, how to make them, and what Bob asks of both."""
