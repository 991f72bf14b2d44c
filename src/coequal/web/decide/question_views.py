"""One question, from weighing to settling."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from django.http import Http404

from coequal.core.decide.entries import NO_OPTION, Proposal
from coequal.core.decide.known import Stage
from coequal.core.decide.limits import MOST_OPTIONS, OPTION_LONGEST, TEXT_LONGEST
from coequal.core.decide.memory import remember_traces
from coequal.core.decide.overview import Overview
from coequal.core.decide.question_state import QuestionState, when_settled
from coequal.core.people import Seat
from coequal.core.two.offers import Offer
from coequal.journal import clock
from coequal.web.decide import overview, questions, result_text, states
from coequal.web.decide.forms import ProposalForm, number
from coequal.web.decide.labels import INCOMPLETE, refusals
from coequal.web.two import areas, boundaries, first_seen
from coequal.web.two.dates import day
from coequal.web.two.forms import RefForm, TextForm
from coequal.web.two.page import Act, PageOfTwo, PairRequest, Tried

LONGEST: Final = {"option": OPTION_LONGEST, "text": TEXT_LONGEST}


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedWords:
    """Words that one of the two proposes to hold to."""

    ref: str
    by: str
    mine: bool
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SettledWords:
    """The words that both said yes to, when, and who of us would undo it."""

    text: str
    on: datetime
    i_would_undo: bool
    other_would_undo: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionContext:
    """A question as one of the two may know it.

    `weighed` says whether my ballot on this list is in, `changed` whether it is one
    of a former list. `result` is there once I have looked; `to_suggest` is what it
    suggests and nobody has proposed, and it `leads` where both are happy with it and
    nothing is proposed. `found`: whether there is something that makes both happy.
    `at` is the act that could not be done, with what was `typed` and which option was
    `took`; `error` says why.
    """

    question_id: str
    text: str
    area: str
    by: str
    since: datetime
    meanwhile: str
    until: datetime | None
    retracted: bool
    own: bool
    raised_by_me: bool
    late: bool
    full: bool
    both_in: bool
    weighed: bool
    changed: bool
    options: Sequence[str]
    choices: Sequence[tuple[int, str]]
    proposals: Sequence[ProposedWords]
    settled: SettledWords | None
    result: result_text.Result | None
    to_suggest: Sequence[tuple[int, str]]
    leads: bool
    found: bool
    touched: Sequence[str]
    at: str
    typed: str
    took: int
    no_option: int = NO_OPTION
    longest: Mapping[str, int] = field(default_factory=lambda: LONGEST)


def state_or_404(asked: PairRequest) -> QuestionState:
    """Return the question that an address names."""
    found = states.find(asked.member, asked.ids["question_id"])
    if found is None:
        raise Http404
    return found


def shown(asked: PairRequest, tried: Tried | None) -> QuestionContext:
    """Return a question with what could not be done, if something could not."""
    member, state = asked.member, state_or_404(asked)
    if state.votes is None:
        first_seen.check_unseen(member, state.ref)
    result = _result(asked, state)
    free = _not_proposed(state, result)
    glad = result is not None and result.glad
    return QuestionContext(
        question_id=states.name(state),
        text=state.question.text,
        area=areas.all_titles(member).get(state.question.area, ""),
        by=member.names[state.by],
        since=day(state.at),
        meanwhile=state.meanwhile,
        until=day(state.question.until) if state.question.until else None,
        retracted=state.retracted,
        own=state.own,
        raised_by_me=state.by is member.seat,
        late=state.late(clock.now()),
        full=len(state.options) >= MOST_OPTIONS,
        both_in=state.votes is not None,
        weighed=state.mine is not None,
        changed=state.before is not None and state.mine is None,
        options=state.options,
        choices=[
            (place, option)
            for place, option in enumerate(state.options)
            if place not in state.off
        ],
        proposals=[_words(one, asked) for one in state.proposals],
        settled=_settled(member.seat, state),
        result=result,
        to_suggest=free,
        touched=boundaries.touched_names(member, state.question.area),
        leads=glad and len(free) == 1 and not state.proposals,
        found=glad or state.settled is not None,
        at=tried.act if tried else "",
        typed=tried.form.data.get("text", "") if tried else "",
        took=number(tried.form.data.get("option", "")) if tried else NO_OPTION,
    )


def _settled(me: Seat, state: QuestionState) -> SettledWords | None:
    if state.settled is None:
        return None
    return SettledWords(
        text=state.settled.entry.text,
        on=day(when_settled(state)[0]),
        i_would_undo=me in state.settled.undoing,
        other_would_undo=me.other in state.settled.undoing,
    )


def _not_proposed(
    state: QuestionState, result: result_text.Result | None
) -> Sequence[tuple[int, str]]:
    """Return what is suggested, but for what one of the two has proposed."""
    said = {one.entry.text for one in state.proposals}
    suggested = () if result is None else result.suggestion
    return [(place, option) for place, option in suggested if option not in said]


def _words(offer: Offer[Proposal], asked: PairRequest) -> ProposedWords:
    return ProposedWords(
        ref=offer.ref.hex(),
        by=asked.member.names[offer.by],
        mine=offer.by is asked.member.seat,
        text=offer.entry.text,
    )


def _result(asked: PairRequest, state: QuestionState) -> result_text.Result | None:
    """Return what both ballots come to, once I have looked at them."""
    member = asked.member
    opened = {state.ref: states.opened(member, state)}
    if state.own or state.votes is None or not asked.looked_at(opened):
        return None
    known = overview.now(member)
    return result_text.result(
        state,
        memory=remember_traces(known.left_before(state)),
        others=() if state.settled else _others(asked, known),
        names=member.names,
    )


def _others(asked: PairRequest, known: Overview) -> tuple[QuestionState, ...]:
    """Return what both have weighed and not settled: something to trade with."""
    weighed = known.questions(Stage.WEIGHED)
    return overview.sound_questions(asked.member, [one.name for one in weighed])


def _of(asked: PairRequest) -> str:
    return asked.ids["question_id"]


ACTS: Final = {
    "add": Act(
        do=lambda asked, form: questions.add(
            asked.member, _of(asked), form.cleaned_data["text"]
        ),
        form=lambda data, _asked: TextForm(data),
    ),
    "retract": Act(do=lambda asked, _: questions.retract(asked.member, _of(asked))),
    "propose": Act(
        do=lambda asked, form: questions.propose(
            asked.member,
            _of(asked),
            number(form.cleaned_data["option"]),
            form.cleaned_data["text"],
        ),
        form=lambda data, _asked: ProposalForm(data),
    ),
    "yes": Act(
        do=lambda asked, form: questions.say_yes(
            asked.member, _of(asked), form.cleaned_data["ref"]
        ),
        form=lambda data, _asked: RefForm(data),
    ),
    "back": Act(
        do=lambda asked, form: questions.take_back(
            asked.member, _of(asked), form.cleaned_data["ref"]
        ),
        form=lambda data, _asked: RefForm(data),
    ),
    "undo": Act(do=lambda asked, _: questions.ask_to_undo(asked.member, _of(asked))),
    "stay": Act(do=lambda asked, _: questions.let_stand(asked.member, _of(asked))),
    "undo too": Act(do=lambda asked, _: questions.undo(asked.member, _of(asked))),
}
"""By the value of a button."""

question = PageOfTwo(
    template="decide/question.html",
    shows=shown,
    acts=ACTS,
    words=refusals,
    otherwise=INCOMPLETE,
    reads=boundaries.READS,
    index=overview.INDEX,
).as_view()
