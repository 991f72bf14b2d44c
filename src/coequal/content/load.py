"""Read the form of a type of pair and its words: strictly, and once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from coequal.content.faults import faults, past_faults
from coequal.content.files import check, fitted, table_of, text_of
from coequal.content.form import OF_TODAY, Form, Sentences, Sure
from coequal.content.instrument import instrument_of
from coequal.content.naming import called, filled
from coequal.core.people import Pair, PairType, Role, Seat
from coequal.core.see.instrument import Instrument
from coequal.core.see.picture import Domain, Limit
from coequal.core.see.words import Word
from coequal.errors import Unsound

DEFAULT_LOCALE = "en"
COMMON = "common"


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A form and the words that go with its picture.

    `words` are by `Word`, `limits` by `Limit`, `lines` by name. `form` is what it
    was made of, with places for how the other person is called.
    """

    form: Form
    instrument: Instrument
    words: Mapping[Word, str]
    sentences: Sentences
    limits: Mapping[Limit, str]
    lines: Mapping[str, str]

    def calling(self, *, name: str = "", role: Role | None = None) -> Content:
        """Return the same with the other person called by name, or as a role says.

        It is for one reader: a wording is what it is without either.
        """
        return _content(self.form, name=name, role=role)

    def difference(self, domain: Domain, names: Pair[str]) -> str:
        """Say who decides more in an area, with these names for the two seats."""
        if domain.word is Word.EARLY and domain.named_alone is not None:
            return self.sentences.one_side.format(more=names[domain.named_alone])
        return self.sentences.difference[domain.word].format(
            more=names[domain.ahead] if domain.ahead else "",
            sure=self.sentences.sure[Sure.CLEARLY if domain.clearly else Sure.PROBABLY],
        )

    def who_decides(self, direct: int, names: Pair[str]) -> str:
        """Say what somebody said of who decides more, in steps towards A."""
        more = names.a if direct > 0 else names.b
        return self.sentences.who[abs(direct)].format(more=more)

    def overall(self, more: Seat, names: Pair[str]) -> str:
        """Say who probably decides more over all areas of a picture."""
        return self.sentences.overall.format(more=names[more])


def content(pair: PairType, locale: str = DEFAULT_LOCALE) -> Content:
    """Return what people of this type of pair read.

    What all types share stands in a file of its own. Raises `Unsound`, naming what
    is amiss, if a file of this installation is damaged.
    """
    return read_once(pair, locale)


@cache
def read_once(pair: PairType, locale: str) -> Content:
    """Return the same, kept from one call to the next."""
    return parsed(*texts_of(pair, locale))


def texts_of(pair: PairType, *folder: str) -> list[str]:
    """Return the files that a form of this type stands in, from one folder."""
    return [text_of(*folder, f"{name}.toml") for name in (COMMON, pair.value)]


def parsed(*texts: str) -> Content:
    """Return the content that TOML texts hold together, or raise `Unsound`."""
    form = fitted("content", _read(texts), Form)
    check("content", faults(form))
    return _content(form)


def parsed_past(asked: Iterable[str], today: Iterable[str]) -> Content:
    """Return a past form as the texts `asked` have it, or raise `Unsound`.

    How a picture is drawn and told comes from the texts of `today`.
    """
    told = {name: one for name, one in _read(today).items() if name in OF_TODAY}
    form = fitted("past form", _read(asked) | told, Form)
    check("past form", past_faults(form))
    return _content(form)


def _read(texts: Iterable[str]) -> dict[str, Any]:
    return _together(table_of("content", text) for text in texts)


def _content(raw: Form, *, name: str = "", role: Role | None = None) -> Content:
    form = filled(raw, called(raw, name=name, role=role))
    return Content(
        form=raw,
        instrument=instrument_of(form),
        words=MappingProxyType(form.words),
        sentences=form.sentences,
        limits=MappingProxyType(form.limits),
        lines=MappingProxyType(form.lines),
    )


def _together(tables: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Return one table; what stands in two must be parts of one that do not meet."""
    whole: dict[str, Any] = {}
    for table in tables:
        for key, value in table.items():
            if key not in whole:
                whole[key] = value
            elif _apart(whole[key], value):
                whole[key] = whole[key] | value
            else:
                message = f"content: {key} stands in two files"
                raise Unsound(message)
    return whole


def _apart(one: Any, other: Any) -> bool:
    both = isinstance(one, dict) and isinstance(other, dict)
    return both and not one.keys() & other.keys()
