"""What the second card tells of a guess: what was guessed, and whether it is so."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from coequal.content.findings import listed
from coequal.content.load import Content
from coequal.core.own_life import OF_ONE
from coequal.core.people import Pair
from coequal.core.see.patterns import Card
from coequal.core.see.picture import Picture
from coequal.core.see.second import Guess, guesses
from coequal.web.see import card_facts
from coequal.web.see.card_facts import CardFact


def tellings(form: Content, drawn: Picture, names: Pair[str]) -> Iterator[CardFact]:
    """Yield what came of each guess that is open, with what both said there."""
    domains = {domain.id: domain for domain in drawn.domains}
    for guess in guesses(drawn, OF_ONE):
        words = {"area": listed(form.instrument, [guess.area])}
        words["name"] = names[guess.by[0]]
        sentence = _sentence(guess) % words
        told = card_facts.about(
            form, domains[guess.area], names, card=Card.SURPRISE, sentence=sentence
        )
        yield told or CardFact(card=Card.SURPRISE, sentence=sentence)


def _sentence(guess: Guess) -> str:
    both = len(guess.by) > 1
    if both and guess.alike:
        return _(
            "You both guessed that you see %(area)s the same way. "
            "You do: your answers are almost the same."
        )
    if both:
        return _(
            "You both guessed that you see %(area)s the same way. "
            "You each tell your own story of it."
        )
    if guess.alike:
        return _(
            "%(name)s guessed that you see %(area)s the same way. "
            "You do: your answers are almost the same."
        )
    return _(
        "%(name)s guessed that you see %(area)s the same way. "
        "You each tell your own story of it."
    )
