"""Already decided: a line in ten seconds, and how each of the two has it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from coequal.core.decide.diary import Who
from coequal.core.decide.diary_lines import LineState
from coequal.core.decide.entries import DiaryAnswer
from coequal.core.decide.rules import TEXT_LONGEST
from coequal.errors import Refused
from coequal.journal.door import Closed
from coequal.people.pairs import PairMember
from coequal.web.account.forms import REQUIRED
from coequal.web.decide import areas, diary_actions
from coequal.web.decide.diary_contexts import choices, listed, why_not
from coequal.web.decorators import member_required
from coequal.web.see.consent_views import get_pair_or_404, get_writable_pair_or_404
from coequal.web.sessions import PersonRequest
from coequal.web.who_decided import ASKED, who_words


class AddLine(forms.Form):
    """What was already decided, and what it is part of."""

    text = forms.CharField(
        label=gettext_lazy("What was decided?"),
        help_text=gettext_lazy("In one line: We got the blue sofa."),
        max_length=TEXT_LONGEST,
        error_messages=REQUIRED,
    )

    def __init__(self, data: QueryDict | None, *, titles: Mapping[str, str]) -> None:
        super().__init__(data)
        self.fields["area"] = forms.ChoiceField(
            label=_("What is it part of?"),
            choices=[("", areas.OTHER), *titles.items()],
            required=False,
        )


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def lines(request: PersonRequest, pair_id: str) -> HttpResponse:
    """List the diary, the same for both but for what is mine and closed; add a line."""
    writes = request.method == "POST"
    member = (
        get_writable_pair_or_404(request, pair_id)
        if writes
        else get_pair_or_404(request, pair_id)
    )
    form = AddLine(request.POST if writes else None, titles=areas.titles(member))
    if form.is_valid():
        given = form.cleaned_data
        try:
            line_id = diary_actions.add(member, given["text"], given["area"])
        except Closed:
            raise
        except Refused as refused:
            form.add_error("text", why_not(refused))
        else:
            return redirect("decide:diary_line", pair_id, line_id)
    found = diary_actions.lines(member)
    diary_actions.see(request.session, member, found)
    context = {**_place(member), "lines": listed(member, reversed(found)), "form": form}
    return render(
        request, "decide/diary.html", context, status=422 if form.errors else 200
    )


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def line(request: PersonRequest, pair_id: str, line_id: str) -> HttpResponse:
    """Say alone how one has a line, change it, or take it out again."""
    if request.method != "POST":
        member = get_pair_or_404(request, pair_id)
        return _line(request, member, _line_or_404(member, line_id))
    member, said = get_writable_pair_or_404(request, pair_id), request.POST
    found = _line_or_404(member, line_id)
    try:
        if said.get("do") == "withdraw":
            diary_actions.withdraw(member, line_id)
        else:
            diary_actions.tell(member, line_id, _account(member, found, said))
    except Closed:
        raise
    except Refused as refused:
        return _line(request, member, _line_or_404(member, line_id), refused)
    return redirect("decide:diary_line", pair_id, line_id)


def _account(member: PairMember, found: LineState, said: QueryDict) -> DiaryAnswer:
    who: Mapping[str, str] = {
        "me": member.seat,
        "other": member.seat.other,
        "both": Who.BOTH,
        "happened": Who.HAPPENED,
    }
    return DiaryAnswer(
        line=found.ref,
        who=str(who.get(said.get("who", ""), "")),
        asked=said.get("asked", ""),
        fine=said.get("fine", ""),
    )


def _line(
    request: PersonRequest,
    member: PairMember,
    found: LineState,
    refused: Refused | None = None,
) -> HttpResponse:
    """Render one line; what could not be done comes back with what was picked."""
    diary_actions.see(request.session, member, [found])
    mine = found.told.mine
    picked = _picked(member, mine) if refused is None else request.POST
    context: dict[str, Any] = {
        **_place(member),
        **listed(member, [found])[0],
        "who": choices(who_words(member.label), picked.get("who")),
        "asked": choices(ASKED, picked.get("asked")),
        "fine": choices(ASKED, picked.get("fine")),
    }
    if refused is not None:
        context["error"] = why_not(refused)
    status = 422 if refused is not None else 200
    return render(request, "decide/diary_line.html", context, status=status)


def _picked(member: PairMember, mine: DiaryAnswer | None) -> dict[str, str]:
    if mine is None:
        return {}
    seats = {member.seat.value: "me", member.seat.other.value: "other"}
    who = seats.get(mine.who, mine.who)
    return {"who": who, "asked": mine.asked, "fine": mine.fine}


def _place(member: PairMember) -> dict[str, Any]:
    return {
        "pair_id": member.pair_id.hex(),
        "label": member.label,
        "labels": member.names,
        "closed": member.closed,
    }


def _line_or_404(member: PairMember, line_id: str) -> LineState:
    found = diary_actions.find(member, line_id)
    if found is None:
        raise Http404
    return found
