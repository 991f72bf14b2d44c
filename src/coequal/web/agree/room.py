"""Agreeing: what two people hold to for some weeks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coequal.core.agree.entries import Agreement, GoOn
from coequal.web.agree import next_things, states, story
from coequal.web.agree.labels import BINDS
from coequal.web.room import CopyOf, Door, Fact, Room, Words


def _line(data: Mapping[str, Any], _of: CopyOf) -> list[Fact]:
    binds = str(BINDS.get(data["binds"], data["binds"]))
    words = [(_("When"), data["when"])] if data["when"] else []
    limits = ((_("My limit"), "my_limit"), (_("Your limit"), "your_limit"))
    return [
        *words,
        (binds, data["then"]),
        *((title, data[name]) for title, name in limits if data[name]),
        (_("What it’s about"), data["area"]),
        (_("For how many weeks"), str(data["weeks"])),
    ]


LINE: Final = {
    "binds": "both",
    "area": "home",
    "when": "it gets loud",
    "then": "stop for tea",
    "weeks": "4",
}

ROOM: Final = Room(
    name="agree",
    kinds={
        Agreement: Words(title=gettext_lazy("What you two suggested"), tell=_line),
        GoOn: Words(
            title=gettext_lazy("What you’d both keep"),
            fields={"turn": gettext_lazy("Which time")},
            unsaid=frozenset({"agreed"}),
            about="agreed",
        ),
    },
    story=story.live,
    doors=(
        Door(
            page="agree:agreed",
            title=gettext_lazy("What we agreed"),
            about=gettext_lazy("For a few weeks at a time"),
            thumb="agree",
        ),
    ),
    next_things=next_things.next_things,
    reads=states.READS,
    forms={
        "suggest": (LINE, {**LINE, "area": "phone"}, {**LINE, "your_limit": "5"}),
        "line": (
            {"do": "yes", "ref": "00"},
            {"do": "keep", "ref": "no number", "turn": "1"},
            {"do": "let go", "ref": "00", "turn": "many"},
        ),
    },
)
