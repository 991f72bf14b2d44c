"""Whatever program wrote a text, reading it turns round nothing beside it."""

from __future__ import annotations

from typing import Any

import pytest

from coequal.core.decide.entries import Option, Question
from coequal.core.notes.entries import Note
from coequal.errors import Unsound
from coequal.journal.payloads import from_data, to_data

HEBREW = "\u05e9\u05dc\u05d5\u05dd"
ASKED = {"area": "", "meanwhile": "pizza", "until": 0}


def asked(text: str, *options: str) -> dict[str, Any]:
    question = Question(text="Who?", options=("A", "B"), **ASKED)  # type: ignore[arg-type]
    return to_data(question) | {"text": text, "options": list(options)}


def test_signs_that_turn_round_are_left_out_wherever_they_stand() -> None:
    read = from_data(Question, asked("\u202eWho\x1b", "Alice\u2069\u202e", "Bob cooks"))
    assert read.text == "Who "
    assert read.options == ("Alice", "Bob cooks")


def test_what_runs_from_right_to_left_is_shut_off_from_the_rest() -> None:
    read = from_data(Question, asked("Who?", HEBREW, "Bob"))
    assert read.options == (f"\u2068{HEBREW}\u2069", "Bob")
    again = from_data(Question, to_data(read))
    assert again == read


def test_what_is_no_text_is_still_refused() -> None:
    fields = to_data(Option(text="A"))
    with pytest.raises(Unsound):
        from_data(Option, fields | {"text": 1})


def test_what_is_for_oneself_stays_sign_by_sign() -> None:
    fields = to_data(Note(id=bytes(16), text="x")) | {"text": f"\u202e{HEBREW}\n"}
    assert from_data(Note, fields).text == f"\u202e{HEBREW}\n"
