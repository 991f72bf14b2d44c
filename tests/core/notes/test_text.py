from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coequal.core.notes.entries import Note
from coequal.core.notes.text import LONGEST, NoText, first_line, whole_text
from coequal.errors import Refused
from coequal.journal.payloads import to_data
from coequal.sealed.box import SIZES, pad
from coequal.sealed.payload import Payload

HOSTILE = [
    "<script>alert(1)</script>",
    "\u202eright to left\u202c and back",
    "\u200f\u2066isolated\u2069",
    "a\x00b\x07c\x1b[31m\x85",
    "one\n\n\ntwo\n",
    "  spaces before and after  ",
    "e\u0301 is not \u00e9",
    "\ufeff\ufffe\uffff",
    "مرحبا שלום नमस्ते 你好 👩‍👩‍👧",
    '"{\\}"\\u0000',
]


@pytest.mark.parametrize("text", HOSTILE)
def test_every_sign_is_kept_as_it_is(text: str) -> None:
    assert whole_text(text) == text


@given(st.text(min_size=1, max_size=300))
def test_a_text_is_kept_whole_or_not_at_all(text: str) -> None:
    if text.strip():
        assert whole_text(text) == text.replace("\r\n", "\n")
    else:
        with pytest.raises(Refused, match=NoText.EMPTY):
            whole_text(text)


def test_a_line_break_of_a_browser_is_one_sign() -> None:
    assert whole_text("one\r\ntwo\rthree\n") == "one\ntwo\rthree\n"
    assert len(whole_text("a\r\n" * (LONGEST // 2))) == LONGEST


@pytest.mark.parametrize("text", ["", " ", "\r\n\t\n", "\u2003\u3000"])
def test_nothing_is_not_kept(text: str) -> None:
    with pytest.raises(Refused, match=NoText.EMPTY):
        whole_text(text)


def test_one_sign_too_many_is_refused() -> None:
    assert whole_text("x" * LONGEST)
    with pytest.raises(Refused, match=NoText.LONG):
        whole_text("x" * (LONGEST + 1))


@pytest.mark.parametrize("sign", ["👩", "\x00"])
def test_signs_that_take_much_room_are_refused_before_they_do_not_fit(
    sign: str,
) -> None:
    with pytest.raises(Refused, match=NoText.HEAVY):
        whole_text(sign * (LONGEST - 1) + "x")


@pytest.mark.parametrize(
    "text", ["नम" * (LONGEST // 2), "👩" * 15_990, '"\\' * (LONGEST // 2)]
)
def test_whatever_is_kept_fits_into_one_sealed_entry(text: str) -> None:
    note = Note(id=bytes(16), text=whole_text(text))
    payload = Payload(
        v=1,
        subject=bytes(32),
        answers=tuple(bytes([n]) * 32 for n in range(4)),
        follows=(),
        at=2**40,
        data=to_data(note),
    )
    assert len(pad(payload.encode(), SIZES[-1])) == SIZES[-1]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("\n \n  First\nSecond", "First"),
        ("12345678", "12345678"),
        ("123456789", "1234567…"),
        ("123456 89", "123456…"),
        ("", ""),
    ],
)
def test_the_first_line_stands_for_a_note(text: str, line: str) -> None:
    assert first_line(text, longest=8) == line
