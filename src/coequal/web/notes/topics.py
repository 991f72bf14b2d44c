"""Questions for oneself, each with a field for what comes to mind; and a guide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.http import QueryDict

from coequal.content import notes as content
from coequal.content.notes import StepBackGuide, Topic
from coequal.core.notes import screening
from coequal.core.notes.text import whole_text
from coequal.errors import Refused
from coequal.people.sessions import Session
from coequal.web.notes import store
from coequal.web.notes.forms import text_of
from coequal.web.notes.open_page import View
from coequal.web.notes.page import NotesContext, NotesPage
from coequal.web.notes.writing import why_not

TOPICS: Final = View(name="topics")


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicsContext(NotesContext):
    """The topics there are."""

    topics: Sequence[Topic]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicContext(NotesContext):
    """One topic, what was written to it, and why that cannot be kept, if so.

    `asks` are its questions, or those for whoever is careful of somebody; `careful` is
    what stands above any that are about one's own acts.
    """

    topic: Topic
    asks: Sequence[str]
    careful: str
    text: str
    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SteppingBackContext(NotesContext):
    """The guide for the one who has more say; `folded` for whoever is careful."""

    guide: StepBackGuide
    careful: str
    folded: bool


def listed(_session: Session, _about: str) -> NotesPage:
    """List the topics. The list is the same whatever was written."""
    context = TopicsContext(topics=content.questions().topics)
    return NotesPage(template="topics.html", context=context)


def asked(session: Session, about: str) -> NotesPage | None:
    """Show one topic and what was written to it."""
    topic = _topic(about)
    if topic is None:
        return None
    return _form(session, topic, store.replies(session).get(about, ""))


def save(session: Session, about: str, sent: QueryDict) -> View | NotesPage | None:
    """Keep what was written to a topic; an empty field takes it away."""
    topic = _topic(about)
    if topic is None:
        return None
    text = text_of(sent)
    try:
        kept = whole_text(text) if text.strip() else ""
    except Refused as refused:
        return _form(session, topic, text, error=why_not(refused, text))
    store.reply(session, about, kept)
    return TOPICS


def _topic(about: str) -> Topic | None:
    return next((one for one in content.questions().topics if one.id == about), None)


def _is_careful(session: Session) -> bool:
    """Whether anything was ticked that tells of being careful of somebody."""
    return screening.any_happens(store.ticked(session), content.signs().careful)


def _form(session: Session, topic: Topic, text: str, *, error: str = "") -> NotesPage:
    careful = content.questions().careful
    spared = topic.own_acts and _is_careful(session)
    context = TopicContext(
        topic=topic,
        asks=careful.questions if spared else topic.questions,
        careful=careful.text if topic.own_acts else "",
        text=text,
        error=error,
    )
    leaf = View(name="topic", about=topic.id)
    return NotesPage(template="topic.html", context=context, leaf=leaf)


def stepping_back(session: Session, _about: str) -> NotesPage:
    """Show the guide for the one who has more say."""
    context = SteppingBackContext(
        guide=content.stepping_back(),
        careful=content.questions().careful.text,
        folded=_is_careful(session),
    )
    return NotesPage(template="stepping_back.html", context=context)
