"""Plain data into dataclasses, to the letter.

A field that is missing, unknown or of another type is an error of cattrs. Only a
text may become the member of a `StrEnum` that it names.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any

from cattrs.preconf.json import JsonConverter, make_converter


def converter() -> JsonConverter:
    """Return a new strict converter, for whoever reads data to add their own hooks."""
    strict = make_converter(forbid_extra_keys=True)
    for plain in (bool, int, float, str, date):
        strict.register_structure_hook(plain, exactly)
    strict.register_structure_hook(StrEnum, lambda value, kind: kind(value))
    return strict


def exactly(value: Any, kind: type) -> Any:
    """Return a value that is of this type itself, or raise `TypeError`."""
    if type(value) is not kind:
        raise TypeError(f"expected {kind.__name__}")
    return value
