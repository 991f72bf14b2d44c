"""What may stand in an address."""

from __future__ import annotations

from django.urls import register_converter


class Id:
    """A random 16-byte id in an address."""

    regex = "[0-9a-f]{32}"

    def to_python(self, value: str) -> str:
        """Ids stay text until a view needs bytes."""
        return value

    def to_url(self, value: str) -> str:
        """And are text already."""
        return value


register_converter(Id, "id")
