"""Everyday signs: what one notices, what one may put up, and what both put up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from coequal.core.people import Pair
from coequal.core.recorded import Recorded, standing
from coequal.core.see.sign_entries import Noticed, Often, PutUp
from coequal.errors import Refused

HOW_MANY: Final = 16
"""How many signs there are, in every language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """One way it can go between two people, and a question to talk about it.

    `text` speaks of "we" or of "one of us" and never says which; `either` tells that it
    could be either of them.
    """

    id: str
    good: bool
    text: str
    ask: str
    either: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OnBoard:
    """A sign that both put up, with how often each of them notices it."""

    sign: Sign
    said: Pair[Often]


Marks = Mapping[str, Often]
"""How often one person notices a sign, by its id."""


def marks_of(
    signs: Iterable[Sign], records: Iterable[Recorded[Noticed]], *, sheet: bytes
) -> dict[str, Often]:
    """Fold one person's entries on one sheet into their marks.

    What names no sign, or no frequency that there is, does not count.
    """
    here = (record for record in records if record.entry.sheet == sheet)
    stand = standing(here, lambda entry: entry.sign).values()
    said = {record.entry.sign: record.entry.often for record in stand}
    return _known(signs, said, at_least=Often.NOT)


def put_up_of(
    signs: Iterable[Sign], records: Iterable[Recorded[PutUp]], *, number: int
) -> dict[str, Often]:
    """Fold one person's entries in one round into the signs they have put up.

    A dummy does not count, nor does a sign that one does not notice.
    """
    here = (record for record in records if record.entry.round == number)
    stand = standing(here, lambda entry: entry.sign).values()
    said = {record.entry.sign: record.entry.often for record in stand}
    return _known(signs, said, at_least=Often.SOMETIMES)


def check_mark(signs: Iterable[Sign], sign: str, often: int) -> Often:
    """Return a mark that can be kept; `Refused` for no such sign or frequency."""
    if sign not in {one.id for one in signs} or often not in set(Often):
        raise Refused("no such sign, or no such answer")
    return Often(often)


def may_put_up(marks: Marks, sign: str) -> Often:
    """Return how often one notices a sign; `Refused` if one does not notice it."""
    often = marks.get(sign, Often.NOT)
    if often is Often.NOT:
        raise Refused("only what one notices can be put up")
    return often


def board(signs: Sequence[Sign], put_up: Pair[Marks]) -> tuple[OnBoard, ...]:
    """Return the signs that both have put up, good ones first."""
    return tuple(
        OnBoard(sign=sign, said=Pair(a=put_up.a[sign.id], b=put_up.b[sign.id]))
        for sign in good_first(signs)
        if sign.id in put_up.a and sign.id in put_up.b
    )


def good_first(signs: Iterable[Sign]) -> list[Sign]:
    """Return signs with the good ones in front, else as they stand."""
    return sorted(signs, key=lambda sign: not sign.good)


def _known(
    signs: Iterable[Sign], said: Mapping[str, int], *, at_least: Often
) -> dict[str, Often]:
    """Keep, in the order of the signs, what this program knows."""
    counted = [often for often in Often if often >= at_least]
    return {
        sign.id: Often(said[sign.id]) for sign in signs if said.get(sign.id) in counted
    }
