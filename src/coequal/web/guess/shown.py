"""What a card that has turned, and the picture at the end, say in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from coequal.content.guess import GuessLines, hint_text
from coequal.core.guess.cards import GuessCard
from coequal.core.guess.entries import BOTH, NO_IDEA
from coequal.core.guess.game import Turned
from coequal.core.guess.keepsake import Ending, Keepsake, Saying, keepsake
from coequal.core.people import Pair, Seat
from coequal.web.guess.table import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What one person says, and what the other thought they would say."""

    name: str
    other: str
    says: str
    sign: str
    guessed: str
    guessed_sign: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnedContext:
    """A card with both guesses; one that stays closed has no sides.

    `asks` are the seats that guessed something else, `tell` a story to ask for, and
    `whose` the person it is asked of by `guesser`, both empty for both. `labels` are
    the two names.
    """

    labels: Pair[str]
    ask: str
    number: int
    count: int
    closed: bool
    both_knew: bool
    alike: bool
    asks: frozenset[Seat]
    sides: Sequence[Side]
    whose: str
    guesser: str
    tell: str
    here: str
    last: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepsakeLine:
    """One sentence of the picture; `by` is who says it, empty for both alike."""

    text: str
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepsakeGroup:
    """Some sentences of the picture under one heading."""

    title: str
    lines: Sequence[KeepsakeLine]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepsakeText:
    """The picture at the end, in words; `has_told`: whether any card turned."""

    title: str
    groups: Sequence[KeepsakeGroup]
    has_told: bool


def label(card: GuessCard, value: str, names: Pair[str]) -> str:
    """Name an answer of a card as it stands on a tile."""
    if value == NO_IDEA:
        return _("No idea")
    if card.answers:
        return card.label(value)
    return _("Both") if value == BOTH else names[Seat(value)]


def turned(
    one: Turned, *, names: Pair[str], here: Seat, number: int, count: int
) -> TurnedContext:
    """Return what a card says that has turned in the hand of somebody."""
    asks = frozenset() if one.closed else frozenset(s for s in Seat if not one.knew(s))
    asked = [names[seat.other] for seat in asks]
    return TurnedContext(
        labels=names,
        ask=one.card.ask,
        number=number,
        count=count,
        closed=one.closed,
        both_knew=one.both_knew,
        alike=one.alike,
        asks=asks,
        sides=[] if one.closed else [_side(one, seat, names) for seat in Seat],
        whose=asked[0] if len(asked) == 1 else "",
        guesser=names[next(iter(asks))] if len(asks) == 1 else "",
        tell=one.card.tell,
        here=names[here],
        last=number == count,
    )


def _side(one: Turned, seat: Seat, names: Pair[str]) -> Side:
    says, guessed = one.said[seat], one.guessed[seat.other]
    return Side(
        name=names[seat],
        other=names[seat.other],
        says=label(one.card, says, names),
        sign="" if one.card.answers else says,
        guessed=label(one.card, guessed, names),
        guessed_sign="" if one.card.answers or guessed == NO_IDEA else guessed,
    )


def picture(on: Table) -> KeepsakeText:
    """Return the picture of a game that is over."""
    made = keepsake([on.turned(card) for card in on.cards])
    return told(made, on.names, on.words.lines, count=len(on.cards))


def told(
    made: Keepsake, names: Pair[str], lines: GuessLines, *, count: int
) -> KeepsakeText:
    """Return a picture in words."""
    to_try = KeepsakeLine(text=hint_text(lines, made.hint, names))
    groups = (
        KeepsakeGroup(
            title=_("What you know about each other"), lines=_facts(made.known, names)
        ),
        KeepsakeGroup(
            title=_("One thing you didn’t know"), lines=_facts(made.unknown, names)
        ),
        KeepsakeGroup(
            title="", lines=[KeepsakeLine(text=card.ask) for card in made.to_tell]
        ),
        KeepsakeGroup(title=_("One thing to try"), lines=[to_try]),
    )
    return KeepsakeText(
        title=_title(made, names, count=count),
        groups=[one for one in groups if one.lines],
        has_told=made.ending is not Ending.CLOSED,
    )


def _title(made: Keepsake, names: Pair[str], *, count: int) -> str:
    if made.ending is Ending.BY_HEART:
        return _("You know each other by heart.")
    if made.ending is Ending.CLOSED:
        return _("Your cards stay hidden, and that’s fine.")
    if made.ending is Ending.TO_TELL:
        if len(made.to_tell) == count:
            return _("Five things to tell each other.")
        return _("Something to tell each other.")
    return _("%(a)s and %(b)s") % {"a": names.a, "b": names.b}


def _facts(facts: Sequence[Saying], names: Pair[str]) -> list[KeepsakeLine]:
    return [
        KeepsakeLine(text=one.words(names), by="" if one.by is None else names[one.by])
        for one in facts
    ]
