"""A page cut down to what a person reads or is read aloud, line by line."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Final

WITHIN: Final = frozenset(
    {
        *("a", "abbr", "b", "bdi", "cite", "code", "em", "i", "kbd", "mark", "q", "s"),
        *("small", "span", "strong", "sub", "sup", "time", "wbr"),
    }
)
"""What stands within a line; whatever else begins or ends there begins a new one."""
UNREAD: Final = frozenset({"script", "style", "template"})
SPOKEN: Final = frozenset({"alt", "aria-label", "data-unsent", "placeholder", "title"})
PRESSED: Final = frozenset({"a", "button", "summary"})
SEAM: Final = re.compile(r"(?<=[\w.?:”])\0+(?=[\w“])")
"""Two pieces with nothing between them stand on two lines, as in a tile."""


class Blocks(HTMLParser):
    """The lines of a page in order, and apart from them what can be pressed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.pressed: dict[str, list[str]] = {name: [] for name in PRESSED}
        self._line = ""
        self._unread = 0
        self._open: dict[str, str] = {}
        self.feed(html)
        self.close()
        self._break()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._edge(tag, 1)
        if tag in PRESSED:
            self._open[tag] = ""
        for name, text in attrs:
            if name in SPOKEN and text:
                self.lines.append(_in_one_line(text))
                self._press(text)

    def handle_endtag(self, tag: str) -> None:
        self._edge(tag, -1)
        if tag in self._open:
            self.pressed[tag].append(_in_one_line(self._open.pop(tag)))

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self._line += data
            self._press(data)

    def _press(self, text: str) -> None:
        self._open = {tag: f"{held}{text} " for tag, held in self._open.items()}

    def _edge(self, tag: str, step: int) -> None:
        if tag in UNREAD:
            self._unread += step
        if tag not in WITHIN:
            self._break()
        elif tag != "bdi":
            self._line += "\0"

    def _break(self) -> None:
        pieces = SEAM.sub("\n", " ".join(self._line.split())).split("\n")
        self.lines += [text for one in pieces if (text := _in_one_line(one))]
        self._line = ""


def _in_one_line(text: str) -> str:
    return " ".join(text.replace("\0", "").split())
