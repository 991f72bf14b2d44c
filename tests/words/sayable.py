"""All that the program can say: its templates, its code and its content.

What is filled in when a page is drawn is a gap. `markup` is what is sent, `words` is
what people read of it.
"""

from __future__ import annotations

import html
import re
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

from tests.web.unspaced import unspaced
from tests.words.absent import GAP, ROOT, Module

SOURCE: Final = ROOT / "src" / "coequal"
END: Final = "\n\1\n"
"""Between two texts that do not follow one another by themselves."""
UNSAID: Final = re.compile(r"\{#.*?#\}|\{% comment .*?endcomment %\}", re.DOTALL)
TAG: Final = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
IN_A_TAG: Final = re.compile(r'"([^"]*)"')
FILLED: Final = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
ELEMENT: Final = re.compile(r"</?([a-z][a-z0-9]*)\b[^>]*>")
WITHIN: Final = frozenset({"a", "abbr", "b", "bdi", "em", "i", "small", "span"})
"""What stands within a word, as in `questions` with a number of its own."""


@cache
def markup(but: tuple[str, ...]) -> str:
    """All of it as pages are written, but for what lies at these places."""
    return unspaced(
        END.join(
            text
            for file in sorted(SOURCE.rglob("*"))
            if file.suffix in READ and not any(file.match(one) for one in but)
            for text in READ[file.suffix](file)
        )
    )


@cache
def words(but: tuple[str, ...]) -> str:
    """All of it as it is read."""
    return html.unescape(ELEMENT.sub(_seam, markup(but)))


def _seam(found: re.Match[str]) -> str:
    return "" if found[1] in WITHIN else " "


def _template(file: Path) -> Iterator[str]:
    source = UNSAID.sub("", file.read_text(encoding="utf-8"))
    yield TAG.sub(lambda tag: END if "plural" in tag[0] else GAP, source)
    for tag in TAG.findall(source):
        yield from IN_A_TAG.findall(tag)


def _code(file: Path) -> Iterator[str]:
    for text in Module(file.name, file.read_text(encoding="utf-8")).others():
        yield FILLED.sub(GAP, text)


def _content(file: Path) -> Iterator[str]:
    yield from _leaves(tomllib.loads(file.read_text(encoding="utf-8")))


def _leaves(value: Any) -> Iterator[str]:
    match value:
        case dict():
            for name, inner in value.items():
                yield name
                yield from _leaves(inner)
        case list():
            for inner in value:
                yield from _leaves(inner)
        case _:
            yield FILLED.sub(GAP, str(value))


def _plain(file: Path) -> Iterator[str]:
    yield FILLED.sub(GAP, file.read_text(encoding="utf-8"))


Reads = Callable[[Path], Iterator[str]]
PLAIN: Final = (".css", ".csv", ".js", ".md", ".svg", ".txt")
READ: Final[dict[str, Reads]] = {
    ".html": _template,
    ".py": _code,
    ".toml": _content,
    **dict.fromkeys(PLAIN, _plain),
}
