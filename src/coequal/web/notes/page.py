"""What a view of Notes shows."""

from __future__ import annotations

from dataclasses import dataclass, field

from coequal.web.notes.open_page import View


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesContext:
    """What the template of any page of Notes knows: its leaf.

    Its forms send it back. It is filled in when the page is shown, so whoever makes
    the page leaves it empty.
    """

    leaf: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesPage:
    """A template below `notes/` and what it knows.

    `leaf` is the view that its forms act on, if that is not the one that is open: an
    empty sheet has an id, and a form that could not be saved stands where it stood.
    """

    template: str
    context: NotesContext = field(default_factory=NotesContext)
    leaf: View | None = None
