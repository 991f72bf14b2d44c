"""The fields of words in Decide, for two and for oneself."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Final

from django.http import HttpResponse
from tests.web.cast import Person
from tests.web.decide.acts import (
    FIELDS,
    OPTIONS,
    filled,
    raised,
    settled,
    weighed,
)
from tests.web.hostile import Field, line, send

from coequal.core.decide.limits import MOST_OPTIONS

ROOM: Final = MOST_OPTIONS - len(OPTIONS)
"""How many options can be added to a question."""
SCORES: Final = {"score-1": "1", "score-2": "3"}
Pages = Callable[[], list[HttpResponse]]


def deciding(alice: Person, bob: Person, place: str) -> dict[str, Field]:
    """Every field of words that Decide has; Alice writes."""
    return {
        "raising": _raising(alice, bob, place),
        "one more option": _adding(alice, bob, place),
        "reason": _reasoning(alice, place),
        "proposal": _proposing(alice, bob, place),
        "review": _reviewing(alice, bob, place),
        "diary": _at(alice, f"{place}decide/diary/", area=""),
        "own diary": _at(alice, "/decide/", who="me"),
        "own weighing": _weighing(alice),
    }


def _at(person: Person, path: str, **beside: str) -> Field:
    """A field of a page that shows it on that page."""
    return Field(
        send=lambda text: send(person, path, text=text, **beside),
        seen=lambda: [person.get(path)],
        kept=line,
    )


def _raising(alice: Person, bob: Person, place: str) -> Field:
    """Raise a question, with what holds meanwhile, and take back the one before."""
    before: list[str] = []

    def sending(text: str) -> HttpResponse:
        _take_back(alice, before)
        given = {**FIELDS, "text": text, "meanwhile": text}
        page = send(alice, f"{place}decide/raise/", **given)
        before.extend([alice.where] if page.status_code == 200 else [])
        return page

    return Field(send=sending, seen=_both(alice, bob, before), kept=line)


def _adding(alice: Person, bob: Person, place: str) -> Field:
    before: list[str] = []
    numbers = count()

    def sending(text: str) -> HttpResponse:
        if (number := next(numbers)) % ROOM == 0:
            _take_back(alice, before)
            before.append(raised(alice, place, text=f"Which of these, {number}?"))
        return send(alice, before[0], do="add", text=text)

    return Field(send=sending, seen=_both(alice, bob, before), kept=line)


def _take_back(person: Person, before: list[str]) -> None:
    while before:
        person.post(before.pop(), do="retract")


def _both(alice: Person, bob: Person, where: list[str]) -> Pages:
    return lambda: [one.get(where[0]) for one in (alice, bob)]


def _reasoning(alice: Person, place: str) -> Field:
    where = raised(alice, place, text="And why?")

    def sending(text: str) -> HttpResponse:
        given = filled(alice, where, "4", "1", "3")
        return send(alice, f"{where}weigh/", **{**given, "reason": text})

    return Field(send=sending, seen=lambda: [alice.get(f"{where}weigh/")], kept=line)


def _proposing(alice: Person, bob: Person, place: str) -> Field:
    where = weighed(alice, bob, place)
    return Field(
        send=lambda text: send(alice, where, do="propose", option="-1", text=text),
        seen=_both(alice, bob, [where]),
        kept=line,
    )


def _reviewing(alice: Person, bob: Person, place: str) -> Field:
    return _at(alice, f"{settled(alice, bob, place)}review/")


def _weighing(alice: Person) -> Field:
    def sending(text: str) -> HttpResponse:
        given = {"text": text, "option-1": text, "option-2": "Tea", **SCORES}
        return send(alice, "/decide/weigh/", **given)

    return Field(send=sending, seen=lambda: [alice.get("/decide/")], kept=line)
