"""What everybody looks at in a life with every kind of row, and how they leave it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from typing import Final
from urllib.parse import urldefrag

from django.db import transaction
from django.http import HttpResponse
from tests.web.cast import Person, addresses, bytes_of, undone
from tests.web.crawl import ALIKE, NAMED, Page
from tests.web.notes import (
    acts as notes,
)
from tests.worlds.damaged_life import (
    Life,
)

from coequal.journal import models
from coequal.people import pairs, sessions
from coequal.people.models import Account, SessionRow
from coequal.people.sessions import Session
from coequal.sealed import sessions as sealed_sessions
from coequal.web.sessions import HALF

IN_NOTES: Final = (
    *("doors", "notes", "write", "signs", "told", "tilts", "topics", "stepping"),
    *("own", "free/partners", "group/fear", "topic/worries"),
)
COPIES: Final = ("html", "json")


def session_of(person: Person) -> Session:
    session = sessions.find(bytes.fromhex(person.client.cookies[HALF].value))
    assert session is not None
    return session


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Look:
    """Something that somebody asks for: a page, a page of Notes, or a copy."""

    person: Person
    asked: str

    def __str__(self) -> str:
        return f"{self.person.name} {self.asked}"

    def take(self) -> HttpResponse:
        what, _, where = self.asked.partition(" ")
        if what == "GET":
            return self.person.client.get(where, follow=True)
        if what == "NOTES":
            return notes.go(self.person, where)
        page, _, ending = where.partition(" ")
        given = {"phrase": self.person.phrase, "as": ending, "notes": "on"}
        return self.person.client.post(page, given)


def looks(life: Life) -> Iterator[tuple[Look, HttpResponse]]:
    """Yield what there is to look at, and what everybody gets.

    Every page with a link, every page of Notes, and every copy.
    """
    for person in life.people():
        yield from _pages(person, life)
        for asked in (
            *(f"NOTES {to}" for to in IN_NOTES),
            *(f"COPY {path} {one}" for path in _copies(person, life) for one in COPIES),
        ):
            look = Look(person=person, asked=asked)
            # Each copy spends a try at the passphrase.
            with rolled_back(life):
                response = look.take()
            yield look, response


def _copies(person: Person, life: Life) -> list[str]:
    both = {life.ours: (life.alice, life.bob), life.theirs: (life.alice, life.carol)}
    ours = [f"{place}copy/" for place, two in both.items() if person in two]
    return ["/account/copy/", *ours]


def _pages(person: Person, life: Life) -> Iterator[tuple[Look, HttpResponse]]:
    """Follow every link, once for pages that differ in their question only."""
    places = [life.ours, life.theirs]
    ahead = ["/", *(path for one in places for path in addresses(one).values())]
    known = set()
    while ahead:
        path = ahead.pop(0)
        name = NAMED.sub("0", path) if ALIKE.fullmatch(path) else path
        if name in known or not path.startswith("/"):
            continue
        known.add(name)
        look = Look(person=person, asked=f"GET {path}")
        page = look.take()
        if page.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            continue
        yield look, page
        if page.get("Content-Type", "").startswith("text/html"):
            links = Page(path, page.content.decode()).links
            ahead += [urldefrag(link).url for link in links]


@contextmanager
def rolled_back(life: Life) -> Iterator[None]:
    """Let what everybody does leave nothing behind, neither here nor with them."""
    before = [person.client.remembered() for person in life.people()]
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    for person, state in zip(life.people(), before, strict=True):
        person.client.remember(*state)


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A way out, which works with any row damaged; `taken` says whether it did."""

    person: Person
    path: str
    fields: Mapping[str, str]
    taken: Callable[[], bool]

    def __str__(self) -> str:
        return f"{self.person.name} POST {self.path}"

    def go(self) -> bool:
        """Take it; whether it led out. Nothing of it is left behind."""
        with undone(self.person):
            response = self.person.client.post(self.path, self.fields)
            return response.status_code == 303 and self.taken()


def ways(life: Life) -> list[Way]:
    """Return how each of the three leaves a pair, their account, and quickly."""
    return [way for person in life.people() for way in _ways(person, life)]


def _ways(person: Person, life: Life) -> Iterator[Way]:
    session, phrase = session_of(person), {"phrase": person.phrase}
    members = {one.pair_id.hex(): one for one in pairs.members(session)}
    spaces = {one.space_id for one in members.values()}
    for pair_id, member in members.items():
        yield Way(
            person=person,
            path=f"/us/{pair_id}/leave/",
            fields={"way": "now", **phrase},
            taken=partial(_closed, {member.space_id}),
        )
    yield Way(
        person=person,
        path="/account/end/",
        fields=phrase,
        taken=lambda: (
            _closed(spaces)
            and not Account.objects.filter(pk=session.account).exists()
            and not models.Space.objects.filter(pk=session.own.access.space.id).exists()
        ),
    )
    here = sealed_sessions.row_key(session.cookie)
    yield Way(
        person=person,
        path="/leave/",
        fields={},
        taken=lambda: not SessionRow.objects.filter(pk=here).exists(),
    )


def _closed(spaces: set[bytes]) -> bool:
    found = models.Space.objects.filter(pk__in=spaces, closed=True)
    return {*found.values_list("pk", flat=True)} == spaces


def body_of(response: HttpResponse) -> bytes:
    """Return what somebody gets, but for the tokens that are new in every form."""
    if response.streaming:
        return b"".join(response.streaming_content)  # type: ignore[arg-type]
    return re.sub(rb'(name="leaf" value=")[^"]+', rb"\1", bytes_of(response))
