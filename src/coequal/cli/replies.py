"""What somebody typed below a question: an answer, a step back, or neither."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NoReturn

from coequal.core.see.answers import NA, SKIP, Value, check_matters
from coequal.core.see.instrument import Instrument, Page
from coequal.errors import Refused

BACK: Final = "b"
ASIDES: Final[Mapping[str, Value]] = {"n": NA, "s": SKIP}

Reply = Mapping[str, Value]


class NotUnderstood(Refused):
    """What was typed is no answer here; the message says in a line what would be."""


def choices(form: Instrument, page: Page) -> tuple[str, ...]:
    """Return what can be chosen on a page, in the order of the number keys."""
    if len(page.items) > 1:
        return tuple(form.item(one).short for one in page.items)
    return form.item(page.items[0]).labels


def reply(form: Instrument, page: Page, line: str) -> Reply:
    """Return the answers to the items of a page that a line comes to.

    A line is the number of a choice, or how it begins; `n` and `s` are for the
    whole page. Where a page asks for the areas that matter most, it is one or two
    of them. Raises `NotUnderstood`.
    """
    typed = " ".join(line.casefold().split())
    if typed in ASIDES:
        return dict.fromkeys(page.items, ASIDES[typed])
    if len(page.items) == 1:
        item = form.item(page.items[0])
        return {item.id: item.min + _choice(choices(form, page), typed)}
    picked = {page.items[place] for place in _picks(choices(form, page), typed)}
    try:
        check_matters(form, [form.item(one).area or "" for one in picked])
    except Refused:
        _refuse("Choose one or two, as in 1 3.")
    return {one: int(one in picked) for one in page.items}


def _picks(labels: Sequence[str], typed: str) -> list[int]:
    """Read several choices: with commas, as one beginning, or with spaces."""
    if "," in typed:
        parts = [part.strip() for part in typed.split(",")]
    elif _beginning(labels, typed):
        parts = [typed]
    else:
        parts = typed.split()
    return [_choice(labels, part) for part in parts if part]


def _choice(labels: Sequence[str], typed: str) -> int:
    """Return the place of the one choice that is meant, from 0."""
    if typed.isascii() and typed.isdigit() and len(typed) < 3:
        if 1 <= int(typed) <= len(labels):
            return int(typed) - 1
        return _refuse(f"Type a number from 1 to {len(labels)}, n, s or {BACK}.")
    meant = _beginning(labels, typed)
    exact = [place for place in meant if labels[place].casefold() == typed]
    if len(exact or meant) == 1:
        return (exact or meant)[0]
    if meant:
        return _refuse(
            f"{' or '.join(labels[place] for place in meant)}? Type its number."
        )
    return _refuse(f"Type a number from 1 to {len(labels)}, n, s or {BACK}.")


def _beginning(labels: Sequence[str], typed: str) -> list[int]:
    return [
        place
        for place, label in enumerate(labels)
        if typed and label.casefold().startswith(typed)
    ]


def _refuse(message: str) -> NoReturn:
    raise NotUnderstood(message)
