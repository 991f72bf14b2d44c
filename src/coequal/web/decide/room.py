"""Deciding: questions, the diary, leads, reviews, and all of it alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coequal.core.decide.entries import (
    DiaryAnswer,
    DiaryLine,
    Lead,
    Option,
    OwnDiaryLine,
    OwnWeighing,
    Proposal,
    Question,
    Retraction,
    Review,
    Vote,
)
from coequal.web.decide import next_things, story
from coequal.web.decide.who_decided import how_far, who_did, who_words
from coequal.web.room import CopyOf, Door, Fact, Room, Text, Words

TEXT: Final[dict[str, Text]] = {"text": ""}
AREA: Final[dict[str, Text]] = {"area": gettext_lazy("Area")}
SCORES: Final[dict[str, Text]] = {
    "scores": gettext_lazy("What each option was given, 0 to 6")
}


def _question(data: Mapping[str, Any], of: CopyOf) -> list[Fact]:
    until = [(_("Last day to answer"), of.day(data["until"]))] if data["until"] else []
    return [
        ("", data["text"]),
        (_("Area"), data["area"]),
        (_("Until then"), data["meanwhile"]),
        *until,
        (_("Options"), ", ".join(data["options"])),
    ]


def _who_decided(data: Mapping[str, Any], who: Mapping[str, object]) -> list[Fact]:
    return [
        (_("Who decided"), str(who.get(data["who"], data["who"]))),
        (_("Was I asked?"), how_far(data["asked"])),
        (_("Am I fine with it?"), how_far(data["fine"])),
    ]


def _answer(data: Mapping[str, Any], of: CopyOf) -> list[Fact]:
    """Tell who decided by name, where a space of two knows its people by seats."""
    return _who_decided(data, who_did(of.names) if of.names else {})


def _own_line(data: Mapping[str, Any], of: CopyOf) -> list[Fact]:
    """Tell who decided by what one calls people, where one's own says *other*."""
    who = who_words(of.labels.get(data["sheet"]) or _("They"))
    return [("", data["text"]), *_who_decided(data, who)]


def _lead(data: Mapping[str, Any], of: CopyOf) -> list[Fact]:
    by_seat = {"A": of.names.a, "B": of.names.b} if of.names else {}
    leads = by_seat.get(data["seat"], data["seat"])
    return [(_("Area"), data["area"]), (_("Who takes care of it"), leads)]


ROOM: Final = Room(
    name="decide",
    kinds={
        Question: Words(title=gettext_lazy("Questions you two asked"), tell=_question),
        Option: Words(title=gettext_lazy("Options that were added"), fields=TEXT),
        Retraction: Words(title=gettext_lazy("Questions that were taken back")),
        Vote: Words(
            title=gettext_lazy("How the options were rated"),
            fields=SCORES
            | {
                "stake": gettext_lazy("How much it matters, 0 to 3"),
                "cannot": gettext_lazy("Can’t live with, counted from 0"),
                "reason": gettext_lazy("Reason"),
            },
            unsaid=frozenset({"question", "added"}),
        ),
        Proposal: Words(
            title=gettext_lazy("What was suggested"),
            fields={"option": gettext_lazy("Which option, counted from 0")} | TEXT,
        ),
        Review: Words(
            title=gettext_lazy("How it went"),
            fields=TEXT,
            unsaid=frozenset({"settled"}),
        ),
        Lead: Words(title=gettext_lazy("Who would take care of something"), tell=_lead),
        DiaryLine: Words(title=gettext_lazy("Already decided"), fields=TEXT | AREA),
        DiaryAnswer: Words(
            title=gettext_lazy("How a line of the diary was"), tell=_answer
        ),
        OwnDiaryLine: Words(title=gettext_lazy("Your own diary"), tell=_own_line),
        OwnWeighing: Words(
            title=gettext_lazy("What you rated for yourself"),
            fields=TEXT | {"options": gettext_lazy("Options")} | SCORES,
        ),
    },
    story=story.live,
    doors=(
        Door(
            page="decide:questions",
            title=gettext_lazy("Decide something"),
            about=gettext_lazy("Ask, rate the options, say yes"),
            thumb="decide",
        ),
        Door(
            page="decide:lead",
            title=gettext_lazy("Who takes care of what"),
            about=gettext_lazy("For three months, if you both say yes"),
            thumb="lead",
        ),
        Door(
            page="decide:diary",
            title=gettext_lazy("Already decided"),
            about=gettext_lazy("Who decided, and was I asked?"),
            thumb="diary",
        ),
    ),
    next_things=next_things.next_things,
    reads=next_things.READS,
    index=next_things.INDEX,
    forms={
        "raise": (
            dict.fromkeys(("text", "option1", "option2", "meanwhile", "ours"), "x"),
        ),
        "question": (
            {"do": "add", "text": "In bed"},
            {"do": "retract"},
            {"do": "propose", "option": "0"},
            {"do": "yes", "ref": "00"},
            {"do": "undo"},
        ),
        "weigh": ({"do": "withdraw"}, {"stake": "9"}),
        "diary": ({"text": "We took the green lamp", "area": ""}, {"text": "a" * 161}),
        "lead": (
            {"do": "suggest", "area": "home", "seat": "A"},
            {"do": "yes", "ref": "1"},
        ),
        "solo": ({"text": "We move", "who": "me"}, {"do": "drop", "ref": "00"}),
        "solo_weigh": (
            {
                "text": "Stay?",
                "option-1": "Yes",
                "score-1": "1",
                "option-2": "No",
                "score-2": "4",
            },
        ),
    },
)
