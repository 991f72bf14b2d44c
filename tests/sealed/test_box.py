from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl import bindings

from coequal.errors import Refused, Unreadable, Unsound
from coequal.sealed.box import (
    CLOSED,
    OVERHEAD,
    SIZES,
    bucket,
    pad,
    seal,
    unpad,
    unseal,
)

from .vector_cast import cuts, flips

KEY, NONCE = bytes(range(32)), bytes(range(24))
BOX = seal(key=KEY, aad=b"here", plain=b"a text", nonce=NONCE)


@given(
    plain=st.binary(),
    aad=st.binary(),
    key=st.binary(min_size=32, max_size=32),
    nonce=st.binary(min_size=24, max_size=24),
)
def test_a_box_opens_to_its_text(
    plain: bytes, aad: bytes, key: bytes, nonce: bytes
) -> None:
    box = seal(key=key, aad=aad, plain=plain, nonce=nonce)
    assert len(box) == len(plain) + OVERHEAD
    assert unseal(key=key, aad=aad, box=box) == plain


def test_a_box_with_any_bit_changed_is_refused() -> None:
    for changed in flips(BOX):
        with pytest.raises((Unsound, Unreadable)):
            unseal(key=KEY, aad=b"here", box=changed)


def test_a_box_of_another_length_is_unsound() -> None:
    for changed in [*cuts(BOX), BOX + b"\0"]:
        with pytest.raises(Unsound):
            unseal(key=KEY, aad=b"here", box=changed)


def test_a_box_bound_elsewhere_is_unsound() -> None:
    with pytest.raises(Unsound):
        unseal(key=KEY, aad=b"there", box=BOX)


def test_another_key_is_refused_before_anything_is_deciphered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def never(*_: bytes) -> bytes:
        raise AssertionError

    name = "crypto_aead_xchacha20poly1305_ietf_decrypt"
    monkeypatch.setattr(bindings, name, never)
    with pytest.raises(Unreadable):
        unseal(key=bytes(32), aad=b"here", box=BOX)


@given(plain=st.binary(max_size=252))
def test_padding_hides_the_length_and_comes_off(plain: bytes) -> None:
    padded = pad(plain, 256)
    assert len(padded) == 256
    assert unpad(padded) == plain


@pytest.mark.parametrize("size", SIZES)
def test_a_text_takes_the_smallest_size_that_holds_it(size: int) -> None:
    assert bucket(size - 4) == size
    larger = SIZES[SIZES.index(size) + 1 :]
    assert not larger or bucket(size - 3) == larger[0]


def test_what_may_be_seen_never_takes_the_size_of_what_is_closed() -> None:
    assert CLOSED not in {bucket(length) for length in range(CLOSED * 2)}


@pytest.mark.parametrize("size", [*SIZES, CLOSED])
def test_every_size_holds_four_bytes_less_than_itself(size: int) -> None:
    longest = bytes(size - 4)
    assert unpad(pad(longest, size)) == longest
    with pytest.raises(Refused):
        pad(longest + b"\0", size)


def test_a_text_that_no_size_holds_is_refused() -> None:
    assert bucket(65532) == 65536
    with pytest.raises(Refused):
        bucket(65533)


def test_padding_to_another_size_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="this size"):
        pad(b"", 768)


@pytest.mark.parametrize(
    "padded",
    [
        b"",
        bytes(255),
        bytes(257),
        bytes(768),
        bytes(255) + b"\1",
        b"\0\0\0\1" + b"ab" + bytes(250),
        b"\0\0\0\xfd" + bytes(252),
        b"\xff\xff\xff\xff" + bytes(252),
    ],
)
def test_padding_that_is_not_as_it_was_made_is_unsound(padded: bytes) -> None:
    with pytest.raises(Unsound):
        unpad(padded)
