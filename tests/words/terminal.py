"""All that the terminal says: what it prints, and each text its programs hold."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final
from unittest.mock import patch

import click
from click.testing import CliRunner

from coequal.cli import columns
from coequal.cli.main import COMMANDS, main
from coequal.core.people import PairType

ROOT: Final = Path(__file__).parents[2]
EXAMPLES: Final = ROOT / "examples"
SOURCE: Final = ROOT / "src" / "coequal"
PROGRAMS: Final = (
    *sorted((SOURCE / "cli").glob("*.py")),
    *sorted((SOURCE / "site").rglob("*.py")),
)
WIDE: Final = 2000
"""Columns: no sentence is broken there."""
PROSE: Final = re.compile(r"[a-z]{2,} [a-z]")
Said = tuple[str, str]
"""What was run or read, and a line of what it says."""


@cache
def said() -> tuple[Said, ...]:
    """Return every line that commands print here, and every text they could."""
    with TemporaryDirectory() as folder, patch.object(columns, "WIDEST", WIDE):
        printed = tuple(_printed(Path(folder)))
    return (*printed, *_held())


def _printed(folder: Path) -> Iterator[Said]:
    for words in (("--help",), *((name, "--help") for name in COMMANDS)):
        yield from _run(*words)
    for pair in PairType:
        yield from _run("instrument", "--pair", pair, "--chapter", "all")
        yield from _answered(folder / f"{pair}.json", pair)
    kim, sam = EXAMPLES / "kim.json", EXAMPLES / "sam.json"
    yield from _run("picture", kim, sam, "--numbers")
    yield from _run("picture", kim, sam, "--html", folder / "both.html")
    yield from _run("decide", EXAMPLES / "decisions.json")
    yield from _run("trend", EXAMPLES / "trend.json")
    yield from _run("check")
    for words in (("pictur",), ("picture",), ("picture", folder), ("ask",)):
        yield from _run(*words)
    for name, text in WRONG.items():
        (folder / name).write_text(text, "utf-8")
        yield from _run("picture", folder / name)
        yield from _run("decide", folder / name)


WRONG: Final = {
    "empty.json": "",
    "list.json": "[]",
    "field.json": json.dumps({"instrument": "short", "version": 9, "pair": "rivals"}),
    "other.json": json.dumps({"decisions": [{"question": "?", "options": []}]}),
}


def _answered(out: Path, pair: PairType) -> Iterator[Said]:
    """Answer every question, with a slip now and then, and look at the picture."""
    slips = "b\n9\nwhat\n"
    typed = slips + "1\n2\nn\ns\n" * 40
    yield from _run("ask", "--pair", pair, "--out", out, input=typed)
    yield from _run("ask", "--pair", pair, "--out", out, input="x\n")
    yield from _run("picture", out, "--numbers")


def _run(*words: object, **options: Any) -> Iterator[Said]:
    asked = [str(word) for word in words]
    wide = {"terminal_width": WIDE, "max_content_width": WIDE}
    done = CliRunner(env={"COLUMNS": str(WIDE)}).invoke(main, asked, **wide, **options)
    where = " ".join(asked[:2])
    for line in click.unstyle(done.output).splitlines():
        yield where, " ".join(line.split())


def _held() -> Iterator[Said]:
    for path in PROGRAMS:
        tree = ast.parse(path.read_text("utf-8"))
        explained = {
            id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)
        }
        for node in ast.walk(tree):
            if not isinstance(node, ast.Constant) or id(node) in explained:
                continue
            if isinstance(node.value, str) and PROSE.search(node.value):
                yield path.name, " ".join(node.value.split())
