from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coequal.sealed.hashing import digest
from coequal.sealed.pairing import words

transcripts = st.binary(min_size=32, max_size=32)


@given(t=transcripts)
def test_there_are_eight_words_of_512(t: bytes) -> None:
    said = words(t)
    assert len(said) == 8
    assert all(0 <= number < 512 for number in said)


@given(t=transcripts)
def test_the_words_are_the_first_72_bits(t: bytes) -> None:
    bits = "".join(f"{number:09b}" for number in words(t))
    whole = "".join(f"{byte:08b}" for byte in digest("words", t))
    assert whole.startswith(bits)


@given(one=transcripts, two=transcripts)
def test_another_transcript_has_other_words(one: bytes, two: bytes) -> None:
    assert (words(one) == words(two)) == (one == two)
