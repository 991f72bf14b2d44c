"""Reading a file of answers, strictly: it fits, or one line says what does not.

A file names the version of the form it was answered by. One of an earlier version is
read as well as one of today: each answer names the wording it answers.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coequal.cli.json_file import FaultError, WrongFile, as_key, read_json
from coequal.content.load import Content, content
from coequal.content.versions import content_of, versions
from coequal.core.people import Pair, PairType
from coequal.core.see.answers import Answers, checked_value
from coequal.core.see.instrument import Instrument, Item, Page
from coequal.core.see.versions import (
    Given,
    ReadBy,
    form_for,
    new_pages,
    read,
    together,
)
from coequal.errors import Refused

_FIELDS = ("instrument", "version", "pair", "answers")


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerFile:
    """One person's answers by wording, checked, and the form they are read by."""

    path: Path
    pair: PairType
    given: Given
    form: Instrument

    @property
    def content(self) -> Content:
        """The form they are read by, with its words."""
        return content_of(self.pair, self.form.version)

    @property
    def answers(self) -> Answers:
        """The answers that count in that form."""
        return read(self.form, self.given)

    @property
    def new(self) -> tuple[Page, ...]:
        """The pages of today that are new to who had answered all there was."""
        return new_pages(content(self.pair).instrument, self.form, self.given)


def read_answers(path: Path, *, beside: AnswerFile | None = None) -> AnswerFile:
    """Return the answers in a file. `beside` is the file of the other person.

    Raises `WrongFile` if the file cannot be read, is not strict JSON in UTF-8, or
    does not hold answers to a form that is known, for the same type of pair as the
    other's.
    """
    try:
        fields = _fields(read_json(path))
        pair = _pair(fields, beside)
        given = _answers(pair, _version(pair, fields), fields["answers"])
    except FaultError as fault:
        raise WrongFile(path, str(fault)) from None
    form = form_for((one.instrument for one in versions(pair)), given)
    return AnswerFile(path=path, pair=pair, given=given, form=form)


def new_questions(file: AnswerFile) -> str:
    """Say how many questions are new."""
    count = len(file.new)
    return "one question is new" if count == 1 else f"{count} questions are new"


def read_together(
    first: AnswerFile, second: AnswerFile
) -> tuple[Content, Pair[Answers]]:
    """Return what counts of two files, and the form that a picture is drawn by."""
    a, b = (ReadBy(form=one.form, answers=one.answers) for one in (first, second))
    form, answers = together(a, b)
    return content_of(first.pair, form.version), answers


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
            message = f"{name}: missing"
            raise FaultError(message)
    return data


def _pair(fields: dict[str, Any], beside: AnswerFile | None) -> PairType:
    pair = fields["pair"]
    if beside is not None and pair != beside.pair:
        message = f'pair: expected "{beside.pair}", as in the other file'
        raise FaultError(message)
    if pair not in list(PairType):
        message = f"pair: expected one of {', '.join(PairType)}"
        raise FaultError(message)
    return PairType(pair)


def _version(pair: PairType, fields: dict[str, Any]) -> int:
    form, version = content(pair).instrument, fields["version"]
    if fields["instrument"] != form.name:
        message = f'instrument: expected "{form.name}"'
        raise FaultError(message)
    if type(version) is not int or not 1 <= version <= form.version:
        known = "1" if form.version == 1 else f"1 to {form.version}"
        message = f"version: expected {known}"
        raise FaultError(message)
    return version


def _answers(pair: PairType, version: int, given: Any) -> Given:
    if type(given) is not dict:
        message = "answers: expected an object of answers by item"
        raise FaultError(message)
    known = _items(pair, version)
    try:
        return {name: checked_value(_item(known, name), given[name]) for name in given}
    except Refused as error:
        message = f"answers: {error}"
        raise FaultError(message) from None


def _items(pair: PairType, version: int) -> dict[str, Item]:
    """Return the items of a version and of those before it, by wording."""
    forms = (content_of(pair, one).instrument for one in range(version, 0, -1))
    return {item.wording: item for form in forms for item in form.items}


def _item(known: dict[str, Item], name: str) -> Item:
    if name not in known:
        message = f"{as_key(name)}: expected an item of this form"
        raise Refused(message)
    return known[name]
