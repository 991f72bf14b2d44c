"""What a view of Notes shows, and what saving it leads to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from coequal.web.notes.tabs import View


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesPage:
    """A template below `notes/` and what it needs.

    `again` is the view that a form stands for which could not be saved and is shown
    once more, with all that was typed.
    """

    template: str
    context: dict[str, Any] = field(default_factory=dict)
    again: View | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """It is kept: the same form, sent once more, changes `now`; `then` comes next."""

    now: View
    then: View
