from __future__ import annotations

import pytest
from tests.sealed.vector_cast import A, B

from coequal.errors import Unreadable, Unsound
from coequal.sealed import heads
from coequal.sealed.box import OVERHEAD, pad, seal
from coequal.sealed.hashing import digest, lp

SPACE = bytes(16)
REF = b"r" * 32


def test_only_its_author_opens_a_head() -> None:
    sealed = heads.seal_head(signer=A, space=SPACE, ref=REF)
    assert heads.open_head(signer=A, space=SPACE, sealed=sealed) == REF
    with pytest.raises(Unreadable):
        heads.open_head(signer=B, space=SPACE, sealed=sealed)


def test_a_head_tells_by_its_size_neither_whether_nor_what_was_written() -> None:
    boxes = [heads.seal_head(signer=A, space=SPACE, ref=ref) for ref in (b"", REF)]
    assert {len(box) for box in boxes} == {heads.SIZE + OVERHEAD}


def test_the_head_of_another_space_opens_nothing() -> None:
    sealed = heads.seal_head(signer=A, space=SPACE, ref=REF)
    with pytest.raises(Unreadable):
        heads.open_head(signer=A, space=b"o" * 16, sealed=sealed)


def test_a_head_of_another_shape_is_unsound() -> None:
    sealed = seal(
        key=digest("head", SPACE, key=A.ed),
        aad=lp(b"head", SPACE, A.id),
        plain=pad(b"short", heads.SIZE),
        nonce=bytes(24),
    )
    with pytest.raises(Unsound, match="no ref"):
        heads.open_head(signer=A, space=SPACE, sealed=sealed)
