"""The fields of words of three lines, of thanks, and of a letter to oneself."""

from __future__ import annotations

from django.http import HttpResponse
from tests.web.cast import Person
from tests.web.hostile import Field, line, send

from coequal.core.thanks.rules import check_letter
from coequal.errors import Refused

OWN = "/lines/"


def keeping(alice: Person, bob: Person, place: str) -> dict[str, Field]:
    """Every field of words that they have on any day; Alice writes."""
    letters, thanks = f"{OWN}letter/", f"{place}thanks/"
    return {
        **{f"own line: {name}": _own(alice, name) for name in ("good", "much", "wish")},
        "letter": Field(
            send=lambda text: send(alice, letters, text=text),
            seen=lambda: [alice.get(letters)],
            kept=letter,
        ),
        "thanks for something": Field(
            send=lambda text: send(alice, thanks, do="say", text=text),
            seen=lambda: [one.get(thanks) for one in (alice, bob)],
            kept=line,
        ),
        "thanks for later": Field(
            send=lambda text: send(alice, thanks, do="keep", text=text),
            seen=lambda: [alice.get(thanks)],
            kept=line,
        ),
    }


def _own(alice: Person, name: str) -> Field:
    def sending(text: str) -> HttpResponse:
        return send(alice, OWN, **{name: text})

    return Field(send=sending, seen=lambda: [alice.get(OWN)], kept=line)


def letter(text: str) -> str:
    """As a letter is kept: line by line."""
    try:
        return check_letter(text).text
    except Refused:
        return ""
