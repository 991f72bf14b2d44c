"""How people use the pages of Agree."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from django.http import HttpResponse
from tests.web.cast import Person, heading_of, html_of, main_of
from tests.web.decide.test_looking import bond_of

from coequal.core.agree.entries import Agreement
from coequal.journal import clock
from coequal.web.agree import states

FIELDS: Final = {
    "binds": "both",
    "area": "home",
    "when": "it gets loud",
    "then": "stop for tea, and go on at eight",
    "weeks": "4",
}
BOUNDARY: Final = {
    "mine": "my phone",
    "then": "put it in my bag",
    "ask": "Please ask me first.",
}
LINE: Final = Agreement(
    binds="both",
    area="other",
    when=FIELDS["when"],
    then=FIELDS["then"],
    my_limit="",
    your_limit="",
    weeks=4,
    zone="UTC",
    former=b"",
)
WORDS: Final = "When it gets loud: We both stop for tea, and go on at eight"


def suggested(person: Person, place: str, **changed: str) -> str:
    """Suggest a line and return its address."""
    page = person.post(f"{place}agreed/new/", **{**FIELDS, **changed})
    assert heading_of(page) == "Shall we agree on this?", main_of(page)
    return person.where


def press(person: Person, where: str, do: str) -> HttpResponse:
    """Press one of the buttons of a line."""
    html = html_of(person.get(where))
    found = re.search(r'name="ref" value="(\w+)"', html)
    assert found is not None
    turn = re.search(r'name="turn" value="(\w+)"', html)
    return person.post(where, do=do, ref=found[1], turn=turn[1] if turn else "1")


def agreed(alice: Person, bob: Person, place: str, **changed: str) -> str:
    """Let Alice suggest a line and Bob say yes; return its address."""
    where = suggested(alice, place, **changed)
    press(bob, where, "yes")
    return where


def lines(person: Person, place: str) -> list[str]:
    """The addresses of all that is on the page of the two, from top to bottom."""
    html = html_of(person.client.get(f"{place}agreed/"))
    found = re.findall(rf'href="({place}agreed/[0-9a-f]{{32}}/)"', html)
    return list(dict.fromkeys(found))


def buttons(person: Person, where: str) -> dict[str, str]:
    """What the form of a line would send, by the button that is pressed."""
    html = html_of(person.client.get(where))
    ref = re.search(r'name="ref" value="(\w+)"', html)
    return dict.fromkeys(
        re.findall(r'name="do" value="([\w ]+)"', html), ref[1] if ref else ""
    )


def to_show(person: Person, place: str) -> str:
    """Write a boundary, and return where one may show it to the other."""
    html = html_of(person.post("/boundaries/", **BOUNDARY))
    found = re.search(rf'href="({place}boundaries/\w+/)"', html)
    assert found is not None
    return found[1]


def ended(alice: Person, bob: Person, place: str, then: str = "sing") -> str:
    """Let the two have agreed four weeks ago, so that they look again; its address."""
    hers, his = bond_of(alice, place), bond_of(bob, place)
    with clock.earlier(28 * clock.DAY):
        line_id = states.offer(hers, replace(LINE, then=then))
        (state,) = [one for one in states.now(his) if states.name(one) == line_id]
        states.agree(his, state.ref)
    return f"{place}agreed/{line_id}/"
