"""Every route, by its full name: the room and the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from django.urls import URLPattern, URLResolver

from coequal.web.urls import urlpatterns


def _patterns() -> Iterator[tuple[str, str]]:
    for room in urlpatterns:
        assert isinstance(room, URLResolver)
        for route in room.url_patterns:
            assert isinstance(route, URLPattern)
            yield f"{room.namespace}:{route.name}", str(route.pattern)


ROUTES: Final = tuple(_patterns())
PATTERNS: Final = dict(ROUTES)
