"""No text turns round, hides or breaks what stands beside it, nor seems another one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coequal.core.characters import MOST_MARKS, TURNING, isolated, looks, seen, tamed
from coequal.core.lines import NoLine, one_line
from coequal.errors import Refused

HEBREW = "\u05e9\u05dc\u05d5\u05dd"
TURNED = "".join(sorted(TURNING))


@given(st.text() | st.text(TURNED + "a\x1b\n\u2028\ud800" + HEBREW))
def test_nothing_that_turns_round_is_left(text: str) -> None:
    safe = tamed(text)
    assert not TURNING & set(safe)
    assert tamed(safe) == safe
    safe.encode()
    assert all(sign in "\n\t" or ord(sign) >= 32 for sign in safe)


@pytest.mark.parametrize(
    "text", ["Alice", "", HEBREW, "e\u0301", "\U0001f469\u200d\U0001f467", "a\n\tb"]
)
def test_an_ordinary_text_stays_as_it_is(text: str) -> None:
    assert tamed(text) == text


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("Alice\u2069\u202e", "Alice"),
        ("a\x1b[2J\x9b", "a [2J "),
        ("a\u2028b\u2029", "a\nb\n"),
        ("half \ud83d", "half \ufffd"),
    ],
)
def test_what_breaks_or_hides_is_taken_out(text: str, safe: str) -> None:
    assert tamed(text) == safe


def test_only_what_runs_from_right_to_left_needs_isolation() -> None:
    assert isolated("Alice") == "Alice"
    assert isolated(HEBREW) == f"\u2068{HEBREW}\u2069"
    assert isolated(f"{HEBREW}\u2069\u202e") == f"\u2068{HEBREW}\u2069"


@given(st.text())
def test_isolating_twice_is_isolating_once(text: str) -> None:
    assert isolated(isolated(text)) == isolated(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\u200b",
        "\u00ad",
        "\u2800",
        "\u3164",
        "\ufe0f",
        "\u115f \u034f",
        "\u2065",
        "\ufff0\ufff8",
        "\U00013441",
        "\x00",
    ],
)
def test_a_text_with_nothing_to_see_is_empty(text: str) -> None:
    assert not seen(text)
    with pytest.raises(Refused, match=NoLine.EMPTY):
        one_line(text, longest=60)


@pytest.mark.parametrize("text", ["a", "\u2764\ufe0f", HEBREW, "\u3164a", "."])
def test_one_sign_to_see_is_enough(text: str) -> None:
    assert seen(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sea", "Se\u200ba"),
        ("Sea \u2764", "Sea \u2764\ufe0f"),
        ("Sea", "\uff33\uff25\uff21"),
        ("caf\u00e9", "cafe\u0301"),
        ("Sea", "S\u0435\u0430"),  # Cyrillic
        ("not now", "n\u03bft now"),  # Greek
        ("No", "\u039do"),  # a Greek capital, drawn otherwise than its small letter
        ("HOME", "\u0397\u039f\u039c\u0395"),
        ("A", "\u0391"),
        ("3 pm", "\u0417 pm"),
        ("gym", "\u0261ym"),
        ("Sea", "Se\u2065a"),
        ("\u039d\u03b1\u03b9", "\u03bd\u03b1\u03b9"),
        ("at - home", "at \u2013 home"),
        ("Kim's", "Kim\u2019s"),
        ("a  b", "a\u00a0b"),
    ],
)
def test_what_nobody_can_tell_apart_is_the_same(one: str, other: str) -> None:
    assert looks(one) == looks(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Sea", "See"), ("\u00e9", "e"), (HEBREW, HEBREW[:-1])]
)
def test_what_reads_otherwise_is_another(one: str, other: str) -> None:
    assert looks(one) != looks(other)


def test_a_line_keeps_no_sign_that_turns_it_round() -> None:
    assert one_line(" Alice\u2069\u202e \n Bob\t", longest=9) == "Alice Bob"
    with pytest.raises(Refused, match=NoLine.LONG):
        one_line("Alice", longest=4)


def test_a_letter_that_this_python_does_not_know_yet_is_isolated_too() -> None:
    for code in (0x088F, 0x10D40, 0x1EFFD):
        assert isolated(chr(code)) == f"\u2068{chr(code)}\u2069"
    assert isolated("\u0378") == "\u0378"


def test_marks_on_marks_cover_nothing_beside_them() -> None:
    tower = "Z" + "\u0335" * 40
    assert tamed(tower) == "Z" + "\u0335" * MOST_MARKS
    assert tamed(f"{tower}o{tower}") == (tamed(tower) + "o" + tamed(tower))


@pytest.mark.parametrize("text", ["Việt", "e\u0301", "שָׁלוֹם", "नमस्ते", "ไม่เป็นไร"])
def test_words_with_the_marks_of_their_language_stay(text: str) -> None:
    assert tamed(text) == text
