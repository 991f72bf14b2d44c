"""What one's own picture says beside its findings, in words."""

from __future__ import annotations

from coequal.content.findings import finding_words, joined, listed
from coequal.content.load import Content
from coequal.core.own_life import OF_ONE
from coequal.core.see.own import Ask, Tally, ask, lead, tally
from coequal.core.see.picture import Picture


def lead_text(form: Content, drawn: Picture) -> str | None:
    """Return the sentence that the picture begins with, if there is a true one."""
    words = finding_words(form.instrument.locale)
    found = lead(drawn, OF_ONE | words.guarded)
    if found is None:
        return None
    return words.own.lead[found.says].format(
        where=words.place(form.instrument, found.areas[0]),
        areas=listed(form.instrument, found.areas),
    )


def noticed_text(form: Content, drawn: Picture) -> str | None:
    """Return the one thing that one may not have noticed, if there is any."""
    words = finding_words(form.instrument.locale)
    found = tally(drawn, OF_ONE)
    if found is None:
        return None
    if found.asked_otherwise:
        areas = listed(form.instrument, found.asked_otherwise)
        return words.own.asked_otherwise.format(areas=areas)
    return words.own.count.format(
        total=len(found.areas), counted=joined(_counted(form, found))
    )


def ask_text(form: Content, drawn: Picture) -> str | None:
    """Return the question to take along, if there is one that is light."""
    words = finding_words(form.instrument.locale)
    found = ask(drawn, OF_ONE | words.guarded)
    if found is None:
        return None
    where = words.place(form.instrument, found.area)
    return _question(words.own.ask, found).format(where=where)


def _question(asked: dict[str, str], found: Ask) -> str:
    if not found.wish:
        return asked["as_it_is"]
    return asked["more"] if found.wish > 0 else asked["less"]


def _counted(form: Content, found: Tally) -> list[str]:
    texts = finding_words(form.instrument.locale).own
    parts = (
        (texts.mine, found.mine),
        (texts.theirs, found.theirs),
        (texts.shared, found.shared),
    )
    other = form.lines["other"]
    return [text.format(count=len(of), other=other) for text, of in parts if of]
