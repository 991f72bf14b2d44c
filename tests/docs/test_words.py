"""The words of the code: few, each for one thing, and those that the code has."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "coequal"
WORDS = (ROOT / "docs" / "words.md").read_text("utf-8")
ROWS = [line for line in WORDS.splitlines() if line.startswith("| **")]
MOST = 30
NESTED = {"Meta", "Migration"}
"""What Django calls so in every model and in every migration."""


def class_names() -> Counter[str]:
    return Counter(
        node.name
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef) and node.name not in NESTED
    )


def test_no_class_name_stands_for_two_things() -> None:
    assert [name for name, count in class_names().items() if count > 1] == []


def test_there_are_few_words_and_each_has_one_line() -> None:
    terms = [term for row in ROWS for term in re.findall(r"\*\*(.+?)\*\*", row)]
    assert len(ROWS) <= MOST
    assert len(terms) == len(set(terms))


def test_a_word_that_is_a_class_is_one_of_the_code() -> None:
    named = {term for row in ROWS for term in re.findall(r"\*\*([A-Z]\w+)\*\*", row)}
    assert {"Reading", "PairMember", "Session"} <= named
    assert named - {"Notes"} <= class_names().keys()


def test_every_room_has_one_name_in_core_pages_addresses_templates_and_tests() -> None:
    """Where a room has such a folder at all, it bears the room's name."""
    for room in ("see", "decide", "notes"):
        for folder in (
            SOURCE / "core" / room,
            SOURCE / "web" / room,
            SOURCE / "web" / "templates" / room,
            ROOT / "tests" / "core" / room,
            ROOT / "tests" / "web" / room,
        ):
            assert folder.is_dir(), folder
        urls = (SOURCE / "web" / room / "urls.py").read_text("utf-8")
        assert f'app_name = "{room}"' in urls
