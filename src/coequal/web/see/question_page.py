"""What a question page shows, from the form and what was answered before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from django.urls import reverse
from django.utils.translation import gettext as _

from coequal.core.see.answers import NA, SKIP, Answers
from coequal.core.see.fold import next_page
from coequal.core.see.instrument import (
    GUESS,
    Chapter,
    ChapterName,
    Instrument,
    Item,
    Page,
    Reach,
)

Icon = Literal["say", "wish", "often"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerChoice:
    """One answer that one tap gives."""

    value: int
    label: str
    icon: Icon | None
    level: int
    before: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionPage:
    """A page of the form as the templates need it.

    `before` is what was answered when it was asked in other words, `new` how many
    questions are new to somebody who had answered all that was asked then. At `breath`
    half of the form is behind them.
    """

    number: int
    total: int
    where: str
    breath: bool
    question: str
    hint: str
    choices: tuple[AnswerChoice, ...]
    na_before: bool
    skip_before: bool
    back_url: str | None
    back_label: str
    note: str
    error: str
    before: str
    new: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidBefore:
    """A question with what was said, and where to change it; `part` is its title."""

    part: str
    question: str
    said: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionPlace:
    """Where somebody is: the sheet, the chapter, and the page of it, from 1."""

    sheet: str
    chapter: Chapter
    number: int

    @property
    def page(self) -> Page:
        """The page itself."""
        return self.chapter.pages[self.number - 1]

    def url(self, number: int) -> str | None:
        """Return the address of a page of the same chapter, if there is one."""
        if not 1 <= number <= len(self.chapter.pages):
            return None
        return reverse("see:question", args=[self.sheet, self.chapter.id, number])


@dataclass(frozen=True, slots=True, kw_only=True)
class Further:
    """A further chapter, and where to go on in it."""

    title: str
    about: str
    done: bool
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was answered when a page is asked: so far, and in other words `before`.

    `new` are the pages that are new to somebody who had answered all there was.
    """

    answers: Answers
    new: Sequence[Page]
    before: str


@dataclass(frozen=True, slots=True, kw_only=True)
class New:
    """Questions that are new since one answered: how many, and where they begin."""

    count: int
    url: str


def page(
    form: Instrument, place: QuestionPlace, asked: Asked, *, error: str
) -> QuestionPage:
    """Return one page of the form."""
    here, answers = place.page, asked.answers
    items = [form.item(item) for item in here.items]
    given = {answers.given.get(item.id) for item in items}
    return QuestionPage(
        number=place.number,
        total=len(place.chapter.pages),
        where=_where(place),
        breath=place.number == half_way(place.chapter) and given == {None},
        question=here.text,
        hint=here.hint,
        choices=_choices(form, items[0], answers),
        na_before=given == {NA},
        skip_before=given == {SKIP},
        back_url=place.url(place.number - 1),
        back_label=_("Back"),
        note=_note(items[0]),
        error=error,
        before=asked.before,
        new=len(asked.new) if here in asked.new else 0,
    )


def half_way(chapter: Chapter) -> int:
    """Return the page of the short form at which to breathe; 0 in other chapters.

    It is the first page of a part, so that nobody is stopped in the middle of one.
    """
    if chapter.id != ChapterName.SHORT:
        return 0
    pages = chapter.pages
    begins = (
        number
        for number in range(len(pages) // 2 + 1, len(pages) + 1)
        if pages[number - 1].title != pages[number - 2].title
    )
    return next(begins, 0)


def _where(place: QuestionPlace) -> str:
    title, pages = place.page.title, place.chapter.pages
    asked = [number for number, one in enumerate(pages, start=1) if one.title == title]
    if len(asked) == 1:
        return title
    return _("%(title)s, %(number)s of %(total)s") % {
        "title": title,
        "number": asked.index(place.number) + 1,
        "total": len(asked),
    }


def _icon(form: Instrument, item: Item) -> Icon | None:
    """Which of some it is, is no amount: nothing is drawn before it."""
    tilts = item.area is None and item.min < 0
    if tilts or item.id in {GUESS, *(area.who for area in form.areas)}:
        return None
    if item.min < 0:
        return "wish"
    return "often" if item.area is None else "say"


def _choices(
    form: Instrument, item: Item, answers: Answers
) -> tuple[AnswerChoice, ...]:
    icon = _icon(form, item)
    return tuple(
        AnswerChoice(
            value=value,
            label=item.label(value),
            icon=icon,
            level=value,
            before=answers.given.get(item.id) == value,
        )
        for value in range(item.min, item.max + 1)
    )


def _note(item: Item) -> str:
    if item.audience is Reach.OWN:
        return _("Nobody else’s pages ever show this answer.")
    if item.id == GUESS:
        return _(
            "Nobody else’s pages show your guess until you’ve both shared that part."
        )
    return _(
        "Nobody else’s pages show this answer until you choose to share it "
        "and you’re both ready."
    )


def said(item: Item, value: int | str | None) -> str:
    """Return an answer in words, as its author sees it."""
    if isinstance(value, int):
        return item.label(value)
    if value == NA:
        return _("Doesn’t apply")
    return _("Rather not say") if value == SKIP else _("Not answered")


def overview(form: Instrument, answers: Answers, sheet: str) -> list[SaidBefore]:
    """Return every page one has come to, with its answer, to check and change."""
    places = [
        QuestionPlace(sheet=sheet, chapter=chapter, number=number)
        for chapter in form.chapters
        for number in range(1, len(chapter.pages) + 1)
    ]
    return [
        SaidBefore(
            part=place.page.title,
            question=place.page.text,
            said=_said_on(form, place.page, answers),
            url=place.url(place.number) or "",
        )
        for place in places
        if place.chapter.id == ChapterName.SHORT or answers.has(place.page.items[0])
    ]


def new_questions(form: Instrument, new: Sequence[Page], sheet: str) -> New | None:
    """Return how many questions are new, and where the first of them stands."""
    url = first(form, new, sheet)
    return None if url is None else New(count=len(new), url=url)


def first(form: Instrument, pages: Sequence[Page], sheet: str) -> str | None:
    """Return the address of the first of some pages; None if there is none."""
    if not pages:
        return None
    chapter = next(one for one in form.chapters if pages[0] in one.pages)
    number = chapter.pages.index(pages[0]) + 1
    return reverse("see:question", args=[sheet, chapter.id, number])


def after(page: Page, new: Sequence[Page]) -> Sequence[Page]:
    """Return the other new pages: first those after this one, then those before."""
    place = new.index(page)
    return [*new[place + 1 :], *new[:place]]


def further(form: Instrument, answers: Answers, sheet: str) -> list[Further]:
    """Return the chapters for the curious, with the page to go on at."""
    chapters = [one for one in form.chapters if one.id != ChapterName.SHORT]
    return [_further(form, answers, sheet, chapter) for chapter in chapters]


def _further(
    form: Instrument, answers: Answers, sheet: str, chapter: Chapter
) -> Further:
    page = next_page(form, answers, chapter.id)
    number = 1 if page is None else chapter.pages.index(page) + 1
    place = QuestionPlace(sheet=sheet, chapter=chapter, number=number)
    return Further(
        title=chapter.title,
        about=chapter.about,
        done=page is None,
        url=place.url(number),
    )


def _said_on(form: Instrument, page: Page, answers: Answers) -> str:
    item = form.item(page.items[0])
    return said(item, answers.given.get(item.id))
