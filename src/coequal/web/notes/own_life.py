"""One's own life: how free one is to decide what is one's own, beside somebody.

It is asked here and nowhere else (`core/own_life.py`). Shown back is what was ticked,
where it was ticked; nothing is made of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.http import QueryDict

from coequal.content import notes as content
from coequal.content.notes import FreeGroup
from coequal.people.sessions import Session
from coequal.web.notes import labels, store
from coequal.web.notes.forms import FreeForm
from coequal.web.notes.open_page import View
from coequal.web.notes.page import NotesContext, NotesPage
from coequal.web.two.forms import Choice, choices

OWN: Final = View(name="own")


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnContext(NotesContext):
    """The pages about one's own life."""

    groups: Sequence[FreeGroup]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedFree:
    """One question, and how free one can be."""

    id: str
    text: str
    hint: str
    choices: Sequence[Choice]


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeContext(NotesContext):
    """One page about one's own life."""

    group: FreeGroup
    questions: Sequence[AskedFree]


def listed(_session: Session, _about: str) -> NotesPage:
    """List the pages. The list is the same whoever reads it, and whatever was said."""
    return NotesPage(
        template="own.html", context=OwnContext(groups=content.own_life().groups)
    )


def asked(session: Session, about: str) -> NotesPage | None:
    """Show one page, as it was answered before."""
    group = _group(about)
    if group is None:
        return None
    given = store.own_life(session, group.id)
    questions = [
        AskedFree(
            id=question.id,
            text=question.text,
            hint=question.hint,
            choices=choices(labels.FREE, given.get(question.id)),
        )
        for question in group.questions
    ]
    context = FreeContext(group=group, questions=questions)
    return NotesPage(template="free.html", context=context)


def save(session: Session, about: str, sent: QueryDict) -> View | None:
    """Keep one page, and go back to the list."""
    group = _group(about)
    if group is None:
        return None
    answers = FreeForm(sent, group.questions).answers
    store.say_own_life(session, group.id, answers)
    return OWN


def _group(about: str) -> FreeGroup | None:
    return next((one for one in content.own_life().groups if one.id == about), None)
