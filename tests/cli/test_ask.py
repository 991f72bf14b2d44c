from __future__ import annotations

import json
import stat
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from tests.cli.conftest import EXAMPLES, Run, Write

from coequal.cli import ask as asking
from coequal.cli.replies import NotUnderstood, reply
from coequal.content.load import content
from coequal.core.people import PairType
from coequal.core.see.instrument import ChapterName

FORM = content(PairType.PARTNERS).instrument
SIGNS = "plain text. Anybody who opens that file"


def lines(*first: str, then: str = "2", pages: int = len(FORM.pages)) -> str:
    """Return what is typed: these lines, then the same below the other questions."""
    return "".join(f"{line}\n" for line in [*first, *[then] * (pages - len(first))])


def given(path: Path) -> Any:
    """Return the answers of a file by the id of their item."""
    answers = json.loads(path.read_text("utf-8"))["answers"]
    return {wording.partition("@")[0]: said for wording, said in answers.items()}


def asked(run: Run, out: Path, typed: str, *words: str) -> Result:
    return run("ask", "--out", out, *words, input=typed)


@pytest.mark.parametrize("kind", PairType)
def test_piped_answers_give_a_file_that_picture_accepts(
    run: Run, tmp_path: Path, kind: PairType
) -> None:
    out = tmp_path / "kim.json"
    pages = len(content(kind).instrument.pages)

    result = asked(run, out, lines(pages=pages), "--pair", kind)

    assert result.exit_code == 0, result.output
    assert run("picture", out).exit_code == 0
    assert run("picture", out, out).exit_code == 0
    data = json.loads(out.read_text("utf-8"))
    assert list(data) == ["instrument", "version", "pair", "answers"]
    assert data["pair"] == kind
    items = content(kind).instrument.items
    short = [item.wording for item in items if item.chapter is ChapterName.SHORT]
    assert list(data["answers"]) == short


def test_only_its_owner_may_read_the_file(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "kim.json"

    asked(run, out, lines())

    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [out]


def test_before_the_first_question_it_says_who_can_read_the_file(
    run: Run, tmp_path: Path
) -> None:
    text = " ".join(asked(run, tmp_path / "kim.json", lines()).stdout.split())

    assert text.index(SIGNS) < text.index(f"Question 1 of {len(FORM.pages)} - Home")
    assert "Question {0} of {0}".format(len(FORM.pages)) in text


def test_numbers_and_beginnings_are_answers(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "kim.json"

    asked(run, out, lines("1", "a lot", "much l", "clearly my", "THE", "no", "5"))

    assert list(given(out).items())[:7] == [
        ("home.mine", 0),
        ("home.yours", 3),
        ("home.wish", -2),
        ("home.who", 0),
        ("money.mine", 4),
        ("money.yours", 0),
        ("money.wish", 2),
    ]


def test_what_does_not_apply_and_what_one_would_rather_not_say_is_kept_so(
    run: Run, tmp_path: Path
) -> None:
    out = tmp_path / "kim.json"

    asked(run, out, lines("n", "S"))

    assert given(out)["home.mine"] == "na"
    assert given(out)["home.yours"] == "skip"
    assert run("picture", out).exit_code == 0


def test_back_changes_the_answer_before(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "kim.json"

    result = asked(run, out, "b\n1\n2\nb\nb\n3\n\n" + lines(pages=len(FORM.pages) - 2))

    assert "This is the first question." in result.stdout
    assert "Before: A little. Press Enter to keep it." in result.stdout
    assert (given(out)["home.mine"], given(out)["home.yours"]) == (2, 1)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("6", "Type a number from 1 to 5, n, s or b."),
        ("0", "Type a number from 1 to 5, n, s or b."),
        ("", "Type a number from 1 to 5, n, s or b."),
        ("\x1b[A", "Type a number from 1 to 5, n, s or b."),
        ("²", "Type a number from 1 to 5, n, s or b."),
        ("9" * 9999, "Type a number from 1 to 5, n, s or b."),
        ("a", "A little or A lot? Type its number."),
    ],
)
def test_a_wrong_key_gets_one_line_and_the_question_stays(
    run: Run, tmp_path: Path, wrong: str, told: str
) -> None:
    out = tmp_path / "kim.json"

    text = asked(run, out, f"{wrong}\n3\n" + lines(pages=len(FORM.pages) - 1)).stdout

    after = text.split("> \n")[1]
    assert after == f"{told}\n"
    assert given(out)["home.mine"] == 2


@pytest.mark.parametrize(
    ("typed", "area"),
    [("1", "home"), ("family and", "people"), ("b", "plans"), ("6", None)],
)
def test_a_guess_is_one_area_or_none(typed: str, area: str | None) -> None:
    (said,) = reply(FORM, FORM.pages[-1], typed).values()

    assert FORM.guessed(said) == area


@pytest.mark.parametrize("typed", ["1 2", "7", ",", "", "garden"])
def test_what_is_no_area_is_not_understood_as_a_guess(typed: str) -> None:
    with pytest.raises(NotUnderstood):
        reply(FORM, FORM.pages[-1], typed)


def test_stopping_early_keeps_nothing(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "kim.json"

    result = asked(run, out, "1\n2\n")

    assert result.exit_code == 1
    assert "Nothing was saved." in result.stdout
    assert list(tmp_path.iterdir()) == []


def test_ctrl_c_keeps_nothing(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(prompt: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(asking, "_line", interrupted)
    result = asked(run, tmp_path / "kim.json", "")

    assert result.exit_code == 1
    assert "Nothing was saved." in result.stdout
    assert list(tmp_path.iterdir()) == []


def test_an_existing_file_of_the_form_is_gone_on_with(run: Run, write: Write) -> None:
    out = write("kim.json", {"home.mine@2": 4, "good.glad@2": 3}, version=2)

    result = asked(run, out, "g\n" + lines(pages=len(FORM.pages) - 1))

    assert result.exit_code == 0
    assert "Question 1 of" not in result.stdout
    assert given(out)["home.mine"] == 4
    assert given(out)["good.glad"] == 3
    assert stat.S_IMODE(out.stat().st_mode) == 0o600


def test_an_existing_file_keeps_what_was_answered_before_stopping(
    run: Run, write: Write
) -> None:
    out = write("kim.json", {"home.mine@2": 4}, version=2)

    result = asked(run, out, "g\n1\n")

    assert result.exit_code == 1
    assert "keeps what you answered so far" in result.stdout
    assert given(out) == {"home.mine": 4, "home.yours": 0}


def test_another_chapter_joins_the_same_file(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "kim.json"
    asked(run, out, lines())
    pages = len(FORM.chapter("good").pages)

    result = asked(run, out, "g\n" + lines(pages=pages), "--chapter", "good")

    assert result.exit_code == 0
    assert {"home.mine", "good.glad"} <= set(given(out))
    assert "How good it is between" in run("picture", out).stdout


def test_with_every_question_answered_each_can_be_looked_at_again(
    run: Run, tmp_path: Path
) -> None:
    out = tmp_path / "kim.json"
    asked(run, out, lines("s"))
    before = given(out)

    result = asked(run, out, "g\n" + lines(then=""))

    assert result.exit_code == 0
    assert "Before: rather not say." in result.stdout
    assert "Before: Money." in result.stdout
    assert given(out) == before


@pytest.mark.parametrize("key", ["", "x", "y", "g g"])
def test_an_existing_file_stays_unless_one_says_so(
    run: Run, write: Write, key: str
) -> None:
    out = write("kim.json", {"home.mine@2": 4}, version=2)
    before = out.read_bytes()

    result = asked(run, out, f"{key}\n" + lines())

    assert result.exit_code == 1
    # A path that is longer than a line is broken where it ends.
    assert "kim.jsonwasnotchanged." in "".join(result.stdout.split())
    assert out.read_bytes() == before


def test_beginning_anew_overwrites_only_at_the_end(run: Run, write: Write) -> None:
    out = write("kim.json", {"home.mine@2": 4, "good.glad@2": 3}, version=2)
    before = out.read_bytes()

    assert asked(run, out, "o\n1\n").exit_code == 1
    assert out.read_bytes() == before
    assert asked(run, out, "o\n" + lines()).exit_code == 0
    assert "good.glad" not in given(out)


def test_a_file_of_something_else_cannot_be_gone_on_with(
    run: Run, tmp_path: Path, write: Write
) -> None:
    letter = tmp_path / "letter.json"
    letter.write_text("Dear Sam", "utf-8")
    friends = write("friends.json", {}, pair="friends")

    for path in (letter, friends):
        before = path.read_bytes()
        result = asked(run, path, "g\n" + lines())
        assert result.exit_code == 1
        assert "with something else in it" in result.stdout
        assert path.read_bytes() == before
    assert asked(run, letter, "o\n" + lines()).exit_code == 0
    assert run("picture", letter).exit_code == 0


def test_a_place_that_cannot_be_written_is_named_before_the_first_question(
    run: Run, tmp_path: Path
) -> None:
    for path in (tmp_path, tmp_path / "nowhere" / "kim.json"):
        result = asked(run, path, lines())
        assert result.exit_code == 2
        assert result.stdout == ""
        (line,) = result.stderr.splitlines()
        assert line.endswith(f"{path}: expected a place where a file can be written")


def test_letters_that_are_no_text_are_a_wrong_key(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "kim.json"

    result = run("ask", "--out", out, input=b"\xff\n" + lines().encode())

    assert result.exit_code == 0, result.output
    assert "Type a number from 1 to 5" in result.stdout


def test_the_examples_are_of_the_form_that_is_asked(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "kim.json"
    asked(run, out, lines())

    assert run("picture", out, EXAMPLES / "sam.json").exit_code == 0
