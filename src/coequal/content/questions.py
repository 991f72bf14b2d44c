"""The questions that people ask most, with short answers, each with its sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from coequal.content.files import check, from_toml, text_of, twice
from coequal.content.guides import library
from coequal.content.guides_file import Guide, Source
from coequal.content.load import DEFAULT_LOCALE


@dataclass(frozen=True, slots=True, kw_only=True)
class CommonQuestion:
    """A question, its answer in paragraphs, and the guides that say more, by slug."""

    id: str
    question: str
    answer: tuple[str, ...]
    guides: tuple[str, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CommonQuestions:
    """The page of questions and answers."""

    locale: str
    title: str
    lead: str
    note: str
    questions: tuple[CommonQuestion, ...]


@cache
def questions(locale: str = DEFAULT_LOCALE) -> CommonQuestions:
    """Return the page of questions.

    Raises `Unsound`, naming what is amiss, if the file of this installation is damaged.
    """
    text = text_of(locale, "guides", "questions.toml")
    return questions_file(text, library(locale).guides)


def questions_file(text: str, guides: Mapping[str, Guide]) -> CommonQuestions:
    """Return the page that a TOML text holds, or raise `Unsound`."""
    found = from_toml("questions", text, CommonQuestions)
    check("questions", _faults(found, guides))
    return found


def _faults(found: CommonQuestions, guides: Mapping[str, Guide]) -> Iterator[str]:
    """Yield what a well-formed page still gets wrong, in words."""
    yield from (f"{one} stands twice" for one in twice(q.id for q in found.questions))
    for one in found.questions:
        if not (one.answer and one.guides and one.sources):
            yield f"{one.id}: expected an answer, a guide that says more, and a source"
        for slug in one.guides:
            if slug not in guides:
                yield f"{one.id}: there is no guide {slug}"
        yield from (f"{one.id}: {fault}" for s in one.sources for fault in s.faults())
