"""What Bob asks of every route, by link and by form, drawn for one life."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any, Final

from tests.web.agree.acts import lines
from tests.web.cast import Person, addresses, undone
from tests.web.decide.acts import (
    questions,
)
from tests.worlds.worlds import (
    Seen,
    observed,
)

from coequal.core.see.instrument import Instrument
from coequal.core.see.joint_entries import CARDS
from coequal.web.rooms import ROOMS

ROUTES: Final = addresses("/us/{iid}/")
QID: Final = "1" * 32
"""Stands for a question, of which the first on the list is asked for."""
LINE_ID: Final = "2" * 32
"""The same for a line that the two have agreed on."""
EMPTY: Final = {"nothing": "of this form"}

FORMS: Final = {
    f"{room.name}:{page}": examples
    for room in ROOMS
    for page, examples in room.forms.items()
}
"""By route: what is sent beside a form that holds nothing.

Never what makes Bob ready while Alice may be: that would rightly open.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One request of Bob's that leaves nothing behind."""

    route: str
    method: str
    path: str
    fields: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.method} {self.path} {self.fields or ''}".rstrip()


def looks(draw: Random, form: Instrument, *, links: int, forms: int) -> list[Look]:
    """Draw some routes to ask by link, and some to send a form to."""
    return [
        *(_link(draw, form, route) for route in draw.sample(sorted(ROUTES), links)),
        *(_form(draw, form, route) for route in draw.sample(sorted(ROUTES), forms)),
    ]


def _link(draw: Random, form: Instrument, route: str) -> Look:
    return Look(route=route, method="GET", path=_path(draw, form, route))


def _form(draw: Random, form: Instrument, route: str) -> Look:
    said = FORMS.get(route, ())
    fields = draw.choice((EMPTY, *said, *said))
    path = _path(draw, form, route)
    return Look(route=route, method="POST", path=path, fields=fields)


def _path(draw: Random, form: Instrument, route: str) -> str:
    """Fill in a card, or a question of any chapter."""
    path = ROUTES[route]
    if route == "see:card":
        return path.replace("/1/", f"/{draw.randint(1, CARDS)}/")
    if route == "see:question":
        chapter = draw.choice(form.chapters)
        number = draw.randint(1, len(chapter.pages))
        return path.replace("/short/1/", f"/{chapter.id}/{number}/")
    return path


def watch(bob: Person, place: str, when: str, asked: list[Look]) -> Seen:
    """Ask, undo it, and return what Bob got, by when and how he asked."""
    pair_id = place.strip("/").rpartition("/")[2]
    seen: dict[str, Any] = {}
    for look in asked:
        path = look.path.replace("{iid}", pair_id)
        with undone(bob):
            if LINE_ID in path and "agreed" in path:
                path = lines(bob, place)[0] + path.partition(f"{LINE_ID}/")[2]
            if QID in path:
                path = questions(bob, place)[0] + path.partition(f"{QID}/")[2]
            got = (
                bob.client.get(path)
                if look.method == "GET"
                else bob.client.post(path, look.fields)
            )
        seen[f"{when}: {look}"] = observed(got)
    return seen
