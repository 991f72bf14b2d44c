from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coequal.errors import Unsound
from coequal.sealed.payload import Payload, decode

from .vector_cast import say

REF = "ab" * 32
PLAIN: dict[str, Any] = {
    "v": 1,
    "subject": REF,
    "answers": [REF],
    "follows": [],
    "at": 1_800_000_000,
    "data": {"say": 3},
}

refs = st.binary(min_size=32, max_size=32)
whole = st.integers(0, 2**53 - 1)
text = st.text(st.characters(exclude_categories=("Cs",)), max_size=8)
plain = st.recursive(
    st.none() | st.booleans() | whole | text | st.floats(-1e6, 1e6),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(text, inner, max_size=3)
    ),
    max_leaves=8,
)


@given(
    v=st.integers(1, 9),
    subject=refs,
    answers=st.lists(refs, max_size=3),
    follows=st.lists(refs, max_size=3),
    at=whole,
    data=st.dictionaries(text, plain, max_size=3),
)
def test_every_payload_is_read_back(
    v: int,
    subject: bytes,
    answers: list[bytes],
    follows: list[bytes],
    at: int,
    data: dict[str, Any],
) -> None:
    payload = Payload(
        v=v,
        subject=subject,
        answers=tuple(answers),
        follows=tuple(follows),
        at=at,
        data=data,
    )
    assert decode(payload.encode()) == payload


def test_it_is_written_compactly_and_in_plain_signs() -> None:
    written = say(subject=bytes(32), at=5, data={"word": "fürs"}).encode().decode()
    assert written == (
        f'{{"v":1,"subject":"{"00" * 32}","answers":[],"follows":[],'
        '"at":5,"data":{"word":"fürs"}}'
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"v": 0},
        {"v": -1},
        {"v": 1.0},
        {"v": True},
        {"v": "1"},
        {"v": None},
        {"at": -1},
        {"at": 2**53},
        {"at": 1.5},
        {"at": False},
        {"at": "now"},
        {"subject": None},
        {"subject": 7},
        {"subject": ""},
        {"subject": "ab" * 31},
        {"subject": "ab" * 33},
        {"subject": "AB" * 32},
        {"subject": "ab " * 32},
        {"subject": "xy" * 32},
        {"subject": "a" + "ab" * 32},
        {"answers": REF},
        {"answers": {REF: 1}},
        {"answers": None},
        {"answers": ["ab"]},
        {"answers": [None]},
        {"follows": [REF, "xy"]},
        {"data": []},
        {"data": None},
        {"data": "text"},
        {"more": 1},
    ],
)
def test_another_shape_is_unsound(changes: dict[str, Any]) -> None:
    decode(json.dumps(PLAIN).encode())
    with pytest.raises(Unsound):
        decode(json.dumps(PLAIN | changes).encode())


@pytest.mark.parametrize("name", PLAIN)
def test_a_missing_field_is_unsound(name: str) -> None:
    less = {key: value for key, value in PLAIN.items() if key != name}
    with pytest.raises(Unsound):
        decode(json.dumps(less).encode())


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"null",
        b"[]",
        b"\xff",
        b"\xef\xbb\xbf{}",
        json.dumps(PLAIN).encode()[:-1],
        json.dumps(PLAIN).encode() + b"{}",
        json.dumps(PLAIN).encode("utf-16"),
        json.dumps(PLAIN).encode().replace(b'"say": 3', b'"say": NaN'),
        json.dumps(PLAIN).encode().replace(b'"say": 3', b'"say": -Infinity'),
        json.dumps(PLAIN).encode().replace(b'"say": 3', b'"say": 1e999'),
        json.dumps(PLAIN).encode().replace(b'"say": 3', b'"say": "\\ud800"'),
        json.dumps(PLAIN).encode().replace(b'"say": 3', b'"say": 3, "say": 4'),
        json.dumps(PLAIN).encode().replace(b'"v": 1', b'"v": 1, "v": 1'),
        json.dumps(PLAIN).encode().replace(b"{", b"[" * 9999 + b"{", 1),
        json.dumps(PLAIN).encode().replace(b": 3", b": " + b"3" * 9999),
    ],
    ids=range(16),
)
def test_what_is_no_strict_json_is_unsound(raw: bytes) -> None:
    with pytest.raises(Unsound):
        decode(raw)


@pytest.mark.parametrize(
    "data",
    [{"half": "\ud800"}, {"number": float("nan")}, {"number": float("inf")}],
    ids=["half a sign", "no number", "endless"],
)
def test_what_could_not_be_read_back_is_never_written(data: dict[str, Any]) -> None:
    with pytest.raises(Unsound):
        replace(say(), data=data).encode()


def test_a_knot_is_never_written() -> None:
    knot: dict[str, Any] = {}
    knot["self"] = knot
    with pytest.raises(Unsound):
        say(data=knot).encode()


@pytest.mark.parametrize(
    "changes", [{"v": 0}, {"subject": b""}, {"answers": (b"",)}, {"data": [1]}]
)
def test_a_payload_of_another_shape_is_never_made(changes: dict[str, Any]) -> None:
    with pytest.raises(Unsound):
        say(**changes)
