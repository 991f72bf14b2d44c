"""Every source that a guide names stands in the list of what was read, and when."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from coequal.content.guides import library

LIST: Final = (Path(__file__).parents[2] / "docs" / "sources.md").read_text("utf-8")
ROWS: Final = [
    line.strip("| ").split(" | ")
    for line in LIST.splitlines()
    if re.match(r"\| \d+ \|", line)
]
CLAIM: Final = re.compile(
    r"\d|\b(?:stud(?:y|ies)|trials?|surveys?|experiments?|interviews|researchers"
    r"|review|poll|half of|one in|nine in|three quarters|two thirds)\b",
    re.IGNORECASE,
)


def named() -> set[tuple[str, str, str]]:
    return {
        (slug, source.text, source.written or "no address")
        for slug, guide in library().guides.items()
        for source in guide.sources
    }


def test_the_list_has_the_sources_of_the_guides_and_no_others() -> None:
    listed = {
        (slug, re.sub(r" \(\d{4}\)$", "", text), where)
        for _, text, where, guides, _ in ROWS
        for slug in guides.split(", ")
    }
    assert listed == named()


def test_each_was_read_and_the_list_says_what_and_when() -> None:
    states = [state for *_, state in ROWS]
    assert [one for one in states if not re.match(r"read: .+ \d{4}$", one)] == []


def test_each_claim_stands_in_the_list_below_its_guide() -> None:
    claims = {
        (slug, claim)
        for slug, guide in library().guides.items()
        for claim in re.split(r"(?<=[.?])\s+", guide.known)
        if CLAIM.search(claim)
    }
    assert {(slug, one) for slug, one in claims if one not in told(slug)} == set()


def told(slug: str) -> set[str]:
    """Return what the list says that a guide claims."""
    _, _, section = LIST.partition(f"\n**{slug}** (rests on ")
    return {
        line.removeprefix("- ")
        for line in section.partition("\n\n")[0].splitlines()[1:]
    }
