"""What the cards tell from findings; where there is none, from the answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from coequal.content.findings import finding_words
from coequal.content.load import Content
from coequal.core.own_life import OF_ONE
from coequal.core.people import Pair
from coequal.core.see import findings
from coequal.core.see.findings import Finding
from coequal.core.see.patterns import Card
from coequal.core.see.picture import Picture
from coequal.core.see.second import Second, crossed_area, crossing, second
from coequal.web.see import card_facts, card_guess
from coequal.web.see.card_facts import CardFact
from coequal.web.see.findings_text import pill

MOST: Final[Mapping[Card, int]] = MappingProxyType(
    {Card.ALIKE: 3, Card.SURPRISE: 1, Card.WISH: 1, Card.STEP: 3}
)

BY_ONE_QUESTION: Final = frozenset({"both_say_about_the_same"})
"""What rests on one direct question: what each has, step by step, may say otherwise."""


def tellings(form: Content, drawn: Picture, names: Pair[str]) -> Iterator[CardFact]:
    """Yield what the four cards tell, card by card, best first."""
    dealt = findings.cards(findings.findings(drawn, finding_words().patterns))
    facts = list(card_facts.tellings(form, drawn, names))
    for card in Card:
        own = dealt.get(card, ())
        here = [one for one in facts if one.card is card]
        if card is Card.SURPRISE:
            yield from _second(form, drawn, names, own, here)
        elif own:
            yield from _best(form, drawn, names, card, own)
        else:
            yield from here
        if own and card is Card.STEP:
            yield from here[: max(MOST[card] - len(own), 0)]


def _second(
    form: Content,
    drawn: Picture,
    names: Pair[str],
    own: Sequence[Finding],
    facts: Sequence[CardFact],
) -> Iterator[CardFact]:
    """Yield two accounts that cross, else what came of the guesses, else the rest.

    Where they cross in a light area, that is told: the picture calls it the surprise.
    """
    words = finding_words()
    kind = second(drawn, own, words.patterns, OF_ONE)
    light = crossed_area(drawn, OF_ONE | words.guarded)
    area = light or crossed_area(drawn, OF_ONE)
    crossed = [
        one
        for one in crossing(own, words.patterns)
        if light is None or light.id in one.areas
    ]
    if kind is Second.GUESS:
        yield from card_guess.tellings(form, drawn, names)
    elif crossed or (own and area is None):
        yield from _best(form, drawn, names, Card.SURPRISE, crossed or own)
    elif area is not None:
        yield from card_facts.differing(form, area, names)
    else:
        yield from facts


def _best(
    form: Content,
    drawn: Picture,
    names: Pair[str],
    card: Card,
    own: Sequence[Finding],
) -> Iterator[CardFact]:
    # What keeps a low say company comes beside what the card is about.
    company = sum(finding.card is not card for finding in own)
    areas: set[str] = set()
    for finding in own[: MOST[card] + company]:
        told = _told(form, drawn, names, card=card, finding=finding)
        # What both said of an area stands on a card once, under the first it bears out.
        yield replace(told, alike="", said=None) if told.area in areas else told
        areas |= {told.area} if told.area else set()


def _told(
    form: Content, drawn: Picture, names: Pair[str], *, card: Card, finding: Finding
) -> CardFact:
    sentence = finding_words().sentence(form.instrument, finding, names)
    if finding.card is Card.WISH:
        here = [one for one in drawn.domains if one.id in finding.areas]
        said = card_facts.wish_answers(form, here)
        return CardFact(card=card, sentence=sentence, said=said)
    for domain in drawn.domains:
        if finding.pattern in BY_ONE_QUESTION or card is Card.STEP:
            break
        if domain.id == finding.area:
            told = card_facts.about(
                form,
                domain,
                names,
                card=card,
                sentence=sentence,
                word=pill(form, finding),
            )
            if told is not None:
                return told
    return CardFact(card=card, sentence=sentence, word=pill(form, finding))
