"""No line is wider than the terminal, and wide letters count as what they take."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cli.conftest import EXAMPLES, Run
from tests.cli.test_edges import decisions

from coequal.cli.columns import columns, wrapped

KIM, SAM = EXAMPLES / "kim.json", EXAMPLES / "sam.json"
DECISIONS = EXAMPLES / "decisions.json"


@pytest.mark.parametrize("wide", [24, 40, 60, 80, 200])
@pytest.mark.parametrize(
    "words",
    [
        ("picture", KIM, SAM),
        ("picture", KIM),
        ("instrument", "--chapter", "all"),
        ("decide", DECISIONS),
        ("trend", EXAMPLES / "trend.json"),
    ],
)
def test_no_line_is_wider_than_the_terminal(
    run: Run, monkeypatch: pytest.MonkeyPatch, words: tuple[object, ...], wide: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(wide))
    lines = run(*words).stdout.splitlines()
    assert max(columns(line) for line in lines) <= wide


@pytest.mark.parametrize(
    "text", ["家族で年末を過ごす" * 12, "👩‍👧" * 60, "❤\ufe0f" * 60, "a" * 200]
)
def test_letters_that_take_two_columns_count_twice(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, text: str
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    shown = run("decide", decisions(tmp_path, text, text, "二人"))
    assert max(columns(line) for line in shown.stdout.splitlines()) <= 40
    assert text in "".join(shown.stdout.split())


@pytest.mark.parametrize(
    ("text", "wide"),
    [
        ("home", 4),
        ("家", 2),
        ("e\u0301", 1),
        ("\x1b[1mhome\x1b[0m", 4),
        ("ｶ", 1),
        ("❤\ufe0f", 2),
        ("1\ufe0f\u20e3", 2),
        ("\ufe0f", 0),
    ],
)
def test_columns_are_those_of_a_terminal(text: str, wide: int) -> None:
    assert columns(text) == wide


@given(st.text("ab 家\u0301", max_size=60), st.integers(8, 30))
def test_nothing_is_lost_where_a_line_is_broken(text: str, limit: int) -> None:
    broken = wrapped(text, limit=limit)
    assert "".join(broken.split()) == "".join(text.split())
    assert all(columns(line) <= limit for line in broken.splitlines() if line.strip())


def test_a_later_line_stands_further_in() -> None:
    assert wrapped("  one two three", limit=10) == "  one two\n    three"


def test_questions_and_what_is_said_beside_them_fit_the_terminal_too(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    out = tmp_path / "kim.json"
    out.write_bytes(KIM.read_bytes())
    (tmp_path / "other.json").write_text("mine")
    for path, typed in ((out, "g\nb\nperhaps\n"), (tmp_path / "other.json", "x\n")):
        lines = run("ask", "--out", path, input=typed).stdout.splitlines()
        assert max(columns(line.rstrip()) for line in lines) <= 40
    drawn = run("picture", KIM, "--html", tmp_path / "page.html").stdout.splitlines()
    assert max(columns(line) for line in drawn) <= 40
