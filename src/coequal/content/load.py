"""Read the form of a type of pair and its words: strictly, and once."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from math import isfinite
from types import MappingProxyType

from cattrs import BaseValidationError, transform_error

from coequal.content.form import Form, instrument_of, structured
from coequal.core.people import PairType
from coequal.core.see.instrument import Constants, Instrument
from coequal.core.see.model import Word
from coequal.core.see.picture import Limit
from coequal.errors import Unsound

DEFAULT_LOCALE = "en"
_LINES = {
    "private",
    "kitchen_table",
    "absent",
    "cannot_know",
    "other",
    "others_say",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A form and the words that go with its picture.

    `words` and `differences` are by `Word`, `limits` by `Limit`, `lines` by name;
    the sentences of `differences` have the places {more} and {less} for names.
    """

    instrument: Instrument
    words: Mapping[Word, str]
    differences: Mapping[Word, str]
    limits: Mapping[Limit, str]
    lines: Mapping[str, str]


@cache
def content(pair: PairType, locale: str = DEFAULT_LOCALE) -> Content:
    """Return what people of this type of pair read.

    Raises `Unsound`, naming what is amiss, if the file of this installation is
    damaged.
    """
    source = files("coequal.content") / locale / f"{pair.value}.toml"
    return parsed(source.read_text(encoding="utf-8"))


def parsed(text: str) -> Content:
    """Return the content that a TOML text holds, or raise `Unsound`."""
    try:
        form = structured(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        message = f"content: {error}"
        raise Unsound(message) from error
    except BaseValidationError as error:
        message = "content: " + "; ".join(transform_error(error))
        raise Unsound(message) from error
    for fault in _faults(form):
        message = f"content: {fault}"
        raise Unsound(message)
    return Content(
        instrument=instrument_of(form),
        words=MappingProxyType(form.words),
        differences=MappingProxyType(form.sentences.difference),
        limits=MappingProxyType(form.limits),
        lines=MappingProxyType(form.lines),
    )


def _faults(form: Form) -> Iterator[str]:
    """Yield what a well-formed file still gets wrong, in words."""
    yield from _id_faults(form)
    yield from _scale_faults(form)
    yield from _model_faults(form.model)
    yield from _word_faults(form)


def _id_faults(form: Form) -> Iterator[str]:
    ids = [area.id for area in form.areas] + [part.id for part in form.parts]
    for name in _twice(ids + [item.id for item in form.items]):
        yield f"the id {name} stands twice"
    blocks = [block for part in form.parts for block in part.blocks]
    for name in _twice(blocks):
        yield f"the block {name} is in two parts"
    if {item.block for item in form.items} != set(blocks):
        yield "parts and items do not name the same blocks"


def _scale_faults(form: Form) -> Iterator[str]:
    if (form.scales.say.min, len(form.scales.say.labels)) != (0, _say_steps(form)):
        yield "scales.say: expected answers from 0, one more than model.cuts"
    if (form.scales.matters.min, len(form.scales.matters.labels)) != (0, 2):
        yield "scales.matters: expected the answers 0 and 1"
    for scale in (form.scales.wish, form.scales.often):
        if len(scale.labels) < 2:
            yield "scales: expected at least two labels"


def _say_steps(form: Form) -> int:
    return len(form.model.cuts) + 1


def _model_faults(model: Constants) -> Iterator[str]:
    if not model.cuts or any(b <= a for a, b in pairwise(model.cuts)):
        yield "model.cuts: expected numbers that rise"
    numbers = {k: v for k, v in asdict(model).items() if isinstance(v, float)}
    for name, value in numbers.items():
        if not isfinite(value) or value <= 0:
            yield f"model.{name}: expected a number above 0"
    if not 0.5 < model.probably < model.clear < 1 or model.coverage >= 1:
        yield "model: expected .5 < probably < clear < 1 and coverage < 1"


def _word_faults(form: Form) -> Iterator[str]:
    if set(form.words) != set(Word) or set(form.sentences.difference) != set(Word):
        yield "words, sentences.difference: expected one text for each word"
    if set(form.limits) != set(Limit):
        yield "limits: expected one text for each limit"
    if set(form.lines) != _LINES:
        yield f"lines: expected {', '.join(sorted(_LINES))}"


def _twice(names: Iterable[str]) -> list[str]:
    return [name for name, times in Counter(names).items() if times > 1]
