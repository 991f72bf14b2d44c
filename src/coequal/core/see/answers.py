"""One person's answers: checked, and cut down to what they open."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from coequal.core.see.instrument import GUESS, Instrument, Item
from coequal.errors import Refused

NA: Final = "na"
SKIP: Final = "skip"

Value = int | str


TENDER: Final = frozenset({"process", "heard"})
"""The parts that start hidden for everybody. One of the others is hidden besides."""


class NoPick(StrEnum):
    """Why a choice of what to open cannot stand."""

    NOTHING = "nothing is picked"
    ALL = "everything is picked; leave at least one out"
    ONLY_ONE = "only one part is answered, and one has to be left out"
    UNANSWERED = "a part is picked that is not answered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Answers by item id: a number on its scale, `NA` or `SKIP`.

    An item that is not there was not answered yet. Make one with `answers_to`.
    """

    given: Mapping[str, Value]

    def number(self, item_id: str) -> int | None:
        """Return the answer as a number; None for NA, SKIP and not answered."""
        value = self.given.get(item_id)
        return value if isinstance(value, int) else None

    def has(self, item_id: str) -> bool:
        """Say whether the item was answered at all, by NA or SKIP too."""
        return item_id in self.given


NOBODY: Final = Answers(given=MappingProxyType({}))


def answers_to(instrument: Instrument, given: Mapping[str, object]) -> Answers:
    """Check answers against the form.

    Raises `Refused`, naming the item and what was expected, for an item the form
    does not have and for a value off its scale.
    """
    checked = {
        item_id: checked_value(instrument.item(item_id), value)
        for item_id, value in given.items()
    }
    return Answers(given=MappingProxyType(checked))


def checked_value(item: Item, value: object) -> Value:
    """Return the value if the item allows it, else raise `Refused`."""
    if type(value) is int and item.min <= value <= item.max:
        return value
    if type(value) is str and value in {NA, SKIP}:
        return value
    message = (
        f"{item.id}: expected a whole number from {item.min} to {item.max},"
        f' "{NA}" or "{SKIP}"'
    )
    raise Refused(message)


def guessed(instrument: Instrument, answers: Answers) -> str | None:
    """Return the id of the area that somebody guesses both see the same way."""
    return instrument.guessed(answers.given.get(GUESS))


def may_open(instrument: Instrument, answers: Answers) -> tuple[str, ...]:
    """Return the ids of the parts that count as answered, in order.

    A part counts when at least one of its open items has a number, whatever its
    chapter; a chapter that was never opened counts for nothing.
    """
    return tuple(
        part.id
        for part in instrument.parts
        if any(
            answers.number(item.id) is not None for item in instrument.open_items(part)
        )
    )


def usual_pick(answered: Collection[str]) -> tuple[str, ...]:
    """Return what is shared before anybody has chosen: all but what is tender."""
    return tuple(part for part in answered if part not in TENDER)


def one_stays_hidden(answered: Collection[str]) -> tuple[str, ...]:
    """Return the parts of which one stays hidden, by everybody's choice.

    These are all that is not `TENDER`, so that leaving one out tells nothing.
    """
    return usual_pick(answered) or tuple(answered)


def check_pick(picked: Collection[str], answered: Collection[str]) -> None:
    """Check a choice of parts to open: at least one, and one that stays hidden.

    Raises `Refused` with one of `NoPick`.
    """
    chosen, others = set(picked), set(one_stays_hidden(answered))
    if not chosen <= set(answered):
        raise Refused(NoPick.UNANSWERED)
    if not chosen:
        raise Refused(NoPick.NOTHING)
    if others <= chosen:
        raise Refused(NoPick.ONLY_ONE if len(others) == 1 else NoPick.ALL)


def opened(
    instrument: Instrument, answers: Answers, parts: Iterable[str]
) -> Mapping[str, Mapping[str, Value]]:
    """Return, for each part to open, what of it leaves one's own hands.

    Only numbers of open items: whether the rest was skipped, did not apply or
    was never asked is nobody else's to know. A guess goes with the area that it names,
    and with no other: where that stays closed, so does the guess.
    """
    guess = guessed(instrument, answers)
    return {
        part_id: {
            item_id: number
            for item_id in (
                *instrument.part(part_id).open_ids,
                *([GUESS] if part_id == guess else []),
            )
            if (number := answers.number(item_id)) is not None
        }
        for part_id in parts
    }


def opened_only(
    instrument: Instrument, answers: Answers, parts: Iterable[str]
) -> Answers:
    """Return the answers as the other person would hold them."""
    given: dict[str, Value] = {}
    for values in opened(instrument, answers, parts).values():
        given |= values
    return Answers(given=MappingProxyType(given))
