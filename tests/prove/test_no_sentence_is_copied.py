"""No guide copies from what the house was built on: no eight words in a row.

Needs ../shared/knowledge beside the project; between guides it is in `make test`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from coequal.content.guides import library
from coequal.content.questions import questions

KNOWLEDGE = Path(__file__).parents[3] / "shared" / "knowledge"
RUN = 8


def runs(text: str) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9’']+", text.casefold())
    return zip(*(words[at:] for at in range(RUN)), strict=False)


def said() -> dict[str, tuple[str, ...]]:
    """Return all that Learn says, by guide and by question."""
    guides = library().guides.values()
    return {
        guide.slug: (guide.summary, *guide.gist, guide.known, guide.prose)
        for guide in guides
    } | {one.id: (one.question, *one.answer) for one in questions().questions}


def test_no_eight_words_in_a_row_stand_in_the_knowledge_pages() -> None:
    pages = sorted(KNOWLEDGE.glob("*.md"))
    if not pages:
        pytest.skip(f"NOT PROVED: there is no {KNOWLEDGE} to compare guides with")
    known = {run for page in pages for run in runs(page.read_text(encoding="utf-8"))}
    assert len(known) > 10_000
    copied = {
        (place, " ".join(run))
        for place, texts in said().items()
        for text in texts
        for run in runs(text)
        if run in known
    }
    assert copied == set()
