"""Drawings for templates: `{% load figures %}`."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from coequal.core.people import Pair, Seat
from coequal.web.charts import (
    icons,
    scene,
    scene_cards,
    scene_homes,
    scene_meeting,
    scene_pictures,
    thumbs,
)

register = template.Library()


@register.simple_tag
def brand_mark() -> SafeString:
    """Draw the mark beside the name of the program, once a page."""
    return icons.brand("mark")


@register.simple_tag
def sign_icon(seat: str) -> SafeString:
    """Draw the sign of seat "A" or "B"."""
    return icons.sign(Seat(seat))


@register.simple_tag
def signs_icon() -> SafeString:
    """Draw both signs in register: what both said."""
    return scene_cards.signs()


@register.simple_tag
def choice_icon(kind: str | None, level: int | None) -> SafeString:
    """Draw what stands before an answer: "say", "wish", "often" or nothing."""
    drawn = {"say": icons.say, "wish": icons.wish, "often": icons.often}
    if kind is None or level is None:
        return SafeString("")
    return drawn[kind](level)


@register.simple_tag
def given_icon(seat: str, level: int) -> SafeString:
    """Draw what seat "A" or "B" gave an option, 0 to 6."""
    return icons.given(Seat(seat), level)


@register.simple_tag
def key_icon(kind: str) -> SafeString:
    """Draw an entry of a key.

    "A", "B", "same", "then", "wish", "fine", "likely", or of a split "load-A",
    "load-B", "load-both".
    """
    if kind in set(Seat):
        return icons.key_sign(Seat(kind))
    if kind.startswith("load-"):
        whose = kind.removeprefix("load-")
        return icons.key_load("load", Seat(whose) if whose in set(Seat) else None)
    if kind == "likely":
        return icons.key_likely("key")
    drawn = {
        "same": icons.key_same,
        "then": icons.key_then,
        "wish": icons.key_wish,
        "fine": icons.key_fine,
    }
    return drawn[kind]()


@register.simple_tag
def own_heads() -> list[str]:
    """Head the table of one area in one's own picture."""
    return [_("You said"), _("Probably"), _("Your wish")]


@register.simple_tag
def said_heads(labels: Pair[str]) -> list[str]:
    """Head a table of what each of the two said."""
    text = _("%(name)s said")
    return [text % {"name": labels[seat]} for seat in Seat]


@register.simple_tag
def joint_heads(labels: Pair[str]) -> list[str]:
    """Head the table of one area in the picture of both."""
    return [*said_heads(labels), _("Probably"), _("Wish")]


@register.simple_tag
def start_scene() -> SafeString:
    """Draw the first picture: one question, and what two made-up people say to it."""
    names = Pair(a="Alex", b="Robin")
    answers = Pair(a=_("“Robin does.”"), b=_("“Alex does.”"))
    described = _(
        "“Who plans our weekends?” The round shape says: “%(b)s does.” The square "
        "shape says: “%(a)s does.”"
    )
    return scene_homes.start(
        "start",
        asked=_("Who plans our weekends?"),
        answers=answers,
        described=described % {"a": names.a, "b": names.b},
    )


@register.simple_tag
def pair_scene(labels: Pair[str], kind: str = "pair") -> SafeString:
    """Draw the two with their names, or with their four cards before them."""
    described = _(
        "Two shapes of one size, half printed over each other: %(a)s and %(b)s."
    )
    return scene_homes.of_two(
        "home",
        labels,
        described=described % {"a": labels.a, "b": labels.b},
        cards=kind == "cards",
    )


@register.simple_tag
def alone_scene() -> SafeString:
    """Draw one shape, and room for another."""
    described = _("One round shape, and a dotted square beside it: room for someone.")
    return scene_homes.alone("alone", described=described)


@register.simple_tag
def thumb(kind: str) -> SafeString:
    """Draw what stands beside a row."""
    return thumbs.thumb(kind)


@register.simple_tag
def ready_scene() -> SafeString:
    """Draw the closed cards: the same picture whoever is in."""
    described = _(
        "Four cards stand face down on the ground between the round shape and the "
        "square shape. A low sun."
    )
    return scene.ready("ready", described=described)


@register.simple_tag
def breath_scene() -> SafeString:
    """Draw a cup of tea beside one shape: half way."""
    return scene.breath()


@register.simple_tag
def hills_scene(*, found: bool) -> SafeString:
    """Draw three hills; where both like one, the sun stands over the two below it."""
    described = (
        _("Three hills. The sun stands over the middle one, and both shapes below it.")
        if found
        else _("Three hills under a low sun. Both shapes stand before them.")
    )
    return scene.hills("hills", described=described, found=found)


@register.simple_tag
def invited_scene(asks: str) -> SafeString:
    """Draw who asks, and a free place for whoever is asked."""
    described = _(
        "A round shape, a question in a bubble, and a dotted square where nobody "
        "stands yet."
    )
    return scene_meeting.invited(
        "invited", asks=asks, you=_("you"), described=described
    )


@register.simple_tag
def waiting_scene(seat: str) -> SafeString:
    """Draw one's own shape and a free place: the same however far the other is."""
    described = _(
        "One shape, three flat stones towards a dotted place. The first stone is laid."
    )
    return scene_meeting.waiting("waiting", Seat(seat), described=described)


@register.simple_tag
def opened_scene() -> SafeString:
    """Draw the two shapes close together: it is open."""
    described = _(
        "The round and the square shape stand close together. Where they overlap "
        "they are printed in the colour of both."
    )
    return scene.opened("opened", described=described)


@register.simple_tag
def card_scene(number: int) -> SafeString:
    """Draw what stands on card 1 to 4: the same for every pair."""
    draw, described = (
        (
            scene_cards.alike,
            _(
                "The round and the square shape stand close together; most of each "
                "is printed in both colours. Afternoon."
            ),
        ),
        (
            scene_cards.surprise,
            _(
                "The two shapes stand apart at sundown. A plain arrow goes from the "
                "round one to the square one, a dotted arrow comes back."
            ),
        ),
        (
            scene_cards.wish,
            _(
                "Dusk. Each shape has a dotted line around it, a little larger than "
                "itself: room for a wish."
            ),
        ),
        (
            scene_cards.step,
            _(
                "Night. Five flat stones lie on the ground between the round shape "
                "and the square shape."
            ),
        ),
    )[number - 1]
    return draw("card", described=described)


@register.simple_tag
def other_seat(seat: str) -> str:
    """Return the other seat than this one."""
    return Seat(seat).other.value


@register.simple_tag
def own_scene(seat: str) -> SafeString:
    """Draw one's own shape, and the dotted outline of the other's."""
    described = _("One shape, and beside it a dotted outline: room for someone.")
    return scene_pictures.own("own", Seat(seat), described=described)


@register.simple_tag
def together_scene() -> SafeString:
    """Draw the two half printed over each other, low on the page."""
    return scene_pictures.together("together")


@register.simple_tag
def banner_scene(apart: float = 1.16, evening: int = 2) -> SafeString:
    """Draw a low, wide scene: the two on their ground, `apart` in radii."""
    described = _("The round and the square shape on their ground, a low sun.")
    return scene.banner("banner", described=described, apart=apart, evening=evening)
