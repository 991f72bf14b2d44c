"""What was learnt from phrases: it is what they teach, and it serves for others."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from tests.web.learn.phrases import danger, harmless, plain
from tests.web.learn.teaching import LEAST, Taught, taught

import coequal.content
from coequal.content.afraid import weights
from coequal.web.learn.danger import by_hand

FILE: Final = Path(coequal.content.__file__).parent / "en" / "guides" / "weights.toml"
ROUNDING: Final = 2
"""Hundredths that two machines may differ by."""


def test_the_weights_are_what_the_phrases_teach() -> None:
    found = taught(danger(), [*harmless(), *plain()])
    if os.environ.get("WRITE"):
        FILE.write_text("\n".join((*_lines(found), "")), encoding="utf-8")
        return
    stands = weights()
    learnt = {**stands.words, **stands.pairs}
    assert abs(found.start - stands.start) <= ROUNDING
    differ = [
        part
        for part in found.weights.keys() | learnt.keys()
        if abs(found.weights.get(part, 0) - learnt.get(part, 0)) > LEAST + ROUNDING
    ]
    assert differ == [], "phrases or keywords changed: run this with WRITE=1"


def test_what_two_thirds_of_the_phrases_teach_serves_for_the_last_third() -> None:
    out, teach = _apart(danger())
    other, those = _apart(harmless())
    found = taught(teach, [*those, *plain()])
    # Phrases were often kept because they were hard; fresh ones are in `docs`.
    missed = [one for one in out if not _afraid(found, one)]
    assert len(missed) <= 0.08 * len(out)
    assert len([one for one in other if _afraid(found, one)]) <= 0.12 * len(other)


def _apart(phrases: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return every third phrase, and the others."""
    return list(phrases[::3]), [one for at, one in enumerate(phrases) if at % 3]


def _afraid(found: Taught, phrase: str) -> bool:
    return found.weight(phrase) + by_hand(phrase) > 0


def _lines(found: Taught) -> Iterator[str]:
    yield "# How much each speaks for fear, in hundredths; below nothing, against it."
    yield "# Learnt from phrases, never written by hand; pairs are of words or KINDS:"
    yield "# WRITE=1 pytest tests/web/learn/test_taught.py"
    yield from ('locale = "en"', "version = 1", f"start = {found.start}")
    for name, pair in (("words", False), ("pairs", True)):
        yield f"\n[{name}]"
        for part, weight in sorted(found.weights.items()):
            if (" " in part) == pair:
                yield f'"{part}" = {weight}'
