"""The fields of words of a line that two agree on, and of a boundary."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.http import HttpResponse
from tests.web.agree.acts import BOUNDARY, FIELDS, buttons, press
from tests.web.cast import Person
from tests.web.hostile import Field, line, send

MINE: Final = {**FIELDS, "binds": "me"}


def agreeing(alice: Person, bob: Person, place: str) -> dict[str, Field]:
    """Every field of words that they have; Alice writes."""
    return {
        **{f"boundary: {name}": _own(alice, name) for name in BOUNDARY},
        "when": _field(alice, bob, place, "when", FIELDS),
        "what then": _field(alice, bob, place, "then", FIELDS),
        "a limit": _field(alice, bob, place, "my_limit", MINE),
    }


def _field(
    alice: Person, bob: Person, place: str, name: str, beside: Mapping[str, str]
) -> Field:
    """Suggest a line with this in one field, and take back the one before."""
    before: list[str] = []

    def sending(text: str) -> HttpResponse:
        while before:
            press(alice, before.pop(), "back")
        page = send(alice, f"{place}agreed/new/", **{**beside, name: text})
        before.extend([alice.where] if page.status_code == 200 else [])
        return page

    def seen() -> list[HttpResponse]:
        return [one.get(before[0]) for one in (alice, bob)]

    return Field(send=sending, seen=seen, kept=line)


def _own(alice: Person, name: str) -> Field:
    """Write a boundary with this in one field, and delete the one before."""
    where = "/boundaries/"

    def sending(text: str) -> HttpResponse:
        for do, ref in buttons(alice, where).items():
            alice.post(where, do=do, ref=ref)
        return send(alice, where, **{**BOUNDARY, name: text})

    return Field(send=sending, seen=lambda: [alice.get(where)], kept=line)
