"""What each page of a life costs. Import it only after Django is set up.

Each page is asked for before it is measured, and has to show what it is for.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any, Final
from unittest import mock

from django.db import connection
from django.test import Client
from django.urls import reverse

from coequal.core.decide.entries import Question
from coequal.core.people import Seat
from coequal.people import accounts, pairs
from coequal.people.pairs import PairMember
from coequal.people.sessions import Session
from coequal.sealed import rows
from coequal.sealed.verified import VERIFIED
from coequal.web import sessions as web_sessions
from living.clocked import cpu_ms, least_ms
from living.year import NAMES, NOBODYS, Life, phrase

NOTES: Final = "/notes/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one page costs: ms of the processor, rows opened, queries, bytes.

    `cold` is with the signatures of no row known to this process.
    """

    name: str
    warm: float
    cold: float
    rows: int
    queries: int
    size: int


@dataclass(slots=True)
class Counted:
    """What was done while something was watched."""

    rows: int = 0
    queries: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One of the two, who is signed in: a browser, a session, and their pair."""

    client: Client
    session: Session
    member: PairMember

    def get(self, path: str) -> str:
        """Return the page that an address leads to; it has to be there."""
        page: Any = self.client.get(path, follow=True)
        assert page.status_code == 200, f"{path}: {page.status_code}"
        return str(page.content.decode())


def person(life: Life, seat: Seat) -> Person:
    """Sign one of the two in."""
    name = NAMES[seat]
    session = accounts.sign_in(name=name, phrase=phrase(name), asker=NOBODYS)
    return seated(session, bytes.fromhex(life.pair_id))


def seated(session: Session, pair_id: bytes) -> Person:
    """Return somebody of a pair with a browser."""
    member = pairs.member(session, pair_id)
    assert member is not None
    client = Client(SERVER_NAME="127.0.0.1")
    client.cookies[web_sessions.HALF] = session.cookie.hex()
    client.cookies[web_sessions.HERE] = "1"
    return Person(client=client, session=session, member=member)


@contextmanager
def watched() -> Iterator[Counted]:
    """Count the rows that are really opened inside, and the queries."""
    counted = Counted()

    def opened(**row: Any) -> Any:
        counted.rows += 1
        return real(**row)

    def executed(execute: Any, *query: Any) -> Any:
        counted.queries += 1
        return execute(*query)

    real = rows.open_row
    patched = mock.patch.object(rows, "open_row", opened)
    with patched, connection.execute_wrapper(executed):
        yield counted


def costs(life: Life) -> Iterator[Cost]:
    """Yield what each page costs one of the two."""
    me = person(life, Seat.A)
    with watched() as counted:
        me.member.reading.read(Question)
    assert counted.rows == life.questions, "rows are opened where nobody counts them"
    for name, path, shows in _pages(life, me):
        # At first templates are compiled.
        assert shows in me.get(path), f"{path} does not show {shows!r}"
        VERIFIED._known.clear()  # noqa: SLF001  as in a process that has just begun
        ask = partial(me.get, path)
        cold, warm = cpu_ms(ask), least_ms(ask)
        with watched() as counted:
            size = len(ask().encode())
        yield Cost(
            name=name,
            warm=warm,
            cold=cold,
            rows=counted.rows,
            queries=counted.queries,
            size=size,
        )


def _pages(life: Life, me: Person) -> Iterator[tuple[str, str, str]]:
    """Yield each page: its name, its address, and what it has to show."""
    ours, last = [life.pair_id], f"weekend {life.questions - 1}?"
    # What opened shows to who has looked at it.
    for page in ("see:board", "decide:diary"):
        me.client.post(reverse(page, args=ours), {"do": "look"})
    yield "home", reverse("home:start"), "Coequal"
    yield "us", reverse("pairs:us"), NAMES.b
    yield "the pair (led on)", reverse("pairs:pair", args=ours), NAMES.b
    yield "our picture", reverse("see:picture", args=ours), "<svg"
    yield "board of signs", reverse("see:board", args=ours), "backed"
    yield "decide", reverse("decide:questions", args=ours), last
    settled, waiting, line = (
        [*ours, one] for one in (life.settled, life.open, life.line)
    )
    yield "a settled question", reverse("decide:question", args=settled), "weekend"
    yield "an open question", reverse("decide:question", args=waiting), last
    yield "look back", reverse("decide:look_back", args=ours), "<svg"
    yield "diary", reverse("decide:diary", args=ours), "street party"
    yield "a line of it", reverse("decide:diary_line", args=line), "street party"
    sheet = me.member.sheet.hex()
    yield (
        "a question of a form",
        reverse("see:question", args=[sheet, "short", 1]),
        'name="a"',
    )
    me.client.post(NOTES, {"phrase": phrase(NAMES.a)})
    me.client.post(NOTES, {"to": "notes", "leaf": ""})
    yield "notes", NOTES, f"Note {life.notes - 1}."
