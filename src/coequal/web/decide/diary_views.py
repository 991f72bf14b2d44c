"""Already decided: a line in ten seconds, and how each of the two has it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django import forms
from django.core.paginator import Page
from django.http import Http404, HttpResponse

from coequal.core.decide.diary_lines import (
    MANY_LINES,
    LineState,
    check_answer,
    check_line,
    lately,
    may_write,
)
from coequal.core.decide.entries import DiaryAnswer
from coequal.core.lines import NoLine
from coequal.core.people import Pair
from coequal.core.two.refusals import NotNow
from coequal.errors import Refused
from coequal.journal import clock
from coequal.journal import door as journal
from coequal.people.pairs import PairMember
from coequal.web.decide import lines, overview
from coequal.web.decide.forms import DiaryAnswerForm, LineForm
from coequal.web.decide.labels import refusals
from coequal.web.decide.who_decided import ASKED, how_far, who_did, who_seats, who_words
from coequal.web.two import areas
from coequal.web.two.dates import day, short_id
from coequal.web.two.forms import Choice, choices
from coequal.web.two.one_act import one_act
from coequal.web.two.page import Act, Done, PageOfTwo, PairRequest, Tried
from coequal.web.two.pages import page_of

_FIELDS: Final = dict.fromkeys((MANY_LINES, NoLine.EMPTY, NoLine.LONG), "text")


@one_act
def add(member: PairMember, text: str, area: str) -> str:
    """Write a line that both can read at once, and return its id. Raises `Refused`.

    The very same line twice, as by a second press, is one while it is closed.
    """
    checked, now = check_line(text, area), clock.now()
    known = overview.now(member).lines
    mine = [one.name for one in lately(known, member.seat, now=now)]
    for one in overview.sound_lines(member, mine):
        same = (one.text, one.area) == (checked.text, checked.area)
        if same and one.told.both is None:
            return lines.name(one)
    may_write(known, member.seat, now=now)
    ref = journal.append(member.reading, checked)
    overview.keep(member)
    return short_id(ref)


def _get(member: PairMember, line_id: str) -> LineState:
    line = lines.find(member, line_id)
    if line is None:
        raise Refused(NotNow.GONE)
    line.told.check_closed()
    return line


@one_act
def tell(member: PairMember, line_id: str, answer: DiaryAnswer) -> None:
    """Put in my answer, in place of the one before; it opens if both are in."""
    line = _get(member, line_id)
    # Where it opens, what is known is kept: all but that is read before the lock.
    overview.now(member)
    if lines.ANSWERS.put_in(member, check_answer(line, answer)):
        overview.keep(member)


@one_act
def withdraw(member: PairMember, line_id: str) -> None:
    """Take my answer out again. Nobody is told."""
    lines.ANSWERS.withdraw(member, _get(member, line_id).ref)


@dataclass(frozen=True, slots=True, kw_only=True)
class BothSaid:
    """What both said of a line, in words, the same on both people's pages."""

    who: Pair[str]
    asked: Pair[str]
    fine: Pair[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownLine:
    """A line as the pages show it; `mine_is_in` is for me alone.

    `waits`: both have said it, and I have not looked at it yet.
    """

    line_id: str
    text: str
    area: str
    by: str
    on: datetime
    mine_is_in: bool
    waits: bool
    told: BothSaid | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryContext:
    """Some of the diary, latest first, and a form for one more line."""

    lines: Sequence[ShownLine]
    page: Page[bytes]
    form: forms.Form


@dataclass(frozen=True, slots=True, kw_only=True)
class LineContext:
    """One line, and what may be said of it while it is closed."""

    line: ShownLine
    who: Sequence[Choice]
    asked: Sequence[Choice]
    fine: Sequence[Choice]


def _told(both: Pair[DiaryAnswer] | None, names: Pair[str]) -> BothSaid | None:
    if both is None:
        return None
    who = who_did(names)
    return BothSaid(
        who=both.map(lambda one: who[one.who]),
        asked=both.map(lambda one: how_far(one.asked)),
        fine=both.map(lambda one: how_far(one.fine)),
    )


def _shown(asked: PairRequest, found: Iterable[LineState]) -> list[ShownLine]:
    """Return lines as they are shown: what both said of them, where I looked at it."""
    member, titles = asked.member, areas.all_titles(asked.member)
    ordered = list(found)
    looked_at = asked.looked_at({one.ref: one.told.refs for one in ordered})
    return [
        ShownLine(
            line_id=lines.name(one),
            text=one.text,
            area=titles.get(one.area, ""),
            by=member.names[one.by],
            on=day(one.at),
            mine_is_in=one.told.mine is not None,
            waits=one.ref not in looked_at,
            told=_told(one.told.both, member.names) if one.ref in looked_at else None,
        )
        for one in ordered
    ]


def _diary(asked: PairRequest, tried: Tried | None) -> DiaryContext:
    member = asked.member
    known = overview.now(member)
    page = page_of(asked, known.line_names)
    overview.note_damage(member, known)
    return DiaryContext(
        lines=_shown(asked, reversed(overview.sound_lines(member, list(page)))),
        page=page,
        form=tried.form if tried else LineForm(None, asked),
    )


def _line(asked: PairRequest, tried: Tried | None) -> LineContext:
    member, found = asked.member, _line_or_404(asked)
    said = tried.form.data if tried else _picked(member, found.told.mine)
    (line,) = _shown(asked, [found])
    return LineContext(
        line=line,
        who=choices(who_words(member.label), said.get("who")),
        asked=choices(ASKED, said.get("asked")),
        fine=choices(ASKED, said.get("fine")),
    )


def _picked(member: PairMember, mine: DiaryAnswer | None) -> dict[str, str]:
    if mine is None:
        return {}
    words = {kept: word for word, kept in who_seats(member.seat).items()}
    return {"who": words[mine.who], "asked": mine.asked, "fine": mine.fine}


def _line_or_404(asked: PairRequest) -> LineState:
    found = lines.find(asked.member, asked.ids["line_id"])
    if found is None:
        raise Http404
    return found


def _add(asked: PairRequest, form: LineForm) -> HttpResponse:
    line_id = add(asked.member, **form.cleaned_data)
    return asked.to("decide:diary_line", line_id)


def _tell(asked: PairRequest, form: DiaryAnswerForm) -> Done:
    line = _line_or_404(asked)
    answer = form.answer(line.ref, asked.member.seat)
    tell(asked.member, lines.name(line), answer)
    return None


def _withdraw(asked: PairRequest, _form: object) -> Done:
    withdraw(asked.member, lines.name(_line_or_404(asked)))
    return None


listed = PageOfTwo(
    template="decide/diary.html",
    shows=_diary,
    acts={"": Act(do=_add, form=LineForm, fields=_FIELDS)},
    words=refusals,
    index=overview.INDEX,
).as_view()
line = PageOfTwo(
    template="decide/diary_line.html",
    shows=_line,
    acts={
        "": Act(
            do=_tell, form=lambda data, _asked: DiaryAnswerForm(data), repeatable=True
        ),
        "withdraw": Act(do=_withdraw, repeatable=True),
    },
    words=refusals,
    index=lines.INDEX,
).as_view()
