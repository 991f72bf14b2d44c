"""Notes as somebody uses them: each form names the page it stands on, its leaf."""

from __future__ import annotations

import re

from django.http import HttpResponse
from tests.web.cast import Person, html_of

AT = "/notes/"
LEAF = re.compile(r'name="leaf" value="([^"]+)"')


def leaf_of(page: HttpResponse) -> str:
    """Read which page of Notes the forms of a page name; empty on any other page."""
    found = LEAF.search(html_of(page))
    return found[1] if found else ""


def unlock(person: Person) -> HttpResponse:
    return person.post(AT, phrase=person.phrase)


def go(person: Person, to: str, leaf: str = "") -> HttpResponse:
    return person.post(AT, to=to, leaf=leaf)


def write(person: Person, text: str) -> HttpResponse:
    """Write a new note, and return the page that comes after."""
    leaf = leaf_of(go(person, "write"))
    return person.post(AT, do="save", leaf=leaf, text=text)


def tick(person: Person, group: str, **given: str) -> HttpResponse:
    """Tick one page of signs: `sign="often weeks more"`, with as much of it as is."""
    leaf = leaf_of(go(person, f"group/{group}"))
    parts = ("often", "since", "lately")
    fields = {
        f"{part}-{sign}": value
        for sign, values in given.items()
        for part, value in zip(parts, values.split(), strict=False)
    }
    return person.post(AT, do="save", leaf=leaf, **fields)


def tilt(person: Person, **given: str) -> HttpResponse:
    leaf = leaf_of(go(person, "tilts"))
    fields = {f"tilt-{factor}": value for factor, value in given.items()}
    return person.post(AT, do="save", leaf=leaf, **fields)


def say_free(person: Person, group: str, **given: str) -> HttpResponse:
    """Say how free one is, on one page about one's own life."""
    leaf = leaf_of(go(person, f"free/{group}"))
    fields = {f"free-{question}": value for question, value in given.items()}
    return person.post(AT, do="save", leaf=leaf, **fields)


def reply(person: Person, topic: str, text: str) -> HttpResponse:
    leaf = leaf_of(go(person, f"topic/{topic}"))
    return person.post(AT, do="save", leaf=leaf, text=text)


def in_notes(person: Person) -> HttpResponse:
    """Open Notes, write, tick and answer a little everywhere."""
    unlock(person)
    write(person, "What a day. שלום <b>bold</b>")
    tick(person, "fear", eggshells="often months more", answering="once")
    tilt(person, money="other", wanting="mine")
    say_free(person, "partners", closeness="partly", devices="not")
    return reply(person, "worries", "The rent.")
