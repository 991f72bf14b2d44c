"""Reading a file of answers, strictly: it fits, or one line says what does not."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coequal.cli.json_file import FaultError, WrongFile, as_key, read_json
from coequal.content.load import Content, content
from coequal.core.people import PairType
from coequal.core.see.answers import Answers, answers_to
from coequal.errors import Refused

_FIELDS = ("instrument", "version", "pair", "answers")


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerFile:
    """One person's answers, checked against the form they name."""

    path: Path
    content: Content
    answers: Answers


def read_answers(path: Path, *, beside: AnswerFile | None = None) -> AnswerFile:
    """Return the answers in a file. `beside` is the file of the other person.

    Raises `WrongFile` if the file cannot be read, is not strict JSON in UTF-8, or
    does not hold answers to a form that is known, and the same as the other's.
    """
    try:
        fields = _fields(read_json(path))
        found = _content(fields, beside)
        answers = _answers(found, fields["answers"])
    except FaultError as fault:
        raise WrongFile(path, str(fault)) from None
    return AnswerFile(path=path, content=found, answers=answers)


def _fields(data: Any) -> dict[str, Any]:
    if type(data) is not dict:
        message = f"expected an object with {', '.join(_FIELDS)}"
        raise FaultError(message)
    for name in data:
        if name not in _FIELDS:
            message = f"{as_key(name)}: expected only {', '.join(_FIELDS)}"
            raise FaultError(message)
    for name in _FIELDS:
        if name not in data:
            message = f"{name}: expected, and missing"
            raise FaultError(message)
    return data


def _content(fields: dict[str, Any], beside: AnswerFile | None) -> Content:
    pair = fields["pair"]
    if beside is not None and pair != beside.content.instrument.pair:
        message = (
            f'pair: expected "{beside.content.instrument.pair}", as in the other file'
        )
        raise FaultError(message)
    if pair not in list(PairType):
        message = f"pair: expected one of {', '.join(PairType)}"
        raise FaultError(message)
    found = content(PairType(pair))
    form = found.instrument
    if fields["instrument"] != form.name:
        message = f'instrument: expected "{form.name}"'
        raise FaultError(message)
    if type(fields["version"]) is not int or fields["version"] != form.version:
        message = f"version: expected {form.version}"
        raise FaultError(message)
    return found


def _answers(found: Content, given: Any) -> Answers:
    if type(given) is not dict:
        message = "answers: expected an object of answers by item"
        raise FaultError(message)
    try:
        return answers_to(found.instrument, given)
    except Refused as error:
        message = f"answers: {error}"
        raise FaultError(message) from None
