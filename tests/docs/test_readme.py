"""The first screen of the README is true."""

from __future__ import annotations

import re
from pathlib import Path

from click.testing import CliRunner

from coequal.cli.main import main

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```\n(.*?)^```", README, re.DOTALL | re.MULTILINE)


def test_the_transcript_is_what_the_command_prints() -> None:
    (block,) = [block for block in BLOCKS if block.startswith("$ coequal")]
    command, *shown = block.splitlines()
    words = command.removeprefix("$ coequal ").split()
    files = [str(ROOT / w) if w.endswith(".json") else w for w in words]
    done = CliRunner().invoke(main, files)
    assert done.exit_code == 0
    printed, at = done.output.splitlines(), 0
    chunks = "\n".join(shown).split("…")
    assert len(chunks) > 2
    for chunk in chunks:
        lines = chunk.strip("\n").splitlines()
        at = _find(printed, lines, at)


def _find(printed: list[str], lines: list[str], start: int) -> int:
    for at in range(start, len(printed) - len(lines) + 1):
        if printed[at : at + len(lines)] == lines:
            return at + len(lines)
    raise AssertionError(f"the command does not print {lines!r} here")


def test_the_two_commands_are_targets_of_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text()
    commands = re.findall(r"^make (\w+)", README, re.MULTILINE)
    assert commands == ["run", "test"]
    assert all(re.search(rf"^{name}:", makefile, re.MULTILINE) for name in commands)


def test_every_link_and_picture_leads_somewhere() -> None:
    targets = re.findall(r"\]\(([^)#]+)\)", README)
    assert len(targets) > 10
    missing = [path for path in targets if not (ROOT / path).exists()]
    assert missing == []


def test_who_is_not_safe_is_told_where_to_start_on_the_first_screen() -> None:
    first = README.split("## ", maxsplit=1)[0]
    assert "If you are not safe at home, start here" in first
