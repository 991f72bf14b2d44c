"""Whole games as they are read, for somebody to read aloud: docs/guess-me.md has them.

`WRITE=1 pytest tests/web/guess/test_read_aloud.py` writes the page anew.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from django.http import HttpResponse
from django.template.loader import render_to_string
from tests.web.cast import main_of
from tests.web.guess.acts import CARDS, NUMBERS, SKIP, Taps

from coequal.content.guess import guess_words
from coequal.core.guess.cards import GuessCard
from coequal.core.guess.entries import Guessed
from coequal.core.guess.game import Turned, turned
from coequal.core.guess.keepsake import keepsake
from coequal.core.people import Pair, PairType, Seat
from coequal.web.context import named
from coequal.web.guess import shown
from coequal.web.guess.end_views import KeepsakeContext

PAGE: Final = Path(__file__).parents[3] / "docs" / "guess-me.md"
HEAD: Final = (
    "# Guess me: whole games, as they are read\n\n"
    "What every card says when it turns, and what stands at the end, for seven games "
    "of two partners. `tests/web/guess/test_read_aloud.py` holds this page to what the "
    "program says. Read it aloud: each game has to end warm, and nothing in it may be "
    "untrue.\n"
)
NAMES: Final = Pair(a="Alice", b="Bob")
DEALT: Final = ("film", "sunday", "milk", "evening", "supper")
GAMES: Final[dict[str, list[tuple[Taps, Taps]]]] = {
    "All alike": [(("A", "A"), ("A", "A"))] * CARDS,
    "All crossed": [(("A", "A"), ("B", "B"))] * CARDS,
    "All crossed, and both knew": [(("A", "B"), ("B", "A"))] * CARDS,
    "Nobody has any idea": [(("A", "0"), ("B", "0"))] * CARDS,
    "All skipped": [(SKIP, SKIP)] * CARDS,
    "One is careful": [
        (("A", "A"), SKIP),
        (("A", "A"), ("B", "0")),
        *[(("B", "AB"), SKIP)] * 3,
    ],
    "As most games go": [
        (("B", "B"), ("B", "B")),
        (("A", "A"), ("A", "B")),
        (("A", "B"), ("B", "B")),
        (("AB", "A"), ("A", "AB")),
        (SKIP, ("A", "A")),
    ],
}
"""What Alice and Bob tap on each card; of a card with answers, the first for A."""


def both(card: GuessCard, taps: tuple[Taps, Taps]) -> Turned:
    """Turn a card on what the two tapped."""
    said = [
        Guessed(dealt=b"", card=card.id, own=own, guess=guess)
        for own, guess in (
            [NUMBERS.get(tap, tap) if card.answers else tap for tap in one]
            for one in taps
        )
    ]
    return turned(card, Pair(a=said[0], b=said[1]))


def text_of(template: str, context: object) -> str:
    page = render_to_string(template, named(context))  # type: ignore[type-var]
    return " ".join(main_of(HttpResponse(page)).split())


def read(game: list[tuple[Taps, Taps]]) -> Iterator[str]:
    """Yield what each card says when it turns, and what stands at the end."""
    words = guess_words(PairType.PARTNERS)
    cards = [one for one in map(words.card, DEALT) if one is not None]
    turned_cards = [both(*one) for one in zip(cards, game, strict=True)]
    for number, one in enumerate(turned_cards, 1):
        here = Seat.B if number % 2 else Seat.A
        context = shown.turned(
            one, names=NAMES, here=here, number=number, count=len(cards)
        )
        yield text_of("guess/turned.html", context)
    told = shown.told(keepsake(turned_cards), NAMES, words.lines, count=len(cards))
    end = KeepsakeContext(labels=NAMES, picture=told, signs=[], kept=False)
    yield text_of("guess/end.html", end)


def test_the_page_of_whole_games_says_what_the_program_says() -> None:
    parts = [HEAD]
    for title, taps in GAMES.items():
        parts.append(f"## {title}\n")
        parts += [f"> {one}\n" for one in read(taps)]
    written = "\n".join(parts)
    if os.environ.get("WRITE"):
        PAGE.write_text(written, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == written


@pytest.mark.parametrize("pair", list(PairType))
@pytest.mark.parametrize("taps", [SKIP, ("A", "A"), ("B", "0"), ("AB", "B")])
def test_whatever_is_tapped_every_card_of_every_type_ends_in_whole_sentences(
    pair: PairType, taps: Taps
) -> None:
    words = guess_words(pair)
    for card in words.cards:
        made = keepsake([both(card, (taps, taps))])
        text = shown.told(made, NAMES, words.lines, count=1)
        assert text.groups[-1].title == "One thing to try"
        for group in text.groups:
            assert all(line.text[-1] in ".?" for line in group.lines), text
