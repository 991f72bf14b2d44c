"""What a view of Notes shows, and what saving it leads to."""

from __future__ import annotations

from dataclasses import dataclass, field

from coequal.web.notes.tabs import View


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesContext:
    """What the template of any page of Notes knows: the token of its leaf.

    Its forms send it back. It is made when the page is shown, so whoever makes the
    page leaves it empty.
    """

    leaf: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesPage:
    """A template below `notes/` and what it knows.

    `again` is the view that a form stands for which could not be saved and is shown
    once more, with all that was typed.
    """

    template: str
    context: NotesContext = field(default_factory=NotesContext)
    again: View | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """It is kept: the same form, sent once more, changes `now`; `then` comes next."""

    now: View
    then: View
