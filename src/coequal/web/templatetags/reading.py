"""What there is to read about the rooms of a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from django import template

from coequal.content.guides import library
from coequal.content.guides_file import Guide, GuideRoom

register = template.Library()


class Named(Protocol):
    """A sign or a factor."""

    @property
    def id(self) -> str:
        """Its name in the content."""


@register.inclusion_tag("parts/reading.html")
def reading(*rooms: str) -> dict[str, Sequence[Guide]]:
    """Show the guides that end at these rooms: the same for everybody."""
    shelf = library()
    return {
        "guides": [one for room in rooms for one in shelf.for_room(GuideRoom(room))]
    }


@register.inclusion_tag("parts/reading.html")
def reading_of(kind: str, about: Iterable[Named]) -> dict[str, Sequence[Guide]]:
    """Show the guides about each sign or factor of a page, whatever was ticked."""
    shelf = library()
    found = {"sign": shelf.for_sign, "factor": shelf.for_factor}[kind]
    slugs = {guide.slug for one in about for guide in found(one.id)}
    return {"guides": [one for one in shelf.guides.values() if one.slug in slugs]}
