"""The four cards of the evening: what stands on each, for both people alike.

Both people stand on every card, in seat order. What a card tells comes through one
seam, `tellings`: findings first, and where there are none the answers as facts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Protocol

from django.utils.translation import gettext as _

from coequal.content.load import Content
from coequal.core.people import Pair
from coequal.core.see.answers import Answers
from coequal.core.see.patterns import Card
from coequal.core.see.picture import Picture, picture
from coequal.web.see import card_findings, card_quiet
from coequal.web.see.wording import Pill

ORDER: Final = tuple(Card)
MOST: Final = 3


class CardText(Protocol):
    """One thing that stands on a card.

    The first of a card is its heading. After it `sentence` may be empty, where the
    title of the area is all there is to say. `alike` is what both said in the same
    words, `said` what each said otherwise.
    """

    @property
    def card(self) -> Card:
        """The card it belongs to."""
        ...

    @property
    def sentence(self) -> str:
        """What is told, in words, with names."""
        ...

    @property
    def area(self) -> str | None:
        """The title of the one area it is about."""
        ...

    @property
    def word(self) -> Pill | None:
        """How sure it is; None for what was said."""
        ...

    @property
    def alike(self) -> str:
        """What both said about it in the same words."""
        ...

    @property
    def note(self) -> str:
        """What stands below in place of what the card has for all; may be empty."""
        ...

    @property
    def said(self) -> Pair[str] | None:
        """What each said about it."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCard:
    """A card as the templates need it; the last has a heading of its own.

    Where nothing else on the card speaks of both, `both` does, or `company` of each.
    """

    number: int
    heading: str
    tellings: tuple[CardText, ...]
    more: tuple[str, ...]
    both: str
    company: Pair[str] | None
    note: str


def tellings(form: Content, drawn: Picture, names: Pair[str]) -> tuple[CardText, ...]:
    """Return all that the cards tell, best first within each card. The one seam."""
    return tuple(card_findings.tellings(form, drawn, names))


def shown(
    form: Content, answers: Pair[Answers], number: int, *, names: Pair[str]
) -> ShownCard:
    """Return card `number` (from 1); `names` stand for the two."""
    card = ORDER[number - 1]
    drawn = picture(form.instrument, answers.a, answers.b)
    told = [one for one in tellings(form, drawn, names) if one.card is card]
    led = told and card is not Card.STEP
    heading = told[0] if led else card_quiet.nothing(form, card, drawn, names)
    blocks = [one for one in told if one is not heading]
    kept = (heading, *blocks[:MOST])
    speaks = _speaks_of_both(kept)
    both = "" if speaks else card_quiet.told_by_both(drawn, names)
    return ShownCard(
        number=number,
        heading=heading.sentence,
        tellings=kept,
        more=tuple(one.area or one.sentence for one in blocks[MOST:]),
        both=both,
        company=None if speaks or both else card_quiet.company(form, drawn),
        note=heading.note or _note(card, bare=not told),
    )


def ideas(form: Content, answers: Pair[Answers], *, names: Pair[str]) -> list[str]:
    """Return what a small step could be, in words."""
    drawn = picture(form.instrument, answers.a, answers.b)
    found = tellings(form, drawn, names)
    return [one.sentence for one in found if one.card is Card.STEP][:MOST]


def _speaks_of_both(told: Iterable[CardText]) -> bool:
    return any(one.alike or one.said is not None for one in told)


def _note(card: Card, *, bare: bool) -> str:
    if card is Card.ALIKE:
        return _("Take 20 minutes for the four cards. No fixing tonight.")
    if card is Card.WISH:
        return _(
            "A wish isn’t a complaint. Nobody has to answer it tonight. "
            "One thing to say is: “Thank you for telling me.”"
        )
    if bare:
        return _("Nothing to solve here.")
    return _("Both can be true. You could ask: “When did you last notice it?”")
