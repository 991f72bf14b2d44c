"""Signs, factors and questions for oneself in a copy: sentences in place of ids.

What a file of words has no more is told by its id.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, Final

from coequal.content import notes
from coequal.content.signs import sign_words
from coequal.core.see.signs import Often
from coequal.web import notes_labels

Sentence = tuple[str, str]
"""What was asked, and what was said to it."""


def noticed(data: Mapping[str, Any]) -> list[Sentence]:
    """Tell an everyday sign and how often it is noticed; a dummy tells nothing."""
    if not data["sign"]:
        return []
    words = sign_words()
    texts = {sign.id: sign.text for sign in words.signs}
    often = str(data["often"])
    with suppress(ValueError):
        often = words.often[Often(data["often"])]
    return [(texts.get(data["sign"], data["sign"]), often)]


def ticked(data: Mapping[str, Any]) -> list[Sentence]:
    """Tell a page of signs of Notes."""
    texts = {
        sign.id: sign.text for group in notes.signs().groups for sign in group.signs
    }
    return [
        (texts.get(sign, sign), notes_labels.said(**given) or given["often"])
        for sign, given in data["signs"].items()
    ]


def tilts(data: Mapping[str, Any]) -> list[Sentence]:
    """Tell what tilts say."""
    texts = {factor.id: factor.text for factor in notes.factors().factors}
    return [
        (texts.get(factor, factor), str(notes_labels.TILT.get(value, value)))
        for factor, value in data["factors"].items()
    ]


def reply(data: Mapping[str, Any]) -> list[Sentence]:
    """Tell what came to mind, under the questions that were asked."""
    asked = {
        topic.id: " ".join((topic.title, *topic.questions))
        for topic in notes.questions().topics
    }
    return [(asked.get(data["topic"], data["topic"]), data["text"])]


TELLS: Final[Mapping[str, Callable[[Mapping[str, Any]], list[Sentence]]]] = {
    "noticed": noticed,
    "put up": noticed,
    "ticked": ticked,
    "tilts": tilts,
    "reply": reply,
}
"""By kind of entry."""
