"""What two people have to settle: the list of it, and raising one more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Final

from django.core.paginator import Page
from django.http import Http404, HttpResponse

from coequal.core.decide.entries import Lead, Question
from coequal.core.decide.known import Stage
from coequal.core.decide.overview import Overview
from coequal.core.decide.question_state import QuestionState, when_settled
from coequal.core.decide.rules import No
from coequal.journal import clock
from coequal.web.decide import lead_views, overview, questions, states
from coequal.web.decide.forms import RaiseForm
from coequal.web.decide.labels import refusals
from coequal.web.two import areas
from coequal.web.two.dates import day
from coequal.web.two.page import Act, PageOfTwo, PairRequest, Tried
from coequal.web.two.pages import page_of

# Where on the form a fault stands that no single field can know of.
_FIELDS: Final = {
    **dict.fromkeys((No.FEW, No.MANY, No.TWICE), "option1"),
    No.PAST: "until",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionLine:
    """One question in a list; `settled` are the words that both hold to, or empty.

    `answered` says whether my own answer is in, and nothing of the other one's.
    """

    question_id: str
    text: str
    area: str
    since: datetime
    meanwhile: str
    both_in: bool
    answered: bool
    settled: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionsContext:
    """The list, in one order for both: open ones by age, the others latest first.

    Of what is settled it holds one page.
    """

    open: Sequence[QuestionLine]
    settled: Sequence[QuestionLine]
    page: Page[bytes]
    late: Sequence[QuestionLine]
    leading: Sequence[lead_views.Leading]


def _questions(asked: PairRequest, _tried: Tried | None) -> QuestionsContext:
    member, now = asked.member, clock.now()
    leads = [one.ref for one in member.reading.sound(Lead)]
    known, found = overview.shown(member, partial(on_page, asked), beside=leads)
    page = page_of(asked, known.settled_names)
    titles = areas.all_titles(member)
    unsettled = [one for one in found if one.settled is None and not one.own]
    done = sorted((one for one in found if one.settled), key=when_settled)

    def lines(some: Sequence[QuestionState]) -> list[QuestionLine]:
        return [line(one, titles.get(one.question.area, "")) for one in some]

    return QuestionsContext(
        open=lines([one for one in unsettled if not one.late(now)]),
        settled=lines(done[::-1]),
        page=page,
        late=lines([one for one in unsettled if one.late(now)][::-1]),
        leading=lead_views.leading(member),
    )


def on_page(asked: PairRequest, known: Overview) -> overview.Names:
    """Return the names of what a list shows: all that is open, a page of the rest."""
    waits = known.questions(Stage.OPEN, Stage.WEIGHED)
    page = page_of(asked, known.settled_names)
    return [one.name for one in waits], list(page)


def line(state: QuestionState, area: str) -> QuestionLine:
    """Return what a list says of a question."""
    return QuestionLine(
        question_id=states.name(state),
        text=state.question.text,
        area=area,
        since=day(state.at),
        meanwhile=state.meanwhile,
        both_in=state.votes is not None,
        answered=state.mine is not None,
        settled=state.settled.entry.text if state.settled else "",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class RaiseContext:
    """The form for a question, maybe begun with what another one says.

    `more`: whether something is filled in or wrong among what stands folded.
    """

    form: RaiseForm
    more: bool


def _again(asked: PairRequest) -> Question | None:
    """Return the question that the address names, to be asked once more."""
    question_id = asked.ids.get("question_id")
    if question_id is None:
        return None
    found = states.find(asked.member, question_id)
    if found is None:
        raise Http404
    return found.question


def _raise(asked: PairRequest, tried: Tried | None) -> RaiseContext:
    again = _again(asked)
    form = tried.form if tried else RaiseForm(None, asked, again)
    assert isinstance(form, RaiseForm)
    return RaiseContext(
        form=form,
        more=any(one.errors or one.value() for one in form.more()),
    )


def _ask(asked: PairRequest, form: RaiseForm) -> HttpResponse:
    _again(asked)  # an address that names no question asks none
    question_id = questions.ask(asked.member, form.question)
    return asked.to("decide:question", question_id)


listed = PageOfTwo(
    template="decide/list.html", shows=_questions, reads=(Lead,), index=overview.INDEX
).as_view()
raised = PageOfTwo(
    template="decide/raise.html",
    shows=_raise,
    acts={"": Act(do=_ask, form=RaiseForm, fields=_FIELDS)},
    words=refusals,
    index=states.INDEX,
    until_closed=True,
    onward=lambda asked: asked.to("decide:questions"),
).as_view()
