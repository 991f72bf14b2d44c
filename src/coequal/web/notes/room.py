"""Notes: what somebody writes for their own eyes, told in sentences in their copy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from coequal.content import notes
from coequal.core.notes.entries import Note, OwnLife, Reply, Ticked, Tilts
from coequal.web.notes import labels
from coequal.web.room import CopyOf, Fact, Room, Words


def _ticked(data: Mapping[str, Any], _of: CopyOf) -> list[Fact]:
    """Tell a page of signs; one that the file has no more is told by its id."""
    texts = {
        sign.id: sign.text for group in notes.signs().groups for sign in group.signs
    }
    return [
        (texts.get(sign, sign), labels.said(**given) or given["often"])
        for sign, given in data["signs"].items()
    ]


def _tilts(data: Mapping[str, Any], _of: CopyOf) -> list[Fact]:
    texts = {factor.id: factor.text for factor in notes.factors().factors}
    return [
        (texts.get(factor, factor), str(labels.TILT.get(value, value)))
        for factor, value in data["factors"].items()
    ]


def _own_life(data: Mapping[str, Any], _of: CopyOf) -> list[Fact]:
    """Tell one page about one's own life; a question that is gone is told by its id."""
    texts = {
        question.id: question.text
        for group in notes.own_life().groups
        if group.id == data["group"]
        for question in group.questions
    }
    return [
        (texts.get(question, question), str(labels.FREE.get(value, value)))
        for question, value in data["answers"].items()
    ]


def _reply(data: Mapping[str, Any], _of: CopyOf) -> list[Fact]:
    """Tell what came to mind, under the questions that were asked."""
    asked = {
        topic.id: " ".join((topic.title, *topic.questions))
        for topic in notes.questions().topics
    }
    return [(asked.get(data["topic"], data["topic"]), data["text"])]


ROOM: Final = Room(
    name="notes",
    kinds={
        Note: Words(title=_("Notes"), fields={"text": ""}, unsaid=frozenset({"id"})),
        Ticked: Words(title=_("What you ticked"), tell=_ticked),
        Tilts: Words(title=_("Where one of you has an edge"), tell=_tilts),
        OwnLife: Words(title=_("Your own life"), tell=_own_life),
        Reply: Words(title=_("Questions for yourself"), tell=_reply),
    },
    private=True,
)
