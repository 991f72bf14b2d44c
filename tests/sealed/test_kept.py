from __future__ import annotations

import pytest
from tests.sealed.vector_cast import A, B

from coequal.errors import Refused, Unreadable, Unsound
from coequal.sealed import kept
from coequal.sealed.box import OVERHEAD
from coequal.sealed.person import Member

SPACE = bytes(16)
REF = b"r" * 32


def at(name: str, signer: Member = A, space: bytes = SPACE) -> bytes:
    first, _ = kept.places(signer=signer, space=space, name=name)
    return first


HERE = at("head")


def sealed(plain: bytes = REF, size: int = kept.SMALL) -> bytes:
    return kept.seal_kept(signer=A, space=SPACE, place=HERE, plain=plain, size=size)


def test_only_its_author_opens_what_is_kept() -> None:
    opened = kept.open_kept(signer=A, space=SPACE, place=HERE, sealed=sealed())
    assert opened == REF
    with pytest.raises(Unreadable):
        kept.open_kept(signer=B, space=SPACE, place=HERE, sealed=sealed())


def test_a_box_tells_by_its_size_neither_whether_nor_what_was_written() -> None:
    assert {len(sealed(ref)) for ref in (b"", REF)} == {kept.SMALL + OVERHEAD}
    full = sealed(b"x" * kept.HELD, kept.LARGE)
    assert len(full) == len(sealed(b"", kept.LARGE)) == kept.LARGE + OVERHEAD


def test_more_than_a_box_holds_is_refused() -> None:
    with pytest.raises(Refused):
        sealed(b"x" * (kept.HELD + 1), kept.LARGE)


def test_a_box_opens_in_its_own_place_and_space_alone() -> None:
    with pytest.raises(Unreadable):
        kept.open_kept(signer=A, space=b"o" * 16, place=HERE, sealed=sealed())
    elsewhere = kept.next_place(HERE)
    with pytest.raises(Unsound):
        kept.open_kept(signer=A, space=SPACE, place=elsewhere, sealed=sealed())


def test_a_place_differs_for_each_name_person_and_space() -> None:
    others = (at("other"), at("head", signer=B), at("head", space=b"o" * 16))
    assert len({HERE, *others}) == 4


def test_places_follow_each_other_up_to_the_last() -> None:
    first, last = kept.places(signer=A, space=SPACE, name="head")
    assert first < kept.next_place(first) < last
    with pytest.raises(OverflowError):
        kept.next_place(last)
