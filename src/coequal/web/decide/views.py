"""Raising a question, the list of them, and one question from weighing to settling."""

from __future__ import annotations

from typing import Final

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from coequal.core.decide.entries import NO_OPTION, Question, Vote
from coequal.core.decide.matters import Matter, settled
from coequal.core.decide.memory import Decided, remember
from coequal.core.decide.rules import REASON_LONGEST, No
from coequal.core.lines import one_line
from coequal.errors import Refused
from coequal.journal import clock
from coequal.journal.door import Closed
from coequal.people.pairs import Bond
from coequal.web.decide import leading, page, room, told
from coequal.web.decide.forms import Raise
from coequal.web.see import joint
from coequal.web.see.opening import bond_or_404, readable_or_404
from coequal.web.visit import PersonRequest, kept_needed

# Where on the form a fault stands that no single field can know of.
_FIELDS: Final = {
    **dict.fromkeys((No.FEW, No.MANY, No.TWICE), "option1"),
    No.PAST: "until",
}


@require_safe
@kept_needed
def questions(request: PersonRequest, iid: str) -> HttpResponse:
    """List what is open, by age and the same for both, and what is settled."""
    bond = readable_or_404(request, iid)
    context = page.listing(bond, room.asked(bond), now=clock.now())
    context |= leading.listing(bond)
    return render(request, "decide.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@kept_needed
def ask(request: PersonRequest, iid: str) -> HttpResponse:
    """Raise a question, once one has thought about whose it is."""
    bond = bond_or_404(request, iid)
    areas = [(area.id, area.title) for area in joint.form(bond).instrument.areas]
    again = room.find(bond, request.GET.get("again", ""))
    form = Raise(
        request.POST or None, areas=areas, again=again.question if again else None
    )
    if form.is_valid():
        try:
            return redirect("question_of_two", iid, room.ask(bond, _question(form)))
        except Refused as refused:
            form.add_error(_FIELDS.get(refused.args[0]), page.why_not(refused))
    context = {"iid": iid, "label": bond.label, "form": form}
    return render(request, "raise.html", context, status=422 if form.errors else 200)


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
@kept_needed
def question(request: PersonRequest, iid: str, qid: str) -> HttpResponse:
    """Show one question as far as it is, and do what a button of it says."""
    if request.method != "POST":
        bond = readable_or_404(request, iid)
        return _shown(request, bond, _matter_or_404(bond, qid))
    bond = bond_or_404(request, iid)
    matter = _matter_or_404(bond, qid)
    try:
        _do(request, bond, matter)
    except Closed:
        raise
    except Refused as refused:
        return _shown(request, bond, _matter_or_404(bond, qid), refused, request.POST)
    return redirect("question_of_two", iid, qid)


def _do(request: PersonRequest, bond: Bond, matter: Matter) -> None:
    qid, said = room.name(matter), request.POST
    do, text = said.get("do", ""), said.get("text", "")
    if do == "add":
        room.add(bond, qid, text)
    elif do == "retract":
        room.retract(bond, qid)
    elif do == "look":
        room.look(request.visit, bond, matter)
    elif do == "propose":
        room.propose(bond, qid, _number(said.get("option", "")), text)
    elif do == "yes":
        room.say_yes(bond, qid, _ref(said))
    elif do == "back":
        room.take_back(bond, qid, _ref(said))
    elif do == "stay":
        room.let_stand(bond, qid)
    elif do == "undo":
        room.ask_to_undo(bond, qid)
    elif do == "undo too":
        room.undo(bond, qid)


def _shown(
    request: PersonRequest,
    bond: Bond,
    matter: Matter,
    refused: Refused | None = None,
    typed: QueryDict | None = None,
) -> HttpResponse:
    """Render a question; what could not be done comes back with what was typed."""
    everything = room.asked(bond)
    context = page.one(bond, matter, now=clock.now())
    if matter.votes is not None and room.looked(request.visit, bond, matter):
        others = [one for one in everything if one.votes and not one.settlement]
        context["result"] = told.result(
            matter,
            memory=remember(_before(matter, everything)),
            others=() if matter.settlement else others,
            names=bond.names,
        )
    if refused is not None and typed is not None:
        context |= {"error": page.why_not(refused), "typed": typed.get("text", "")}
        context |= {"at": typed.get("do", ""), "took": _number(typed.get("option", ""))}
    status = 422 if refused is not None else 200
    return render(request, "question_of_two.html", context, status=status)


def _before(matter: Matter, everything: tuple[Matter, ...]) -> tuple[Decided, ...]:
    """Return what was settled before this one was: what its suggestion rests on."""
    done = matter.settlement
    return settled(
        one
        for one in everything
        if one.ref != matter.ref
        and one.settlement is not None
        and (done is None or one.settlement.at < done.at)
    )


@require_http_methods(["GET", "HEAD", "POST"])
@kept_needed
def weigh(request: PersonRequest, iid: str, qid: str) -> HttpResponse:
    """Weigh the options alone, change it, or take it out again."""
    bond = bond_or_404(request, iid)
    matter = _matter_or_404(bond, qid)
    if matter.votes is not None or matter.settlement is not None:
        return redirect("question_of_two", iid, qid)
    if request.method != "POST":
        if matter.retracted or matter.late(clock.now()):
            return redirect("question_of_two", iid, qid)
        return render(request, "weigh.html", page.ballot(bond, matter))
    said = request.POST
    try:
        if said.get("do") == "withdraw":
            room.withdraw(bond, qid)
        else:
            room.weigh(bond, qid, _vote(matter, said))
    except Closed:
        raise
    except Refused as refused:
        matter = _matter_or_404(bond, qid)
        if matter.votes is not None or matter.retracted:
            return _shown(request, bond, matter, refused, said)
        context = page.ballot(bond, matter, said) | {"error": page.why_not(refused)}
        return render(request, "weigh.html", context, status=422)
    return redirect("question_of_two", iid, qid)


def _vote(matter: Matter, said: QueryDict) -> Vote:
    """Return the ballot that was filled in, on the list that was read."""
    if said.get("list", "") != page.list_name(matter):
        raise Refused(No.CHANGED)
    names = page.fields(matter.question, matter.added)
    given = [said.get(name, "") for name in names]
    reason = said.get("reason", "")
    return Vote(
        question=matter.ref,
        added=matter.added,
        scores=tuple(0 if one == page.NEVER else _number(one) for one in given),
        stake=_number(said.get("stake", "")),
        cannot=tuple(n for n, one in enumerate(given) if one == page.NEVER),
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


def _matter_or_404(bond: Bond, qid: str) -> Matter:
    matter = room.find(bond, qid)
    if matter is None:
        raise Http404
    return matter
