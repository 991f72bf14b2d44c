"""Reading a file of strict JSON, and saying in one line what is wrong with a file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

import click


class WrongFile(click.ClickException):
    """A file that does not fit: one line with file, field and what was expected."""

    exit_code = 2

    def __init__(self, path: Path, fault: str) -> None:
        super().__init__(f"{shown(path)}: {fault}")


def shown(path: Path) -> str:
    """Return a path as a terminal can show it."""
    name = str(path)
    return name if name.isprintable() else ascii(name)


class FaultError(ValueError):
    """What is wrong, without the name of the file."""


def read_json(path: Path) -> Any:
    """Return what a file of strict JSON in UTF-8 holds; else `FaultError`."""
    return _parsed(_text(path))


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        fault = "expected text in UTF-8"
    except (OSError, ValueError):
        fault = "expected a file that can be read"
    raise FaultError(fault)


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_unique, parse_constant=_not_a_number)
    except json.JSONDecodeError as error:
        fault = f"line {error.lineno}, column {error.colno}: expected JSON"
    except RecursionError:
        fault = "expected JSON that is not nested so deeply"
    except FaultError:
        raise
    except ValueError:
        fault = "expected JSON with numbers of an ordinary size"
    raise FaultError(fault)


def _unique(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            message = f"{as_key(key)}: expected once, not twice"
            raise FaultError(message)
        found[key] = value
    return found


def _not_a_number(name: str) -> NoReturn:
    message = f"expected JSON, which has no {name}"
    raise FaultError(message)


def as_key(key: str) -> str:
    """Return the name of a field as a terminal can show it, not too long."""
    return ascii(key[:40])
