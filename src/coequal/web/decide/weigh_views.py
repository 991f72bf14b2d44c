"""Weighing the options of a question alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import HttpResponse, QueryDict

from coequal.core.decide.entries import Vote
from coequal.core.decide.question_state import QuestionState
from coequal.journal import clock
from coequal.web.decide import question_views, questions, states
from coequal.web.decide.forms import (
    GIVEN,
    STAKE,
    VoteForm,
    cannot_field,
    list_name,
    option_fields,
    score_field,
)
from coequal.web.decide.labels import INCOMPLETE, refusals
from coequal.web.two.forms import Choice, choices
from coequal.web.two.page import Act, Done, PageOfTwo, PairRequest, Tried, rendered


@dataclass(frozen=True, slots=True, kw_only=True)
class WeighOption:
    """One option to rate: the names of its fields, its text, its steps.

    `cannot` stands apart from them: ruling out is no step below the lowest.
    """

    score: str
    cannot: str
    text: str
    steps: Sequence[Choice]
    off: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WeighContext:
    """A ballot to fill in, on the list that `list` names; mine may be in already.

    `rules_out` says that it holds something that I cannot live with.
    """

    question_id: str
    text: str
    list: str
    weighed: bool
    options: Sequence[WeighOption]
    rules_out: bool
    stakes: Sequence[Choice]
    reason: str


def _weigh(asked: PairRequest, tried: Tried | None) -> WeighContext | HttpResponse:
    state = question_views.state_or_404(asked)
    if tried and (state.votes is not None or state.retracted or state.own):
        context = question_views.shown(asked, tried)
        return rendered(asked, "decide/question.html", context, tried)
    if not tried and not _is_to_weigh(state):
        return _to_question(asked)
    former = state.mine or state.before
    said = tried.form.data if tried else _filled(state, former)
    fields = option_fields(state.question, state.added)
    options = [
        _option(name, text, said)
        for name, text in zip(fields, state.options, strict=True)
    ]
    return WeighContext(
        question_id=states.name(state),
        text=state.question.text,
        list=list_name(state),
        weighed=former is not None,
        options=options,
        rules_out=any(one.off for one in options),
        stakes=choices(STAKE, said.get("stake")),
        reason=said.get("reason", ""),
    )


def _option(name: str, text: str, said: Mapping[str, str]) -> WeighOption:
    score, cannot = score_field(name), cannot_field(name)
    return WeighOption(
        score=score,
        cannot=cannot,
        text=text,
        steps=choices(GIVEN, said.get(score)),
        off=cannot in said,
    )


def _is_to_weigh(state: QuestionState) -> bool:
    over = state.votes is not None or state.settled is not None
    over = over or state.retracted or state.own
    return not over and not state.late(clock.now())


def _filled(state: QuestionState, former: Vote | None) -> dict[str, str]:
    """Return what I said before, of the options that I knew then."""
    if former is None:
        return {}
    said = {"stake": str(former.stake), "reason": former.reason}
    names = option_fields(state.question, former.added)
    for place, (name, score) in enumerate(zip(names, former.scores, strict=True)):
        if place in former.cannot:
            said[cannot_field(name)] = "on"
        else:
            said[score_field(name)] = str(score)
    return said


def _to_question(asked: PairRequest) -> HttpResponse:
    return asked.to("decide:question", asked.ids["question_id"])


def _form(data: QueryDict, asked: PairRequest) -> VoteForm:
    return VoteForm(data, question_views.state_or_404(asked))


def _put_in(asked: PairRequest, form: VoteForm) -> Done:
    if form.state.votes is None and form.state.settled is None:
        questions.weigh(asked.member, asked.ids["question_id"], form.vote)
    return _to_question(asked)


def _withdraw(asked: PairRequest, _form: object) -> Done:
    state = question_views.state_or_404(asked)
    if state.votes is None and state.settled is None:
        questions.withdraw(asked.member, asked.ids["question_id"])
    return _to_question(asked)


weigh = PageOfTwo(
    template="decide/weigh.html",
    shows=_weigh,
    acts={
        "": Act(do=_put_in, form=_form, repeatable=True),
        "withdraw": Act(do=_withdraw, repeatable=True),
    },
    words=refusals,
    otherwise=INCOMPLETE,
    index=states.INDEX,
    until_closed=True,
).as_view()
