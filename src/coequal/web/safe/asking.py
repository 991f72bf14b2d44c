"""Questions for oneself, each with a field for what comes to mind; and a guide."""

from __future__ import annotations

from typing import Final

from django.http import QueryDict

from coequal.content import safe as content
from coequal.content.safe import Topic
from coequal.core.safe.text import whole_text
from coequal.errors import Refused
from coequal.people.visits import Visit
from coequal.web.safe import own
from coequal.web.safe.leaves import View
from coequal.web.safe.page import Page, Saved
from coequal.web.safe.writing import why_not

TOPICS: Final = View(name="topics")


def listed(_visit: Visit, _about: str) -> Page:
    """List the topics. The list is the same whatever was written."""
    return Page(template="topics.html", context={"topics": content.questions().topics})


def asked(visit: Visit, about: str) -> Page | None:
    """Show one topic and what was written to it."""
    topic = _topic(about)
    return None if topic is None else _form(topic, own.replies(visit).get(about, ""))


def save(visit: Visit, about: str, post: QueryDict) -> Saved | Page | None:
    """Keep what was written to a topic; an empty field takes it away."""
    topic = _topic(about)
    if topic is None:
        return None
    text = post.get("text", "")
    try:
        kept = whole_text(text) if text.strip() else ""
    except Refused as refused:
        return _form(topic, text, error=why_not(refused, text))
    own.reply(visit, about, kept)
    return Saved(now=View(name="topic", about=about), then=TOPICS)


def _topic(about: str) -> Topic | None:
    return next((one for one in content.questions().topics if one.id == about), None)


def _form(topic: Topic, text: str, *, error: str = "") -> Page:
    again = View(name="topic", about=topic.id) if error else None
    context = {"topic": topic, "text": text, "error": error}
    return Page(template="topic.html", context=context, again=again)


def stepping_back(_visit: Visit, _about: str) -> Page:
    """Show the guide for the one who has more say."""
    return Page(
        template="stepping_back.html", context={"guide": content.stepping_back()}
    )
