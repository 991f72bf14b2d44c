"""Between the dataclasses of the rooms and the plain data inside a seal."""

from __future__ import annotations

from typing import Any, TypeVar

from cattrs import BaseValidationError

from coequal import strict
from coequal.core.entry import Entry
from coequal.errors import Unsound

E = TypeVar("E", bound=Entry)

_converter = strict.converter()
_converter.register_structure_hook(bytes, lambda text, _: bytes.fromhex(text))
_converter.register_unstructure_hook(bytes, bytes.hex)


def to_data(entry: Entry) -> dict[str, Any]:
    """Return the fields of an entry as JSON values; bytes become hex."""
    data: dict[str, Any] = _converter.unstructure(entry)
    return data


def from_data(kind: type[E], data: dict[str, Any]) -> E:
    """Return the entry that `data` holds.

    Raises `Unsound` for a missing, unknown or ill-typed field.
    """
    try:
        return _converter.structure(data, kind)
    # What was signed can be of another shape than the program knows: it was written by
    # a changed program, or by hand.
    except (BaseValidationError, TypeError, ValueError, KeyError) as error:
        message = f"the fields of a {kind.kind!r} do not fit"
        raise Unsound(message) from error
