"""Whatever the system refuses ends in one line, and a terminal gets nothing to obey."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import EXAMPLES, Run
from tests.rights import locked

from coequal.cli.json_file import WrongFile
from coequal.cli.out_file import write_private

KIM, SAM = EXAMPLES / "kim.json", EXAMPLES / "sam.json"
DECISIONS = EXAMPLES / "decisions.json"
TREND = EXAMPLES / "trend.json"
FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="Linux has a full file")
SHOWN = [("picture", KIM, SAM), ("instrument", "--json"), ("decide", DECISIONS)]


def coequal(*words: object, **how: Any) -> subprocess.CompletedProcess[bytes]:
    more = how.pop("env", {})
    return subprocess.run(
        [sys.executable, "-m", "coequal.cli", *map(str, words)],
        env=os.environ | more,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
        **how,
    )


def decisions(tmp_path: Path, question: str, *options: str) -> Path:
    scores = list(range(len(options)))
    one = {"scores": scores, "stake": 1}
    other = {"scores": scores[::-1], "stake": 1}
    asked = {"question": question, "options": options, "A": one, "B": other}
    path = tmp_path / "two.json"
    data = {"decisions": [asked | {"outcome": None}]}
    path.write_text(json.dumps(data), "utf-8")
    return path


@needs_full
@pytest.mark.parametrize("words", [*SHOWN, ("--help",), ("--version",)])
def test_a_full_disk_behind_the_output_is_one_line(words: tuple[object, ...]) -> None:
    with FULL.open("wb") as full:
        done = coequal(*words, stdout=full)
    assert done.returncode == 74
    assert done.stderr.decode() == "coequal: output: no space left on device\n"


@needs_full
def test_where_not_even_the_line_can_be_said_the_status_says_it() -> None:
    with FULL.open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "coequal.cli", "picture", str(KIM)],
            stdout=full,
            stderr=full,
            timeout=60,
            check=False,
        )
    assert done.returncode == 74


@pytest.mark.parametrize("words", SHOWN)
def test_whoever_has_read_enough_is_told_nothing(words: tuple[object, ...]) -> None:
    read, write = os.pipe()
    os.close(read)
    try:
        done = coequal(*words, stdout=write)
    finally:
        os.close(write)
    assert done.stderr == b""


def test_an_output_that_is_closed_is_no_traceback() -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f"{sys.executable} -m coequal.cli picture {KIM} <&- >&-"],
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert b"Traceback" not in done.stderr


def test_a_question_with_nobody_to_answer_stops(tmp_path: Path) -> None:
    out = tmp_path / "x.json"
    done = subprocess.run(
        ["/bin/sh", "-c", f"{sys.executable} -m coequal.cli ask --out {out} <&-"],
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, b"")
    assert not out.exists()


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "koi8-r"])
def test_an_old_terminal_gets_signs_it_knows(encoding: str) -> None:
    texts = []
    for signs in ("utf-8", encoding):
        done = coequal(
            *("picture", KIM, SAM),
            env={"PYTHONIOENCODING": signs},
            stdout=subprocess.PIPE,
        )
        assert (done.returncode, done.stderr) == (0, b"")
        texts.append(done.stdout.decode(signs))
    new, old = texts
    assert "o Kim says" in old
    assert old.count("?") == new.count("?")


def test_json_stays_whole_in_an_old_terminal(tmp_path: Path) -> None:
    path = decisions(tmp_path, "Où?", "é", "日本")
    done = coequal(
        *("decide", path, "--json"),
        env={"PYTHONIOENCODING": "ascii"},
        stdout=subprocess.PIPE,
    )
    assert json.loads(done.stdout)["decisions"][0]["question"] == "Où?"


def test_a_locale_of_the_oldest_kind_is_fine() -> None:
    done = coequal(
        *("picture", KIM),
        env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        stdout=subprocess.PIPE,
    )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("flag", [(), ("--json",)])
def test_no_sign_of_a_file_is_one_that_a_terminal_obeys(
    run: Run, tmp_path: Path, flag: tuple[str, ...]
) -> None:
    bad = "\x1b[31m a\x07 b\x9b2J\x7f \u202e\u2066 c\u2028d\r"
    shown = run("decide", decisions(tmp_path, f"Q{bad}", f"A{bad}", f"B{bad}"), *flag)
    assert shown.exit_code == 0
    signs = {sign for sign in shown.stdout if not sign.isprintable()}
    assert signs == {"\n"}


def test_a_sign_in_half_is_refused_in_one_line(run: Run, tmp_path: Path) -> None:
    shown = run("decide", decisions(tmp_path, "\ud83d lone", "A", "B"))
    assert (shown.exit_code, shown.stdout) == (2, "")
    told = "two.json: expected whole characters, found half of one\n"
    assert shown.stderr.endswith(told)


def test_what_was_typed_is_repeated_without_signs_to_obey(run: Run) -> None:
    shown = run("\x1b[31mpicture")
    assert shown.exit_code == 2
    assert "\x1b" not in shown.stderr
    assert shown.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("name", "file"), [("picture", KIM), ("decide", DECISIONS), ("trend", TREND)]
)
def test_a_dash_is_what_stands_at_the_input(run: Run, name: str, file: Path) -> None:
    shown = run(name, "-", input=file.read_bytes())
    assert shown.exit_code == 0, shown.stderr
    named = run(name, file)
    assert len(shown.stdout.splitlines()) == len(named.stdout.splitlines())


def test_a_dash_has_the_name_of_its_seat(run: Run, tmp_path: Path) -> None:
    shown = run("picture", "-", SAM, input=KIM.read_bytes())
    assert shown.stdout.startswith("A and Sam")
    page = run("picture", SAM, "-", "--html", tmp_path / "x", input=KIM.read_bytes())
    assert page.exit_code == 0, page.stderr


def test_two_dashes_are_one_too_many(run: Run) -> None:
    shown = run("picture", "-", "-", input=b"")
    assert shown.exit_code == 2
    assert "can be read just once" in shown.stderr


def test_nothing_is_written_to_a_file_called_dash(run: Run, tmp_path: Path) -> None:
    for words in (("picture", KIM, "--html", "-"), ("ask", "--out", "-")):
        shown = run(*words)
        assert (shown.exit_code, shown.stdout) == (2, "")
        assert "-: expected the name of a file" in shown.stderr


def test_a_folder_of_somebody_else_is_one_line(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "theirs"
    folder.mkdir()
    (folder / "kim.json").write_bytes(KIM.read_bytes())
    # Without rights not even what a command imports can be read: so that comes first.
    run("ask", "--out", folder / "first.json", input=b"")
    run("picture", KIM, "--html", folder / "first.html")
    with locked(folder):
        asked = run("ask", "--out", folder / "x.json")
        drawn = run("picture", KIM, "--html", folder / "x.html")
        read = run("picture", folder / "kim.json")
    for shown in (asked, drawn):
        assert shown.stderr.endswith("expected a place where a file can be written\n")
    assert read.stderr.endswith("kim.json: expected a file that can be read\n")


def test_a_file_without_an_end_is_not_read_for_ever(run: Run) -> None:
    shown = run("picture", "/dev/zero")
    assert "expected a file of at most 16 MB" in shown.stderr


@pytest.mark.parametrize("name", ["x" * 300, "a\nb", "é\udcff"])
def test_a_name_that_no_file_can_have_is_one_line(
    run: Run, tmp_path: Path, name: str
) -> None:
    for words in (("picture", tmp_path / name), ("ask", "--out", tmp_path / name)):
        shown = run(*words, input=b"")
        assert shown.exit_code in {1, 2}
        assert shown.stderr.count("\n") <= 1
        assert "\udcff" not in shown.stdout


def test_a_pipe_or_a_device_is_never_replaced_by_a_file(
    run: Run, tmp_path: Path
) -> None:
    pipe, link = tmp_path / "pipe", tmp_path / "link"
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    for path in (pipe, link):
        for words in (
            ("picture", KIM, "--html", path, "--force"),
            ("ask", "--out", path),
        ):
            shown = run(*words, input=b"o\n")
            assert (shown.exit_code, shown.stdout) == (2, "")
            assert shown.stderr.endswith(
                "expected a place where a file can be written\n"
            )
    assert pipe.is_fifo()
    assert link.is_symlink()


def test_a_pipe_that_comes_in_the_meantime_stays_too(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(WrongFile):
        write_private(pipe, "text", replace=True)
    assert [one.name for one in tmp_path.iterdir()] == ["pipe"]
