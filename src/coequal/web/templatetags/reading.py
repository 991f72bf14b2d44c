"""What there is to read about the rooms of a page."""

from __future__ import annotations

from collections.abc import Sequence

from django import template

from coequal.content.guides import library
from coequal.content.guides_file import Guide, GuideRoom

register = template.Library()


@register.inclusion_tag("parts/reading.html")
def reading(*rooms: str) -> dict[str, Sequence[Guide]]:
    """Show the guides that end at these rooms: the same for everybody."""
    shelf = library()
    return {
        "guides": [one for room in rooms for one in shelf.for_room(GuideRoom(room))]
    }
