"""Every page there is, as people of every type come by it, read once in a run."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, partial
from typing import Final

from tests.together import together
from tests.web.crawl import Seen
from tests.web.crawled import seen_by
from tests.words.blocks import Blocks

from coequal.core.people import PairType

LEARN: Final = re.compile(r"/learn/.*|/questions/|/notes/")
"""Where words may be named that are used nowhere else, to say what they mean."""
MAIN: Final = re.compile(r"<main[^>]*>(.*)</main>", re.DOTALL)
NUMBERED: Final = re.compile(r"[0-9a-f]{32}|(?<=/)\d+(?=/)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What one person reads of one page."""

    who: str
    path: str
    lines: tuple[str, ...]
    main: tuple[str, ...]
    buttons: tuple[str, ...]
    links: tuple[str, ...]

    @property
    def where(self) -> str:
        """Its address, without what differs from one pair to the next."""
        return NUMBERED.sub("0", self.path)

    @property
    def may_name(self) -> bool:
        """Whether it is a page that may name what is named nowhere else."""
        return LEARN.fullmatch(self.path) is not None


@cache
def pages() -> tuple[Read, ...]:
    """Go everywhere as everybody; return each page once for each of them."""
    who = ("nobody", "alice", "former_partner", *(pair.value for pair in PairType))
    read = together({f"read by {one}": partial(_apart, one) for one in who})
    return tuple(page for pages in read.values() for page in pages)


def _apart(name: str) -> list[Read]:
    found = {}
    for one in seen_by([name])[name]:
        if one.is_page and one.response.content:
            found[one.response.content] = _read(name, one)
    return list({(page.where, page.lines): page for page in found.values()}.values())


def _read(name: str, one: Seen) -> Read:
    html = one.response.content.decode()
    page = Blocks(html)
    inside = MAIN.search(html)
    return Read(
        who=name,
        path=one.asked.partition(" ")[2],
        lines=tuple(page.lines),
        main=tuple(Blocks(inside[1] if inside else html).lines),
        buttons=tuple(page.pressed["button"]),
        links=(*page.pressed["a"], *page.pressed["summary"]),
    )
