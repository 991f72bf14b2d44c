"""What the command line prints: as wide as the terminal, in signs that it knows."""

from __future__ import annotations

import codecs
import json
import sys
from collections.abc import Iterable
from types import MappingProxyType
from typing import Any, Final
from unicodedata import normalize

import click

from coequal.cli.columns import wrapped

# What our own words and figures hold that an old terminal may not know.
_INSTEAD: Final = MappingProxyType(
    {"●": "o", "■": "#", "─": "-", "·": ".", "…": "...", "–": "-", "—": "-"}  # noqa: RUF001  the signs meant
    | {"‘": "'", "’": "'", "“": '"', "”": '"', "\N{NO-BREAK SPACE}": " "}  # noqa: RUF001  the same
)


def say(text: str = "", *, nl: bool = True, err: bool = False) -> None:
    """Print a text; what the terminal has no sign for becomes the next best one."""
    click.echo(_known(text, err=err), nl=nl, err=err)


def say_lines(lines: Iterable[str]) -> None:
    """Print lines, each broken where the terminal ends."""
    say("\n".join(wrapped(line) for line in lines))


def say_json(data: Any) -> None:
    """Print JSON, in which a terminal finds nothing to obey."""
    ascii_only = codecs.lookup(_encoding(err=False)).name != "utf-8"
    text = json.dumps(data, ensure_ascii=ascii_only, indent=2, allow_nan=False)
    # JSON itself escapes some control signs only. They can stand in its texts alone.
    say("".join(_escaped(sign) for sign in text))


def _escaped(sign: str) -> str:
    return sign if sign.isprintable() or sign == "\n" else json.dumps(sign)[1:-1]


def _known(text: str, *, err: bool) -> str:
    encoding = _encoding(err=err)
    return text.encode(encoding, _HANDLER).decode(encoding)


def _encoding(*, err: bool) -> str:
    stream = sys.stderr if err else sys.stdout
    # Nothing is there to print to where it was closed.
    return getattr(stream, "encoding", None) or "utf-8"


def _next_best(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    signs = error.object[error.start : error.end]
    return "".join(_plain(sign) for sign in signs), error.end


def _plain(sign: str) -> str:
    if sign in _INSTEAD:
        return _INSTEAD[sign]
    # A letter without its accent; what is not made of an ASCII one is unknown.
    return normalize("NFKD", sign).encode("ascii", "ignore").decode() or "?"


_HANDLER: Final = "coequal.next_best"
codecs.register_error(_HANDLER, _next_best)
