"""The cards of *Guess me* in words: some for every pair, more by type."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from coequal.content.files import check, from_toml, text_of, twice
from coequal.content.load import DEFAULT_LOCALE
from coequal.core.guess.cards import GuessCard
from coequal.core.guess.entries import MOST
from coequal.core.guess.keepsake import ToTry, Try
from coequal.core.people import Pair, PairType, Seat

FEWEST: Final = 36
"""How many cards each type of pair has at least: it is played more than once."""
LABEL: Final = 22
"""How long an answer may be: several stand beside each other on a phone."""
_PLACE: Final = re.compile(r"\{(\w*)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoCard:
    """A card that asks which of the two: `does` is said of one, `i` of oneself.

    Where `both` does not say otherwise, two who share it both do what `i` says. It
    stands after "We" and after "You", so nobody is called "our" or "your" in it.
    """

    id: str
    ask: str
    i: str
    does: str
    both: str = ""
    hint: str = ""
    tell: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatCard:
    """A card with answers of its own: `me` and `both` say one of them, as `{it}`."""

    id: str
    ask: str
    answers: tuple[str, ...]
    me: str
    both: str
    hint: str = ""
    tell: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GuessLines:
    """What is said of every card: stories to ask for, and things to try.

    `turns` takes two answers as `{a}` and `{b}`, `look` the question of a card.
    """

    tell_who: str
    tell_what: str
    turns: str
    look: str
    ask: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CardsFile:
    """One file of cards, as it stands; that of every type has the lines too."""

    source: str
    lines: GuessLines | None = None
    who: tuple[WhoCard, ...]
    what: tuple[WhatCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GuessWords:
    """All cards of one type of pair, and what is said of every card."""

    cards: tuple[GuessCard, ...]
    lines: GuessLines

    def card(self, name: str) -> GuessCard | None:
        """Return a card by its id, if there is one."""
        return next((one for one in self.cards if one.id == name), None)


@cache
def guess_words(pair: PairType, locale: str = DEFAULT_LOCALE) -> GuessWords:
    """Return the cards of a type of pair.

    Raises `Unsound`, naming what is amiss, if a file of this installation is damaged.
    """
    texts = (text_of(locale, "guess", f"{name}.toml") for name in ("common", pair))
    return parsed_guess(*texts)


def parsed_guess(common: str, own: str) -> GuessWords:
    """Return the cards that two TOML texts hold, or raise `Unsound`."""
    files = [from_toml("guess", text, CardsFile) for text in (common, own)]
    lines = files[0].lines
    check("guess", _faults(files))
    assert lines is not None
    cards = [
        card
        for one in files
        for card in (
            *(_who(card, lines) for card in one.who),
            *(_what(card, lines) for card in one.what),
        )
    ]
    return GuessWords(cards=tuple(cards), lines=lines)


def _who(card: WhoCard, lines: GuessLines) -> GuessCard:
    return GuessCard(
        id=card.id,
        ask=card.ask,
        me=card.i,
        one=f"{{who}} {card.does}",
        both=card.both or f"both {card.i}",
        hint=card.hint,
        tell=card.tell or lines.tell_who,
    )


def _what(card: WhatCard, lines: GuessLines) -> GuessCard:
    return GuessCard(
        id=card.id,
        ask=card.ask,
        answers=card.answers,
        me=card.me,
        both=card.both,
        hint=card.hint,
        tell=card.tell or lines.tell_what,
    )


def _faults(files: Sequence[CardsFile]) -> Iterator[str]:
    """Yield what well-formed files still get wrong, in words."""
    if files[0].lines is None:
        yield "lines: expected what is said of every card"
    who = [card for one in files for card in one.who]
    what = [card for one in files for card in one.what]
    if len(who) + len(what) < FEWEST or min(len(who), len(what)) < MOST:
        yield f"expected {FEWEST} cards or more, of both kinds"
    asks = [(one.id, one.ask) for one in who] + [(one.id, one.ask) for one in what]
    for name in twice(name for name, _ in asks):
        yield f"the id {name} stands twice"
    for name, ask in asks:
        if not ask.endswith("?"):
            yield f"{name}: expected a question"
    for one in who:
        yield from _places(one.id, one.hint, {"who"} if one.hint else set())
        for text in (one.ask, one.i, one.does, one.both):
            yield from _places(one.id, text, set())
    for card in what:
        yield from _answer_faults(card)


def _answer_faults(card: WhatCard) -> Iterator[str]:
    if not 2 <= len({*card.answers}) == len(card.answers) <= MOST:
        yield f"{card.id}: expected two to five answers"
    if max(map(len, card.answers), default=0) > LABEL:
        yield f"{card.id}: expected answers of {LABEL} letters at most"
    for text in (card.me, card.both, *filter(None, (card.hint,))):
        yield from _places(card.id, text.replace("{It}", "{it}"), {"it"})


def _places(name: str, text: str, places: set[str]) -> Iterator[str]:
    if {*_PLACE.findall(text)} != places:
        yield f"{name}: expected {sorted(places)} in {text!r}"


def hint_text(lines: GuessLines, hint: ToTry, names: Pair[str]) -> str:
    """Return something to try in words."""
    card, said = hint.card, hint.said
    if card is None or said is None:
        return lines.ask
    if hint.what is Try.LOOK:
        return lines.look.format(ask=card.ask[:1].lower() + card.ask[1:])
    if hint.what is Try.TURNS:
        return lines.turns.format(a=card.it(said.a), b=card.it(said.b))
    if hint.what is Try.SWAP:
        return card.hint.format(who=names[Seat(said.a).other])
    return card.with_it(card.hint, said.a)
