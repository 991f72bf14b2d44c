"""What there is to read about a room."""

from __future__ import annotations

from typing import Any

from django import template

from coequal.content.guides import library
from coequal.content.guides_file import Room

register = template.Library()


@register.inclusion_tag("parts/reading.html")
def reading(room: str) -> dict[str, Any]:
    """Show the guides that end at a room: the same for everybody."""
    return {"guides": library().for_room(Room(room))}
