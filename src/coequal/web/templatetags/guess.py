"""The scenes of Guess me, for templates: `{% load guess %}`."""

from __future__ import annotations

from collections.abc import Collection

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from coequal.core.guess.entries import BOTH
from coequal.core.people import Seat
from coequal.web.charts import icons, scene_cards, scene_guess

register = template.Library()


@register.simple_tag
def asks_scene() -> SafeString:
    """Draw a card with a question between the two; the words beside it say it all."""
    return scene_guess.asks("asks")


@register.simple_tag
def hand_over_scene(to: str) -> SafeString:
    """Draw a phone on its way to seat "A" or "B"."""
    described = {
        Seat.A: _("A phone travels in an arc from the square to the circle."),
        Seat.B: _("A phone travels in an arc from the circle to the square."),
    }
    return scene_guess.hands_over("hands", Seat(to), described=described[Seat(to)])


@register.simple_tag
def turned_scene(asking: Collection[Seat]) -> SafeString:
    """Draw rays around both who knew, or a bubble over whoever asks."""
    if not asking:
        described = _("Both shapes stand half in each other, with rays around them.")
        return scene_guess.knew("knew", described=described)
    described = {
        frozenset({Seat.A}): _(
            "The shapes stand apart. Over the circle a speech bubble, over the square "
            "a spark."
        ),
        frozenset({Seat.B}): _(
            "The shapes stand apart. Over the square a speech bubble, over the circle "
            "a spark."
        ),
    }.get(
        frozenset(asking),
        _("The shapes stand apart. Each has a speech bubble."),
    )
    return scene_guess.asks_each("each", asking, described=described)


@register.simple_tag
def closed_scene() -> SafeString:
    """Draw a card face down: the same whoever skipped."""
    described = _("One card stands face down between the two shapes.")
    return scene_guess.stays_closed("closed", described=described)


@register.simple_tag
def keepsake_scene() -> SafeString:
    """Draw both in front of a low sun."""
    described = _("Both shapes in front of a low sun.")
    return scene_guess.together("kept", described=described)


@register.simple_tag
def tile_icon(sign: str) -> SafeString:
    """Draw the sign of a seat, or both signs."""
    return scene_cards.signs() if sign == BOTH else icons.sign(Seat(sign))
