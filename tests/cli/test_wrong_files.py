from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import EXAMPLES, Run, Write

START = '{"instrument": "short", "version": 1, "pair": "partners", "answers": '
FORM = {"instrument": "short", "version": 1, "pair": "partners", "answers": {}}


def refused(run: Run, *words: object) -> str:
    """Run, and return the one line that says what was wrong."""
    result = run("picture", *words)
    assert result.exit_code == 2
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    return line


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "line 1, column 1: expected JSON"),
        ("{", "line 1, column 2: expected JSON"),
        (START + "{}} x", "line 1, column 74: expected JSON"),
        (START + '{"home.mine": NaN}}', "has no NaN"),
        (START + '{"home.mine": -Infinity}}', "has no -Infinity"),
        (START + '{"home.mine": 1, "home.mine": 2}}', "'home.mine': expected once"),
        (START + '{}, "version": 1}', "'version': expected once"),
        (START + '{"home.mine": ' + "9" * 5000 + "}}", "ordinary size"),
        ("[" * 200_000, "not nested so deeply"),
        ("[]", "expected an object with instrument, version, pair, answers"),
        ("null", "expected an object"),
        ('"short"', "expected an object"),
    ],
)
def test_broken_json_is_named_by_its_place(
    run: Run, tmp_path: Path, text: str, told: str
) -> None:
    path = tmp_path / "kim.json"
    path.write_text(text, "utf-8")

    line = refused(run, path)

    assert "kim.json: " in line
    assert told in line


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"instrument": "long"}, 'instrument: expected "short"'),
        ({"instrument": 1}, 'instrument: expected "short"'),
        ({"version": 3}, "version: expected 1 to 2"),
        ({"version": True}, "version: expected 1"),
        ({"version": 1.0}, "version: expected 1"),
        ({"version": "1"}, "version: expected 1"),
        ({"pair": "rivals"}, "pair: expected one of partners"),
        ({"pair": None}, "pair: expected one of partners"),
        ({"pair": ["partners"]}, "pair: expected one of partners"),
        ({"answers": []}, "answers: expected an object"),
        ({"answers": {"home.mine": 5}}, "home.mine: expected a whole number from 0"),
        ({"answers": {"home.wish": -3}}, "home.wish: expected a whole number from -2"),
        ({"answers": {"home.mine": 2.0}}, "home.mine: expected a whole number"),
        ({"answers": {"home.mine": True}}, "home.mine: expected a whole number"),
        ({"answers": {"home.mine": None}}, "home.mine: expected a whole number"),
        ({"answers": {"home.mine": "no"}}, '"na" or "skip"'),
        ({"answers": {"car.mine": 1}}, "'car.mine': expected an item of this form"),
        ({"answers": {"\n\x1b[2J": 1}}, r"'\n\x1b[2J': expected an item"),
        ({"name": "Kim"}, "'name': expected only instrument"),
    ],
)
def test_a_field_that_does_not_fit_is_named(
    run: Run, write: Write, fields: dict[str, object], told: str
) -> None:
    path = write("kim.json", **({"answers": {}} | fields))

    line = refused(run, path)

    assert "kim.json: " in line
    assert told in line


@pytest.mark.parametrize("name", FORM)
def test_a_missing_field_is_named(run: Run, tmp_path: Path, name: str) -> None:
    kept = [f'"{key}": {{}}' for key in FORM if key != name]
    path = tmp_path / "kim.json"
    path.write_text("{" + ", ".join(kept) + "}", "utf-8")

    assert refused(run, path).endswith(f"kim.json: {name}: missing")


def test_two_types_of_pair_do_not_go_together(run: Run, write: Write) -> None:
    friends = write("sam.json", {}, pair="friends")

    line = refused(run, EXAMPLES / "kim.json", friends)

    assert line.endswith('sam.json: pair: expected "partners", as in the other file')


def test_the_second_file_is_named_when_it_is_the_wrong_one(
    run: Run, write: Write
) -> None:
    wrong = write("bob.json", {"home.mine": 9})

    assert "bob.json: answers: home.mine" in refused(
        run, EXAMPLES / "kim.json", wrong, "--json"
    )


def test_a_file_that_is_not_there_or_not_a_file_is_named(
    run: Run, tmp_path: Path
) -> None:
    for path in (tmp_path / "nobody.json", tmp_path):
        assert refused(run, path).endswith(f"{path}: expected a file that can be read")


def test_a_file_that_is_not_utf8_is_named(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "kim.json"
    path.write_bytes('{"instrument": "kürz"}'.encode("latin-1"))

    assert refused(run, path).endswith("kim.json: expected text in UTF-8")


def test_a_byte_order_mark_is_forgiven(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "kim.json"
    path.write_bytes(b"\xef\xbb\xbf" + (START + "{}}").encode())

    assert run("picture", path).exit_code == 0


def test_a_name_with_a_line_break_still_gives_one_line(
    run: Run, tmp_path: Path
) -> None:
    assert r"a\nb.json" in refused(run, tmp_path / "a\nb.json")
