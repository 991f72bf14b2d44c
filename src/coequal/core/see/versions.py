"""What is answered over several versions of a form, and by which form it is read.

An answer names the wording it answers (`Item.wording`). A form counts the answers to
its own wordings and leaves the others alone, so no answer is lost when a version is
raised, and none is taken for an answer to other words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from types import MappingProxyType

from coequal.core.people import Pair
from coequal.core.see.answers import Answers, Value, checked_value
from coequal.core.see.instrument import ChapterName, Instrument, Page
from coequal.errors import Refused

Given = Mapping[str, Value]
"""Answers by wording, to whichever forms."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBy:
    """Answers, and the form that they are read by."""

    form: Instrument
    answers: Answers


def read(form: Instrument, given: Given) -> Answers:
    """Return what is answered of a form.

    A value that its item does not allow counts as not answered, so that a damaged
    entry costs one answer only.
    """
    known = {}
    for item in form.items:
        if item.wording in given:
            with suppress(Refused):
                known[item.id] = checked_value(item, given[item.wording])
    return Answers(given=MappingProxyType(known))


def named(form: Instrument, answers: Answers) -> Given:
    """Return answers to a form by wording."""
    return {form.item(one).wording: value for one, value in answers.given.items()}


def unanswered(form: Instrument, answers: Answers, chapter: str) -> Iterator[Page]:
    """Yield the pages of a chapter with an item not answered yet, in order.

    Raises `Refused` if the form has no such chapter.
    """
    for page in form.chapter(chapter).pages:
        if not all(answers.has(item_id) for item_id in page.items):
            yield page


def finished(form: Instrument, given: Given) -> frozenset[str]:
    """Return the ids of the chapters that are answered from end to end."""
    answers = read(form, given)
    return frozenset(
        chapter.id
        for chapter in form.chapters
        if next(unanswered(form, answers, chapter.id), None) is None
    )


def form_for(forms: Iterable[Instrument], given: Given) -> Instrument:
    """Return the form that answers are read by, of all versions, the newest first.

    It is the newest in which all is answered that was answered from end to end
    before: so what somebody saw of their answers stands until they have looked at
    what is new. Where nothing was finished, it is the form that most of the answers
    count for, of equals the newest.
    """
    rest = iter(forms)
    newest = next(rest)
    if len(read(newest, given).given) == len(given):
        return newest
    known = (newest, *rest)
    done = [finished(form, given) for form in known]
    for place, form in enumerate(known):
        before = frozenset().union(*done[place + 1 :])
        asked = {chapter.id for chapter in form.chapters}
        if ChapterName.SHORT in done[place] and before & asked <= done[place]:
            return form
    return max(known, key=lambda form: len(read(form, given).given))


def new_pages(newest: Instrument, form: Instrument, given: Given) -> tuple[Page, ...]:
    """Return the pages that ask something new of who had finished with `form`.

    They are those of the `newest` form with something to answer, in the chapters
    that were answered from end to end.
    """
    done = finished(form, given) if form is not newest else ()
    answers = read(newest, given)
    return tuple(
        page
        for chapter in newest.chapters
        if chapter.id in done
        for page in unanswered(newest, answers, chapter.id)
    )


def asks_more(newest: Instrument, form: Instrument) -> bool:
    """Say whether the short form asks something to open that `form` did not ask."""
    known = {item.wording for item in form.items}
    short = (part for part in newest.parts if part.chapter is ChapterName.SHORT)
    return any(
        item.wording not in known for part in short for item in newest.open_items(part)
    )


def together(a: ReadBy, b: ReadBy) -> tuple[Instrument, Pair[Answers]]:
    """Return the form that a picture of two is drawn by, and what counts in it.

    It is the newer of their two forms, and only what both forms ask in the same
    words counts: nobody's answer stands beside one to another question.
    """
    form, other = (
        (a.form, b.form) if b.form.version < a.form.version else (b.form, a.form)
    )
    both = Pair(a=a.answers, b=b.answers)
    return form, both.map(lambda one: in_the_words_of(other, form, one))


def in_the_words_of(other: Instrument, form: Instrument, answers: Answers) -> Answers:
    """Return those answers to a form that another asks in the same words."""
    known = {item.wording for item in other.items}
    kept = {
        item.id: answers.given[item.id]
        for item in form.items
        if item.id in answers.given and item.wording in known
    }
    return Answers(given=MappingProxyType(kept))
