"""Every route, by its full name: the room and the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from django.urls import URLPattern, URLResolver

from coequal.web.urls import urlpatterns


def _patterns() -> Iterator[tuple[str, str]]:
    for room in urlpatterns:
        assert isinstance(room, URLResolver)
        for route in _routes(room):
            yield f"{room.namespace}:{route.name}", str(route.pattern)


def _routes(room: URLResolver) -> Iterator[URLPattern]:
    """Every route of a room, and of what it includes under its own name."""
    for route in room.url_patterns:
        if isinstance(route, URLResolver):
            assert not route.namespace
            assert not str(route.pattern)
            yield from _routes(route)
        else:
            assert isinstance(route, URLPattern)
            yield route


ROUTES: Final = tuple(_patterns())
PATTERNS: Final = dict(ROUTES)
