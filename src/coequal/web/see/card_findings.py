"""What the cards tell from findings; where there is none, from the answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from coequal.content.findings import FindingWords, finding_words
from coequal.content.load import Content
from coequal.core.people import Pair
from coequal.core.see import findings
from coequal.core.see.findings import Finding
from coequal.core.see.patterns import Card
from coequal.core.see.picture import Picture
from coequal.web.see import card_facts
from coequal.web.see.card_facts import CardFact
from coequal.web.see.findings_text import pill

MOST: Final[Mapping[Card, int]] = MappingProxyType(
    {Card.ALIKE: 3, Card.SURPRISE: 1, Card.WISH: 1, Card.STEP: 3}
)


def tellings(form: Content, drawn: Picture, names: Pair[str]) -> Iterator[CardFact]:
    """Yield what the four cards tell, card by card, best first."""
    words = finding_words()
    dealt = findings.cards(findings.findings(drawn, words.patterns))
    facts = list(card_facts.tellings(form, drawn, names))
    for card in Card:
        own = dealt.get(card, ())
        if own:
            # What keeps a low say company comes beside what the card is about.
            company = sum(finding.card is not card for finding in own)
            for finding in own[: MOST[card] + company]:
                yield _told(form, drawn, names, words, card=card, finding=finding)
        if not own:
            yield from (one for one in facts if one.card is card)
        elif card is Card.STEP:
            room = MOST[card] - len(own)
            yield from [one for one in facts if one.card is card][: max(room, 0)]


def _told(  # noqa: PLR0913  a finding needs its picture, its card and its words
    form: Content,
    drawn: Picture,
    names: Pair[str],
    words: FindingWords,
    *,
    card: Card,
    finding: Finding,
) -> CardFact:
    sentence = words.sentence(form.instrument, finding, names)
    if finding.card is Card.WISH:
        here = [one for one in drawn.domains if one.id in finding.areas]
        said = card_facts.wish_answers(form, here)
        return CardFact(card=card, sentence=sentence, said=said)
    for domain in drawn.domains:
        if domain.id == finding.area and card is not Card.STEP:
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
