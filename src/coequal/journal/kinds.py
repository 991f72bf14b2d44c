"""The kinds of entry this installation knows, by name.

A row names its kind only by a keyed tag, so whoever must open every row of a
space (to follow, to export) tries the tags of all registered kinds. Rooms
declare kinds; the site registers them; the journal itself knows no room.
"""

from __future__ import annotations

from coequal.core.entry import Entry

_KINDS: dict[str, type[Entry]] = {}


def register(*kinds: type[Entry]) -> None:
    """Make kinds known. A name stands for one class for ever."""
    for kind in kinds:
        if _KINDS.setdefault(kind.kind, kind) is not kind:
            message = f"two kinds are named {kind.kind!r}"
            raise ValueError(message)


def known() -> tuple[type[Entry], ...]:
    """Return every registered kind."""
    return tuple(_KINDS.values())
