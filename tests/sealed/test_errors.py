"""An error never carries what somebody wrote."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from coequal.errors import CoequalError
from coequal.sealed import box, codes, pairing, wraps
from coequal.sealed.payload import decode

from .vector_cast import HOST, A, entry, say

CANARY = "canary in the coal mine"


def told(error: BaseException | None) -> Iterator[str]:
    """Everything that a log could show of an error and those behind it."""
    while error is not None:
        yield repr(error)
        yield from (repr(value) for value in vars(error).values())
        yield repr(getattr(error, "doc", ""))
        yield repr(getattr(error, "object", ""))
        error = error.__cause__ or error.__context__


def broken_json() -> None:
    decode(json.dumps({"text": CANARY}).encode()[:-1])


def broken_text() -> None:
    decode(b'{"text":"' + CANARY.encode() + b'\xff"}')


def half_a_sign() -> None:
    say(data={"text": CANARY + "\ud800"}).encode()


def twice() -> None:
    decode(f'{{"{CANARY}":1,"{CANARY}":2}}'.encode())


def another_shape() -> None:
    decode(json.dumps({CANARY: CANARY}).encode())


def too_long() -> None:
    entry("W", "say", say(data={"text": CANARY * 1000}), by=A)


def moved() -> None:
    written = entry("B", "say", say(data={"text": CANARY}), by=A)
    written.read(replace(written.sealed.row, about=bytes(16)))


def no_padding() -> None:
    box.unpad(CANARY.encode().ljust(256, b"x"))


def no_box() -> None:
    box.unseal(key=bytes(32), aad=b"", box=CANARY.encode() * 9)


def no_code() -> None:
    codes.decode(CANARY, 10)


def no_invitation() -> None:
    pairing.stretch_code(CANARY.encode(), HOST)


def no_wrap() -> None:
    wraps.salt_of(CANARY.encode())


@pytest.mark.parametrize(
    "act",
    [
        broken_json,
        broken_text,
        half_a_sign,
        twice,
        another_shape,
        too_long,
        moved,
        no_padding,
        no_box,
        no_code,
        no_invitation,
        no_wrap,
    ],
)
def test_an_error_tells_nothing_that_was_written(act: Callable[[], Any]) -> None:
    with pytest.raises(CoequalError) as caught:
        act()
    for line in told(caught.value):
        assert CANARY not in line
        assert CANARY.encode().hex() not in line


def test_the_watch_for_content_can_fail() -> None:
    with pytest.raises(ValueError, match="Expecting value") as caught:
        json.loads(CANARY)
    assert any(CANARY in line for line in told(caught.value))
