"""Something of the two is taken out of the database, and Bob, who saw it, goes on."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from tests.browser import settling
from tests.browser.test_accessibility import BOTH, complaints
from tests.browser.walk import Person
from tests.site.server import Served, served

Arrive = Callable[..., Person]
NOTE = "Something here is missing or different since you last looked."
OPEN = "SELECT id FROM journal_row WHERE audience = 'B'"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Served]:
    with served(tmp_path) as running:
        yield running


@pytest.fixture
def base(server: Served) -> str:
    """A server of its own: others are not told of what is taken out here."""
    return server.base


def found(server: Served) -> set[bytes]:
    with sqlite3.connect(server.folder / "data" / "coequal.sqlite3") as database:
        return {one for (one,) in database.execute(OPEN)}


def take_out(server: Served, rows: set[bytes]) -> None:
    """What Eve does, who has the database."""
    with sqlite3.connect(server.folder / "data" / "coequal.sqlite3") as database:
        for one in rows:
            database.execute("DELETE FROM journal_row WHERE id = ?", (one,))


def test_bob_reads_what_he_can_do_and_carries_on(
    server: Served, person: Arrive
) -> None:
    alice, bob = person("Alice"), person("Bob")
    settling.pair(alice, bob)
    before = found(server)
    settling.raise_it(alice)
    question = found(server) - before
    assert len(question) == 1
    bob.go(alice.path)
    bob.unfold("Add an option").write("One more option", settling.OPTIONS[2])
    bob.press("Add it")
    take_out(server, question)
    place = "/".join(urlsplit(bob.page.url).path.split("/")[:3])
    bob.go(f"{place}/decide/")
    assert NOTE in bob.text
    bob.follow("What you can do")
    assert bob.heading == "Something is missing"
    assert list(complaints(bob.page, BOTH, set())) == []
    bob.press("Carry on with what’s here")
    bob.go(f"{place}/decide/")
    assert NOTE not in bob.text
