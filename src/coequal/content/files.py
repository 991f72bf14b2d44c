"""How files of content are read: they fit, or one line names the place and the fault.

The place that a message begins with is for whoever maintains the file.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import Any, Final, TypeVar

from cattrs import BaseValidationError, transform_error

from coequal import strict
from coequal.errors import Unsound

T = TypeVar("T")

_CONVERTER: Final = strict.converter()


def text_of(*path: str) -> str:
    """Return the text of a file that is installed with the content."""
    return files("coequal.content").joinpath(*path).read_text(encoding="utf-8")


def every_text(locale: str) -> str:
    """Return all that is installed of one language, one file after the other."""
    folders = [files("coequal.content").joinpath(locale)]
    found = []
    while folders:
        for one in sorted(folders.pop().iterdir(), key=lambda one: one.name):
            if one.is_dir():
                folders.append(one)
            else:
                found.append(one.read_text(encoding="utf-8"))
    return "\n".join(found)


def from_toml(place: str, text: str, kind: type[T]) -> T:
    """Return what a TOML text holds. Raises `Unsound` as `table_of` and `fitted` do."""
    return fitted(place, table_of(place, text), kind)


def table_of(place: str, text: str) -> dict[str, Any]:
    """Return the table that a TOML text holds, or raise `Unsound`."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Unsound(f"{place}: {error}") from error


def fitted(place: str, data: dict[str, Any], kind: type[T]) -> T:
    """Return plain data as a dataclass, or raise `Unsound`, naming what is amiss."""
    try:
        return _CONVERTER.structure(data, kind)
    except BaseValidationError as error:
        raise Unsound(f"{place}: " + "; ".join(transform_error(error))) from error


def check(place: str, faults: Iterable[str]) -> None:
    """Raise `Unsound` with the first fault, if there is any."""
    for fault in faults:
        raise Unsound(f"{place}: {fault}")


def twice(names: Iterable[str]) -> Iterator[str]:
    """Yield each name that stands more than once."""
    return (name for name, times in Counter(names).items() if times > 1)
