"""Every page, by room: `reverse("decide:weigh", ...)` names the room and the page."""

from __future__ import annotations

from django.urls import include, path

from coequal.web import converters

__all__ = ["converters", "urlpatterns"]

ROOMS = (
    "home",
    "learn",
    "demo",
    "shared_device",
    "see",
    "decide",
    "notes",
    "account",
    "pairs",
)

urlpatterns = [path("", include(f"coequal.web.{room}.urls")) for room in ROOMS]
