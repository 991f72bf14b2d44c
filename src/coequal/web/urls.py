"""Every page, by room: `reverse("decide:weigh", ...)` names the room and the page."""

from __future__ import annotations

from django.urls import include, path

from coequal.web import converters
from coequal.web.rooms import ROOMS

__all__ = ["converters", "urlpatterns"]

ABOUT_ALL_ROOMS = ("demo", "export", "missing")
"""They live the story of every room, or read all its entries: so they are none."""

NAMES = (*(room.name for room in ROOMS if room.has_pages), *ABOUT_ALL_ROOMS)

urlpatterns = [path("", include(f"coequal.web.{name}.urls")) for name in NAMES]
