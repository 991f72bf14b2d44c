"""What is only read changes nothing: no GET writes, locks or waits for who writes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection
from tests.web.cast import Person, addresses
from tests.web.decide.acts import raised, settled_on
from tests.web.decide.test_diary import tell, written
from tests.web.notes.acts import in_notes
from tests.web.see.acts import looked

READS = ("SELECT ", "SAVEPOINT", "RELEASE SAVEPOINT", "SET TRANSACTION")


@contextmanager
def statements() -> Iterator[list[str]]:
    """Collect all that is sent to the database."""
    sent: list[str] = []

    def collect(execute: Any, sql: str, *args: Any) -> Any:
        sent.append(sql)
        return execute(sql, *args)

    with connection.execute_wrapper(collect):
        yield sent


def writing(sent: list[str]) -> list[str]:
    """Return the statements that write, or keep others from writing."""
    return [one for one in sent if not one.startswith(READS) or "FOR UPDATE" in one]


def test_no_link_writes_whoever_follows_it(
    alice: Person, bob: Person, carol: Person
) -> None:
    place = looked(alice, bob)
    for someone in (alice, bob):
        someone.notice(heard="1")
        someone.put_up(place, "heard")
    line = written(alice, place)
    tell(alice, line, "me")
    tell(bob, line, "me")
    settled = settled_on(alice, bob, place)
    for someone in (alice, bob):
        someone.post(f"{settled}review/", text="Good.")
    in_notes(alice)
    new = Person("New")
    new.begin()
    paths = [
        *addresses(place).values(),
        *(line, settled, f"{settled}review/", raised(bob, place, text="Where to?")),
    ]
    for someone in (alice, bob, carol, new, Person("Nobody")):
        for path in paths:
            with statements() as sent:
                someone.client.get(path)
            assert writing(sent) == [], (someone.name, path)


def test_a_form_does_write(alice: Person, bob: Person) -> None:
    place = looked(alice, bob)
    with statements() as sent:
        raised(alice, place)
    assert writing(sent)
