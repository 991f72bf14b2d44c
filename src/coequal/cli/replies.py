"""What somebody typed below a question: an answer, a step back, or neither."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NoReturn

from coequal.core.see.answers import NA, SKIP, Value
from coequal.core.see.instrument import Instrument, Page
from coequal.errors import Refused

BACK: Final = "b"
ASIDES: Final[Mapping[str, Value]] = {"n": NA, "s": SKIP}

Reply = Mapping[str, Value]


class NotUnderstood(Refused):
    """What was typed is no answer here; the message says in a line what would be."""


def choices(form: Instrument, page: Page) -> tuple[str, ...]:
    """Return what can be chosen on a page, in the order of the number keys."""
    return form.item(page.items[0]).labels


def reply(form: Instrument, page: Page, line: str) -> Reply:
    """Return the answers to the items of a page that a line comes to.

    A line is the number of a choice, or how it begins; `n` and `s` are the asides.
    Raises `NotUnderstood`.
    """
    typed = " ".join(line.casefold().split())
    if typed in ASIDES:
        return dict.fromkeys(page.items, ASIDES[typed])
    item = form.item(page.items[0])
    return {item.id: item.min + _choice(choices(form, page), typed)}


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
