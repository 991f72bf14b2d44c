"""Reading a file of strict JSON, and saying in one line what is wrong with a file."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, NoReturn

import click

STDIN: Final = Path("-")
"""How standard input is named where a file is asked for."""
LARGEST: Final = 16_000_000
"""Bytes of a file; a thousand decisions take less than one of them."""


class WrongFile(click.ClickException):
    """A file that does not fit: one line with file, field and what was expected."""

    exit_code = 2

    def __init__(self, path: Path, fault: str) -> None:
        super().__init__(f"{shown(path)}: {fault}")


def shown(path: Path) -> str:
    """Return a path as a terminal can show it."""
    return harmless(str(path))


def harmless(text: str) -> str:
    """Return a text in which a terminal finds no sign to obey."""
    return text if text.isprintable() else ascii(text)[1:-1]


class FaultError(ValueError):
    """What is wrong, without the name of the file."""


def read_json(path: Path) -> Any:
    """Return what a file of strict JSON in UTF-8 holds; else `FaultError`.

    No text of it holds half a sign, which nothing can be printed from.
    """
    data = _parsed(_text(path))
    try:
        json.dumps(data, ensure_ascii=False).encode()
    except (UnicodeEncodeError, RecursionError):
        raise FaultError("expected whole characters, found half of one") from None
    return data


def _text(path: Path) -> str:
    try:
        raw = _bytes(path)
        if len(raw) <= LARGEST:
            return raw.decode("utf-8-sig")
        fault = f"expected a file of at most {LARGEST // 1_000_000} MB"
    except UnicodeDecodeError:
        fault = "expected text in UTF-8"
    except (OSError, ValueError):
        fault = "expected a file that can be read"
    raise FaultError(fault)


def _bytes(path: Path) -> bytes:
    """Return what a file holds, or what stands at standard input for `-`."""
    # Some files have no end.
    if path == STDIN:
        return b"" if sys.stdin is None else sys.stdin.buffer.read(LARGEST + 1)
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


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
