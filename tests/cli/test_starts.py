"""What each command imports, as nobody should wait for what a command does not need."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import click
import pytest

from coequal.cli.lazy_group import LazyGroup
from coequal.cli.main import COMMANDS, main

from .conftest import EXAMPLES, Run

KIM, SAM = str(EXAMPLES / "kim.json"), str(EXAMPLES / "sam.json")
DECISIONS = str(EXAMPLES / "decisions.json")
TREND = str(EXAMPLES / "trend.json")
SUMS: Final = {"coequal.core", "numpy"}
WORDS: Final = {"coequal.content", "coequal.strict", "cattrs"}
PAGES: Final = {
    *("coequal.journal", "coequal.people", "coequal.sealed", "coequal.site"),
    *("coequal.web", "django", "gunicorn", "markdown_it", "nacl", "nh3"),
    *("psycopg", "segno", "whitenoise"),
}
HEAVY: Final = SUMS | WORDS | PAGES
IMPORTED = """
import json, sys
from coequal.cli.main import main
try:
    main(sys.argv[1:], standalone_mode=False)
finally:
    print(json.dumps(sorted(sys.modules)), file=sys.stderr)
"""


@pytest.mark.parametrize(
    ("words", "needed"),
    [
        (["--help"], set()),
        (["--version"], set()),
        (["serve", "--help"], set()),
        (["check", "--help"], set()),
        (["decide", DECISIONS], SUMS),
        (["trend", TREND], SUMS),
        (["instrument"], SUMS | WORDS),
        (["picture", KIM, SAM], SUMS | WORDS),
    ],
)
def test_a_command_imports_what_it_needs(words: list[str], needed: set[str]) -> None:
    assert imported(*words) & HEAVY <= needed


def imported(*words: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", IMPORTED, *words],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout
    return set(json.loads(done.stderr.splitlines()[-1]))


def test_what_is_heavy_is_there_to_be_imported() -> None:
    assert [name for name in HEAVY if find_spec(name) is None] == []


def test_a_page_of_a_picture_does_import_the_web(tmp_path: Path) -> None:
    words = ("picture", KIM, "--html", str(tmp_path / "page.html"))
    assert {"coequal.web", "django"} <= imported(*words)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_line_of_a_command_is_the_one_it_begins_with(name: str, run: Run) -> None:
    assert isinstance(main, LazyGroup)
    command = main.load(name)
    assert command.name == name
    _, line = COMMANDS[name]
    assert (command.help or "").splitlines()[0] == line
    shown = command.get_short_help_str(limit=62).removesuffix("...")
    assert shown in run("--help").output


def test_a_command_is_suggested_for_one_there_is_not(run: Run) -> None:
    done = run("pictur")
    assert done.exit_code == click.UsageError.exit_code
    assert "No such command 'pictur'" in done.output
    assert "Did you mean 'picture'?" in done.output
