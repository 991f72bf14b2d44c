"""What a card says that has no finding and no wish: still something from the answers.

Where both told of nothing that is on the card, it says that they are here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from django.utils.translation import gettext as _

from coequal.content.findings import listed
from coequal.content.load import Content
from coequal.core.own_life import OF_ONE
from coequal.core.people import Pair, Seat
from coequal.core.see.findings_measures import crossed
from coequal.core.see.patterns import Card
from coequal.core.see.picture import Domain, Picture
from coequal.core.see.second import accounts, closest
from coequal.web.number_words import in_words
from coequal.web.see.card_facts import CardFact, about

SEVERAL: Final = 2


def nothing(form: Content, card: Card, drawn: Picture, names: Pair[str]) -> CardFact:
    """Return what a card leads with that has nothing else to lead with."""
    if card is Card.ALIKE:
        return _start(form, drawn, names)
    if card is Card.SURPRISE:
        return _calm(form, drawn, names)
    texts = {
        Card.WISH: _("There’s no wish on this card, and that’s fine."),
        Card.STEP: _("One small step each?"),
    }
    return CardFact(card=card, sentence=texts[card])


def told_by_both(drawn: Picture, names: Pair[str]) -> str:
    """Return that both have told of every area there is; nothing where there are few.

    How many they are names none, so one's own life counts here too.
    """
    areas = drawn.domains
    whole = all(one.accounts.a.said and one.accounts.b.said for one in areas)
    if not whole or len(areas) <= SEVERAL:
        return ""
    words = {"a": names.a, "b": names.b, "count": in_words(len(areas))}
    return _("%(a)s and %(b)s, you’ve both shared %(count)s areas.") % words


def company(form: Content, drawn: Picture) -> Pair[str]:
    """Return what each has told of; of nothing that is here, that they wanted it."""
    return Pair(a=_told_of(form, drawn, Seat.A), b=_told_of(form, drawn, Seat.B))


def _told_of(form: Content, drawn: Picture, seat: Seat) -> str:
    areas = [one.id for one in _shown(drawn) if one.account(seat).said]
    if not areas:
        return _("answered, and wanted to look together.")
    if len(areas) > SEVERAL:
        return _("answered about %(count)s areas.") % {"count": in_words(len(areas))}
    return _("answered about %(areas)s.") % {"areas": listed(form.instrument, areas)}


def _shown(drawn: Picture) -> Iterator[Domain]:
    """Yield the areas, but what is one person's own life."""
    return (one for one in drawn.domains if one.id not in OF_ONE)


def _start(form: Content, drawn: Picture, names: Pair[str]) -> CardFact:
    """Say where the two come closest, else that both have told of something."""
    near = closest(drawn, OF_ONE)
    if near:
        areas = listed(form.instrument, [one.id for one in near])
        sentence = _("You’re closest on %(areas)s.") % {"areas": areas}
        told = about(form, near[0], names, card=Card.ALIKE, sentence=sentence)
        if told is not None:
            return told
    if any(accounts(one) for one in _shown(drawn)):
        sentence = _("You’ve each told your side. That’s where it starts.")
    else:
        sentence = _("You’re both here. That’s a start.")
    return CardFact(card=Card.ALIKE, sentence=sentence)


def _calm(form: Content, drawn: Picture, names: Pair[str]) -> CardFact:
    """Say that nothing lies apart, with what both say in one area."""
    both = [one for one in _shown(drawn) if accounts(one)]
    if not both or not _all_near(drawn):
        sentence = _("No surprise this time, and that’s fine.")
        return CardFact(card=Card.SURPRISE, sentence=sentence)
    sentence = _("You see all of this almost the same way.")
    same = [one for one in both if one.said.a == one.said.b]
    if same and (told := about(form, same[0], names, card=Card.SURPRISE)):
        return replace(told, sentence=sentence)
    return CardFact(card=Card.SURPRISE, sentence=sentence)


def _all_near(drawn: Picture) -> bool:
    """Whether no two accounts lie apart, nor differ by who has more."""
    return not any(
        domain.seen_apart or crossed(domain, Seat.A) for domain in drawn.domains
    )
