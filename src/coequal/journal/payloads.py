"""Between the dataclasses of the rooms and the plain data inside a seal."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any, TypeVar

from cattrs import BaseValidationError
from cattrs.preconf.json import JsonConverter

from coequal import strict
from coequal.core.characters import isolated, tamed
from coequal.core.entry import Audience, Entry
from coequal.errors import Unsound

E = TypeVar("E", bound=Entry)


def _made() -> JsonConverter:
    made = strict.converter()
    made.register_structure_hook(bytes, lambda text, _: bytes.fromhex(text))
    made.register_unstructure_hook(bytes, bytes.hex)
    return made


_converter = _made()
_of_two = _made()
_of_two.register_structure_hook(
    str, lambda text, kind: tamed(strict.exactly(text, kind))
)


def to_data(entry: Entry) -> dict[str, Any]:
    """Return the fields of an entry as JSON values; bytes become hex."""
    data: dict[str, Any] = _converter.unstructure(entry)
    return data


def from_data(kind: type[E], data: dict[str, Any]) -> E:
    """Return the entry that `data` holds.

    Raises `Unsound` for a missing, unknown or ill-typed field, and for values that
    cannot be.
    """
    mine = kind.audience is Audience.NOTES
    try:
        read = (_converter if mine else _of_two).structure(data, kind)
    # What was signed can be of another shape than the program knows: it was written by
    # a changed program, or by hand.
    except (BaseValidationError, TypeError, ValueError, KeyError) as error:
        message = f"the fields of a {kind.kind!r} do not fit"
        raise Unsound(message) from error
    if not read.fits():
        message = f"the values of a {kind.kind!r} cannot be"
        raise Unsound(message)
    return read if mine else _apart(read)


def _apart(entry: E) -> E:
    """Return what two read so that no text of it turns round what stands beside it.

    Rules keep such signs out where a text is written. Here, the one way in, is what was
    written before there was such a rule, or by a program without it.
    """
    changed = {}
    for one in fields(entry):  # type: ignore[arg-type]
        value = getattr(entry, one.name)
        if isinstance(value, tuple):
            shown: Any = tuple(_text_apart(text) for text in value)
        else:
            shown = _text_apart(value)
        if shown != value:
            changed[one.name] = shown
    return replace(entry, **changed) if changed else entry  # type: ignore[type-var]


def _text_apart(value: Any) -> Any:
    # The names of choices are texts as well, and ASCII.
    return isolated(value) if type(value) is str and not value.isascii() else value
