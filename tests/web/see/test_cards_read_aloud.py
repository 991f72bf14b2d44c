"""Whole evenings as they are read, for somebody to read aloud: docs/cards.md has them.

`WRITE=1 pytest tests/web/see/test_cards_read_aloud.py` writes the page anew.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import pytest
from django.http import HttpResponse
from django.template.loader import render_to_string
from tests.web.cast import main_of

from coequal.content.load import Content, content
from coequal.core.people import Pair, PairType
from coequal.core.see.answers import NA, SKIP, Answers, Value, answers_to
from coequal.core.see.instrument import GUESS, ChapterName
from coequal.core.see.joint_entries import CARDS
from coequal.web import pair_types
from coequal.web.context import named
from coequal.web.see import cards_context
from coequal.web.see.cards_views import CardContext
from coequal.web.see.step_views import LastCardContext

PAGE: Final = Path(__file__).parents[3] / "docs" / "cards.md"
HEAD: Final = (
    "# The four cards: whole evenings, as they are read\n\n"
    "What the four cards say to two people of each type, in five evenings. "
    "`tests/web/see/test_cards_read_aloud.py` holds this page to what is shown. "
    "Read it aloud: each evening has to end warm, and nothing in it may be untrue.\n"
)
NAMES: Final = Pair(a="Alice", b="Bob")
FRAME: Final = {"labels": NAMES, "pair_id": "0" * 32}
FIRST_AREA, DO_NOT_KNOW = 0, 5
FORMS: Final = re.compile(r"<form.*?</form>", re.DOTALL)
END: Final = "Thank you both for looking."


def say(form: Content, *row: int, guess: int) -> Answers:
    """Say the same in every area: my say, yours, my wish, and who decides more."""
    given: dict[str, Value] = {
        item: value
        for area in form.instrument.areas
        if area.chapter is ChapterName.SHORT
        for item, value in zip(area.open_ids, row, strict=True)
    }
    return answers_to(form.instrument, {**given, GUESS: guess})


def everything(form: Content, value: Value) -> Answers:
    asked = form.instrument
    return answers_to(asked, {page.items[0]: value for page in asked.pages})


def evenings(form: Content) -> Mapping[str, Pair[Answers]]:
    """What the two have answered and shared, by evening."""
    alike = say(form, 3, 3, 0, 2, guess=FIRST_AREA)
    crossed = say(form, 1, 3, 1, 1, guess=FIRST_AREA)
    careful = form.instrument.areas[0].open_ids
    little: dict[str, Value] = dict(zip(careful, (2, 2, 0, 2), strict=True))
    return {
        "All alike": Pair(a=alike, b=alike),
        "All crossed": Pair(a=crossed, b=crossed),
        "Nothing applies, nothing is known": Pair(
            a=everything(form, NA), b=everything(form, NA)
        ),
        "All skipped": Pair(a=everything(form, SKIP), b=everything(form, SKIP)),
        "One is careful": Pair(a=answers_to(form.instrument, little), b=crossed),
    }


def card(form: Content, answers: Pair[Answers], number: int) -> str:
    """Return one card in the words of its page, without its buttons and fields."""
    shown = cards_context.shown(form, answers, number, names=NAMES)
    if number < CARDS:
        return text_of("see/card.html", named(CardContext(card=shown)))
    nothing = "Nothing is written here, and nothing has to be."
    last = LastCardContext(
        card=shown,
        ideas=cards_context.ideas(form, answers, names=NAMES),
        steps=Pair(a=nothing, b=nothing),
        thanked=Pair(a=None, b=None),
        has_step=False,
        has_thanks=False,
        step="",
        thanks="",
        step_error="",
        thanks_error="",
    )
    return text_of("see/card_step.html", named(last))


def text_of(template: str, context: dict[str, object]) -> str:
    page = FORMS.sub("", render_to_string(template, {**FRAME, **context}))
    return " ".join(main_of(HttpResponse(page)).split())


def written() -> Iterator[str]:
    yield HEAD
    for kind in PairType:
        yield f"## {pair_types.NAMES[kind]}\n"
        form = content(kind)
        for title, answers in evenings(form).items():
            yield f"### {title}\n"
            for number in range(1, CARDS + 1):
                yield f"> {card(form, answers, number)}\n"


def test_the_page_of_whole_evenings_says_what_the_program_says() -> None:
    page = "\n".join(written())
    if os.environ.get("WRITE"):
        PAGE.write_text(page, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page


@pytest.mark.parametrize("kind", PairType)
def test_every_card_of_every_evening_is_of_both_and_the_last_ends_warm(
    kind: PairType,
) -> None:
    form = content(kind)
    for title, answers in evenings(form).items():
        texts = [card(form, answers, number) for number in range(1, CARDS + 1)]
        for text in texts:
            named_both = all(name in text for name in ("Alice", "Bob"))
            assert named_both or "You both say" in text, title
        assert "“Nothing now” is a full answer." in texts[-1]
        assert texts[-1].endswith(END)
