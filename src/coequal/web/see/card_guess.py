"""What the second card tells of a guess: what was guessed, and whether it is so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

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
        words = {
            "area": listed(form.instrument, [guess.area]),
            "name": names[guess.by[0]],
        }
        sentence = f"{_guessed(guess) % words} {_came(guess)}"
        told = card_facts.about(
            form,
            domains[guess.area],
            names,
            card=Card.SURPRISE,
            sentence=sentence,
        )
        # Where one left something out, the rest lies apart, and nobody is quoted.
        fact = told or CardFact(card=Card.SURPRISE, sentence=sentence)
        yield replace(fact, note=_note(guess))


def _guessed(guess: Guess) -> str:
    if len(guess.by) > 1:
        return _("You both guessed that you see %(area)s the same way.")
    return _("%(name)s guessed that you see %(area)s the same way.")


def _came(guess: Guess) -> str:
    if guess.alike:
        return _("You do: your answers are almost the same.")
    if guess.only_how_much:
        return _("You agree on who decides, but not on how much.")
    return _("You each tell your own story of it.")


def _note(guess: Guess) -> str:
    if guess.alike:
        return _("You could ask: “How did we get there?”")
    return ""
