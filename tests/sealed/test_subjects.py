from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coequal.sealed.hashing import digest
from coequal.sealed.subjects import subject

parts = st.lists(st.text(st.characters(exclude_categories=("Cs",)), max_size=5))


def test_words_and_bytes_name_a_subject_alike() -> None:
    assert subject("first", "fürs") == subject(b"first", "fürs".encode())
    assert subject("first") == digest("subject", b"first")


@given(one=parts, two=parts)
def test_other_parts_are_another_subject(one: list[str], two: list[str]) -> None:
    assert (subject(*one) == subject(*two)) == (one == two)
