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
from coequal.core.decide.entries import Account
from coequal.core.decide.happened import Line
from coequal.core.decide.rules import TEXT_LONGEST
from coequal.errors import Refused
from coequal.journal.door import Closed
from coequal.people.pairs import Bond
from coequal.web.account.forms import REQUIRED
from coequal.web.decide import areas, diary
from coequal.web.decide.diary_told import choices, listed, why_not
from coequal.web.see.opening import bond_or_404, readable_or_404
from coequal.web.visit import PersonRequest, kept_needed
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
@kept_needed
def lines(request: PersonRequest, iid: str) -> HttpResponse:
    """List the diary, the same for both but for what is mine and closed; add a line."""
    writes = request.method == "POST"
    bond = bond_or_404(request, iid) if writes else readable_or_404(request, iid)
    form = AddLine(request.POST if writes else None, titles=areas.titles(bond))
    if form.is_valid():
        given = form.cleaned_data
        try:
            lid = diary.add(bond, given["text"], given["area"])
        except Closed:
            raise
        except Refused as refused:
            form.add_error("text", why_not(refused))
        else:
            return redirect("diary_line", iid, lid)
    found = diary.lines(bond)
    diary.see(request.visit, bond, found)
    context = {**_place(bond), "lines": listed(bond, reversed(found)), "form": form}
    return render(request, "diary.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@kept_needed
def line(request: PersonRequest, iid: str, lid: str) -> HttpResponse:
    """Say alone how one has a line, change it, or take it out again."""
    if request.method != "POST":
        bond = readable_or_404(request, iid)
        return _line(request, bond, _line_or_404(bond, lid))
    bond, said = bond_or_404(request, iid), request.POST
    found = _line_or_404(bond, lid)
    try:
        if said.get("do") == "withdraw":
            diary.withdraw(bond, lid)
        else:
            diary.tell(bond, lid, _account(bond, found, said))
    except Closed:
        raise
    except Refused as refused:
        return _line(request, bond, _line_or_404(bond, lid), refused)
    return redirect("diary_line", iid, lid)


def _account(bond: Bond, found: Line, said: QueryDict) -> Account:
    who: Mapping[str, str] = {
        "me": bond.seat,
        "other": bond.seat.other,
        "both": Who.BOTH,
        "happened": Who.HAPPENED,
    }
    return Account(
        line=found.ref,
        who=str(who.get(said.get("who", ""), "")),
        asked=said.get("asked", ""),
        fine=said.get("fine", ""),
    )


def _line(
    request: PersonRequest, bond: Bond, found: Line, refused: Refused | None = None
) -> HttpResponse:
    """Render one line; what could not be done comes back with what was picked."""
    diary.see(request.visit, bond, [found])
    mine = found.told.mine
    picked = _picked(bond, mine) if refused is None else request.POST
    context: dict[str, Any] = {
        **_place(bond),
        **listed(bond, [found])[0],
        "who": choices(who_words(bond.label), picked.get("who")),
        "asked": choices(ASKED, picked.get("asked")),
        "fine": choices(ASKED, picked.get("fine")),
    }
    if refused is not None:
        context["error"] = why_not(refused)
    status = 422 if refused is not None else 200
    return render(request, "diary_line.html", context, status=status)


def _picked(bond: Bond, mine: Account | None) -> dict[str, str]:
    if mine is None:
        return {}
    seats = {bond.seat.value: "me", bond.seat.other.value: "other"}
    who = seats.get(mine.who, mine.who)
    return {"who": who, "asked": mine.asked, "fine": mine.fine}


def _place(bond: Bond) -> dict[str, Any]:
    return {
        "iid": bond.iid.hex(),
        "label": bond.label,
        "labels": bond.names,
        "closed": bond.closed,
    }


def _line_or_404(bond: Bond, lid: str) -> Line:
    found = diary.find(bond, lid)
    if found is None:
        raise Http404
    return found
