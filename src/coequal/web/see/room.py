"""One's own answers and picture, and what opens for two."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coequal.content.load import content
from coequal.content.signs import sign_words
from coequal.content.versions import content_of, item_of
from coequal.core.people import PairType
from coequal.core.see.answers import checked_value
from coequal.core.see.entries import READY, Answer, Opening, Prepared, Sheet, Sitting
from coequal.core.see.instrument import Instrument
from coequal.core.see.joint_entries import Bookmark, Evening, Step, Thanks
from coequal.core.see.sign_entries import Noticed, Often, PutUp
from coequal.core.see.small_steps import LookedBack, StepStays
from coequal.errors import Refused
from coequal.web import pair_types
from coequal.web.room import PROGRAM, CopyOf, Door, Fact, Room, Words
from coequal.web.see import next_things, question_page, steps_home, story

TEXT: Final = {"text": ""}
ROUND: Final = frozenset({"round"})


def _sheet(data: Mapping[str, Any], _of: CopyOf) -> list[Fact]:
    name = str(pair_types.NAMES[PairType(data["pair"])])
    told = [(_("What you are to each other"), name)]
    roles = content(PairType(data["pair"])).form.roles
    words = roles.get(data.get("role", ""))
    if words is not None:
        told.append((_("Which of the two you are"), words.title))
    return told


def _answer(data: Mapping[str, Any], _of: CopyOf) -> list[Fact]:
    return [_answered(PairType(data["pair"]), data["item"], data["value"])]


def _opening(data: Mapping[str, Any], of: CopyOf) -> list[Fact]:
    if of.pair is None:
        return []
    form = content_of(of.pair, max(data["version"], 1)).instrument
    said = [_answered(of.pair, *one) for one in data["values"].items()]
    return [*_part(form, data["area"]), *said]


def _prepared(data: Mapping[str, Any], _of: CopyOf) -> list[Fact]:
    """Tell what one would share; the sheet that it is of is told by itself."""
    forms = [content(pair).instrument for pair in PairType]
    titles = {part.id: part.title for form in forms for part in form.parts}
    return [(_("Part"), titles.get(part, part)) for part in data["parts"]]


def _part(form: Instrument, part: str) -> list[Fact]:
    if part in {"", READY}:
        return []
    try:
        title = form.part(part).title
    except Refused:
        title = part
    return [(_("Part"), title)]


def _answered(pair: PairType, wording: str, value: Any) -> Fact:
    """Tell an answer in the words it was given to, if any form has them."""
    item = item_of(pair, wording)
    if item is not None:
        with suppress(Refused):
            return item.text, question_page.said(item, checked_value(item, value))
    return wording, str(value)


def _noticed(data: Mapping[str, Any], _of: CopyOf) -> list[Fact]:
    """Tell an everyday sign and how often it is noticed; a dummy tells nothing."""
    if not data["sign"]:
        return []
    words = sign_words()
    texts = {sign.id: sign.text for sign in words.signs}
    often = str(data["often"])
    with suppress(ValueError):
        often = words.often[Often(data["often"])]
    return [(texts.get(data["sign"], data["sign"]), often)]


ROOM: Final = Room(
    name="see",
    kinds={
        Sheet: Words(title=gettext_lazy("The person you chose"), tell=_sheet),
        Sitting: PROGRAM,
        Answer: Words(title=gettext_lazy("Your answers"), tell=_answer),
        Opening: Words(title=gettext_lazy("What was shared"), tell=_opening),
        Prepared: Words(title=gettext_lazy("What you chose to share"), tell=_prepared),
        Bookmark: Words(
            title=gettext_lazy("Where you stopped at the cards"),
            fields={
                "card": gettext_lazy("Card"),
                "turned": gettext_lazy("Cards turned over"),
            },
        ),
        Evening: Words(title=gettext_lazy("An evening"), fields=TEXT),
        Step: Words(title=gettext_lazy("One small step"), fields=TEXT, unsaid=ROUND),
        Thanks: Words(title=gettext_lazy("Thanks"), fields=TEXT, unsaid=ROUND),
        LookedBack: Words(
            title=gettext_lazy("How your small step went"),
            fields={"happened": gettext_lazy("Did it happen?")},
            unsaid=frozenset({"steps"}),
        ),
        StepStays: Words(
            title=gettext_lazy("A small step that you’d like to stay"),
            unsaid=frozenset({"step", "steps"}),
            about="step",
        ),
        Noticed: Words(title=gettext_lazy("What you notice"), tell=_noticed),
        PutUp: Words(title=gettext_lazy("Cards that were shared"), tell=_noticed),
    },
    story=story.live,
    doors=(
        Door(
            page="see:picture",
            title=gettext_lazy("Our picture"),
            about=gettext_lazy("What you’ve both shared"),
            thumb="picture",
            is_open=next_things.is_through,
        ),
        Door(
            page="see:card",
            ids=("1",),
            title=gettext_lazy("The four cards"),
            about=gettext_lazy("Look at them again, any evening"),
            thumb="cards",
            is_open=next_things.is_open,
        ),
        Door(
            page="see:steps",
            title=gettext_lazy("Our small steps"),
            about="",
            tells=steps_home.told,
            thumb="answers",
            is_open=steps_home.has_steps,
        ),
        Door(
            page="see:board",
            title=gettext_lazy("What we both noticed"),
            about=gettext_lazy("Small things from everyday life"),
            thumb="notice",
        ),
        Door(
            page="see:evening",
            title=gettext_lazy("A time for us"),
            about=gettext_lazy("Suggest when to sit down together"),
            thumb="evening",
        ),
        Door(
            page="see:choose",
            title=gettext_lazy("Look again"),
            about=gettext_lazy("Later, with new answers"),
            thumb="again",
            is_open=next_things.is_through,
        ),
    ),
    next_things=next_things.next_things,
    alone=next_things.alone,
    reads=next_things.READS,
    forms={
        "whom": ({"pair": "friends"}, {"pair": "flatmates"}),
        "question": ({"a": "1"}, {"a": "skip"}),
        "notice": ({"heard": "2"}, {"heard": "clear"}),
        "board": (
            {"do": "put", "sign": "heard"},
            {"do": "withdraw", "sign": "heard"},
            {"do": "mark"},
        ),
        "choose": ({"part": "nowhere"},),
        "share": ({"part": "nowhere"},),
        "evening": (
            {"do": "say", "text": "Friday at eight"},
            {"do": "back"},
            {"do": "say", "text": "a" * 81},
        ),
        "card": ({"do": "next"}, {"do": "stop"}),
        "step": (
            {"do": "say", "text": "Tea at nine"},
            {"do": "nothing"},
            {"do": "back"},
        ),
        "thanks": ({"do": "say", "text": "Thank you"}, {"do": "back"}),
        "steps": (
            {"happened": "yes", "stays": "00"},
            {"do": "back"},
            {"do": "let go", "ref": "00"},
        ),
    },
)
