"""What stands inside a row: who answers what, and the room's own data.

The bytes are signed and kept as written; nothing is ever written out again.
"""

from __future__ import annotations

import json
import re
from contextlib import suppress
from dataclasses import dataclass
from math import isfinite
from typing import Any, Final

from coequal.errors import Unsound

_FIELDS: Final = frozenset({"v", "subject", "answers", "follows", "at", "data"})
# `fromhex` alone takes capitals and spaces too.
_REF: Final = re.compile("[0-9a-f]{64}").fullmatch
_LATEST: Final = 2**53
"""Whole numbers below this are the same in every reader of JSON."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Payload:
    """The plain content of one row.

    `v` is the version of `data` (from 1); `subject` has 32 bytes; `answers` are the
    refs that it answers and `follows` the author's own latest `B` rows (32 bytes
    each); `at` is in unix seconds; `data` is the room's own, plain JSON. Another
    shape is `Unsound`.
    """

    v: int
    subject: bytes
    answers: tuple[bytes, ...]
    follows: tuple[bytes, ...]
    at: int
    data: dict[str, Any]

    def __post_init__(self) -> None:
        numbers = _whole(self.v) and self.v >= 1 and _whole(self.at)
        sizes = {len(ref) for ref in (self.subject, *self.answers, *self.follows)}
        if not numbers or sizes != {32}:
            raise Unsound("a payload has another shape")
        if not isinstance(self.data, dict):
            raise Unsound("a payload has another shape")

    def encode(self) -> bytes:
        """Return the payload as compact UTF-8 JSON; `Unsound` if it cannot be."""
        plain = {
            "v": self.v,
            "subject": self.subject.hex(),
            "answers": [ref.hex() for ref in self.answers],
            "follows": [ref.hex() for ref in self.follows],
            "at": self.at,
            "data": self.data,
        }
        # A ValueError of json carries the text, so the error is raised outside.
        with suppress(ValueError, RecursionError):
            return _dump(plain)
        raise Unsound("a payload cannot be written as JSON")


def decode(raw: bytes) -> Payload:
    """Read a payload; anything unknown, missing or misshapen is `Unsound`."""
    plain = _load(raw)
    if not isinstance(plain, dict) or plain.keys() != _FIELDS:
        raise Unsound("a payload has another shape")
    return Payload(
        v=plain["v"],
        subject=_ref(plain["subject"]),
        answers=_refs(plain["answers"]),
        follows=_refs(plain["follows"]),
        at=plain["at"],
        data=plain["data"],
    )


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    # JSON allows a key twice, and readers differ in which one they take: a signed text
    # must not mean two things.
    plain = dict(pairs)
    if len(plain) != len(pairs):
        raise ValueError
    return plain


def _no_constant(_name: str) -> None:
    raise ValueError


def _finite(number: str) -> float:
    # 1e999 is read as infinity, which JSON has no sign for.
    found = float(number)
    if not isfinite(found):
        raise ValueError
    return found


# Made once: to make them for each row costs more than to read it.
_READER: Final = json.JSONDecoder(
    object_pairs_hook=_once, parse_constant=_no_constant, parse_float=_finite
)
_WRITER: Final = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, separators=(",", ":")
)


def _dump(plain: Any) -> bytes:
    return _WRITER.encode(plain).encode()


def _load(raw: bytes) -> Any:
    with suppress(ValueError, RecursionError):
        plain = _READER.decode(raw.decode())
        # Half a surrogate pair would fail only later, on a page. UTF-8 has none, so it
        # can only have come by an escape; whole pairs come by one too.
        if b"\\ud" in raw.lower():
            _dump(plain)
        return plain
    raise Unsound("a payload is no JSON")


def _whole(number: object) -> bool:
    # Not `isinstance`: `True` is an `int` as well.
    return type(number) is int and 0 <= number < _LATEST


def _refs(value: object) -> tuple[bytes, ...]:
    if not isinstance(value, list):
        raise Unsound("a payload has another shape")
    return tuple(_ref(text) for text in value)


def _ref(value: object) -> bytes:
    if isinstance(value, str) and _REF(value):
        return bytes.fromhex(value)
    raise Unsound("a ref is not written as one")
