"""The six words that a tab, a history and a bookmark may hold of a page of ours."""

from __future__ import annotations

from typing import Final

TITLES: Final = frozenset({"Notes", "Us", "Decide", "Me", "Learn", "Start here"})
