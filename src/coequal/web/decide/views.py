"""Raising a question, the list of them, and one question from weighing to settling."""

from __future__ import annotations

from typing import Final

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from coequal.core.decide.entries import NO_OPTION, Question, Vote
from coequal.core.decide.memory import Decided, remember
from coequal.core.decide.question_state import QuestionState, settled
from coequal.core.decide.rules import REASON_LONGEST, No
from coequal.core.lines import one_line
from coequal.errors import Refused
from coequal.journal import clock
from coequal.journal.door import Closed
from coequal.people.pairs import PairMember
from coequal.web.decide import actions, contexts, lead_views, result_text
from coequal.web.decide.forms import Raise
from coequal.web.decorators import member_required
from coequal.web.see import joint_picture
from coequal.web.see.consent_views import get_pair_or_404, get_writable_pair_or_404
from coequal.web.sessions import PersonRequest

# Where on the form a fault stands that no single field can know of.
_FIELDS: Final = {
    **dict.fromkeys((No.FEW, No.MANY, No.TWICE), "option1"),
    No.PAST: "until",
}


@require_safe
@member_required
def questions(request: PersonRequest, pair_id: str) -> HttpResponse:
    """List what is open, by age and the same for both, and what is settled."""
    member = get_pair_or_404(request, pair_id)
    context = contexts.listing(member, actions.asked(member), now=clock.now())
    context |= lead_views.listing(member)
    return render(request, "decide/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def ask(request: PersonRequest, pair_id: str) -> HttpResponse:
    """Raise a question, once one has thought about whose it is."""
    member = get_writable_pair_or_404(request, pair_id)
    areas = [
        (area.id, area.title) for area in joint_picture.form(member).instrument.areas
    ]
    again = actions.find(member, request.GET.get("again", ""))
    form = Raise(
        request.POST or None, areas=areas, again=again.question if again else None
    )
    if form.is_valid():
        try:
            return redirect(
                "decide:question", pair_id, actions.ask(member, _question(form))
            )
        except Refused as refused:
            form.add_error(_FIELDS.get(refused.args[0]), contexts.why_not(refused))
    context = {"pair_id": pair_id, "label": member.label, "form": form}
    return render(
        request, "decide/raise.html", context, status=422 if form.errors else 200
    )


def _question(form: Raise) -> Question:
    given = form.cleaned_data
    return Question(
        text=given["text"],
        area=given["area"],
        meanwhile=given["meanwhile"],
        until=form.last_second,
        options=form.options,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def question(request: PersonRequest, pair_id: str, question_id: str) -> HttpResponse:
    """Show one question as far as it is, and do what a button of it says."""
    if request.method != "POST":
        member = get_pair_or_404(request, pair_id)
        return _shown(request, member, _matter_or_404(member, question_id))
    member = get_writable_pair_or_404(request, pair_id)
    state = _matter_or_404(member, question_id)
    try:
        _do(request, member, state)
    except Closed:
        raise
    except Refused as refused:
        return _shown(
            request, member, _matter_or_404(member, question_id), refused, request.POST
        )
    return redirect("decide:question", pair_id, question_id)


def _do(request: PersonRequest, member: PairMember, state: QuestionState) -> None:
    question_id, said = actions.name(state), request.POST
    do, text = said.get("do", ""), said.get("text", "")
    if do == "add":
        actions.add(member, question_id, text)
    elif do == "retract":
        actions.retract(member, question_id)
    elif do == "look":
        actions.look(request.session, member, state)
    elif do == "propose":
        actions.propose(member, question_id, _number(said.get("option", "")), text)
    elif do == "yes":
        actions.say_yes(member, question_id, _ref(said))
    elif do == "back":
        actions.take_back(member, question_id, _ref(said))
    elif do == "stay":
        actions.let_stand(member, question_id)
    elif do == "undo":
        actions.ask_to_undo(member, question_id)
    elif do == "undo too":
        actions.undo(member, question_id)


def _shown(
    request: PersonRequest,
    member: PairMember,
    state: QuestionState,
    refused: Refused | None = None,
    typed: QueryDict | None = None,
) -> HttpResponse:
    """Render a question; what could not be done comes back with what was typed."""
    everything = actions.asked(member)
    context = contexts.one(member, state, now=clock.now())
    if state.votes is not None and actions.looked(request.session, member, state):
        others = [one for one in everything if one.votes and not one.settlement]
        context["result"] = result_text.result(
            state,
            memory=remember(_before(state, everything)),
            others=() if state.settlement else others,
            names=member.names,
        )
    if refused is not None and typed is not None:
        context |= {"error": contexts.why_not(refused), "typed": typed.get("text", "")}
        context |= {"at": typed.get("do", ""), "took": _number(typed.get("option", ""))}
    status = 422 if refused is not None else 200
    return render(request, "decide/question.html", context, status=status)


def _before(
    state: QuestionState, everything: tuple[QuestionState, ...]
) -> tuple[Decided, ...]:
    """Return what was settled before this one was: what its suggestion rests on."""
    done = state.settlement
    return settled(
        one
        for one in everything
        if one.ref != state.ref
        and one.settlement is not None
        and (done is None or one.settlement.at < done.at)
    )


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def weigh(request: PersonRequest, pair_id: str, question_id: str) -> HttpResponse:
    """Weigh the options alone, change it, or take it out again."""
    member = get_writable_pair_or_404(request, pair_id)
    state = _matter_or_404(member, question_id)
    if state.votes is not None or state.settlement is not None:
        return redirect("decide:question", pair_id, question_id)
    if request.method != "POST":
        if state.retracted or state.late(clock.now()):
            return redirect("decide:question", pair_id, question_id)
        return render(request, "decide/weigh.html", contexts.ballot(member, state))
    said = request.POST
    try:
        if said.get("do") == "withdraw":
            actions.withdraw(member, question_id)
        else:
            actions.weigh(member, question_id, _vote(state, said))
    except Closed:
        raise
    except Refused as refused:
        state = _matter_or_404(member, question_id)
        if state.votes is not None or state.retracted:
            return _shown(request, member, state, refused, said)
        context = contexts.ballot(member, state, said) | {
            "error": contexts.why_not(refused)
        }
        return render(request, "decide/weigh.html", context, status=422)
    return redirect("decide:question", pair_id, question_id)


def _vote(state: QuestionState, said: QueryDict) -> Vote:
    """Return the ballot that was filled in, on the list that was read."""
    if said.get("list", "") != contexts.list_name(state):
        raise Refused(No.CHANGED)
    names = contexts.fields(state.question, state.added)
    given = [said.get(name, "") for name in names]
    reason = said.get("reason", "")
    return Vote(
        question=state.ref,
        added=state.added,
        scores=tuple(0 if one == contexts.NEVER else _number(one) for one in given),
        stake=_number(said.get("stake", "")),
        cannot=tuple(n for n, one in enumerate(given) if one == contexts.NEVER),
        reason=one_line(reason, longest=REASON_LONGEST) if reason.strip() else "",
    )


def _number(text: str) -> int:
    """Return a small number as it was sent, or one that no rule allows."""
    return int(text) if text.isdecimal() and len(text) == 1 else NO_OPTION


def _ref(said: QueryDict) -> bytes:
    try:
        return bytes.fromhex(said.get("ref", ""))
    except ValueError:
        raise Refused(No.GONE) from None


def _matter_or_404(member: PairMember, question_id: str) -> QuestionState:
    state = actions.find(member, question_id)
    if state is None:
        raise Http404
    return state
