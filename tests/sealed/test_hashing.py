from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import coequal.sealed
from coequal.errors import Unsound
from coequal.sealed.hashing import LABELS, digest, lp, u64

FORMAT = Path(coequal.sealed.__file__).with_name("format.md")
fields = st.lists(st.binary(max_size=6), max_size=4)


def test_fields_are_framed_by_their_length() -> None:
    assert lp(b"a", b"").hex() == "000000016100000000"


@given(one=fields, two=fields)
def test_other_fields_never_give_the_same_bytes(
    one: list[bytes], two: list[bytes]
) -> None:
    assert (lp(*one) == lp(*two)) == (one == two)


def test_the_hash_has_its_known_answer() -> None:
    known = "6263616ec827a709b2c80008afafb65b8db4f7ae1e0a056b4e6563927b86bf51"
    assert digest("ref", b"").hex() == known


def test_every_label_gives_another_hash() -> None:
    assert len({digest(label, b"same") for label in LABELS}) == len(LABELS)


def test_key_and_size_set_hashes_apart() -> None:
    plain, keyed = digest("ref", b"a"), digest("ref", b"a", key=b"k")
    short = digest("ref", b"a", size=16)
    assert plain != keyed
    assert len(short) == 16
    assert not plain.startswith(short)


def test_a_label_that_the_format_does_not_know_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="no label 'spare'"):
        digest("spare", b"")


def test_a_key_longer_than_the_format_allows_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="at most 32"):
        digest("ref", b"", key=bytes(33))


def test_the_written_format_lists_the_very_labels() -> None:
    (line,) = re.findall(r"Labels in use: `([^`]+)`", FORMAT.read_text("utf-8"))
    assert sorted(line.split()) == sorted(LABELS)


@pytest.mark.parametrize("number", [-1, 2**63])
def test_a_time_that_no_clock_can_show_is_refused(number: int) -> None:
    with pytest.raises(Unsound):
        u64(number)


def test_a_time_has_eight_bytes() -> None:
    assert u64(258) == bytes([0, 0, 0, 0, 0, 0, 1, 2])
    assert u64(2**63 - 1).hex() == "7fffffffffffffff"
